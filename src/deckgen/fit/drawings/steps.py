"""Steps: rows across the page, or a line with a mark for each, from the top or from the left.

A row has a large number or the date, the title, and the text beside it. Rows come first, where they
are about as large. Lines run whichever way their text is larger.
"""

from collections.abc import Callable
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from deckgen.deck.box import Box
from deckgen.deck.graphics import Drawing, DrawingItem, Shape, ShapeStyle
from deckgen.deck.layout import EMU_PER_INCH, EMU_PER_POINT
from deckgen.deck.text_body import Paragraph, Run, TextBody
from deckgen.fit.drawings.drawing_canvas import Canvas, in_emu, item_text
from deckgen.fonts.text_width import BASELINE

_GAP = round(0.3 * EMU_PER_INCH)
_WIDEST_GAP = round(0.9 * EMU_PER_INCH)
"""The most that is added to the gap between steps from the top to the bottom."""
_SPREAD_TO = 0.92
"""Share of the height up to which such gaps are widened."""
_LINE = round(0.04 * EMU_PER_INCH)
_LEAST_DOT = round(0.24 * EMU_PER_INCH)
"""The least side of the dot that marks a step with a date."""
_DOT = 0.8
"""The side of such a dot, as a share of the size of the text beside it."""
_LEAST_DISC = round(0.56 * EMU_PER_INCH)
"""The least side of the disc that marks a step without a date; it has a number."""
_DISC = 1.7
"""The side of such a disc, as a multiple of the size of the text beside it."""
_LEAST_NUMBER, _NUMBER = 18, 0.8
"""Points of the number on it, at least; its size as a share of that of the text."""
_AFTER_MARK = round(0.18 * EMU_PER_INCH)
_DROP = 0.25
"""Share of the free height above steps from the left to the right."""
_LARGEST = 32
_WIDE = round(5.5 * EMU_PER_INCH)
"""The least width of rows with a text beside each title."""
_MUCH_LARGER = 4
"""Points by which text along a line must be larger than in rows for the line to be chosen."""
_MOST_ON_LINE = 6
"""Steps that may run on a line where they have room in rows."""
_MOST_UNEVEN = 2.2
"""How many times as high as the lowest step the highest one may be, if all have equal rows."""
_COLUMN_GAP = round(0.4 * EMU_PER_INCH)
_RULE = 9525
"""EMU: three quarters of a point."""
_HIGHEST = round(1.6 * EMU_PER_INCH)
_PADDING = round(0.07 * EMU_PER_INCH)
"""The least between a rule and words, above and below them."""
_ROW_NUMBER, _OF_ROW = 1.1, 0.42
"""The least size of a number, in times its title's; its share of a row's height, up to twice it."""
_TITLE, _TEXT = 0.4, 0.36
"""The most that titles take of the width, and the least that texts have."""

_Arrange: TypeAlias = Callable[[tuple[DrawingItem, ...], int, Canvas], tuple[Shape, ...] | None]


def step_shapes(drawing: Drawing, canvas: Canvas) -> tuple[Shape, ...]:
    """Return the shapes of the steps in reading order; none, with an error, if they do not fit."""
    lines = (_largest(arrange, drawing, canvas) for arrange in (_across, _down))
    size, shapes = max(lines, key=itemgetter(0))
    if canvas.area.cx >= _WIDE:
        size_in_rows, rows = _largest(_rows, drawing, canvas)
        is_long = len(drawing.items) > _MOST_ON_LINE
        if rows and (is_long or size_in_rows >= size - _MUCH_LARGER):
            return rows
    if not shapes:
        canvas.report(
            drawing,
            f"These {len(drawing.items)} steps do not fit on a slide, even at "
            f"{canvas.minimum_size} points.",
            "Leave them fewer words, or make two slides of them.",
        )
    return shapes


def _largest(arrange: _Arrange, drawing: Drawing, canvas: Canvas) -> tuple[int, tuple[Shape, ...]]:
    """Return steps in the largest size that fits, after that size; 0 and nothing if none does."""
    for size in canvas.sizes(_LARGEST):
        if shapes := arrange(drawing.items, size, canvas):
            return size, shapes
    return 0, ()


def _styles(size: int, canvas: Canvas) -> tuple[ShapeStyle, tuple[ShapeStyle, ShapeStyle]]:
    """Return the style of dates, and those of steps on a line with titles of `size` points."""
    small = max(size - 2, min(size, canvas.minimum_size))
    words = (ShapeStyle(size, bold=True), ShapeStyle(small, space_before=3))
    return ShapeStyle(small, "accent", bold=True), words


def _side(size: int, *, dated: bool) -> int:
    """Return how wide and high marks are beside text of a size in points."""
    least, share = (_LEAST_DOT, _DOT) if dated else (_LEAST_DISC, _DISC)
    return max(least, round(share * size * EMU_PER_POINT))


def _mark(number: int, x: int, y: int, side: int, size: int | None) -> Shape:
    """Return the mark of a step: a dot, or a disc with a number beside text of a size in points."""
    box = Box(x, y, side, side)
    if size is None:
        return Shape(f"Mark {number}", box, "ellipse", "accent")
    body = TextBody((Paragraph((Run(str(number)),)),))
    style = ShapeStyle(max(_LEAST_NUMBER, round(_NUMBER * size)), bold=True)
    mark = Shape(f"Number {number}", box, "ellipse", "accent", body, (style,), "ctr", "ctr")
    return mark._replace(wraps=False)


def _across(items: tuple[DrawingItem, ...], size: int, canvas: Canvas) -> tuple[Shape, ...] | None:
    """Return steps from the left to the right; None if their words do not fit."""
    area, count, (lead_style, words) = canvas.area, len(items), _styles(size, canvas)
    width = (area.cx - _GAP * (count - 1)) // count
    leads = [item.lead for item in items if item.lead]
    above = [canvas.extent(lead, (lead_style,), width) for lead in leads]
    below = [canvas.extent(item_text(item), words, width) for item in items]
    lead_high = max([height for height, _ in above], default=0)
    words_high = max(height for height, _ in below)
    side = _side(size, dated=bool(leads))
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
            date = Shape(f"Date {at + 1}", box, body=item.lead, styles=(lead_style,), anchor="b")
            shapes.append(date)
        shapes.append(_mark(at + 1, x, marks, side, None if leads else size))
        box = Box(x, marks + side + _AFTER_MARK, width, words_high)
        shapes.append(Shape(f"Step {at + 1}", box, body=item_text(item), styles=words))
    return tuple(shapes)


def _down(items: tuple[DrawingItem, ...], size: int, canvas: Canvas) -> tuple[Shape, ...] | None:
    """Return steps from the top to the bottom; None if their words do not fit."""
    area, (lead_style, words) = canvas.area, _styles(size, canvas)
    leads = [item.lead for item in items if item.lead]
    side = _side(size, dated=bool(leads))
    lead_em = max([canvas.line_em(lead, lead_style) for lead in leads], default=0)
    lead_wide = in_emu(lead_em, lead_style.size)
    left = area.x + side + _AFTER_MARK
    words_left = left + (lead_wide + _GAP if leads else 0)
    width = area.right - words_left
    if width < area.cx // 2:
        return None
    below = [canvas.extent(item_text(item), words, width) for item in items]
    one_line = TextBody((Paragraph((Run("1"),)),))
    first_line = canvas.extent(one_line, words[:1], width)[0]
    drop = (first_line - side) // 2
    lower = max(-drop, 0)
    highs = [max(height + lower, side) for height, _ in below]
    free = area.cy - sum(highs) - _LINE * (len(items) - 1)
    if free < 0 or not all(whole for _, whole in below):
        return None
    rows = highs
    even = max(highs) * len(items) - sum(highs)
    if even <= free and max(highs) <= min(highs) * _MOST_UNEVEN:
        rows, free = [max(highs)] * len(items), free - even
    spread = max(free - round(area.cy * (1 - _SPREAD_TO)), 0) // max(len(items) - 1, 1)
    gap = _LINE + min(spread, _WIDEST_GAP)
    tops = [area.y + sum(rows[:at]) + gap * at for at in range(len(items))]
    line = Box(
        area.x + (side - _LINE) // 2, tops[0] + max(drop, 0) + side // 2, _LINE, tops[-1] - tops[0]
    )
    shapes = [Shape("Line", line, fill="quiet")]
    for at, (item, top) in enumerate(zip(items, tops, strict=True)):
        shapes.append(_mark(at + 1, area.x, top + max(drop, 0), side, None if leads else size))
        if item.lead:
            box = Box(left, top + lower, lead_wide, first_line)
            date = Shape(f"Date {at + 1}", box, body=item.lead, styles=(lead_style,), anchor="b")
            shapes.append(date)
        box = Box(words_left, top + lower, width, highs[at] - lower)
        shapes.append(Shape(f"Step {at + 1}", box, body=item_text(item), styles=words))
    return tuple(shapes)


class _Columns(NamedTuple):
    """The columns of rows: their left edges and widths in EMU."""

    lead: tuple[int, int]
    title: tuple[int, int]
    text: tuple[int, int]


def _rows(items: tuple[DrawingItem, ...], size: int, canvas: Canvas) -> tuple[Shape, ...] | None:
    """Return steps as rows, titles `size` points large; None if they do not fit.

    Words of a row stand on one baseline, and a rule above each row. Rows are of equal height; where
    there is no room for it, each has as much space as the others around its own words.
    """
    small = max(size - 2, min(size, canvas.minimum_size))
    dated = any(item.lead for item in items)
    most = min(canvas.area.cy // len(items), _HIGHEST)
    number = min(max(round(most * _OF_ROW / EMU_PER_POINT), round(size * _ROW_NUMBER)), size * 2)
    lead = ShapeStyle(small if dated else number, "accent", bold=True)
    title, text = ShapeStyle(size, bold=True), ShapeStyle(small)
    leads = [
        item.lead or TextBody((Paragraph((Run(str(at)),)),)) for at, item in enumerate(items, 1)
    ]
    columns = _columns(items, leads, (lead, title), canvas)
    if columns is None:
        return None
    styles = lead, title, text
    rows = [row for item in items if (row := _row(item, columns, styles, canvas))]
    if len(rows) < len(items):
        return None
    above = max(above for above, _ in rows)
    needed = [above + below + 2 * _PADDING for _, below in rows]
    free = canvas.area.cy - sum(needed)
    if free < 0:
        return None
    even = min(canvas.area.cy // len(items), max(_HIGHEST, *needed))
    highs = [even if even >= max(needed) else need + free // len(items) for need in needed]
    shapes, top = [], canvas.area.y
    for at, (item, (_, below), words) in enumerate(zip(items, rows, leads, strict=True)):
        baseline = top + (highs[at] - needed[at]) // 2 + _PADDING + above
        rule = Box(canvas.area.x, top, canvas.area.cx, _RULE)
        shapes.append(Shape(f"Line {at + 1}", rule, fill="quiet"))
        name = "Date" if item.lead else "Number"
        if item.lead or not dated:
            shapes.append(_cell(f"{name} {at + 1}", words, columns.lead, baseline, below, lead))
        place = columns.title if item.text else _title_alone(columns)
        if item.title:
            shapes.append(_cell(f"Step {at + 1}", item.title, place, baseline, below, title))
        if item.text:
            body = item.text
            shapes.append(_cell(f"Text {at + 1}", body, columns.text, baseline, below, text))
        top += highs[at]
    return tuple(shapes)


def _columns(
    items: tuple[DrawingItem, ...],
    leads: list[TextBody],
    styles: tuple[ShapeStyle, ShapeStyle],
    canvas: Canvas,
) -> _Columns | None:
    """Return the columns, as wide as their words need; None if the texts have too little."""
    area, (lead, title) = canvas.area, styles
    first = in_emu(max(canvas.line_em(words, lead) for words in leads), lead.size)
    left = area.x + first + _COLUMN_GAP
    end = area.right
    if not any(item.text for item in items):
        return _Columns((area.x, first), (left, end - left), (end, 0))
    titles = [item.title for item in items if item.title]
    wide = in_emu(max((canvas.line_em(words, title) for words in titles), default=0), title.size)
    wide = min(wide, round(area.cx * _TITLE))
    begin = left + wide + _COLUMN_GAP
    if end - begin < area.cx * _TEXT:
        return None
    return _Columns((area.x, first), (left, wide), (begin, end - begin))


def _title_alone(columns: _Columns) -> tuple[int, int]:
    """Return the place of a title without a text."""
    left, _ = columns.title
    begin, wide = columns.text
    return left, begin + wide - left


def _row(
    item: DrawingItem,
    columns: _Columns,
    styles: tuple[ShapeStyle, ShapeStyle, ShapeStyle],
    canvas: Canvas,
) -> tuple[int, int] | None:
    """Return the EMU that a row needs above its first baseline and below it.

    None if a word is wider than its place.
    """
    lead, title, text = styles
    place = columns.title if item.text else _title_alone(columns)
    words = [(item.title, title, place[1]), (item.text, text, columns.text[1])]
    above, below = _ascent(lead), round((1.25 - BASELINE) * lead.size * EMU_PER_POINT)
    for body, style, width in words:
        if body is None:
            continue
        high, whole = canvas.extent(body, (style,), width)
        if not whole:
            return None
        above = max(above, _ascent(style))
        below = max(below, high - _ascent(style))
    return above, below


def _ascent(style: ShapeStyle) -> int:
    return round(BASELINE * style.size * EMU_PER_POINT)


def _cell(
    name: str, body: TextBody, place: tuple[int, int], baseline: int, below: int, style: ShapeStyle
) -> Shape:
    """Return words whose first line stands on the baseline of their row, `below` EMU deep."""
    left, width = place
    top = baseline - _ascent(style)
    box = Box(left, top, width, below + _ascent(style))
    return Shape(name, box, body=body, styles=(style,))
