"""The names of series at the columns or bars of one group: of the first, else of the last.

A name stands above the number of its column, and before that of its bar. It may be wider than its
column where the columns beside it, and their names, are lower.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, combinations
from typing import NamedTuple

from deckgen.deck.chart_scale import scale_of
from deckgen.deck.graphics import Chart
from deckgen.deck.plot import Plot
from deckgen.fit.charts.chart_space import ChartSpace, shown_numbers
from deckgen.fit.charts.value_labels import beside_names, labels_fit, space_right

BETWEEN = 0.08
"""Space between the columns of a group, as a share of a column's width (`c:overlap`)."""
_AIR = 0.5
"""Em between two names."""
_FURTHEST = 0.5
"""Share of a column by which the middle of a name may leave that of its column."""
_CLOSE = 2
"""Points of its air by which a name may stand beside a higher column."""
_ROUNDING = 0.01
"""Points by which sums may miss each other."""
_STEEPER = 1.2
"""How much larger than computed a scale may be, on which columns differ less."""
_MOST_BEYOND = 0.3
"""Share of a chart beside its names of categories that names may take right of bars."""


def names_over_columns(
    chart: Chart, space: ChartSpace, gap: int, height: float
) -> tuple[int, tuple[float, ...]] | None:
    """Return the group whose columns are named, and the points by which its names are moved.

    `gap` is the gap width of the plot, which has the whole width and `height` points. None if no
    group has the space.
    """
    count = len(chart.series)
    widths = [space.bold_width_of(series.name) + _AIR * space.size for series in chart.series]
    if max(widths) > space.width / len(chart.categories):
        return None
    labels = chart.labels
    if labels is None:
        labels = labels_fit(chart, space, gap, space.width, height)
    axis = 0 if labels else space.widest(shown_numbers(chart)) + space.size
    cell = (space.width - axis) / len(chart.categories)
    column = cell / (count + BETWEEN * (count - 1) + gap / 100)
    middles = [cell / 2 + (at - (count - 1) / 2) * column * (1 + BETWEEN) for at in range(count)]
    spread = [spread_positions(middles, widths, cell)] if sum(widths) <= cell else []
    scale = scale_of(chain(*(series.numbers for series in chart.series)), from_zero=True)
    tall = height - 1.5 * space.line_height
    high = _STEEPER * space.line_height * (2 if labels else 1)
    for point, values in _bearing_groups(chart):
        tops = [scale.share(value) * tall for value in values]
        columns = [*zip(middles, tops, strict=True)]
        for placed in (*spread, _between_higher(columns, widths, column, cell)):
            names = [*map(_Name, placed, widths, tops)]
            moved = tuple(there - middle for there, middle in zip(placed, middles, strict=True))
            beyond = gap / 200 * column if point < len(chart.categories) - 1 and not labels else 0
            if (
                max(map(abs, moved)) <= _FURTHEST * column
                and max(name.middle + name.width / 2 for name in names) <= cell + beyond
                and not any(name.lies_on(other, high) for name, other in combinations(names, 2))
                and not any(each.lies_on_column(*at, column) for each in names for at in columns)
            ):
                return point, moved
    return None


def _between_higher(
    columns: list[tuple[float, float]], widths: list[float], column: float, cell: float
) -> list[float]:
    """Return the middles of names, each as near to its own as higher columns beside it allow.

    `columns` are the middles and tops of those of a group in its `cell`.
    """
    placed = []
    for (middle, top), wide in zip(columns, widths, strict=True):
        higher = [there for there, other in columns if other > top]
        left = max((there + column / 2 for there in higher if there < middle), default=0)
        right = min((there - column / 2 for there in higher if there > middle), default=cell)
        placed.append(max(min(middle, right - wide / 2), left + wide / 2 - _CLOSE))
    return placed


class _Name(NamedTuple):
    """A name over its column: its middle and its width with its air, in points."""

    middle: float
    width: float
    foot: float
    """Points from the foot of the plot to the top of its column."""

    def lies_on(self, other: _Name, high: float) -> bool:
        """Return whether another name, both `high` in points, touches it."""
        beside = abs(self.middle - other.middle) >= (self.width + other.width) / 2 - _ROUNDING
        return not beside and abs(self.foot - other.foot) < high

    def lies_on_column(self, middle: float, top: float, width: float) -> bool:
        """Return whether a higher column than its own touches it."""
        reach = (self.width + width) / 2 - _CLOSE - _ROUNDING
        return top > self.foot and abs(self.middle - middle) < reach


def names_at_bars(
    chart: Chart, space: ChartSpace, gap: int, height: float
) -> tuple[int, tuple[float, ...]] | None:
    """Return the group whose bars are named, and that its names are not moved.

    The arguments are those of `names_over_columns`. None if no group has the space.
    """
    count = len(chart.series)
    if height / len(chart.categories) / (count + gap / 100) < space.size:
        return None
    for point, _ in _bearing_groups(chart):
        plot = Plot(space.size, space.size, named_points=(point,) * count)
        most = _MOST_BEYOND * beside_names(chart, space, space.width)
        if space_right(chart, plot, space, space.width) <= most:
            return point, (0.0,) * count
    return None


def _bearing_groups(chart: Chart) -> Iterator[tuple[int, list[float]]]:
    """Yield the first and the last group, if none of their values is missing or below zero."""
    for point in (0, len(chart.categories) - 1):
        values = [series.values[point] for series in chart.series]
        shown = [value for value in values if value is not None and value >= 0]
        if len(shown) == len(values):
            yield point, shown


def spread_positions(wanted: Sequence[float], sizes: Sequence[float], high: float) -> list[float]:
    """Return middles near the wanted ones for labels of some sizes, none over another.

    They keep their order, and stand between 0 and `high` if all of them can.
    """
    blocks: list[tuple[list[int], float, float]] = []
    for at in sorted(range(len(wanted)), key=lambda index: wanted[index]):
        members = [at]
        while True:
            start, end = _ends(members, wanted, sizes, high)
            if not blocks or blocks[-1][2] <= start:
                break
            members = blocks.pop()[0] + members
        blocks.append((members, start, end))
    middles = [0.0] * len(wanted)
    for members, start, _ in blocks:
        for at, before in zip(
            members, accumulate((sizes[at] for at in members), initial=start), strict=False
        ):
            middles[at] = before + sizes[at] / 2
    return middles


def _ends(
    members: list[int], wanted: Sequence[float], sizes: Sequence[float], high: float
) -> tuple[float, float]:
    """Return both ends of labels without space between them, on average nearest to the wanted."""
    before, starts = 0.0, 0.0
    for at in members:
        starts += wanted[at] - before - sizes[at] / 2
        before += sizes[at]
    start = max(min(starts / len(members), high - before), 0)
    return start, start + before
