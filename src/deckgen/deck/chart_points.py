"""On which side of its point each name of a scatter chart stands, so that no two lie on another."""

from __future__ import annotations

from typing import NamedTuple

from deckgen.deck.chart import Chart, Series
from deckgen.deck.chart_room import Room
from deckgen.deck.plot import Shares

_SIDES = ("r", "l", "t", "b")
_MARK = 8
"""Points from the middle of a mark to its name."""


_HIDDEN = 0.2
"""Share of a name that may lie on others."""


class Sides(NamedTuple):
    """Where the names of points stand, r, l, t or b of each; and those which lie on others."""

    sides: tuple[str, ...]
    hidden: tuple[str, ...]


class _Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float


def sides(chart: Chart, area: Shares, room: Room) -> Sides:
    """Return for each point the first side that is free, else the one most free.

    The scale is the program's; it is taken to begin at zero and to end a little above the largest.
    """
    wide, high = area.width * room.wide, area.height * room.high
    spots = [
        (x * wide, (1 - y) * high)
        for x, y in zip(_shares(chart.series[0]), _shares(chart.series[1]), strict=True)
    ]
    taken = [_Box(x - _MARK, y - _MARK, x + _MARK, y + _MARK) for x, y in spots]
    chosen, hidden = [], []
    for name, (x, y) in zip(chart.categories, spots, strict=True):
        boxes = {side: _beside(side, x, y, room.measured(name), room.line) for side in _SIDES}
        frame = _Box(0, -room.line, wide * 1.02, high)
        costs = {
            side: sum(_shared(box, other) for other in taken) + _outside(box, frame)
            for side, box in boxes.items()
        }
        best = min(_SIDES, key=lambda side: costs[side])
        chosen.append(best)
        if name and costs[best] > _HIDDEN * room.measured(name) * room.line:
            hidden.append(name)
        taken.append(boxes[best])
    return Sides(tuple(chosen), tuple(hidden))


def _shares(series: Series) -> list[float]:
    """Return how far along the axis each value lies, from 0 to 1."""
    values = [value or 0 for value in series.values]
    low, high = min(0, *values), max(values) * 1.1
    return [(value - low) / ((high - low) or 1) for value in values]


def _beside(side: str, x: float, y: float, wide: float, line: float) -> _Box:
    match side:
        case "r":
            return _Box(x + _MARK, y - line / 2, x + _MARK + wide, y + line / 2)
        case "l":
            return _Box(x - _MARK - wide, y - line / 2, x - _MARK, y + line / 2)
        case "t":
            return _Box(x - wide / 2, y - _MARK - line, x + wide / 2, y - _MARK)
        case _:
            return _Box(x - wide / 2, y + _MARK, x + wide / 2, y + _MARK + line)


def _shared(one: _Box, other: _Box) -> float:
    """Return the square points that two boxes share."""
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.bottom, other.bottom) - max(one.top, other.top)
    return wide * high if wide > 0 and high > 0 else 0


def _outside(box: _Box, frame: _Box) -> float:
    """Return the square points of a box that lie outside of the frame."""
    return (box.right - box.left) * (box.bottom - box.top) - _shared(box, frame)
