"""Attributes that hold whole numbers within a range: places, sizes of text, indents.

ECMA-376 Part 1, 20.1.10.16 ST_Coordinate, 20.1.10.72 ST_TextFontSize, 20.1.10.78 ST_TextMargin and
others. Lengths may have a unit instead, such as “1.5in” (22.9.2.15 ST_UniversalMeasure).
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from deckgen.opc.xml_parser import Element, q


class WholeNumber(NamedTuple):
    """What an attribute may hold."""

    least: int
    most: int
    may_have_unit: bool = False
    is_size: bool = False
    """Hundredths of a point: what is less than a point was meant in points."""

    def allows(self, value: str) -> bool:
        """Return whether a value is a whole number in the range, or a length with a unit."""
        if self.may_have_unit and _MEASURE.fullmatch(value):
            return True
        return bool(_WHOLE.fullmatch(value)) and self.least <= int(value) <= self.most

    def nearest(self, value: str) -> int | None:
        """Return the nearest number that is allowed; None for what is no number."""
        if not _NUMBER.fullmatch(value):
            return None
        number = float(value)
        if self.is_size and 1 <= number < self.least:
            number *= 100
        return round(min(max(number, self.least), self.most))


_WHOLE = re.compile(r"\s*[+-]?[0-9]{1,15}\s*")
_NUMBER = re.compile(r"\s*[+-]?[0-9]{1,15}(\.[0-9]{0,30})?([eE][+-]?[0-9]{1,2})?\s*")
_MEASURE = re.compile(r"-?[0-9]{1,9}(\.[0-9]{1,9})?(mm|cm|in|pt|pc|pi)")

_FARTHEST = 27_273_042_316_900
_LENGTH = WholeNumber(-_FARTHEST, _FARTHEST, may_have_unit=True)
"""A place too; widths below zero have a rule of their own."""
_INSET = WholeNumber(-(1 << 31), (1 << 31) - 1, may_have_unit=True)
_LINE = WholeNumber(0, 20_116_800)
_SIZE = WholeNumber(100, 400_000, is_size=True)
_SIDE = WholeNumber(-(1 << 31), (1 << 31) - 1)
_MARGIN = WholeNumber(0, 51_206_400)
_INDENT = WholeNumber(-51_206_400, 51_206_400)
_INDEX = WholeNumber(0, (1 << 32) - 1)

_PARAGRAPHS = ("a:pPr", "a:defPPr", *(f"a:lvl{level}pPr" for level in range(1, 10)))
_BY_NAME: Mapping[str, Mapping[str, WholeNumber]] = {
    "a:off": {"x": _LENGTH, "y": _LENGTH},
    "a:chOff": {"x": _LENGTH, "y": _LENGTH},
    "a:ext": {"cx": _LENGTH, "cy": _LENGTH},
    "a:chExt": {"cx": _LENGTH, "cy": _LENGTH},
    "p:sldSz": {"cx": _SIDE, "cy": _SIDE},
    "p:notesSz": {"cx": _LENGTH, "cy": _LENGTH},
    "a:gridCol": {"w": _LENGTH},
    "a:tr": {"h": _LENGTH},
    "a:ln": {"w": _LINE},
    "a:bodyPr": dict.fromkeys(("lIns", "tIns", "rIns", "bIns"), _INSET),
    "p:ph": {"idx": _INDEX},
    **{name: {"sz": _SIZE} for name in ("a:rPr", "a:endParaRPr", "a:defRPr")},
    **{name: {"marL": _MARGIN, "marR": _MARGIN, "indent": _INDENT} for name in _PARAGRAPHS},
}
_BY_TAG = {q(name): attributes for name, attributes in _BY_NAME.items()}


def faulty_numbers(root: Element) -> Iterator[tuple[Element, str, WholeNumber]]:
    """Yield each element with the name of an attribute that holds no such number."""
    for element in root.iter(*_BY_TAG):
        for name, number in _BY_TAG[str(element.tag)].items():
            value = element.get(name)
            if value is not None and not number.allows(value):
                yield element, name, number
