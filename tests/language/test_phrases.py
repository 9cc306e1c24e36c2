"""Words that deckgen says by itself: dates and phrases in the language of the slide."""

from __future__ import annotations

from datetime import date

import pytest

from deckgen.language.phrases import localized_date, long_date, phrase


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
    ("text", "written"),
    [
        ("2026-11-22", "22. November 2026"),
        ("22.11.2026", "22. November 2026"),
        ("2026-13-01", None),
        ("", None),
    ],
)
def test_a_day_is_written_out(text: str, written: str | None) -> None:
    assert localized_date(text, "de-DE") == written
