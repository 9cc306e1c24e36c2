"""One series of a chart: its cells in the worksheet, its shapes and its labels (21.2.2.163).

The totals of stacks are a series that is not seen, with labels that are. Above columns it is a line
through the sums. A bar has no line: there it has no length, and its labels show the cells with the
sums, as “Value From Cells” does ([MS-ODRAWXML] 2.24.3). Formulas of the worksheet make the sums.
"""

from collections.abc import Iterable, Sequence
from typing import Literal, TypeAlias

from deckgen.deck.graphics import Chart, Series
from deckgen.deck.layout import EMU_PER_POINT
from deckgen.fit.charts.category_names import mark_size
from deckgen.fit.charts.pie import NUMBER_GAP, counted_names
from deckgen.fit.charts.value_labels import total_format, totals
from deckgen.language.number_formats import format_number, percent_sign
from deckgen.language.phrases import phrase
from deckgen.ooxml.charts.chart_colors import ChartColor, ChartColors
from deckgen.ooxml.charts.chart_text import NO_LINE, NO_SHAPE, NO_WRAP, DrawnChart, format_code
from deckgen.ooxml.charts.data_labels import (
    C15,
    LABEL_EXTENSION,
    ColoredSeries,
    label_contents,
    labels_xml,
    number_format_xml,
    slice_labels_xml,
)
from deckgen.ooxml.charts.workbook import SHEET, FormulaCell, SheetCell, column_name, value_text
from deckgen.support.xml_text import escape

SeriesMark: TypeAlias = Literal["bar", "line", "area"]

_DASHES = ("solid", "sysDash", "dash", "sysDot", "lgDash", "dashDot")
_MARKERS = ("circle", "square", "diamond", "triangle", "circle", "square")
_MOST_MARKED = 12
"""The most points of a line that have marks; more of them hide it."""
_THIN, _THICK = 2.5, 4.0
"""Widths in points of a line and of a highlighted line."""
_SERIES_EXTENSION = "{02D57815-91ED-43cb-92C2-25804820EDAC}"
_FIELD = "{{A4B7C1D2-0000-4000-8000-{:012X}}}"
"""The id of a field; each is another one."""
_CELL_RANGE_OF_ONE, _CELL_RANGE = (
    f'<c:extLst><c:ext uri="{LABEL_EXTENSION}" xmlns:c15="{C15}">{content}</c:ext></c:extLst>'
    for content in (
        '<c15:dlblFieldTable/><c15:showDataLabelsRange val="1"/>',
        '<c15:showDataLabelsRange val="1"/><c15:showLeaderLines val="0"/>',
    )
)


def series_xml(colored: ColoredSeries, drawn: DrawnChart, place: str, *, marked: SeriesMark) -> str:
    """Return a series over categories; `place` is the `c:dLblPos` of its numbers, if any."""
    chart, _, colors = drawn
    if marked == "line":
        shape, dots, tail = _line_shape(colored, chart), "", '<c:smooth val="0"/>'
    else:
        edge = colors.edge if chart.adds_up else NO_LINE
        shape, tail = f"<c:spPr>{colored.color.fill}{edge}</c:spPr>", ""
        dots = _muted_points(colored, chart, colors)
        if marked == "bar":
            shape += '<c:invertIfNegative val="0"/>'
    return (
        f"<c:ser>{_head_xml(colored)}{shape}{dots}{labels_xml(colored, drawn, place)}"
        f"{categories_xml(chart)}{_values_xml(colored, chart, 'c:val')}{tail}</c:ser>"
    )


def scatter_series_xml(colored: ColoredSeries, drawn: DrawnChart) -> str:
    """Return a series of a scatter chart; points that have a name are labelled with it."""
    chart, plot, colors = drawn
    marker = _MARKERS[(colored.number - 1) % len(_MARKERS)]
    # LibreOffice takes the colour of a single mark only where its size is not that of the series.
    body, smaller = (
        f'<c:symbol val="{marker}"/><c:size val="{mark_size(chart) - less}"/>' for less in (0, 1)
    )
    back = f"{smaller}<c:spPr>{colors.muted.fill}{NO_LINE}</c:spPr>"
    dots = "".join(
        f'<c:dPt><c:idx val="{at}"/><c:marker>{back}</c:marker><c:bubble3D val="0"/></c:dPt>'
        for at, name in enumerate(chart.categories)
        if chart.highlight and name not in chart.highlight
    )
    names = "".join(
        f'<c:dLbl><c:idx val="{at}"/>'
        + drawn.rich_text(
            name,
            colors.quiet if chart.highlight and name not in chart.highlight else colors.text,
            bold=name in chart.highlight,
            body=NO_WRAP,
        )
        + f'<c:dLblPos val="{side}"/>{label_contents("Val")}</c:dLbl>'
        for at, (name, side) in enumerate(zip(chart.categories, plot.label_sides, strict=True))
        if name and colored.series.values[at] is not None
    )
    labels = f"<c:dLbls>{names}{label_contents()}</c:dLbls>" if names else ""
    x = ColoredSeries(0, chart.series[0], colored.color)
    return (
        f'<c:ser>{_head_xml(colored)}<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>'
        f"<c:marker>{body}<c:spPr>{colored.color.fill}{NO_LINE}</c:spPr></c:marker>"
        f"{dots}{labels}{_values_xml(x, chart, 'c:xVal')}{_values_xml(colored, chart, 'c:yVal')}"
        '<c:smooth val="0"/></c:ser>'
    )


def pie_series_xml(
    colored: ColoredSeries, drawn: DrawnChart, slice_colors: list[ChartColor]
) -> str:
    """Return the series of a pie or ring; each slice has its own colour."""
    chart, _, colors = drawn
    fills = "".join(
        f'<c:dPt><c:idx val="{at}"/><c:bubble3D val="0"/><c:spPr>{color.fill}{colors.edge}'
        "</c:spPr></c:dPt>"
        for at, color in enumerate(slice_colors)
    )
    labels = slice_labels_xml(colored, drawn)
    return (
        f"<c:ser>{_head_xml(colored)}{fills}{labels}{categories_xml(chart)}"
        f"{_values_xml(colored, chart, 'c:val')}</c:ser>"
    )


def _line_shape(colored: ColoredSeries, chart: Chart) -> str:
    """Return a line and its marks; lines differ in their dashes too, not in colour alone.

    Those without a name stand back together.
    """
    highlighted = colored.series.name in chart.highlight and colored.series.name
    lines = [series.name for series in chart.series if series.as_line or chart.kind == "line"]
    number = lines.index(colored.series.name)
    width = round((_THICK if highlighted else _THIN) * EMU_PER_POINT)
    # A point between two gaps has no line that shows it.
    is_marked = len(colored.series.values) <= _MOST_MARKED or None in colored.series.values
    marker = _MARKERS[number % len(_MARKERS)] if is_marked else "none"
    dash = "solid" if highlighted else _DASHES[number % len(_DASHES)]
    if chart.plot and -1 in chart.plot.named_points and not highlighted:
        marker, dash = marker if None in colored.series.values else "none", "solid"
    return (
        f'<c:spPr><a:ln w="{width}" cap="rnd">{colored.color.fill}'
        f'<a:prstDash val="{dash}"/><a:round/></a:ln></c:spPr>'
        f'<c:marker><c:symbol val="{marker}"/><c:size val="9"/><c:spPr>'
        f"{colored.color.fill}{NO_LINE}</c:spPr></c:marker>"
    )


def _muted_points(colored: ColoredSeries, chart: Chart, colors: ChartColors) -> str:
    """Return the columns that are muted because single categories are highlighted."""
    if not any(name in chart.highlight for name in chart.categories):
        return ""
    return "".join(
        f'<c:dPt><c:idx val="{at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"<c:spPr>{colors.muted.fill}{NO_LINE}</c:spPr></c:dPt>"
        for at, name in enumerate(chart.categories)
        if name not in chart.highlight and colored.series.values[at] is not None
    )


def _head_xml(colored: ColoredSeries) -> str:
    """Return what each series begins with: its number and its name."""
    name = colored.series.name
    cell = f"{SHEET}!${column_name(colored.number + 2)}$1"
    text = f"<c:tx><c:strRef><c:f>{cell}</c:f>{_names([name])}</c:strRef></c:tx>"
    return f'<c:idx val="{colored.number}"/><c:order val="{colored.number}"/>{text if name else ""}'


def categories_xml(chart: Chart) -> str:
    """Return the names of the categories; those of a legend with numbers have their own column."""
    counted = chart.plot is not None and chart.plot.series_naming == "counted"
    names = counted_names(chart) if counted else chart.categories
    column = column_name(len(chart.series) + 2) if counted else "A"
    cells = _cells_below(column, len(names))
    return f"<c:cat><c:strRef><c:f>{cells}</c:f>{_names(names)}</c:strRef></c:cat>"


def _names(names: Sequence[str]) -> str:
    return f"<c:strCache>{_points_xml(map(escape, names), len(names))}</c:strCache>"


def legend_cells(chart: Chart) -> list[FormulaCell]:
    """Return the worksheet's column for the legend: each name joined with its number by a formula.

    `FIXED` writes numbers as the reader's Excel does. The legend follows when numbers are edited.
    """
    series = chart.series[0]
    number_format = series.number_format
    number = f"FIXED(B{{0}}{'*100' if number_format.percent else ''},{number_format.decimals})"
    sign = f'&"{percent_sign(chart.lang)}"' if number_format.percent else ""
    formula = f'IF(B{{0}}="",A{{0}},A{{0}}&"{NUMBER_GAP}"&{number}{sign})'
    return [
        FormulaCell(formula.format(row), name) for row, name in enumerate(counted_names(chart), 2)
    ]


def _values_xml(colored: ColoredSeries, chart: Chart, tag: str) -> str:
    """Return the numbers of a series: their cells, and a copy of them."""
    values = colored.series.values
    numbers = (None if value is None else value_text(value) for value in values)
    code = escape(format_code(colored.series.number_format, chart.lang))
    return (
        f"<{tag}><c:numRef><c:f>{_cells_below(column_name(colored.number + 2), len(values))}</c:f>"
        f"<c:numCache><c:formatCode>{code}</c:formatCode>{_points_xml(numbers, len(values))}"
        f"</c:numCache></c:numRef></{tag}>"
    )


def _cells_below(column: str, count: int) -> str:
    """Return the reference to the cells of a column of the worksheet, without its first row."""
    return f"{SHEET}!${column}$2:${column}${count + 1}"


def _points_xml(contents: Iterable[str | None], count: int) -> str:
    """Return the copy that a chart keeps of `count` cells; `contents` are safe within XML."""
    points = (
        f'<c:pt idx="{at}"><c:v>{content}</c:v></c:pt>'
        for at, content in enumerate(contents)
        if content is not None
    )
    return f'<c:ptCount val="{count}"/>{"".join(points)}'


def total_cells(chart: Chart) -> list[SheetCell]:
    """Return the worksheet's column of the sums: its name, then a formula for each category."""
    last = column_name(len(chart.series) + 1)
    return [
        phrase("total", chart.lang),
        *(
            FormulaCell(f"SUM(B{row}:{last}{row})", total)
            for row, total in enumerate(totals(chart), 2)
        ),
    ]


def total_line_xml(drawn: DrawnChart) -> str:
    """Return the series of a line chart whose labels are the sums above stacked columns."""
    chart, _, colors = drawn
    total = _totals(chart, colors)
    text = drawn.tx_pr(colors.text, body=NO_WRAP, bold=True)
    labels = (
        f"<c:dLbls>{number_format_xml(total, chart)}<c:spPr><a:noFill/></c:spPr>{text}"
        f'<c:dLblPos val="t"/>{label_contents("Val")}</c:dLbls>'
    )
    return (
        f"<c:ser>{_head_xml(total)}<c:spPr>{colors.text.fill}{NO_LINE}</c:spPr>"
        f'<c:marker><c:symbol val="none"/></c:marker>{labels}{categories_xml(chart)}'
        f'{_values_xml(total, chart, "c:val")}<c:smooth val="0"/></c:ser>'
    )


def total_bar_xml(drawn: DrawnChart) -> str:
    """Return the series of no length whose labels are the sums behind stacked bars."""
    chart, _, colors = drawn
    total = _totals(chart, colors)
    numbers = [
        escape(format_number(number, total.series.number_format, chart.lang))
        for number in total.series.numbers
    ]
    text = drawn.tx_pr(colors.text, body=NO_WRAP, bold=True)
    tail = f'<c:dLblPos val="inBase"/>{label_contents("Val")}'
    look = drawn.run_properties(colors.text, bold=True)
    each = "".join(
        f'<c:dLbl><c:idx val="{at}"/><c:tx><c:rich>{NO_WRAP}<a:lstStyle/><a:p>'
        f"<a:pPr>{drawn.default_properties(colors.text, bold=True)}</a:pPr>"
        f'<a:fld id="{_FIELD.format(at + 1)}" type="CELLRANGE">{look}<a:pPr/>'
        f"<a:t>{number}</a:t></a:fld></a:p></c:rich></c:tx>{tail}"
        f"{_CELL_RANGE_OF_ONE}</c:dLbl>"
        for at, number in enumerate(numbers)
    )
    count = len(numbers)
    cells = _cells_below(column_name(total.number + 2), count)
    return (
        f'<c:ser>{_head_xml(total)}{NO_SHAPE}<c:invertIfNegative val="0"/>'
        f"<c:dLbls>{each}<c:spPr><a:noFill/></c:spPr>{text}{tail}{_CELL_RANGE}"
        f"</c:dLbls>{categories_xml(chart)}<c:val><c:numLit><c:formatCode>General</c:formatCode>"
        f"{_points_xml('0' * count, count)}</c:numLit></c:val>"
        f'<c:extLst><c:ext uri="{_SERIES_EXTENSION}" xmlns:c15="{C15}"><c15:datalabelsRange>'
        f"<c15:f>{cells}</c15:f><c15:dlblRangeCache>{_points_xml(numbers, count)}"
        "</c15:dlblRangeCache></c15:datalabelsRange></c:ext></c:extLst></c:ser>"
    )


def _totals(chart: Chart, colors: ChartColors) -> ColoredSeries:
    name = phrase("total", chart.lang)
    series = Series(name, totals(chart), number_format=total_format(chart))
    return ColoredSeries(len(chart.series), series, colors.text)
