"""Give pictures, tables and charts their place on the slide: what text leaves free is theirs."""

from __future__ import annotations

from typing import NamedTuple

from deckgen.deck.layout import Layout
from deckgen.deck.metrics import Fonts
from deckgen.deck.model import Chart, Graphic, Picture, PlaceholderRole, Slide, Table
from deckgen.diagnostics import Diagnostics


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
    slides = [slide]
    for role, graphic in slide.graphics:
        slides = [part for one in slides for part in _placed(one, role, graphic, placing)]
    return slides


def _placed(slide: Slide, role: PlaceholderRole, graphic: Graphic, placing: Placing) -> list[Slide]:
    found = placing.layout.placeholder(role)
    if found is None:
        raise LookupError(f"layout {placing.layout.name} has no placeholder for {role}")
    match graphic:
        case Picture():
            return [with_graphic(slide, role, graphic._replace(box=found.box))]
        case Table():
            from deckgen.deck.tables import placed

            return [
                with_graphic(part, role, table)
                for part, table in placed(slide, graphic, found, placing)
            ]
        case Chart():
            from deckgen.deck.charts import placed_chart

            fonts, minimum = placing.fonts, placing.minimum_size
            chart = placed_chart(graphic, found.box, fonts, minimum, placing.diagnostics)
            return [with_graphic(slide, role, chart)]


def with_graphic(slide: Slide, role: PlaceholderRole, graphic: Graphic) -> Slide:
    """Return the slide with another graphic in one of its places."""
    return slide._replace(
        graphics=tuple(
            (other, graphic if other == role else there) for other, there in slide.graphics
        )
    )
