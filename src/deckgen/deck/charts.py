"""How a chart is drawn in the room that it has: what is labelled, what is named, and where.

Widths are measured, so that numbers stand at their columns only where they fit. Scales are left to
PowerPoint: a chart whose numbers are edited must go on fitting them.
"""

from __future__ import annotations

import math
from itertools import pairwise

from deckgen.deck.box import Box
from deckgen.deck.chart import Chart, Series
from deckgen.deck.chart_points import sides
from deckgen.deck.chart_room import LINE, Room, lines, numbers
from deckgen.deck.chart_round import round_plot
from deckgen.deck.layout import EMU_PER_POINT
from deckgen.deck.metrics import Fonts
from deckgen.deck.plot import Naming, Plot, Shares
from deckgen.diagnostics import Diagnostics

SIZE = 18
"""Points of what stands in a chart, unless the brand's minimum is larger."""
SMALL = 14
"""Points of the line that names the source: no content, as a footer is none."""
_FEW = 8
"""So many points of one line still bear their numbers."""


def placed_chart(
    chart: Chart, box: Box, fonts: Fonts, minimum_size: int, diagnostics: Diagnostics
) -> Chart:
    """Return the chart in its box, with how it is drawn there."""
    face = fonts.face((fonts.body, False, False))
    size = max(SIZE, minimum_size)
    room = Room(box.cx / EMU_PER_POINT, box.cy / EMU_PER_POINT, size, face)
    return chart._replace(box=box, plot=_plot(chart, room, diagnostics))


def _plot(chart: Chart, room: Room, diagnostics: Diagnostics) -> Plot:
    small = min(SMALL, room.size)
    foot = small * LINE * 1.8 if chart.source else 0
    head = room.line * 1.4 if chart.unit else 0
    source = None
    if foot:
        height = small * LINE * 1.1
        source = Shares(0, 1 - height / room.high, 1, height / room.high)
    bare = Plot(room.size, small, source=source)
    if chart.kind in {"pie", "donut"}:
        return round_plot(chart, bare, room, head, foot)
    naming = _naming(chart, room, room.high - head - foot)
    legend, below = None, 0.0
    if naming == "legend":
        rows, wide = _legend_rows(chart, room)
        below = rows * room.line
        legend = Shares(0, head / room.high, wide / room.wide, below / room.high)
        below += room.line * 0.3
    if chart.kind == "scatter" and chart.series[0].name:
        foot += room.line
    top, right = head + below, _right(chart, room, naming)
    area = Shares(
        0,
        top / room.high,
        1 - right / room.wide,
        max(1 - (top + foot) / room.high, 0.1),
    )
    plot = bare._replace(area=area, naming=naming, legend=legend, gap=_gap(chart))
    return _with_axes(chart, plot, room, diagnostics)


def _with_axes(chart: Chart, plot: Plot, room: Room, diagnostics: Diagnostics) -> Plot:
    """Return the plot with its numbers either at their places or on an axis."""
    wide, high = plot.area.width * room.wide, plot.area.height * room.high
    labels = chart.labels
    if labels is None:
        labels = _labels_fit(chart, plot, room, wide, high)
    plot = plot._replace(
        labels=labels,
        axis=not labels,
        second_axis=_has_two_scales(chart),
        whole=_begins_at_zero(chart),
    )
    if chart.kind == "scatter":
        return _with_points(chart, plot, room)
    if chart.kind in {"bar", "stacked-bar"}:
        return plot
    axis = 0.0 if labels else room.widest(numbers(chart)) + room.size
    return _with_names(chart, plot, room, wide - axis, diagnostics)


def _with_points(chart: Chart, plot: Plot, room: Room) -> Plot:
    """Return the plot of a scatter chart: the name of x below it, at the right, as x runs there."""
    plot = plot._replace(axis=True, labels=False, sides=sides(chart, plot.area, room))
    name = chart.series[0].name
    if not name:
        return plot
    wide = room.measured(name) + room.size * 0.6
    below = plot.area.y + plot.area.height
    line = room.line / room.high
    return plot._replace(across=Shares(1 - wide / room.wide, below, wide / room.wide, line))


def _with_names(
    chart: Chart, plot: Plot, room: Room, wide: float, diagnostics: Diagnostics
) -> Plot:
    """Return the plot with its categories named as they fit below it: all, some, or turned."""
    cell = wide / max(len(chart.categories), 1)
    if all(lines(name, cell * 0.96, room) <= 2 for name in chart.categories):
        return plot
    in_order = chart.kind in {"line", "area"} or all(
        any(sign.isdigit() for sign in name) for name in chart.categories
    )
    if in_order:
        needed = room.widest(chart.categories) + room.size * 0.6
        return plot._replace(every=max(math.ceil(needed / cell), 1))
    diagnostics.warning(
        "long-names",
        "The names below the columns are too long to stand side by side, so they are turned.",
        chart.span,
        "Shorten them, or lay the chart on its side: `kind: bar`"
        if chart.kind == "column"
        else "Shorten them, or lay the chart on its side: `kind: stacked-bar`"
        if chart.kind == "stacked"
        else "Shorten them.",
    )
    return plot._replace(turned=True)


def _labels_fit(chart: Chart, plot: Plot, room: Room, wide: float, high: float) -> bool:
    """Return whether every number can stand at its place."""
    count = len(chart.categories)
    cell, slot = wide / count, high / count / (1 + plot.gap / 100)
    column = cell / (1 + plot.gap / 100)
    label = room.widest(numbers(chart))
    lines = sum(one.as_line for one in chart.series)
    match chart.kind:
        case "column":
            return label <= min(column / len(chart.series) * 1.12, cell * 0.94)
        case "bar":
            return slot / len(chart.series) >= room.size
        case "stacked":
            return label <= column and _segments_bear(chart, (high - 3 * room.line), room.size)
        case "stacked-bar":
            longest = wide - room.widest(chart.categories)
            return _segments_bear(chart, longest, label + room.size * 0.4)
        case "combined":
            # The numbers of columns stand at their feet, clear of the line's.
            return lines == 1 and label <= column / (len(chart.series) - lines)
        case _:
            one = chart.kind == "line" and len(chart.series) == 1
            return one and count <= _FEW and label <= cell * 0.94


def _segments_bear(chart: Chart, length: float, needed: float) -> bool:
    """Return whether every segment of the stacks is as long as the number in it needs."""
    stacks = zip(*(one.values for one in chart.series), strict=True)
    longest = max((sum(abs(value or 0) for value in stack) for stack in stacks), default=0)
    return all(
        not value or abs(value) / longest * length >= needed
        for one in chart.series
        for value in one.values
    )


def _gap(chart: Chart) -> int:
    """Return per cent of a column's width between groups: few columns stand further apart."""
    count = len(chart.categories)
    return 110 if count <= 3 else 70 if count <= 6 else 45


def _begins_at_zero(chart: Chart) -> bool:
    """Return whether the scale begins at zero: always where lengths are compared."""
    values = [value for one in chart.series for value in one.values if value is not None]
    if min(values, default=0) < 0:
        return False
    if chart.kind in {"line", "scatter"}:
        return min(values, default=0) <= max(values, default=0) / 2
    return True


def _has_two_scales(chart: Chart) -> bool:
    """Return whether the lines of a combined chart would lie flat on the scale of its columns."""
    if chart.kind != "combined":
        return False
    largest: dict[bool, float] = {True: 0, False: 0}
    percent: dict[bool, bool] = {True: False, False: False}
    for one in chart.series:
        percent[one.as_line] |= one.style.percent
        for value in one.values:
            largest[one.as_line] = max(largest[one.as_line], abs(value or 0))
    low, high = sorted(largest.values())
    return percent[True] != percent[False] or low * 4 < high


def _naming(chart: Chart, room: Room, high: float) -> Naming:
    """Return how the series are named: at the ends of their lines, if those lie apart."""
    named = [one for one in chart.series if one.name]
    if chart.kind == "scatter":
        return "legend" if len(chart.series) > 2 else "none"
    if len(named) < 2:
        return "none"
    if chart.kind != "line" or room.widest(tuple(one.name for one in named)) > room.wide * 0.25:
        return "legend"
    ends = sorted(value for one in chart.series if (value := _last(one)) is not None)
    values = [value for one in chart.series for value in one.values if value is not None]
    low = 0 if _begins_at_zero(chart) else min(values)
    span = (max(values) - low) * 1.15 or 1
    plot = high - 2 * room.line
    apart = ((above - below) / span * plot for below, above in pairwise(ends))
    return "ends" if all(distance >= room.line for distance in apart) else "legend"


def _last(series: Series) -> float | None:
    return next((value for value in reversed(series.values) if value is not None), None)


def _right(chart: Chart, room: Room, naming: Naming) -> float:
    """Return the points that are kept free on the right for the names of lines."""
    if naming != "ends":
        return 0
    return room.widest(tuple(one.name for one in chart.series)) + room.size * 0.6


def _legend_rows(chart: Chart, room: Room) -> tuple[int, float]:
    """Return how many rows the legend takes with its keys, and the points that it is wide.

    Programs set its entries in columns, all as wide as the widest.
    """
    names = tuple(one.name for one in chart.series)
    column = room.widest(names) + 2.2 * room.size
    columns = max(min(int(room.wide // column), len(names)), 1)
    return math.ceil(len(names) / columns), min(columns * column, room.wide)
