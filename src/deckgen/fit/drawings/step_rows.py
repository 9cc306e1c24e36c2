"""Steps as rows across the page: a large number or the date, the title, and the text beside it."""

from typing import NamedTuple

from deckgen.deck.box import Box
from deckgen.deck.graphics import DrawingItem, Shape, ShapeStyle
from deckgen.deck.layout import EMU_PER_INCH, EMU_PER_POINT
from deckgen.deck.text_body import Paragraph, Run, TextBody
from deckgen.fit.drawings.drawing_canvas import Canvas, in_emu
from deckgen.fonts.text_width import BASELINE

_GAP = round(0.4 * EMU_PER_INCH)
_RULE = 9525
"""EMU: three quarters of a point."""
_HIGHEST = round(1.6 * EMU_PER_INCH)
_PADDING = round(0.07 * EMU_PER_INCH)
"""The least between a rule and words, above and below them."""
_NUMBER, _OF_ROW = 1.1, 0.42
"""The least size of a number, as a multiple of its title's; its share of the height of a row, up to
twice its title."""
_TITLE, _TEXT = 0.4, 0.36
"""The most that titles take of the width, and the least that texts have."""


class _Columns(NamedTuple):
    """The columns of rows: their left edges and widths in EMU."""

    lead: tuple[int, int]
    title: tuple[int, int]
    text: tuple[int, int]


class _Row(NamedTuple):
    """A row: its item, and how far its words are from its first baseline, in EMU."""

    item: DrawingItem
    above: int
    below: int


def step_rows(
    items: tuple[DrawingItem, ...], size: int, canvas: Canvas
) -> tuple[Shape, ...] | None:
    """Return steps as rows, titles `size` points large; None if they do not fit.

    Words of a row stand on one baseline, and a rule above each row. Rows are of equal height; where
    there is no room for it, each has as much space as the others around its own words.
    """
    small = max(size - 2, min(size, canvas.minimum_size))
    dated = any(item.lead for item in items)
    most = min(canvas.area.cy // len(items), _HIGHEST)
    number = min(max(round(most * _OF_ROW / EMU_PER_POINT), round(size * _NUMBER)), size * 2)
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
    above = max(row.above for row in rows)
    needed = [above + row.below + 2 * _PADDING for row in rows]
    free = canvas.area.cy - sum(needed)
    if free < 0:
        return None
    even = min(canvas.area.cy // len(items), max(_HIGHEST, *needed))
    highs = [even if even >= max(needed) else need + free // len(items) for need in needed]
    shapes, top = [], canvas.area.y
    for at, (row, words) in enumerate(zip(rows, leads, strict=True)):
        baseline = top + (highs[at] - needed[at]) // 2 + _PADDING + above
        rule = Box(canvas.area.x, top, canvas.area.cx, _RULE)
        shapes.append(Shape(f"Line {at + 1}", rule, fill="quiet"))
        name = "Date" if row.item.lead else "Number"
        if row.item.lead or not dated:
            shapes.append(_cell(f"{name} {at + 1}", words, columns.lead, baseline, row, lead))
        place = columns.title if row.item.text else _across(columns)
        if row.item.title:
            shapes.append(_cell(f"Step {at + 1}", row.item.title, place, baseline, row, title))
        if row.item.text:
            body = row.item.text
            shapes.append(_cell(f"Text {at + 1}", body, columns.text, baseline, row, text))
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
    left = area.x + first + _GAP
    end = area.right
    if not any(item.text for item in items):
        return _Columns((area.x, first), (left, end - left), (end, 0))
    titles = [item.title for item in items if item.title]
    wide = in_emu(max((canvas.line_em(words, title) for words in titles), default=0), title.size)
    wide = min(wide, round(area.cx * _TITLE))
    begin = left + wide + _GAP
    if end - begin < area.cx * _TEXT:
        return None
    return _Columns((area.x, first), (left, wide), (begin, end - begin))


def _across(columns: _Columns) -> tuple[int, int]:
    """Return the place of a title without a text."""
    left, _ = columns.title
    begin, wide = columns.text
    return left, begin + wide - left


def _row(
    item: DrawingItem,
    columns: _Columns,
    styles: tuple[ShapeStyle, ShapeStyle, ShapeStyle],
    canvas: Canvas,
) -> _Row | None:
    """Return a row with its measures; None if a word is wider than its place."""
    lead, title, text = styles
    place = columns.title if item.text else _across(columns)
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
    return _Row(item, above, below)


def _ascent(style: ShapeStyle) -> int:
    return round(BASELINE * style.size * EMU_PER_POINT)


def _cell(
    name: str, body: TextBody, place: tuple[int, int], baseline: int, row: _Row, style: ShapeStyle
) -> Shape:
    """Return words whose first line stands on the baseline of their row, `baseline` in EMU."""
    left, width = place
    top = baseline - _ascent(style)
    box = Box(left, top, width, row.below + _ascent(style))
    return Shape(name, box, body=body, styles=(style,))
