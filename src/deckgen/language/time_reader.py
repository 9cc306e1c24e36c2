"""Reads days and durations as people write them: 2026-11-22, Nov 22, 2026; 20 Minuten, 1 h 30.

Every day of an outline is read here, so that a text means the same day everywhere. docs/numbers.md
has the rules, docs/decisions/numbers-and-dates.md the reasons.
"""

import datetime as dt
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from deckgen.language.phrases import babel_locale, long_date
from deckgen.support.word_sets import word_set

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_MIDNIGHT = re.compile(r"(?:T|\s)\s*(?:0?0:00(?::00(?:[.,]0+)?)?|12:00:00 AM)\s*(?:Z|\+00:00)?$")
"""The time that spreadsheets write behind a day without a time."""
_NUMERIC = re.compile(r"(\d{1,4})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{1,4})\.?")
_LONGEST = 60


_DAY_FIRST = word_set("ar ca cy el es fr ga gl he hi id it ms mt nl pt ro ta te th ur vi")
"""Languages in which 3/4/2027 and 3-4-2027 are the third of April."""
_NOT_THERE = ("-us", "-ca", "-pr", "-ph")
"""Regions in which these languages have both orders, as English has."""
_FILL_WORDS = word_set("de del den der d the of le el il la am on st nd rd th er e º")
_MONTHS = {"mrz": 3, "maerz": 3, "jänner": 1, "jaenner": 1, "feber": 2, "sept": 9}
"""German names that CLDR does not have."""
_UNITS = {
    1.0: "m min mins minute minutes minuten minuti minuto minutos minut minuty minuter minutter "
    "minuut minuuttia perc ' ’ ′",
    60.0: "h hr hrs hour hours st std stunde stunden heure heures hora horas ora ore uur uren "
    "timme timmar time timer godz godzina hodina hodiny",
    1 / 60: "s sec secs second seconds sek sekunde sekunden seconde secondes secondo secondi "
    'segundo segundos sekunder " ” ″',
}
_MINUTES = {name: minutes for minutes, names in _UNITS.items() for name in names.split()}
_PART = re.compile(
    r"\s*([0-9]{1,9}(?:[.,][0-9]{1,9})?)\s*([^\W\d_]{1,12}|['’′\"”″])?\.?(?:,(?=\s*[0-9]))?"
)
_CLOCK = re.compile(r"([0-9]{1,3}):([0-5][0-9])(?::([0-5][0-9]))?\s*([^\W\d_]{1,12})?\.?")


class AmbiguousDay(NamedTuple):
    """A text with two meanings: the day before the month, or behind it."""

    day_first: dt.date
    month_first: dt.date

    def in_words(self) -> str:
        """Return both days, as they may be typed and by the names of their months."""
        return " or ".join(f"{day.isoformat()} ({day:%B} {day.day})" for day in self)


def read_day(text: str, lang: str) -> dt.date | AmbiguousDay | None:
    """Return the day that a text means in `lang`; None if it means none.

    With points, the order is day, month, year in any language; after a year of four digits follows
    the month. With strokes or hyphens, the language decides the order of day and month; if it has
    both orders or neither, and both give a day, the text is ambiguous. A year of two digits is one
    of this century. Names of months are known in `lang`, German and English. A weekday must fit.
    """
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    if _ISO.fullmatch(text):
        return _day(text[:4], text[5:7], text[8:])
    text = _MIDNIGHT.sub("", text)
    match = _NUMERIC.fullmatch(text)
    return _numeric(match, lang) if match else _named(text, lang)


def localized_date(text: str, lang: str) -> str | AmbiguousDay | None:
    """Return the day that a text means, written out in `lang`; None if it means none."""
    day = read_day(text, lang)
    return day if day is None or isinstance(day, AmbiguousDay) else long_date(day, lang)


def _numeric(match: re.Match[str], lang: str) -> dt.date | AmbiguousDay | None:
    first, mark, second, third = match.groups()
    if len(first) == 4:
        return _day(first, second, third) if len(third) < 3 else None
    if len(first) > 2 or len(third) not in ({4} if mark == "-" else {2, 4}):
        return None
    day_first = _day(third, second, first)
    if mark == ".":
        return day_first
    month_first = _day(third, first, second)
    if day_first is None or month_first is None or day_first == month_first:
        return day_first or month_first
    tag = lang.lower()
    if tag.partition("-")[0] in _DAY_FIRST and not tag.endswith(_NOT_THERE):
        return day_first
    return AmbiguousDay(day_first, month_first)


def _named(text: str, lang: str) -> dt.date | None:
    """Return a day that is written with the name of its month, and maybe with its weekday."""
    numbers = re.findall(r"\d+", text)
    words = [word.casefold() for word in re.findall(r"[^\W\d_]+", text)]
    names = [word for word in words if word not in _FILL_WORDS]
    has_others = re.search(r"[^\w\s.,/'’-]|_", text)
    if len(numbers) != 2 or not 1 <= len(names) <= 2 or has_others:
        return None
    year, day = numbers if len(numbers[0]) == 4 else numbers[::-1]
    if len(year) not in {2, 4} or len(day) > 2:
        return None
    for tag in (lang, "de", "en"):
        day_read = _in_language(names, tag, year, day)
        if day_read is not None:
            return day_read
    return None


def _in_language(names: list[str], lang: str, year: str, day: str) -> dt.date | None:
    locale, months = babel_locale(lang), _months(lang)
    month = next((at for name in names if (at := _look_up(name, months))), None)
    if month is None:
        return None
    day_read = _day(year, str(month), day)
    others = [name for name in names if not _look_up(name, months)]
    if day_read is None or not others:
        return day_read if len(names) == 1 else None
    weekday = _look_up(others[0], _numbers(locale.days["format"]), 2)
    return day_read if weekday == day_read.weekday() + 1 else None


def month_number(name: str, lang: str) -> int | None:
    """Return the number of a month, from 1, by its name or its first letters, three at least.

    Names are known in `lang`, German and English.
    """
    word = name.strip().casefold().rstrip(".")
    return next((at for tag in (lang, "de", "en") if (at := _look_up(word, _months(tag)))), None)


def _months(lang: str) -> dict[str, int]:
    locale = babel_locale(lang)
    months = _numbers(locale.months["format"]) | _numbers(locale.months["stand-alone"])
    return months | (_MONTHS if locale.language == "de" else {"sept": 9})


def _numbers(names: dict[str, dict[int, str]]) -> dict[str, int]:
    """Return the numbers of months, or of weekdays with 1 for Monday, by their names."""
    added = 1 if 0 in names["wide"] else 0  # weekdays count from 0
    return {
        name.casefold().rstrip("."): at + added
        for width in ("wide", "abbreviated")
        for at, name in names[width].items()
    }


def _look_up(word: str, names: dict[str, int], least: int = 3) -> int | None:
    """Return the number of a name, which may be cut to its first letters, at least `least`."""
    if word in names:
        return names[word]
    months = {at for name, at in names.items() if len(word) >= least and name.startswith(word)}
    return months.pop() if len(months) == 1 else None


def _day(year: str, month: str, day: str) -> dt.date | None:
    full = f"20{year}" if len(year) == 2 else year
    try:
        return dt.date(int(full), int(month), int(day))
    except ValueError:
        return None


def are_months_in_order(names: Sequence[str], lang: str) -> bool:
    """Return whether names are months of `lang`, German or English, each the one after the last."""
    numbers = [month_number(name, lang) or 0 for name in names]
    follow = (second == first % 12 + 1 for first, second in pairwise(numbers))
    return len(numbers) > 1 and 0 not in numbers and all(follow)


def read_minutes(text: str) -> float | tuple[float, float] | None:
    """Return the minutes that a text means; None if it is no duration.

    A number without a unit counts minutes. The language does not matter: 2,5 is 2.5. Two meanings,
    the longer first, have 2.500, which could be 2500, and 1:30, which could be hours or minutes, if
    no unit follows.
    """
    from deckgen.language.number_reader import readings

    text = text.strip().casefold()
    sign = -1 if text.startswith(("-", "−")) else 1
    text = text.lstrip("+-−").strip()
    if clock := _CLOCK.fullmatch(text):
        return _by_the_clock(clock)
    total = 0.0
    at = 0
    before = 0.0
    while at < len(text):
        part = _PART.match(text, at)
        if part is None or part.end() == at:
            return None
        implied = 1.0 if before in {0.0, 60.0} else None  # minutes, also in 1h30
        unit = _MINUTES.get(part[2]) if part[2] else implied
        meanings = [float(f"{each.whole}.{each.decimals or 0}") for each in readings(part[1], "")]
        if unit is None or not meanings or (before and unit >= before):
            return None
        if len(meanings) == 2:
            whole, decimals = meanings
            return (whole * unit, decimals * unit) if at == 0 else None
        total += meanings[0] * unit
        before, at = unit, part.end()
    return sign * float(f"{total:.12g}") if text else None


def _by_the_clock(clock: re.Match[str]) -> float | tuple[float, float] | None:
    first, second, third, unit = clock.groups()
    if third is not None:
        return int(first) * 60 + int(second) + int(third) / 60 if unit is None else None
    hours, minutes = float(int(first) * 60 + int(second)), int(first) + int(second) / 60
    if unit is None:
        return hours, float(f"{minutes:.12g}")
    return {60.0: hours, 1.0: float(f"{minutes:.12g}")}.get(_MINUTES.get(unit, 0.0))
