"""Days written out as a language has them: “22. November 2026”, “November 22, 2026”."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

# The languages of most talks. For others Babel is loaded, which takes as long as writing a talk.
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
_LONG_DATES["de-DE"] = _LONG_DATES["de"]


def long_date(day: date, lang: str) -> str:
    """Return the day written out in `lang`: “22. November 2026”."""
    own = _LONG_DATES.get(lang)
    if own is None:
        from babel.dates import format_date

        return format_date(day, format="long", locale=babel_locale(lang))
    pattern, months = own
    return pattern.format(day=day.day, month=months.split()[day.month - 1], year=day.year)


def babel_locale(lang: str) -> Locale:
    """Return Babel's locale of a language; that of English for an unknown language."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(lang, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en")
