"""The shapes of a slide, a layout or a master with their boxes on the slide, inside groups as well.

ECMA-376 Part 1, 19.3.1.45 spTree; Part 3, 7.6 AlternateContent.
"""

from collections.abc import Iterator
from typing import NamedTuple

from deckgen.deck.box import Box
from deckgen.ooxml_rules.attributes import parse_emu, parse_flag, parse_integer
from deckgen.opc.xml_parser import Element, local_name, q

_SHAPES = frozenset({"sp", "pic", "graphicFrame", "cxnSp"})
_DEEPEST = 16
"""Nested groups; deeper shapes are ignored."""
_MICROSOFT = "http://schemas.microsoft.com/office/"
_QUARTER = 5_400_000
"""90 degrees, in 60,000ths of a degree."""


class GroupTransform(NamedTuple):
    """The offset and scale of the shapes in a group."""

    x: float = 0
    y: float = 0
    across: float = 1
    down: float = 1

    def placed(self, box: Box) -> Box:
        """Return the box on the slide of a box within the group."""
        return Box(
            round(self.x + box.x * self.across),
            round(self.y + box.y * self.down),
            round(box.cx * self.across),
            round(box.cy * self.down),
        )


class TemplateShape(NamedTuple):
    """A shape that is no group."""

    element: Element
    box: Box | None
    """On the slide, before rotation; None if the shape itself has no box."""
    quarters: int
    """Its rotation, in quarters of a turn, clockwise, rounded."""
    placeholder: Element | None
    """Its `p:ph`."""
    name: str
    hidden: bool = False
    """Whether it is hidden itself, or stands in a hidden group."""
    groups: tuple[Element, ...] = ()
    """The `p:grpSp` that it stands in, the outermost first."""


def read_shapes(root: Element | None) -> Iterator[TemplateShape]:
    """Yield the shapes of a slide, layout or master in the order in which they are drawn."""
    tree = None if root is None else root.find(f"{q('p:cSld')}/{q('p:spTree')}")
    if tree is not None:
        yield from _within(tree, GroupTransform(), 0, ())


def chosen_alternative(alternatives: Element) -> Element | None:
    """Return the alternative of an `mc:AlternateContent` that PowerPoint shows.

    It is the first choice that needs only Microsoft's extensions, without those for the Mac.
    """
    for choice in alternatives.iterchildren(q("mc:Choice")):
        needed = [choice.nsmap.get(prefix, "") for prefix in choice.get("Requires", "").split()]
        if needed and all(each.startswith(_MICROSOFT) and "/mac/" not in each for each in needed):
            return choice
    return alternatives.find(q("mc:Fallback"))


def _within(
    parent: Element, scaling: GroupTransform, depth: int, groups: tuple[Element, ...]
) -> Iterator[TemplateShape]:
    for child in parent.iterchildren("{*}*"):
        kind = local_name(child)
        if kind in _SHAPES:
            shape = _shape(child, scaling)
            if groups:
                shape = shape._replace(
                    groups=groups, hidden=shape.hidden or any(map(_is_hidden_group, groups))
                )
            yield shape
        elif kind == "grpSp" and depth < _DEEPEST:
            yield from _within(child, group_transform(child, scaling), depth + 1, (*groups, child))
        elif kind == "AlternateContent" and depth < _DEEPEST:
            choice = chosen_alternative(child)
            if choice is not None:
                yield from _within(choice, scaling, depth + 1, groups)


def _is_hidden_group(group: Element) -> bool:
    own = group.find(f"{q('p:nvGrpSpPr')}/{q('p:cNvPr')}")
    return own is not None and bool(parse_flag(own.get("hidden")))


def group_transform(group: Element, outer: GroupTransform) -> GroupTransform:
    """Return the transform of the shapes in a group (20.1.7.6 xfrm for groups)."""
    own = group.find(f"{q('p:grpSpPr')}/{q('a:xfrm')}")
    if own is None:
        return outer
    box, inner = transform_box(own), transform_box(own, "chOff", "chExt")
    if box is None or inner is None or not inner.cx or not inner.cy:
        return outer
    across, down = box.cx / inner.cx, box.cy / inner.cy
    return GroupTransform(
        outer.x + (box.x - inner.x * across) * outer.across,
        outer.y + (box.y - inner.y * down) * outer.down,
        across * outer.across,
        down * outer.down,
    )


def _shape(element: Element, scaling: GroupTransform) -> TemplateShape:
    properties = placeholder = None
    name, hidden = "", False
    for child in element.iterchildren("{*}*"):
        kind = local_name(child)
        if kind.startswith("nv"):
            own, shared = child.find(q("p:cNvPr")), child.find(q("p:nvPr"))
            if own is not None:
                name, hidden = own.get("name", ""), bool(parse_flag(own.get("hidden")))
            placeholder = None if shared is None else shared.find(q("p:ph"))
        elif kind == "xfrm":
            properties = child
        elif kind == "spPr":
            properties = child.find(q("a:xfrm"))
    box = None if properties is None else transform_box(properties)
    angle = 0 if properties is None else parse_integer(properties.get("rot")) or 0
    quarters = (angle + _QUARTER // 2) // _QUARTER % 4
    return TemplateShape(element, box and scaling.placed(box), quarters, placeholder, name, hidden)


def transform_box(transform: Element, offset: str = "off", extent: str = "ext") -> Box | None:
    """Return the box that an `a:xfrm` sets; None if it is not whole."""
    at, size = transform.find(q(f"a:{offset}")), transform.find(q(f"a:{extent}"))
    if at is None or size is None:
        return None
    sides = ((at, "x"), (at, "y"), (size, "cx"), (size, "cy"))
    x, y, cx, cy = (parse_emu(element.get(side)) for element, side in sides)
    if x is None or y is None or cx is None or cy is None or cx < 0 or cy < 0:
        return None
    return Box(x, y, cx, cy)
