"""Font files (TrueType, OpenType): the face in each, its names, and whether it may be embedded.

The tables are those of the OpenType specification: `head`, `hhea`, `maxp`, `OS/2`, `hmtx`, `cmap`,
`name`. docs/decisions/font-reader.md says why this is not fontTools.
"""

import struct
import sys
from collections.abc import Container, Iterator, Mapping
from itertools import islice
from typing import Literal, NamedTuple, TypeAlias

from deckgen.fonts.face import Face, FaceKey
from deckgen.fonts.table_reader import BrokenFontError, FontTable, font_tables

_KINDS = (b"\x00\x01\x00\x00", b"OTTO", b"true")
"""The first bytes of TrueType and OpenType files."""
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
_USE_TYPOGRAPHIC_METRICS = 1 << 7
_LEAST_UNITS, _MOST_UNITS = 16, 16384
"""OpenType, head, unitsPerEm."""
_WITH_CAP_HEIGHT = 2
"""OpenType: the first version of `OS/2` that tells the height of capitals."""
_USUAL_CAP_HEIGHT = 0.7
"""Em: the height of capitals where the font does not tell it."""
_HIGHEST_LINE = 10
"""Em: the lines of no script are higher."""
_MOST_CHARACTERS = 200_000
"""A font has 65,535 glyphs at most; few of them serve several characters."""

Permission: TypeAlias = Literal["free", "view", "no", "bitmaps"]
"""Embedding is permitted: for editing; for viewing and printing; not at all; for bitmaps only."""


def read_font(data: bytes) -> tuple[FaceKey, Face]:
    """Return the face of a .ttf or .otf file, keyed by its name, bold and italic.

    Raises BrokenFontError.
    """
    if not data.startswith(_KINDS):
        raise BrokenFontError("it is no .ttf or .otf file")
    face = read_face(data)
    try:
        tables = font_tables(data)
        name = best_names(tables["name"], {FAMILY})[FAMILY]
        (style,) = struct.unpack_from(">H", tables["head"], 44)
    except (KeyError, struct.error, UnicodeDecodeError) as broken:
        raise BrokenFontError(f"its name cannot be read: {broken}") from broken
    return (name, bool(style & _BOLD), bool(style & _ITALIC)), face


def read_face(data: bytes) -> Face:
    """Return the face of a font file, with the widths of all characters that have a glyph.

    Raises BrokenFontError.
    """
    try:
        tables = font_tables(data)
        advances = _advances(tables)
        glyphs = {
            code: glyph for code, glyph in mapped_glyphs(tables).items() if glyph < len(advances)
        }
        units = FontTable(tables["head"]).u16(18)
        ascent, descent, line_gap = _vertical(tables)
        if not _LEAST_UNITS <= units <= _MOST_UNITS:
            raise BrokenFontError(f"it counts {units} units to the em")
        if not 0 < ascent + descent + line_gap <= _HIGHEST_LINE * units:
            raise BrokenFontError("its lines are as high as those of no font")
        os2 = FontTable(tables["OS/2"])
        cap_height = os2.i16(88) if os2.u16(0) >= _WITH_CAP_HEIGHT else 0
    except (KeyError, IndexError, struct.error) as broken:
        raise BrokenFontError(f"not a font that can be measured: {broken}") from broken
    return Face(
        units=units,
        ascent=ascent,
        descent=descent,
        line_gap=line_gap,
        widths={chr(code): advances[glyph] for code, glyph in glyphs.items()},
        cap_height=cap_height / units if 0 < cap_height <= units else _USUAL_CAP_HEIGHT,
    )


def outlined_characters(data: bytes) -> frozenset[int]:
    """Return the code points that a font file draws with outlines. Raises BrokenFontError.

    A font of pictures (emoji as bitmaps) draws none.
    """
    try:
        tables = font_tables(data)
        if not {"glyf", "CFF ", "CFF2"} & tables.keys() or {"CBDT", "sbix"} & tables.keys():
            return frozenset()
        return frozenset(mapped_glyphs(tables))
    except (KeyError, IndexError, struct.error) as broken:
        raise BrokenFontError(f"not a font that can be read: {broken}") from broken


def mapped_glyphs(tables: Mapping[str, bytes]) -> dict[int, int]:
    """Return the glyph of each code point.

    Raises KeyError, IndexError, struct.error or BrokenFontError.
    """
    cmap, offsets = FontTable(tables["cmap"]), {}
    for number in range(cmap.u16(2)):
        at = 4 + 8 * number
        offsets[(cmap.u16(at), cmap.u16(at + 2))] = cmap.u32(at + 4)
    for key in ((3, 10), (0, 4), (0, 3), (3, 1)):
        if key in offsets:
            table = cmap.below(offsets[key])
            kind = table.u16(0)
            if kind in _FORMATS:
                mapped = list(islice(_FORMATS[kind](table), _MOST_CHARACTERS + 1))
                if len(mapped) > _MOST_CHARACTERS:
                    raise BrokenFontError("it maps more characters than any font has")
                return {code: glyph for code, glyph in mapped if glyph}
    raise KeyError("no Unicode character map")


def _format_4(table: FontTable) -> Iterator[tuple[int, int]]:
    count = table.u16(6) // 2
    ends, starts = table.u16s(14, count), table.u16s(16 + 2 * count, count)
    deltas = table.u16s(16 + 4 * count, count)
    offsets_at = 16 + 6 * count
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        at = offsets_at + 2 * number
        offset = table.u16(at)
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = code if not offset else table.u16(at + offset + 2 * (code - start))
            if glyph or not offset:
                glyph = (glyph + deltas[number]) & 0xFFFF
            yield code, glyph


def _format_12(table: FontTable) -> Iterator[tuple[int, int]]:
    for number in range(table.u32(12)):
        at = 16 + 12 * number
        first, last, glyph = table.u32(at), table.u32(at + 4), table.u32(at + 8)
        if last > sys.maxunicode:
            raise IndexError("it maps what is no character")
        yield from ((code, glyph + code - first) for code in range(first, last + 1))


_FORMATS = {4: _format_4, 12: _format_12}


def _advances(tables: Mapping[str, bytes]) -> list[int]:
    """Return the advance of every glyph."""
    count = FontTable(tables["hhea"]).u16(34)
    glyphs = FontTable(tables["maxp"]).u16(4)
    # In some fonts the last one has no side bearing.
    advances = list(FontTable(tables["hmtx"]).u16s(0, max(2 * count - 1, 0))[::2])
    if not advances:
        raise IndexError("no glyph has a width")
    return advances + advances[-1:] * (glyphs - count)


def _vertical(tables: Mapping[str, bytes]) -> tuple[int, int, int]:
    """Return ascent, descent and line gap as PowerPoint on Windows takes them.

    They are the typographic ones if the font says so, else the Windows ones with the part of the
    line gap of `hhea` that these do not cover.
    """
    hhea, os2 = FontTable(tables["hhea"]), FontTable(tables["OS/2"])
    if os2.u16(62) & _USE_TYPOGRAPHIC_METRICS:
        return os2.i16(68), -os2.i16(70), os2.i16(72)
    ascent, descent = os2.u16(74), os2.u16(76)
    solid = hhea.i16(4) - hhea.i16(6)
    return ascent, descent, max(0, hhea.i16(8) - (ascent + descent - solid))


def best_names(table: bytes, name_ids: Container[int]) -> dict[int, str]:
    """Return one name for each id: that for English Windows, which Office shows; else the first.

    Raises struct.error or UnicodeDecodeError if the table is broken.
    """
    names: dict[int, str] = {}
    for name_id, text, is_best in font_names(table, name_ids):
        if is_best or name_id not in names:
            names[name_id] = text
    return names


def font_names(table: bytes, name_ids: Container[int]) -> Iterator[tuple[int, str, bool]]:
    """Yield the names of a `name` table with some ids: id, text, whether for English Windows.

    Empty names, names that are too long, and invisible characters are left out.
    Raises struct.error or UnicodeDecodeError if the table is broken.
    """
    _, count, strings = struct.unpack_from(">3H", table)
    for number in range(count):
        platform, encoding, language, name_id, length, offset = struct.unpack_from(
            ">6H", table, 6 + 12 * number
        )
        if name_id not in name_ids or length > _LONGEST:
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
            yield name_id, name, (platform, language) == (_WINDOWS, _ENGLISH)


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
