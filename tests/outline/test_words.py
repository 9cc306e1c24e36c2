"""Words that deckgen says by itself: dates and phrases in the language of the slide."""

from __future__ import annotations

from datetime import date

import pytest

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


@pytest.mark.parametrize(
    ("lang", "march", "december"),
    [
        ("de-DE", "3. März 2026", "3. Dezember 2026"),
        ("en-GB", "3 March 2026", "3 December 2026"),
    ],
)
def test_our_own_months_stand_in_their_order(lang: str, march: str, december: str) -> None:
    assert long_date(date(2026, 3, 3), lang) == march
    assert long_date(date(2026, 12, 3), lang) == december


@pytest.mark.parametrize(
    ("lang", "thanks"), [("de-AT", "Vielen Dank"), ("fr", "Merci"), ("xx", "Thank you")]
)
def test_phrases_follow_the_language_else_english(lang: str, thanks: str) -> None:
    assert phrase("thanks", lang) == thanks


@pytest.mark.parametrize(
    ("number", "german", "english"),
    [
        ("0", "0", "0"),
        ("999", "999", "999"),
        ("1000", "1.000", "1,000"),
        ("-1234567", "-1.234.567", "-1,234,567"),
        ("1234.5", "1.234,5", "1,234.5"),
        ("0.125", "0,125", "0.125"),
    ],
)
def test_numbers_are_written_as_the_language_does(number: str, german: str, english: str) -> None:
    for lang, written in {
        "de-DE": german,
        "de": german,
        "en-GB": english,
        "en-US": english,
    }.items():
        assert written_number(number, lang) == written


@pytest.mark.parametrize("text", ["", "1.000,5", "12 000", "1e9", "zwölf", "9" * 40])
def test_what_is_no_number_is_none(text: str) -> None:
    assert written_number(text, "de-DE") is None


@pytest.mark.parametrize(
    ("text", "written"),
    [("2026-11-22", "22. November 2026"), ("2026-13-01", None), ("22.11.2026", None), ("", None)],
)
def test_a_day_is_typed_with_the_year_first(text: str, written: str | None) -> None:
    assert written_date(text, "de-DE") == written
