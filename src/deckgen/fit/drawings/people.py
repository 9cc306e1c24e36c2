"""People: portraits in rows, names and roles below or beside them."""

from typing import NamedTuple

from deckgen.deck.box import Box
from deckgen.deck.drawing_style import ShapeStyle
from deckgen.deck.graphics.drawing import Drawing, DrawingItem, Shape
from deckgen.deck.graphics.picture import Picture
from deckgen.deck.layout import EMU_PER_INCH
from deckgen.deck.text_body import Paragraph, Run, TextBody
from deckgen.fit.drawings.drawing_canvas import Canvas, item_text
from deckgen.fit.graphics.pictures import cropped

_GAP = round(0.3 * EMU_PER_INCH)
_BELOW = round(0.1 * EMU_PER_INCH)
"""Between a portrait and the name below it."""
_BESIDE = round(0.2 * EMU_PER_INCH)
_LEAST = round(0.9 * EMU_PER_INCH)
"""The side of a portrait; …"""
_LEAST_INITIALS = round(0.6 * EMU_PER_INCH)
"""… and of initials, where many people stand on a small page."""
_LARGEST = round(3.8 * EMU_PER_INCH)
_NAME = 24
_SHARES = (2 / 5, 1 / 3, 1 / 4)
"""Of the width of a person, at most, for a portrait beside words; less where these are long."""


class _Grid(NamedTuple):
    """The arrangement of people."""

    columns: int
    beside: bool
    """Whether names are beside their portraits, not below them."""
    side: int
    """EMU of a portrait; 0 if there are none."""
    width: int
    """EMU of the width of a name and its role."""
    pitch: tuple[int, int]
    """EMU from one person to the next, across and down."""
    styles: tuple[ShapeStyle, ...]


def people_graphics(drawing: Drawing, canvas: Canvas) -> list[Drawing | Picture]:
    """Return portraits and words in reading order; none, with an error, if they do not fit."""
    have_pictures = any(item.picture for item in drawing.items)
    for least in (_LEAST,) if have_pictures else (_LEAST, _LEAST_INITIALS, 0):
        for size in canvas.sizes(_NAME):
            small = max(size - 4, min(size, canvas.minimum_size))
            styles = (ShapeStyle(size, bold=True), ShapeStyle(small, "quiet"))
            if grids := _grids(drawing.items, styles, canvas, least):
                grid = max(grids, key=lambda grid: (grid.side, grid.columns, not grid.beside))
                return _placed(drawing, grid, canvas)
    canvas.report(
        drawing,
        f"These {len(drawing.items)} people do not fit on a slide, even at {canvas.minimum_size} "
        "points.",
        "Shorten the roles, or make two slides of them.",
    )
    return []


def _grids(
    items: tuple[DrawingItem, ...], styles: tuple[ShapeStyle, ...], canvas: Canvas, least: int
) -> list[_Grid]:
    """Return the arrangements that fit, with portraits of at least this side (EMU).

    A side of 0 is that of names alone.
    """
    return [
        grid
        for columns in range(1, len(items) + 1)
        for share in ((0, *_SHARES) if least else (0,))
        if (grid := _grid(items, columns, styles, canvas, least, share))
    ]


def _grid(
    items: tuple[DrawingItem, ...],
    columns: int,
    styles: tuple[ShapeStyle, ...],
    canvas: Canvas,
    least: int,
    share: float,
) -> _Grid | None:
    """Return people in columns, with portraits as large as possible; None if they do not fit.

    Beside their names, these have a share of the width at most; with 0, they stand above them.
    """
    area, rows = canvas.area, -(-len(items) // columns)
    cell = (area.cx - _GAP * (columns - 1)) // columns
    height = (area.cy - _GAP * (rows - 1)) // rows
    side = min(height, int(cell * share), _LARGEST)
    width = cell - side - _BESIDE if side else cell
    taken = [canvas.extent(item_text(item), styles, width) for item in items]
    words = max(used for used, _ in taken)
    if not all(whole for _, whole in taken) or words > height:
        return None
    if least and not share:
        side = min(cell, height - words - _BELOW, _LARGEST)
    if side < least:
        return None
    if not least:
        down = words + _GAP
    else:
        down = _GAP + (max(side, words) if share else side + _BELOW + words)
    return _Grid(columns, share > 0, side, width, (cell + _GAP, down), styles)


def _placed(drawing: Drawing, grid: _Grid, canvas: Canvas) -> list[Drawing | Picture]:
    graphics: list[Drawing | Picture] = []
    all_shapes: list[Shape] = []
    for at, item in enumerate(drawing.items):
        row, column = divmod(at, grid.columns)
        x = canvas.area.x + column * grid.pitch[0]
        y = canvas.area.y + row * grid.pitch[1]
        place = Box(x, y, grid.side, grid.side)
        shapes = []
        if item.picture:
            graphics.append(cropped(item.picture, place))
        elif grid.side:
            shapes.append(_initials(item, at + 1, place))
        height, _ = canvas.extent(item_text(item), grid.styles, grid.width)
        box = Box(x, y + grid.side + (_BELOW if grid.side else 0), grid.width, height)
        if grid.beside:
            middle = y + max(grid.side - height, 0) // 2
            box = Box(x + grid.side + _BESIDE, middle, grid.width, height)
        name_shape = Shape(f"Name {at + 1}", box, body=item_text(item), styles=grid.styles)
        shapes.append(canvas.without_lost_words(name_shape))
        if not grid.side:
            all_shapes += shapes
            continue
        name = item.title.text if item.title else drawing.name
        graphics.append(drawing._replace(items=(item,), name=name, shapes=tuple(shapes)))
    return graphics or [drawing._replace(shapes=tuple(all_shapes))]


def _initials(item: DrawingItem, number: int, box: Box) -> Shape:
    """Return the substitute for a portrait: the initials of the first and the last name."""
    words = item.title.text.split() if item.title else []
    letters = "".join(word[0] for word in dict.fromkeys((*words[:1], *words[-1:])))
    body = TextBody((Paragraph((Run(letters.upper()),)),))
    size = max(18, round(box.cy / 12_700 * 0.32))
    style = ShapeStyle(size, "accent", bold=True, heading=True)
    return Shape(f"Initials {number}", box, "rect", "panel", body, (style,), "ctr", "ctr")
