"""The handout: slides on paper, with lines to write on, with notes, or alone."""

from typing import Literal, TypeAlias

from deckgen.export.typst_paper import DrawnTalk, TypesetPdf, talk_pdf

HandoutLayout: TypeAlias = Literal["lines", "notes", "slides"]

COLUMNS = {2: 1, 4: 2, 6: 2}
"""Columns by the number of slides on a sheet of slides alone; four are in landscape."""


def handout_pdf(drawn: DrawnTalk, layout: HandoutLayout, a_sheet: int, paper: str) -> TypesetPdf:
    """Return the handout of a talk.

    `a_sheet` is a key of COLUMNS, for slides alone; with lines there are three on a sheet. Raises
    RenderingError.
    """
    own = {
        "layout": layout,
        "a-sheet": a_sheet,
        "columns": COLUMNS[a_sheet],
        "flipped": layout == "slides" and a_sheet == 4,
    }
    return talk_pdf("handout.typ", drawn, paper, own)
