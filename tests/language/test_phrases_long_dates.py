"""Days are written out as the language of the slide has them."""

from datetime import date

import pytest

from deckgen.language.phrases import long_date


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
    [("de-DE", "3. März 2026", "3. Dezember 2026"), ("en-GB", "3 March 2026", "3 December 2026")],
)
def test_our_own_months_stand_in_their_order(lang: str, march: str, december: str) -> None:
    assert long_date(date(2026, 3, 3), lang) == march
    assert long_date(date(2026, 12, 3), lang) == december
