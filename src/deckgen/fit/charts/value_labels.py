"""Which numbers of a chart fit at their columns, bars, points or stacks, and the space for them.

Programs keep a number within the chart: without space beyond its column it is pushed back onto the
column, or over the name beside it, which hides its minus. So the space is measured.
"""

import math
from collections.abc import Iterator, Sequence

from deckgen.deck.chart_scale import (
    MOST_STEPS,
    Scale,
    axis_values,
    begins_at_zero,
    has_two_scales,
    round_step,
    scale_of,
)
from deckgen.deck.graphics import Chart, Series
from deckgen.deck.plot import Plot
from deckgen.fit.charts.chart_space import ChartSpace, shown_numbers
from deckgen.language.number_formats import NumberFormat, format_number

_FEW = 8
"""The most points of one line that have their numbers."""
_AIR = 0.4
"""Em between a number and its neighbours."""
_MARK = 8
"""Points from the middle of a line's mark to its number."""
_MOST_BARE = 1 / 3
"""The most segments, as a share, that may be too small for their numbers; else an axis says all."""


def labels_fit(chart: Chart, space: ChartSpace, gap: int, width: float, height: float) -> bool:
    """Return whether every number fits at its place.

    `gap` is the gap width of the plot; `width` and `height` are its points.
    """
    count = len(chart.categories)
    cell, slot = width / count, height / count / (1 + gap / 100)
    column = cell / (1 + gap / 100)
    label = space.widest(shown_numbers(chart))
    lines = sum(series.as_line for series in chart.series)
    match chart.kind:
        case "column":
            across = label <= min(column / len(chart.series) * 1.12, cell * 0.94)
            return across and step_below(chart, space, width, height) is not None
        case "bar":
            # A number may be higher than its bar, but not than its row.
            is_single = len(chart.series) == 1
            row = height / count if is_single else slot / len(chart.series)
            fits = row >= (space.line_height if is_single else space.size)
            return fits and step_below(chart, space, width, height) is not None
        case "stacked-bar" if slot < space.size:
            return False
        case "stacked" | "stacked-bar":
            return bare_segments(chart, space, width, height, column) is not None
        case "combined":
            # The numbers of columns stand at their feet, clear of the line's.
            fits = lines == 1 and label <= column / (len(chart.series) - lines)
            return fits and _feet_bear(chart, space, height)
        case _:
            single = chart.kind == "line" and len(chart.series) == 1
            return single and count <= _FEW and label <= cell * 0.94


def space_above(chart: Chart, space: ChartSpace, height: float, free: float) -> float:
    """Return the points to keep free above a plot for its numbers, beside the `free` ones."""
    if chart.kind not in {"column", "line", "combined"}:
        return 0
    upright = [series for series in chart.series if chart.kind != "combined" or series.as_line]
    scale = _scale(chart, upright)
    above = space.line_height + (_MARK if chart.kind != "column" else 0)
    nearest = min((1 - scale.share(value) for value in _values(upright) if value >= 0), default=1)
    return max(above - nearest * _upright(height, space) - free, 0)


def low_points(chart: Chart, space: ChartSpace, height: float) -> frozenset[int]:
    """Return the points of a single line from which it rises on both sides.

    The line would cross their numbers above them. Below them there must be space for a number.
    """
    if chart.kind != "line" or len(chart.series) > 1:
        return frozenset()
    values, numbers = chart.series[0].values, chart.series[0].numbers
    scale, needed = _scale(chart, chart.series), space.line_height + _MARK
    if not begins_at_zero(chart):
        # PowerPoint leaves half of the span free below the numbers.
        scale = scale._replace(low=min(numbers) - (max(numbers) - min(numbers)) / 2)
    return frozenset(
        at
        for at, (before, value, after) in enumerate(
            zip((None, *values), values, (*values[1:], None), strict=False)
        )
        if value is not None
        and all(beside is None or beside > value for beside in (before, after))
        and (before is not None or after is not None)
        and scale.share(value) * _upright(height, space) >= needed
    )


def space_right(chart: Chart, plot: Plot, space: ChartSpace, width: float) -> float:
    """Return the points to keep free right of bars, for the numbers at their ends."""
    if chart.kind != "bar":
        return 0
    scale = scale_of(_values(chart.series), from_zero=True, step=plot.major_unit)
    inner = beside_names(chart, space, width)
    needed = [
        _label(value, series, chart, space) - (1 - scale.share(value)) * inner
        for series in chart.series
        for value in series.numbers
        if value >= 0
    ]
    return min(max(max(needed, default=0), 0), inner / 3)


def beside_names(chart: Chart, space: ChartSpace, width: float) -> float:
    """Return the points beside the names of bars; names take half of the chart at most."""
    return width - min(space.widest(chart.categories) + space.size, width / 2)


def wide_step(
    scale: Scale, number_format: NumberFormat, space: ChartSpace, width: float, lang: str
) -> float:
    """Return the major unit of a horizontal axis, if it must be set; else 0.

    0 if the numbers of the finest steps fit beside each other, or if not even two numbers fit.
    """
    number = (
        space.widest(tuple(format_number(end, number_format, lang) for end in scale))
        + 2 * _AIR * space.size
    )
    span = scale.high - scale.low
    step = finest = round_step(span / (MOST_STEPS + 1))
    while step <= span:
        steps = math.ceil(scale.high / step - 1e-9) - math.floor(scale.low / step + 1e-9)
        if steps * number <= width:
            return 0 if step == finest else step
        step = round_step(step * 1.5)
    return 0


def step_below(chart: Chart, space: ChartSpace, width: float, height: float) -> float | None:
    """Return the major unit of a hidden scale with space for the numbers of bars below zero.

    Without it, numbers lie on the names. 0 if the scale needs none; None if none is good enough:
    it may lengthen the scale by half at most. `width` and `height` are the points of the plot.
    """
    scale = _scale(chart, chart.series)
    if scale.low >= 0:
        return 0
    if chart.kind == "bar":
        length, across = beside_names(chart, space, width), True
    else:
        length, across = _upright(height, space), False
    below = [
        (value, _label(value, series, chart, space) if across else space.size)
        for series in chart.series
        for value in series.numbers
        if value < 0
    ]
    step, span = 0.0, scale.high - scale.low
    while scale.high - scale.low <= span * 1.5:
        if all(scale.share(value) * length >= needed for value, needed in below):
            return step
        step = round_step((step or (scale.high - scale.low) / MOST_STEPS) * 1.5)
        scale = scale_of(_values(chart.series), from_zero=True, step=step)
    return None


def _feet_bear(chart: Chart, space: ChartSpace, height: float) -> bool:
    """Return whether each column is as high as its number, and the line runs above the numbers."""
    columns = [series for series in chart.series if not series.as_line]
    lines = [series for series in chart.series if series.as_line]
    if any(value < 0 for value in _values(chart.series)):
        return False
    tall, foot, line = _upright(height, space), _scale(chart, columns), _scale(chart, lines)
    return all(foot.share(value) * tall >= space.line_height for value in _values(columns)) and all(
        line.share(value) * tall >= space.line_height + _MARK for value in _values(lines)
    )


def _scale(chart: Chart, series: Sequence[Series]) -> Scale:
    """Return the scale of some series: their own, or that of the whole chart."""
    together = chart.series if not has_two_scales(chart) else series
    return scale_of(_values(together), from_zero=chart.kind != "line" or begins_at_zero(chart))


def _values(series: Sequence[Series]) -> Iterator[float]:
    return (number for each in series for number in each.numbers)


def _label(value: float, series: Series, chart: Chart, space: ChartSpace) -> float:
    """Return the points of a number with its air."""
    number = format_number(value, series.number_format, chart.lang)
    return space.width_of(number) + _AIR * space.size


def _upright(height: float, space: ChartSpace) -> float:
    """Return the points of a plot above the names of its categories."""
    return height - 1.5 * space.line_height


def bare_segments(
    chart: Chart, space: ChartSpace, width: float, height: float, column: float
) -> frozenset[tuple[int, int]] | None:
    """Return the segments of stacks that are too small for their numbers; None if too many are.

    A segment is given by its indices of series and category. `width`, `height` and `column` are the
    points of the plot, and those across a stack.
    """
    across = chart.kind == "stacked-bar"
    length = width - space.widest(chart.categories) if across else height - 3 * space.line_height
    longest = max((sum(map(abs, stack)) for stack in _stacks(chart)), default=0) or 1
    bare = set()
    for at, series in enumerate(chart.series):
        for point, value in enumerate(series.values):
            if value is None:
                continue
            text = space.width_of(format_number(value, series.number_format, chart.lang))
            needed = text + space.size * _AIR if across else space.size
            if abs(value) / longest * length < needed or (text > column and not across):
                bare.add((at, point))
    values = [value for series in chart.series for value in series.values if value]
    lacking = [True for at, point in bare if chart.series[at].values[point]]
    return frozenset(bare) if len(lacking) <= _MOST_BARE * len(values) else None


def has_totals(chart: Chart) -> bool:
    """Return whether the sums of a chart's stacks say anything: not if all are the same."""
    percents = {series.number_format.percent for series in chart.series}
    if chart.shows_shares or len(chart.series) < 2 or len(percents) > 1:
        return False
    if min(axis_values(chart, chart.series), default=0) < 0:
        return False
    found = totals(chart)
    return len(found) == 1 or max(found) - min(found) > 0.005 * max(found)


def totals(chart: Chart) -> tuple[float, ...]:
    """Return the sum of each stack, without the rests of binary fractions."""
    return tuple(round(sum(stack), 9) for stack in _stacks(chart))


def total_format(chart: Chart) -> NumberFormat:
    """Return the number format of the sums: that of the most exact series."""
    return max((series.number_format for series in chart.series), key=lambda each: each.decimals)


def space_for_totals(chart: Chart, space: ChartSpace, length: float) -> float:
    """Return the points to keep free beyond stacks, whose axis is `length` points long."""
    scale, beyond = scale_of(totals(chart), from_zero=True), 0.0
    for total in totals(chart):
        needed = space.line_height + space.size * _AIR
        if chart.kind != "stacked":
            number = format_number(total, total_format(chart), chart.lang)
            needed = space.width_of(number) + space.size * 2 * _AIR
        beyond = max(beyond, needed - (1 - scale.share(total)) * length)
    return beyond


def _stacks(chart: Chart) -> list[tuple[float, ...]]:
    values = [[value or 0 for value in series.values] for series in chart.series]
    return list(zip(*values, strict=True))
