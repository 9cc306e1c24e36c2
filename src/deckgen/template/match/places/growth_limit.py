"""How far a placeholder may grow on a slide before it meets another, a drawn shape, or the edge."""

from collections.abc import Iterable, Sequence

from deckgen.deck.box import Box
from deckgen.deck.layout import EMU_PER_POINT, Placeholder
from deckgen.template.match.choosing.placeholder_roles import PlaceholderMap
from deckgen.template.match.places.clear_box import crosses
from deckgen.template.template import DrawnShape

_EDGE = 0.04
"""Share of the slide that stays free at its edges."""
_GAP = 0.01
"""Share of the slide's height between two placeholders."""
_LEAST_GAIN = 1.1
_LINE = 1.25
"""The height of a line in times its size, in most fonts."""
_ABOVE = {"t": 0.0, "ctr": 0.5, "b": 1.0}
"""The share of its growth that a text takes above its box, by its anchor."""


def growth_limit(
    box: Box, others: Iterable[Box], drawn: Iterable[DrawnShape], height: int
) -> Box | None:
    """Return a box extended up and down as far as nothing stands; None if that gains too little.

    `others` are all boxes that the slide fills; they may contain `box` itself. `drawn` is what the
    layout draws; a box that stands on a panel or a picture stays on it. `height` is that of the
    slide, in EMU.
    """
    top, bottom = round(height * _EDGE), round(height * (1 - _EDGE))
    gap = round(height * _GAP)
    in_the_way = [other for other in others if other != box]
    for shape in drawn:
        if shape.box.contains(box):
            top, bottom = max(top, shape.box.y), min(bottom, shape.box.bottom)
        else:
            in_the_way.append(shape.box)
    for other in in_the_way:
        if other.x >= box.right or box.x >= other.right:
            continue
        if other.bottom <= box.y + box.cy // 2:
            top = max(top, other.bottom + gap)
        elif other.y >= box.y + box.cy // 2:
            bottom = min(bottom, other.y - gap)
        else:
            return None
    top, bottom = min(top, box.y), max(bottom, box.bottom)
    if bottom - top <= box.cy * _LEAST_GAIN:
        return None
    return box._replace(y=top, cy=bottom - top)


def free_left(placeholder: Placeholder, others: Iterable[Box], drawn: Iterable[DrawnShape]) -> int:
    """Return the EMU left of a text on which nothing stands, in all boxes that it may have.

    A text on a panel stays on it. Arguments are those of `growth_limit`.
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
    the top of `box`: no word is left out. It leaves a panel before it meets another shape. Other
    arguments are those of `growth_limit`.
    """
    bottom = max(own.bottom, box.bottom)
    whole = own._replace(y=box.y, cy=bottom - box.y)
    drawn, rest = tuple(drawn), [other for other in others if other != box]
    beside = [shape for shape in drawn if not shape.box.overlaps(whole)]
    boxes = (
        growth_limit(box, others, drawn, height),
        whole,
        growth_limit(whole, rest, beside, height),
        growth_limit(whole, rest, (), height),
    )
    larger = dict.fromkeys(each for each in boxes if each and each.area > box.area)
    return tuple(larger)


def two_lines_up(line: Box) -> Box:
    """Return the box of a line with another line above, in the area of the text that ends there."""
    return line._replace(y=line.y - line.cy, cy=2 * line.cy)


def with_whole_line(placeholders: PlaceholderMap, drawn: Sequence[DrawnShape]) -> PlaceholderMap:
    """Return the placeholders; a title whose box is too low for one line has a higher one."""
    title = placeholders.get("title")
    if title is None:
        return placeholders
    others = [other for other in placeholders.values() if other is not title]
    return {**placeholders, "title": whole_line(title, others, drawn)}


def whole_line(
    placeholder: Placeholder, others: Iterable[Placeholder], drawn: Sequence[DrawnShape]
) -> Placeholder:
    """Return a placeholder whose box is not too low for one line.

    In the template, such a line goes beyond its box, over nothing. The box stays where the line
    would meet the text of another placeholder, or something drawn.
    """
    style, box = placeholder.level_styles[0], placeholder.box
    line = style.line_points or style.size * _LINE * max(style.line_spacing, 100) / 100
    lack = round(line * EMU_PER_POINT) - placeholder.inner_box.cy
    above = round(lack * _ABOVE[placeholder.anchor])
    grown = placeholder._replace(
        box=box._replace(y=box.y - above, cy=box.cy + lack), overrides_box=True
    )
    if (
        lack <= 0
        or placeholder.vertical
        or grown.box.y < 0
        or any(
            other.inner_box.overlaps(grown.inner_box)
            for other in others
            if not other.box.overlaps(box)
        )
        or any(crosses(shape, grown.box, placeholder.insets) for shape in drawn)
    ):
        return placeholder
    return grown
