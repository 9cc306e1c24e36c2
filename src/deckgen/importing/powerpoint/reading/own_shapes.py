"""What our own decks draw beside the words of an author, by the names and places of shapes.

The names are those of `fit/drawings`, the layouts those of `brand/styles`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from deckgen.importing.marked_text import SourceParagraph
from deckgen.importing.powerpoint.reading.source_slide import (
    SlideText,
    SourceGroup,
    SourceShape,
    Unread,
    words_of_content,
)
from deckgen.opc.xml_parser import Element, q

TONE = re.compile(r" \((light|dark)\)$")
"""The end of the name of a layout that is not in the usual tone."""
QR = "QR: "
"""The beginning of the name of a code to scan, before its link."""
WITH_GRAPHIC = frozenset(
    {"Two contents", "Half picture"}
    | {"Question above graphic", "Question with graphic", "Question beside picture"}
)
"""The layouts of questions beside a graphic, and of other slides."""
_PROGRESS = {
    **dict.fromkeys(("Question", "Section"), (13, 14)),
    **dict.fromkeys(WITH_GRAPHIC, (14,)),
}
"""The index of the progress, or of the number of a section; other layouts have none."""
_COUNTED = re.compile(r"\d+(/\d+)?")
_WITH_COLUMNS = frozenset({"Two contents", "Three contents"})
_WITH_ROWS = frozenset({"Questions", "Question"})
_RULES = "Lines"
_THICKEST_RULE = 12_700
"""EMU (fit/marks/lines.py)."""


def is_own_drawing(group: Element) -> bool:
    """Return whether a group is a drawing of ours."""
    names = [each.get("name", "") for each in group.iter(q("p:cNvPr"))]
    inner = names[1:]
    if names[:1] == ["Steps"]:
        return any(name.startswith("Step ") for name in inner)
    if names[:1] == [_RULES]:
        return set(inner) == {"Line"}
    if names[:1] == ["Figures"]:
        return all(name.startswith(("Figure ", "Label ")) for name in inner)
    if names and names[0].startswith(QR):
        return "Code to scan" in inner
    return any(re.fullmatch("Initials [0-9]{1,3}", name) for name in inner)


def is_progress(layout: str, shape: SourceShape) -> bool:
    """Return whether a shape counts the slides of a talk of ours, as slide numbers do."""
    name = TONE.sub("", layout).removesuffix(" with picture")
    if name not in _PROGRESS:
        return False
    if shape.name == "Progress" and isinstance(shape.content, Unread):
        return True
    words = words_of_content(shape).strip()
    return shape.idx in _PROGRESS[name] and bool(_COUNTED.fullmatch(words))


def is_rule(layout: str, shape: SourceShape) -> bool:
    """Return whether a shape is hairlines that deckgen draws between columns or rows of text."""
    name, content, box = TONE.sub("", layout), shape.content, shape.box
    if isinstance(content, SourceGroup):
        return name in _WITH_ROWS and content.name == _RULES
    if shape.name != "Line" or not isinstance(content, Unread):
        return False
    sides = ([box.cx] if name in _WITH_COLUMNS else []) + ([box.cy] if name in _WITH_ROWS else [])
    return any(side <= _THICKEST_RULE for side in sides)


def is_unseen(element: Element) -> bool:
    """Return whether a shape without words has a fully transparent fill."""
    alpha = element.find(f"{q('p:spPr')}/{q('a:solidFill')}/*/{q('a:alpha')}")
    words = any(text.text for text in element.iter(q("a:t")))
    return alpha is not None and alpha.get("val") == "0" and not words


def link_areas(tree: Element, links: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the description and the address of each transparent area of a slide."""
    for element in tree.iter(q("p:sp")):
        properties = element.find(f"{q('p:nvSpPr')}/{q('p:cNvPr')}")
        click = None if properties is None else properties.find(q("a:hlinkClick"))
        if properties is not None and click is not None and is_unseen(element):
            yield properties.get("descr", ""), links.get(click.get(q("r:id"), ""), "")


def with_linked_lines(
    shapes: Iterable[SourceShape], areas: Mapping[str, str]
) -> Iterator[SourceShape]:
    """Yield the shapes; each line whose words are the description of an area has its link."""
    for shape in shapes:
        if areas and isinstance(shape.content, SlideText):
            lines = tuple(_linked(each, areas) for each in shape.content.paragraphs)
            yield shape._replace(content=SlideText(lines))
        else:
            yield shape


def _linked(line: SourceParagraph, areas: Mapping[str, str]) -> SourceParagraph:
    address = areas.get(" ".join(line.words.split()))
    if not address:
        return line
    return line._replace(runs=tuple(run._replace(link=run.link or address) for run in line.runs))
