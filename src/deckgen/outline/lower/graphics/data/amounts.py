"""Numbers with what they count in the same cell, as spreadsheets show them: `1.200,50 €`."""

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from deckgen.language.number_formats import BLANKS, MINUS, is_gap
from deckgen.language.number_reader import CURRENCY, readings, split_number

_SIGN = f"[-+–‐‑{MINUS}]?"
_AMOUNT = re.compile(
    rf"(?P<opening>\(?)(?P<sign>{_SIGN})[{BLANKS}]*+(?P<before>{CURRENCY}|)[{BLANKS}]*+"
    rf"(?P<number>{_SIGN}[{BLANKS}]?[.,]?[0-9](?:[0-9.,'’{BLANKS}]*[0-9])?)"
    rf"(?:[.,][-–—])?(?P<closing>\)?)(?P<behind>[^0-9()]{{0,24}})(?P<last>\)?)"
)
"""A number and what it counts. Swiss and German price tags write `.–` and `,-` for no cents,
bookkeepers ( ) for a minus."""

_ZERO = re.compile(rf"(?P<before>{CURRENCY}|)\s*[-–—]\s*(?P<behind>{CURRENCY}|)")
"""A zero in the number format “Accounting” of spreadsheets."""


class Amount(NamedTuple):
    """A number, and what it counts."""

    number: str
    """The number as it was typed, with its sign in front."""
    unit: str
    """“€”, “km²”, “Mio. €”; empty if the number stands alone."""
    bracketed: bool
    """Whether it stood in parentheses, and has its minus from them."""


def split_amount(cell: str, lang: str) -> Amount | None:
    """Return number and unit of a cell; None if it does not hold one number and one unit."""
    zero = _ZERO.fullmatch(cell.strip())
    if zero:
        return Amount("0", zero["before"] or zero["behind"], bracketed=False)
    match = _AMOUNT.fullmatch(cell.strip())
    if match is None:
        return None
    number = match["number"].strip()
    parts = split_number(number)
    unit = f"{match['before']} {match['behind'].strip()}".strip()
    bracketed = bool(match["opening"])
    closings = len(match["closing"] + match["last"])
    is_unit = not unit or any(sign in "°%‰" or _is_word(sign) for sign in unit)
    if parts is None or closings != bracketed or not is_unit or not readings(parts.digits, lang):
        return None
    return Amount(f"{'-' if bracketed else match['sign']}{number}", unit, bracketed)


def _is_word(sign: str) -> bool:
    return sign.isalpha() or unicodedata.category(sign) == "Sc"


def common_unit(cells: Iterable[str], lang: str) -> str:
    """Return what all of these numbers count, where each says so; else nothing.

    Gaps count nothing.
    """
    units = set()
    for cell in cells:
        if not is_gap(cell):
            amount = split_amount(cell, lang)
            units.add("" if amount is None else amount.unit)
    return units.pop() if len(units) == 1 else ""
