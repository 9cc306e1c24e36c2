"""Reads durations as people write them, in minutes: 20; 2,5; 20 Minuten; 1 h 30; 90 s."""

import re

from deckgen.language.number_reader import readings

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


def read_minutes(text: str) -> float | tuple[float, float] | None:
    """Return the minutes that a text means; None if it is no duration.

    A number without a unit counts minutes. The language does not matter: 2,5 is 2.5. Two meanings,
    the longer first, have 2.500, which could be 2500, and 1:30, which could be hours or minutes, if
    no unit follows.
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
