"""Texts beside pictures: the capitals of their first line begin at the picture's upper edge."""

from deckgen.deck.box import Box
from deckgen.deck.graphics import Clip, Drawing, Graphic, Picture
from deckgen.deck.layout import EMU_PER_INCH, EMU_PER_POINT
from deckgen.fit.measured_slide import MeasuredSlide, MeasuredText
from deckgen.fonts.text_width import BASELINE, FIXED_BASELINE, LEAST_LINE_HEIGHT

_MOST_ABOVE = EMU_PER_INCH // 2
"""EMU by which a text may begin above or below a picture beside it; others are not beside it."""


def with_capitals_on_pictures(slide: MeasuredSlide) -> MeasuredSlide:
    """Return a slide whose texts beside pictures, films and codes stand as high as these."""
    tops = [box.y for _, graphic in slide.slide.graphics if (box := _shown(graphic))]
    if not tops:
        return slide
    return slide.with_texts([_moved(text, min(tops)) for text in slide.texts])


def _shown(graphic: Graphic) -> Box | None:
    """Return the box of a picture, a film or a code to scan; None for others."""
    if isinstance(graphic, Drawing):
        return graphic.shapes[0].box if graphic.kind == "scan" and graphic.shapes else None
    if isinstance(graphic, Clip) and graphic.recording.film:
        graphic = graphic.picture
    return graphic.box if isinstance(graphic, Picture) else None


def _moved(text: MeasuredText, top: int) -> MeasuredText:
    place = text.frame.placeholder
    if text.role == "title" or place.anchor != "t" or place.vertical or place.fill:
        return text
    if not text.block or abs(place.inner_box.y - top) > _MOST_ABOVE:
        return text
    # The ground of a code begins higher where it is not seen.
    up = round(_above_capitals(text) * EMU_PER_POINT) - max(top - place.inner_box.y, 0)
    if up <= 0:
        return text
    box = place.box
    return text.moved(box.from_top(box.y - up))


def _above_capitals(text: MeasuredText) -> float:
    """Return the points from the top of a text to the capitals of its first line."""
    first = text.block[0]
    level, size = text.frame.levels[first.level], text.sizes[first.level]
    baseline = first.points * FIXED_BASELINE
    if not first.points:
        baseline = (BASELINE + (level.leading - 1) * LEAST_LINE_HEIGHT) * size
    return max(baseline - level.face.face.cap_height * size, 0.0)
