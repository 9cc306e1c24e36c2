"""The plots of a chart by its kind, with their axes (ECMA-376 Part 1, 21.2.2)."""

from __future__ import annotations

from deckgen.deck.graphics.chart import Chart
from deckgen.deck.graphics.plot import Plot
from deckgen.ooxml.charts.axes import FIRST, SECOND, category_axis_xml, value_axis_xml
from deckgen.ooxml.charts.chart_colors import ChartColor, ChartColors
from deckgen.ooxml.charts.series import (
    ColoredSeries,
    pie_series_xml,
    scatter_series_xml,
    series_xml,
)

_IDS = '<c:axId val="{}"/><c:axId val="{}"/>'


def plots_xml(chart: Chart, plot: Plot, inks: ChartColors) -> str:
    """Return everything that is plotted, then the axes."""
    match chart.kind:
        case "pie" | "donut":
            return _round(chart, plot, inks)
        case "scatter":
            return _scatter(chart, plot, inks)
        case "line" | "area":
            drawn = _colored(chart, inks, lines=chart.kind == "line")
            return _lines(chart, plot, inks, drawn, FIRST) + _axes(chart, plot, inks)
        case "combined":
            return _combined(chart, plot, inks)
        case _:
            drawn = _colored(chart, inks, lines=False)
            return _bars(chart, plot, inks, drawn) + _axes(chart, plot, inks)


def _colored(chart: Chart, inks: ChartColors, *, lines: bool) -> list[ColoredSeries]:
    """Return each series with its colour; where one stands out, the others stand back."""
    found = inks.series(len(chart.series))
    names = [one.name for one in chart.series]
    if any(name in chart.highlight for name in names if name):
        back = inks.muted if lines else inks.muted_fill
        found = [inks.lead if name in chart.highlight else back for name in names]
    return [
        ColoredSeries(at, one, ink)
        for at, (one, ink) in enumerate(zip(chart.series, found, strict=True))
    ]


def _axes(chart: Chart, plot: Plot, inks: ChartColors) -> str:
    return category_axis_xml(chart, plot, inks) + value_axis_xml(chart, plot, inks, chart.series)


def _bars(chart: Chart, plot: Plot, inks: ChartColors, drawn: list[ColoredSeries]) -> str:
    """Return columns or bars, side by side or stacked."""
    stacked = chart.kind in {"stacked", "stacked-bar"}
    direction = "bar" if chart.kind in {"bar", "stacked-bar"} else "col"
    grouping = "stacked" if stacked else "clustered"
    overlap = "100" if stacked else "-8" if len(drawn) > 1 else "0"
    place = "ctr" if stacked else "inBase" if chart.kind == "combined" else "outEnd"
    series = "".join(series_xml(one, chart, plot, inks, place, marked="bar") for one in drawn)
    return (
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="{grouping}"/>'
        f'<c:varyColors val="0"/>{series}<c:gapWidth val="{plot.gap_width}"/>'
        f'<c:overlap val="{overlap}"/>{_IDS.format(*FIRST)}</c:barChart>'
    )


def _lines(
    chart: Chart, plot: Plot, inks: ChartColors, drawn: list[ColoredSeries], axes: tuple[int, int]
) -> str:
    if chart.kind == "area":
        grouping = "stacked" if len(drawn) > 1 else "standard"
        series = "".join(series_xml(one, chart, plot, inks, "", marked="area") for one in drawn)
        return (
            f'<c:areaChart><c:grouping val="{grouping}"/><c:varyColors val="0"/>{series}'
            f"{_IDS.format(*axes)}</c:areaChart>"
        )
    series = "".join(series_xml(one, chart, plot, inks, "t", marked="line") for one in drawn)
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}'
        f'<c:marker val="1"/>{_IDS.format(*axes)}</c:lineChart>'
    )


def _combined(chart: Chart, plot: Plot, inks: ChartColors) -> str:
    """Return columns with lines over them, those on a scale of their own if they need one."""
    # Lines are set in the text's colour, which stands out from every column that they cross.
    drawn = _colored(chart, inks, lines=False)
    lines = [
        one if one.series.name in chart.highlight else one._replace(ink=inks.text)
        for one in drawn
        if one.series.as_line
    ]
    columns = [one for one in drawn if not one.series.as_line]
    axes = SECOND if plot.second_axis else FIRST
    together = [one.series for one in (columns if plot.second_axis else drawn)]
    made = _bars(chart, plot, inks, columns) + _lines(chart, plot, inks, lines, axes)
    made += category_axis_xml(chart, plot, inks)
    made += value_axis_xml(chart, plot, inks, together)
    if plot.second_axis:
        made += value_axis_xml(chart, plot, inks, [one.series for one in lines], second=True)
        made += category_axis_xml(chart, plot, inks, second=True)
    return made


def _scatter(chart: Chart, plot: Plot, inks: ChartColors) -> str:
    found = inks.series(len(chart.series) - 1)
    series = "".join(
        scatter_series_xml(ColoredSeries(at, one, ink), chart, plot, inks)
        for at, (one, ink) in enumerate(zip(chart.series[1:], found, strict=True), 1)
    )
    across = value_axis_xml(chart, plot, inks, chart.series[:1], across=chart.series[0].name)
    return (
        '<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>'
        f"{series}{_IDS.format(*FIRST)}</c:scatterChart>{across}"
        f"{value_axis_xml(chart, plot, inks, chart.series[1:])}"
    )


def _round(chart: Chart, plot: Plot, inks: ChartColors) -> str:
    """Return a pie or a ring: its slices begin at the top and go clockwise, as written."""
    colors: list[ChartColor] = inks.series(len(chart.categories))
    if chart.highlight:
        back = inks.muted_fill
        colors = [inks.lead if name in chart.highlight else back for name in chart.categories]
    made = pie_series_xml(ColoredSeries(0, chart.series[0], inks.lead), chart, plot, inks, colors)
    if chart.kind == "pie":
        return f'<c:pieChart><c:varyColors val="1"/>{made}<c:firstSliceAng val="0"/></c:pieChart>'
    return (
        f'<c:doughnutChart><c:varyColors val="1"/>{made}<c:firstSliceAng val="0"/>'
        f'<c:holeSize val="{plot.hole_size}"/></c:doughnutChart>'
    )
