"""Days written out as a language has them: “22. November 2026”, “November 22, 2026”."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

# The long dates of the two languages that most talks here are given in. Every other one is asked of
# Babel, whose start costs a talk as much as writing it.
_LONG_DATES = {
    "de": (
        "{day}. {month} {year}",
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    ),
    "en-GB": (
        "{day} {month} {year}",
        "January February March April May June July August September October November December",
    ),
}
_ALSO = {"de-DE": "de"}


def long_date(day: date, lang: str) -> str:
    """Return the day as it is written out in `lang`: “22. November 2026”."""
    known = _LONG_DATES.get(_ALSO.get(lang, lang))
    if known is None:
        return _long_date_by_babel(day, lang)
    pattern, months = known
    return pattern.format(day=day.day, month=months.split()[day.month - 1], year=day.year)


def _long_date_by_babel(day: date, lang: str) -> str:
    from babel.dates import format_date

    return format_date(day, format="long", locale=babel_locale(lang))


def babel_locale(lang: str) -> Locale:
    """Return what Babel knows of a language; of English, where it knows nothing of it."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(lang, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en")
