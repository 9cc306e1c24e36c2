"""Font files are read as faces: a font of three glyphs, put together here table by table."""

import struct

import pytest

from deckgen.fonts.face import Face
from deckgen.fonts.font_files import read_face
from deckgen.fonts.table_reader import BrokenFontError
from deckgen.fonts.text_width import word_width

MISSING, A, V = 0, 1, 2
WIDTHS = (500, 600, 700)
ASCENT, DESCENT, GAP = 900, 300, 150
KERNING = -80


def font(**others: bytes) -> bytes:
    """Return a font with the letters A and V, its tables replaced by `others`."""
    tables = {
        "OS/2": os2(0),
        "cmap": cmap(),
        "head": bytes(18) + struct.pack(">H", 1000),
        "hhea": struct.pack(">4x3h24xH", 800, -200, GAP, len(WIDTHS)),
        "hmtx": b"".join(struct.pack(">Hh", wide, 0) for wide in WIDTHS),
        "maxp": struct.pack(">4xH", len(WIDTHS)),
    } | others
    body, entries = b"", b""
    start = 12 + 16 * len(tables)
    for tag, data in tables.items():
        entries += struct.pack(">4s3I", tag.encode(), 0, start + len(body), len(data))
        body += data
    return struct.pack(">IH6x", 0x00010000, len(tables)) + entries + body


def os2(selection: int) -> bytes:
    """Return the table with typographic measures 700, 250, 100 and Windows ones 900, 300."""
    return bytes(62) + struct.pack(">H4x3h2H", selection, 700, -250, 100, ASCENT, DESCENT)


def cmap() -> bytes:
    """Return a character map of format 4: A, then V, then the end mark."""
    ends, starts = (0x41, 0x56, 0xFFFF), (0x41, 0x56, 0xFFFF)
    deltas = ((A - 0x41) & 0xFFFF, (V - 0x56) & 0xFFFF, 1)
    table = struct.pack(">7H", 4, 40, 0, 6, 0, 0, 0)
    table += struct.pack(">3HH3H3H3H", *ends, 0, *starts, *deltas, 0, 0, 0)
    return struct.pack(">2H2HI", 0, 1, 3, 1, 12) + table


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


def read(data: bytes) -> Face:
    return read_face(data, "AV")


def test_the_height_of_capitals() -> None:
    told = struct.pack(">H", 2) + os2(0)[2:] + bytes(10) + struct.pack(">h", 640)
    assert read(font(**{"OS/2": told})).cap_height == 0.64


def test_widths_and_heights() -> None:
    face = read(font())
    assert (face.units, face.widths) == (1000, {"A": 600, "V": 700})
    assert (face.ascent, face.descent) == (ASCENT, DESCENT)
    assert face.cap_height == 0.7  # as the font, of the first version, does not tell it
    # Windows' measures are 200 units higher than hhea's, and swallow the line gap of 150.
    assert face.line_gap == 0


def test_typographic_measures_where_the_font_asks_for_them() -> None:
    face = read(font(**{"OS/2": os2(1 << 7)}))
    assert (face.ascent, face.descent, face.line_gap) == (700, 250, 100)


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
    face = read(font(**tables))
    assert word_width("AV", face) == pytest.approx((600 + 700 + KERNING) / 1000)
    assert word_width("VA", face) == pytest.approx((700 + 600) / 1000)


BROKEN = {
    "nothing": b"",
    "no font": b"no font at all",
    "no tables": font()[:12],
    "cut short": font()[:-8],
    "no Unicode map": font(cmap=struct.pack(">2H", 0, 0)),
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_what_is_no_font_is_refused(data: bytes) -> None:
    with pytest.raises(BrokenFontError):
        read(data)
