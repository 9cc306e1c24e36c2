"""The text of a SmartArt, as PowerPoint drew it last: the part that `dsp:dataModelExt` names.

[MS-ODRAWXML] 2.6 (diagram drawings). The data of a SmartArt states neither places nor sizes.
"""

from itertools import islice

from deckgen.audit.slide_facts.audited_slide import TextArea
from deckgen.audit.slide_facts.read_text import InheritedFormat, read_paragraphs
from deckgen.audit.slide_facts.seen_colors import seen_color
from deckgen.deck.box import Box
from deckgen.ooxml_rules.attributes import parse_integer
from deckgen.opc.parsed_package import ParsedPackage, ParsedPart
from deckgen.opc.xml_parser import Element, q
from deckgen.template.resolve.backgrounds import FillContext, fill_element, theme_fill
from deckgen.template.resolve.color_values import color_in
from deckgen.template.resolve.drawn_shapes import backdrop_color, filled_rectangle
from deckgen.template.resolve.read_shapes import transform_box
from deckgen.template.template import DrawnShape

_MOST_SHAPES = 400


def diagram_drawing(frame: Element, part: ParsedPart, package: ParsedPackage) -> Element | None:
    """Return the `dsp:drawing` of the SmartArt in a `p:graphicFrame` of a slide's part."""
    ids = (each.get(q("r:dm")) for each in frame.iter(q("dgm:relIds")))
    data = package.linked_part(part, next(ids, None))
    named = () if data is None or data.root is None else data.root.iter(q("dsp:dataModelExt"))
    drawing = package.linked_part(part, next((each.get("relId") for each in named), None))
    return None if drawing is None else drawing.root


def diagram_texts(
    drawing: Element, context: InheritedFormat, fills: FillContext, area: Box, ground: str | None
) -> tuple[TextArea, ...]:
    """Return the text of each shape of a SmartArt's drawing.

    `area` is the SmartArt's box on the slide in EMU, `ground` the RRGGBB behind it; None: unknown.
    """
    below: list[DrawnShape] = []
    texts: list[TextArea] = []
    for shape in islice(drawing.iter(q("dsp:sp")), _MOST_SHAPES):
        box = _box(shape, f"{q('dsp:spPr')}/{q('a:xfrm')}", area) or area
        panel = _panel(shape, box, fills)
        if panel is not None:
            below.append(panel)
        body = shape.find(q("dsp:txBody"))
        color = color_in(shape.find(f"{q('dsp:style')}/{q('a:fontRef')}"), fills.palette)
        paragraphs = read_paragraphs(body, context.with_color(color))
        if not any(paragraph.words for paragraph in paragraphs):
            continue
        under = below if panel is None else below[:-1]
        behind = backdrop_color(_box(shape, q("dsp:txXfrm"), area) or box, under, ground)
        if panel is not None:
            # Words stand on the fill of their own shape, whatever its outline.
            behind = seen_color(panel.color, panel.opacity, behind)
        texts.append(TextArea(paragraphs, behind=behind))
    return tuple(texts)


def _box(shape: Element, path: str, area: Box) -> Box | None:
    """Return a box of a shape on the slide."""
    frame = shape.find(path)
    box = None if frame is None else transform_box(frame)
    return box and Box(box.x + area.x, box.y + area.y, box.cx, box.cy)


def _panel(shape: Element, box: Box, fills: FillContext) -> DrawnShape | None:
    """Return the fill of a shape: its own, or that of its style; None if it has none."""
    fill = fill_element(shape.find(q("dsp:spPr")))
    if fill is not None:
        return filled_rectangle(box, fill, fills)
    reference = shape.find(f"{q('dsp:style')}/{q('a:fillRef')}")
    idx = 0 if reference is None else parse_integer(reference.get("idx")) or 0
    styled = theme_fill(fills.theme, idx)
    return None if styled is None else DrawnShape(box, "fill", None, 1)
