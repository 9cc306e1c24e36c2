"""Values of attributes: lengths, shares, flags, languages, colours, where links lead.

An invalid value is None, never an error. Both notations are read: plain numbers of ECMA-376
“transitional”, and numbers with a unit of “strict” (Part 1, 22.9.2.9 ST_Percentage, 22.9.2.15
ST_UniversalMeasure).
"""

import re

_UNIVERSAL = re.compile(r"(-?[0-9]{1,9}(?:\.[0-9]{1,9})?)(mm|cm|in|pt|pc|pi)")
_POINTS = {"mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "pt": 1.0, "pc": 12.0, "pi": 12.0}
_EMU_PER_POINT = 12_700
_MOST = 1 << 32
"""PowerPoint writes no larger number."""
LANGUAGE = re.compile(
    r"[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?(-[a-z\d]+)*(_[a-z]+)?|x(-[a-z\d]{1,8})+",
    re.IGNORECASE,
)
"""A language tag, de-DE or Office's own es-ES_tradnl and x-none."""
HEX_COLOUR = re.compile("[0-9A-Fa-f]{6}")
"""ECMA-376 Part 1, 22.9.2.5 ST_HexColorRGB."""
SCHEME_COLOURS = frozenset(
    (
        *("bg1", "tx1", "bg2", "tx2", "dk1", "lt1", "dk2", "lt2", "hlink", "folHlink", "phClr"),
        *(f"accent{number}" for number in range(1, 7)),
    )
)
"""ECMA-376 Part 1, 20.1.10.54 ST_SchemeColorVal."""
CONTROL_CHARACTER = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|_x00[01][0-9A-Fa-f]_")
"""A control character, plain or escaped, except tabs and line ends."""
_INDEX = re.compile(r"\s*\+?([0-9]{1,10})\s*")
_LAST_INDEX = (1 << 32) - 1
SCHEMES = frozenset({"http", "https", "mailto", "ftp", "tel", "file"})
"""Schemes of addresses to which a link may lead: never a script."""
PROGRAM_ACTIONS = ("ppaction://program", "ppaction://macro")
"""The beginnings of click actions that run a program or a macro."""
LINK_TAGS = ("a:hlinkClick", "a:hlinkHover", "a:hlinkMouseOver")
_WEB = re.compile(r"(?i)(https?://|mailto:)[^\s\x00-\x1f]+")


def parse_integer(value: str | None) -> int | None:
    """Return an integer; None if it is out of any range of PowerPoint."""
    try:
        number = int(value or "")
    except ValueError:
        return None
    return number if -_MOST <= number <= _MOST else None


def parse_emu(value: str | None) -> int | None:
    """Return a coordinate in EMU (20.1.10.16 ST_Coordinate)."""
    points = _universal(value)
    length = parse_integer(value) if points is None else round(points * _EMU_PER_POINT)
    return None if length is None or abs(length) > _MOST else length


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


def placeholder_index(value: str | None) -> int | None:
    """Return the number in `p:ph@idx` (19.3.1.36, an unsignedInt), 0 without one; None: invalid."""
    match = _INDEX.fullmatch("0" if value is None else value)
    index = int(match[1]) if match else None
    return index if index is not None and index <= _LAST_INDEX else None


def has_unknown_scheme(address: str) -> bool:
    """Return whether an address has a scheme that is not in SCHEMES; a link must not lead there."""
    scheme, colon, _ = address.partition(":")
    return bool(colon) and scheme.strip().lower() not in SCHEMES


def is_web_address(address: str) -> bool:
    """Return whether an address is on the web or a mailbox: no file, and no script."""
    return bool(_WEB.fullmatch(address))
