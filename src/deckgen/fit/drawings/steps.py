"""Steps: a line with a mark for each, from the left or, with many words, from the top."""

from functools import partial
from typing import NamedTuple

from deckgen.deck.box import Box
from deckgen.deck.drawing_style import ShapeStyle
from deckgen.deck.graphics.drawing import Drawing, DrawingItem, Shape
from deckgen.deck.layout import EMU_PER_INCH
from deckgen.deck.text_body import Paragraph, Run, TextBody
from deckgen.fit.drawings.drawing_canvas import Canvas, in_emu, item_text

_GAP = round(0.3 * EMU_PER_INCH)
_WIDEST_GAP = round(0.6 * EMU_PER_INCH)
"""Between steps from the top to the bottom, beside the least."""
_LINE = round(0.03 * EMU_PER_INCH)
_DOT = round(0.24 * EMU_PER_INCH)
"""The mark of a step with a date."""
_DISC = round(0.56 * EMU_PER_INCH)
"""The mark of a step without a date: it has a number."""
_AFTER_MARK = round(0.18 * EMU_PER_INCH)
_DROP = 0.15
"""Share of the free height above the line."""
_LARGEST = 28
_MOST_ACROSS = 0.4
"""The largest share of the height for words below a line from left to right."""


class _Styles(NamedTuple):
    """The styles of steps."""

    lead: ShapeStyle
    words: tuple[ShapeStyle, ShapeStyle]


def step_shapes(drawing: Drawing, canvas: Canvas) -> tuple[Shape, ...]:
    """Return the shapes of the steps in reading order; none, with an error, if they do not fit."""
    for arranged in (_across_if_few, _down, _across, partial(_down, least_gap=_LINE)):
        for size in canvas.sizes(_LARGEST):
            small = max(size - 2, min(size, canvas.minimum_size))
            styles = _Styles(
                ShapeStyle(small, "accent", bold=True),
                (ShapeStyle(size, bold=True), ShapeStyle(small, space_before=3)),
            )
            arranged_steps = arranged(drawing.items, styles, canvas)
            if arranged_steps:
                return arranged_steps
    canvas.report(
        drawing,
        f"These {len(drawing.items)} steps do not fit on a slide, even at {canvas.minimum_size} "
        "points.",
        "Leave them fewer words, or make two slides of them.",
    )
    return ()


def _mark(number: int, x: int, y: int, side: int, item: DrawingItem) -> Shape:
    """Return the mark of a step: a dot beside a date, else a disc with a number."""
    box = Box(x, y, side, side)
    if item.lead is not None or side == _DOT:
        return Shape(f"Mark {number}", box, "ellipse", "accent")
    body = TextBody((Paragraph((Run(str(number)),)),))
    style = ShapeStyle(18, bold=True)
    return Shape(f"Number {number}", box, "ellipse", "accent", body, (style,), "ctr", "ctr")


def _across(
    items: tuple[DrawingItem, ...], styles: _Styles, canvas: Canvas
) -> tuple[Shape, ...] | None:
    """Return steps from the left to the right; None if their words do not fit."""
    area, count = canvas.area, len(items)
    width = (area.cx - _GAP * (count - 1)) // count
    leads = [item.lead for item in items if item.lead]
    above = [canvas.extent(lead, (styles.lead,), width) for lead in leads]
    below = [canvas.extent(item_text(item), styles.words, width) for item in items]
    lead_high = max([height for height, _ in above], default=0)
    words_high = max(height for height, _ in below)
    side = _DOT if leads else _DISC
    gaps = _AFTER_MARK * (2 if leads else 1)
    free = area.cy - lead_high - words_high - side - gaps
    if free < 0 or not all(whole for _, whole in (*above, *below)):
        return None
    top = area.y + round(free * _DROP)
    marks = top + (lead_high + _AFTER_MARK if leads else 0)
    last = area.x + (count - 1) * (width + _GAP) + side
    middle = marks + (side - _LINE) // 2
    shapes = [Shape("Line", Box(area.x, middle, last - area.x, _LINE), fill="quiet")]
    for at, item in enumerate(items):
        x = area.x + at * (width + _GAP)
        if item.lead:
            box = Box(x, top, width, lead_high)
            date = Shape(f"Date {at + 1}", box, body=item.lead, styles=(styles.lead,), anchor="b")
            shapes.append(date)
        shapes.append(_mark(at + 1, x, marks, side, item))
        box = Box(x, marks + side + _AFTER_MARK, width, words_high)
        shapes.append(Shape(f"Step {at + 1}", box, body=item_text(item), styles=styles.words))
    return tuple(shapes)


def _across_if_few(
    items: tuple[DrawingItem, ...], styles: _Styles, canvas: Canvas
) -> tuple[Shape, ...] | None:
    """Return steps from the left to the right unless their words are high, narrow columns."""
    found = _across(items, styles, canvas)
    if found is None or max(shape.box.cy for shape in found) > canvas.area.cy * _MOST_ACROSS:
        return None
    return found


def _down(
    items: tuple[DrawingItem, ...], styles: _Styles, canvas: Canvas, least_gap: int = _AFTER_MARK
) -> tuple[Shape, ...] | None:
    """Return steps from the top to the bottom; None if their words do not fit."""
    area = canvas.area
    leads = [item.lead for item in items if item.lead]
    side = _DOT if leads else _DISC
    lead_em = max([canvas.line_em(lead, styles.lead) for lead in leads], default=0)
    lead_wide = in_emu(lead_em, styles.lead.size)
    left = area.x + side + _AFTER_MARK
    words_left = left + (lead_wide + _GAP if leads else 0)
    width = area.x + area.cx - words_left
    if width < area.cx // 2:
        return None
    below = [canvas.extent(item_text(item), styles.words, width) for item in items]
    highs = [max(height, side) for height, _ in below]
    free = area.cy - sum(highs) - least_gap * (len(items) - 1)
    if free < 0 or not all(whole for _, whole in below):
        return None
    gap = least_gap + min(free // max(len(items) - 1, 1), _WIDEST_GAP)
    one_line = TextBody((Paragraph((Run("1"),)),))
    first_line = canvas.extent(one_line, styles.words[:1], width)[0]
    drop = (first_line - side) // 2
    tops = [area.y + sum(highs[:at]) + gap * at for at in range(len(items))]
    line = Box(
        area.x + (side - _LINE) // 2, tops[0] + max(drop, 0) + side // 2, _LINE, tops[-1] - tops[0]
    )
    shapes = [Shape("Line", line, fill="quiet")]
    for at, (item, top) in enumerate(zip(items, tops, strict=True)):
        shapes.append(_mark(at + 1, area.x, top + max(drop, 0), side, item))
        lower = max(-drop, 0)
        if item.lead:
            box = Box(left, top + lower, lead_wide, first_line)
            shapes.append(Shape(f"Date {at + 1}", box, body=item.lead, styles=(styles.lead,)))
        box = Box(words_left, top + lower, width, highs[at] - lower)
        shapes.append(Shape(f"Step {at + 1}", box, body=item_text(item), styles=styles.words))
    return tuple(shapes)
