"""Drawings: what all of them need to know of their text, and which module draws which kind."""

from collections.abc import Callable

from deckgen.deck.bidi import is_turned
from deckgen.deck.box import Box
from deckgen.deck.graphics import Drawing, Picture, Shape
from deckgen.deck.slide import PlaceholderRole, Slide, numbered_slides, with_graphics
from deckgen.fit.drawings.drawing_canvas import Canvas
from deckgen.fit.graphics.pictures import warn_of_coarse
from deckgen.fit.placement_context import PlacementContext


def place_drawing(
    slide: Slide, role: PlaceholderRole, drawing: Drawing, context: PlacementContext
) -> list[Slide]:
    """Return the slide with the shapes of a drawing, or the slides that a listing goes on over.

    A drawing that fits on no slide is an error and has no shapes.
    """
    area, scale = context.layout.text_area(role), context.layout.scale
    usual = _magnified_box(area, 1 / scale)
    least = round(context.minimum_size / scale)
    canvas = Canvas(usual, context.fonts, least, context, slide.fit)
    graphics: list[Drawing | Picture]
    match drawing.kind:
        case "figures":
            from deckgen.fit.drawings.figures import figure_shapes

            graphics = [drawing._replace(shapes=figure_shapes(drawing, canvas))]
        case "steps":
            from deckgen.fit.drawings.steps import step_shapes

            graphics = [drawing._replace(shapes=step_shapes(drawing, canvas))]
        case "code":
            from deckgen.fit.drawings.listing import listing_shapes

            parts = [drawing._replace(shapes=shapes) for shapes in listing_shapes(drawing, canvas)]
            pages = [_magnified(part, scale) for part in parts]
            slides = (
                numbered_slides(slide, len(pages), context.slide_ids) if len(pages) > 1 else [slide]
            )
            pairs = zip(slides, pages or [drawing], strict=True)
            return [with_graphics(part, role, [page]) for part, page in pairs]
        case "scan":
            from deckgen.fit.drawings.qr_code import qr_code_shapes

            graphics = [drawing._replace(shapes=qr_code_shapes(drawing, canvas))]
        case "people":
            from deckgen.fit.drawings.people import people_graphics

            graphics = people_graphics(drawing, canvas) or [drawing]
        case "line":
            graphics = [drawing]
    graphics = [_without_lost_words(graphic, slide.lang, canvas) for graphic in graphics]
    graphics = [_magnified(graphic, scale) for graphic in graphics]
    warn_of_coarse([each for each in graphics if isinstance(each, Picture)], context.diagnostics)
    if is_turned(slide.lang, context.layout):
        graphics = [_with_boxes(each, lambda box: box.mirrored(area)) for each in graphics]
    return [with_graphics(slide, role, graphics)]


def _without_lost_words(graphic: Drawing | Picture, lang: str, canvas: Canvas) -> Drawing | Picture:
    if not isinstance(graphic, Drawing):
        return graphic
    shapes = [canvas.without_lost_words(shape, lang) for shape in graphic.shapes]
    return graphic._replace(shapes=tuple(shapes))


def _magnified(graphic: Drawing | Picture, scale: float) -> Drawing | Picture:
    """Return a part of a drawing for a page of a usual height, made `scale` times larger."""
    if scale == 1:
        return graphic
    graphic = _with_boxes(graphic, lambda box: _magnified_box(box, scale))
    if not isinstance(graphic, Drawing):
        return graphic
    return graphic._replace(shapes=tuple(_with_larger_text(each, scale) for each in graphic.shapes))


def _with_larger_text(shape: Shape, scale: float) -> Shape:
    styles = (
        style._replace(
            size=round(style.size * scale), space_before=round(style.space_before * scale)
        )
        for style in shape.styles
    )
    return shape._replace(styles=tuple(styles), inset=round(shape.inset * scale))


def _magnified_box(box: Box, scale: float) -> Box:
    return Box(*(round(length * scale) for length in box))


def _with_boxes(graphic: Drawing | Picture, change: Callable[[Box], Box]) -> Drawing | Picture:
    """Return a part of a drawing with each of its boxes changed."""
    if isinstance(graphic, Drawing):
        shapes = (shape._replace(box=change(shape.box)) for shape in graphic.shapes)
        return graphic._replace(shapes=tuple(shapes))
    return graphic._replace(box=graphic.box and change(graphic.box))
