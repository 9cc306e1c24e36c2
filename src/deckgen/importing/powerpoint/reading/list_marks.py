"""The bullet of a paragraph as PowerPoint shows it: from the paragraph up to the master."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, cast

from deckgen.importing.source_paragraph import ListMark
from deckgen.opc.xml_parser import Element, q

if TYPE_CHECKING:
    from pptx.parts.slide import SlidePart
    from pptx.shapes.base import BaseShape

_BULLETS: Mapping[str, ListMark] = {
    q("a:buNone"): "none",
    q("a:buChar"): "bullet",
    q("a:buBlip"): "bullet",
    q("a:buAutoNum"): "number",
}
_PH = f"*/{q('p:nvPr')}/{q('p:ph')}"
_TITLES = frozenset({"title", "ctrTitle"})
_OTHERS = frozenset({"dt", "ftr", "sldNum"})
_BODY_TYPES = frozenset(
    {"obj", "body", "subTitle", "tbl", "chart", "dgm", "media", "clipArt", "pic"}
)


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
    name = "titleStyle" if kind in _TITLES else "otherStyle" if kind in _OTHERS else "bodyStyle"
    master = cast("SlidePart", shape.part).slide_layout.slide_master.element
    styles = master.find(f"{q('p:txStyles')}/{q(f'p:{name}')}")
    if styles is not None:
        yield styles


def placeholders_above(shape: "BaseShape", kind: str) -> Iterator[Element]:
    """Yield the placeholders of layout and master that a placeholder of a slide goes by."""
    layout = cast("SlidePart", shape.part).slide_layout
    found = shape.element.find(_PH)
    idx = "0" if found is None else found.get("idx", "0")
    on_layout = _placeholder(layout.element, kind, idx)
    if on_layout is not None:
        yield on_layout
    on_master = _placeholder(layout.slide_master.element, _master_kind(kind), None)
    if on_master is not None:
        yield on_master


def _placeholder(above: Element, kind: str, idx: str | None) -> Element | None:
    """Return the placeholder of a layout or master that has an index, else a type."""
    tree = above.find(f"{q('p:cSld')}/{q('p:spTree')}")
    shapes = () if tree is None else tree
    placeholders = [(each, ph) for each in shapes if (ph := each.find(_PH)) is not None]
    if idx is not None:
        for shape, ph in placeholders:
            if ph.get("idx", "0") == idx:
                return shape
    return next((shape for shape, ph in placeholders if ph.get("type", "obj") == kind), None)


def _master_kind(kind: str) -> str:
    return "title" if kind in _TITLES else "body" if kind in _BODY_TYPES else kind


def placeholder_type(shape: "BaseShape") -> str:
    """Return the type of a shape's placeholder; empty for other shapes."""
    element = shape.element.find(_PH)
    return "" if element is None else element.get("type", "obj")


def source_placeholder_index(shape: "BaseShape") -> int:
    """Return `p:ph@idx`; 0 for other shapes."""
    element = shape.element.find(_PH)
    idx = "0" if element is None else element.get("idx", "0")
    return int(idx) if idx.isdigit() else 0


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
