"""The kerning of a font file: `GPOS` (pair adjustment, the feature `kern`), else the table `kern`.

`make_font_metrics` reads it once, for the fonts whose measures lie in the package, of some letters.
"""

import struct
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from deckgen.fonts.face import UNKERNED, Kerning
from deckgen.fonts.table_reader import FontTable

_PAIRS, _EXTENSION = 2, 9
"""Types of lookups (OpenType, GPOS)."""

_Row: TypeAlias = dict[int, int]
"""The adjustment of each second glyph after one first glyph, in font units."""


class _KernedGlyphs(NamedTuple):
    """The glyphs whose kerning is read."""

    glyphs: tuple[int, ...]
    """In rising order."""
    set: frozenset[int]

    def between(self, first: int, last: int) -> Sequence[int]:
        """Return the glyphs of a range, both ends included."""
        return self.glyphs[bisect_left(self.glyphs, first) : bisect_left(self.glyphs, last + 1)]


def read_kerning(
    tables: Mapping[str, bytes],
    letters: Iterable[tuple[str, int]],
) -> Kerning:
    """Return the kerning of letters, each given with its glyph; glyph 0 is missing.

    Raises IndexError or struct.error.
    """
    glyphs = [(letter, glyph) for letter, glyph in letters if glyph]
    kerned = _KernedGlyphs(
        tuple(sorted({glyph for _, glyph in glyphs})), frozenset(dict(glyphs).values())
    )
    pairs = _positions(tables["GPOS"], kerned) if "GPOS" in tables else None
    if pairs is None and "kern" in tables:
        pairs = _old_pairs(FontTable(tables["kern"]), kerned)
    if pairs is None:
        return UNKERNED
    nothing: _Row = {}
    rows = {}
    for letter, glyph in glyphs:
        row = pairs.get(glyph, nothing)
        rows[letter] = tuple(row.get(other, 0) for _, other in glyphs)
    return _in_classes(rows, [letter for letter, _ in glyphs])


def _in_classes(rows: dict[str, tuple[int, ...]], letters: list[str]) -> Kerning:
    """Return the kerning by classes: letters with the same values share one; others have none."""
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


def _old_pairs(kern: FontTable, kerned: _KernedGlyphs) -> dict[int, _Row]:
    """Return the pairs of a `kern` table, format 0; later pairs replace earlier ones."""
    rows: dict[int, _Row] = {}
    at = 4
    for _ in range(kern.u16(2)):
        length = kern.u16(at + 2)
        if kern.u16(at + 4) >> 8 == 0:
            count = kern.u16(at + 6)
            for first, second, value in struct.iter_unpack(">2Hh", kern.raw(at + 14, 6 * count)):
                if first in kerned.set and second in kerned.set:
                    rows.setdefault(first, {})[second] = value
        if not length:
            break
        at += length
    return rows


def _positions(gpos: bytes, kerned: _KernedGlyphs) -> dict[int, _Row] | None:
    """Return the sums of all pair lookups of the feature `kern`; None if it has none."""
    table = FontTable(gpos)
    lookups = table.below(table.u16(8))
    rows: dict[int, _Row] | None = None
    for number in _kern_lookups(table.below(table.u16(6))):
        kind, subtables = _lookup(lookups.below(lookups.u16(2 + 2 * number)))
        if kind != _PAIRS:
            continue
        rows = {} if rows is None else rows
        for first, row in _adjusted(subtables, kerned).items():
            sums = rows.setdefault(first, {})
            for second, value in row.items():
                sums[second] = sums.get(second, 0) + value
    return rows


def _kern_lookups(features: FontTable) -> list[int]:
    """Return the numbers of the lookups that the feature `kern` uses, each once."""
    lookups: set[int] = set()
    count = features.u16(0)
    for number in range(count):
        at = 2 + 6 * number
        if features.raw(at, 4) == b"kern":
            feature = features.below(features.u16(at + 4))
            lookups.update(feature.u16s(4, feature.u16(2)))
    return sorted(lookups)


def _lookup(lookup: FontTable) -> tuple[int, list[FontTable]]:
    """Return the type of a lookup, and its subtables."""
    kind = lookup.u16(0)
    subtables = [lookup.below(offset) for offset in lookup.u16s(6, lookup.u16(4))]
    if kind == _EXTENSION and subtables:
        kind = subtables[0].u16(2)
        subtables = [subtable.below(subtable.u32(4)) for subtable in subtables]
    return kind, subtables


def _adjusted(subtables: Iterable[FontTable], kerned: _KernedGlyphs) -> dict[int, _Row]:
    """Return the adjustments of one lookup; of several subtables with a pair, the first counts.

    A subtable of classes has every pair whose first glyph it covers.
    """
    kerning_rows: dict[int, _Row] = {}
    undecided = set(kerned.glyphs)
    for table in subtables:
        covered = {
            glyph: number
            for glyph, number in _coverage(table.below(table.u16(2)), kerned)
            if glyph in undecided
        }
        if not covered:
            continue
        if table.u16(0) == 1:
            rows = _single_pairs(table, covered, kerned)
        else:
            rows = _class_pairs(table, covered, kerned)
            undecided -= covered.keys()
        for first, row in rows:
            kerning_rows[first] = {**row, **kerning_rows.get(first, {})}
    return kerning_rows


def _value(flags: int) -> tuple[int, int | None]:
    """Return the size of a value record, and the offset of its advance; None if it has none."""
    advance = 2 * (flags & 0b11).bit_count() if flags & 0b100 else None
    return 2 * flags.bit_count(), advance


def _single_pairs(
    table: FontTable, covered: Mapping[int, int], kerned: _KernedGlyphs
) -> Iterator[tuple[int, _Row]]:
    size, advance = _value(table.u16(4))
    step = 2 + size + _value(table.u16(6))[0]
    for first, number in covered.items():
        pair_set = table.below(table.u16(10 + 2 * number))
        count = pair_set.u16(0)
        row: _Row = {}
        for at in range(2, 2 + step * count, step):
            second = pair_set.u16(at)
            if second in kerned.set:
                row[second] = 0 if advance is None else pair_set.i16(at + 2 + advance)
        yield first, row


def _class_pairs(
    table: FontTable, covered: Collection[int], kerned: _KernedGlyphs
) -> Iterator[tuple[int, _Row]]:
    size, advance = _value(table.u16(4))
    size += _value(table.u16(6))[0]
    firsts, seconds = (_class_of(table.below(table.u16(at)), kerned) for at in (8, 10))
    count = table.u16(14)
    for first in covered:
        row: _Row = {}
        for second in kerned.glyphs:
            place = firsts.get(first, 0) * count + seconds.get(second, 0)
            row[second] = 0 if advance is None else table.i16(16 + place * size + advance)
        yield first, row


def _coverage(table: FontTable, kerned: _KernedGlyphs) -> Iterator[tuple[int, int]]:
    """Yield the covered glyphs among the kerned ones, each with its coverage index."""
    count = table.u16(2)
    if table.u16(0) == 1:
        for number, glyph in enumerate(table.u16s(4, count)):
            if glyph in kerned.set:
                yield glyph, number
        return
    for glyph, first, number in _in_ranges(table, count, kerned):
        yield glyph, number + glyph - first


def _class_of(table: FontTable, kerned: _KernedGlyphs) -> dict[int, int]:
    """Return the classes of the kerned glyphs; the class of others is 0."""
    if table.u16(0) == 1:
        first, count = table.u16(2), table.u16(4)
        glyphs = kerned.between(first, first + count - 1)
        return {glyph: table.u16(6 + 2 * (glyph - first)) for glyph in glyphs}
    return {glyph: number for glyph, _, number in _in_ranges(table, table.u16(2), kerned)}


def _in_ranges(
    table: FontTable, count: int, kerned: _KernedGlyphs
) -> Iterator[tuple[int, int, int]]:
    """Yield the kerned glyphs in ranges, each with the first glyph and the value of its range."""
    numbers = table.u16s(4, 3 * count)
    for first, last, number in zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True):
        glyphs = kerned.between(first, last)
        yield from ((glyph, first, number) for glyph in glyphs)
