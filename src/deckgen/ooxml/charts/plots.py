"""The plots of a chart by its kind, with their axes (ECMA-376 Part 1, 21.2.2)."""

from itertools import cycle

from deckgen.deck.graphics.chart import Chart
from deckgen.deck.graphics.plot import Plot
from deckgen.ooxml.charts.axes import FIRST, SECOND, category_axis_xml, value_axis_xml
from deckgen.ooxml.charts.chart_colors import ChartColor, ChartColors
from deckgen.ooxml.charts.data_labels import ColoredSeries
from deckgen.ooxml.charts.series import (
    categories_xml,
    pie_series_xml,
    scatter_series_xml,
    series_xml,
)
from deckgen.ooxml.charts.stack_totals import total_bar_xml, total_line_xml

_IDS = '<c:axId val="{}"/><c:axId val="{}"/>'


def plots_xml(chart: Chart, plot: Plot, colors: ChartColors) -> str:
    """Return the plots, then the axes."""
    match chart.kind:
        case "pie" | "donut":
            return _round(chart, plot, colors)
        case "scatter":
            return _scatter(chart, plot, colors)
        case "line" | "area":
            colored = _colored(chart, colors)
            return _lines(chart, plot, colors, colored, FIRST) + _axes(chart, plot, colors)
        case "combined":
            return _combined(chart, plot, colors)
        case _:
            colored = _colored(chart, colors)
            return _bars(chart, plot, colors, colored) + _axes(chart, plot, colors)


def _colored(chart: Chart, colors: ChartColors) -> list[ColoredSeries]:
    """Return each series with its colour; if some are highlighted, the others are muted."""
    inks = colors.series(len(chart.series))
    names = [each.name for each in chart.series]
    if any(name in chart.highlight for name in names if name):
        has_legend = chart.plot is not None and chart.plot.series_naming == "legend"
        steps = cycle(colors.muted_steps if has_legend else [colors.muted])
        inks = [colors.lead if name in chart.highlight else next(steps) for name in names]
    return [
        ColoredSeries(at, series, ink)
        for at, (series, ink) in enumerate(zip(chart.series, inks, strict=True))
    ]


def _axes(chart: Chart, plot: Plot, colors: ChartColors) -> str:
    return category_axis_xml(chart, plot, colors) + value_axis_xml(
        chart, plot, colors, chart.series
    )


def _bars(chart: Chart, plot: Plot, colors: ChartColors, colored: list[ColoredSeries]) -> str:
    """Return columns or bars, side by side or stacked."""
    stacked = chart.kind in {"stacked", "stacked-bar"}
    direction = "bar" if chart.kind in {"bar", "stacked-bar"} else "col"
    grouping = "stacked" if stacked else "clustered"
    overlap = "100" if stacked else "-8" if len(colored) > 1 else "0"
    place = "ctr" if stacked else "inBase" if chart.kind == "combined" else "outEnd"
    series = "".join(series_xml(each, chart, plot, colors, place, marked="bar") for each in colored)
    line = ""
    if plot.totals and direction == "bar":
        series += total_bar_xml(chart, plot, colors, categories_xml(chart))
    elif plot.totals:
        line = (
            '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>'
            f"{total_line_xml(chart, plot, colors, categories_xml(chart))}"
            f'<c:marker val="1"/>{_IDS.format(*FIRST)}</c:lineChart>'
        )
    return (
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="{grouping}"/>'
        f'<c:varyColors val="0"/>{series}<c:gapWidth val="{plot.gap_width}"/>'
        f'<c:overlap val="{overlap}"/>{_IDS.format(*FIRST)}</c:barChart>{line}'
    )


def _lines(
    chart: Chart,
    plot: Plot,
    colors: ChartColors,
    colored: list[ColoredSeries],
    axes: tuple[int, int],
) -> str:
    if chart.kind == "area":
        grouping = "stacked" if len(colored) > 1 else "standard"
        series = "".join(
            series_xml(each, chart, plot, colors, "", marked="area") for each in colored
        )
        return (
            f'<c:areaChart><c:grouping val="{grouping}"/><c:varyColors val="0"/>{series}'
            f"{_IDS.format(*axes)}</c:areaChart>"
        )
    series = "".join(series_xml(each, chart, plot, colors, "t", marked="line") for each in colored)
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}'
        f'<c:marker val="1"/>{_IDS.format(*axes)}</c:lineChart>'
    )


def _combined(chart: Chart, plot: Plot, colors: ChartColors) -> str:
    """Return columns with lines over them; the lines may have a second axis of values."""
    # Lines have the colour of the text, which is seen on every column that they cross.
    colored = _colored(chart, colors)
    lines = [
        each if each.series.name in chart.highlight else each._replace(color=colors.text)
        for each in colored
        if each.series.as_line
    ]
    columns = [each for each in colored if not each.series.as_line]
    axes = SECOND if plot.second_axis else FIRST
    together = [each.series for each in (columns if plot.second_axis else colored)]
    made = _bars(chart, plot, colors, columns) + _lines(chart, plot, colors, lines, axes)
    made += category_axis_xml(chart, plot, colors)
    made += value_axis_xml(chart, plot, colors, together)
    if plot.second_axis:
        made += value_axis_xml(chart, plot, colors, [line.series for line in lines], second=True)
        made += category_axis_xml(chart, plot, colors, second=True)
    return made


def _scatter(chart: Chart, plot: Plot, colors: ChartColors) -> str:
    inks = colors.series(len(chart.series) - 1)
    series = "".join(
        scatter_series_xml(ColoredSeries(at, each, ink), chart, plot, colors)
        for at, (each, ink) in enumerate(zip(chart.series[1:], inks, strict=True), 1)
    )
    across = value_axis_xml(chart, plot, colors, chart.series[:1], across=chart.series[0].name)
    return (
        '<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>'
        f"{series}{_IDS.format(*FIRST)}</c:scatterChart>{across}"
        f"{value_axis_xml(chart, plot, colors, chart.series[1:])}"
    )


def _round(chart: Chart, plot: Plot, colors: ChartColors) -> str:
    """Return a pie or a ring; its slices begin at the top and go clockwise."""
    slice_colors: list[ChartColor] = colors.series(len(chart.categories))
    if chart.highlight:
        slice_colors = [
            colors.lead if name in chart.highlight else colors.muted for name in chart.categories
        ]
    made = pie_series_xml(
        ColoredSeries(0, chart.series[0], colors.lead), chart, plot, colors, slice_colors
    )
    if chart.kind == "pie":
        return f'<c:pieChart><c:varyColors val="1"/>{made}<c:firstSliceAng val="0"/></c:pieChart>'
    return (
        f'<c:doughnutChart><c:varyColors val="1"/>{made}<c:firstSliceAng val="0"/>'
        f'<c:holeSize val="{plot.hole_size}"/></c:doughnutChart>'
    )
