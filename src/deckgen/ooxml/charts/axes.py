"""The axes of a chart, as few and as plain as its labels allow (21.2.2.25, 21.2.2.226).

A scale has no written ends but zero, so that it follows the numbers when they are edited.
"""

from collections.abc import Sequence

from deckgen.deck.graphics.chart import Chart, Series
from deckgen.deck.graphics.chart_scale import (
    Scale,
    axis_values,
    scale_decimals,
    scale_of,
    step_decimals,
)
from deckgen.language.number_formats import NumberFormat
from deckgen.ooxml.charts.chart_colors import ChartColor
from deckgen.ooxml.charts.chart_text import NO_SHAPE, DrawnChart, format_code
from deckgen.ooxml.charts.workbook import value_text
from deckgen.support.xml_text import escape

FIRST, SECOND = (111, 112), (211, 212)
"""Ids of the axis of categories (of x in a scatter chart) and of that of values."""
_BASE, _HAIRLINE = 9525, 6350
"""EMU: the line at the foot of a plot; those across it."""


def category_axis_xml(drawn: DrawnChart, *, second: bool = False) -> str:
    """Return the axis that names the categories; bars read from the top downwards."""
    chart, plot, colors = drawn
    own, cross = SECOND if second else FIRST
    bars = chart.kind in {"bar", "stacked-bar"}
    # LibreOffice sets names over each other where it is told not to turn them.
    body = "<a:bodyPr/>" if plot.category_step > 1 else '<a:bodyPr rot="0"/>'
    if plot.rotated_names:
        body = '<a:bodyPr rot="-2700000" vert="horz"/>'
    # Without this, PowerPoint leaves out names of bars that it finds too close.
    skip = f'<c:tickLblSkip val="{plot.category_step}"/>' if plot.category_step > 1 or bars else ""
    return (
        f'<c:catAx><c:axId val="{own}"/><c:scaling>'
        f'<c:orientation val="{"maxMin" if bars else "minMax"}"/></c:scaling>'
        f'<c:delete val="{int(second)}"/><c:axPos val="{"l" if bars else "b"}"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr>{_rule(colors.muted)}</c:spPr>"
        f"{drawn.tx_pr(colors.text if bars else colors.quiet, body=body)}"
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
    bars = chart.kind in {"bar", "stacked-bar"}
    place = "b" if bars or across is not None else "r" if second else "l"
    lined = plot.axis and not second and across is None
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
        f'<c:valAx><c:axId val="{own}"/><c:scaling><c:orientation val="minMax"/>{least}</c:scaling>'
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

    `step` is its major unit; 0 if the program chooses it.
    """
    percent = any(each.number_format.percent for each in series)
    if step:
        return NumberFormat(step_decimals(step * 100 if percent else step), percent)
    scale = scale_of(axis_values(chart, series), from_zero=from_zero)
    if percent:
        scale = Scale(scale.low * 100, scale.high * 100)
    return NumberFormat(scale_decimals(scale), percent)


def _rule(color: ChartColor, width: int = _BASE) -> str:
    return f'<a:ln w="{width}">{color.fill}</a:ln>'
