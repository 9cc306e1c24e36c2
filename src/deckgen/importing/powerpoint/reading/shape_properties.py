"""The properties of a shape, and the placeholders that it inherits (ECMA-376 Part 1, 19.3.1)."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from deckgen.importing.marked_text import ListMark
from deckgen.ooxml_rules.attributes import parse_flag
from deckgen.ooxml_rules.shape_queries import PLACEHOLDER, attribute, name_of, shape_properties
from deckgen.opc.parsed_package import ParsedPackage, ParsedPart
from deckgen.opc.xml_parser import Element, q
from deckgen.template.resolve.placeholders import FRAME, TITLES, placeholder_family

_FULL_TURN = 21_600_000
"""60,000ths of a degree."""
_BULLETS: Mapping[str, ListMark] = {
    q("a:buNone"): "none",
    q("a:buChar"): "bullet",
    q("a:buBlip"): "bullet",
    q("a:buAutoNum"): "number",
}


class SlideParts(NamedTuple):
    """A slide, and the parts that its shapes refer to."""

    package: ParsedPackage
    part: ParsedPart
    layout: Element
    master: Element
    links: Mapping[str, str]
    """The addresses of relationships by id; `#` and an id for those of slides."""


class SlideShape(NamedTuple):
    """A shape of a slide."""

    element: Element
    slide: SlideParts

    @property
    def name(self) -> str:
        """The name in PowerPoint's selection pane."""
        return name_of(self.element)

    @property
    def is_rotated(self) -> bool:
        """Whether the shape does not stand upright."""
        return int(attribute(self.element, "p:spPr/a:xfrm", "rot", "0")) % _FULL_TURN != 0

    def related(self, relationship_id: str | None) -> ParsedPart | None:
        """Return the part that a relationship of the slide leads to; None if it is not there."""
        return self.slide.package.linked_part(self.slide.part, relationship_id)


def description(shape: SlideShape) -> str:
    """Return the text for people who do not see the shape, on one line."""
    return " ".join(_property(shape, "descr").split())


def is_hidden(shape: SlideShape) -> bool:
    """Return whether a slide show leaves the shape out."""
    return bool(parse_flag(_property(shape, "hidden")))


def _property(shape: SlideShape, name: str) -> str:
    properties = shape_properties(shape.element)
    return "" if properties is None else properties.get(name, "")


def placeholders_above(shape: SlideShape, kind: str) -> Iterator[Element]:
    """Yield the placeholders of layout and master that one of a slide inherits, nearest first."""
    found = shape.element.find(PLACEHOLDER)
    idx = "0" if found is None else found.get("idx", "0")
    on_layout = _placeholder(shape.slide.layout, kind, idx)
    if on_layout is not None:
        yield on_layout
    on_master = _placeholder(shape.slide.master, placeholder_family(kind), None)
    if on_master is not None:
        yield on_master


def _placeholder(above: Element, kind: str, idx: str | None) -> Element | None:
    """Return the placeholder of a layout or master that has an index, else a type."""
    tree = above.find(f"{q('p:cSld')}/{q('p:spTree')}")
    shapes = () if tree is None else tree
    placeholders = [(each, ph) for each in shapes if (ph := each.find(PLACEHOLDER)) is not None]
    if idx is not None:
        for shape, ph in placeholders:
            if ph.get("idx", "0") == idx:
                return shape
    return next((shape for shape, ph in placeholders if ph.get("type", "obj") == kind), None)


def placeholder_type(shape: SlideShape) -> str:
    """Return the type of a shape's placeholder; empty for other shapes."""
    element = shape.element.find(PLACEHOLDER)
    return "" if element is None else element.get("type", "obj")


def source_placeholder_index(shape: SlideShape) -> int:
    """Return `p:ph@idx`; 0 for other shapes."""
    element = shape.element.find(PLACEHOLDER)
    idx = "0" if element is None else element.get("idx", "0")
    return int(idx) if idx.isdigit() else 0


def list_styles(shape: SlideShape, kind: str) -> tuple[Element, ...]:
    """Return the list styles that the text of a shape inherits, the nearest first.

    `kind` is the type of its placeholder; empty for other shapes. (ECMA-376 Part 1, 19.3.1.36.)
    """
    return tuple(_list_styles(shape, kind))


def _list_styles(shape: SlideShape, kind: str) -> Iterator[Element]:
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
    styles = shape.slide.master.find(f"{q('p:txStyles')}/{q(f'p:{name}')}")
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
