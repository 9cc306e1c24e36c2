"""The part of a text's box that nothing drawn on the layout crosses, and how far it may grow.

A shape around a whole text is its ground: a panel, a bar, a picture, a frame. All else that meets
the text is in its way: docs/decisions/templates.md.
"""

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from deckgen.brand.contrast import GRAPHIC_MINIMUM, contrast_ratio
from deckgen.deck.box import Box, Insets
from deckgen.deck.layout import EMU_PER_POINT, SHARE_ABOVE, Placeholder
from deckgen.template.match.choosing.placeholder_roles import PlaceholderMap
from deckgen.template.resolve.drawn_shapes import grown_box, seen_around
from deckgen.template.template import DrawnShape

_LEAST_WIDTH, _LEAST_AREA = 0.4, 0.35
"""Shares of a box that a part of it has at least; below, the box stays whole."""
_LEAST_BESIDE_UNKNOWN = 0.7
"""The least share of the area beside shapes that may be much smaller than their boxes."""
_MOSTLY = 0.5
"""Share of a text from which a fill that covers it is its ground."""
_LINE = 0.65 * EMU_PER_POINT
"""EMU of the least line for each point of the layout's size: the text may be set smaller."""
_HAIR = 50_000
"""EMU: a line with less height or less width runs across or down."""
_LINE_HEIGHT = 1.25
"""The height of a line in times its size, in most fonts."""


def with_clear_boxes(placeholders: PlaceholderMap, drawn: Sequence[DrawnShape]) -> PlaceholderMap:
    """Return the placeholders; those with a text across something drawn have a part of their box.

    A box stays whole if too little of it would be left. A title that began where the body does
    still does, beside a shape that may be much smaller than its box, such as a corner.
    """
    clear = {role: _with_clear_box(each, drawn) for role, each in placeholders.items()}
    title, body = clear.get("title"), clear.get("body")
    if title is None or body is None or not placeholders["title"].box.x == body.box.x < title.box.x:
        return clear
    whole = body.box._replace(y=title.box.y, cx=title.box.right - body.box.x, cy=title.box.cy)
    sure = [shape for shape in drawn if _fills_box(shape)]
    if is_crossed(whole, title.insets, sure):
        return clear
    return {**clear, "title": title.in_box(whole)}


def _with_clear_box(placeholder: Placeholder, drawn: Sequence[DrawnShape]) -> Placeholder:
    insets, style = placeholder.insets, placeholder.level_styles[0]
    line = round(style.size * _LINE) + insets.top + insets.bottom
    box = clear_box(placeholder.box, insets, drawn, line, style.color)
    if box == placeholder.box:
        return placeholder
    return placeholder.in_box(box)


def clear_box(
    box: Box,
    insets: Insets,
    drawn: Sequence[DrawnShape],
    least_height: int = 0,
    color: str | None = None,
) -> Box:
    """Return the part of a box whose text stands across nothing drawn.

    The box itself, if too little of it would be left. `least_height` is that of one line, in EMU;
    `color` is the RRGGBB of the text.
    """
    drawn = seen_around(box, drawn)
    least = min(least_height, box.cy)
    part = _part(box, insets, drawn, color)
    sure = [shape for shape in drawn if _fills_box(shape)]
    if part and len(sure) < len(drawn) and part.area < box.area * _LEAST_BESIDE_UNKNOWN:
        part = _part(box, insets, sure, color)
    if part is None or part.cx < box.cx * _LEAST_WIDTH or part.cy < least:
        return box
    return part if part.area >= box.area * _LEAST_AREA else box


def crosses(shape: DrawnShape, box: Box, insets: Insets) -> bool:
    """Return whether a text in a box would stand across a shape."""
    text = _text_area(box, insets)
    return shape.box.overlaps(text) and not shape.box.contains(text)


def is_crossed(box: Box, insets: Insets, drawn: Iterable[DrawnShape]) -> bool:
    """Return whether a text in a box would stand across one of several shapes."""
    return any(crosses(shape, box, insets) for shape in drawn)


def _part(box: Box, insets: Insets, drawn: Sequence[DrawnShape], color: str | None) -> Box | None:
    """Return a part of a box without obstacles, beginning with the one that costs most."""
    while crossed := [shape for shape in drawn if crosses(shape, box, insets)]:
        best = [max(_parts(box, insets, shape, color), key=attrgetter("area")) for shape in crossed]
        box = min(best, key=attrgetter("area"))
        if box.cx <= insets.left + insets.right or box.cy <= insets.top + insets.bottom:
            return None
    return box


def _parts(box: Box, insets: Insets, shape: DrawnShape, color: str | None) -> Iterator[Box]:
    """Yield the parts of a box beside a shape: above, below, left, right, and within a ground."""
    x, y, right, bottom = box.x, box.y, box.right, box.bottom
    left_of, above = min(shape.box.x, right), min(shape.box.y, bottom)
    right_of, below = max(shape.box.right, x), max(shape.box.bottom, y)
    yield Box(x, y, box.cx, max(above - y, 0))
    yield Box(x, below, box.cx, max(bottom - below, 0))
    yield Box(x, y, max(left_of - x, 0), box.cy)
    yield Box(right_of, y, max(right - right_of, 0), box.cy)
    text = _text_area(box, insets)
    mostly = shape.box.shared_area(text) >= text.area * _MOSTLY
    if mostly and shape.kind in {"fill", "line"} and _is_readable(color, shape.color):
        yield _within(shape.box, box, text)


def _within(ground: Box, box: Box, text: Box) -> Box:
    """Return a box cut to a ground on the sides where its text crosses the edge of the ground."""
    shared = ground.intersection(box)
    if ground.x <= text.x and ground.right >= text.right:
        shared = shared._replace(x=box.x, cx=box.cx)
    if ground.y <= text.y and ground.bottom >= text.bottom:
        shared = shared._replace(y=box.y, cy=box.cy)
    return shared


def _is_readable(color: str | None, ground: str | None) -> bool:
    """Return whether a text may have been made for a ground: None is unknown."""
    return color is None or ground is None or contrast_ratio(color, ground) >= GRAPHIC_MINIMUM


def _fills_box(shape: DrawnShape) -> bool:
    """Return whether a shape is known to reach to all sides of its box."""
    if shape.kind == "line":
        return min(shape.box.cx, shape.box.cy) < _HAIR
    return shape.kind != "fill" or shape.color is not None


def _text_area(box: Box, insets: Insets) -> Box:
    return box.inside(Insets(*(max(inset, 0) for inset in insets)))


def free_left(placeholder: Placeholder, others: Iterable[Box], drawn: Iterable[DrawnShape]) -> int:
    """Return the EMU left of a text on which nothing stands, in all boxes that it may have.

    A text on a panel stays on it. Arguments are those of `grown_box`.
    """
    boxes = (placeholder.box, *placeholder.larger_boxes)
    top, bottom = min(box.y for box in boxes), max(box.bottom for box in boxes)
    left = min(box.x for box in boxes) + placeholder.insets.left
    edge, text = 0, Box(left, top, placeholder.inner_box.cx, bottom - top)
    for shape in drawn:
        if shape.box.contains(text):
            edge = max(edge, shape.box.x)
        elif shape.box.y < bottom and shape.box.bottom > top and shape.box.x < left:
            edge = max(edge, shape.box.right)
    for other in others:
        if other not in boxes and other.y < bottom and other.bottom > top and other.x < left:
            edge = max(edge, other.right)
    return max(left - edge, 0)


def larger_boxes(
    box: Box, own: Box, others: Sequence[Box], drawn: Iterable[DrawnShape], height: int
) -> tuple[Box, ...]:
    """Return the boxes for a text that does not fit into a box, the best first.

    A text that finds no space beside what is drawn may have the layout's `own` box, and more, from
    the top of `box`: no word is left out. It leaves a panel before it meets another shape, and
    meets no text that it did not meet before. Other arguments are those of `grown_box`.
    """
    bottom = max(own.bottom, box.bottom)
    whole = own._replace(cy=bottom - own.y).from_top(box.y)
    drawn, rest = tuple(drawn), [other for other in others if other != box]
    beside = [shape for shape in drawn if not shape.box.overlaps(whole)]
    boxes = (
        grown_box(box, others, drawn, height),
        whole,
        grown_box(whole, rest, beside, height),
        grown_box(whole, rest, (), height),
    )
    apart = [other for other in rest if not other.overlaps(box)]
    larger = (each for each in boxes if each and each.area > box.area)
    return tuple(dict.fromkeys(each for each in larger if not any(map(each.overlaps, apart))))


def with_texts_apart(placeholders: PlaceholderMap) -> PlaceholderMap:
    """Return the placeholders; no text begins within the box of the title above it.

    A text that has a line below the title begins there; else the title ends above the text, if a
    line is left of it. Designers do not see such an overlap: their few sample words do not meet.
    """
    title = placeholders.get("title")
    if title is None or title.vertical:
        return placeholders
    apart = dict(placeholders)
    for role, text in placeholders.items():
        meets = title.inner_box.overlaps(text.inner_box)
        if text is title or not meets or text.box.y <= title.box.y:
            continue
        lower = text.in_box(text.box.from_top(title.box.bottom))
        higher = title.in_box(title.box._replace(cy=text.box.y - title.box.y))
        if _has_line(lower):
            apart[role] = lower
        elif _has_line(higher):
            apart["title"] = higher
    return apart


def _has_line(text: Placeholder) -> bool:
    return text.inner_box.cy >= text.level_styles[0].size * _LINE_HEIGHT * EMU_PER_POINT


def with_whole_line(placeholders: PlaceholderMap, drawn: Sequence[DrawnShape]) -> PlaceholderMap:
    """Return the placeholders; a title whose box is too low for one line has a higher box."""
    title = placeholders.get("title")
    if title is None:
        return placeholders
    return {**placeholders, "title": whole_line(title, placeholders.values(), drawn)}


def whole_line(
    placeholder: Placeholder, others: Iterable[Placeholder], drawn: Sequence[DrawnShape]
) -> Placeholder:
    """Return a placeholder; if its box is too low for one line, the box is higher.

    In the template, such a line goes beyond its box, over nothing. The box stays where the line
    would meet the text of another placeholder, or something drawn. What overlaps the box already
    does not count, such as the placeholder itself among `others`.
    """
    style, box = placeholder.level_styles[0], placeholder.box
    line = style.line_points or style.size * _LINE_HEIGHT * max(style.line_spacing, 100) / 100
    lack = round(line * EMU_PER_POINT) - placeholder.inner_box.cy
    above = round(lack * SHARE_ABOVE[placeholder.anchor])
    grown = placeholder.in_box(box._replace(y=box.y - above, cy=box.cy + lack))
    if (
        lack <= 0
        or placeholder.vertical
        or grown.box.y < 0
        or any(
            other.inner_box.overlaps(grown.inner_box)
            for other in others
            if not other.box.overlaps(box)
        )
        or is_crossed(grown.box, placeholder.insets, drawn)
    ):
        return placeholder
    return grown
