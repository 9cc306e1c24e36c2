"""The reading order: that of the shapes in the file is that of the slide, the title first."""

from collections.abc import Iterator
from typing import NamedTuple

from deckgen.audit.finding import Finding, ShapePlace
from deckgen.audit.rules import at_shape
from deckgen.audit.slide_facts.audited_slide import AuditedShape, AuditedSlide
from deckgen.deck.box import Box, box_around
from deckgen.ooxml_rules.shape_queries import FOOT_TYPES
from deckgen.template.resolve.drawn_shapes import covers

_MOST_SHAPES = 80
"""The order of more shapes on a slide is not compared: most of them are a drawing."""
_SHARED = 0.5
"""The share of the lower or narrower of two shapes that makes them stand in one row or column."""
_TOUCHING = 25_400
"""EMU by which shapes may overlap that stand below or beside one another."""
_NO_PLACE = Box(0, 0, 0, 0)


class ReadItem(NamedTuple):
    """A step of the reading order: a shape, or a group as a whole."""

    place: ShapePlace
    box: Box
    is_title: bool = False
    is_picture: bool = False
    is_subtitle: bool = False


def reading_order_findings(slide: AuditedSlide) -> Iterator[Finding]:
    """Yield what is read before the title, and the first two shapes that are read the wrong way."""
    read = list(read_items(slide))
    title = next((each for each in read if each.is_title), None)
    page = Box(0, 0, slide.width, slide.height)
    if title is not None:
        for each in read[: read.index(title)]:
            is_behind = covers(each.box, title.box) or covers(each.box, page)
            is_above = each.box.y + each.box.cy // 2 < title.box.y + title.box.cy // 2
            if not is_behind and not is_above:
                yield at_shape("title-not-first", slide, title.place, other=each.place.name)
                break
    if len(read) > _MOST_SHAPES or _is_right_to_left(slide):
        return
    # A subtitle belongs to its title, wherever it stands.
    others = [each for each in read if not each.is_title and not each.is_subtitle]
    for at, first in enumerate(others):
        for number, second in enumerate(others[at + 1 :]):
            # A picture and its caption may stand either way.
            is_caption = number == 0 and first.is_picture != second.is_picture
            if not is_caption and stands_behind(first.box, second.box):
                yield at_shape("reading-order", slide, first.place, other=second.place.name)
                return


def read_items(slide: AuditedSlide) -> Iterator[ReadItem]:
    """Yield what is read, in its order: without decoration, lines and the foot of the slide."""
    groups: dict[int, list[Box]] = {}
    for shape in slide.shown:
        if shape.groups and not shape.decorative:
            groups.setdefault(id(shape.groups[0].element), []).append(shape.seen_box or _NO_PLACE)
    for shape in slide.shown:
        if shape.groups:
            boxes = groups.pop(id(shape.groups[0].element), None)
            if boxes and not shape.groups[0].decorative:
                yield ReadItem(shape.groups[0].place, box_around(boxes), is_picture=True)
        elif _is_heard(shape):
            yield ReadItem(
                shape.place,
                shape.seen_box or _NO_PLACE,
                is_title=shape is slide.title_shape,
                is_picture=shape.kind != "text",
                is_subtitle=shape.placeholder == "subTitle",
            )


def _is_heard(shape: AuditedShape) -> bool:
    if shape.decorative or shape.placeholder in FOOT_TYPES or shape.place.box is None:
        return False
    # A counter such as 1/6 belongs to nothing that stands around it.
    if shape.kind == "text" and shape.has_words and not any(map(str.isalpha, shape.text)):
        return False
    return shape.has_words or shape.kind not in {"text", "line"} or bool(shape.description)


def stands_behind(first: Box, second: Box) -> bool:
    """Return whether a box stands clearly after another: below it, or right of it in its row."""
    is_column = first.shared_width(second) > _SHARED * max(min(first.cx, second.cx), 1)
    is_row = first.shared_height(second) > _SHARED * max(min(first.cy, second.cy), 1)
    below = first.y >= second.y + second.cy - _TOUCHING
    right = first.x >= second.x + second.cx - _TOUCHING
    return (below and is_column) or (right and is_row)


def _is_right_to_left(slide: AuditedSlide) -> bool:
    return any(
        paragraph.style.rtl
        for shape in slide.shown
        for area in shape.texts
        for paragraph in area.paragraphs
    )
