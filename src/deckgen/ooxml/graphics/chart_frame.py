"""Charts as shapes of a slide (ECMA-376 Part 1, 19.3.1.21), with the parts that hold them."""

from deckgen.deck.graphics.chart import Chart
from deckgen.ooxml.charts.chart import CHART, chart_parts
from deckgen.ooxml.charts.chart_colors import chart_colors
from deckgen.ooxml.drawingml import placeholder_reference, transform_xml
from deckgen.ooxml.graphics.shape import GraphicXml, ShapeContext, placed_box
from deckgen.support.xml_text import RELATIONSHIPS, escape

_TAKES_CHARTS = frozenset({"obj", "chart"})


def chart_shape(chart: Chart, context: ShapeContext) -> GraphicXml:
    """Return the shape that shows a placed chart; it fills a placeholder that takes charts."""
    shape_id, placeholder = context.shape_id, context.placeholder
    box = placed_box(chart)
    name = f"{context.slide_number}-{shape_id}"
    colors = chart_colors(context.layout, placeholder, context.backdrop)
    link = context.links.related(f"../charts/chart{name}.xml", f"{RELATIONSHIPS}/chart")
    reference = ""
    if placeholder is not None and placeholder.type in _TAKES_CHARTS:
        reference = placeholder_reference(placeholder)
    xml = (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{shape_id}" name="Chart {shape_id}"'
        f' descr="{escape(chart.alt)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
        f"</p:cNvGraphicFramePr><p:nvPr>{reference}</p:nvPr></p:nvGraphicFramePr>"
        f'{transform_xml(box, "p")}<a:graphic><a:graphicData uri="{CHART}">'
        f'<c:chart xmlns:c="{CHART}" r:id="{link.id}"/></a:graphicData></a:graphic>'
        "</p:graphicFrame>"
    )
    return GraphicXml(xml, chart_parts(chart, name, colors))
