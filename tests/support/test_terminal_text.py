"""Text for a terminal: wrapped by the width of its letters, and without signs that it obeys."""

from hypothesis import given
from hypothesis import strategies as st

from deckgen.support.terminal_text import display_width, table_lines, visible, wrapped_lines

TEXTS = st.text(st.sampled_from("ab ä漢字タ\u0301\u200d"), max_size=40)


@given(TEXTS, st.integers(8, 40))
def test_wrapping_keeps_every_letter_and_the_width(text: str, width: int) -> None:
    lines = wrapped_lines(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(display_width(line) <= width for line in lines)


@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=4), st.integers(40, 90))
def test_a_table_keeps_every_letter_and_the_width(
    rows: list[tuple[str, str, str]], width: int
) -> None:
    lines = table_lines(rows, width)
    assert all(display_width(line) <= width for line in lines)
    said, written = "".join("".join(row) for row in rows), "".join(lines)
    assert sorted(said.replace(" ", "")) == sorted(written.replace(" ", ""))


def test_columns_stand_below_each_other_in_any_script() -> None:
    assert table_lines([("タイトル", "x"), ("Cafe\u0301", "x"), ("שלום", "x")], 80) == [
        "  タイトル  x",
        "  Cafe\u0301      x",
        "  שלום      x",
    ]


def test_what_a_terminal_would_obey_is_shown() -> None:
    assert visible("a\x1b[31mb\u202ec\nd") == "a\ufffd[31mb\ufffdc d"
