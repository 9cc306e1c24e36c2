"""The side of its point for each name of a scatter chart, so that names do not overlap."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from deckgen.deck.graphics.chart import Chart, Series
from deckgen.deck.graphics.plot import RelativeBox
from deckgen.fit.charts.chart_space import ChartSpace

_SIDES = ("r", "l", "t", "b")
_MARK = 10
"""Points from the middle of a mark to its name."""
_MOST_NAMES = 200
"""With more names, all stand at the right of their points."""
_CELL = 32
"""Points of the squares by which overlapping boxes are found."""

_HIDDEN = 0.2
"""Share of a name that may lie on others."""


class Sides(NamedTuple):
    """The side of each name (r, l, t or b), and the names that lie on others."""

    sides: tuple[str, ...]
    hidden: tuple[str, ...]


class _Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float


def label_sides(chart: Chart, area: RelativeBox, space: ChartSpace) -> Sides:
    """Return the first free side of each point, else the one with the least overlap.

    The scale is the program's; it is assumed to begin at zero and to end 10 % above the largest.
    """
    width, height = area.width * space.width, area.height * space.height
    spots = [
        (x * width, (1 - y) * height)
        for x, y in zip(_shares(chart.series[0]), _shares(chart.series[1]), strict=True)
    ]
    named = [name for name in chart.categories if name]
    if len(named) > _MOST_NAMES:
        return Sides(("r",) * len(spots), tuple(named))
    taken = _Taken(_Box(x - _MARK, y - _MARK, x + _MARK, y + _MARK) for x, y in spots)
    chosen, hidden = [], []
    for name, (x, y) in zip(chart.categories, spots, strict=True):
        if not name:
            chosen.append("r")
            continue
        boxes = {
            side: _beside(side, x, y, space.width_of(name), space.line_height) for side in _SIDES
        }
        frame = _Box(0, -space.line_height, width * 1.02, height)
        costs = {
            side: sum(_shared(box, other) for other in taken.near(box)) + _outside(box, frame)
            for side, box in boxes.items()
        }
        best = min(_SIDES, key=lambda side: costs[side])
        chosen.append(best)
        if costs[best] > _HIDDEN * space.width_of(name) * space.line_height:
            hidden.append(name)
        taken.add(boxes[best])
    return Sides(tuple(chosen), tuple(hidden))


class _Taken:
    """Boxes in use, found by the squares that they lie in."""

    def __init__(self, boxes: Iterable[_Box]) -> None:
        self._boxes: list[_Box] = []
        self._in_cell: dict[tuple[int, int], list[int]] = {}
        for box in boxes:
            self.add(box)

    def add(self, box: _Box) -> None:
        """Add a box."""
        for cell in _cells(box):
            self._in_cell.setdefault(cell, []).append(len(self._boxes))
        self._boxes.append(box)

    def near(self, box: _Box) -> list[_Box]:
        """Return all boxes that may overlap this one, in the order in which they were added."""
        numbers = {at for cell in _cells(box) for at in self._in_cell.get(cell, ())}
        return [self._boxes[at] for at in sorted(numbers)]


def _cells(box: _Box) -> Iterator[tuple[int, int]]:
    for column in range(int(box.left // _CELL), int(box.right // _CELL) + 1):
        for row in range(int(box.top // _CELL), int(box.bottom // _CELL) + 1):
            yield column, row


def _shares(series: Series) -> list[float]:
    """Return the place of each value along the axis, from 0 to 1."""
    values = [value or 0 for value in series.values]
    low, height = min(0, *values), max(values) * 1.1
    return [(value - low) / ((height - low) or 1) for value in values]


def _beside(side: str, x: float, y: float, width: float, line: float) -> _Box:
    match side:
        case "r":
            return _Box(x + _MARK, y - line / 2, x + _MARK + width, y + line / 2)
        case "l":
            return _Box(x - _MARK - width, y - line / 2, x - _MARK, y + line / 2)
        case "t":
            return _Box(x - width / 2, y - _MARK - line, x + width / 2, y - _MARK)
        case _:
            return _Box(x - width / 2, y + _MARK, x + width / 2, y + _MARK + line)


def _shared(box: _Box, other: _Box) -> float:
    """Return the square points that two boxes share."""
    width = min(box.right, other.right) - max(box.left, other.left)
    height = min(box.bottom, other.bottom) - max(box.top, other.top)
    return width * height if width > 0 and height > 0 else 0


def _outside(box: _Box, frame: _Box) -> float:
    """Return the square points of a box outside the frame."""
    return (box.right - box.left) * (box.bottom - box.top) - _shared(box, frame)
