"""One face of a font: the advance widths, the kerning and the line height that measuring needs.

Nothing of the drawing is kept. A face is stored as one small file: numbers in little-endian order,
deflated. `pack_face` and `unpack_face` are the whole of that format.
"""

import math
import struct
import sys
import zlib
from array import array
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from deckgen.support.records import changed, record

FaceKey: TypeAlias = tuple[str, bool, bool]
"""A font's name, whether it is bold, whether it is italic."""

_HEADER = struct.Struct("<5H")
_RANGE = struct.Struct("<2H")
_COUNT = struct.Struct("<H")


class Kerning(NamedTuple):
    """How much nearer two letters stand, in font units; letters that kern alike share a class."""

    left: Mapping[str, int]
    """The class of a letter as the first of a pair."""
    right: Mapping[str, int]
    """The class of a letter as the second of a pair."""
    columns: int
    """How many classes `right` has."""
    values: Sequence[int]
    """The value of each pair of classes, one row for each class of `left`."""

    def between(self, first: str, second: str) -> int:
        """Return what kerning adds between two letters, in font units; mostly it is negative."""
        row = self.left.get(first)
        column = self.right.get(second)
        return 0 if row is None or column is None else self.values[row * self.columns + column]


UNKERNED = Kerning({}, {}, 0, ())


@record
class Face:
    """A face: regular, bold, italic or both. Two faces are the same only if they are one object."""

    units: int
    """Font units in an em."""
    ascent: int
    descent: int
    line_gap: int
    widths: Mapping[str, int]
    """The advance of each character that the face has, in font units."""
    kerning: Kerning = UNKERNED
    fixed: int | None = None
    """The advance of every other character; None if another font lends them."""
    tracking: int = 0
    """What is added after each character, in font units; the widths hold it already."""

    @property
    def line_height(self) -> float:
        """The height of a line set solid, in em."""
        return (self.ascent + self.descent + self.line_gap) / self.units


@lru_cache(maxsize=64)
def with_capitals(face: Face) -> Face:
    """Return a face that shows small letters as its capitals, as wide and kerned like these.

    A letter whose capital is two, as ß, is as wide as both. Small capitals count as full ones.
    """
    shown = {sign: sign.upper() for sign in face.widths if sign.upper() != sign}
    shown = {
        sign: capital
        for sign, capital in shown.items()
        if all(letter in face.widths for letter in capital)
    }
    kerning = face.kerning
    widths = dict(face.widths)
    for sign, capital in shown.items():
        kerned = sum(kerning.between(*pair) for pair in pairwise(capital))
        widths[sign] = sum(face.widths[letter] for letter in capital) + kerned
    return changed(
        face,
        widths=widths,
        kerning=kerning._replace(
            left=_as_capitals(kerning.left, {sign: shown[sign][-1] for sign in shown}),
            right=_as_capitals(kerning.right, {sign: shown[sign][0] for sign in shown}),
        ),
    )


def _as_capitals(classes: Mapping[str, int], shown: Mapping[str, str]) -> Mapping[str, int]:
    """Return kerning classes in which letters are of the class of what they are shown as."""
    capitals = {sign: classes[capital] for sign, capital in shown.items() if capital in classes}
    return {sign: number for sign, number in classes.items() if sign not in shown} | capitals


@lru_cache(maxsize=256)
def with_tracking(face: Face, em: float) -> Face:
    """Return a face with `em` added after each of its characters, or taken away."""
    more = math.ceil(em * face.units)
    return changed(
        face,
        widths={sign: max(wide + more, 0) for sign, wide in face.widths.items()},
        fixed=None if face.fixed is None else max(face.fixed + more, 0),
        tracking=face.tracking + more,
    )


def pack_face(face: Face) -> bytes:
    """Return the face as the bytes of a data file."""
    codes = sorted(map(ord, face.widths))
    spans = _spans(codes)
    kerning = face.kerning
    rows = len(kerning.values) // kerning.columns if kerning.columns else 0
    parts = [
        _HEADER.pack(face.units, face.ascent, face.descent, face.line_gap, len(spans)),
        *(_RANGE.pack(first, count) for first, count in spans),
        _numbers("H", [face.widths[chr(code)] for code in codes]),
        *(_packed_classes(side) for side in (kerning.left, kerning.right)),
        _RANGE.pack(rows, kerning.columns),
        _numbers("h", kerning.values),
    ]
    return zlib.compress(b"".join(parts), 9)


def unpack_face(data: bytes) -> Face:
    """Return the face of a data file."""
    raw = zlib.decompress(data)
    units, ascent, descent, line_gap, count = _HEADER.unpack_from(raw)
    at = _HEADER.size
    letters: list[str] = []
    for _ in range(count):
        first, length = _RANGE.unpack_from(raw, at)
        letters += map(chr, range(first, first + length))
        at += _RANGE.size
    widths, at = _read("H", raw, at, len(letters))
    left, at = _classes(raw, at)
    right, at = _classes(raw, at)
    rows, columns = _RANGE.unpack_from(raw, at)
    values, _ = _read("h", raw, at + _RANGE.size, rows * columns)
    return Face(
        units=units,
        ascent=ascent,
        descent=descent,
        line_gap=line_gap,
        widths=dict(zip(letters, widths, strict=True)),
        kerning=Kerning(left, right, columns, values),
    )


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
        _COUNT.pack(len(letters))
        + _numbers("H", [ord(letter) for letter in letters])
        + _numbers("H", [side[letter] for letter in letters])
    )


def _classes(raw: bytes, at: int) -> tuple[dict[str, int], int]:
    (count,) = _COUNT.unpack_from(raw, at)
    codes, at = _read("H", raw, at + _COUNT.size, count)
    numbers, at = _read("H", raw, at, count)
    return dict(zip(map(chr, codes), numbers, strict=True)), at


def _numbers(code: str, values: Sequence[int]) -> bytes:
    numbers = array(code, values)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


def _read(code: str, raw: bytes, at: int, count: int) -> "tuple[array[int], int]":
    numbers = array(code)
    end = at + count * numbers.itemsize
    numbers.frombytes(raw[at:end])
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers, end
