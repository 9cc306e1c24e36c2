"""Words that deckgen says by itself: dates and phrases in the language of the slide."""

from __future__ import annotations

from datetime import date

import pytest
from babel.dates import format_date

from deckgen.outline.words import long_date, phrase


@pytest.mark.parametrize(
    ("lang", "written"),
    [
        ("de-DE", "22. November 2026"),
        ("de", "22. November 2026"),
        ("de-AT", "22. November 2026"),
        ("en-GB", "22 November 2026"),
        ("en-US", "November 22, 2026"),
        ("fr-FR", "22 novembre 2026"),
        ("pl-PL", "22 listopada 2026"),
        ("xx-XX", "November 22, 2026"),
    ],
)
def test_dates_are_written_out_in_the_language(lang: str, written: str) -> None:
    assert long_date(date(2026, 11, 22), lang) == written


@pytest.mark.parametrize(("lang", "locale"), [("de-DE", "de_DE"), ("en-GB", "en_GB")])
@pytest.mark.parametrize("month", range(1, 13))
def test_our_own_dates_are_those_of_babel(lang: str, locale: str, month: int) -> None:
    day = date(2026, month, 3)
    assert long_date(day, lang) == format_date(day, "long", locale=locale)


@pytest.mark.parametrize(
    ("lang", "thanks"), [("de-AT", "Vielen Dank"), ("fr", "Merci"), ("xx", "Thank you")]
)
def test_phrases_follow_the_language_else_english(lang: str, thanks: str) -> None:
    assert phrase("thanks", lang) == thanks
