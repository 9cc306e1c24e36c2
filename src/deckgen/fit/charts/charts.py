"""The plot of a chart in its box: labels, legend, axes and names.

Widths are measured, so that numbers stand at their columns only where they fit. PowerPoint chooses
the scales, so that they fit after somebody has edited the numbers.
"""

import math

from deckgen.deck.chart_scale import (
    axis_values,
    begins_at_zero,
    calm_step,
    has_two_scales,
    reaches_zero,
    scale_of,
)
from deckgen.deck.graphics import Chart
from deckgen.deck.plot import Plot, RelativeBox, SeriesNaming
from deckgen.fit.charts.category_names import label_sides, with_names_below, with_names_beside
from deckgen.fit.charts.chart_space import LINE, SMALL, ChartSpace, shown_numbers, words_box
from deckgen.fit.charts.direct_names import DirectNames, direct_names, highlighted_names
from deckgen.fit.charts.pie import pie_plot
from deckgen.fit.charts.value_labels import (
    bare_segments,
    beside_names,
    has_totals,
    labels_fit,
    low_points,
    space_above,
    space_for_totals,
    space_right,
    step_below,
    wide_step,
)
from deckgen.language.phrases import phrase
from deckgen.support.diagnostics import Diagnostics, name_list

_ON_EACH_OTHER = frozenset({"column", "bar", "stacked", "stacked-bar", "combined"})

_BAR_AROUND_NUMBER, _LEAST_GAP = 1.5, 20
"""The height of a bar, in em of the number in it, and the least gap between bars in per cent."""


def chart_plot(chart: Chart, space: ChartSpace, diagnostics: Diagnostics) -> Plot:
    """Return the plot of a chart in a space whose text has one size."""
    small = round(space.size * SMALL)
    foot, source = 0.0, None
    if chart.source:
        source, lines = words_box(chart.source, space._replace(size=small), at_foot=True)
        foot = small * LINE * (lines + 0.8)
    head, unit = 0.0, None
    if chart.unit:
        unit, lines = words_box(chart.unit, space)
        head = space.line_height * (lines + 0.4)
    bare = Plot(space.size, small, unit=unit, unit_size=space.size, source=source)
    if chart.is_round:
        return pie_plot(chart, bare, space, head, foot)
    named = sum(bool(series.name) for series in chart.series) > 1
    high = space.height - head - foot
    gap = _gap(chart, space, high)
    found = direct_names(chart, space, gap, high) or highlighted_names(chart, space, high)
    is_listed = named and not (chart.kind == "scatter" and len(chart.series) <= 2)
    naming: DirectNames | SeriesNaming = "legend" if is_listed else "none"
    naming = found if named and found else naming
    bare, told = bare._replace(gap_width=gap), Diagnostics()
    plot = _framed(chart, bare, space, (head, foot), naming, told)
    if naming is found and chart.kind in _ON_EACH_OTHER and not _names_all(plot):
        listed = Diagnostics()
        made = _framed(chart, bare, space, (head, foot), "legend", listed)
        if _names_all(made):
            plot, told = made, listed
    diagnostics.extend(told)
    return plot


def _names_all(plot: Plot) -> bool:
    """Return whether all categories have their names, and these are level."""
    return plot.category_step == 1 and not plot.rotated_names


def _framed(
    chart: Chart,
    bare: Plot,
    space: ChartSpace,
    ends: tuple[float, float],
    naming: DirectNames | SeriesNaming,
    diagnostics: Diagnostics,
) -> Plot:
    """Return the plot between its head and foot, `ends` points high, and the names of series."""
    head, foot = ends
    names = naming if isinstance(naming, DirectNames) else DirectNames()
    legend, below = None, names.above
    if naming == "legend":
        rows, width = _legend_rows(chart, space)
        below += rows * space.line_height
        legend = RelativeBox(0, head / space.height, width / space.width, below / space.height)
        below += space.line_height * 0.3
    if chart.kind == "scatter" and chart.series[0].name:
        foot += space.line_height
    top, right = head + below, names.right
    area = RelativeBox(
        0, top / space.height, 1 - right / space.width, max(1 - (top + foot) / space.height, 0.1)
    )
    plot = bare._replace(
        area=area,
        series_naming="direct" if isinstance(naming, DirectNames) else naming,
        legend=legend,
        named_points=names.points,
        label_offsets=names.offsets,
    )
    return _with_axes(chart, plot, space, diagnostics)


def plot_from_right(chart: Chart, plot: Plot) -> Plot:
    """Return the plot of a chart in a language from the right: its words and its bars begin there.

    Time and points run from the left, as most charts in Arabic and Hebrew have them.
    """
    plot = plot._replace(unit=_turned(plot.unit), source=_turned(plot.source))
    if not chart.is_horizontal:
        return plot
    offsets = tuple([offset._replace(x=-offset.x) for offset in plot.label_offsets])
    area = _turned(plot.area) or plot.area
    return plot._replace(area=area, legend=_turned(plot.legend), label_offsets=offsets)


def _turned(place: RelativeBox | None) -> RelativeBox | None:
    return place and place._replace(x=1 - place.x - place.width)


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
    if labels and chart.kind in {"stacked", "stacked-bar"}:
        plot = _with_stack_numbers(chart, plot, space)
    elif labels:
        step = step_below(chart, space, width, height) or 0
        plot = plot._replace(major_unit=step, low_points=low_points(chart, space, height))
    else:
        plot = plot._replace(major_unit=_calm_step(chart, plot))
    if labels:
        plot = plot._replace(area=_with_room(chart, plot, space))
    if chart.is_horizontal:
        return with_names_beside(chart, plot, space, diagnostics)
    axis = 0.0 if labels else space.widest(shown_numbers(chart)) + space.size
    return with_names_below(chart, plot, space, width - axis, diagnostics)


def _with_stack_numbers(chart: Chart, plot: Plot, space: ChartSpace) -> Plot:
    """Return the plot of stacks with their numbers and totals, and room for these."""
    area = plot.area
    width, height = area.width * space.width, area.height * space.height
    column = width / len(chart.categories) / (1 + plot.gap_width / 100)
    bare = bare_segments(chart, space, width, height, column) or frozenset()
    plot = plot._replace(totals=has_totals(chart), bare=bare)
    if not plot.totals:
        return plot
    if chart.kind == "stacked":
        more = space_for_totals(chart, space, height - 1.5 * space.line_height) / space.height
        area = area._replace(y=area.y + more, height=area.height - more)
    else:
        more = space_for_totals(chart, space, beside_names(chart, space, width)) / space.width
        area = area._replace(width=area.width - more)
    return plot._replace(area=area)


def _calm_step(chart: Chart, plot: Plot) -> float:
    """Return the step of a shown axis of values, so that it has few lines."""
    if chart.shows_shares:
        return 1 / 4
    columns = [series for series in chart.series if not series.as_line]
    shown = columns if plot.second_axis else chart.series
    values = axis_values(chart, shown)
    return calm_step(values, from_zero=chart.kind != "line" or reaches_zero(values))


def _with_room(chart: Chart, plot: Plot, space: ChartSpace) -> RelativeBox:
    """Return the plot area, with space for the numbers beyond its columns and bars."""
    area = plot.area
    width, height = area.width * space.width, area.height * space.height
    # Above a plot below other lines there is some air.
    free = space.line_height * 0.3 if area.y else 0
    above = space_above(chart, space, height, free) / space.height
    right = space_right(chart, plot, space, width) / space.width
    return RelativeBox(area.x, area.y + above, area.width - right, area.height - above)


def _with_points(chart: Chart, plot: Plot, space: ChartSpace, diagnostics: Diagnostics) -> Plot:
    """Return the plot of a scatter chart, with the name of x below its right end."""
    across, *up = chart.series
    upright = [number for series in up for number in series.numbers]
    axis = space.widest(shown_numbers(chart._replace(series=tuple(up))))
    scale = scale_of(across.values, from_zero=False)
    free = plot.area.width * space.width - axis
    step = wide_step(scale, across.number_format, space, free, chart.lang)
    step = max(step, calm_step(across.values, from_zero=False))
    y_unit = calm_step(upright, from_zero=reaches_zero(upright))
    # PowerPoint begins the scale of positive numbers at zero where LibreOffice does not.
    programs = [
        (
            scale_of(across.values, from_zero=from_zero, step=step),
            scale_of(upright, from_zero=from_zero or plot.from_zero, step=y_unit),
            y_unit,
        )
        for from_zero in (False, True)
    ]
    high = plot.area.height * space.height - space.line_height
    placed = label_sides(chart, free, high, space, programs)
    if placed.hidden:
        listed = name_list([f"“{name}”" for name in placed.hidden], most=3)
        diagnostics.warning(
            "close-points",
            f"The points lie so close that names lie on each other: {listed}.",
            chart.span,
            "Leave the names of some points empty, or show fewer points.",
        )
    plot = plot._replace(
        axis=True,
        labels=False,
        label_sides=placed.sides,
        labels_touch=placed.touch,
        major_unit=step,
        y_unit=y_unit,
    )
    if not across.name:
        return plot
    width = space.width_of(across.name) + space.size * 0.6
    below = plot.area.y + plot.area.height
    line = space.line_height / space.height
    return plot._replace(
        x_title=RelativeBox(1 - width / space.width, below, width / space.width, line)
    )


def _gap(chart: Chart, space: ChartSpace, height: float) -> int:
    """Return the gap between groups in per cent of a column's width; wider for few columns.

    Bars with numbers in them are higher than the numbers, as far as the `height` allows.
    """
    count = len(chart.categories)
    usual = 300 if count == 1 else 110 if count <= 3 else 70 if count <= 6 else 45
    if chart.kind != "stacked-bar":
        return usual
    below_legend = max(height - 1.5 * space.line_height, 0)
    free = below_legend / count / (space.size * _BAR_AROUND_NUMBER) - 1
    return min(usual, max(round(free * 100), _LEAST_GAP))


def _legend_rows(chart: Chart, space: ChartSpace) -> tuple[int, float]:
    """Return the rows of the legend and its width in points, keys included.

    Programs set its entries in columns that are all as wide as the widest.
    """
    total = (
        (phrase("total", chart.lang),) if chart.kind == "stacked-bar" and has_totals(chart) else ()
    )
    names = (*(series.name for series in chart.series), *total)
    column = space.widest(names) + 2.2 * space.size
    columns = max(min(int(space.width // column), len(names)), 1)
    return math.ceil(len(names) / columns), min(columns * column, space.width)
