"""The names of series at the columns or bars of one group: of the first, else of the last.

A name stands above the number of its column, and before that of its bar. It may be wider than its
column where the columns beside it are lower.
"""

from collections.abc import Iterator

from deckgen.deck.graphics.chart import Chart
from deckgen.deck.graphics.plot import Plot
from deckgen.fit.charts.chart_space import ChartSpace, shown_numbers
from deckgen.fit.charts.spread_positions import spread_positions
from deckgen.fit.charts.value_labels import beside_names, labels_fit, space_right

BETWEEN = 0.08
"""Space between the columns of a group, as a share of a column's width (`c:overlap`)."""
_AIR = 0.5
"""Em between two names."""
_FURTHEST = 0.5
"""Share of a column by which the middle of a name may leave that of its column."""
_MOST_BEYOND = 0.3
"""Share of a chart beside its names of categories that names may take right of bars."""


def names_over_columns(
    chart: Chart, space: ChartSpace, gap: int, width: float, height: float
) -> tuple[int, tuple[float, ...]] | None:
    """Return the group whose columns are named, and the points by which its names are moved.

    `gap` is the gap width of the plot, `width` and `height` are its points. None if no group has
    the space.
    """
    count = len(chart.series)
    widths = [space.bold_width_of(series.name) + _AIR * space.size for series in chart.series]
    if sum(widths) > width / len(chart.categories):
        return None
    labels = chart.labels
    if labels is None:
        labels = labels_fit(chart, space, gap, width, height)
    axis = 0 if labels else space.widest(shown_numbers(chart)) + space.size
    cell = (width - axis) / len(chart.categories)
    column = cell / (count + BETWEEN * (count - 1) + gap / 100)
    middles = [cell / 2 + (at - (count - 1) / 2) * column * (1 + BETWEEN) for at in range(count)]
    placed = spread_positions(middles, widths, 0, cell)
    moved = tuple(there - middle for there, middle in zip(placed, middles, strict=True))
    if sum(widths) > cell or max(map(abs, moved)) > _FURTHEST * column:
        return None
    for point, values in _bearing_groups(chart):
        covers = (
            higher > value and abs(there - middle) < (wide - _AIR * space.size + column) / 2
            for value, there, wide in zip(values, placed, widths, strict=True)
            for higher, middle in zip(values, middles, strict=True)
        )
        if not any(covers):
            return point, moved
    return None


def names_at_bars(
    chart: Chart, space: ChartSpace, gap: int, width: float, height: float
) -> tuple[int, tuple[float, ...]] | None:
    """Return the group whose bars are named, and that its names are not moved.

    The arguments are those of `names_over_columns`. None if no group has the space.
    """
    count = len(chart.series)
    if height / len(chart.categories) / (count + gap / 100) < space.size:
        return None
    for point, _ in _bearing_groups(chart):
        plot = Plot(space.size, space.size, named_points=(point,) * count)
        if space_right(chart, plot, space, width) <= _MOST_BEYOND * beside_names(
            chart, space, width
        ):
            return point, (0.0,) * count
    return None


def _bearing_groups(chart: Chart) -> Iterator[tuple[int, list[float]]]:
    """Yield the first and the last group, if none of their values is missing or below zero."""
    for point in (0, len(chart.categories) - 1):
        values = [series.values[point] for series in chart.series]
        shown = [value for value in values if value is not None and value >= 0]
        if len(shown) == len(values):
            yield point, shown
