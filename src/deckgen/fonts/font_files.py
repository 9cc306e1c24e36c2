"""Font files: the face in each, its names, its looks, and whether it may be embedded.

The tables are `OS/2`, `name` and `head` of the OpenType specification.
"""

import struct
from collections.abc import Container, Iterator
from typing import Literal, NamedTuple, TypeAlias

from deckgen.fonts.face import Face, FaceKey
from deckgen.fonts.sfnt import read_face
from deckgen.fonts.table_reader import BrokenFontError, font_tables

_KINDS = (b"\x00\x01\x00\x00", b"OTTO", b"true")
"""The first bytes of TrueType and OpenType files."""
_KERNED = "".join(map(chr, (*range(0x21, 0x7F), *range(0xC0, 0x180)))) + "„“”‚‘’–—"
"""The characters whose kerning is read: those of languages with Latin letters."""
_BOLD, _ITALIC = 1, 2
FAMILY, STYLE, FULL_NAME, VERSION = 1, 2, 4, 5
"""Name ids; the family is the name that Office lists, with its bold and italic faces."""
_WINDOWS, _UNICODE, _MACINTOSH = 3, 0, 1
_ENGLISH = 0x409
_LONGEST = 400
"""Bytes of the longest name that is read: 200 letters."""
_OS2 = struct.Struct(">HhHHH")
"""Version, average width, weight, width, fsType."""
_NAMES = frozenset({FAMILY, STYLE, FULL_NAME, VERSION})
_RESTRICTED, _VIEW, _EDITABLE, _BITMAPS = 0x2, 0x4, 0x8, 0x200

Permission: TypeAlias = Literal["free", "view", "no", "bitmaps"]
"""Embedding is permitted: for editing; for viewing and printing; not at all; for bitmaps only."""


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


class FontName(NamedTuple):
    """One name, for one platform and one language."""

    platform: int
    language: int
    name_id: int
    text: str


def best_names(table: bytes, name_ids: Container[int]) -> dict[int, str]:
    """Return one name for each id: that for English Windows, which Office shows; else the first.

    Raises struct.error or UnicodeDecodeError if the table is broken.
    """
    names: dict[int, str] = {}
    for name in font_names(table, name_ids):
        is_best = (name.platform, name.language) == (_WINDOWS, _ENGLISH)
        if is_best or name.name_id not in names:
            names[name.name_id] = name.text
    return names


def font_names(table: bytes, name_ids: Container[int]) -> Iterator[FontName]:
    """Yield the names of a `name` table with some ids, in their order.

    Empty names, names that are too long, and invisible characters are left out.
    Raises struct.error or UnicodeDecodeError if the table is broken.
    """
    _, count, strings = struct.unpack_from(">3H", table)
    for number in range(count):
        platform, encoding, language, names, length, offset = struct.unpack_from(
            ">6H", table, 6 + 12 * number
        )
        if names not in name_ids or length > _LONGEST:
            continue
        raw = table[strings + offset : strings + offset + length]
        if platform in {_WINDOWS, _UNICODE}:
            text = raw.decode("utf-16-be")
        elif (platform, encoding) == (_MACINTOSH, 0):
            text = raw.decode("mac-roman")
        else:
            continue
        name = "".join(sign for sign in text if sign.isprintable()).strip()
        if name:
            yield FontName(platform, language, names, name)


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
