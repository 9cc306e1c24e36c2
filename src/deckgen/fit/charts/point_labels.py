"""The side of its point for each name of a scatter chart, so that names do not overlap."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from deckgen.deck.chart_scale import Scale
from deckgen.deck.graphics import Chart
from deckgen.fit.charts.chart_space import ChartSpace

Scales: TypeAlias = tuple[Scale, Scale]
"""The scales of x and of y."""

_SIDES = ("r", "l", "t", "b")
_LARGE_MARK, _SMALL_MARK = 15, 11
"""Points of a mark, and of one of many."""
_FEW = 6
"""The most points with large marks."""
_OFF = 2.5
"""Points between a mark and its name."""
_MOST_NAMES = 200
"""With more names, all stand at the right of their points."""
_CELL = 32
"""Points of the squares by which overlapping boxes are found."""

_APART = 0.5
"""The least space between two names, in em."""
_ROUNDS = 2
"""How often each name is placed: again when all others have a place."""
_HIDDEN = 0.2
"""Share of a name that may lie on others."""


class Sides(NamedTuple):
    """The side of each name (r, l, t or b), and the names that lie on others."""

    sides: tuple[str, ...]
    hidden: tuple[str, ...]
    touch: bool = False
    """Whether names touch others or marks in some program, however little."""


class _Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float


class _Taken:
    """Boxes in use, found by the squares that they lie in."""

    def __init__(self, boxes: Iterable[_Box]) -> None:
        self._in_cell: dict[tuple[int, int], list[_Box]] = {}
        for box in boxes:
            self.add(box)

    def add(self, box: _Box) -> None:
        """Add a box."""
        for cell in _cells(box):
            self._in_cell.setdefault(cell, []).append(box)

    def remove(self, box: _Box) -> None:
        """Remove a box that was added."""
        for cell in _cells(box):
            self._in_cell[cell].remove(box)

    def near(self, box: _Box) -> set[_Box]:
        """Return all boxes that may overlap this one."""
        return {other for cell in _cells(box) for other in self._in_cell.get(cell, ())}


def mark_size(chart: Chart) -> int:
    """Return the points of the marks of a scatter chart: many are smaller, so that names fit."""
    return _LARGE_MARK if len(chart.categories) <= _FEW else _SMALL_MARK


def label_sides(
    chart: Chart, width: float, height: float, space: ChartSpace, programs: Sequence[Scales]
) -> Sides:
    """Return the first side of each point that is free in every program, else the freest one.

    `width` and `height` are those between the axes, in points; each program has its own scales.
    """
    across, up = chart.series[0].values, chart.series[1].values
    named = [name for name in chart.categories if name]
    if len(named) > _MOST_NAMES:
        return Sides(("r",) * len(across), tuple(named))
    drawn, off = [], mark_size(chart) / 2 + _OFF
    for x_scale, y_scale in programs:
        spots = [
            (x_scale.share(x or 0) * width, (1 - y_scale.share(y or 0)) * height)
            for x, y in zip(across, up, strict=True)
        ]
        marks = [_Box(x - off, y - off, x + off, y + off) for x, y in spots]
        drawn.append((spots, marks))
    apart = space.size * _APART
    frame = _Box(0, -space.line_height, width * 1.02 + apart, height)
    boxes = [
        {
            side: tuple(
                _beside(side, spots[at], off, space.width_of(name) + apart, space.line_height)
                for spots, _ in drawn
            )
            for side in _SIDES
        }
        for at, name in enumerate(chart.categories)
    ]
    return _chosen(chart.categories, boxes, [marks for _, marks in drawn], frame)


def _chosen(
    names: Sequence[str],
    boxes: Sequence[Mapping[str, tuple[_Box, ...]]],
    marks: Sequence[Sequence[_Box]],
    frame: _Box,
) -> Sides:
    """Return the sides of names, whose boxes are given for each side in every program.

    Where names lie on others, the last is placed first, if fewer do then.
    """
    named = [at for at, name in enumerate(names) if name]
    chosen, hidden = _placed(named, boxes, [_Taken(each) for each in marks], frame)
    if hidden:
        others = _placed(named[::-1], boxes, [_Taken(each) for each in marks], frame)
        chosen, hidden = min((chosen, hidden), others, key=lambda found: len(found[1]))
    drawn = zip(*(boxes[at][chosen[at]] for at in named), strict=True)
    return Sides(
        tuple(chosen.get(at, "r") for at in range(len(names))),
        tuple(names[at] for at in sorted(hidden)),
        any(map(_touch, drawn, marks)),
    )


def _touch(names: Iterable[_Box], marks: Iterable[_Box]) -> bool:
    """Return whether a name shares a part of its box with another one, or with a mark."""
    taken = _Taken(marks)
    for box in names:
        if any(_shared(box, other) for other in taken.near(box)):
            return True
        taken.add(box)
    return False


def _placed(
    order: Sequence[int],
    boxes: Sequence[Mapping[str, tuple[_Box, ...]]],
    programs: Sequence[_Taken],
    frame: _Box,
) -> tuple[dict[int, str], list[int]]:
    """Return the side of each name, placed in an order, and the names that lie on others.

    Names that were placed early are placed once more, when all others have a place.
    """
    chosen: dict[int, str] = {}
    costs: dict[int, float] = {}
    for at in [at for _ in range(_ROUNDS) for at in order]:
        if at in chosen:
            for taken, box in zip(programs, boxes[at][chosen[at]], strict=True):
                taken.remove(box)
        found = {
            side: max(
                sum(_shared(box, other) for other in taken.near(box))
                + (_area(box) - _shared(box, frame))  # what lies outside the frame
                for taken, box in zip(programs, there, strict=True)
            )
            for side, there in boxes[at].items()
        }
        chosen[at] = min(_SIDES, key=lambda side: found[side])
        costs[at] = found[chosen[at]]
        for taken, box in zip(programs, boxes[at][chosen[at]], strict=True):
            taken.add(box)
    return chosen, [at for at in order if costs[at] > _HIDDEN * _area(boxes[at]["r"][0])]


def _cells(box: _Box) -> Iterator[tuple[int, int]]:
    for column in range(int(box.left // _CELL), int(box.right // _CELL) + 1):
        for row in range(int(box.top // _CELL), int(box.bottom // _CELL) + 1):
            yield column, row


def _beside(side: str, spot: tuple[float, float], off: float, width: float, line: float) -> _Box:
    """Return the box of a name at a side of its point, `off` points from its middle."""
    x, y = spot
    match side:
        case "r":
            return _Box(x + off, y - line / 2, x + off + width, y + line / 2)
        case "l":
            return _Box(x - off - width, y - line / 2, x - off, y + line / 2)
        case "t":
            return _Box(x - width / 2, y - off - line, x + width / 2, y - off)
        case _:
            return _Box(x - width / 2, y + off, x + width / 2, y + off + line)


def _shared(box: _Box, other: _Box) -> float:
    """Return the square points that two boxes share."""
    width = min(box.right, other.right) - max(box.left, other.left)
    height = min(box.bottom, other.bottom) - max(box.top, other.top)
    return width * height if width > 0 and height > 0 else 0


def _area(box: _Box) -> float:
    return (box.right - box.left) * (box.bottom - box.top)
