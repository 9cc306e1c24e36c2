"""The kerning of font files, read by a script for fonts whose measures lie in the package."""

import struct

import pytest

from deckgen.fonts.table_reader import font_tables
from tests.fonts.test_font_files_faces import A, V, font
from tests.tools.kerning import read_kerning

KERNING = -80


def kern(*values: int) -> bytes:
    """Return a kerning table with a subtable of format 0 for each value, with one pair."""
    subtables = [
        struct.pack(">7H2Hh", 0, 20, 1, 1, 0, 0, 0, A, V, value) for value in values or (KERNING,)
    ]
    return struct.pack(">2H", 0, len(subtables)) + b"".join(subtables)


ONE_A = struct.pack(">3H", 1, 1, A)
RANGE_A = struct.pack(">5H", 2, 1, A, A, 0)
"""The coverage of A, as a list and as a range."""


def classes(glyph: int, *, ranges: bool = False) -> bytes:
    """Return classes in which a glyph has class 1, all others class 0."""
    return (
        struct.pack(">5H", 2, 1, glyph, glyph, 1) if ranges else struct.pack(">4H", 1, glyph, 1, 1)
    )


def class_pairs(
    first: bytes = classes(A),
    second: bytes = classes(V),
    matrix: tuple[int, ...] = (0, 0, 0, KERNING),
    coverage: bytes = ONE_A,
) -> bytes:
    """Return pairs of two classes each (PairPos, format 2)."""
    values = struct.pack(">4h", *matrix)
    at = 16 + len(values)
    offsets = (at, at + len(coverage), at + len(coverage) + len(first))
    pairs = struct.pack(">8H", 2, offsets[0], 0b100, 0, *offsets[1:], 2, 2)
    return pairs + values + coverage + first + second


def single_pairs(flags: int = 0b100, *value: int) -> bytes:
    """Return one pair (PairPos, format 1) whose value has the fields of `flags`."""
    record = struct.pack(f">2H{len(value) or 1}h", 1, V, *(value or (KERNING,)))
    return struct.pack(">6H", 1, 12, flags, 0, 1, 12 + len(ONE_A)) + ONE_A + record


def gpos(pairs: bytes = class_pairs(), kind: int = 2) -> bytes:
    """Return a positioning table: one feature, one lookup of a kind, one subtable."""
    lookups = struct.pack(">2H", 1, 4) + struct.pack(">4H", kind, 0, 1, 8) + pairs
    features = struct.pack(">H4sH", 1, b"kern", 8) + struct.pack(">3H", 0, 1, 0)
    return struct.pack(">5H", 1, 0, 0, 10, 10 + len(features)) + features + lookups


@pytest.mark.parametrize(
    "tables",
    [
        pytest.param({"kern": kern()}, id="kern"),
        pytest.param({"kern": kern(-20, KERNING)}, id="kern: the last subtable counts"),
        pytest.param({"GPOS": gpos()}, id="classes"),
        pytest.param({"GPOS": gpos(class_pairs(classes(A, ranges=True)))}, id="classes by ranges"),
        pytest.param({"GPOS": gpos(class_pairs(coverage=RANGE_A))}, id="glyphs by ranges"),
        pytest.param(
            {"GPOS": gpos(class_pairs(classes(V), matrix=(0, KERNING, 0, 0)))},
            id="a glyph without a class has class 0",
        ),
        pytest.param({"GPOS": gpos(single_pairs())}, id="single pairs"),
        pytest.param(
            {"GPOS": gpos(single_pairs(0b101, 7, KERNING))}, id="an advance after a place"
        ),
        pytest.param(
            {"GPOS": gpos(struct.pack(">2HI", 1, 2, 8) + class_pairs(), 9)}, id="far away"
        ),
        pytest.param({"GPOS": gpos(), "kern": kern(-20)}, id="GPOS comes before kern"),
        pytest.param({"GPOS": gpos(kind=4), "kern": kern()}, id="GPOS without pairs"),
    ],
)
def test_kerning(tables: dict[str, bytes]) -> None:
    kerning = read_kerning(font_tables(font(**tables)), [("A", A), ("V", V)])
    assert (kerning.between("A", "V"), kerning.between("V", "A")) == (KERNING, 0)
