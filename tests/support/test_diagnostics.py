"""Messages about long files stay short."""

import pytest

from deckgen.support.diagnostics import (
    Diagnostic,
    Diagnostics,
    Severity,
    Span,
    counted,
    name_list,
    names_in_words,
    number_list,
)


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, ""),
        (1, "0"),
        (3, "0, 1, 2"),
        (4, "0, 1, 2 and 1 more"),
        (1503, "0, 1, 2 and 1,500 more"),
    ],
)
def test_the_first_of_many_names_are_listed(count: int, words: str) -> None:
    assert name_list(map(str, range(count)), 3) == words


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 slides"), (1, "1 slide"), (2, "2 slides"), (1200, "1,200 slides")]
)
def test_a_number_has_a_noun(number: int, words: str) -> None:
    assert counted(number, "slide") == words


@pytest.mark.parametrize(("names", "words"), [("a", "a"), ("ab", "a and b"), ("abc", "a, b and c")])
def test_all_names_are_said_in_words(names: str, words: str) -> None:
    assert names_in_words(names) == words


@pytest.mark.parametrize(
    ("message", "clipped"),
    [
        (f"“{'x' * 200}” is no day.", f"“{'x' * 200}” is no day."),
        (f"“{'x' * 201}” is no day.", f"“{'x' * 200}…” is no day."),
        (f"“{'ab ' * 300}” is no day.", f"“{('ab ' * 300)[:200]}…” is no day."),
        (f"See “a”, “{'b' * 300}” and “c”.", f"See “a”, “{'b' * 200}…” and “c”."),
        (f"{'x' * 1000}.png is missing.", f"{'x' * 200}… is missing."),
        ("ab " * 500, "ab " * 500),
        ("a b" * 1000, f"{('a b' * 1000)[:1300]} … {('a b' * 1000)[-200:]}"),
    ],
)
def test_what_a_message_quotes_is_clipped(message: str, clipped: str) -> None:
    diagnostics = Diagnostics()
    diagnostics.error("a-code", message, None, message)
    assert [(told.message, told.hint) for told in diagnostics] == [(clipped, clipped)]


def test_equal_ones_are_told_once_and_counted_twice() -> None:
    diagnostics = Diagnostics()
    for _ in range(2):
        diagnostics.warning("title-row", "It is left out.", Span("a.csv", 1, 1, 3))
    assert ([each.code for each in diagnostics], len(diagnostics)) == (["title-row"], 2)
    strict = diagnostics.stricter(frozenset({"title-row"}))
    assert [(each.errors, each.has_errors) for each in (diagnostics, strict)] == [
        (0, False),
        (1, True),
    ]


@pytest.mark.parametrize(("refused", "told"), [(7, 1), (9, 2)])
def test_a_doubt_about_a_text_that_is_refused_is_not_told(refused: int, told: int) -> None:
    doubt = Diagnostic(
        Severity.WARNING, "joined", "Two.", Span("a", 2, 7), text_start=Span("a", 1, 7)
    )
    diagnostics = Diagnostics([doubt])
    diagnostics.error("wrong-type", "A list is expected.", Span("a", 1, refused, 4))
    assert len(list(diagnostics)) == told


@pytest.mark.parametrize(
    ("numbers", "words"), [([3], "3"), ([1, 2, 3], "1–3"), ([9, 3, 5, 6, 7, 5], "3, 5–7, 9")]
)
def test_numbers_in_words(numbers: list[int], words: str) -> None:
    assert number_list(numbers) == words
