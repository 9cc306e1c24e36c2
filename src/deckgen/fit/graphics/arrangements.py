"""Several pictures in rows, in columns or in a grid: the arrangement that shows them largest.

Logos of very different shapes each have one area, as rows of one height make wide ones large.
"""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from deckgen.deck.box import Box
from deckgen.deck.graphics import Picture
from deckgen.deck.layout import EMU_PER_INCH, TextStyle
from deckgen.fit.graphics.captions import caption_height
from deckgen.fonts.text_width import Fonts
from deckgen.support.grouped_values import grouped

GAP = 182_880
"""EMU between two pictures: 0.2 in."""
LEAST_SHARE = 0.4
"""The least share of its area for a picture with a long caption."""
SAME_SHAPE = 0.005
"""Share by which two shapes may differ that are one: boxes and pixels are rounded."""
_CROPPED_RATIO = 1.5
"""Width by height of cropped pictures in a row: that of most cameras."""
_VISIBLE = 0.75
"""The least share that is seen of a photograph which fills its place in a grid."""
_ROUNDED = 1e-6
"""The rounding error of a share."""
_WIDEST_GAP = 0.4
"""The widest gap between columns that end at both margins, against the narrowest of them."""
_LED = 3
"""The most pictures of which one may be much larger than the others."""
_ALIKE = 0.6
"""The least width or height of one of more pictures in columns, as a share of the largest one's."""
_MANY = 6
"""The most pictures that are divided in all ways; more would take long."""
_ROUNDS = 3
"""Smaller pictures have narrower captions with more lines; three rounds are enough."""
_FEWEST = 4
_DIFFERENT = 2.5
"""The shape of the widest picture against the narrowest, from which they are logos."""
_GAP, _OF_SIDE = EMU_PER_INCH // 2, 1 / 8
"""EMU between two cells, at least; in a small area this share of its shorter side."""
_LOOSE = 2
"""The widest space between two rows of logos, in such gaps."""


class Cell(NamedTuple):
    """The box of one picture."""

    picture: Picture
    box: Box


class _Place(NamedTuple):
    """Where pictures stand, and what their captions are set in."""

    area: Box
    style: TextStyle
    fonts: Fonts

    def caption(self, picture: Picture, width: float) -> int:
        """Return the EMU of a caption of this width, and of the gap above it."""
        return caption_height(picture, max(round(width), 1), self.style, self.fonts)

    def highest(self, row: Sequence[Picture], height: float) -> int:
        """Return the EMU of the highest caption, with its gap, of pictures of this height."""
        return max([self.caption(shown, height * ratio_of(shown)) for shown in row])


def arranged(pictures: Sequence[Picture], area: Box, style: TextStyle, fonts: Fonts) -> list[Cell]:
    """Return the cells of pictures, in their order: as large as possible, and of like size.

    Whole pictures keep their shape; photographs may lose a little, to end at the margin.
    """
    if wall := logo_wall(pictures, area):
        return list(map(Cell, pictures, wall))
    place = _Place(area, style, fonts)
    arrangements = [_in_rows(rows, place) for rows in _divisions(pictures)]
    columns = [_in_columns(each, place) for each in _divisions(pictures) if _in_order(each)]
    arrangements += [each for each in columns if len(each) <= _LED or _evenness(each) >= _ALIKE]
    if len(pictures) > 1:
        arrangements += _grids(pictures, place)
    return max(filter(None, arrangements), key=_score)


def spread(cells: list[Cell], area: Box) -> list[Cell]:
    """Return cells a little further apart, to end at both margins: columns of a grid, or rows."""
    widths = {cell.box.x: cell.box.cx for cell in cells}
    is_grid = all(cell.box.cx == widths[cell.box.x] for cell in cells)
    rows = grouped((0 if is_grid else cell.box.y, cell) for cell in cells)
    moved = [_spread_row(row, area) for row in rows.values()]
    return [cell for row in moved for cell in row] if all(moved) else cells


def _spread_row(row: list[Cell], area: Box) -> list[Cell]:
    """Return the cells of a row, or of a grid, from margin to margin; none if they stay."""
    widths = {cell.box.x: cell.box.cx for cell in row}
    gap = (area.cx - sum(widths.values())) / max(len(widths) - 1, 1)
    if len(widths) == 1 or not GAP < gap <= min(widths.values()) * _WIDEST_GAP:
        return []
    left, lefts = float(area.x), {}
    for x in sorted(widths):
        lefts[x] = round(left)
        left += widths[x] + gap
    return [cell._replace(box=cell.box._replace(x=lefts[cell.box.x])) for cell in row]


def ratio_of(picture: Picture) -> float:
    """Return width by height of the part that is visible in a row."""
    return _CROPPED_RATIO if picture.fills_box else shape_of(picture)


def shape_of(picture: Picture) -> float:
    """Return width by height of the whole picture."""
    return picture.media.width / picture.media.height


def cropped(picture: Picture, box: Box) -> Picture:
    """Return a picture cropped to fill a box, with its focus visible."""
    ratio = shape_of(picture)
    wanted = box.cx / box.cy
    left = top = right = bottom = 0.0
    if ratio > wanted:
        left, right = _cut(wanted / ratio, picture.focus[0])
    else:
        top, bottom = _cut(ratio / wanted, picture.focus[1])
    return picture._replace(box=box, crop=(left, top, right, bottom))


def _cut(visible: float, focus: float) -> tuple[float, float]:
    hidden = 1 - visible
    before = min(max(focus - visible / 2, 0), hidden)
    return before, hidden - before


def _may_be_cropped(picture: Picture) -> bool:
    return picture.fills_box or picture.may_be_cropped


def _divisions(pictures: Sequence[Picture]) -> Iterator[list[list[Picture]]]:
    """Yield all divisions into groups, in the order of the pictures; of many, the even ones."""
    count = len(pictures)
    for breaks in range(1 << (count - 1)):
        groups: list[list[Picture]] = [[pictures[0]]]
        for at in range(1, count):
            if breaks >> (at - 1) & 1:
                groups.append([])
            groups[-1].append(pictures[at])
        lengths = [len(group) for group in groups]
        if count <= _MANY or max(lengths) - min(lengths) <= 1:
            yield groups


def _in_order(columns: list[list[Picture]]) -> bool:
    """Return whether columns are read one by one: none of several stands beside another one."""
    several = [len(column) > 1 for column in columns]
    is_read = not any(first and second for first, second in pairwise(several))
    return len(columns) > 1 and any(several) and is_read


def _in_rows(rows: list[list[Picture]], place: _Place) -> list[Cell]:
    """Return the cells of rows, which are equally wide; none if there is no room for the gaps."""
    area, ratios = place.area, [sum(map(ratio_of, row)) for row in rows]
    gaps = [GAP * (len(row) - 1) for row in rows]
    width = float(area.cx)
    for _ in range(_ROUNDS):
        captions = [
            place.highest(row, (width - gap) / ratio)
            for row, ratio, gap in zip(rows, ratios, gaps, strict=True)
        ]
        space = max(area.cy - GAP * (len(rows) - 1) - sum(captions), area.cy * LEAST_SHARE)
        missing = sum(gap / ratio for gap, ratio in zip(gaps, ratios, strict=True))
        wanted = (space + missing) / sum(1 / ratio for ratio in ratios)
        width = min(area.cx, wanted)
        if width <= max(gaps):
            return []
    shown = [picture for row in rows for picture in row]
    wider = _stretch(shown, area.cx / width)
    heights = sum((width - gap) / ratio for gap, ratio in zip(gaps, ratios, strict=True))
    higher = _stretch(shown, min(space / heights, 1 / _VISIBLE))
    cells = []
    y = float(area.y)
    for row, ratio, gap in zip(rows, ratios, gaps, strict=True):
        x, height = float(area.x), (width - gap) / ratio
        by = (width * wider - gap) / (width - gap)
        for picture in row:
            cx = height * ratio_of(picture) * by
            cells.append(_cell(picture, x, y, cx, height * higher))
            x += cx + GAP
        y += height * higher + place.highest(row, height) + GAP
    return cells


def _in_columns(columns: list[list[Picture]], place: _Place) -> list[Cell]:
    """Return the cells of columns, which are equally high; none if captions leave no room."""
    area, last = place.area, [column[-1] for column in columns]
    shapes = [sum(1 / ratio_of(shown) for shown in column) for column in columns]
    free = area.cx - GAP * (len(columns) - 1)
    widths = [free / len(columns)] * len(columns)
    for _ in range(_ROUNDS):
        lowest = max(map(place.caption, last, widths))
        taken = [
            sum(GAP + place.caption(shown, width) for shown in column[:-1]) + lowest
            for column, width in zip(columns, widths, strict=True)
        ]
        missing = sum(used / shape for used, shape in zip(taken, shapes, strict=True))
        height = min((free + missing) / sum(1 / shape for shape in shapes), area.cy)
        widths = [(height - used) / shape for used, shape in zip(taken, shapes, strict=True)]
        if min(widths) <= 0:
            return []
    shown = [picture for column in columns for picture in column]
    wider = _stretch(shown, free / sum(widths))
    full = min([area.cy, *(used + (height - used) / _VISIBLE for used in taken)])
    cells = []
    x = float(area.x)
    for column, width, used in zip(columns, widths, taken, strict=True):
        higher = _stretch(shown, (full - used) / (height - used))
        y = float(area.y)
        for picture in column:
            cy = width / ratio_of(picture) * higher
            cells.append(_cell(picture, x, y, width * wider, cy))
            y += cy + place.caption(picture, width) + GAP
        x += width * wider + GAP
    return cells


def _stretch(pictures: Sequence[Picture], by: float) -> float:
    """Return by how much a side of pictures may be longer than their shape has it: `by`, or 1."""
    return by if by <= 1 / _VISIBLE + _ROUNDED and all(map(_may_be_cropped, pictures)) else 1.0


def _grids(pictures: Sequence[Picture], place: _Place) -> Iterator[list[Cell]]:
    """Yield grids of pictures of one shape, photographs as near to that of cells as they allow.

    The last row of pictures that stay whole may have room for one more.
    """
    area, shapes = place.area, [ratio_of(picture) for picture in pictures]
    visible, room = (_VISIBLE, 0) if all(map(_may_be_cropped, pictures)) else (1, 1)
    narrowest, widest = max(shapes) * visible, min(shapes) / visible
    for count in range(1, len(pictures) + 1):
        rows = math.ceil(len(pictures) / count)
        if rows * count - len(pictures) > room or narrowest > widest * (1 + SAME_SHAPE):
            continue
        widest_cell = width = (area.cx - GAP * (count - 1)) / count
        for _ in range(_ROUNDS):
            captions = [
                max(place.caption(shown, width) for shown in pictures[at : at + count])
                for at in range(0, len(pictures), count)
            ]
            height = (area.cy - GAP * (rows - 1) - sum(captions)) / rows
            if height < area.cy * LEAST_SHARE / rows:
                break
            shape = min(max(widest_cell / height, narrowest), widest)
            width, height = min(widest_cell, height * shape), min(height, widest_cell / shape)
        else:
            yield [
                _cell(
                    picture,
                    area.x + at % count * (width + GAP),
                    area.y + at // count * (height + GAP) + sum(captions[: at // count]),
                    width,
                    height,
                )
                for at, picture in enumerate(pictures)
            ]


def _cell(picture: Picture, x: float, y: float, cx: float, cy: float) -> Cell:
    return Cell(picture, Box(round(x), round(y), max(round(cx), 1), max(round(cy), 1)))


def _score(cells: list[Cell]) -> float:
    """Return a score: the area of the pictures, lower for unequal sizes and for a narrow block."""
    shown = sum(cell.box.area for cell in cells)
    width = max(cell.box.right for cell in cells) - cells[0].box.x
    return shown * math.sqrt(_evenness(cells) * width)


def _evenness(cells: list[Cell]) -> float:
    """Return how like the widths, or the heights, of pictures are; 1 if they are equal."""
    sides = [[cell.box.cx for cell in cells], [cell.box.cy for cell in cells]]
    return max([min(side) / max(side) for side in sides], default=0)


def logo_wall(pictures: Sequence[Picture], area: Box) -> list[Box] | None:
    """Return the boxes of logos in an area; None if pictures are no logos.

    Logos are whole pictures without captions, four at least, of very different shapes. All have one
    area. They begin at the left edges of their columns, and stand in the middle of their rows.
    """
    shapes = [shape_of(shown) for shown in pictures]
    cropped = any(_may_be_cropped(shown) or shown.caption for shown in pictures)
    if len(pictures) < _FEWEST or cropped or max(shapes) < _DIFFERENT * min(shapes):
        return None
    counts = (2, 3, 4) if len(pictures) == _FEWEST or area.cx < area.cy else (3, 4)
    tries = (_logos_in_columns(shapes, count, area) for count in counts)
    return max(tries, key=lambda boxes: boxes[0].cx * boxes[0].cy)


def _logos_in_columns(shapes: list[float], count: int, area: Box) -> list[Box]:
    rows, gap = -(-len(shapes) // count), min(_GAP, min(area.cx, area.cy) * _OF_SIDE)
    cx, cy = (
        (side - gap * (cells - 1)) / cells for side, cells in ((area.cx, count), (area.cy, rows))
    )
    size = min(min(cx * cx / shape, cy * cy * shape) for shape in shapes)
    highest = math.sqrt(size / min(shapes))
    step = min((area.cy - highest) / max(rows - 1, 1), highest + _LOOSE * gap)
    boxes = []
    for at, shape in enumerate(shapes):
        wide, high = math.sqrt(size * shape), math.sqrt(size / shape)
        x = area.x + at % count * (cx + gap)
        y = area.y + at // count * step + (highest - high) / 2
        boxes.append(Box(round(x), round(y), round(wide), round(high)))
    return boxes
