"""The text of a SmartArt, as PowerPoint drew it last: the part that `dsp:dataModelExt` names.

[MS-ODRAWXML] 2.6 (diagram drawings). Without that part nothing is known: the data of a SmartArt
states neither places nor sizes.
"""

from typing import NamedTuple

from deckgen.audit.slide_facts.audited_slide import TextArea
from deckgen.audit.slide_facts.read_text import InheritedFormat, read_paragraphs
from deckgen.brand.contrast import mixed
from deckgen.deck.box import Box
from deckgen.ooxml_rules.attributes import parse_integer
from deckgen.opc.parsed_package import ParsedPackage, ParsedPart
from deckgen.opc.xml_parser import Element, q
from deckgen.template.resolve.backgrounds import FillContext, fill_element, theme_fill
from deckgen.template.resolve.color_values import color_in
from deckgen.template.resolve.drawn_shapes import backdrop_color, filled_rectangle
from deckgen.template.resolve.read_shapes import frame_box
from deckgen.template.template import DrawnShape

_MOST_SHAPES = 400


class DiagramPlace(NamedTuple):
    """Where a SmartArt stands."""

    box: Box
    """EMU, on the slide."""
    ground: str | None
    """RRGGBB behind it; None if unknown."""


def diagram_drawing(frame: Element, part: ParsedPart, package: ParsedPackage) -> Element | None:
    """Return the `dsp:drawing` of the SmartArt in a `p:graphicFrame` of a slide's part."""
    for ids in frame.iter(q("dgm:relIds")):
        data = package.linked_part(part, ids.get(q("r:dm")))
        if data is None or data.root is None:
            return None
        for named in data.root.iter(q("dsp:dataModelExt")):
            drawing = package.linked_part(part, named.get("relId"))
            return None if drawing is None else drawing.root
    return None


def diagram_texts(
    drawing: Element, context: InheritedFormat, fills: FillContext, place: DiagramPlace
) -> tuple[TextArea, ...]:
    """Return the text of each shape of a SmartArt's drawing."""
    below: list[DrawnShape] = []
    texts: list[TextArea] = []
    for number, shape in enumerate(drawing.iter(q("dsp:sp"))):
        if number == _MOST_SHAPES:
            break
        box = _box(shape, "dsp:spPr", place) or place.box
        panel = _panel(shape, box, fills)
        if panel is not None:
            below.append(panel)
        body = shape.find(q("dsp:txBody"))
        color = color_in(shape.find(f"{q('dsp:style')}/{q('a:fontRef')}"), fills.palette)
        paragraphs = read_paragraphs(body, context.with_color(color))
        if not any(paragraph.words for paragraph in paragraphs):
            continue
        # Words stand on the fill of their own shape, whatever its outline.
        own = panel if panel is not None and panel.opacity > 0 else None
        under = below[:-1] if own is not None else below
        text_box = _box(shape, "dsp:txXfrm", place) or box
        behind = None if own is not None and own.opacity >= 1 else place.ground
        behind = backdrop_color(text_box, under, behind)
        if own is not None:
            is_known = own.color is not None and (behind is not None or own.opacity >= 1)
            behind = mixed(behind or "000000", own.color or "", own.opacity) if is_known else None
        texts.append(TextArea(paragraphs, behind=behind))
    return tuple(texts)


def _box(shape: Element, name: str, place: DiagramPlace) -> Box | None:
    """Return a box of a shape on the slide."""
    frame = shape.find(q(name))
    if frame is not None and name == "dsp:spPr":
        frame = frame.find(q("a:xfrm"))
    box = None if frame is None else frame_box(frame)
    return box and Box(box.x + place.box.x, box.y + place.box.y, box.cx, box.cy)


def _panel(shape: Element, box: Box, fills: FillContext) -> DrawnShape | None:
    """Return the fill of a shape: its own, or that of its style; None if it has none."""
    fill = fill_element(shape.find(q("dsp:spPr")))
    if fill is not None:
        return filled_rectangle(box, fill, fills)
    reference = shape.find(f"{q('dsp:style')}/{q('a:fillRef')}")
    idx = 0 if reference is None else parse_integer(reference.get("idx")) or 0
    styled = theme_fill(fills.theme, idx)
    return None if styled is None else DrawnShape(box, "fill", None, 1)
