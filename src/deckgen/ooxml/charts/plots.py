"""The plots of a chart by its kind, with their axes (ECMA-376 Part 1, 21.2.2)."""

from collections.abc import Sequence
from itertools import cycle

from deckgen.deck.bidi import runs_right_to_left
from deckgen.deck.chart_scale import Scale, axis_values, scale_decimals, scale_of, step_decimals
from deckgen.deck.graphics import Chart, Series
from deckgen.deck.layout import EMU_PER_POINT
from deckgen.language.number_formats import NumberFormat
from deckgen.ooxml.charts.chart_colors import ChartColor
from deckgen.ooxml.charts.chart_text import NO_SHAPE, DrawnChart, format_code
from deckgen.ooxml.charts.data_labels import ColoredSeries
from deckgen.ooxml.charts.series import (
    pie_series_xml,
    scatter_series_xml,
    series_xml,
    total_bar_xml,
    total_line_xml,
)
from deckgen.ooxml.charts.workbook import value_text
from deckgen.support.xml_text import escape

_IDS = '<c:axId val="{}"/><c:axId val="{}"/>'
FIRST, SECOND = (111, 112), (211, 212)
"""Ids of the axis of categories (of x in a scatter chart) and of that of values."""
_BASE, _HAIRLINE = 9525, 6350
"""EMU: the line at the foot of a plot; those across it."""
_AIRY = 1.3
"""Em of a row from which names beside bars stand clear of each other in every program."""


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
    direction = "bar" if chart.is_horizontal else "col"
    grouping = "stacked" if chart.adds_up else "clustered"
    if chart.shows_shares:
        grouping = "percentStacked"
    overlap = "100" if chart.adds_up else "-8" if len(colored) > 1 else "0"
    place = "ctr" if chart.adds_up else "inBase" if chart.kind == "combined" else "outEnd"
    series = "".join(series_xml(each, drawn, place, marked="bar") for each in colored)
    line = ""
    if plot.totals and direction == "bar":
        series += total_bar_xml(drawn)
    elif plot.totals:
        line = _line_chart(total_line_xml(drawn), FIRST)
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


def category_axis_xml(drawn: DrawnChart, *, second: bool = False) -> str:
    """Return the axis that names the categories; bars read from the top downwards."""
    chart, plot, colors = drawn
    own, cross = SECOND if second else FIRST
    bars, side = chart.is_horizontal, "r" if runs_right_to_left(chart.lang) else "l"
    # LibreOffice sets names over each other where it is told not to turn them. It breaks those of
    # bars by the width of the first five, unless they are turned, here by next to nothing; then it
    # leaves out those that stand close.
    high = (chart.box.cy if chart.box else 0) * plot.area.height / EMU_PER_POINT
    is_airy = high >= _AIRY * (plot.names_size or plot.size) * len(chart.categories)
    body = f'<a:bodyPr rot="{int(bars and is_airy)}"/>'
    if plot.category_step > 1:
        body = "<a:bodyPr/>"
    if plot.rotated_names:
        body = '<a:bodyPr rot="-2700000" vert="horz"/>'
    names = drawn._replace(plot=plot._replace(size=plot.names_size or plot.size))
    # Without this, PowerPoint leaves out names of bars that it finds too close.
    skip = f'<c:tickLblSkip val="{plot.category_step}"/>' if plot.category_step > 1 or bars else ""
    return (
        f'<c:catAx><c:axId val="{own}"/><c:scaling>'
        f'<c:orientation val="{"maxMin" if bars else "minMax"}"/></c:scaling>'
        f'<c:delete val="{int(second)}"/><c:axPos val="{side if bars else "b"}"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr>{_rule(colors.muted)}</c:spPr>"
        f"{names.tx_pr(colors.text if bars else colors.quiet, body=body)}"
        f'<c:crossAx val="{cross}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        f'<c:lblAlgn val="ctr"/><c:lblOffset val="100"/>{skip}<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def value_axis_xml(
    drawn: DrawnChart, series: Sequence[Series], *, second: bool = False, across: str | None = None
) -> str:
    """Return an axis of values; `across` names it and makes it the axis of x in a scatter chart."""
    chart, plot, colors = drawn
    own, cross = (SECOND if second else FIRST)[::-1]
    if across is not None:
        own, cross = cross, own
    bars = chart.is_horizontal
    place = "b" if bars or across is not None else "r" if second else "l"
    lined = plot.axis and not second and across is None
    order = "maxMin" if bars and runs_right_to_left(chart.lang) else "minMax"
    grid = (
        f"<c:majorGridlines><c:spPr>{_rule(colors.hairline, _HAIRLINE)}</c:spPr></c:majorGridlines>"
    )
    title = ""
    if across and plot.x_title:
        text = drawn.rich_text(across, colors.quiet)
        title = (
            f"<c:title>{text}<c:layout><c:manualLayout>"
            '<c:xMode val="edge"/><c:yMode val="edge"/>'
            f'<c:x val="{plot.x_title[0]:.5f}"/><c:y val="{plot.x_title[1]:.5f}"/>'
            '</c:manualLayout></c:layout><c:overlay val="0"/></c:title>'
        )
    from_zero = plot.from_zero or chart.kind not in {"line", "scatter"}
    unit = plot.y_unit if chart.kind == "scatter" and across is None else plot.major_unit
    number_format = axis_number_format(
        chart, series, from_zero=from_zero and across is None, step=0 if second else unit
    )
    # A blank keeps the numbers clear of the lines across the plot.
    code = format_code(number_format, chart.lang, " " if lined else "")
    between = "midCat" if chart.kind in {"area", "scatter"} else "between"
    shape = f"<c:spPr>{_rule(colors.muted)}</c:spPr>" if across is not None else NO_SHAPE
    # Tick marks keep the first numbers of both axes apart, which meet in the corner.
    ticks = "out" if between == "midCat" else "none"
    labels = "low" if chart.kind == "scatter" else "nextTo"
    step = f'<c:majorUnit val="{value_text(unit)}"/>' if unit and not second else ""
    least = '<c:min val="0"/>' if plot.from_zero and across is None else ""
    return (
        f'<c:valAx><c:axId val="{own}"/>'
        f'<c:scaling><c:orientation val="{order}"/>{least}</c:scaling>'
        f'<c:delete val="{int(not plot.axis and not second)}"/><c:axPos val="{place}"/>'
        f'{grid if lined else ""}{title}<c:numFmt formatCode="{escape(code)}" sourceLinked="0"/>'
        f'<c:majorTickMark val="{ticks}"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="{labels if plot.axis else "none"}"/>'
        f"{shape}{drawn.tx_pr(colors.quiet)}"
        f'<c:crossAx val="{cross}"/><c:crosses val="{"max" if second or bars else "autoZero"}"/>'
        f'<c:crossBetween val="{between}"/>{step}</c:valAx>'
    )


def axis_number_format(
    chart: Chart, series: Sequence[Series], *, from_zero: bool, step: float
) -> NumberFormat:
    """Return the number format of an axis: with as many decimals as its finest step needs.

    `step` is its major unit; 0 if the program chooses it. Shares are numbered from 0 to 1.
    """
    if chart.shows_shares:
        return NumberFormat(0, percent=True)
    percent = any(each.number_format.percent for each in series)
    if step:
        return NumberFormat(step_decimals(step * 100 if percent else step), percent)
    scale = scale_of(axis_values(chart, series), from_zero=from_zero)
    if percent:
        scale = Scale(scale.low * 100, scale.high * 100)
    return NumberFormat(scale_decimals(scale), percent)


def _rule(color: ChartColor, width: int = _BASE) -> str:
    return f'<a:ln w="{width}">{color.fill}</a:ln>'
