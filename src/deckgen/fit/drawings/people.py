"""People: portraits in rows, names and roles below or beside them."""

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from deckgen.deck.bidi import has_letters_from_right
from deckgen.deck.box import Box
from deckgen.deck.graphics import Drawing, DrawingItem, Picture, Shape, ShapeStyle
from deckgen.deck.layout import EMU_PER_INCH
from deckgen.deck.text_body import Paragraph, Run, TextBody
from deckgen.fit.drawings.drawing_canvas import Canvas, in_emu, item_text
from deckgen.fit.graphics.arrangements import cropped
from deckgen.language.line_ends import TITLES

_GAP = round(0.3 * EMU_PER_INCH)
_CLOSE = round(0.2 * EMU_PER_INCH)
"""EMU between the rows of small initials."""
_MOST_GAP, _SPREAD = 2.5, 0.92
"""Times the gap that rows stand apart at most, and the share of the height that they take so."""
_BELOW = round(0.1 * EMU_PER_INCH)
"""Between a portrait and the name below it."""
_BESIDE = round(0.2 * EMU_PER_INCH)
_LEASTS = _LEAST, _LEAST_OF_MANY = round(0.9 * EMU_PER_INCH), round(0.6 * EMU_PER_INCH)
"""The least side of a portrait or of initials; the same where many people stand on a small page."""
_LARGEST = round(3.8 * EMU_PER_INCH)
_WIDE = 2
"""By how much the ground of initials, where there are no portraits, may be wider than high."""
_NAME, _LARGEST_NAME = 24, 36
"""Points of a name, and of one of few that has the room."""
_ONLY_NAME, _LARGEST_ROLE = 44, 28
"""Points of the name of one person, and of a role below so large a name."""
_KEPT = 0.9
"""Share of the side of a portrait that larger words leave it."""
_CALM, _CALM_WITH_ROOM, _CALM_OF_MANY = 0.8, 0.6, 0.5
"""The share of that side which portraits keep at least, so that names stand on one line or two; the
same where much of the height is free; and for the initials of many people."""
_MANY, _LOOSE = 5, 0.7
"""People that are many; the share of the height below which portraits leave much of it."""
_CLEARLY_LARGER = 4
"""Points by which names must be larger on two lines than on one to be set on two."""
_ROLE_LINES = {1: 2.6, 2: 1.7, 3: 1.7}
"""The lines that roles may fill for larger words, by the number of people. Three lines surely hold
2.6, two hold 1.7, wherever they break."""
_SHARES = (2 / 5, 1 / 3, 1 / 4)
"""The most of a person's width that a portrait takes beside words; less if these are long."""
_CROWDED = (*_SHARES, 1 / 5, 1 / 6)
"""The same for small initials, whose rows may be of different heights, too."""


class _Grid(NamedTuple):
    """The arrangement of people."""

    columns: int
    beside: bool
    """Whether names are beside their portraits, not below them."""
    side: int
    """EMU of a portrait; 0 if there are none."""
    width: int
    """EMU of the width of a name and its role."""
    across: int
    """EMU from one person to the next."""
    tops: tuple[int, ...]
    """EMU from the first row to each."""
    styles: tuple[ShapeStyle, ...]


def people_graphics(drawing: Drawing, canvas: Canvas) -> list[Drawing | Picture]:
    """Return portraits and words in reading order; none, with an error, if they do not fit."""
    has_portraits = any(item.picture for item in drawing.items)
    leasts = _LEASTS if has_portraits else (*_LEASTS, 0)
    if grid := _any_grid(drawing.items, canvas, leasts):
        has_room = grid.tops[-1] + grid.side < canvas.area.cy * _LOOSE
        many = len(drawing.items) >= _MANY and not has_portraits
        least = grid.side * (_CALM_OF_MANY if many else _CALM_WITH_ROOM if has_room else _CALM)
        calm = [
            found
            for widest in (_widest(drawing.items, canvas)[0], _widest_half(drawing.items, canvas))
            if (found := _calm_grid(drawing.items, widest, canvas)) and found.side >= least
        ]
        # Little differences of size do not count.
        grid = max(calm, key=lambda each: each.styles[0].size // _CLEARLY_LARGER, default=grid)
        return _placed(drawing, _with_larger_words(drawing.items, grid, canvas), canvas)
    canvas.report(
        drawing,
        f"These {len(drawing.items)} people do not fit on a slide, even at {canvas.minimum_size} "
        "points.",
        "Shorten the roles, or make two slides of them.",
    )
    return []


def _calm_grid(items: tuple[DrawingItem, ...], widest: float, canvas: Canvas) -> _Grid | None:
    """Return the arrangement with the largest names on lines as wide as `widest` em; else None."""
    for size in canvas.sizes(_NAME):
        width = in_emu(widest, size)
        most = min((canvas.area.cx + _GAP) // (width + _GAP), len(items))
        for least in _LEASTS:
            grids = _grids(items, _styles(size, canvas), canvas, least, most)
            if calm := [grid for grid in grids if grid.width >= width]:
                return _largest(calm)
    return None


def _any_grid(
    items: tuple[DrawingItem, ...], canvas: Canvas, leasts: Sequence[int]
) -> _Grid | None:
    """Return the arrangement with the largest portraits that leave the words room, if any do.

    `leasts` are their least sides, the best first; 0 is that of names alone.
    """
    for least in leasts:
        for size in canvas.sizes(_NAME):
            if grids := _grids(items, _styles(size, canvas), canvas, least, len(items)):
                return _largest(grids)
    return None


def _largest(grids: Sequence[_Grid]) -> _Grid:
    """Return the arrangement with the largest portraits; words stand beside that of one person."""

    def key(grid: _Grid) -> tuple[bool, int, int, bool]:
        is_one = grid.columns == len(grid.tops) == 1
        return is_one and grid.beside, grid.side, grid.columns, not grid.beside

    return max(grids, key=key)


def _styles(size: int, canvas: Canvas) -> tuple[ShapeStyle, ...]:
    """Return the styles of a name of a size in points, and of the role below it."""
    role = size - 4 if size <= _LARGEST_NAME else _LARGEST_ROLE
    small = max(role, min(size, canvas.minimum_size))
    return ShapeStyle(size, bold=True), ShapeStyle(small, "quiet")


def _with_larger_words(items: tuple[DrawingItem, ...], grid: _Grid, canvas: Canvas) -> _Grid:
    """Return an arrangement of few people with larger words, if all stay on one line each.

    The roles of few may have two lines. Portraits above names may be a little smaller for it.
    """
    share = (grid.side + 1) / (grid.across - _GAP) if grid.beside else 0
    (name, role), lines = _widest(items, canvas), _ROLE_LINES.get(len(items), 1)
    sizes = canvas.sizes(_LARGEST_NAME) if len(items) > 1 else canvas.display_sizes(_ONLY_NAME)
    for size in sizes if grid.side else ():
        if size <= grid.styles[0].size:
            break
        styles = _styles(size, canvas)
        wide = max(in_emu(name, styles[0].size), round(in_emu(role, styles[1].size) / lines))
        least = round(grid.side * _KEPT)
        if wide <= grid.width and (
            made := _grid(items, grid.columns, styles, canvas, least, share)
        ):
            return made
    return grid


def _widest(items: tuple[DrawingItem, ...], canvas: Canvas) -> tuple[float, float]:
    """Return the em of the widest name, and of the widest role."""
    name, role = _styles(_NAME, canvas)
    names = [canvas.line_em(item.title, name) for item in items if item.title]
    roles = [canvas.line_em(item.text, role) for item in items if item.text]
    return max(names, default=0), max(roles, default=0)


def _widest_half(items: tuple[DrawingItem, ...], canvas: Canvas) -> float:
    """Return the em of the widest name where each is broken into two lines, at its best blank."""
    style, _ = _styles(_NAME, canvas)

    def em(words: Sequence[str]) -> float:
        line = TextBody((Paragraph((Run(" ".join(words)),)),))
        return canvas.line_em(line, style)

    names = [item.title.text.split() for item in items if item.title]
    return max(
        (
            min(max(em(words[:at]), em(words[at:])) for at in range(1, max(len(words), 2)))
            for words in names
            if words
        ),
        default=0.0,
    )


def _grids(
    items: tuple[DrawingItem, ...],
    styles: tuple[ShapeStyle, ...],
    canvas: Canvas,
    least: int,
    most: int,
) -> list[_Grid]:
    """Return the arrangements that fit, with portraits of at least this side (EMU).

    A side of 0 is that of names alone; `most` are the columns tried.
    """
    return [
        grid
        for columns in range(1, most + 1)
        for share in ((0, *(_SHARES if least >= _LEAST else _CROWDED)) if least else (0,))
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

    Portraits beside names take at most `share` of the width; with 0, they stand above the names.
    """
    area, rows = canvas.area, -(-len(items) // columns)
    cell = (area.cx - _GAP * (columns - 1)) // columns
    gap = _CLOSE if 0 < least < _LEAST else _GAP
    free = area.cy - gap * (rows - 1)
    side = min(free // rows, int(cell * share), _LARGEST)
    width = cell - side - (_BESIDE if len(items) > 1 else 2 * _BESIDE) if side else cell
    taken = [canvas.extent(item_text(item), styles, width) for item in items]
    words = [max(taken[at : at + columns])[0] for at in range(0, len(items), columns)]
    if not 0 < least < _LEAST:
        words = [max(words)] * rows
    if least and not share:
        side = min(cell, (free - sum(words)) // rows - _BELOW, _LARGEST)
    if side < least or not all(whole for _, whole in taken):
        return None
    above = side + _BELOW if least and not share else 0
    highs = [max(above + high, side) for high in words]
    if sum(highs) > free:
        return None
    if rows > 1 and share:
        gap = max(
            gap, min(round(_GAP * _MOST_GAP), (round(area.cy * _SPREAD) - sum(highs)) // (rows - 1))
        )
    tops = itertools.accumulate((high + gap for high in highs[:-1]), initial=0)
    return _Grid(columns, share > 0, side, width, cell + _GAP, tuple(tops), styles)


def _placed(drawing: Drawing, grid: _Grid, canvas: Canvas) -> list[Drawing | Picture]:
    graphics: list[Drawing | Picture] = []
    all_shapes: list[Shape] = []
    has_portraits = any(item.picture for item in drawing.items)
    wide = grid.side if has_portraits or grid.beside else min(grid.width, grid.side * _WIDE)
    for at, item in enumerate(drawing.items):
        row, column = divmod(at, grid.columns)
        x = canvas.area.x + column * grid.across
        y = canvas.area.y + grid.tops[row]
        place = Box(x, y, grid.side, grid.side)
        shapes = []
        if item.picture:
            graphics.append(cropped(item.picture, place))
        elif grid.side:
            shapes.append(_initials(item, at + 1, place._replace(cx=wide)))
        height, _ = canvas.extent(item_text(item), grid.styles, grid.width)
        box = Box(x, y + grid.side + (_BELOW if grid.side else 0), grid.width, height)
        if grid.beside:
            middle = y + max(grid.side - height, 0) // 2
            box = Box(x + grid.across - _GAP - grid.width, middle, grid.width, height)
        shapes.append(Shape(f"Name {at + 1}", box, body=item_text(item), styles=grid.styles))
        if not grid.side:
            all_shapes += shapes
            continue
        name = item.title.text if item.title else drawing.name
        graphics.append(drawing._replace(items=(item,), name=name, shapes=tuple(shapes)))
    return graphics or [drawing._replace(shapes=tuple(all_shapes))]


def _initials(item: DrawingItem, number: int, box: Box) -> Shape:
    """Return the substitute for a portrait: the initials of first and last name, not of titles."""
    words = item.title.text.split() if item.title else []
    words = [word for word in words if f"{word.lower().rstrip('.')}." not in TITLES] or words
    letters = "".join(word[0] for word in dict.fromkeys((*words[:1], *words[-1:])))
    if has_letters_from_right(letters):  # joined, those of Arabic would read as a word
        letters = "\u200c".join(letters)
    body = TextBody((Paragraph((Run(letters.upper()),)),))
    size = max(18, round(box.cy / 12_700 * 0.32))
    style = ShapeStyle(size, "accent", bold=True, heading=True)
    drawn = Shape(f"Initials {number}", box, "rect", "panel", body, (style,), "ctr", "ctr")
    return drawn._replace(wraps=False)
