"""Pictures, tables and charts as shapes of a slide, with the parts that they bring along."""

from typing import NamedTuple

from deckgen.deck.box import Box
from deckgen.deck.graphics.chart import Chart
from deckgen.deck.graphics.clip import Clip
from deckgen.deck.graphics.drawing import Drawing
from deckgen.deck.graphics.graphic import Graphic
from deckgen.deck.graphics.picture import Picture
from deckgen.deck.graphics.table import Table
from deckgen.deck.layout import Layout, Placeholder
from deckgen.ooxml.backdrop import Backdrop
from deckgen.ooxml.text.text_body import Links
from deckgen.opc.part import Part, Relationship
from deckgen.support.xml_text import RELATIONSHIPS


class ShapeContext(NamedTuple):
    """What a graphic's shape needs to know of its slide."""

    shape_id: int
    placeholder: Placeholder | None
    """The one that it fills; None if it stands on the slide by itself."""
    lang: str
    """Safe within XML."""
    code_font: str
    links: Links
    """The relationships of the slide; those of the graphic are added to it."""
    slide_number: int
    layout: Layout
    backdrop: Backdrop
    """What it stands on."""


class GraphicXml(NamedTuple):
    """A graphic as it is written."""

    xml: str
    parts: tuple[Part, ...] = ()
    """Media, charts, workbooks; the same part may come from many slides, and is written once."""
    caption: str = ""
    """The shape of its caption, which is read after it."""
    shapes: int = 1
    """How many shape ids it takes, from that of the setting on."""


def graphic_xml(graphic: Graphic, setting: ShapeContext) -> GraphicXml:
    """Return the shape of a graphic that has been placed."""
    match graphic:
        case Picture():
            from deckgen.ooxml.graphics.picture import picture_shape

            return picture_shape(graphic, setting)
        case Clip():
            from deckgen.ooxml.graphics.clip import clip_shape

            return clip_shape(graphic, setting)
        case Drawing():
            from deckgen.ooxml.graphics.drawing import drawing_shape

            return drawing_shape(graphic, setting)
        case Table():
            from deckgen.ooxml.graphics.table import table_shape

            return table_shape(graphic, setting)
        case Chart():
            return _chart(graphic, setting)


def graphic_box(graphic: Graphic) -> Box | None:
    """Return where a graphic that has been placed stands."""
    if isinstance(graphic, Clip):
        return graphic.picture.box
    if not isinstance(graphic, Drawing):
        return graphic.box
    if not graphic.shapes:
        return None
    boxes = [shape.box for shape in graphic.shapes]
    x, y = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.x + box.cx for box in boxes), max(box.y + box.cy for box in boxes)
    return Box(x, y, right - x, bottom - y)


def _chart(chart: Chart, setting: ShapeContext) -> GraphicXml:
    from deckgen.ooxml.charts.chart import chart_frame, chart_parts
    from deckgen.ooxml.charts.chart_colors import chart_colors

    name = f"{setting.slide_number}-{setting.shape_id}"
    colors = chart_colors(setting.layout, setting.placeholder, setting.backdrop)
    found = related(setting, f"../charts/chart{name}.xml", f"{RELATIONSHIPS}/chart")
    xml = chart_frame(chart, setting.shape_id, setting.placeholder, found.id)
    return GraphicXml(xml, chart_parts(chart, name, colors))


def related(setting: ShapeContext, target: str, kind: str) -> Relationship:
    """Return the slide's relationship to a part, noted once; `target` is as seen from the slide."""
    return setting.links.related(target, kind)
