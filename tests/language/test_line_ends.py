"""Words that are not left at the end of a line, by language."""

import pytest

from deckgen.language.line_ends import clause_beginnings, kept_with_next


@pytest.mark.parametrize(
    ("lang", "kept", "free"),
    [
        ("de-DE", "zwischen", "the"),
        ("de", "herzlichen", "dank"),
        ("EN", "the", "zwischen"),
        ("en-Latn-GB", "the", "der"),
        ("fr-FR", "ont", "ville"),
        ("bs", "sa", "grad"),
        # Norwegian and Serbo-Croatian have older names, too.
        ("no", "og", "the"),
    ],
)
def test_words_of_a_language(lang: str, kept: str, free: str) -> None:
    assert kept in kept_with_next(lang)
    assert free not in kept_with_next(lang)


def test_of_other_languages_no_words_are_known() -> None:
    assert kept_with_next("xx-YY") == frozenset()


@pytest.mark.parametrize(("lang", "begins"), [("en-GB", True), ("EN", True), ("de", False)])
def test_words_that_begin_a_clause_where_no_comma_does(lang: str, *, begins: bool) -> None:
    assert ("who" in clause_beginnings(lang)) == begins
    assert "wer" not in clause_beginnings(lang)
