"""The properties of a shape, and the placeholders that it inherits (ECMA-376 Part 1, 19.3.1)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from pptx.parts.slide import SlidePart
from pptx.shapes.base import BaseShape

from deckgen.importing.marked_text import ListMark
from deckgen.ooxml_rules.attributes import parse_flag
from deckgen.ooxml_rules.shape_queries import PLACEHOLDER, placeholder_above
from deckgen.opc.xml_parser import Element, q
from deckgen.template.resolve.placeholders import placeholder_family

_BULLETS: Mapping[str, ListMark] = {
    q("a:buNone"): "none",
    q("a:buChar"): "bullet",
    q("a:buBlip"): "bullet",
    q("a:buAutoNum"): "number",
}


def description(shape: BaseShape) -> str:
    """Return the text for people who do not see the shape, on one line."""
    return " ".join(_property(shape, "descr").split())


def is_hidden(shape: BaseShape) -> bool:
    """Return whether a slide show leaves the shape out."""
    return bool(parse_flag(_property(shape, "hidden")))


def _property(shape: BaseShape, name: str) -> str:
    properties = shape.element.find(f".//{q('p:cNvPr')}")
    return "" if properties is None else properties.get(name, "")


def placeholders_above(shape: BaseShape, kind: str) -> Iterator[Element]:
    """Yield the placeholders of layout and master that one of a slide inherits, nearest first."""
    layout = cast("SlidePart", shape.part).slide_layout
    found = shape.element.find(PLACEHOLDER)
    idx = "0" if found is None else found.get("idx", "0")
    on_layout = placeholder_above(layout.element, kind, idx)
    if on_layout is not None:
        yield on_layout
    on_master = placeholder_above(layout.slide_master.element, placeholder_family(kind))
    if on_master is not None:
        yield on_master


def placeholder_type(shape: BaseShape) -> str:
    """Return the type of a shape's placeholder; empty for other shapes."""
    element = shape.element.find(PLACEHOLDER)
    return "" if element is None else element.get("type", "obj")


def list_styles(shape: BaseShape, kind: str) -> Iterator[Element]:
    """Yield the list styles that the text of a shape inherits, the nearest first.

    `kind` is the type of its placeholder; empty for other shapes. (ECMA-376 Part 1, 19.3.1.36.)
    """
    own = shape.element.find(f".//{q('a:lstStyle')}")
    if own is not None:
        yield own
    if not kind:
        return
    for above in placeholders_above(shape, kind):
        style = above.find(f".//{q('a:lstStyle')}")
        if style is not None:
            yield style
    family = placeholder_family(kind)
    name = {"title": "titleStyle", "body": "bodyStyle"}.get(family, "otherStyle")
    master = cast("SlidePart", shape.part).slide_layout.slide_master.element
    styles = master.find(f"{q('p:txStyles')}/{q(f'p:{name}')}")
    if styles is not None:
        yield styles


def mark_of(properties: Element | None, level: int, styles: Sequence[Element]) -> ListMark:
    """Return what PowerPoint shows before a paragraph; `properties` are its `a:pPr`."""
    name = q(f"a:lvl{level + 1}pPr")
    for source in (properties, *(style.find(name) for style in styles)):
        if source is None:
            continue
        for child in source:
            if mark := _BULLETS.get(str(child.tag)):
                return mark
    return "none"
