"""Characters that a font does not have, and the installed fonts that lend them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from deckgen.fonts.sfnt import outlined_characters
from deckgen.fonts.table_reader import BrokenFontError
from deckgen.render.fonts.font_substitutes import FALLBACK_FAMILIES
from deckgen.render.fonts.system_fonts import FontIndex, font_data

_RARE = re.compile("[^\u0000-\u024f\u2010-\u2027\u2030-\u203a\u20ac\u2122]")
"""What not every font for Latin letters has."""
_SELECTORS = frozenset("\u200d\ufe0e\ufe0f")
"""They say how the character before them is shown, and have no look of their own."""


class FallbackRun(NamedTuple):
    """A stretch of a text that another font draws; counted in UTF-16 code units, as Office does."""

    start: int
    end: int
    family: str


def fallback_runs(text: str, own: bytes, index: FontIndex) -> tuple[FallbackRun, ...]:
    """Return the stretches that the font `own` cannot draw, but an installed one can.

    What no installed font can draw stays with its own font, which shows a box.
    """
    if not _RARE.search(text):
        return ()
    has = covered_code_points(own)
    found: list[FallbackRun] = []
    at, lender = 0, ""
    for sign in text:
        end = at + (2 if ord(sign) > 0xFFFF else 1)
        if not (lender and _follows(sign)):
            lender = "" if ord(sign) in has else _lender(sign, lender, index)
        if lender and found and found[-1].end == at and found[-1].family == lender:
            found[-1] = found[-1]._replace(end=end)
        elif lender:
            found.append(FallbackRun(at, end, lender))
        at = end
    return tuple(found)


@lru_cache(maxsize=64)
def covered_code_points(data: bytes) -> frozenset[int]:
    """Return the code points that a font draws; none if it cannot be read."""
    try:
        return outlined_characters(data)
    except BrokenFontError:
        return frozenset()


def _follows(sign: str) -> bool:
    return sign in _SELECTORS or unicodedata.category(sign) in {"Mn", "Me"}


def _lender(sign: str, last: str, index: FontIndex) -> str:
    """Return the font that lends a character, rather the one that lent the last; empty if none."""
    if sign.isspace() or sign in _SELECTORS:
        return ""
    for family in dict.fromkeys((last, *FALLBACK_FAMILIES)):
        file = index.get((family.casefold(), False, False))
        data = font_data(file) if file else None
        if data and ord(sign) in covered_code_points(data):
            return family
    return ""
