"""Font files are read as faces: a font of three glyphs, put together here table by table."""

import struct

import pytest

from deckgen.fonts.face import Face
from deckgen.fonts.font_files import read_face
from deckgen.fonts.table_reader import BrokenFontError

MISSING, A, V = 0, 1, 2
WIDTHS = (500, 600, 700)
ASCENT, DESCENT, GAP = 900, 300, 150


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


def read(data: bytes) -> Face:
    return read_face(data)


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
