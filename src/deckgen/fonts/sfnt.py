"""Font files (TrueType, OpenType) as faces: widths, heights and kerning.

The tables are those of the OpenType specification: `head`, `hhea`, `maxp`, `OS/2`, `hmtx`, `cmap`;
`kerning` reads `GPOS` and `kern`. docs/decisions/font-reader.md says why this is not fontTools.
"""

import struct
import sys
from collections.abc import Iterator, Mapping

from deckgen.fonts.face import Face
from deckgen.fonts.kerning import read_kerning
from deckgen.fonts.table_reader import BrokenFontError, FontTable, ReadBudget, font_tables

_USE_TYPOGRAPHIC_METRICS = 1 << 7
_LEAST_UNITS, _MOST_UNITS = 16, 16384
"""OpenType, head, unitsPerEm."""
_WITH_CAP_HEIGHT = 2
"""OpenType: the first version of `OS/2` that tells the height of capitals."""
_USUAL_CAP_HEIGHT = 0.7
_HIGHEST_LINE = 10
"""Em: the lines of no script are higher."""
_MOST_CHARACTERS = 200_000
"""A font has 65,535 glyphs at most; few of them serve several characters."""
_EXCESS = "it maps more characters than any font has"


def read_face(data: bytes, kerned: str) -> Face:
    """Return the face of a font file. Raises BrokenFontError.

    It has the widths of all characters with a glyph, and the kerning of all pairs of `kerned`.
    """
    budget = ReadBudget()
    try:
        tables = font_tables(data)
        advances = _advances(tables, budget)
        glyphs = {
            code: glyph
            for code, glyph in _glyphs(FontTable(tables["cmap"], budget)).items()
            if glyph < len(advances)
        }
        units = FontTable(tables["head"], budget).u16(18)
        ascent, descent, line_gap = _vertical(tables, budget)
        if not _LEAST_UNITS <= units <= _MOST_UNITS:
            raise BrokenFontError(f"it counts {units} units to the em")
        if not 0 < ascent + descent + line_gap <= _HIGHEST_LINE * units:
            raise BrokenFontError("its lines are as high as those of no font")
        letters = [(letter, glyphs.get(ord(letter), 0)) for letter in kerned]
        kerning = read_kerning(tables, letters, units, budget)
        cap_height = _cap_height(tables["OS/2"], units)
    except (KeyError, IndexError, struct.error) as broken:
        raise BrokenFontError(f"not a font that can be measured: {broken}") from broken
    return Face(
        units=units,
        ascent=ascent,
        descent=descent,
        line_gap=line_gap,
        widths={chr(code): advances[glyph] for code, glyph in glyphs.items()},
        kerning=kerning,
        cap_height=cap_height,
    )


def _cap_height(os2: bytes, units: int) -> float:
    """Return the height of capitals in em; that of most fonts where the font does not tell it."""
    (version,) = struct.unpack_from(">H", os2)
    height = 0
    if version >= _WITH_CAP_HEIGHT:
        (height,) = struct.unpack_from(">h", os2, 88)
    return height / units if 0 < height <= units else _USUAL_CAP_HEIGHT


def outlined_characters(data: bytes) -> frozenset[int]:
    """Return the code points that a font file draws with outlines. Raises BrokenFontError.

    A font of pictures (emoji as bitmaps) draws none.
    """
    try:
        tables = font_tables(data)
        if not {"glyf", "CFF ", "CFF2"} & tables.keys() or {"CBDT", "sbix"} & tables.keys():
            return frozenset()
        return frozenset(_glyphs(FontTable(tables["cmap"], ReadBudget())))
    except (KeyError, IndexError, struct.error) as broken:
        raise BrokenFontError(f"not a font that can be read: {broken}") from broken


def _glyphs(cmap: FontTable) -> dict[int, int]:
    """Return the glyph of each code point."""
    offsets = {}
    count = cmap.u16(2)
    cmap.budget.take(count)
    for number in range(count):
        at = 4 + 8 * number
        offsets[(cmap.u16(at), cmap.u16(at + 2))] = cmap.u32(at + 4)
    for key in ((3, 10), (0, 4), (0, 3), (3, 1)):
        if key in offsets:
            table = cmap.below(offsets[key])
            kind = table.u16(0)
            if kind in _FORMATS:
                return dict(_FORMATS[kind](table))
    raise KeyError("no Unicode character map")


def _format_4(table: FontTable) -> Iterator[tuple[int, int]]:
    count = table.u16(6) // 2
    ends, starts = table.u16s(14, count), table.u16s(16 + 2 * count, count)
    deltas = table.u16s(16 + 4 * count, count)
    offsets_at = 16 + 6 * count
    characters = ReadBudget(_MOST_CHARACTERS, _EXCESS)
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        characters.take(max(min(end, 0xFFFE) - start + 1, 0))
        at = offsets_at + 2 * number
        offset = table.u16(at)
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = code if not offset else table.u16(at + offset + 2 * (code - start))
            if glyph or not offset:
                glyph = (glyph + deltas[number]) & 0xFFFF
            if glyph:
                yield code, glyph


def _format_12(table: FontTable) -> Iterator[tuple[int, int]]:
    characters = ReadBudget(_MOST_CHARACTERS, _EXCESS)
    for number in range(table.u32(12)):
        table.budget.take(1)
        at = 16 + 12 * number
        first, last, glyph = table.u32(at), table.u32(at + 4), table.u32(at + 8)
        if last > sys.maxunicode:
            raise IndexError("it maps what is no character")
        characters.take(max(last - first + 1, 0))
        yield from ((code, glyph + code - first) for code in range(first, last + 1))


_FORMATS = {4: _format_4, 12: _format_12}


def _advances(tables: Mapping[str, bytes], budget: ReadBudget) -> list[int]:
    """Return the advance of every glyph."""
    count = FontTable(tables["hhea"], budget).u16(34)
    glyphs = FontTable(tables["maxp"], budget).u16(4)
    # In some fonts the last one has no side bearing.
    advances = list(FontTable(tables["hmtx"], budget).u16s(0, max(2 * count - 1, 0))[::2])
    if not advances:
        raise IndexError("no glyph has a width")
    return advances + advances[-1:] * (glyphs - count)


def _vertical(tables: Mapping[str, bytes], budget: ReadBudget) -> tuple[int, int, int]:
    """Return ascent, descent and line gap as PowerPoint on Windows takes them.

    They are the typographic ones if the font says so, else the Windows ones with the part of the
    line gap of `hhea` that these do not cover.
    """
    hhea, os2 = FontTable(tables["hhea"], budget), FontTable(tables["OS/2"], budget)
    if os2.u16(62) & _USE_TYPOGRAPHIC_METRICS:
        return os2.i16(68), -os2.i16(70), os2.i16(72)
    ascent, descent = os2.u16(74), os2.u16(76)
    solid = hhea.i16(4) - hhea.i16(6)
    return ascent, descent, max(0, hhea.i16(8) - (ascent + descent - solid))
