"""The plot of a chart in its box: labels, legend, axes and names.

Widths are measured, so that numbers stand at their columns only where they fit. PowerPoint chooses
the scales, so that they fit after somebody has edited the numbers.
"""

import math
from itertools import pairwise

from deckgen.deck.box import Box
from deckgen.deck.graphics.chart import Chart
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
"""Points of the text in a chart, unless the brand's minimum is larger."""
SMALL = 7 / 9
"""Size of the line that names the source, as a share of that of other text: 14 of 18 points."""
_MOST_TURNED = 0.45
"""Share of a chart's height that rotated names may take."""
_ON_EACH_OTHER = frozenset({"column", "bar", "stacked", "stacked-bar", "combined"})
_WAYS = {
    "column": "Shorten them, or lay the chart on its side: `kind: bar`",
    "stacked": "Shorten them, or lay the chart on its side: `kind: stacked-bar`",
}
_MOST_WORDS = 9
"""A line with more points shows only some of its names."""


def placed_chart(
    chart: Chart, box: Box, fonts: Fonts, minimum_size: int, diagnostics: Diagnostics
) -> Chart:
    """Return the chart with its box and its plot."""
    face = fonts.face((fonts.body, False, False))
    size = max(SIZE, minimum_size)
    space = ChartSpace(box.cx / EMU_PER_POINT, box.cy / EMU_PER_POINT, size, face)
    return chart._replace(box=box, plot=_plot(chart, space, diagnostics))


def _plot(chart: Chart, space: ChartSpace, diagnostics: Diagnostics) -> Plot:
    small = round(space.size * SMALL)
    foot = small * LINE * 1.8 if chart.source else 0
    head = space.line_height * 1.4 if chart.unit else 0
    source = None
    if foot:
        height = small * LINE * 1.1
        source = RelativeBox(0, 1 - height / space.height, 1, height / space.height)
    bare = Plot(space.size, small, source=source)
    if chart.kind in {"pie", "donut"}:
        return pie_plot(chart, bare, space, head, foot)
    naming = _naming(chart, space, space.height - head - foot)
    legend, below = None, 0.0
    if naming == "legend":
        rows, width = _legend_rows(chart, space)
        below = rows * space.line_height
        legend = RelativeBox(0, head / space.height, width / space.width, below / space.height)
        below += space.line_height * 0.3
    if chart.kind == "scatter" and chart.series[0].name:
        foot += space.line_height
    top, right = head + below, _right(chart, space, naming)
    area = RelativeBox(
        0, top / space.height, 1 - right / space.width, max(1 - (top + foot) / space.height, 0.1)
    )
    plot = bare._replace(area=area, series_naming=naming, legend=legend, gap_width=_gap(chart))
    return _with_axes(chart, plot, space, diagnostics)


def _with_axes(chart: Chart, plot: Plot, space: ChartSpace, diagnostics: Diagnostics) -> Plot:
    """Return the plot with its numbers at the values or on an axis."""
    width, height = plot.area.width * space.width, plot.area.height * space.height
    fit = labels_fit(chart, space, plot.gap_width, width, height)
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
        return _with_points(chart, plot, space, diagnostics)
    if labels:
        plot = plot._replace(major_unit=step_below(chart, space, width, height) or 0)
        plot = plot._replace(area=_with_room(chart, plot, space))
    if chart.kind in {"bar", "stacked-bar"}:
        return _with_names_beside(chart, plot, space, diagnostics)
    axis = 0.0 if labels else space.widest(shown_numbers(chart)) + space.size
    return _with_names(chart, plot, space, width - axis, diagnostics)


def _with_room(chart: Chart, plot: Plot, space: ChartSpace) -> RelativeBox:
    """Return the plot area, with space for the numbers beyond its columns."""
    area = plot.area
    height = area.height * space.height
    # Above a plot below other lines there is some air.
    above = (
        space_above(chart, space, height, space.line_height * 0.3 if area.y else 0) / space.height
    )
    right = space_right(chart, space, area.width * space.width, plot.major_unit) / space.width
    return RelativeBox(area.x, area.y + above, area.width - right, area.height - above)


def _with_names_beside(
    chart: Chart, plot: Plot, space: ChartSpace, diagnostics: Diagnostics
) -> Plot:
    """Return the plot of bars with all names, or with some if they are numbers in a row."""
    width, height = plot.area.width * space.width, plot.area.height * space.height
    if plot.axis:
        height -= space.line_height
        across = beside_names(chart, space, width)
        scale = scale_of(axis_values(chart, chart.series), from_zero=True)
        step = wide_step(scale, chart.series[0].number_format, space, across, chart.lang)
        plot = plot._replace(major_unit=step)
    needed = space.size * len(chart.categories) / max(height, 1)
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
    """Return whether all names have digits, as years do, so that some of them are enough."""
    return all(any(sign.isdigit() for sign in name) for name in names)


def _with_points(chart: Chart, plot: Plot, space: ChartSpace, diagnostics: Diagnostics) -> Plot:
    """Return the plot of a scatter chart, with the name of x below its right end."""
    placed = label_sides(chart, plot.area, space)
    if placed.hidden:
        more = len(placed.hidden) - 3
        listed = ", ".join(f"“{name}”" for name in placed.hidden[:3])
        listed += f" and {more:,} more" if more > 0 else ""
        diagnostics.warning(
            "close-points",
            f"The points lie so close that names lie on each other: {listed}.",
            chart.span,
            "Leave the names of some points empty, or show fewer points.",
        )
    across, *up = chart.series
    axis = space.widest(shown_numbers(chart._replace(series=tuple(up))))
    scale = scale_of(across.values, from_zero=False)
    free = plot.area.width * space.width - axis
    step = wide_step(scale, across.number_format, space, free, chart.lang)
    plot = plot._replace(axis=True, labels=False, label_sides=placed.sides, major_unit=step)
    if not across.name:
        return plot
    width = space.width_of(across.name) + space.size * 0.6
    below = plot.area.y + plot.area.height
    line = space.line_height / space.height
    return plot._replace(
        x_title=RelativeBox(1 - width / space.width, below, width / space.width, line)
    )


def _with_names(
    chart: Chart, plot: Plot, space: ChartSpace, width: float, diagnostics: Diagnostics
) -> Plot:
    """Return the plot with the names of its categories below it: all, some, or rotated."""
    cell = width / max(len(chart.categories), 1)
    if all(line_count(name, cell * 0.96, space) <= 2 for name in chart.categories):
        return plot
    run = chart.kind in {"line", "area"} and len(chart.categories) > _MOST_WORDS
    if run or _are_counted(chart.categories):
        needed = space.widest(chart.categories) + space.size * 0.6
        return plot._replace(category_step=max(math.ceil(needed / cell), 1))
    turned = space.widest(chart.categories) * math.sqrt(0.5)
    if turned > _MOST_TURNED * plot.area.height * space.height:
        longest = max(chart.categories, key=space.width_of)
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
    """Return the gap between groups in per cent of a column's width; wider for few columns."""
    count = len(chart.categories)
    return 110 if count <= 3 else 70 if count <= 6 else 45


def _naming(chart: Chart, space: ChartSpace, height: float) -> SeriesNaming:
    """Return how the series are named: at the ends of their lines if these are far apart."""
    names = tuple(series.name for series in chart.series if series.name)
    if chart.kind == "scatter":
        return "legend" if len(chart.series) > 2 else "none"
    if len(names) < 2:
        return "none"
    if chart.kind != "line" or space.widest(names) > space.width * 0.25:
        return "legend"
    ends = sorted(series.numbers[-1] for series in chart.series if series.numbers)
    values = [number for series in chart.series for number in series.numbers]
    low = 0 if begins_at_zero(chart) else min(values)
    span = (max(values) - low) * 1.15 or 1
    plot = height - 2 * space.line_height
    apart = ((above - below) / span * plot for below, above in pairwise(ends))
    return "ends" if all(distance >= space.line_height for distance in apart) else "legend"


def _right(chart: Chart, space: ChartSpace, naming: SeriesNaming) -> float:
    """Return the points to keep free on the right for the names of lines."""
    if naming != "ends":
        return 0
    return space.widest(tuple(series.name for series in chart.series)) + space.size * 0.6


def _legend_rows(chart: Chart, space: ChartSpace) -> tuple[int, float]:
    """Return the rows of the legend and its width in points, keys included.

    Programs set its entries in columns that are all as wide as the widest.
    """
    names = tuple(series.name for series in chart.series)
    column = space.widest(names) + 2.2 * space.size
    columns = max(min(int(space.width // column), len(names)), 1)
    return math.ceil(len(names) / columns), min(columns * column, space.width)
