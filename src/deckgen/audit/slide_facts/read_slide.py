"""A slide with all that it inherits, and what lies behind its text."""

from collections.abc import Sequence
from typing import NamedTuple

from deckgen.audit.finding import ShapePlace
from deckgen.audit.slide_facts.audited_slide import (
    AuditedChart,
    AuditedGroup,
    AuditedShape,
    AuditedSlide,
    ShapeKind,
    TextArea,
)
from deckgen.audit.slide_facts.layout_facts import LayoutFacts
from deckgen.audit.slide_facts.read_chart import read_chart
from deckgen.audit.slide_facts.read_diagram import diagram_drawing, diagram_texts
from deckgen.audit.slide_facts.read_tables import TableStyles, read_cells
from deckgen.audit.slide_facts.read_text import InheritedFormat, link_id, read_paragraphs
from deckgen.audit.slide_facts.seen_colors import seen_color, seen_colors
from deckgen.audit.slide_facts.text_fit import text_fit
from deckgen.deck.box import Box
from deckgen.ooxml_rules.attributes import parse_flag, parse_integer
from deckgen.ooxml_rules.shape_queries import TITLE_TYPES, is_decorative, shape_properties, text_of
from deckgen.opc.parsed_package import ParsedPackage, ParsedPart
from deckgen.opc.xml_parser import Element, local_name, q
from deckgen.template.resolve.backgrounds import FillContext, background_color
from deckgen.template.resolve.color_values import MappedColors, color_in
from deckgen.template.resolve.drawn_shapes import (
    backdrop_color,
    drawn_shape,
    filled_by_style,
    filled_rectangle,
    own_fill,
)
from deckgen.template.resolve.placeholders import body_attributes
from deckgen.template.resolve.read_masters import own_look
from deckgen.template.resolve.read_shapes import TemplateShape, read_shapes
from deckgen.template.resolve.text_styles import StyleContext
from deckgen.template.resolve.theme import overridden_theme, read_color_map
from deckgen.template.template import DrawnShape

_MOST_BEHIND = 400
"""Shapes below a text that are looked at; below more, the colour behind it is unknown."""
_MEDIA = ("a:videoFile", "a:audioFile", "a:wavAudioFile", "a:quickTimeFile", "p14:media")
_NO_PLACE = Box(0, 0, 0, 0)


class SlideContext(NamedTuple):
    """What all slides of a deck share."""

    package: ParsedPackage
    width: int
    """EMU."""
    height: int
    """EMU."""
    table_styles: TableStyles


class _SlideLook(NamedTuple):
    """What the shapes of one slide share."""

    part: ParsedPart
    layout: LayoutFacts
    look: StyleContext
    fills: FillContext
    paper: str | None
    tables: TableStyles
    package: ParsedPackage


def read_slide(
    number: int, part: ParsedPart, root: Element, layout: LayoutFacts, deck: SlideContext
) -> AuditedSlide:
    """Return a slide as rules look at it. Nothing in it raises an exception."""
    look = own_look(root, deck.package.related_root(part, "themeOverride"), layout.look)
    fills = FillContext(layout.fills, look.palette)
    paper = background_color((root, *layout.roots), fills)
    context = _SlideLook(part, layout, look, fills, paper, deck.table_styles, deck.package)
    below = [] if parse_flag(root.get("showMasterSp")) is False else list(layout.drawn)
    shapes: list[AuditedShape] = []
    for shape in read_shapes(root):
        audited = _shape(shape, below, context)
        shapes.append(audited)
        if audited.drawn is not None and not audited.hidden:
            below.append(audited.drawn)
    title = next((each for each in shapes if each.placeholder in TITLE_TYPES), None)
    return AuditedSlide(
        number=number,
        part=part,
        root=root,
        width=deck.width,
        height=deck.height,
        layout=layout.name,
        layout_part=part.target_of("slideLayout") or "",
        hidden=parse_flag(root.get("show")) is False,
        shapes=tuple(shapes),
        title_shape=title,
        notes=_notes(part, deck.package),
    )


def _shape(shape: TemplateShape, below: Sequence[DrawnShape], slide: _SlideLook) -> AuditedShape:
    element, ph = shape.element, shape.placeholder
    inherited = None if ph is None else slide.layout.inherited(ph)
    if shape.box is None and inherited is not None:
        shape = shape._replace(box=inherited.shape.box, quarters=inherited.shape.quarters)
    box = shape.box
    if box is not None and shape.quarters % 2:
        box = box.turned()
    properties = shape_properties(element)
    kind = _kind(element)
    body = {**({} if inherited is None else inherited.shape.body), **body_attributes(element)}
    groups = tuple(_group(group) for group in shape.groups)
    style = slide.layout.plain if inherited is None else inherited.shape.style
    context = InheritedFormat(style, slide.look)
    own = _own_panel(element, inherited.fill if inherited else None, box or _NO_PLACE, slide.fills)
    texts: tuple[TextArea, ...] = ()
    ground = slide.paper if box is None else _behind(box, below, slide.paper)
    if kind == "table":
        table = next(element.iter(q("a:tbl")))
        texts = read_cells(table, slide.tables, context, slide.fills, ground)
    elif kind == "object" and box is not None:
        drawing = diagram_drawing(element, slide.part, slide.package)
        if drawing is not None:
            texts = diagram_texts(drawing, context, slide.fills, box, ground)
    elif (text := element.find(q("p:txBody"))) is not None:
        reference = element.find(f"{q('p:style')}/{q('a:fontRef')}")  # 20.1.4.1.17
        context = context.with_color(color_in(reference, slide.look.palette))
        texts = (_text(text, context, body, shape, below, own, slide),)
    return AuditedShape(
        element=element,
        kind=kind,
        place=_place(properties, shape.name, box),
        placeholder="" if ph is None else ph.get("type", "obj"),
        groups=groups,
        description="" if properties is None else properties.get("descr", "").strip(),
        decorative=is_decorative(properties),
        hidden=shape.hidden,
        texts=texts,
        drawn=drawn_shape(shape, slide.fills) or own,
        behind=ground,
        colors=seen_colors(element, slide.fills, ground) if kind in {"text", "line"} else (),
        is_link=link_id(properties) is not None,
        chart=_chart(element, slide, ground) if kind == "chart" else None,
    )


def _text(
    body: Element,
    context: InheritedFormat,
    attributes: dict[str, str],
    shape: TemplateShape,
    below: Sequence[DrawnShape],
    own: DrawnShape | None,
    slide: _SlideLook,
) -> TextArea:
    paragraphs = read_paragraphs(body, context)
    box = shape.box
    if box is None or not any(paragraph.words for paragraph in paragraphs):
        return TextArea(paragraphs)
    extent = None
    if shape.quarters == 0:
        extent = text_fit(paragraphs, attributes, box, slide.look.theme)
    place = extent.box if extent is not None and extent.box.cx and extent.box.cy else box
    behind = _behind(place, below, slide.paper)
    if own is not None:
        behind = seen_color(own.color, own.opacity, behind)
    return TextArea(paragraphs, None, behind, extent)


def _behind(box: Box, below: Sequence[DrawnShape], paper: str | None) -> str | None:
    # A straight line has no height, or no width.
    box = box._replace(cx=max(box.cx, 1), cy=max(box.cy, 1))
    return backdrop_color(box, below, paper) if len(below) <= _MOST_BEHIND else None


def _own_panel(
    element: Element, inherited: Element | None, box: Box, fills: FillContext
) -> DrawnShape | None:
    """Return the fill of a shape, whatever its outline; None if it has none."""
    if local_name(element) != "sp":
        return None
    fill = own_fill(element)
    if fill is None and (styled := filled_by_style(box, element, fills)):
        return styled
    fill = inherited if fill is None else fill
    return None if fill is None else filled_rectangle(box, fill, fills)


def _kind(element: Element) -> ShapeKind:
    match local_name(element):
        case "pic":
            return "media" if next(element.iter(*map(q, _MEDIA)), None) is not None else "picture"
        case "cxnSp":
            return "line"
        case "graphicFrame":
            if next(element.iter(q("a:tbl")), None) is not None:
                return "table"
            data = next(element.iter(q("a:graphicData")), None)
            return "chart" if data is not None and "chart" in data.get("uri", "") else "object"
        case _:
            return "text"


def _chart(frame: Element, slide: _SlideLook, ground: str | None) -> AuditedChart | None:
    ids = (chart.get(q("r:id")) for chart in frame.iter(q("c:chart")))
    part = slide.package.linked_part(slide.part, next(ids, None))
    if part is None or part.root is None:
        return None
    theme = overridden_theme(slide.look.theme, slide.package.related_root(part, "themeOverride"))
    mapping = read_color_map(part.root.find(q("c:clrMapOvr"))) or slide.look.palette.mapping
    return read_chart(part.root, MappedColors(theme.colors, mapping), ground)


def _group(element: Element) -> AuditedGroup:
    properties = element.find(f"{q('p:nvGrpSpPr')}/{q('p:cNvPr')}")
    name = "" if properties is None else properties.get("name", "")
    return AuditedGroup(
        element,
        _place(properties, name, None),
        "" if properties is None else properties.get("descr", "").strip(),
        is_decorative(properties),
        properties is not None and bool(parse_flag(properties.get("hidden"))),
    )


def _place(properties: Element | None, name: str, box: Box | None) -> ShapePlace:
    id_ = None if properties is None else parse_integer(properties.get("id"))
    return ShapePlace(id_ or 0, name, box)


def _notes(part: ParsedPart, package: ParsedPackage) -> str:
    bodies = (
        text_of(shape.element)
        for shape in read_shapes(package.related_root(part, "notesSlide"))
        if shape.placeholder is not None and shape.placeholder.get("type") == "body"
    )
    return "\n".join(bodies).strip()
