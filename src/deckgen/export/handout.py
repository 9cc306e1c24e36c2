"""The handout for the audience: slides on paper, with lines to write on, with notes, or alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from deckgen.export.typst_paper import (
    Printed,
    families,
    picture_name,
    set_pages,
    sheet,
    slide_data,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from deckgen.brand.brand import Brand
    from deckgen.export.talk_contents import Contents
    from deckgen.render.renderer import Page

Layout: TypeAlias = Literal["lines", "notes", "slides"]

COLUMNS = {2: 1, 4: 2, 6: 2}
"""How many slides a sheet of slides alone may hold, and in how many columns; four lie across."""


def handout(
    talk: Contents,
    brand: Brand,
    pages: Sequence[Page],
    layout: Layout,
    a_sheet: int,
    paper: str,
    moment: dt.datetime | None,
) -> Printed:
    """Return the handout; `pages` are the pictures of the talk's slides, in order.

    `a_sheet` is a key of COLUMNS and holds for slides alone; three stand on a sheet with lines.
    Raises RenderingError.
    """
    drawn = [*zip(talk.slides, pages, strict=True)]
    data = {
        **sheet(talk, brand, paper, families()),
        "layout": layout,
        "a-sheet": a_sheet,
        "columns": COLUMNS[a_sheet],
        "flipped": layout == "slides" and a_sheet == 4,
        "slides": [slide_data(slide, page, talk.lang) for slide, page in drawn],
    }
    pictures = {picture_name(slide): page for slide, page in drawn}
    return set_pages("handout.typ", data, pictures, moment)
