"""The shapes that a layout or its master draws itself: the colour behind text, the space beside it.

Text of a slide must not stand across any of it (docs/decisions/templates.md). A shape covers its
box. The colour of a shape that is no rectangle is unknown.
"""

from collections.abc import Iterable, Mapping, Sequence

from deckgen.brand.contrast import mixed
from deckgen.deck.box import Box
from deckgen.deck.layout import Placeholder
from deckgen.ooxml_rules.attributes import parse_integer, parse_share, placeholder_index
from deckgen.ooxml_rules.shape_queries import TITLE_TYPES
from deckgen.opc.xml_parser import Element, local_name, q
from deckgen.template.resolve.backgrounds import FillContext, fill_element, single_color, theme_fill
from deckgen.template.resolve.color_values import color_in
from deckgen.template.resolve.picture_parts import Pictures
from deckgen.template.resolve.placeholders import TEXTS, placeholder_family
from deckgen.template.resolve.read_shapes import TemplateShape
from deckgen.template.template import DrawnShape

_ALL, _NOTHING = 0.9, 0.1
"""Shares of a box: more than the first counts as all of it, less than the second as nothing."""
_EDGE = 0.04
"""Share of the slide that stays free at its edges."""
_GAP = 0.01
"""Share of the slide's height between two placeholders."""
_LEAST_GAIN = 1.1


def drawn_shapes(shapes: Iterable[TemplateShape], context: FillContext) -> tuple[DrawnShape, ...]:
    """Return what a master or a layout draws, the lowest first; its placeholders are left out.

    A shape counts by its box, a picture by the boxes of what is seen of it. A shape without fill,
    outline and words is left out. A picture that fills the page is its background.
    """
    drawn: list[DrawnShape] = []
    for shape in shapes:
        if shape.placeholder is None and (whole := drawn_shape(shape, context)):
            drawn += _picture_shapes(whole, shape, context.pictures)
    return tuple(drawn)


def _picture_shapes(
    whole: DrawnShape, shape: TemplateShape, pictures: Pictures | None
) -> list[DrawnShape]:
    """Return what is seen of a shape, if it is a picture; all of one that does not stand upright.

    A shape of another kind is returned itself.
    """
    fill = shape.element.find(q("p:blipFill"))
    transform = shape.element.find(f"{q('p:spPr')}/{q('a:xfrm')}")
    if pictures is None or fill is None:
        return [whole]
    boxes = pictures.boxes(fill, whole.box)
    if transform is not None and transform.attrib:
        return [whole] if boxes else []
    if paper := pictures.paper(fill, whole.box):
        return [whole._replace(paper=paper)]
    return [whole._replace(box=box) for box in boxes]


def drawn_shape(shape: TemplateShape, context: FillContext) -> DrawnShape | None:
    """Return what a shape draws; None if it is hidden, has no box, or shows nothing."""
    if shape.box is None or shape.hidden:
        return None
    box = shape.box.turned() if shape.quarters % 2 else shape.box
    drawn: DrawnShape | None
    match local_name(shape.element):
        case "pic":
            drawn = DrawnShape(box, "picture", None, 1)
        case "graphicFrame":
            drawn = DrawnShape(box, "text")
        case "cxnSp":
            drawn = _outline(box, shape.element, context)
        case _:
            drawn = _of_shape(box, shape.element, context)
    return drawn and drawn._replace(name=shape.name)


def _of_shape(box: Box, element: Element, context: FillContext) -> DrawnShape | None:
    fill = own_fill(element)
    drawn = (
        filled_rectangle(box, fill, context)
        if fill is not None
        else filled_by_style(box, element, context)
    )
    if drawn is not None:
        return drawn if _is_rectangle(element) else drawn._replace(color=None)
    if outline := _outline(box, element, context):
        return outline
    words = "".join(text.text or "" for text in element.iter(q("a:t"))).strip()
    return DrawnShape(box, "text", words=words) if words else None


def _outline(box: Box, element: Element, context: FillContext) -> DrawnShape | None:
    """Return the outline of a shape, its own or that of its style (20.1.4.2.19); None without."""
    fill = _line(element)
    reference = element.find(f"{q('p:style')}/{q('a:lnRef')}")
    if fill is not None:
        is_drawn, color = local_name(fill) != "noFill", single_color(fill, context.palette)
    elif reference is not None:
        is_drawn = (parse_integer(reference.get("idx")) or 0) > 0
        color = color_in(reference, context.palette)
    else:
        return None
    return DrawnShape(box, "line", line_color=color) if is_drawn else None


def own_fill(element: Element) -> Element | None:
    """Return the fill that a shape states itself (20.1.8), `a:noFill` among them."""
    return fill_element(element.find(q("p:spPr")))


def filled_rectangle(box: Box, fill: Element, paint: FillContext) -> DrawnShape | None:
    """Return a rectangle with a fill; None if it has none."""
    if local_name(fill) == "noFill":
        return None
    return DrawnShape(box, "fill", single_color(fill, paint.palette), fill_opacity(fill))


def filled_by_style(box: Box, element: Element, paint: FillContext) -> DrawnShape | None:
    """Return a rectangle with the fill of a shape's `a:fillRef` (20.1.4.1.10); None without."""
    reference = element.find(f"{q('p:style')}/{q('a:fillRef')}")
    idx = 0 if reference is None else parse_integer(reference.get("idx")) or 0
    if reference is None or idx in {0, 1000}:
        return None
    own = color_in(reference, paint.palette)
    fill = theme_fill(paint.theme, idx)
    if fill is None:
        return DrawnShape(box, "fill", own, 1)
    if local_name(fill) == "noFill":
        return None
    return DrawnShape(box, "fill", single_color(fill, paint.palette, own), 1)


def _is_rectangle(element: Element) -> bool:
    """Return whether a shape is a rectangle, also with rounded or cut corners."""
    geometry = element.find(f"{q('p:spPr')}/{q('a:prstGeom')}")
    return geometry is not None and geometry.get("prst", "").lower().endswith("rect")


def fill_opacity(fill: Element) -> float:
    """Return the opacity of a fill, from 0 to 1 (20.1.2.3.1 alpha)."""
    alpha = next(fill.iter(q("a:alpha")), None)
    opacity = None if alpha is None else parse_share(alpha.get("val"))
    return 1 if opacity is None else min(max(opacity, 0), 1)


def placeholder_fills(
    shapes: Iterable[TemplateShape],
    master: Iterable[TemplateShape],
    placeholders: Iterable[Placeholder],
    context: FillContext,
) -> Mapping[int | None, DrawnShape]:
    """Return the fills of a layout's placeholders, inherited ones too, by `idx` (title: None).

    An outline without a fill counts as a fill that covers nothing.
    """
    inherited = fills_by_family(master)
    outlined = {
        placeholder_family(shape.placeholder.get("type", "obj")): shape.element
        for shape in master
        if shape.placeholder is not None and _line(shape.element) is not None
    }
    fills: dict[int | None, Element] = {}
    outlines: dict[int | None, Element] = {}
    for shape in shapes:
        if shape.placeholder is None:
            continue
        kind = placeholder_family(shape.placeholder.get("type", "obj"))
        idx = None if kind == "title" else placeholder_index(shape.placeholder.get("idx")) or 0
        fill = own_fill(shape.element)
        fill = inherited.get(kind) if fill is None else fill
        if fill is not None:
            fills.setdefault(idx, fill)
        outline = outlined.get(kind) if _line(shape.element) is None else shape.element
        if outline is not None:
            outlines.setdefault(idx, outline)
    panels: dict[int | None, DrawnShape] = {}
    for idx, box in ((each.idx, each.box) for each in placeholders):
        panel = filled_rectangle(box, fills[idx], context) if idx in fills else None
        if panel is None and idx in outlines:
            panel = _outline(box, outlines[idx], context)
        if panel is not None:
            panels[idx] = panel
    return panels


def _line(element: Element) -> Element | None:
    """Return the line that a shape states around itself, `a:noFill` among its fills."""
    return fill_element(element.find(f"{q('p:spPr')}/{q('a:ln')}"))


def fills_by_family(master: Iterable[TemplateShape]) -> dict[str, Element]:
    """Return the fills that placeholders of a master state, by family."""
    fills: dict[str, Element] = {}
    for shape in master:
        fill = own_fill(shape.element)
        if shape.placeholder is not None and fill is not None:
            fills.setdefault(placeholder_family(shape.placeholder.get("type", "obj")), fill)
    return fills


def backdrop_colors(
    placeholders: Iterable[Placeholder],
    fills: Mapping[int | None, DrawnShape],
    drawn: Sequence[DrawnShape],
    paper: str | None,
) -> tuple[str | None, ...]:
    """Return the RRGGBB behind each of `texts_by_size`; None if unknown, or several colours.

    `fills` are those of the placeholders, `drawn` the shapes below them, `paper` the background.
    """
    return tuple(
        backdrop_color(each.box, (*drawn, fills[each.idx]) if each.idx in fills else drawn, paper)
        for each in texts_by_size(placeholders)
    )


def texts_by_size(placeholders: Iterable[Placeholder]) -> list[Placeholder]:
    """Return the placeholders of titles and texts, the largest first, without footers."""
    texts = (each for each in placeholders if each.type in TITLE_TYPES | TEXTS)
    return sorted(texts, key=lambda text: -text.box.area)


def backdrop_color(box: Box, drawn: Iterable[DrawnShape], paper: str | None) -> str | None:
    """Return the RRGGBB behind a box; None if unknown, or several colours."""
    color = paper
    for panel in drawn:
        # Most shapes of a full slide are elsewhere, and an area is dear.
        if panel.opacity <= 0 or not box.overlaps(panel.box):
            continue
        part = box.share_on(panel.box)
        if part <= _NOTHING:
            continue
        if part < _ALL or panel.color is None:
            color = None
        elif panel.opacity >= 1:
            color = panel.color
        elif color is not None:
            color = mixed(color, panel.color, panel.opacity)
    return color


def covers(box: Box, other: Box) -> bool:
    """Return whether a box covers nearly all of another box."""
    return other.share_on(box) >= _ALL


def grown_box(
    box: Box, others: Iterable[Box], drawn: Iterable[DrawnShape], height: int
) -> Box | None:
    """Return a box extended up and down as far as nothing stands; None if that gains too little.

    `others` are all boxes that the slide fills; they may contain `box` itself. `drawn` is what the
    layout draws; a box on a panel or a picture stays on it. `height` is the slide's, in EMU.
    """
    top, bottom = round(height * _EDGE), round(height * (1 - _EDGE))
    gap = round(height * _GAP)
    in_the_way = [other for other in others if other != box]
    for shape in seen_around(box, tuple(drawn)):
        if shape.box.contains(box):
            top, bottom = max(top, shape.box.y), min(bottom, shape.box.bottom)
        else:
            in_the_way.append(shape.box)
    for other in in_the_way:
        if other.x >= box.right or box.x >= other.right:
            continue
        if other.bottom <= box.y + box.cy // 2:
            top = max(top, other.bottom + gap)
        elif other.y >= box.y + box.cy // 2:
            bottom = min(bottom, other.y - gap)
        else:
            return None
    top, bottom = min(top, box.y), max(bottom, box.bottom)
    if bottom - top <= box.cy * _LEAST_GAIN:
        return None
    return box._replace(y=top, cy=bottom - top)


def seen_around(box: Box, drawn: Sequence[DrawnShape]) -> Sequence[DrawnShape]:
    """Return what is seen within and around a box on a ground; the ground hides what is below it.

    `drawn` begins with the lowest shape. A ground is a fill of one colour that contains the box.
    """
    for at in range(len(drawn) - 1, 0, -1):
        ground = drawn[at]
        if ground.color is not None and ground.opacity >= 1 and ground.box.contains(box):
            return drawn[at:]
    return drawn


def crossed_share(text: Box, drawn: Iterable[DrawnShape]) -> float:
    """Return the share of a text that shapes across it take with their boxes, up to 1."""
    across = (shape.box for shape in drawn if not shape.box.contains(text))
    return min(sum(map(text.shared_area, across)) / text.area, 1)
