"""Font files (TrueType, OpenType) as faces: what measuring needs of them, and no more.

The tables are those of the OpenType specification: `head`, `hhea`, `OS/2`, `hmtx` and `cmap` for
widths and heights, `GPOS` (pair adjustment, the feature `kern`) or `kern` for kerning.
"""

from __future__ import annotations

import struct
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from deckgen.deck.face import UNKERNED, Face, Kerning

_USE_TYPOGRAPHIC_METRICS = 1 << 7


class BrokenFontError(Exception):
    """The bytes are no font that can be measured."""


@dataclass(frozen=True, slots=True)
class _Table:
    """A stretch of a font file that is read by offsets of its own."""

    data: bytes

    def u16(self, at: int) -> int:
        return int.from_bytes(self._bytes(at, 2))

    def i16(self, at: int) -> int:
        return int.from_bytes(self._bytes(at, 2), signed=True)

    def u32(self, at: int) -> int:
        return int.from_bytes(self._bytes(at, 4))

    def _bytes(self, at: int, count: int) -> bytes:
        found = self.data[at : at + count]
        if len(found) < count:
            raise IndexError("it ends too early")
        return found

    def u16s(self, at: int, count: int) -> tuple[int, ...]:
        return struct.unpack_from(f">{count}H", self.data, at)

    def below(self, at: int) -> _Table:
        return _Table(self.data[at:])


def read_face(data: bytes, wanted: Callable[[int], bool], kerned: str) -> Face:
    """Return the face of a font file. Raises BrokenFontError.

    It has the widths of the `wanted` code points, and the kerning of pairs made of `kerned`.
    """
    try:
        tables = font_tables(data)
        glyphs = _glyphs(_Table(tables["cmap"]))
        advances = _advances(tables)
        units = _Table(tables["head"]).u16(18)
        ascent, descent, line_gap = _vertical(tables)
        kerning = _kerning(tables, [(letter, glyphs.get(ord(letter), 0)) for letter in kerned])
    except (KeyError, IndexError, struct.error) as broken:
        raise BrokenFontError(f"not a font that can be measured: {broken}") from broken
    widths = {chr(code): advances[glyph] for code, glyph in glyphs.items() if wanted(code)}
    return Face(
        units=units,
        ascent=ascent,
        descent=descent,
        line_gap=line_gap,
        widths=widths,
        kerning=kerning,
    )


def drawn(data: bytes) -> frozenset[int]:
    """Return the code points that a font file draws with outlines. Raises BrokenFontError.

    A font of pictures (emoji as bitmaps) draws none.
    """
    try:
        tables = font_tables(data)
        if not {"glyf", "CFF ", "CFF2"} & tables.keys() or {"CBDT", "sbix"} & tables.keys():
            return frozenset()
        return frozenset(_glyphs(_Table(tables["cmap"])))
    except (KeyError, IndexError, struct.error) as broken:
        raise BrokenFontError(f"not a font that can be read: {broken}") from broken


def font_tables(data: bytes) -> dict[str, bytes]:
    """Return the tables of a font file, by their tags. Raises struct.error."""
    (count,) = struct.unpack_from(">H", data, 4)
    tables = {}
    for number in range(count):
        tag, _, offset, length = struct.unpack_from(">4s3I", data, 12 + 16 * number)
        tables[tag.decode("latin-1")] = data[offset : offset + length]
    return tables


def _glyphs(cmap: _Table) -> dict[int, int]:
    """Return the glyph of each code point."""
    offsets = {}
    for number in range(cmap.u16(2)):
        at = 4 + 8 * number
        offsets[(cmap.u16(at), cmap.u16(at + 2))] = cmap.u32(at + 4)
    for key in ((3, 10), (0, 4), (0, 3), (3, 1)):
        if key in offsets:
            table = cmap.below(offsets[key])
            return dict(_format_12(table) if table.u16(0) == 12 else _format_4(table))
    raise KeyError("no Unicode character map")


def _format_4(table: _Table) -> Iterator[tuple[int, int]]:
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
            if glyph:
                yield code, glyph


def _format_12(table: _Table) -> Iterator[tuple[int, int]]:
    for number in range(table.u32(12)):
        at = 16 + 12 * number
        first, last, glyph = table.u32(at), table.u32(at + 4), table.u32(at + 8)
        if last > sys.maxunicode:
            raise IndexError("it maps what is no character")
        yield from ((code, glyph + code - first) for code in range(first, last + 1))


def _advances(tables: dict[str, bytes]) -> list[int]:
    """Return the advance of every glyph."""
    count, glyphs = _Table(tables["hhea"]).u16(34), _Table(tables["maxp"]).u16(4)
    hmtx = _Table(tables["hmtx"])
    advances = [hmtx.u16(4 * glyph) for glyph in range(count)]
    return advances + advances[-1:] * (glyphs - count)


def _vertical(tables: dict[str, bytes]) -> tuple[int, int, int]:
    """Return ascent, descent and line gap as PowerPoint on Windows takes them.

    They are the typographic ones where the font says so, else the Windows ones, with what of the
    line gap `hhea` leaves over.
    """
    hhea, os2 = _Table(tables["hhea"]), _Table(tables["OS/2"])
    if os2.u16(62) & _USE_TYPOGRAPHIC_METRICS:
        return os2.i16(68), -os2.i16(70), os2.i16(72)
    ascent, descent = os2.u16(74), os2.u16(76)
    solid = hhea.i16(4) - hhea.i16(6)
    return ascent, descent, max(0, hhea.i16(8) - (ascent + descent - solid))


_Pairs = Callable[[int, int], int | None]


def _kerning(tables: dict[str, bytes], letters: list[tuple[str, int]]) -> Kerning:
    lookups = list(_gpos(_Table(tables["GPOS"]))) if "GPOS" in tables else []
    if not lookups and "kern" in tables:
        lookups = [[_old_pairs(_Table(tables["kern"]))]]
    if not lookups:
        return UNKERNED
    letters = [(letter, glyph) for letter, glyph in letters if glyph]
    rows = {
        letter: tuple(_adjusted(lookups, glyph, other) for _, other in letters)
        for letter, glyph in letters
    }
    return _in_classes(rows, [letter for letter, _ in letters])


def _adjusted(lookups: list[list[_Pairs]], first: int, second: int) -> int:
    """Return what all lookups add; within one, the first subtable that knows the pair decides."""
    return sum(
        next((value for pairs in lookup if (value := pairs(first, second)) is not None), 0)
        for lookup in lookups
    )


def _in_classes(rows: dict[str, tuple[int, ...]], letters: list[str]) -> Kerning:
    """Give letters whose values are all alike one class; those that never kern have none."""
    left = {letter: row for letter, row in rows.items() if any(row)}
    row_numbers = {row: number for number, row in enumerate(dict.fromkeys(left.values()))}
    columns = dict(zip(letters, zip(*row_numbers, strict=True), strict=False))
    right = {letter: column for letter, column in columns.items() if any(column)}
    column_numbers = {column: number for number, column in enumerate(dict.fromkeys(right.values()))}
    return Kerning(
        {letter: row_numbers[row] for letter, row in left.items()},
        {letter: column_numbers[column] for letter, column in right.items()},
        len(column_numbers),
        tuple(value for row in zip(*column_numbers, strict=True) for value in row),
    )


def _old_pairs(kern: _Table) -> _Pairs:
    """Return the pairs of a `kern` table, format 0."""
    pairs = {}
    at = 4
    for _ in range(kern.u16(2)):
        if kern.u16(at + 4) >> 8 == 0:
            for number in range(kern.u16(at + 6)):
                entry = at + 14 + 6 * number
                pairs[(kern.u16(entry), kern.u16(entry + 2))] = kern.i16(entry + 4)
        at += kern.u16(at + 2)
    return lambda first, second: pairs.get((first, second))


def _gpos(gpos: _Table) -> Iterator[list[_Pairs]]:
    """Return the subtables of every lookup that the feature `kern` uses."""
    lookups = gpos.below(gpos.u16(8))
    for number in _kern_lookups(gpos.below(gpos.u16(6))):
        lookup = lookups.below(lookups.u16(2 + 2 * number))
        kind = lookup.u16(0)
        subtables = [lookup.below(offset) for offset in lookup.u16s(6, lookup.u16(4))]
        if kind == 9:
            kind = subtables[0].u16(2)
            subtables = [subtable.below(subtable.u32(4)) for subtable in subtables]
        if kind == 2:
            yield [_single_pairs(s) if s.u16(0) == 1 else _class_pairs(s) for s in subtables]


def _kern_lookups(features: _Table) -> Iterable[int]:
    found: set[int] = set()
    for number in range(features.u16(0)):
        at = 2 + 6 * number
        if features.data[at : at + 4] == b"kern":
            feature = features.below(features.u16(at + 4))
            found.update(feature.u16s(4, feature.u16(2)))
    return sorted(found)


def _value(flags: int) -> tuple[int, int | None]:
    """Return the size of a value record, and where its advance stands in it."""
    advance = 2 * (flags & 0b11).bit_count() if flags & 0b100 else None
    return 2 * flags.bit_count(), advance


def _single_pairs(table: _Table) -> _Pairs:
    size, advance = _value(table.u16(4))
    step = 2 + size + _value(table.u16(6))[0]
    pairs: dict[tuple[int, int], int] = {}
    for first, number in _coverage(table.below(table.u16(2))).items():
        pair_set = table.below(table.u16(10 + 2 * number))
        for at in range(2, 2 + step * pair_set.u16(0), step):
            value = 0 if advance is None else pair_set.i16(at + 2 + advance)
            pairs[(first, pair_set.u16(at))] = value
    return lambda first, second: pairs.get((first, second))


def _class_pairs(table: _Table) -> _Pairs:
    size, advance = _value(table.u16(4))
    size += _value(table.u16(6))[0]
    covered = _coverage(table.below(table.u16(2)))
    firsts, seconds = (_class_of(table.below(table.u16(at))) for at in (8, 10))
    count = table.u16(14)

    def value(first: int, second: int) -> int | None:
        if first not in covered:
            return None
        if advance is None:
            return 0
        place = firsts.get(first, 0) * count + seconds.get(second, 0)
        return table.i16(16 + place * size + advance)

    return value


def _coverage(table: _Table) -> dict[int, int]:
    """Return the number of each covered glyph."""
    count = table.u16(2)
    if table.u16(0) == 1:
        return {glyph: number for number, glyph in enumerate(table.u16s(4, count))}
    covered = {}
    for at in range(4, 4 + 6 * count, 6):
        first, last, number = table.u16s(at, 3)
        covered.update({glyph: number + glyph - first for glyph in range(first, last + 1)})
    return covered


def _class_of(table: _Table) -> dict[int, int]:
    if table.u16(0) == 1:
        first, count = table.u16(2), table.u16(4)
        return dict(enumerate(table.u16s(6, count), first))
    classes: dict[int, int] = {}
    for at in range(4, 4 + 6 * table.u16(2), 6):
        first, last, number = table.u16s(at, 3)
        classes.update(dict.fromkeys(range(first, last + 1), number))
    return classes
