"""Sorts shapes into the order in which they stand on the slide, where that is clear.

The order in the file is also that of the drawing, so shapes that overlap keep theirs.
"""

from collections.abc import Iterator, Sequence

from deckgen.audit.accessibility.reading_order import (
    read_items,
    reading_order_findings,
    stands_behind,
)
from deckgen.audit.slide_facts.audited_slide import AuditedShape, AuditedSlide
from deckgen.deck.box import Box, box_around
from deckgen.mend.mend_values import DeckMend, MendPlan
from deckgen.ooxml_rules.attributes import parse_integer
from deckgen.ooxml_rules.shape_queries import SHAPES, shape_properties
from deckgen.opc.xml_parser import Element, q

_MOST = 80
_OUTLINE = 38_100
"""EMU by which outlines, arrows and shadows reach beyond the box of what is drawn."""


def mend_reading_order(slide: AuditedSlide, _: MendPlan) -> Iterator[DeckMend]:
    """Sort the shapes of a slide; nothing is done where shapes that overlap stand in the way."""
    findings = {finding.rule.code for finding in reading_order_findings(slide)}
    tree = slide.root.find(f"{q('p:cSld')}/{q('p:spTree')}")
    if not findings or tree is None:
        return
    shapes = list(tree.iterchildren(*map(q, SHAPES)))
    # What stands between shapes, such as content for later versions, is not understood here.
    rest = {q("p:nvGrpSpPr"), q("p:grpSpPr"), q("p:extLst"), *(each.tag for each in shapes)}
    if len(shapes) > _MOST or any(child.tag not in rest for child in tree):
        return
    order = _sorted(shapes, slide)
    if order is None or order == shapes:
        return
    for child in shapes:
        tree.remove(child)
    heads = sum(child.tag in {q("p:nvGrpSpPr"), q("p:grpSpPr")} for child in tree)
    for at, child in enumerate(order):
        tree.insert(heads + at, child)
    message = "Its shapes are read in the order in which they stand."
    if "title-not-first" in findings:
        message = "Its title is read first."
    yield DeckMend(min(findings), slide.number, message)


def _sorted(shapes: list[Element], slide: AuditedSlide) -> list[Element] | None:
    """Return shapes in reading order; None if overlapping shapes forbid it."""
    before = _constraints(shapes, slide)
    order: list[int] = []
    left = list(range(len(shapes)))
    while left:
        free = next((at for at in left if not before[at] & {*left}), None)
        if free is None:
            return None
        order.append(free)
        left.remove(free)
    return [shapes[at] for at in order]


def _constraints(shapes: list[Element], slide: AuditedSlide) -> list[set[int]]:
    """Return, for each shape, which others must come before it."""
    boxes = _drawn_boxes(shapes, slide)
    items = {item.place.id: item for item in read_items(slide)}
    read = [items.get(_id(shape)) for shape in shapes]
    before: list[set[int]] = [set() for _ in shapes]
    for first in range(len(shapes)):
        for second in range(first + 1, len(shapes)):
            one, other = read[first], read[second]
            box, other_box = boxes[first], boxes[second]
            if box is None or other_box is None or box.share_on(other_box):
                before[second].add(first)
            elif one is None or other is None or one.is_subtitle or other.is_subtitle:
                continue
            elif other.is_title or (not one.is_title and stands_behind(one.box, other.box)):
                before[first].add(second)
            elif one.is_title or stands_behind(other.box, one.box):
                before[second].add(first)
    return before


def _drawn_boxes(shapes: list[Element], slide: AuditedSlide) -> list[Box | None]:
    """Return the place of each shape, of a group that of all its members; None if unknown."""
    places: dict[Element, list[Box | None]] = {}
    for shape in slide.shapes:
        outer = shape.groups[0].element if shape.groups else shape.element
        places.setdefault(outer, []).append(_seen(shape))
    return [_around(places.get(shape, [])) for shape in shapes]


def _seen(shape: AuditedShape) -> Box | None:
    """Return where a shape and its words are seen; None if it is turned."""
    turned = next(shape.element.iter(q("a:xfrm"), q("p:xfrm")), None)
    if turned is not None and (parse_integer(turned.get("rot")) or 0):
        return None
    words = [area.extent.box for area in shape.texts if area.extent is not None]
    box = _around([shape.place.box, *words])
    if box is None or shape.drawn is None:
        return box
    return Box(box.x - _OUTLINE, box.y - _OUTLINE, box.cx + 2 * _OUTLINE, box.cy + 2 * _OUTLINE)


def _around(boxes: Sequence[Box | None]) -> Box | None:
    known = [box for box in boxes if box is not None]
    return box_around(known) if known and len(known) == len(boxes) else None


def _id(shape: Element) -> int:
    """Return the id of a shape or a group, the first in its tree."""
    named = shape_properties(shape)
    return 0 if named is None else parse_integer(named.get("id")) or 0
