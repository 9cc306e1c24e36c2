"""Hairlines between the rows of a list, as wide as its place."""

from collections.abc import Iterator
from itertools import pairwise

from deckgen.deck.box import Box
from deckgen.deck.graphics.drawing import Drawing, Shape
from deckgen.deck.layout import EMU_PER_INCH, EMU_PER_POINT
from deckgen.deck.slide import Slide
from deckgen.fit.measured_slide import MeasuredSlide, MeasuredText
from deckgen.fit.text.text_height import MeasuredParagraph, shown_height

_THICK = round(0.012 * EMU_PER_INCH)
_AROUND = round(0.2 * EMU_PER_INCH)
"""EMU from the list to the lines above and below it, at most."""


def with_row_rules(slide: Slide, measured: MeasuredSlide, reserve: float) -> Slide:
    """Return a slide with decorative lines between the rows of its body, if its layout has them.

    `reserve` is how much wider than its measure text was taken to be.
    """
    body = measured.text("body")
    if body is None or body.frame.placeholder.row_rules == "none":
        return slide
    place = body.frame.placeholder.inner_box
    lines = (Box(place.x, y - _THICK // 2, place.cx, _THICK) for y in _heights(body, reserve))
    drawn = tuple([Shape("Line", line, fill="quiet") for line in lines])
    if not drawn:
        return slide
    rules = Drawing("line", (), slide.span, "Lines", drawn)
    return slide._replace(graphics=(*slide.graphics, ("body", rules)))


def _heights(body: MeasuredText, reserve: float) -> Iterator[int]:
    """Yield the y of each line, in EMU: in the middle of the space before a row.

    The lines around the list stand as far from its first row and its last one, if that is less than
    `_AROUND`.
    """
    sizes, y = body.frame.size_steps[body.size_step], float(body.top)
    rows = [measured for measured in body.block[1:] if _is_row(measured)]
    usual = body.before(rows[0]) * EMU_PER_POINT / 2 if rows else _AROUND
    off = min(usual, _AROUND) if body.frame.placeholder.row_rules == "around" else 0
    if off:
        yield round(y - off)
    for upper, lower in pairwise(body.block):
        y += shown_height(upper, sizes[upper.level], reserve) * EMU_PER_POINT
        space = (upper.after + body.before(lower)) * EMU_PER_POINT
        if _is_row(lower):
            yield round(y + space / 2)
        y += space
    if off:
        last = body.block[-1]
        yield round(y + shown_height(last, sizes[last.level], reserve) * EMU_PER_POINT + off)


def _is_row(measured: MeasuredParagraph) -> bool:
    return not measured.level and measured.paragraph.bullet != "none"
