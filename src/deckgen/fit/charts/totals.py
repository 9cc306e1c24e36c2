"""Which numbers of stacks are shown: those of segments that bear them, and the totals."""

from typing import NamedTuple

from deckgen.deck.chart_scale import axis_values, scale_of
from deckgen.deck.graphics import Chart
from deckgen.fit.charts.chart_space import ChartSpace
from deckgen.language.number_formats import NumberFormat, format_number

_AIR = 0.4
"""Em between a number and its neighbours."""
_MOST_BARE = 1 / 3
"""Share of the segments that may be too small for their numbers; of more, an axis says them."""


class StackNumbers(NamedTuple):
    """The numbers on stacks."""

    bare: frozenset[tuple[int, int]]
    """The segments without their number, as too small: indices of series and category."""
    totals: bool
    """Whether each stack has its total."""


def stack_numbers(
    chart: Chart, space: ChartSpace, width: float, height: float, column: float
) -> StackNumbers | None:
    """Return the numbers on the stacks of a chart; None if too few of them fit.

    `width` and `height` are the points of the plot, `column` those across a stack.
    """
    across = chart.kind == "stacked-bar"
    length = width - space.widest(chart.categories) if across else height - 3 * space.line_height
    longest = max((sum(map(abs, stack)) for stack in _stacks(chart)), default=0) or 1
    bare, count = set(), 0
    for at, series in enumerate(chart.series):
        for point, value in enumerate(series.values):
            if value == 0:
                bare.add((at, point))
            if not value:
                continue
            count += 1
            text = space.width_of(format_number(value, series.number_format, chart.lang))
            needed = text + space.size * _AIR if across else space.size
            fits = abs(value) / longest * length >= needed
            if not fits or (text > column and not across):
                bare.add((at, point))
    if sum(bool(chart.series[at].values[point]) for at, point in bare) > _MOST_BARE * count:
        return None
    return StackNumbers(frozenset(bare), totals=has_totals(chart))


def has_totals(chart: Chart) -> bool:
    """Return whether the sums of a chart's stacks say anything: not if all are the same."""
    if (
        chart.shows_shares
        or len(chart.series) < 2
        or min(axis_values(chart, chart.series), default=0) < 0
    ):
        return False
    if len({series.number_format.percent for series in chart.series}) > 1:
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
    scale = scale_of(totals(chart), from_zero=True)
    if chart.kind == "stacked":
        needed = [space.line_height + space.size * _AIR] * len(chart.categories)
    else:
        needed = [
            space.width_of(format_number(total, total_format(chart), chart.lang))
            + space.size * 2 * _AIR
            for total in totals(chart)
        ]
    beyond = (
        need - (1 - scale.share(total)) * length
        for need, total in zip(needed, totals(chart), strict=True)
    )
    return max(0, *beyond)


def _stacks(chart: Chart) -> list[tuple[float, ...]]:
    values = [[value or 0 for value in series.values] for series in chart.series]
    return list(zip(*values, strict=True))
