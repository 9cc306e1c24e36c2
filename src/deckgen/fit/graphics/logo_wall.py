"""Logos of very different shapes: each of one area, as rows of one height make wide ones large."""

import math
from collections.abc import Sequence

from deckgen.deck.box import Box
from deckgen.deck.graphics.picture import Picture
from deckgen.deck.layout import EMU_PER_INCH

_FEWEST = 4
_DIFFERENT = 2.5
"""The shape of the widest picture against the narrowest, from which they are logos."""
_GAP, _OF_SIDE = EMU_PER_INCH // 2, 1 / 8
"""EMU between two cells, at least; in a small area this share of its shorter side."""
_LOOSE = 2
"""Of these gaps, those between two rows at most."""


def logo_wall(pictures: Sequence[Picture], area: Box) -> list[Box] | None:
    """Return the boxes of logos in an area; None if pictures are no logos.

    Logos are whole pictures without captions, four at least, of very different shapes. All have one
    area. They begin at the left edges of their columns, and stand in the middle of their rows.
    """
    shapes = [shown.media.width / shown.media.height for shown in pictures]
    cropped = any(shown.fills_box or shown.may_be_cropped or shown.caption for shown in pictures)
    if len(pictures) < _FEWEST or cropped or max(shapes) < _DIFFERENT * min(shapes):
        return None
    counts = (2, 3, 4) if len(pictures) == _FEWEST or area.cx < area.cy else (3, 4)
    return max((_in_columns(shapes, count, area) for count in counts), key=_size)


def _in_columns(shapes: list[float], count: int, area: Box) -> list[Box]:
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


def _size(boxes: list[Box]) -> int:
    return boxes[0].cx * boxes[0].cy
