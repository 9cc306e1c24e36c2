"""One face of a font: the advance widths, the kerning and the line height that measuring needs.

A face is stored without outlines, as one small file: numbers in little-endian order, deflated.
`unpack_face` reads that format; `tests/tools/pack_face.py` writes it. docs/facts/fonts.md has the
sources of the measures, and how near those of substitutes are.
"""

import math
import re
import struct
import sys
import zlib
from array import array
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, cast

from deckgen.support.records import changed, record

if TYPE_CHECKING:
    from importlib.abc import ResourceLoader

FaceKey: TypeAlias = tuple[str, bool, bool]
"""A font's name, whether it is bold, whether it is italic."""

HEADER = struct.Struct("<5H")
RANGE = struct.Struct("<2H")
COUNT = struct.Struct("<H")
"""The numbers before each table of a face file; see `unpack_face`."""
UNKNOWN = ("liberation-sans", 110)
"""The substitute for unknown fonts: Arial in bold, a tenth wider. Few fonts are wider."""
UNKNOWN_CODE = "dejavu sans mono"
"""The substitute for unknown code fonts: 0.61 em for every character."""
_MONOSPACED = r"mono(?:space[dr]?)?\b|\bcode\b|consol|courier|menlo|\bmonaco\b|sans typewriter"

_SUBSTITUTES = {
    # The font itself, or one of exactly the same widths.
    ("caladea", 100): "caladea, cambria",
    ("carlito", 100): "calibri, calibri light, carlito",
    ("inter", 100): "inter",
    ("lato", 100): "lato",
    ("liberation-serif", 100): "garamond, liberation serif, times, times new roman",
    ("noto-sans", 100): "noto sans",
    ("roboto", 100): "roboto",
    ("tahoma", 100): "tahoma",
    # These, and behind them fonts that are not wider: Georgia, Segoe UI, Source Sans, …
    ("dejavu-sans", 100): "dejavu sans, trebuchet ms, verdana",
    ("dejavu-serif", 100): "bookman old style, calisto mt, century schoolbook, "
    "dejavu serif, georgia",
    ("liberation-sans", 100): "arial, arial narrow, gill sans mt, helvetica, liberation sans, "
    "source sans 3, source sans pro, tw cen mt",
    ("liberation-sans", 103): "aptos, aptos display",
    ("liberation-sans", 106): "century gothic, corbel, rockwell",
    ("open-sans", 100): "open sans, segoe ui, segoe ui light",
    ("open-sans", 104): "segoe ui semibold",
    # All characters are of one width, and it is 0.6 em.
    ("liberation-mono", 100): "aptos mono, cascadia code, cascadia mono, courier new, fira code, "
    "jetbrains mono, liberation mono, source code pro",
    ("liberation-mono", 101): "dejavu sans mono, lucida console, menlo",
}
"""Fonts by the stored face that measures them, and its width in per cent."""
_WIDENINGS = dict.fromkeys(("calibri light", "garamond"), 1.25) | dict.fromkeys(
    ("aptos", "aptos display", "arial narrow", "gill sans mt", "tw cen mt"), 1.12
)
"""Fonts that no free font of the same widths replaces: how much wider DejaVu Sans is, which may."""
_CAP_HEIGHTS = {
    "caladea": 0.667,
    "carlito": 0.642,
    "dejavu-sans": 0.729,
    "dejavu-serif": 0.729,
    "inter": 0.727,
    "lato": 0.717,
    "liberation-mono": 0.659,
    "liberation-sans": 0.688,
    "liberation-serif": 0.655,
    "noto-sans": 0.714,
    "open-sans": 0.714,
    "roboto": 0.711,
    "tahoma": 0.727,
}
"""The height of capitals in the stored faces, in em; `OS/2` has it (sCapHeight)."""
_KNOWN = {name: face for face, names in _SUBSTITUTES.items() for name in names.split(", ")}


class Kerning(NamedTuple):
    """The kerning of pairs, in font units; letters with equal kerning share a class."""

    left: Mapping[str, int]
    """The class of a letter as the first of a pair."""
    right: Mapping[str, int]
    """The class of a letter as the second of a pair."""
    columns: int
    """How many classes `right` has."""
    values: Sequence[int]
    """The value of each pair of classes, one row for each class of `left`."""

    def between(self, first: str, second: str) -> int:
        """Return the kerning between two letters, in font units; it is mostly negative."""
        row = self.left.get(first)
        column = self.right.get(second)
        return 0 if row is None or column is None else self.values[row * self.columns + column]


UNKERNED = Kerning({}, {}, 0, ())


@record
class Face:
    """A face: regular, bold, italic or both. Faces are compared by identity."""

    units: int
    """Font units in an em."""
    ascent: int
    descent: int
    line_gap: int
    widths: Mapping[str, int]
    """The advance of each character of the face, in font units."""
    kerning: Kerning = UNKERNED
    fixed: int | None = None
    """The advance of every other character; None if they come from fallback fonts."""
    tracking: int = 0
    """The tracking after each character, in font units; `widths` include it."""
    cap_height: float = 0.7
    """Em: the height of capitals above the baseline."""

    @property
    def line_height(self) -> float:
        """The height of a line set solid, in em."""
        return (self.ascent + self.descent + self.line_gap) / self.units


_CONSOLAS = Face(
    units=2048, ascent=1521, descent=527, line_gap=350, widths={}, fixed=1126, cap_height=0.638
)
"""Every character is 0.55 em wide, in all four faces."""


def is_known(name: str) -> bool:
    """Return whether the measures of a font are known."""
    name = name.casefold()
    return name in _KNOWN or name == "consolas"


def widening(name: str) -> float:
    """Return how much wider text in a font may be where that is missing; 1 if it is no wider."""
    return _WIDENINGS.get(name.casefold(), 1.0)


def is_monospaced(name: str) -> bool:
    """Return whether a font is one for code, in which all characters are as wide, by its name."""
    return re.search(_MONOSPACED, name, re.IGNORECASE) is not None


@lru_cache(maxsize=256)
def known_face(key: FaceKey) -> Face:
    """Return a face of a font by its name in PowerPoint; a wide substitute if it is unknown."""
    name, bold, italic = key[0].casefold(), key[1], key[2]
    if name == "consolas":
        return _CONSOLAS
    data, per_cent = _KNOWN.get(name, UNKNOWN)
    style = ("-bold" if bold or name not in _KNOWN else "") + ("-italic" if italic else "")
    face = _stored(data, style or "-regular")
    if per_cent == 100:
        return face
    return changed(face, units=round(face.units * 100 / per_cent))


@cache
def _stored(data: str, style: str) -> Face:
    # As `pkgutil.get_data` does, which imports the whole of `inspect`.
    folder = __file__.removesuffix("face.py")
    file = f"{folder}faces/{data}{style}.face"
    face = unpack_face(cast("ResourceLoader", __spec__.loader).get_data(file))
    return changed(face, cap_height=_CAP_HEIGHTS[data])


@lru_cache(maxsize=64)
def with_capitals(face: Face) -> Face:
    """Return a face with the widths and the kerning of capitals for small letters.

    A letter with two capitals, such as ß, is as wide as both. Small capitals are measured as full.
    """
    capitals = {
        sign: capital
        for sign in face.widths
        if (capital := sign.upper()) != sign and face.widths.keys() >= set(capital)
    }
    kerning = face.kerning
    widths = dict(face.widths)
    for sign, capital in capitals.items():
        kerned = sum(kerning.between(*pair) for pair in pairwise(capital))
        widths[sign] = sum(face.widths[letter] for letter in capital) + kerned
    return changed(
        face,
        widths=widths,
        kerning=kerning._replace(
            left=_as_capitals(kerning.left, {sign: capitals[sign][-1] for sign in capitals}),
            right=_as_capitals(kerning.right, {sign: capitals[sign][0] for sign in capitals}),
        ),
    )


def _as_capitals(classes: Mapping[str, int], uppercase: Mapping[str, str]) -> Mapping[str, int]:
    """Return kerning classes in which small letters have the class of their capitals."""
    capitals = {sign: classes[capital] for sign, capital in uppercase.items() if capital in classes}
    return {sign: number for sign, number in classes.items() if sign not in uppercase} | capitals


@lru_cache(maxsize=256)
def with_tracking(face: Face, em: float) -> Face:
    """Return a face with tracking of `em`, which may be negative."""
    more = math.ceil(em * face.units)
    return changed(
        face,
        widths={sign: max(wide + more, 0) for sign, wide in face.widths.items()},
        fixed=None if face.fixed is None else max(face.fixed + more, 0),
        tracking=face.tracking + more,
    )


def unpack_face(data: bytes) -> Face:
    """Return the face of a data file."""
    raw = zlib.decompress(data)
    units, ascent, descent, line_gap, count = HEADER.unpack_from(raw)
    at = HEADER.size
    letters: list[str] = []
    for _ in range(count):
        first, length = RANGE.unpack_from(raw, at)
        letters += map(chr, range(first, first + length))
        at += RANGE.size
    widths, at = _read("H", raw, at, len(letters))
    left, at = _classes(raw, at)
    right, at = _classes(raw, at)
    rows, columns = RANGE.unpack_from(raw, at)
    values, _ = _read("h", raw, at + RANGE.size, rows * columns)
    return Face(
        units=units,
        ascent=ascent,
        descent=descent,
        line_gap=line_gap,
        widths=dict(zip(letters, widths, strict=True)),
        kerning=Kerning(left, right, columns, values),
    )


def _classes(raw: bytes, at: int) -> tuple[dict[str, int], int]:
    (count,) = COUNT.unpack_from(raw, at)
    codes, at = _read("H", raw, at + COUNT.size, count)
    numbers, at = _read("H", raw, at, count)
    return dict(zip(map(chr, codes), numbers, strict=True)), at


def _read(code: str, raw: bytes, at: int, count: int) -> "tuple[array[int], int]":
    numbers = array(code)
    end = at + count * numbers.itemsize
    numbers.frombytes(raw[at:end])
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers, end
