"""Words that deckgen says by itself: dates and phrases in the language of the slide."""

from __future__ import annotations

from datetime import date

import pytest
from babel.dates import format_date
from babel.numbers import format_decimal

from deckgen.outline.words import long_date, phrase, written_date, written_number


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


@pytest.mark.parametrize("lang", ["de-DE", "de", "en-GB", "en-US"])
@pytest.mark.parametrize("number", ["0", "999", "1000", "-1234567", "1234.5", "0.125"])
def test_our_own_numbers_are_those_of_babel(lang: str, number: str) -> None:
    locale = lang.replace("-", "_")
    assert written_number(number, lang) == format_decimal(number, locale=locale)


@pytest.mark.parametrize("text", ["", "1.000,5", "12 000", "1e9", "zwölf", "9" * 40])
def test_what_is_no_number_is_none(text: str) -> None:
    assert written_number(text, "de-DE") is None


@pytest.mark.parametrize(
    ("text", "written"),
    [("2026-11-22", "22. November 2026"), ("2026-13-01", None), ("22.11.2026", None), ("", None)],
)
def test_a_day_is_typed_with_the_year_first(text: str, written: str | None) -> None:
    assert written_date(text, "de-DE") == written
