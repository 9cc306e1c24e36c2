"""The font files of a brand: the face in each, and its name in PowerPoint."""

import struct

from deckgen.fonts.face import Face, FaceKey
from deckgen.fonts.name_table import FAMILY, best_names, font_names
from deckgen.fonts.sfnt import read_face
from deckgen.fonts.table_reader import BrokenFontError, font_tables

_KINDS = (b"\x00\x01\x00\x00", b"OTTO", b"true")
"""The first bytes of TrueType and OpenType files."""
_KERNED = "".join(map(chr, (*range(0x21, 0x7F), *range(0xC0, 0x180)))) + "„“”‚‘’–—"
"""The characters whose kerning is read: those of languages with Latin letters."""
_BOLD, _ITALIC = 1, 2


def read_font(data: bytes) -> tuple[FaceKey, Face]:
    """Return the face of a .ttf or .otf file, keyed by its name, bold and italic.

    Raises BrokenFontError.
    """
    if not data.startswith(_KINDS):
        raise BrokenFontError("it is no .ttf or .otf file")
    face = read_face(data, _KERNED)
    try:
        tables = font_tables(data)
        name = best_names(tables["name"], {FAMILY})[FAMILY]
        (style,) = struct.unpack_from(">H", tables["head"], 44)
    except (KeyError, struct.error, UnicodeDecodeError) as broken:
        raise BrokenFontError(f"its name cannot be read: {broken}") from broken
    return (name, bool(style & _BOLD), bool(style & _ITALIC)), face


def family_names(table: bytes) -> dict[tuple[int, int], str]:
    """Return the names of the family in a `name` table, by platform and language.

    Raises struct.error or UnicodeDecodeError if the table is broken.
    """
    return {(name.platform, name.language): name.text for name in font_names(table, {FAMILY})}
