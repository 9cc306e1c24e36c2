"""Numbers beside headlines: they stay on one baseline where the headline is set smaller."""

from deckgen.deck.layout import EMU_PER_POINT, Placeholder
from deckgen.fit.measured_slide import MeasuredSlide
from deckgen.fonts.text_width import BASELINE, LEAST_LINE_HEIGHT

_AT_MOST_OFF = 2 * EMU_PER_POINT
"""How far from each other two baselines of a layout are one."""


def with_number_on_baseline(slide: MeasuredSlide) -> MeasuredSlide:
    """Return a slide whose number moves with the baseline of its headline.

    It stays where the layout does not have both on one baseline.
    """
    title, number = slide.text("title"), slide.text("progress")
    if title is None or number is None:
        return slide
    place, beside = title.frame.placeholder, number.frame.placeholder
    usual, own = place.level_styles[0].size, beside.level_styles[0].size
    if (title.size, number.size) == (usual, own):
        return slide
    if place.anchor != beside.anchor or place.anchor == "ctr":
        return slide
    if abs(_baseline(place, usual) - _baseline(beside, own)) > _AT_MOST_OFF:
        return slide
    down = _baseline(place, title.size) - _baseline(beside, number.size)
    return slide.moved("progress", beside.box._replace(y=beside.box.y + down))


def _baseline(place: Placeholder, size: int) -> int:
    """Return the y in EMU of the first baseline, of texts that end at the foot of the last one."""
    if place.anchor == "t":
        return place.box.y + round(BASELINE * size * EMU_PER_POINT)
    below = round((LEAST_LINE_HEIGHT - BASELINE) * size * EMU_PER_POINT)
    return place.box.y + place.box.cy - below
