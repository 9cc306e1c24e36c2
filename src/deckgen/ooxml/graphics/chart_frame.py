"""Charts as shapes of a slide (ECMA-376 Part 1, 19.3.1.21), with the parts that hold them."""

from deckgen.deck.graphics import Chart
from deckgen.ooxml.charts.chart import CHART, chart_parts
from deckgen.ooxml.charts.chart_colors import chart_colors
from deckgen.ooxml.graphics.shape import GraphicXml, ShapeContext, graphic_frame_xml
from deckgen.support.xml_text import RELATIONSHIPS


def chart_shape(chart: Chart, context: ShapeContext) -> GraphicXml:
    """Return the shape that shows a placed chart; it fills a placeholder that takes charts."""
    name = f"{context.slide_number}-{context.shape_id}"
    colors = chart_colors(context.layout, context.placeholder, context.backdrop)
    link = context.links.related(f"../charts/chart{name}.xml", f"{RELATIONSHIPS}/chart")
    shown = f'<c:chart xmlns:c="{CHART}" r:id="{link.id}"/>'
    xml = graphic_frame_xml(chart, context.reference({"obj", "chart"}), CHART, shown, context)
    return GraphicXml(xml, chart_parts(chart, name, colors))
