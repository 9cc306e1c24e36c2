"""How long something takes, as people write it: 20, 2,5, 20 Minuten, 1 h 30, 90 s; in minutes."""

import re
from typing import NamedTuple

from deckgen.language.number_reader import readings

_UNITS = {
    1.0: (
        *("m", "min", "mins", "minute", "minutes", "minuten", "minuti", "minuto", "minutos"),
        *("minut", "minuty", "minuter", "minutter", "minuut", "minuuttia", "perc", "'", "’", "′"),
    ),
    60.0: (
        *("h", "hr", "hrs", "hour", "hours", "st", "std", "stunde", "stunden", "heure", "heures"),
        *("hora", "horas", "ora", "ore", "uur", "uren", "timme", "timmar", "time", "timer"),
        *("godz", "godzina", "hodina", "hodiny"),
    ),
    1 / 60: (
        *("s", "sec", "secs", "second", "seconds", "sek", "sekunde", "sekunden", "seconde"),
        *("secondes", "secondo", "secondi", "segundo", "segundos", "sekunder", '"', "”", "″"),
    ),
}
_MINUTES = {name: minutes for minutes, names in _UNITS.items() for name in names}
_PART = re.compile(
    r"\s*([0-9]{1,9}(?:[.,][0-9]{1,9})?)\s*([^\W\d_]{1,12}|['’′\"”″])?\.?(?:,(?=\s*[0-9]))?"
)
_CLOCK = re.compile(r"([0-9]{1,3}):([0-5][0-9])(?::([0-5][0-9]))?\s*([^\W\d_]{1,12})?\.?")


class AmbiguousDuration(NamedTuple):
    """What can be read in two ways, each in minutes."""

    longer: float
    shorter: float


def read_minutes(text: str) -> float | AmbiguousDuration | None:
    """Return how many minutes a text means; None if it means none.

    A number alone counts minutes. The language does not matter: 2,5 and 2.5 are the same, and 2.500
    could be 2500 as well. 1:30 could be hours or minutes, unless a unit says which.
    """
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
        unit = _unit(part[2], before)
        found = readings(part[1], "")
        if unit is None or not found or (before and unit >= before):
            return None
        if len(found) == 2:
            whole, decimals = (float(f"{one.whole}.{one.decimals or 0}") for one in found)
            return AmbiguousDuration(whole * unit, decimals * unit) if at == 0 else None
        total += float(f"{found[0].whole}.{found[0].decimals or 0}") * unit
        before, at = unit, part.end()
    return sign * float(f"{total:.12g}") if text else None


def _unit(name: str | None, before: float) -> float | None:
    """Return the minutes of a unit; without a name, minutes, also behind hours, as in 1h30."""
    if name is None:
        return 1.0 if before in {0.0, 60.0} else None
    return _MINUTES.get(name)


def _by_the_clock(clock: re.Match[str]) -> float | AmbiguousDuration | None:
    first, second, third, unit = clock.groups()
    if third is not None:
        return int(first) * 60 + int(second) + int(third) / 60 if unit is None else None
    hours, minutes = float(int(first) * 60 + int(second)), int(first) + int(second) / 60
    if unit is None:
        return AmbiguousDuration(hours, float(f"{minutes:.12g}"))
    return {60.0: hours, 1.0: float(f"{minutes:.12g}")}.get(_MINUTES.get(unit, 0.0))
