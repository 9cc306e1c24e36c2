"""Place pictures, films, tables, charts and drawings on their slide."""

from __future__ import annotations

from deckgen.deck.graphics.chart import Chart
from deckgen.deck.graphics.clip import Clip
from deckgen.deck.graphics.drawing import Drawing
from deckgen.deck.graphics.graphic import Graphic
from deckgen.deck.graphics.picture import Picture
from deckgen.deck.graphics.table import Table
from deckgen.deck.slide import PlaceholderRole, Slide
from deckgen.fit.placement_context import PlacementContext


def place_graphics(slide: Slide, context: PlacementContext) -> list[Slide]:
    """Return the slide with its graphics placed; several, if a table or a listing goes on."""
    if any(isinstance(graphic, Picture | Clip) for _, graphic in slide.graphics):
        from deckgen.fit.graphics.full_bleed import place_full_bleed

        slide = (
            place_full_bleed(slide, context) if slide.role == "bleed" else _pictured(slide, context)
        )
    slides = [slide]
    for role, graphic in slide.graphics:
        if isinstance(graphic, Picture | Clip):
            continue
        if isinstance(graphic, Drawing):
            from deckgen.fit.drawings.place_drawing import place_drawing

            slides = [part for one in slides for part in place_drawing(one, role, graphic, context)]
            continue
        slides = [part for one in slides for part in _placed(one, role, graphic, context)]
    return slides


def _pictured(slide: Slide, context: PlacementContext) -> Slide:
    """Return the slide with pictures and clips placed; pictures of one role share its box."""
    from deckgen.fit.graphics.pictures import placed_pictures

    graphics: list[tuple[PlaceholderRole, Graphic]] = []
    roles = dict.fromkeys(role for role, _ in slide.graphics)
    for role in roles:
        here = [graphic for there, graphic in slide.graphics if there == role]
        pictures = [graphic for graphic in here if isinstance(graphic, Picture)]
        for one in here:
            if isinstance(one, Clip):
                from deckgen.fit.graphics.clips import placed_clip

                graphics.append((role, placed_clip(one, role, slide.lang, context)))
            elif not isinstance(one, Picture):
                graphics.append((role, one))
        if pictures:
            area = context.layout.graphic_box(role)
            graphics += ((role, one) for one in placed_pictures(pictures, area, context))
    return slide._replace(graphics=tuple(graphics))


def _placed(
    slide: Slide, role: PlaceholderRole, graphic: Table | Chart, context: PlacementContext
) -> list[Slide]:
    box = context.layout.graphic_box(role)
    match graphic:
        case Table():
            from deckgen.fit.graphics.tables import placed_tables

            return [
                with_graphic(one, role, part)
                for one, part in placed_tables(slide, role, graphic, context)
            ]
        case Chart():
            from deckgen.fit.charts.charts import placed_chart

            fonts, minimum = context.fonts, context.minimum_size
            chart = placed_chart(graphic, box, fonts, minimum, context.diagnostics)
            return [with_graphic(slide, role, chart)]


def with_graphic(slide: Slide, role: PlaceholderRole, graphic: Graphic) -> Slide:
    """Return the slide with another graphic for `role`."""
    return slide._replace(
        graphics=tuple(
            (other, graphic if other == role else there) for other, there in slide.graphics
        )
    )
