"""The totals of stacks: a series that is not seen, with labels that are.

Above columns it is a line through the sums. A bar has no line: there it has no length, and its
labels show the cells with the sums, as “Value From Cells” does ([MS-ODRAWXML] 2.24.3). The sums
are formulas of the worksheet, so that they follow its numbers.
"""

from deckgen.deck.graphics import Chart, Series
from deckgen.fit.charts.value_labels import total_format, totals
from deckgen.language.number_formats import format_number
from deckgen.language.phrases import phrase
from deckgen.ooxml.charts.chart_colors import ChartColors
from deckgen.ooxml.charts.chart_text import NO_LINE, NO_SHAPE, NO_WRAP, DrawnChart
from deckgen.ooxml.charts.data_labels import (
    C15,
    LABEL_EXTENSION,
    ColoredSeries,
    label_contents,
    number_format_xml,
)
from deckgen.ooxml.charts.series import cells_below, head_xml, points_xml, values_xml
from deckgen.ooxml.charts.workbook import FormulaCell, SheetCell, column_name
from deckgen.support.xml_text import escape

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


def total_line_xml(drawn: DrawnChart, categories: str) -> str:
    """Return the series of a line chart whose labels are the sums above stacked columns."""
    chart, _, colors = drawn
    total = _totals(chart, colors)
    text = drawn.tx_pr(colors.text, body=NO_WRAP, bold=True)
    labels = (
        f"<c:dLbls>{number_format_xml(total, chart)}<c:spPr><a:noFill/></c:spPr>{text}"
        f'<c:dLblPos val="t"/>{label_contents("Val")}</c:dLbls>'
    )
    return (
        f"<c:ser>{head_xml(total)}<c:spPr>{colors.text.fill}{NO_LINE}</c:spPr>"
        f'<c:marker><c:symbol val="none"/></c:marker>{labels}{categories}'
        f'{values_xml(total, chart, "c:val")}<c:smooth val="0"/></c:ser>'
    )


def total_bar_xml(drawn: DrawnChart, categories: str) -> str:
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
    cells = cells_below(column_name(total.number + 2), count)
    return (
        f'<c:ser>{head_xml(total)}{NO_SHAPE}<c:invertIfNegative val="0"/>'
        f"<c:dLbls>{each}<c:spPr><a:noFill/></c:spPr>{text}{tail}{_CELL_RANGE}"
        f"</c:dLbls>{categories}<c:val><c:numLit><c:formatCode>General</c:formatCode>"
        f"{points_xml('0' * count, count)}</c:numLit></c:val>"
        f'<c:extLst><c:ext uri="{_SERIES_EXTENSION}" xmlns:c15="{C15}"><c15:datalabelsRange>'
        f"<c15:f>{cells}</c15:f><c15:dlblRangeCache>{points_xml(numbers, count)}"
        "</c15:dlblRangeCache></c15:datalabelsRange></c:ext></c:extLst></c:ser>"
    )


def _totals(chart: Chart, colors: ChartColors) -> ColoredSeries:
    name = phrase("total", chart.lang)
    series = Series(name, totals(chart), number_format=total_format(chart))
    return ColoredSeries(len(chart.series), series, colors.text)
