"""Characters that a font lacks, and the installed fonts that have them."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from deckgen.fonts.font_files import outlined_characters
from deckgen.fonts.table_reader import BrokenFontError
from deckgen.render.fonts.font_substitutes import FALLBACK_FAMILIES
from deckgen.render.fonts.system_fonts import FontIndex, font_data

_RARE = re.compile("[^\u0000-\u024f\u2010-\u2027\u2030-\u203a\u20ac\u2122]")
"""Characters that some fonts for Latin letters lack."""
_SELECTORS = frozenset("\u200d\ufe0e\ufe0f")
"""They select how the character before them is drawn, and have no glyph."""


class FallbackRun(NamedTuple):
    """A part of a text for a fallback font; positions in UTF-16 code units, as in Office."""

    start: int
    end: int
    family: str


def fallback_runs(text: str, own: bytes, index: FontIndex) -> tuple[FallbackRun, ...]:
    """Return the parts of a text that the font file `own` lacks and an installed font has.

    Characters that no installed font has stay in their own font, which draws a box.
    """
    if not _RARE.search(text):
        return ()
    has = covered_code_points(own)
    runs: list[FallbackRun] = []
    at, family = 0, ""
    for character in text:
        end = at + (2 if ord(character) > 0xFFFF else 1)
        combines = character in _SELECTORS or unicodedata.category(character) in {"Mn", "Me"}
        if not (family and combines):
            family = "" if ord(character) in has else _fallback_family(character, family, index)
        if family and runs and runs[-1].end == at and runs[-1].family == family:
            runs[-1] = runs[-1]._replace(end=end)
        elif family:
            runs.append(FallbackRun(at, end, family))
        at = end
    return tuple(runs)


@lru_cache(maxsize=64)
def covered_code_points(data: bytes) -> frozenset[int]:
    """Return the code points that a font has glyphs for; none if it cannot be read."""
    try:
        return outlined_characters(data)
    except BrokenFontError:
        return frozenset()


def _fallback_family(character: str, last: str, index: FontIndex) -> str:
    """Return a family that has a character, preferably the last one; empty if there is none."""
    if character.isspace() or character in _SELECTORS:
        return ""
    for family in dict.fromkeys((last, *FALLBACK_FAMILIES)):
        file = index.get((family.casefold(), False, False))
        data = font_data(file) if file else None
        if data and ord(character) in covered_code_points(data):
            return family
    return ""
