"""The bullet of a paragraph as PowerPoint shows it: from the paragraph up to the master."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, cast

from deckgen.importing.source_paragraph import Mark
from deckgen.opc.xml_parser import Element, q

if TYPE_CHECKING:
    from pptx.parts.slide import SlidePart
    from pptx.shapes.base import BaseShape

_BULLETS: Mapping[str, Mark] = {
    q("a:buNone"): "none",
    q("a:buChar"): "bullet",
    q("a:buBlip"): "bullet",
    q("a:buAutoNum"): "number",
}
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
    layout = cast("SlidePart", shape.part).slide_layout
    idx = shape.placeholder_format.idx
    on_layout = _placeholder(layout.placeholders, kind, idx)
    master = layout.slide_master
    on_master = _placeholder(master.placeholders, _master_kind(kind), None)
    for above in (on_layout, on_master):
        style = None if above is None else above.element.find(f".//{q('a:lstStyle')}")
        if style is not None:
            yield style
    name = "titleStyle" if kind in _TITLES else "otherStyle" if kind in _OTHERS else "bodyStyle"
    styles = master.element.find(f"{q('p:txStyles')}/{q(f'p:{name}')}")
    if styles is not None:
        yield styles


def _placeholder(
    placeholders: "Iterable[BaseShape]", kind: str, idx: int | None
) -> "BaseShape | None":
    found = list(placeholders)
    if idx is not None:
        same = next((each for each in found if each.placeholder_format.idx == idx), None)
        if same is not None:
            return same
    return next((each for each in found if placeholder_type(each) == kind), None)


def _master_kind(kind: str) -> str:
    return "title" if kind in _TITLES else "body" if kind in _BODY_TYPES else kind


def placeholder_type(shape: "BaseShape") -> str:
    """Return the type of a shape's placeholder; empty for other shapes."""
    element = shape.element.find(f".//{q('p:nvPr')}/{q('p:ph')}")
    return "" if element is None else element.get("type", "obj")


def mark_of(properties: Element | None, level: int, styles: tuple[Element, ...]) -> Mark:
    """Return what PowerPoint shows before a paragraph; `properties` are its `a:pPr`."""
    name = q(f"a:lvl{level + 1}pPr")
    for source in (properties, *(style.find(name) for style in styles)):
        if source is None:
            continue
        for child in source:
            if mark := _BULLETS.get(str(child.tag)):
                return mark
    return "none"
