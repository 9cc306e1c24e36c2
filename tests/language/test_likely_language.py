"""The language of a text by its most frequent words, if it is plainly another one."""

import pytest

from deckgen.language.likely_language import likelier_language


@pytest.mark.parametrize(
    ("text", "lang", "likely"),
    [
        ("Wir sind auf dem Weg und nicht im Ziel", "en-GB", "de"),
        ("Wir sind auf dem Weg und nicht im Ziel", "de-DE", ""),
        ("The plan is for all of us", "de", "en"),
        # Four words are enough, three are not.
        ("the plan is for us, of course", "de-DE", "en"),
        ("the plan is for us", "de-DE", ""),
        # Each frequent word of its own stands for four of the other language, and two more.
        ("the is for of that", "de-DE", "en"),
        ("the is for of that und", "de-DE", ""),
        ("the is for of that this und", "de-DE", "en"),
        # Letters that only German has count as words of it.
        ("Tür Höfe Straße Äpfel", "en", "de"),
        ("Wir sind auf dem Weg und nicht im Ziel", "cs-CZ", ""),
        ("", "en", ""),
    ],
)
def test_the_likelier_language(text: str, lang: str, likely: str) -> None:
    assert likelier_language(text, lang) == likely
