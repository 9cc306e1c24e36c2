"""The bullet of a paragraph as PowerPoint shows it: from the paragraph up to the master."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, cast

from deckgen.importing.powerpoint.reading.shape_properties import placeholders_above
from deckgen.importing.source_paragraph import ListMark
from deckgen.opc.xml_parser import Element, q
from deckgen.template.resolve.placeholders import FRAME, TITLES

if TYPE_CHECKING:
    from pptx.parts.slide import SlidePart
    from pptx.shapes.base import BaseShape

_BULLETS: Mapping[str, ListMark] = {
    q("a:buNone"): "none",
    q("a:buChar"): "bullet",
    q("a:buBlip"): "bullet",
    q("a:buAutoNum"): "number",
}


def list_styles(shape: "BaseShape", kind: str) -> tuple[Element, ...]:
    """Return the list styles that the text of a shape inherits, the nearest first.

    `kind` is the type of its placeholder; empty for other shapes. (ECMA-376 Part 1, 19.3.1.36.)
    """
    return tuple(_list_styles(shape, kind))


def _list_styles(shape: "BaseShape", kind: str) -> Iterator[Element]:
    own = shape.element.find(f".//{q('a:lstStyle')}")
    if own is not None:
        yield own
    if not kind:
        return
    for above in placeholders_above(shape, kind):
        style = above.find(f".//{q('a:lstStyle')}")
        if style is not None:
            yield style
    name = "titleStyle" if kind in TITLES else "otherStyle" if kind in FRAME else "bodyStyle"
    master = cast("SlidePart", shape.part).slide_layout.slide_master.element
    styles = master.find(f"{q('p:txStyles')}/{q(f'p:{name}')}")
    if styles is not None:
        yield styles


def mark_of(properties: Element | None, level: int, styles: tuple[Element, ...]) -> ListMark:
    """Return what PowerPoint shows before a paragraph; `properties` are its `a:pPr`."""
    name = q(f"a:lvl{level + 1}pPr")
    for source in (properties, *(style.find(name) for style in styles)):
        if source is None:
            continue
        for child in source:
            if mark := _BULLETS.get(str(child.tag)):
                return mark
    return "none"
