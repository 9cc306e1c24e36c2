"""How the text of a shape looks: its sizes, and whether it is code."""

from collections import Counter
from typing import TYPE_CHECKING

from deckgen.importing.powerpoint.reading.list_marks import list_styles
from deckgen.importing.powerpoint.reading.paragraphs import source_paragraphs
from deckgen.opc.xml_parser import Element, q

if TYPE_CHECKING:
    from pptx.shapes.base import BaseShape

_WHOLE, _PER_CENT = 100_000, 100
"""`fontScale` of whole text, in thousandths of a per cent; smaller numbers are per cent."""
_USUAL_SIZE = 1800
"""Hundredths of a point: the size of text that no style sets."""


def text_looks(shape: "BaseShape", kind: str) -> tuple[float, float, bool]:
    """Return the largest and the usual size of a text in points, and whether all of it is code."""
    body = next(shape.element.iter(q("p:txBody"), q("a:txBody")), None)
    if body is None:
        return 0, 0, False
    inherited = next(filter(None, map(_first_level_size, list_styles(shape, kind))), _USUAL_SIZE)
    letters: Counter[int] = Counter()
    for run in shape.element.iter(q("a:r")):
        properties = run.find(q("a:rPr"))
        size = 0 if properties is None else _size(properties)
        letters[size or inherited] += len(run.findtext(q("a:t")) or "")
    if not letters:
        return 0, 0, False
    fit = body.find(f"{q('a:bodyPr')}/{q('a:normAutofit')}")
    scale = "" if fit is None else fit.get("fontScale", "").rstrip("%")
    shrunk = int(scale) / _WHOLE if scale.isdigit() and int(scale) > _PER_CENT else 1
    usual = letters.most_common(1)[0][0] / 100 * shrunk
    runs = [
        run for each in source_paragraphs(body, (), {}) for run in each.runs if run.text.strip()
    ]
    return max(letters) / 100, usual, bool(runs) and all(run.code for run in runs)


def _first_level_size(style: Element) -> int:
    properties = style.find(f"{q('a:lvl1pPr')}/{q('a:defRPr')}")
    return 0 if properties is None else _size(properties)


def _size(properties: Element) -> int:
    """Return `sz`, in hundredths of a point; 0 if it is not set."""
    size = properties.get("sz", "")
    return int(size) if size.isdigit() else 0
