"""Words that are not left at the end of a line, by language."""

import pytest

from deckgen.language.line_ends import kept_with_next


@pytest.mark.parametrize(
    ("lang", "kept", "free"),
    [
        ("de-DE", "zwischen", "the"),
        ("de", "herzlichen", "dank"),
        ("EN", "the", "zwischen"),
        ("en-Latn-GB", "the", "der"),
        # Norwegian and Serbo-Croatian have older names, too.
        ("no", "og", "the"),
    ],
)
def test_words_of_a_language(lang: str, kept: str, free: str) -> None:
    assert kept in kept_with_next(lang)
    assert free not in kept_with_next(lang)


def test_of_other_languages_no_words_are_known() -> None:
    assert kept_with_next("xx-YY") == frozenset()
