"""What our own decks draw beside the words of an author, by the names and places of shapes.

The names are those of `fit/drawings`, the layouts those of `brand/styles`.
"""

import re

from deckgen.importing.powerpoint.reading.source_slide import SourceShape, Unread, words_of_content
from deckgen.opc.xml_parser import Element, q

TONE = re.compile(r" \((light|dark)\)$")
"""The end of the name of a layout that is not in the usual tone."""
QR = "QR: "
"""The beginning of the name of a code to scan, before its link."""
_PROGRESS = frozenset({13, 14})
_COUNTED = re.compile(r"\d+(/\d+)?")
_NUMBERED = frozenset({"Question", "Section"})
_WITH_COLUMNS = frozenset({"Two contents", "Three contents"})
_THICKEST_RULE = 12_700
"""EMU (fit/column_rules.py)."""


def is_own_drawing(group: Element) -> bool:
    """Return whether a group is a drawing of ours."""
    names = [each.get("name", "") for each in group.iter(q("p:cNvPr"))]
    inner = names[1:]
    if names[:1] == ["Steps"]:
        return any(name.startswith("Step ") for name in inner)
    if names[:1] == ["Figures"]:
        return all(name.startswith("Figure ") for name in inner)
    if names and names[0].startswith(QR):
        return "Code to scan" in inner
    return any(re.fullmatch("Initials [0-9]{1,3}", name) for name in inner)


def is_progress(layout: str, shape: SourceShape) -> bool:
    """Return whether a shape counts the slides of a talk of ours, as slide numbers do."""
    name = TONE.sub("", layout).removesuffix(" with picture")
    if shape.name == "Progress" and isinstance(shape.content, Unread):
        return name in _NUMBERED
    if name not in _NUMBERED or shape.idx not in _PROGRESS:
        return False
    return bool(_COUNTED.fullmatch(words_of_content(shape).strip()))


def is_column_rule(layout: str, shape: SourceShape) -> bool:
    """Return whether a shape is a hairline that deckgen draws between columns of text."""
    box = shape.box
    is_thin = box is not None and box.cx <= _THICKEST_RULE
    is_ruled = TONE.sub("", layout) in _WITH_COLUMNS
    return is_ruled and is_thin and shape.name == "Line" and isinstance(shape.content, Unread)
