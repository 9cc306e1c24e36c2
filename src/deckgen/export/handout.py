"""The handout: slides on paper, with lines to write on, with notes, or alone."""

import datetime as dt
from collections.abc import Sequence
from typing import Literal, TypeAlias

from deckgen.brand.brand import Brand
from deckgen.export.talk_contents import TalkContents
from deckgen.export.typst_paper import (
    TypesetPdf,
    installed_families,
    picture_name,
    sheet_data,
    slide_data,
    typeset_pdf,
)
from deckgen.render.renderer import SlideImage

HandoutLayout: TypeAlias = Literal["lines", "notes", "slides"]

COLUMNS = {2: 1, 4: 2, 6: 2}
"""Columns by the number of slides on a sheet of slides alone; four are in landscape."""


def handout_pdf(
    talk: TalkContents,
    brand: Brand,
    pages: Sequence[SlideImage],
    layout: HandoutLayout,
    a_sheet: int,
    paper: str,
    moment: dt.datetime | None,
) -> TypesetPdf:
    """Return the handout; `pages` are the pictures of the talk's slides, in order.

    `a_sheet` is a key of COLUMNS, for slides alone; with lines there are three on a sheet. Raises
    RenderingError.
    """
    drawn = [*zip(talk.slides, pages, strict=True)]
    data = {
        **sheet_data(talk, brand, paper, installed_families()),
        "layout": layout,
        "a-sheet": a_sheet,
        "columns": COLUMNS[a_sheet],
        "flipped": layout == "slides" and a_sheet == 4,
        "slides": [slide_data(slide, page, talk.lang) for slide, page in drawn],
    }
    pictures = {picture_name(slide): page for slide, page in drawn}
    return typeset_pdf("handout.typ", data, pictures, moment)
