"""The plots of a chart by its kind, with their axes (ECMA-376 Part 1, 21.2.2)."""

from itertools import cycle

from deckgen.ooxml.charts.axes import FIRST, SECOND, category_axis_xml, value_axis_xml
from deckgen.ooxml.charts.chart_text import DrawnChart
from deckgen.ooxml.charts.data_labels import ColoredSeries
from deckgen.ooxml.charts.series import (
    categories_xml,
    pie_series_xml,
    scatter_series_xml,
    series_xml,
)
from deckgen.ooxml.charts.stack_totals import total_bar_xml, total_line_xml

_IDS = '<c:axId val="{}"/><c:axId val="{}"/>'


def plots_xml(drawn: DrawnChart) -> str:
    """Return the plots, then the axes."""
    match drawn.chart.kind:
        case "pie" | "donut":
            return _round(drawn)
        case "scatter":
            return _scatter(drawn)
        case "line":
            return _lines(drawn, _colored(drawn), FIRST) + _axes(drawn)
        case "area":
            return _areas(drawn, _colored(drawn)) + _axes(drawn)
        case "combined":
            return _combined(drawn)
        case _:
            return _bars(drawn, _colored(drawn)) + _axes(drawn)


def _colored(drawn: DrawnChart) -> list[ColoredSeries]:
    """Return each series with its colour; if some are highlighted, the others are muted."""
    chart, plot, colors = drawn
    inks = colors.series(len(chart.series))
    names = [each.name for each in chart.series]
    if any(name in chart.highlight for name in names if name):
        legend = plot.series_naming == "legend"
        steps = cycle(colors.muted_steps if legend else [colors.muted])
        inks = [colors.lead if name in chart.highlight else next(steps) for name in names]
    return [
        ColoredSeries(at, series, ink)
        for at, (series, ink) in enumerate(zip(chart.series, inks, strict=True))
    ]


def _axes(drawn: DrawnChart) -> str:
    return category_axis_xml(drawn) + value_axis_xml(drawn, drawn.chart.series)


def _bars(drawn: DrawnChart, colored: list[ColoredSeries]) -> str:
    """Return columns or bars, side by side or stacked."""
    chart, plot, _ = drawn
    stacked = chart.kind in {"stacked", "stacked-bar"}
    direction = "bar" if chart.kind in {"bar", "stacked-bar"} else "col"
    grouping = "stacked" if stacked else "clustered"
    overlap = "100" if stacked else "-8" if len(colored) > 1 else "0"
    place = "ctr" if stacked else "inBase" if chart.kind == "combined" else "outEnd"
    series = "".join(series_xml(each, drawn, place, marked="bar") for each in colored)
    line = ""
    if plot.totals and direction == "bar":
        series += total_bar_xml(drawn, categories_xml(chart))
    elif plot.totals:
        line = _line_chart(total_line_xml(drawn, categories_xml(chart)), FIRST)
    return (
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="{grouping}"/>'
        f'<c:varyColors val="0"/>{series}<c:gapWidth val="{plot.gap_width}"/>'
        f'<c:overlap val="{overlap}"/>{_IDS.format(*FIRST)}</c:barChart>{line}'
    )


def _areas(drawn: DrawnChart, colored: list[ColoredSeries]) -> str:
    grouping = "stacked" if len(colored) > 1 else "standard"
    series = "".join(series_xml(each, drawn, "", marked="area") for each in colored)
    return (
        f'<c:areaChart><c:grouping val="{grouping}"/><c:varyColors val="0"/>{series}'
        f"{_IDS.format(*FIRST)}</c:areaChart>"
    )


def _lines(drawn: DrawnChart, colored: list[ColoredSeries], axes: tuple[int, int]) -> str:
    return _line_chart(
        "".join(series_xml(each, drawn, "t", marked="line") for each in colored), axes
    )


def _line_chart(series: str, axes: tuple[int, int]) -> str:
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}'
        f'<c:marker val="1"/>{_IDS.format(*axes)}</c:lineChart>'
    )


def _combined(drawn: DrawnChart) -> str:
    """Return columns with lines over them; the lines may have a second axis of values."""
    # Lines have the colour of the text, which is seen on every column that they cross.
    colored = _colored(drawn)
    lines = [
        each
        if each.series.name in drawn.chart.highlight
        else each._replace(color=drawn.colors.text)
        for each in colored
        if each.series.as_line
    ]
    columns = [each for each in colored if not each.series.as_line]
    has_two = drawn.plot.second_axis
    made = _bars(drawn, columns) + _lines(drawn, lines, SECOND if has_two else FIRST)
    made += category_axis_xml(drawn)
    made += value_axis_xml(drawn, [each.series for each in (columns if has_two else colored)])
    if has_two:
        made += value_axis_xml(drawn, [line.series for line in lines], second=True)
        made += category_axis_xml(drawn, second=True)
    return made


def _scatter(drawn: DrawnChart) -> str:
    across, *rest = drawn.chart.series
    series = "".join(
        scatter_series_xml(ColoredSeries(at, each, ink), drawn)
        for at, (each, ink) in enumerate(zip(rest, drawn.colors.series(len(rest)), strict=True), 1)
    )
    return (
        '<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>'
        f"{series}{_IDS.format(*FIRST)}</c:scatterChart>"
        f"{value_axis_xml(drawn, [across], across=across.name)}{value_axis_xml(drawn, rest)}"
    )


def _round(drawn: DrawnChart) -> str:
    """Return a pie or a ring; its slices begin at the top and go clockwise."""
    chart, plot, colors = drawn
    slices = colors.series(len(chart.categories))
    if chart.highlight:
        slices = [
            colors.lead if name in chart.highlight else colors.muted for name in chart.categories
        ]
    series = pie_series_xml(ColoredSeries(0, chart.series[0], colors.lead), drawn, slices)
    made = f'<c:varyColors val="1"/>{series}<c:firstSliceAng val="0"/>'
    if chart.kind == "pie":
        return f"<c:pieChart>{made}</c:pieChart>"
    return f'<c:doughnutChart>{made}<c:holeSize val="{plot.hole_size}"/></c:doughnutChart>'
