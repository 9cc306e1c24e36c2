"""One series of a chart: where its numbers stand in the worksheet, and how each point looks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from deckgen.deck.graphics.chart import Chart, Series
from deckgen.deck.graphics.plot import Plot
from deckgen.deck.layout import EMU_PER_POINT
from deckgen.fit.charts.pie import NUMBER_GAP, counted_names
from deckgen.language.number_formats import percent_sign
from deckgen.ooxml.charts.chart_colors import ChartColor, ChartColors
from deckgen.ooxml.charts.chart_text import rich_text_xml, text_properties
from deckgen.ooxml.charts.excel_number_format import number_format
from deckgen.ooxml.charts.workbook import SHEET, FormulaCell, column_name, value_text
from deckgen.support.xml_text import escape

Mark: TypeAlias = Literal["bar", "line", "area"]

_DASHES = ("solid", "sysDash", "dash", "sysDot", "lgDash", "dashDot")
_MARKERS = ("circle", "square", "diamond", "triangle", "circle", "square")
_SHOWN = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
_NO_WRAP = '<a:bodyPr wrap="none"/>'
_THIN, _THICK = 2.5, 4.0
"""Points of a line, and of one that stands out."""


class ColoredSeries(NamedTuple):
    """A series, the column that it stands in, counted from 0, and its colour."""

    at: int
    series: Series
    ink: ChartColor


def series_xml(
    drawn: ColoredSeries, chart: Chart, plot: Plot, inks: ChartColors, place: str, *, marked: Mark
) -> str:
    """Return a series over categories; `place` is where its numbers stand."""
    dots = "" if marked == "line" else _points(drawn, chart, inks)
    if marked == "line":
        shape, tail = _line_shape(drawn, chart), '<c:smooth val="0"/>'
        dots = ""
    else:
        edge = inks.ground_line if _is_stacked(chart) else "<a:ln><a:noFill/></a:ln>"
        shape, tail = f"<c:spPr>{drawn.ink.fill}{edge}</c:spPr>", ""
        if marked == "bar":
            shape += '<c:invertIfNegative val="0"/>'
    return (
        f"<c:ser>{_head(drawn)}{shape}{dots}{_labels(drawn, chart, plot, inks, place)}"
        f"{_categories(chart)}{_values(drawn, chart, 'c:val')}{tail}</c:ser>"
    )


def scatter_series_xml(drawn: ColoredSeries, chart: Chart, plot: Plot, inks: ChartColors) -> str:
    """Return a series of a scatter chart, its points named where they have names."""
    marker = _MARKERS[(drawn.at - 1) % len(_MARKERS)]
    body = f'<c:symbol val="{marker}"/><c:size val="12"/>'
    back = f"<c:spPr>{inks.muted.fill}<a:ln><a:noFill/></a:ln></c:spPr>"
    dots = "".join(
        f'<c:dPt><c:idx val="{at}"/><c:marker>{body}{back}</c:marker><c:bubble3D val="0"/></c:dPt>'
        for at, name in enumerate(chart.categories)
        if chart.highlight and name not in chart.highlight
    )
    names = "".join(
        f'<c:dLbl><c:idx val="{at}"/>'
        f"{rich_text_xml(name, plot.size, inks.text, chart.lang, bold=name in chart.highlight)}"
        f'<c:dLblPos val="{side}"/>{_show("Val")}</c:dLbl>'
        for at, (name, side) in enumerate(zip(chart.categories, plot.label_sides, strict=True))
        if name and drawn.series.values[at] is not None
    )
    labels = f"<c:dLbls>{names}{_show()}</c:dLbls>" if names else ""
    x = ColoredSeries(0, chart.series[0], drawn.ink)
    return (
        f'<c:ser>{_head(drawn)}<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>'
        f"<c:marker>{body}<c:spPr>{drawn.ink.fill}<a:ln><a:noFill/></a:ln></c:spPr></c:marker>"
        f"{dots}{labels}{_values(x, chart, 'c:xVal')}{_values(drawn, chart, 'c:yVal')}"
        '<c:smooth val="0"/></c:ser>'
    )


def pie_series_xml(
    drawn: ColoredSeries, chart: Chart, plot: Plot, inks: ChartColors, colors: list[ChartColor]
) -> str:
    """Return the series of a pie or ring, a colour for each slice."""
    fills = "".join(
        f'<c:dPt><c:idx val="{at}"/><c:bubble3D val="0"/><c:spPr>{ink.fill}{inks.ground_line}'
        "</c:spPr></c:dPt>"
        for at, ink in enumerate(colors)
    )
    code = escape(number_format(drawn.series.style, chart.lang))
    form = f'<c:numFmt formatCode="{code}" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>'
    if not plot.labels:
        labels = f"<c:dLbls>{_show()}</c:dLbls>"
    elif chart.kind == "pie":
        text = text_properties(plot.size, inks.text)
        what = _show("Val") if plot.series_naming == "legend" else _show("CatName", "Val")
        labels = (
            f'<c:dLbls>{form}{text}<c:dLblPos val="outEnd"/>{what}'
            '<c:separator>  </c:separator><c:showLeaderLines val="0"/></c:dLbls>'
        )
    else:
        each = "".join(
            f'<c:dLbl><c:idx val="{at}"/>{form}'
            f"{text_properties(plot.size, inks.on(ink), bold=True)}{_show('Val')}</c:dLbl>"
            for at, ink in enumerate(colors)
        )
        text = text_properties(plot.size, inks.text, bold=True)
        labels = f'<c:dLbls>{each}{form}{text}{_show("Val")}<c:showLeaderLines val="0"/></c:dLbls>'
    return (
        f"<c:ser>{_head(drawn)}{fills}{labels}{_categories(chart)}"
        f"{_values(drawn, chart, 'c:val')}</c:ser>"
    )


def _line_shape(drawn: ColoredSeries, chart: Chart) -> str:
    """Return a line and its marks; lines differ in their dashes too, so that colour may fail."""
    stands_out = drawn.series.name in chart.highlight and drawn.series.name
    lines = [one for one in chart.series if one.as_line or chart.kind == "line"]
    nth = [one.name for one in lines].index(drawn.series.name)
    wide = round((_THICK if stands_out else _THIN) * EMU_PER_POINT)
    marker = _MARKERS[nth % len(_MARKERS)]
    dash = "solid" if stands_out else _DASHES[nth % len(_DASHES)]
    return (
        f'<c:spPr><a:ln w="{wide}" cap="rnd">{drawn.ink.fill}<a:prstDash val="{dash}"/><a:round/>'
        f'</a:ln></c:spPr><c:marker><c:symbol val="{marker}"/><c:size val="9"/><c:spPr>'
        f"{drawn.ink.fill}<a:ln><a:noFill/></a:ln></c:spPr></c:marker>"
    )


def _points(drawn: ColoredSeries, chart: Chart, inks: ChartColors) -> str:
    """Return the columns that stand back, where single categories are highlighted."""
    if not any(name in chart.highlight for name in chart.categories):
        return ""
    return "".join(
        f'<c:dPt><c:idx val="{at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"<c:spPr>{inks.muted_fill.fill}<a:ln><a:noFill/></a:ln></c:spPr></c:dPt>"
        for at, name in enumerate(chart.categories)
        if name not in chart.highlight and drawn.series.values[at] is not None
    )


def _labels(drawn: ColoredSeries, chart: Chart, plot: Plot, inks: ChartColors, place: str) -> str:
    """Return the numbers at the points, and the name at the end of a line."""
    code = escape(number_format(drawn.series.style, chart.lang))
    form = f'<c:numFmt formatCode="{code}" sourceLinked="0"/>'
    inside = place in {"ctr", "inBase"}
    ink = inks.on(drawn.ink) if inside else inks.text
    end = "" if plot.series_naming != "ends" else _end(drawn, plot, inks, form)
    if not plot.labels:
        return f"<c:dLbls>{end}{_show()}</c:dLbls>" if end else ""
    position = f'<c:dLblPos val="{place}"/>' if place else ""
    bold = chart.kind == "combined" and drawn.series.as_line
    text = text_properties(plot.size, ink, body=_NO_WRAP, bold=bold)
    # The numbers of a line that crosses columns stand on the ground's colour.
    back = "<c:spPr><a:noFill/></c:spPr>"
    if bold:
        back = f"<c:spPr>{inks.ground_ink.fill}</c:spPr>"
    emphasised = "".join(
        f'<c:dLbl><c:idx val="{at}"/>{form}<c:spPr><a:noFill/></c:spPr>'
        f"{text_properties(plot.size, one, body=_NO_WRAP, bold=name in chart.highlight)}{position}"
        f"{_show('Val')}</c:dLbl>"
        for at, name, one in _apart(drawn, chart, inks, ink if inside else None)
        if not end
    )
    return f"<c:dLbls>{emphasised}{end}{form}{back}{text}{position}{_show('Val')}</c:dLbls>"


def _apart(
    drawn: ColoredSeries, chart: Chart, inks: ChartColors, inside: ChartColor | None
) -> Iterator[tuple[int, str, ChartColor]]:
    """Yield the points whose numbers are set otherwise than those of their series, and how.

    Those that stand out are bold. Within columns that stand back, numbers are read on another
    colour than that of the series; `inside` is what they have on that one, if they stand there.
    """
    if not any(name in chart.highlight for name in chart.categories):
        return
    for at, name in enumerate(chart.categories):
        if drawn.series.values[at] is None:
            continue
        if name in chart.highlight:
            yield at, name, inside or inks.text
        elif inside is not None:
            yield at, name, inks.on(inks.muted_fill)


def _end(drawn: ColoredSeries, plot: Plot, inks: ChartColors, form: str) -> str:
    """Return the label of a line's last point: the name of the series."""
    values = drawn.series.values
    last = max((at for at, value in enumerate(values) if value is not None), default=None)
    if last is None:
        return ""
    stands_back = drawn.ink == inks.muted
    ink = inks.text if stands_back else inks.readable(drawn.ink)
    text = text_properties(plot.size, ink, body=_NO_WRAP, bold=not stands_back)
    return (
        f'<c:dLbl><c:idx val="{last}"/>{form}<c:spPr><a:noFill/></c:spPr>{text}'
        f'<c:dLblPos val="r"/>{_show("SerName")}</c:dLbl>'
    )


def _show(*names: str) -> str:
    return "".join(f'<c:show{name} val="{int(name in names)}"/>' for name in _SHOWN)


def _is_stacked(chart: Chart) -> bool:
    return chart.kind in {"stacked", "stacked-bar"} or (
        chart.kind == "area" and len(chart.series) > 1
    )


def _head(drawn: ColoredSeries) -> str:
    name = drawn.series.name
    cell = f"{SHEET}!${column_name(drawn.at + 2)}$1"
    text = (
        f'<c:tx><c:strRef><c:f>{cell}</c:f><c:strCache><c:ptCount val="1"/>'
        f'<c:pt idx="0"><c:v>{escape(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
    )
    return f'<c:idx val="{drawn.at}"/><c:order val="{drawn.at}"/>{text if name else ""}'


def _categories(chart: Chart) -> str:
    """Return the names; where a legend says the numbers, too, both from a column of its own."""
    counted = chart.plot is not None and chart.plot.series_naming == "counted"
    names = counted_names(chart) if counted else chart.categories
    column = column_name(len(chart.series) + 2) if counted else "A"
    cells = "".join(
        f'<c:pt idx="{at}"><c:v>{escape(name)}</c:v></c:pt>' for at, name in enumerate(names)
    )
    count = len(names)
    return (
        f"<c:cat><c:strRef><c:f>{SHEET}!${column}$2:${column}${count + 1}</c:f><c:strCache>"
        f'<c:ptCount val="{count}"/>{cells}</c:strCache></c:strRef></c:cat>'
    )


def legend_cells(chart: Chart) -> list[FormulaCell]:
    """Return the column of the worksheet that joins each name and its number, for the legend.

    `FIXED` writes numbers as the reader's Excel does; the legend follows when they are edited.
    """
    series = chart.series[0]
    style = series.style
    number = (
        f"FIXED(B{{0}}*100,{style.decimals})"
        if style.percent
        else f"FIXED(B{{0}},{style.decimals})"
    )
    sign = f'&"{percent_sign(chart.lang)}"' if style.percent else ""
    formula = f'IF(B{{0}}="",A{{0}},A{{0}}&"{NUMBER_GAP}"&{number}{sign})'
    return [
        FormulaCell(formula.format(row), name) for row, name in enumerate(counted_names(chart), 2)
    ]


def _values(drawn: ColoredSeries, chart: Chart, tag: str) -> str:
    values = drawn.series.values
    cells = "".join(
        f'<c:pt idx="{at}"><c:v>{value_text(value)}</c:v></c:pt>'
        for at, value in enumerate(values)
        if value is not None
    )
    column = column_name(drawn.at + 2)
    code = escape(number_format(drawn.series.style, chart.lang))
    return (
        f"<{tag}><c:numRef><c:f>{SHEET}!${column}$2:${column}${len(values) + 1}</c:f><c:numCache>"
        f'<c:formatCode>{code}</c:formatCode><c:ptCount val="{len(values)}"/>{cells}'
        f"</c:numCache></c:numRef></{tag}>"
    )
