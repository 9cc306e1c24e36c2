"""Hairlines between columns of text, as high as the longest of them."""

from itertools import pairwise

from deckgen.deck.box import Box
from deckgen.deck.graphics.drawing import Drawing, Shape
from deckgen.deck.layout import EMU_PER_INCH
from deckgen.deck.slide import Slide
from deckgen.fit.growth import COLUMNS
from deckgen.fit.measured_slide import MeasuredSlide
from deckgen.support.diagnostics import Span

_THICK = round(0.012 * EMU_PER_INCH)


def with_column_rules(slide: Slide, measured: MeasuredSlide) -> Slide:
    """Return a slide with decorative lines between its columns, if all of them are text."""
    texts = [text for text in measured.texts if text.role in COLUMNS]
    if slide.graphics or len(texts) < 2:
        return slide
    boxes = sorted([text.frame.placeholder.box for text in texts])
    top, bottom = min(box.y for box in boxes), max(text.bottom for text in texts)
    lines = [
        Box((left.x + left.cx + right.x - _THICK) // 2, top, _THICK, bottom - top)
        for left, right in pairwise(boxes)
    ]
    return slide._replace(graphics=tuple([("second", _drawn(line, slide.span)) for line in lines]))


def _drawn(line: Box, span: Span) -> Drawing:
    return Drawing("line", (), span, "Line", (Shape("Line", line, fill="quiet"),))
