"""What a font file says about itself: its names, its looks, and whether it may be embedded.

The tables are `OS/2`, `name` and `head` of the OpenType specification.
"""

import struct
from typing import Literal, NamedTuple, TypeAlias

from deckgen.fonts.name_table import FAMILY, FULL_NAME, STYLE, VERSION, best_names
from deckgen.fonts.table_reader import BrokenFontError, font_tables

Permission: TypeAlias = Literal["free", "view", "no", "bitmaps"]
"""Embedding is permitted: for editing; for viewing and printing; not at all; for bitmaps only."""

_OS2 = struct.Struct(">HhHHH")
"""Version, average width, weight, width, fsType."""
_NAMES = frozenset({FAMILY, STYLE, FULL_NAME, VERSION})
_RESTRICTED, _VIEW, _EDITABLE, _BITMAPS = 0x2, 0x4, 0x8, 0x200


class FontFacts(NamedTuple):
    """The names and properties of a font file."""

    family: str
    style: str
    version: str
    full_name: str
    panose: bytes
    weight: int
    italic: bool
    fs_type: int
    unicode_ranges: tuple[int, ...]
    code_pages: tuple[int, ...]
    adjustment: int
    """`checkSumAdjustment` of `head`."""
    truetype: bool
    """Whether its outlines are TrueType's, and not PostScript's (CFF)."""

    @property
    def permission(self) -> Permission:
        """The embedding permission: the least strict of those set (OpenType, OS/2, fsType)."""
        if self.fs_type & _BITMAPS:
            return "bitmaps"
        if self.fs_type & _EDITABLE or not self.fs_type & (_RESTRICTED | _VIEW):
            return "free"
        return "view" if self.fs_type & _VIEW else "no"


def read_font_facts(data: bytes) -> FontFacts:
    """Return what a .ttf or .otf file says about itself. Raises BrokenFontError."""
    try:
        tables = font_tables(data)
        os2, head, names = tables["OS/2"], tables["head"], best_names(tables["name"], _NAMES)
        version, _, weight, _, fs_type = _OS2.unpack_from(os2)
        (selection,) = struct.unpack_from(">H", os2, 62)
        pages = struct.unpack_from(">2I", os2, 78) if version >= 1 else (0, 0)
        (adjustment,) = struct.unpack_from(">I", head, 8)
        return FontFacts(
            names[FAMILY],
            names.get(STYLE, "Regular"),
            names.get(VERSION, ""),
            names.get(FULL_NAME, names[FAMILY]),
            os2[32:42],
            weight,
            bool(selection & 1),
            fs_type,
            struct.unpack_from(">4I", os2, 42),
            pages,
            adjustment,
            not data.startswith(b"OTTO"),
        )
    except (KeyError, struct.error, UnicodeDecodeError) as broken:
        raise BrokenFontError(f"what it says about itself cannot be read: {broken}") from broken
