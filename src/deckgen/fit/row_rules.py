"""Hairlines between the rows of a list, as wide as its place."""

from collections.abc import Iterator
from itertools import pairwise

from deckgen.deck.box import Box
from deckgen.deck.graphics.drawing import Drawing, Shape
from deckgen.deck.layout import EMU_PER_INCH, EMU_PER_POINT
from deckgen.deck.slide import Slide
from deckgen.fit.measured_slide import MeasuredSlide, MeasuredText
from deckgen.fit.text.text_height import block_extent

_THICK = round(0.012 * EMU_PER_INCH)


def with_row_rules(slide: Slide, measured: MeasuredSlide) -> Slide:
    """Return a slide with decorative lines between the rows of its body, if its layout has them."""
    body = measured.text("body")
    if body is None or not body.frame.placeholder.has_row_rules:
        return slide
    place = body.frame.placeholder.inner_box
    lines = (Box(place.x, y - _THICK // 2, place.cx, _THICK) for y in _heights(body))
    drawn = tuple([Shape("Line", line, fill="quiet") for line in lines])
    if not drawn:
        return slide
    rules = Drawing("line", (), slide.span, "Lines", drawn)
    return slide._replace(graphics=(*slide.graphics, ("body", rules)))


def _heights(body: MeasuredText) -> Iterator[int]:
    """Yield the y between two rows, in EMU: in the middle of the space before the lower one."""
    sizes, y = body.frame.size_steps[body.size_step], float(body.top)
    for upper, lower in pairwise(body.block):
        y += block_extent((upper,), sizes).height * EMU_PER_POINT
        space = (upper.after + body.before(lower)) * EMU_PER_POINT
        if not lower.level:
            yield round(y + space / 2)
        y += space
