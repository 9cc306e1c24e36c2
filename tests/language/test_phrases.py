"""Words that deckgen puts on a slide by itself are in the language of the slide."""

from __future__ import annotations

import pytest

from deckgen.language.phrases import phrase


@pytest.mark.parametrize(
    ("lang", "thanks"), [("de-AT", "Vielen Dank"), ("fr", "Merci"), ("xx", "Thank you")]
)
def test_phrases_follow_the_language_else_english(lang: str, thanks: str) -> None:
    assert phrase("thanks", lang) == thanks
