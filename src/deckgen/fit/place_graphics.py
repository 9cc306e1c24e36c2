"""Give pictures, films, tables and charts their place: what text leaves free is theirs."""

from __future__ import annotations

from typing import NamedTuple

from deckgen.deck.graphics.chart import Chart
from deckgen.deck.graphics.clip import Clip
from deckgen.deck.graphics.graphic import Drawing, Graphic, Picture, Table
from deckgen.deck.layout import Layout
from deckgen.deck.slide import PlaceholderRole, Slide
from deckgen.fonts.text_width import Fonts
from deckgen.support.diagnostics import Diagnostics


class Placing(NamedTuple):
    """What placing needs to know."""

    layout: Layout
    fonts: Fonts
    minimum_size: int
    """Points: no table is set smaller."""
    diagnostics: Diagnostics
    ids: set[str]
    """Every slide id that is taken; a table that goes on over further slides adds to it."""


def place(slide: Slide, placing: Placing) -> list[Slide]:
    """Return the slide with its graphics placed; several, if a table goes on over them."""
    if any(isinstance(graphic, Picture | Clip) for _, graphic in slide.graphics):
        from deckgen.fit.graphics.full_bleed import bleeding

        slide = bleeding(slide, placing) if slide.role == "bleed" else _pictured(slide, placing)
    slides = [slide]
    for role, graphic in slide.graphics:
        if isinstance(graphic, Picture | Clip):
            continue
        if isinstance(graphic, Drawing):
            from deckgen.fit.drawings.place_drawing import drawn_up

            slides = [part for one in slides for part in drawn_up(one, role, graphic, placing)]
            continue
        slides = [part for one in slides for part in _placed(one, role, graphic, placing)]
    return slides


def _pictured(slide: Slide, placing: Placing) -> Slide:
    """Return the slide with pictures and clips placed; pictures of one placeholder share it."""
    from deckgen.fit.graphics.pictures import placed_pictures

    graphics: list[tuple[PlaceholderRole, Graphic]] = []
    roles = dict.fromkeys(role for role, _ in slide.graphics)
    for role in roles:
        here = [graphic for there, graphic in slide.graphics if there == role]
        pictures = [graphic for graphic in here if isinstance(graphic, Picture)]
        for one in here:
            if isinstance(one, Clip):
                from deckgen.fit.graphics.clips import placed_clip

                graphics.append((role, placed_clip(one, role, slide.lang, placing)))
            elif not isinstance(one, Picture):
                graphics.append((role, one))
        if pictures:
            area = placing.layout.area(role)
            graphics += ((role, one) for one in placed_pictures(pictures, area, placing))
    return slide._replace(graphics=tuple(graphics))


def _placed(
    slide: Slide, role: PlaceholderRole, graphic: Table | Chart, placing: Placing
) -> list[Slide]:
    box = placing.layout.area(role)
    match graphic:
        case Table():
            from deckgen.fit.graphics.tables import placed

            return [
                with_graphic(one, role, part) for one, part in placed(slide, role, graphic, placing)
            ]
        case Chart():
            from deckgen.fit.charts.charts import placed_chart

            fonts, minimum = placing.fonts, placing.minimum_size
            chart = placed_chart(graphic, box, fonts, minimum, placing.diagnostics)
            return [with_graphic(slide, role, chart)]


def with_graphic(slide: Slide, role: PlaceholderRole, graphic: Graphic) -> Slide:
    """Return the slide with another graphic in one of its places."""
    return slide._replace(
        graphics=tuple(
            (other, graphic if other == role else there) for other, there in slide.graphics
        )
    )
