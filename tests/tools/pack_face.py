"""Write a face as a data file, as `deckgen.fonts.face` reads it."""

import sys
import zlib
from array import array
from collections.abc import Mapping, Sequence

from deckgen.fonts.face import COUNT, HEADER, RANGE, Face


def pack_face(face: Face) -> bytes:
    """Return the face as the bytes of a data file."""
    codes = sorted(map(ord, face.widths))
    spans = _spans(codes)
    kerning = face.kerning
    rows = len(kerning.values) // kerning.columns if kerning.columns else 0
    parts = [
        HEADER.pack(face.units, face.ascent, face.descent, face.line_gap, len(spans)),
        *(RANGE.pack(first, count) for first, count in spans),
        _numbers("H", [face.widths[chr(code)] for code in codes]),
        *(_packed_classes(side) for side in (kerning.left, kerning.right)),
        RANGE.pack(rows, kerning.columns),
        _numbers("h", kerning.values),
    ]
    return zlib.compress(b"".join(parts), 9)


def _spans(codes: list[int]) -> list[tuple[int, int]]:
    """Return runs of consecutive code points as first and count."""
    spans: list[tuple[int, int]] = []
    for code in codes:
        if spans and code == sum(spans[-1]):
            spans[-1] = (spans[-1][0], spans[-1][1] + 1)
        else:
            spans.append((code, 1))
    return spans


def _packed_classes(side: Mapping[str, int]) -> bytes:
    letters = sorted(side)
    return (
        COUNT.pack(len(letters))
        + _numbers("H", [ord(letter) for letter in letters])
        + _numbers("H", [side[letter] for letter in letters])
    )


def _numbers(code: str, values: Sequence[int]) -> bytes:
    numbers = array(code, values)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()
