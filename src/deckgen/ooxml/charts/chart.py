"""A chart as parts: chart, workbook, and a drawing of unit and source (ECMA-376 Part 1, 21.2)."""

from deckgen.deck.bidi import runs_right_to_left
from deckgen.deck.box import Box
from deckgen.deck.graphics import UNIT_SHAPE, Chart
from deckgen.deck.plot import Plot, RelativeBox
from deckgen.fit.charts.pie import counted_names
from deckgen.fit.charts.value_labels import total_format
from deckgen.language.phrases import phrase
from deckgen.ooxml.charts.chart_colors import ChartColors
from deckgen.ooxml.charts.chart_text import NO_SHAPE, DrawnChart, format_code
from deckgen.ooxml.charts.plots import plots_xml
from deckgen.ooxml.charts.series import legend_cells, total_cells
from deckgen.ooxml.charts.workbook import CONTENT_TYPE, SheetCell, workbook_bytes
from deckgen.ooxml.drawingml import latin_typeface
from deckgen.opc.package_writer import Part, Relationship
from deckgen.support.xml_text import DECLARATION, DRAWING, RELATIONSHIPS, escape

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_CHART_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/chartDrawing"
_TYPE = "application/vnd.openxmlformats-officedocument.drawingml"


def chart_parts(chart: Chart, name: str, colors: ChartColors) -> tuple[Part, ...]:
    """Return the chart's part, its workbook, and the drawing with its unit and its source, if any.

    `name` is unique among the charts of the deck. Raises ValueError if the chart was not placed.
    """
    if chart.plot is None or chart.box is None:
        raise ValueError("the chart was not placed")
    book, drawing = f"Microsoft_Excel_Sheet{name}.xlsx", f"drawing{name}.xml"
    relationships = [Relationship("rId1", f"{RELATIONSHIPS}/package", f"../embeddings/{book}")]
    parts = [Part(f"/ppt/embeddings/{book}", CONTENT_TYPE, _workbook(chart))]
    if chart.plot.unit or chart.plot.source:
        kind = f"{RELATIONSHIPS}/chartUserShapes"
        relationships.append(Relationship("rId2", kind, f"../drawings/{drawing}"))
        xml = _drawing(chart, chart.plot, chart.box, colors)
        parts.append(Part(f"/ppt/drawings/{drawing}", f"{_TYPE}.chartshapes+xml", xml.encode()))
    own = Part(
        f"/ppt/charts/chart{name}.xml",
        f"{_TYPE}.chart+xml",
        _chart_space(DrawnChart(chart, chart.plot, colors)).encode(),
        tuple(relationships),
    )
    return (own, *parts)


def _chart_space(drawn: DrawnChart) -> str:
    chart, plot, colors = drawn
    lang = escape(chart.lang)
    shapes = '<c:userShapes r:id="rId2"/>' if plot.unit or plot.source else ""
    gaps = "zero" if chart.kind == "area" else "gap"
    return (
        f'{DECLARATION}<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}"'
        f' xmlns:r="{RELATIONSHIPS}"><c:date1904 val="0"/><c:lang val="{lang}"/>'
        f'<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f"<c:plotArea>{_layout(plot.area, inner=chart.is_round)}"
        f"{plots_xml(drawn)}{NO_SHAPE}"
        f'</c:plotArea>{_legend(drawn)}<c:plotVisOnly val="1"/>'
        f'<c:dispBlanksAs val="{gaps}"/></c:chart>'
        f"{NO_SHAPE}{drawn.tx_pr(colors.text)}"
        f'<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>{shapes}'
        "</c:chartSpace>"
    )


def _legend(drawn: DrawnChart) -> str:
    chart, plot, colors = drawn
    if plot.series_naming not in {"legend", "counted"} or plot.legend is None:
        return ""
    # The series with the totals is for its labels alone; of bars, programs count from other ends.
    entry = f'<c:legendEntry><c:idx val="{len(chart.series)}"/><c:delete val="1"/></c:legendEntry>'
    side, is_left_out = "r" if chart.is_round else "t", plot.totals and not chart.is_horizontal
    return (
        f'<c:legend><c:legendPos val="{side}"/>{entry if is_left_out else ""}'
        f'{_layout(plot.legend)}<c:overlay val="0"/>'
        f"{drawn.tx_pr(colors.text)}</c:legend>"
    )


def _layout(shares: RelativeBox, *, inner: bool = False) -> str:
    """Return a place in shares of the chart; `inner` means the plot without its axes."""
    target = '<c:layoutTarget val="inner"/>' if inner else ""
    places = "".join(
        f'<c:{name} val="{value:.5f}"/>'
        for name, value in zip(("x", "y", "w", "h"), shares, strict=True)
    )
    return (
        f'<c:layout><c:manualLayout>{target}<c:xMode val="edge"/><c:yMode val="edge"/>{places}'
        "</c:manualLayout></c:layout>"
    )


def _drawing(chart: Chart, plot: Plot, box: Box, colors: ChartColors) -> str:
    """Return the drawing within the chart: its unit above the plot, its source at the foot.

    A title (21.2.2.210) has a margin of its own, and is broken by each program as it likes.
    """
    texts = (
        (UNIT_SHAPE, plot.unit, chart.unit, plot.unit_size, "t"),
        ("Source", plot.source, chart.source, plot.source_size, "b"),
    )
    look = f'{colors.quiet.fill}<a:latin typeface="{latin_typeface(colors.font)}"/>'
    begin = '<a:pPr algn="r" rtl="1"/>' if runs_right_to_left(chart.lang) else ""
    shapes = ""
    for number, (name, at, text, size, anchor) in enumerate(texts, 2):
        properties = f'<a:rPr lang="{escape(chart.lang)}" sz="{size * 100}">{look}</a:rPr>'
        run = f"{begin}<a:r>{properties}<a:t>{escape(text)}</a:t></a:r>"
        shapes += _text_box(name, at, run, box, anchor, number) if at is not None else ""
    root = f'<c:userShapes xmlns:c="{CHART}" xmlns:a="{DRAWING}">'
    return f"{DECLARATION}{root}{shapes}</c:userShapes>"


def _text_box(name: str, place: RelativeBox, run: str, box: Box, anchor: str, number: int) -> str:
    """Return a text box at a place within a chart in its box; `number` is its id."""
    x, y, width, height = place
    corners = "".join(
        f"<cdr:{end}><cdr:x>{at_x:.5f}</cdr:x><cdr:y>{at_y:.5f}</cdr:y></cdr:{end}>"
        for end, at_x, at_y in (("from", x, y), ("to", x + width, y + height))
    )
    extent = f'<a:ext cx="{round(width * box.cx)}" cy="{round(height * box.cy)}"/>'
    return (
        f'<cdr:relSizeAnchor xmlns:cdr="{_CHART_DRAWING}">{corners}<cdr:sp macro="" textlink="">'
        f'<cdr:nvSpPr><cdr:cNvPr id="{number}" name="{name}"/><cdr:cNvSpPr txBox="1"/>'
        f'</cdr:nvSpPr><cdr:spPr><a:xfrm><a:off x="{round(x * box.cx)}" y="{round(y * box.cy)}"/>'
        f'{extent}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></cdr:spPr>'
        '<cdr:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"'
        f' anchor="{anchor}"/><a:lstStyle/><a:p>{run}</a:p></cdr:txBody></cdr:sp>'
        "</cdr:relSizeAnchor>"
    )


def _workbook(chart: Chart) -> bytes:
    """Return the workbook; the formulas of the chart name the same cells."""
    columns: list[list[SheetCell]] = [[chart.corner, *chart.categories]]
    columns += ([series.name, *series.values] for series in chart.series)
    formats = [
        "General",
        *(format_code(series.number_format, chart.lang) for series in chart.series),
    ]
    words = [chart.categories, *((series.name,) for series in chart.series)]
    if chart.plot and chart.plot.totals:
        columns.append(total_cells(chart))
        formats.append(format_code(total_format(chart), chart.lang))
        words.append((phrase("total", chart.lang),))
    elif chart.plot and chart.plot.series_naming == "counted":
        columns.append([None, *legend_cells(chart)])
        formats.append("General")
        words.append(counted_names(chart))
    widths = [min(max((10, *(len(name) + 2 for name in names))), 60) for names in words]
    return workbook_bytes(list(zip(*columns, strict=True)), formats, widths)
