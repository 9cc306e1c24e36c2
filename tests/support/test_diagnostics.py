"""Messages about long files stay short."""

import pytest

from deckgen.support.diagnostics import (
    MOST_QUOTED,
    Diagnostic,
    Diagnostics,
    Severity,
    Span,
    clipped,
    clipped_message,
    name_list,
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


def test_what_is_quoted_is_clipped() -> None:
    whole, long = "x" * MOST_QUOTED, "x" * (MOST_QUOTED + 1)
    assert (clipped(whole), clipped(long)) == (whole, f"{whole}…")
    assert clipped_message(f"There is no “{long}” here.") == f"There is no “{whole}…” here."
    assert clipped_message(f"No {long} here.") == f"No {whole}… here."


def test_a_message_of_many_short_words_is_bounded_in_its_middle() -> None:
    made = clipped_message("Begin " + "ab " * 600 + "end")
    assert made.startswith("Begin ab")
    assert made.endswith("ab end")
    assert len(made) == 1_500 + len(" … ")
    fits = "ab " * 500
    assert clipped_message(fits) == fits


def test_equal_ones_are_told_once_and_counted_twice() -> None:
    diagnostics = Diagnostics()
    for _ in range(2):
        diagnostics.warning("title-row", "It is left out.", Span("a.csv", 1, 1, 3))
    assert ([each.code for each in diagnostics], len(diagnostics)) == (["title-row"], 2)


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
