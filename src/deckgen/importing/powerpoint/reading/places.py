"""Where shapes stand and in which order they are read; frames and grounds behind them."""

from collections.abc import Iterator, Sequence

from pptx.shapes.base import BaseShape
from pptx.slide import Slide

from deckgen.deck.box import Box
from deckgen.importing.powerpoint.reading.shape_properties import placeholders_above
from deckgen.importing.powerpoint.reading.source_slide import (
    SlideText,
    SourceClip,
    SourcePicture,
    SourceShape,
    Unread,
    paragraphs_in,
)
from deckgen.ooxml_rules.shape_queries import TITLE_TYPES
from deckgen.opc.xml_parser import q
from deckgen.template.resolve.read_shapes import transform_box

_WIDTH, _HEIGHT = 9_144_000, 6_858_000
"""EMU: the usual size of slides."""
_ORDER = {"title": 0, "ctrTitle": 0, "subTitle": 1}
_TEXTS = {"body", "obj"}
"""The types of placeholders for the headings of columns."""
_ROW = 0.5
"""The share of a shape's height, or width, by which two shapes of one row, or column, overlap."""
_PLACES = (f"{q('p:spPr')}/{q('a:xfrm')}", q("p:xfrm"), f"{q('p:grpSpPr')}/{q('a:xfrm')}")
"""The elements with which shapes, graphics and groups say where they stand."""
_EDGE, _HALF = 0.02, 0.25
"""The share of a side up to which a shape is at an edge; that of the slide which a half has."""
_HIDDEN = 0.85
"""The share of a shape from which on it is the frame of the picture before it."""
_GROUND = 0.95
"""The share of a shape that lies on its ground, and of the slide's side that a box spans."""


def box_of(shape: BaseShape, kind: str) -> Box:
    """Return where a shape stands: as it says itself, else as its placeholder does.

    python-pptx knows as much, in time that grows with all placeholders of the layout.
    """
    for element in (shape.element, *(placeholders_above(shape, kind) if kind else ())):
        places = (place for path in _PLACES if (place := element.find(path)) is not None)
        if box := next(filter(None, map(transform_box, places)), None):
            return box
    return Box(0, 0, 0, 0)


def slide_box(slide: Slide) -> Box:
    """Return the whole slide as a box."""
    presentation = slide.part.package.presentation_part.presentation
    width, height = presentation.slide_width, presentation.slide_height
    return Box(0, 0, int(width or _WIDTH), int(height or _HEIGHT))


def fills_half(box: Box, whole: Box) -> bool:
    """Return whether a shape stands at one side of a slide, from its top to its foot."""
    near_x, near_y = round(_EDGE * whole.cx), round(_EDGE * whole.cy)
    is_high = box.y <= near_y and box.bottom >= whole.cy - near_y
    is_left, is_right = box.x <= near_x, box.right >= whole.cx - near_x
    return is_high and is_left != is_right and _HALF <= whole.share_on(box) <= 1 - _HALF


def in_reading_order(shapes: list[SourceShape]) -> Iterator[SourceShape]:
    """Yield the title, then the other shapes by rows from the top, each from the left.

    What stands below headings of columns is read column by column.
    """
    first = [shape for shape in shapes if shape.placeholder in _ORDER]
    yield from sorted(first, key=lambda shape: _ORDER[shape.placeholder])
    rows = list(_rows([shape for shape in shapes if shape.placeholder not in _ORDER]))
    while rows:
        row = rows.pop(0)
        if rows and _are_headings(row, rows[0]):
            row = [shape for column in zip(row, rows.pop(0), strict=True) for shape in column]
        yield from row


def _rows(rest: list[SourceShape]) -> Iterator[list[SourceShape]]:
    rest.sort(key=lambda shape: shape.box.y)
    while rest:
        top = rest[0].box
        row = [
            each for each in rest if each.box.shared_height(top) >= _ROW * min(each.box.cy, top.cy)
        ] or rest[:1]
        yield sorted(row, key=lambda shape: (_left(shape, row), shape.box.y))
        rest = [shape for shape in rest if not any(shape is each for each in row)]


def _left(shape: SourceShape, row: list[SourceShape]) -> int:
    """Return where the column of a shape begins in its row, which may have several in one."""
    column = (each.box.x for each in row if are_one_column(shape.box, each.box))
    return min([shape.box.x, *column])


def are_one_column(one: Box, other: Box) -> bool:
    """Return whether two boxes stand in one column, without lying on each other."""
    is_one_column = one.shared_width(other) > _ROW * min(one.cx, other.cx)
    return is_one_column and one.shared_height(other) <= _ROW * min(one.cy, other.cy)


def _are_headings(row: list[SourceShape], below: list[SourceShape]) -> bool:
    """Return whether a row is lines, each above one content of the next row, which is higher."""
    return len(row) == len(below) > 1 and all(
        (shape.placeholder in _TEXTS or shape.box.cy <= _ROW * other.box.cy)
        and len(paragraphs_in(shape)) == 1
        and shape.box.shared_width(other.box) >= _ROW * shape.box.cx
        for shape, other in zip(row, below, strict=True)
    )


def without_frames(shapes: Sequence[SourceShape]) -> list[SourceShape]:
    """Return shapes, which lie on those before them, without the frames of pictures and clips."""
    return [each for at, each in enumerate(shapes) if not _is_frame(each, shapes[at + 1 :])]


def _is_frame(shape: SourceShape, above: Sequence[SourceShape]) -> bool:
    if not isinstance(shape.content, Unread) or shape.content.words.strip():
        return False
    return any(
        isinstance(each.content, SourcePicture | SourceClip)
        and shape.box.share_on(each.box) >= _HIDDEN
        for each in above
    )


def without_grounds(shapes: Sequence[SourceShape], whole: Box) -> list[SourceShape]:
    """Return shapes, which lie on those before them, without boxes that are the ground of all.

    PowerPoint's Designer draws them, also as bands from edge to edge, or as decorative pictures;
    other programs draw a card behind each text. `whole` is the slide; a title may stand outside.
    """
    return [each for at, each in enumerate(shapes) if not _is_ground(each, shapes[at + 1 :], whole)]


def _is_ground(shape: SourceShape, above: Sequence[SourceShape], whole: Box) -> bool:
    box = shape.box
    if isinstance(shape.content, SourcePicture) and shape.content.decorative:
        return len(above) > 0 and whole.share_on(box) >= _GROUND
    if not isinstance(shape.content, Unread) or not shape.content.is_box:
        return False
    others = [each.box for each in above if each.placeholder not in TITLE_TYPES]
    on_it = [each for each in above if each.box.share_on(box) > _EDGE]
    is_card = len(on_it) > 0 and all(
        isinstance(each.content, SlideText) and each.box.share_on(box) >= _GROUND for each in on_it
    )
    is_whole = len(above) > 0 and (
        box.shared_width(whole) >= _GROUND * whole.cx
        or box.shared_height(whole) >= _GROUND * whole.cy
    )
    holds_all = all(other.share_on(box) >= _GROUND for other in others)
    return is_whole or is_card or (holds_all and len(others) > 0)
