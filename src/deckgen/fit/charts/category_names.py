"""The names of categories: beside bars, below a plot, or at the points of a scatter chart.

Below a plot stand all names, or only some, or smaller or rotated ones. A name at a point stands on
the side on which it lies on no other.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from deckgen.deck.chart_scale import Scale, axis_values, scale_of
from deckgen.deck.graphics import Chart
from deckgen.deck.plot import Plot
from deckgen.fit.charts.chart_space import SMALL, ChartSpace, line_count
from deckgen.fit.charts.value_labels import beside_names, wide_step
from deckgen.support.diagnostics import Diagnostics

_MOST_TURNED = 0.45
"""Share of a chart's height that rotated names may take."""
_TINY = 8
"""Points of names beside too many bars, at least."""
_MOST_POINTS = 9
"""A line with more points shows only some of its names."""
_OF_CELL = 0.93
"""Share of its column for a name; LibreOffice breaks words that are wider than 95 % of it."""
_BETWEEN = 0.3
"""Em between two names in a row, such as years, so that they do not read as one."""
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
_LETTERS = 0.15
"""Share of a name's height above and below its letters: a line of the plot may run there."""

Scales: TypeAlias = tuple[Scale, Scale, float]
"""The scales of x and of y, and the step from one line across the plot to the next."""


def with_names_beside(
    chart: Chart, plot: Plot, space: ChartSpace, diagnostics: Diagnostics
) -> Plot:
    """Return the plot of bars with their names; some are enough if these are numbers in a row.

    Many names are as small as a source or a footer. Still more are smaller, with a warning.
    """
    width, height = plot.area.width * space.width, plot.area.height * space.height
    count = len(chart.categories)
    if plot.axis:
        height -= space.line_height
        across = beside_names(chart, space, width)
        scale = scale_of(axis_values(chart, chart.series), from_zero=True)
        step = wide_step(scale, chart.series[0].number_format, space, across, chart.lang)
        if not chart.shows_shares:
            plot = plot._replace(major_unit=max(step, plot.major_unit))
    least = round(plot.source_size * SMALL)
    for size in (space.size, plot.source_size, least):
        if size * count <= height:
            return plot._replace(names_size=size)
    needed = least * count / max(height, 1)
    if _are_counted(chart.categories):
        return plot._replace(category_step=math.ceil(needed), names_size=least)
    diagnostics.warning(
        "crowded-names",
        f"{count} names have no room below each other: {int(count / needed)} have.",
        chart.span,
        "Show the most important ones, or put the others together.",
    )
    return plot._replace(names_size=max(int(height / count), _TINY))


def _are_counted(names: tuple[str, ...]) -> bool:
    """Return whether all names have digits, as years do, so that some of them are enough."""
    return all(any(sign.isdigit() for sign in name) for name in names)


def with_names_below(
    chart: Chart, plot: Plot, space: ChartSpace, width: float, diagnostics: Diagnostics
) -> Plot:
    """Return the plot with the names of its categories below it.

    Names in a row, such as years, may be as small as a source or a footer, to stay level.
    """
    from deckgen.language.time_reader import are_months_in_order

    cell = width / max(len(chart.categories), 1)
    run = chart.kind in {"line", "area"} and len(chart.categories) > _MOST_POINTS
    is_counted = _are_counted(chart.categories) or are_months_in_order(chart.categories, chart.lang)
    some_suffice = run or is_counted
    smaller = (plot.source_size, round(plot.source_size * SMALL)) if some_suffice else ()
    for size in (space.size, *smaller):
        if _are_level(chart.categories, cell, space._replace(size=size), in_a_row=some_suffice):
            return plot._replace(names_size=size)
    if some_suffice:
        needed = space.widest(chart.categories) + space.size * 0.6
        return plot._replace(category_step=max(math.ceil(needed / cell), 1))
    turned = space.widest(chart.categories) * math.sqrt(0.5)
    if turned > _MOST_TURNED * plot.area.height * space.height:
        longest = max(chart.categories, key=space.width_of)
        diagnostics.error(
            "long-names",
            f"“{longest}” is too long to stand below the chart, even turned.",
            chart.span,
            "Shorten it.",
        )
        return plot
    diagnostics.warning(
        "long-names",
        "The names below the columns are too long to stand side by side, so they are turned.",
        chart.span,
        "Shorten them.",
    )
    return plot._replace(rotated_names=True)


def _are_level(names: tuple[str, ...], cell: float, space: ChartSpace, *, in_a_row: bool) -> bool:
    """Return whether all names have room in cells of some points, in two lines at most.

    A row in which only some names are broken looks like a mistake.
    """
    lines = {line_count(name, cell * _OF_CELL, space) for name in names}
    if in_a_row and lines == {1}:
        return space.widest(names) + space.size * _BETWEEN <= cell
    return max(lines, default=1) <= 2 and not (in_a_row and len(lines) > 1)


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

    def __init__(self, boxes: Iterable[_Box], lines: Sequence[float] = ()) -> None:
        self._lines = lines
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

    def strikes(self, box: _Box) -> bool:
        """Return whether one of the lines across the plot runs through the letters of a name."""
        beyond = (box.bottom - box.top) * _LETTERS
        return any(box.top + beyond < line < box.bottom - beyond for line in self._lines)

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
    for x_scale, y_scale, y_unit in programs:
        spots = [
            (x_scale.share(x or 0) * width, (1 - y_scale.share(y or 0)) * height)
            for x, y in zip(across, up, strict=True)
        ]
        marks = [_Box(x - off, y - off, x + off, y + off) for x, y in spots]
        steps = round((y_scale.high - y_scale.low) / y_unit)
        drawn.append((spots, (marks, [height * step / steps for step in range(steps + 1)])))
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
    return _chosen(chart.categories, boxes, [there for _, there in drawn], frame)


def _chosen(
    names: Sequence[str],
    boxes: Sequence[Mapping[str, tuple[_Box, ...]]],
    drawn: Sequence[tuple[Sequence[_Box], Sequence[float]]],
    frame: _Box,
) -> Sides:
    """Return the sides of names, whose boxes are given for each side in every program.

    `drawn` has the marks of each program, and the heights of the lines across its plot. If names
    lie on others, the reverse order is tried, too; the order with fewer of them is taken.
    """
    named = [at for at, name in enumerate(names) if name]
    chosen, hidden = _placed(named, boxes, [_Taken(*each) for each in drawn], frame)
    if hidden:
        others = _placed(named[::-1], boxes, [_Taken(*each) for each in drawn], frame)
        chosen, hidden = min((chosen, hidden), others, key=lambda found: len(found[1]))
    placed = zip(*(boxes[at][chosen[at]] for at in named), strict=True)
    return Sides(
        tuple(chosen.get(at, "r") for at in range(len(names))),
        tuple(names[at] for at in sorted(hidden)),
        any(map(_touch, placed, [marks for marks, _ in drawn])),
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
    """Return the side of each name, placed in this order, and the names that lie on others.

    Each name is placed twice. The second time, all others have a place, and a name that has room
    elsewhere leaves the lines across the plot.
    """
    chosen: dict[int, str] = {}
    costs: dict[int, float] = {}
    for at in [at for _ in range(_ROUNDS) for at in order]:
        if is_last := at in chosen:
            for taken, box in zip(programs, boxes[at][chosen[at]], strict=True):
                taken.remove(box)
        found = {
            side: (
                max(
                    sum(_shared(box, other) for other in taken.near(box))
                    + (_area(box) - _shared(box, frame))  # what lies outside the frame
                    for taken, box in zip(programs, there, strict=True)
                ),
                is_last and any(map(_Taken.strikes, programs, there)),
            )
            for side, there in boxes[at].items()
        }
        chosen[at] = min(_SIDES, key=lambda side: found[side])
        costs[at], _ = found[chosen[at]]
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
    left, top = {
        "r": (x + off, y - line / 2),
        "l": (x - off - width, y - line / 2),
        "t": (x - width / 2, y - off - line),
        "b": (x - width / 2, y + off),
    }[side]
    return _Box(left, top, left + width, top + line)


def _shared(box: _Box, other: _Box) -> float:
    """Return the square points that two boxes share."""
    width = min(box.right, other.right) - max(box.left, other.left)
    height = min(box.bottom, other.bottom) - max(box.top, other.top)
    return width * height if width > 0 and height > 0 else 0


def _area(box: _Box) -> float:
    return (box.right - box.left) * (box.bottom - box.top)
