"""Drawings: what all of them need to know of their text, and which module draws which kind."""

from __future__ import annotations

from deckgen.deck.bidi import runs_right_to_left
from deckgen.deck.box import Box
from deckgen.deck.graphics.clip import Clip
from deckgen.deck.graphics.drawing import Drawing
from deckgen.deck.graphics.graphic import Graphic
from deckgen.deck.slide import PlaceholderRole, Slide
from deckgen.fit.drawings.drawing_canvas import Canvas
from deckgen.fit.placement_context import PlacementContext
from deckgen.fit.slide_continuation import numbered_slides


def place_drawing(
    slide: Slide, role: PlaceholderRole, drawing: Drawing, context: PlacementContext
) -> list[Slide]:
    """Return the slide with a drawing in its place, or the slides that it goes on over.

    One that no slide holds is an error, and left without shapes.
    """
    area = _room(role, context)
    canvas = Canvas(area, context.fonts, context.minimum_size, context, slide.fit)
    found: list[Graphic]
    match drawing.kind:
        case "figures":
            from deckgen.fit.drawings.figures import figure_shapes

            found = [drawing._replace(shapes=figure_shapes(drawing, canvas))]
        case "steps":
            from deckgen.fit.drawings.steps import step_shapes

            found = [drawing._replace(shapes=step_shapes(drawing, canvas))]
        case "code":
            from deckgen.fit.drawings.listing import listing_shapes

            pages = [drawing._replace(shapes=shapes) for shapes in listing_shapes(drawing, canvas)]
            slides = (
                numbered_slides(slide, len(pages), context.slide_ids) if len(pages) > 1 else [slide]
            )
            return [
                _with(one, role, drawing, [page])
                for one, page in zip(slides, pages or [drawing], strict=True)
            ]
        case "scan":
            from deckgen.fit.drawings.qr_code import qr_code_shapes

            found = [drawing._replace(shapes=qr_code_shapes(drawing, canvas))]
        case "people":
            from deckgen.fit.drawings.people import people_graphics

            found = people_graphics(drawing, canvas) or [drawing]
    if runs_right_to_left(slide.lang):
        found = [_mirrored(graphic, area) for graphic in found]
    return [_with(slide, role, drawing, found)]


def _room(role: PlaceholderRole, context: PlacementContext) -> Box:
    """Return where a drawing stands: what its placeholder has for text, so that edges line up."""
    found, box = context.layout.placeholder(role), context.layout.graphic_box(role)
    if found is None:
        return box
    left, top, right, bottom = found.insets
    return Box(box.x + left, box.y + top, box.cx - left - right, box.cy - top - bottom)


def _with(slide: Slide, role: PlaceholderRole, drawing: Drawing, found: list[Graphic]) -> Slide:
    graphics: list[tuple[PlaceholderRole, Graphic]] = []
    for other, graphic in slide.graphics:
        if other == role and graphic == drawing:
            graphics += ((role, one) for one in found)
        else:
            graphics.append((other, graphic))
    return slide._replace(graphics=tuple(graphics))


def _mirrored(graphic: Graphic, area: Box) -> Graphic:
    """Return a graphic as it stands where one reads from the right."""

    def turned(box: Box) -> Box:
        return box._replace(x=2 * area.x + area.cx - box.x - box.cx)

    if isinstance(graphic, Drawing):
        shapes = tuple(shape._replace(box=turned(shape.box)) for shape in graphic.shapes)
        return graphic._replace(shapes=shapes)
    if isinstance(graphic, Clip):
        box = graphic.picture.box
        return graphic._replace(picture=graphic.picture._replace(box=box and turned(box)))
    return graphic._replace(box=turned(graphic.box)) if graphic.box else graphic
