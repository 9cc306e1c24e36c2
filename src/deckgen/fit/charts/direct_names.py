"""The names of series beside their lines and stacks, instead of a legend.

A name is the label of one point, moved from where programs set it: to the right of the last column,
above the first bar, up or down at the end of a line. So it follows the point in edited numbers.
"""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from deckgen.deck.chart_scale import (
    axis_values,
    begins_at_zero,
    has_two_scales,
    scale_of,
    stack_scale,
)
from deckgen.deck.graphics import Chart, Series
from deckgen.deck.plot import LabelOffset
from deckgen.fit.charts.chart_space import ChartSpace, shown_numbers
from deckgen.fit.charts.pie import NUMBER_GAP
from deckgen.fit.charts.value_labels import beside_names, labels_fit
from deckgen.language.number_formats import format_number

_WIDEST = 0.38
"""Share of a chart's width that names may take."""
_FURTHEST = 1.6
"""Lines by which a name may be moved up or down; further, it seems to name another one."""
_AIR = 0.4
"""Em between a point or column and its name."""
_MARK_AIR = 0.25
"""The same beyond what programs keep free beside the mark of a line."""
_MOST_LISTED = 6
"""Lines that a legend can tell apart."""


class DirectNames(NamedTuple):
    """The points whose labels name their series, and the space that these need."""

    points: tuple[int, ...] = ()
    """For each series, the index of the point; -1 without a name."""
    offsets: tuple[LabelOffset, ...] = ()
    """For each series, how its name is moved."""
    right: float = 0
    """Points to keep free right of the plot."""
    above: float = 0
    """Points to keep free above it."""


def direct_names(chart: Chart, space: ChartSpace, gap: int, height: float) -> DirectNames | None:
    """Return the names of several series beside them; None if a legend must name them.

    The plot has the whole width, and is `height` points high; `gap` is its gap width in per cent.
    """
    names = tuple(_name(chart, at, -1) for at in range(len(chart.series)))
    too_wide = chart.kind != "stacked-bar" and space.widest(names) > space.width * _WIDEST
    if too_wide or not all(series.name and series.numbers for series in chart.series):
        return None
    match chart.kind:
        case "stacked-bar":
            made = _above_first_bar(chart, space, gap, height)
        case "line":
            made = _at_line_ends(chart, chart.series, space, height)
        case "stacked" | "combined":
            made = _beside_last_column(chart, space, gap, height)
        case "area" if not chart.labels:
            made = _beside_areas(chart, space, height)
        case _:
            made = None
    return made


def highlighted_names(chart: Chart, space: ChartSpace, height: float) -> DirectNames | None:
    """Return the names of highlighted lines, if a legend cannot tell apart so many lines."""
    shown = [series for series in chart.series if series.name in chart.highlight and series.numbers]
    if chart.kind != "line" or len(chart.series) <= _MOST_LISTED or not shown:
        return None
    wide = max(space.bold_width_of(series.name) for series in shown)
    if wide > space.width * _WIDEST:
        return None
    return _at_line_ends(chart, shown, space, height)


def _name(chart: Chart, at: int, point: int) -> str:
    """Return the label of a series at a point: its name; in a stack with its number."""
    series = chart.series[at]
    value = series.values[point]
    if chart.kind in {"line", "area"} or value is None or chart.labels is False:
        return series.name
    return f"{series.name}{NUMBER_GAP}{format_number(value, series.number_format, chart.lang)}"


def _at_line_ends(
    chart: Chart, named: Sequence[Series], space: ChartSpace, height: float
) -> DirectNames | None:
    """Return the names of some lines at their ends."""
    scale = scale_of(axis_values(chart, chart.series), from_zero=begins_at_zero(chart))
    tall = height - 1.5 * space.line_height
    wanted = [scale.share(series.numbers[-1]) * tall for series in named]
    moved = _moved(wanted, space, tall)
    if moved is None:
        return None
    air = _MARK_AIR * space.size
    places = {
        series.name: (
            max(at for at, value in enumerate(series.values) if value is not None),
            LabelOffset(air / space.width, -by / space.height),
        )
        for series, by in zip(named, moved, strict=True)
    }
    each = [places.get(series.name, (-1, LabelOffset(0, 0))) for series in chart.series]
    names = max(space.bold_width_of(series.name) for series in named) + space.size * 0.6
    names += air
    # The last point stands half a cell before the end of the plot, within which names begin.
    numbers = space.widest(shown_numbers(chart)) + space.size
    cell = (space.width - numbers - names) / (len(chart.categories) - 0.5)
    points, offsets = zip(*each, strict=True)
    return DirectNames(points, offsets, right=max(names - cell / 2, 0))


def _beside_last_column(
    chart: Chart, space: ChartSpace, gap: int, height: float
) -> DirectNames | None:
    """Return the names right of the last column, and of the end of a line over columns."""
    last = len(chart.categories) - 1
    is_stack = chart.kind == "stacked"
    moved = (
        _moved_in_stack(chart, space, height) if is_stack else _moved_at_line(chart, space, height)
    )
    if moved is None:
        return None
    widths = [space.bold_width_of(_name(chart, at, last)) for at in range(len(moved))]
    right = max(widths) + _AIR * space.size
    if (
        is_stack
        and chart.labels is None
        and not labels_fit(chart, space, gap, space.width - right, height)
    ):
        return _beside_last_column(chart._replace(labels=False), space, gap, height)
    column_share = 1 / (1 + gap / 100)
    # The names begin within the free half of the last column's cell.
    cell = (space.width - right) / (last + 1 - (1 - column_share) / 2)
    column = cell * column_share
    right = max(right - (cell - column) / 2, 0)
    if has_two_scales(chart) and (
        chart.labels is False or not labels_fit(chart, space, gap, space.width - right, height)
    ):
        # The numbers of a second axis stand there.
        return None
    # Programs set the label of a column at its middle, that of a line right of its mark.
    offsets = tuple(
        LabelOffset(
            (column / 2 + (0 if series.as_line else _AIR * space.size + wide / 2)) / space.width,
            -by / space.height,
        )
        for series, wide, by in zip(chart.series, widths, moved, strict=True)
    )
    return DirectNames((last,) * len(moved), offsets, right=right)


def _moved_at_line(chart: Chart, space: ChartSpace, height: float) -> list[float] | None:
    """Return how far the names of lines and of the columns below them are moved upwards.

    None if a second column stands where a name would.
    """
    lines = [series for series in chart.series if series.as_line]
    columns = len(chart.series) - len(lines)
    if columns > 1 or any(series.values[-1] is None for series in chart.series):
        return None
    shown = lines if has_two_scales(chart) else chart.series
    scale = scale_of(axis_values(chart, shown), from_zero=True)
    tall = height - 1.5 * space.line_height
    wanted = [
        scale.share(series.values[-1] or 0) * tall if series.as_line else space.line_height / 2
        for series in chart.series
    ]
    return _moved(wanted, space, tall)


def _beside_areas(chart: Chart, space: ChartSpace, height: float) -> DirectNames | None:
    """Return the names right of stacked areas; programs set a label at the middle of its area."""
    last = len(chart.categories) - 1
    moved = _moved_in_stack(chart, space, height)
    if moved is None or not last:
        return None
    widths = [space.bold_width_of(series.name) for series in chart.series]
    offsets = tuple(
        LabelOffset((_AIR * space.size + wide / 2) / space.width, -by / space.height)
        for wide, by in zip(widths, moved, strict=True)
    )
    return DirectNames((last,) * len(widths), offsets, right=max(widths) + 2 * _AIR * space.size)


def _moved_in_stack(chart: Chart, space: ChartSpace, height: float) -> list[float] | None:
    """Return how far each name is moved from the middle of its part of the last stack, upwards."""
    values = [series.values[-1] or 0 for series in chart.series]
    if min(axis_values(chart, chart.series)) < 0 or not all(values):
        return None
    tall = height - 2.5 * space.line_height
    high = stack_scale(chart).high
    wanted = [(sum(values[:at]) + value / 2) / high * tall for at, value in enumerate(values)]
    return _moved(wanted, space, tall)


def _above_first_bar(
    chart: Chart, space: ChartSpace, gap: int, height: float
) -> DirectNames | None:
    values = [series.values[0] or 0 for series in chart.series]
    if min(axis_values(chart, chart.series)) < 0 or not all(values):
        return None
    high = stack_scale(chart).high
    long = beside_names(chart, space, space.width)
    lengths = [value / high * long for value in values]
    wanted = [sum(lengths[:at]) + length / 2 for at, length in enumerate(lengths)]
    widths = [
        space.bold_width_of(_name(chart, at, 0)) + _AIR * space.size for at in range(len(values))
    ]
    middles = spread_positions(wanted, widths, long)
    reaches = all(
        abs(middle - there) <= max(length, wide) / 2
        for middle, there, length, wide in zip(middles, wanted, lengths, widths, strict=True)
    )
    if sum(widths) > long or not reaches:
        return None
    slot = (height - space.line_height) / len(chart.categories)
    bar = slot / (1 + gap / 100)
    up = (bar + space.line_height) / 2
    offsets = tuple(
        LabelOffset((middle - there) / space.width, -up / space.height)
        for middle, there in zip(middles, wanted, strict=True)
    )
    above = max(space.line_height - (slot - bar) / 2, 0)
    return DirectNames((0,) * len(values), offsets, above=above)


def _moved(wanted: list[float], space: ChartSpace, tall: float) -> list[float] | None:
    """Return how far each name is moved upwards, in points; None if that is too far."""
    sizes = [space.size * 1.1] * len(wanted)
    middles = spread_positions(wanted, sizes, tall + space.size)
    moved = [middle - there for middle, there in zip(middles, wanted, strict=True)]
    return None if max(map(abs, moved)) > _FURTHEST * space.line_height else moved


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
