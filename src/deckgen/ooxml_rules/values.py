"""Values of attributes and text that PowerPoint accepts: languages, colours, characters."""

import re

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


def placeholder_index(value: str | None) -> int | None:
    """Return the number in `p:ph@idx` (19.3.1.36, an unsignedInt), 0 without one; None: invalid."""
    match = _INDEX.fullmatch("0" if value is None else value)
    index = int(match[1]) if match else None
    return index if index is not None and index <= _LAST_INDEX else None
