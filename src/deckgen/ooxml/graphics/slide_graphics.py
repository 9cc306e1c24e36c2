"""The graphics of one slide as shapes, each in its place among the texts."""

from typing import NamedTuple

from deckgen.brand.brand import Brand
from deckgen.deck.graphics import Chart, Clip, Drawing, Graphic, Picture, Table
from deckgen.deck.layout import Layout, Placeholder
from deckgen.deck.slide import COLUMNS, PlaceholderRole, Slide
from deckgen.ooxml.backdrop import backdrop
from deckgen.ooxml.graphics.shape import GraphicXml, ShapeContext, graphic_box, graphic_frame_xml
from deckgen.ooxml.text.text_body import Links
from deckgen.opc.package_writer import Part
from deckgen.support.xml_text import RELATIONSHIPS, escape


class SlideGraphics(NamedTuple):
    """The graphics of a slide as they are written."""

    shapes: list[tuple[int, str]]
    """Each shape after the index of the text before which it is read."""
    parts: tuple[Part, ...]
    clips: tuple[tuple[int, Clip], ...]
    """The films and sounds, each after the id of its shape."""
    shape_ids: int
    """How many shape ids all of them take."""


def slide_graphics(
    slide: Slide, layout: Layout, number: int, links: Links, brand: Brand
) -> SlideGraphics:
    """Return the graphics of a slide in its order; their relationships are added to `links`."""
    shapes: list[tuple[int, str]] = []
    parts: list[Part] = []
    clips: list[tuple[int, Clip]] = []
    first = free_id = len(slide.placeholders) + 2
    for role, graphic in slide.graphics:
        context = ShapeContext(
            free_id,
            _graphic_placeholder(role, slide, layout),
            escape(slide.lang),
            brand.fonts.code,
            links,
            number,
            layout,
            backdrop(layout, layout.placeholder(role), graphic_box(graphic), brand.theme_colors),
        )
        written = _graphic_xml(graphic, context)
        if isinstance(graphic, Clip):
            clips.append((free_id, graphic))
        index = _reading_index(graphic, slide)
        shapes.append((0 if _is_behind(graphic) else index, written.xml))
        shapes.append((index, written.caption))
        parts += written.parts
        free_id += written.shape_ids
    return SlideGraphics(shapes, tuple(parts), tuple(clips), free_id - first)


def _graphic_xml(graphic: Graphic, context: ShapeContext) -> GraphicXml:
    """Return the shapes of a graphic; what writes the other kinds is not imported."""
    match graphic:
        case Picture():
            from deckgen.ooxml.graphics.picture import picture_shape

            return picture_shape(graphic, context)
        case Clip():
            from deckgen.ooxml.graphics.clip import clip_shape

            return clip_shape(graphic, context)
        case Drawing():
            from deckgen.ooxml.graphics.drawing import drawing_shape

            return drawing_shape(graphic, context)
        case Table():
            from deckgen.ooxml.graphics.table import table_shape

            return table_shape(graphic, context)
        case Chart():
            return _chart_shape(graphic, context)


def _chart_shape(chart: Chart, context: ShapeContext) -> GraphicXml:
    """Return the shape that shows a placed chart; it fills a placeholder that takes charts."""
    from deckgen.ooxml.charts.chart import CHART, chart_parts
    from deckgen.ooxml.charts.chart_colors import chart_colors

    name = f"{context.slide_number}-{context.shape_id}"
    colors = chart_colors(context.layout, context.placeholder, context.backdrop)
    link = context.links.related(f"../charts/chart{name}.xml", f"{RELATIONSHIPS}/chart")
    shown = f'<c:chart xmlns:c="{CHART}" r:id="{link.id}"/>'
    xml = graphic_frame_xml(chart, context.reference({"obj", "chart"}), CHART, shown, context)
    return GraphicXml(xml, chart_parts(chart, name, colors))


def _graphic_placeholder(role: PlaceholderRole, slide: Slide, layout: Layout) -> Placeholder | None:
    """Return the placeholder that a graphic fills; None if several graphics share its role.

    Two shapes of a slide may not fill one placeholder.
    """
    alone = [other for other, _ in slide.graphics].count(role) == 1
    placeholder = layout.placeholder(role) if alone else None
    return None if placeholder is None or placeholder.is_text_box else placeholder


def _reading_index(graphic: Graphic, slide: Slide) -> int:
    """Return the index of the text before which a graphic is read: the first written after it."""
    for index, (role, content) in enumerate(slide.placeholders):
        span = content.paragraphs[0].span
        if role in COLUMNS and span and span.file == graphic.span.file and span > graphic.span:
            return index
    return len(slide.placeholders)


def _is_behind(graphic: Graphic) -> bool:
    """Whether a graphic stands behind the text, so that it comes first in the tree of shapes."""
    picture = graphic.picture if isinstance(graphic, Clip) else graphic
    return isinstance(picture, Picture) and picture.behind_text
