"""How a chart is drawn in the room that it has: what is labelled, what is named, and where.

Widths are measured, so that numbers stand at their columns only where they fit. Scales are left to
PowerPoint: a chart whose numbers are edited must go on fitting them.
"""

from __future__ import annotations

import math
from itertools import pairwise

from deckgen.deck.box import Box
from deckgen.deck.graphics.chart import Chart, Series
from deckgen.deck.graphics.chart_scale import axis_values, begins_at_zero, has_two_scales, scale_of
from deckgen.deck.graphics.plot import Plot, RelativeBox, SeriesNaming
from deckgen.deck.layout import EMU_PER_POINT
from deckgen.fit.charts.chart_space import LINE, ChartSpace, line_count, shown_numbers
from deckgen.fit.charts.pie import pie_plot
from deckgen.fit.charts.point_labels import label_sides
from deckgen.fit.charts.value_labels import (
    beside_names,
    labels_fit,
    space_above,
    space_right,
    step_below,
    wide_step,
)
from deckgen.fonts.text_width import Fonts
from deckgen.support.diagnostics import Diagnostics

SIZE = 18
"""Points of what stands in a chart, unless the brand's minimum is larger."""
SMALL = 14
"""Points of the line that names the source: no content, as a footer is none."""
_MOST_TURNED = 0.45
"""Share of a chart's height that names may take which are turned."""
_ON_EACH_OTHER = frozenset({"column", "bar", "stacked", "stacked-bar", "combined"})
_WAYS = {
    "column": "Shorten them, or lay the chart on its side: `kind: bar`",
    "stacked": "Shorten them, or lay the chart on its side: `kind: stacked-bar`",
}
_MOST_WORDS = 9
"""Of more points of a line, some names say all; fewer are all named."""


def placed_chart(
    chart: Chart, box: Box, fonts: Fonts, minimum_size: int, diagnostics: Diagnostics
) -> Chart:
    """Return the chart in its box, with how it is drawn there."""
    face = fonts.face((fonts.body, False, False))
    size = max(SIZE, minimum_size)
    room = ChartSpace(box.cx / EMU_PER_POINT, box.cy / EMU_PER_POINT, size, face)
    return chart._replace(box=box, plot=_plot(chart, room, diagnostics))


def _plot(chart: Chart, room: ChartSpace, diagnostics: Diagnostics) -> Plot:
    small = min(SMALL, room.size)
    foot = small * LINE * 1.8 if chart.source else 0
    head = room.line_height * 1.4 if chart.unit else 0
    source = None
    if foot:
        height = small * LINE * 1.1
        source = RelativeBox(0, 1 - height / room.height, 1, height / room.height)
    bare = Plot(room.size, small, source=source)
    if chart.kind in {"pie", "donut"}:
        return pie_plot(chart, bare, room, head, foot)
    naming = _naming(chart, room, room.height - head - foot)
    legend, below = None, 0.0
    if naming == "legend":
        rows, wide = _legend_rows(chart, room)
        below = rows * room.line_height
        legend = RelativeBox(0, head / room.height, wide / room.width, below / room.height)
        below += room.line_height * 0.3
    if chart.kind == "scatter" and chart.series[0].name:
        foot += room.line_height
    top, right = head + below, _right(chart, room, naming)
    area = RelativeBox(
        0,
        top / room.height,
        1 - right / room.width,
        max(1 - (top + foot) / room.height, 0.1),
    )
    plot = bare._replace(area=area, series_naming=naming, legend=legend, gap_width=_gap(chart))
    return _with_axes(chart, plot, room, diagnostics)


def _with_axes(chart: Chart, plot: Plot, room: ChartSpace, diagnostics: Diagnostics) -> Plot:
    """Return the plot with its numbers either at their places or on an axis."""
    wide, high = plot.area.width * room.width, plot.area.height * room.height
    fit = labels_fit(chart, room, plot.gap_width, wide, high)
    if chart.labels and not fit and chart.kind in _ON_EACH_OTHER:
        diagnostics.warning(
            "crowded-numbers",
            "The numbers of this chart have no room at their places: they lie on each other, or "
            "on what stands beside them.",
            chart.span,
            "Leave out `labels: yes`: then an axis says the numbers.",
        )
    labels = fit if chart.labels is None else chart.labels
    plot = plot._replace(
        labels=labels,
        axis=not labels,
        second_axis=has_two_scales(chart),
        from_zero=begins_at_zero(chart),
    )
    if chart.kind == "scatter":
        return _with_points(chart, plot, room, diagnostics)
    if labels:
        plot = plot._replace(major_unit=step_below(chart, room, wide, high) or 0)
        plot = plot._replace(area=_with_room(chart, plot, room))
    if chart.kind in {"bar", "stacked-bar"}:
        return _with_names_beside(chart, plot, room, diagnostics)
    axis = 0.0 if labels else room.widest(shown_numbers(chart)) + room.size
    return _with_names(chart, plot, room, wide - axis, diagnostics)


def _with_room(chart: Chart, plot: Plot, room: ChartSpace) -> RelativeBox:
    """Return where the plot stands, so that the numbers beyond its columns are in the chart."""
    area = plot.area
    high = area.height * room.height
    # Above a plot there is some air, if anything stands there.
    above = space_above(chart, room, high, room.line_height * 0.3 if area.y else 0) / room.height
    right = space_right(chart, room, area.width * room.width, plot.major_unit) / room.width
    return RelativeBox(area.x, area.y + above, area.width - right, area.height - above)


def _with_names_beside(
    chart: Chart, plot: Plot, room: ChartSpace, diagnostics: Diagnostics
) -> Plot:
    """Return the plot of bars with all of them named, or some, if they are numbers in a row."""
    wide, high = plot.area.width * room.width, plot.area.height * room.height
    if plot.axis:
        high -= room.line_height
        across = beside_names(chart, room, wide)
        scale = scale_of(axis_values(chart, chart.series), from_zero=True)
        step = wide_step(scale, chart.series[0].style, room, across, chart.lang)
        plot = plot._replace(major_unit=step)
    needed = room.size * len(chart.categories) / max(high, 1)
    if needed <= 1:
        return plot
    if _are_counted(chart.categories):
        return plot._replace(category_step=math.ceil(needed))
    diagnostics.warning(
        "crowded-names",
        f"{len(chart.categories)} names have no room below each other: "
        f"{int(len(chart.categories) / needed)} have.",
        chart.span,
        "Show the most important ones, or put the others together.",
    )
    return plot


def _are_counted(names: tuple[str, ...]) -> bool:
    """Return whether names are years or the like, of which some say all."""
    return all(any(sign.isdigit() for sign in name) for name in names)


def _with_points(chart: Chart, plot: Plot, room: ChartSpace, diagnostics: Diagnostics) -> Plot:
    """Return the plot of a scatter chart: the name of x below it, at the right, as x runs there."""
    placed = label_sides(chart, plot.area, room)
    if placed.hidden:
        more = len(placed.hidden) - 3
        shown = ", ".join(f"“{name}”" for name in placed.hidden[:3])
        shown += f" and {more:,} more" if more > 0 else ""
        diagnostics.warning(
            "close-points",
            f"The points lie so close that names lie on each other: {shown}.",
            chart.span,
            "Leave the names of some points empty, or show fewer points.",
        )
    across, *up = chart.series
    axis = room.widest(shown_numbers(chart._replace(series=tuple(up))))
    scale = scale_of(across.values, from_zero=False)
    free = plot.area.width * room.width - axis
    step = wide_step(scale, across.style, room, free, chart.lang)
    plot = plot._replace(axis=True, labels=False, label_sides=placed.sides, major_unit=step)
    if not across.name:
        return plot
    wide = room.width_of(across.name) + room.size * 0.6
    below = plot.area.y + plot.area.height
    line = room.line_height / room.height
    return plot._replace(x_title=RelativeBox(1 - wide / room.width, below, wide / room.width, line))


def _with_names(
    chart: Chart, plot: Plot, room: ChartSpace, wide: float, diagnostics: Diagnostics
) -> Plot:
    """Return the plot with its categories named as they fit below it: all, some, or turned."""
    cell = wide / max(len(chart.categories), 1)
    if all(line_count(name, cell * 0.96, room) <= 2 for name in chart.categories):
        return plot
    run = chart.kind in {"line", "area"} and len(chart.categories) > _MOST_WORDS
    if run or _are_counted(chart.categories):
        needed = room.widest(chart.categories) + room.size * 0.6
        return plot._replace(category_step=max(math.ceil(needed / cell), 1))
    turned = room.widest(chart.categories) * math.sqrt(0.5)
    if turned > _MOST_TURNED * plot.area.height * room.height:
        longest = max(chart.categories, key=room.width_of)
        diagnostics.error(
            "long-names",
            f"“{longest}” is too long to stand below the chart, even turned.",
            chart.span,
            _WAYS.get(chart.kind, "Shorten it."),
        )
        return plot
    diagnostics.warning(
        "long-names",
        "The names below the columns are too long to stand side by side, so they are turned.",
        chart.span,
        _WAYS.get(chart.kind, "Shorten them."),
    )
    return plot._replace(rotated_names=True)


def _gap(chart: Chart) -> int:
    """Return per cent of a column's width between groups: few columns stand further apart."""
    count = len(chart.categories)
    return 110 if count <= 3 else 70 if count <= 6 else 45


def _naming(chart: Chart, room: ChartSpace, high: float) -> SeriesNaming:
    """Return how the series are named: at the ends of their lines, if those lie apart."""
    named = [one for one in chart.series if one.name]
    if chart.kind == "scatter":
        return "legend" if len(chart.series) > 2 else "none"
    if len(named) < 2:
        return "none"
    if chart.kind != "line" or room.widest(tuple(one.name for one in named)) > room.width * 0.25:
        return "legend"
    ends = sorted(value for one in chart.series if (value := _last(one)) is not None)
    values = [value for one in chart.series for value in one.values if value is not None]
    low = 0 if begins_at_zero(chart) else min(values)
    span = (max(values) - low) * 1.15 or 1
    plot = high - 2 * room.line_height
    apart = ((above - below) / span * plot for below, above in pairwise(ends))
    return "ends" if all(distance >= room.line_height for distance in apart) else "legend"


def _last(series: Series) -> float | None:
    return next((value for value in reversed(series.values) if value is not None), None)


def _right(chart: Chart, room: ChartSpace, naming: SeriesNaming) -> float:
    """Return the points that are kept free on the right for the names of lines."""
    if naming != "ends":
        return 0
    return room.widest(tuple(one.name for one in chart.series)) + room.size * 0.6


def _legend_rows(chart: Chart, room: ChartSpace) -> tuple[int, float]:
    """Return how many rows the legend takes with its keys, and the points that it is wide.

    Programs set its entries in columns, all as wide as the widest.
    """
    names = tuple(one.name for one in chart.series)
    column = room.widest(names) + 2.2 * room.size
    columns = max(min(int(room.width // column), len(names)), 1)
    return math.ceil(len(names) / columns), min(columns * column, room.width)
