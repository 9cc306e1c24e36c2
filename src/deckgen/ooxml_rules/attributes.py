"""Values of attributes: lengths, percentages, flags. An invalid value is None, never an error.

Both notations are read: plain numbers of ECMA-376 “transitional”, and numbers with a unit of
“strict” (Part 1, 22.9.2.9 ST_Percentage, 22.9.2.15 ST_UniversalMeasure).
"""

import re

_UNIVERSAL = re.compile(r"(-?[0-9]{1,9}(?:\.[0-9]{1,9})?)(mm|cm|in|pt|pc|pi)")
_POINTS = {"mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "pt": 1.0, "pc": 12.0, "pi": 12.0}
_EMU_PER_POINT = 12_700
_MOST = 1 << 32
"""PowerPoint writes no larger number."""


def parse_integer(value: str | None) -> int | None:
    """Return an integer; None if it is out of any range of PowerPoint."""
    try:
        number = int(value or "")
    except ValueError:
        return None
    return number if -_MOST <= number <= _MOST else None


def parse_emu(value: str | None) -> int | None:
    """Return a coordinate in EMU (20.1.10.16 ST_Coordinate)."""
    number = parse_integer(value)
    if number is not None:
        return number
    points = _universal(value)
    length = 0 if points is None else round(points * _EMU_PER_POINT)
    return None if points is None or abs(length) > _MOST else length


def parse_points(value: str | None) -> float | None:
    """Return points from hundredths of a point (20.1.10.74 ST_TextPoint)."""
    number = parse_integer(value)
    return _universal(value) if number is None else number / 100


def parse_share(value: str | None) -> float | None:
    """Return a share of 1 from thousandths of a per cent, or from “75%”."""
    number = parse_integer(value)
    if number is not None:
        return number / 100_000
    if value and value.endswith("%"):
        try:
            number_of_100 = float(value[:-1])
        except ValueError:
            return None
        return number_of_100 / 100 if abs(number_of_100) < _MOST else None
    return None


def parse_flag(value: str | None) -> bool | None:
    """Return an `xsd:boolean`, also as “on” or “off”."""
    if value in {"1", "true", "on"}:
        return True
    return False if value in {"0", "false", "off"} else None


def _universal(value: str | None) -> float | None:
    match = _UNIVERSAL.fullmatch(value or "")
    return float(match[1]) * _POINTS[match[2]] if match else None
