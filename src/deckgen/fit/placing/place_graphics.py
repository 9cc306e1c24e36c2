"""Place pictures, films, tables, charts and drawings on their slide."""

from collections.abc import Sequence

from deckgen.deck.graphics import Chart, Clip, Drawing, Graphic, Picture, Recording, Table
from deckgen.deck.slide import PlaceholderRole, Slide, with_graphics
from deckgen.fit.graphics.full_bleed import place_full_bleed, place_to_edges
from deckgen.fit.graphics.pictures import placed_clip, placed_pictures
from deckgen.fit.graphics.pictures_beside_text import text_role_beside, with_text_beside
from deckgen.fit.placement_context import PlacementContext


def place_graphics(slide: Slide, context: PlacementContext) -> list[Slide]:
    """Return the slide with its graphics placed; several, if a table or a listing goes on."""
    if any(isinstance(graphic, Picture | Clip) for _, graphic in slide.graphics):
        slide = (
            place_full_bleed(slide, context) if slide.role == "bleed" else _pictured(slide, context)
        )
    slides = [slide]
    for role, graphic in slide.graphics:
        slides = [made for part in slides for made in _placed(part, role, graphic, context)]
    return slides


def _pictured(slide: Slide, context: PlacementContext) -> Slide:
    """Return the slide with pictures and clips placed; pictures of one role share its box."""
    graphics: list[tuple[PlaceholderRole, Graphic]] = []
    roles = dict.fromkeys(role for role, _ in slide.graphics)
    for role in roles:
        here = [graphic for there, graphic in slide.graphics if there == role]
        pictures = [graphic for graphic in here if isinstance(graphic, Picture)]
        beside = text_role_beside(slide, role)
        match here:
            case [Clip(recording=Recording(film=True)) as film] if beside:
                shown = (film.picture,)
                slide, (picture,) = with_text_beside(slide, role, beside, shown, context)
                graphics.append((role, film._replace(picture=picture)))
                continue
        for graphic in here:
            if isinstance(graphic, Clip):
                graphics.append((role, placed_clip(graphic, role, slide.lang, context)))
            elif not isinstance(graphic, Picture):
                graphics.append((role, graphic))
        if not pictures:
            continue
        placed: Sequence[Picture] = ()
        if not context.layout.has_graphic_box(role):
            _report_no_place(pictures[0], context)
        elif role == "picture":
            placed = [place_to_edges(pictures[0], context)]
        elif beside and len(pictures) == len(here):
            slide, placed = with_text_beside(slide, role, beside, pictures, context)
        else:
            area = context.layout.graphic_box(role)
            placed = placed_pictures(pictures, area, context)
        graphics += ((role, picture) for picture in placed)
    return slide._replace(graphics=tuple(graphics))


def _report_no_place(picture: Picture, context: PlacementContext) -> None:
    context.diagnostics.warning(
        "no-place-for-picture",
        f"The layout “{context.layout.name}” has no place for a picture; the slide shows none.",
        picture.span,
        "Show it on a slide of its own, or name a layout with a placeholder for pictures: "
        "`layout: …`.",
    )


def _placed(
    slide: Slide, role: PlaceholderRole, graphic: Graphic, context: PlacementContext
) -> list[Slide]:
    match graphic:
        case Picture() | Clip():
            return [slide]  # placed with the others of its slide
        case Drawing():
            from deckgen.fit.drawings.place_drawing import place_drawing

            return place_drawing(slide, role, graphic, context)
        case Table():
            from deckgen.fit.placing.tables_beside_text import tables_beside_text

            parts = tables_beside_text(slide, role, graphic, context)
            return [with_graphics(part, role, [rows]) for part, rows in parts]
        case Chart():
            from deckgen.fit.placing.charts_beside_text import chart_beside_text

            slide, chart = chart_beside_text(slide, role, graphic, context)
            return [with_graphics(slide, role, [chart])]
