"""Hairlines between columns of text, as high as the longest of them.

Words begin at the edge of their column, and end before its other edge. So a line in the middle of
the gap would seem nearer to the words that begin beside it: it stands in the middle between these
and the longest line of the column before, but within the gap.
"""

from itertools import pairwise

from deckgen.deck.bidi import runs_right_to_left
from deckgen.deck.box import Box
from deckgen.deck.graphics.drawing import Drawing, Shape
from deckgen.deck.graphics.graphic import Graphic
from deckgen.deck.layout import EMU_PER_INCH, EMU_PER_POINT
from deckgen.deck.slide import PlaceholderRole, Slide
from deckgen.fit.measured_slide import MeasuredSlide, MeasuredText
from deckgen.fit.sizes.growth import COLUMNS
from deckgen.fit.text.line_breaking import break_lines, count_lines
from deckgen.support.diagnostics import Span

_THICK = round(0.012 * EMU_PER_INCH)
_LEAST_OFF = round(0.1 * EMU_PER_INCH)


def with_column_rules(slide: Slide, measured: MeasuredSlide, reserve: float) -> Slide:
    """Return a slide with decorative lines between its columns, if all of them are text.

    `reserve` is how much wider than its measure text was taken to be.
    """
    texts = [text for text in measured.texts if text.role in COLUMNS]
    if slide.graphics or len(texts) < 2:
        return slide
    texts.sort(key=lambda text: text.frame.placeholder.box)
    boxes = [text.frame.placeholder.box for text in texts]
    lines = [_lines_without(reserve, text) for text in texts]
    bottom = max(text.bottom - less for text, (less, _) in zip(texts, lines, strict=True))
    mirrored = runs_right_to_left(slide.lang)
    free = min([end for _, end in (lines[1:] if mirrored else lines[:-1])])
    drawn: list[tuple[PlaceholderRole, Graphic]] = []
    for left, right in pairwise(boxes):
        gap = right.x - left.x - left.cx - _THICK
        off = max(min(gap // 2, _LEAST_OFF), (gap - free) // 2)
        x = right.x - _THICK - off if mirrored else left.x + left.cx + off
        box = Box(x, boxes[0].y, _THICK, bottom - boxes[0].y)
        drawn.append(("second", _drawn(box, slide.span)))
    return slide._replace(graphics=tuple(drawn))


def _lines_without(reserve: float, text: MeasuredText) -> tuple[int, int]:
    """Return what the lines of a column leave free in the fonts that were measured, in EMU.

    The height of the lines that only the reserve breaks, and the least width beside its lines.
    """
    sizes, less = text.frame.size_steps[text.size_step], 0.0
    free = text.frame.placeholder.box.cx / EMU_PER_POINT
    for measured in text.block:
        size, space = sizes[measured.level], measured.space
        whole = space._replace(right=space.right * reserve)
        lines = break_lines(measured.text, whole, size)
        more = count_lines(measured.text, space, size) - len(lines)
        less += more * (measured.leading * size + measured.points)
        start = whole.first
        for line in lines:
            wide = sum([wide + blank for wide, blank, _ in line]) - line[-1][1]
            free, start = min(free, whole.right - start - wide * size), whole.left
    return round(less * EMU_PER_POINT), round(max(free, 0) * EMU_PER_POINT)


def _drawn(line: Box, span: Span) -> Drawing:
    return Drawing("line", (), span, "Line", (Shape("Line", line, fill="quiet"),))
