"""What stands beside a headline: its number, and in some styles the text.

They stay on its baseline where the one or the other is set smaller or larger.
"""

from deckgen.deck.layout import EMU_PER_POINT
from deckgen.fit.measured_slide import MeasuredSlide, MeasuredText
from deckgen.fonts.text_width import BASELINE, LEAST_LINE_HEIGHT

_AT_MOST_OFF = 2 * EMU_PER_POINT
"""How far from each other two baselines of a layout are one."""


def with_texts_on_baseline(slide: MeasuredSlide) -> MeasuredSlide:
    """Return a slide whose number and text beside its headline move with the baseline of that.

    They stay where the layout does not have both on one baseline. Text larger than the headline
    begins with its capitals at the height of those of the headline, and below a kicker as wide.
    """
    title = slide.text("title")
    if title is None:
        return slide
    return _with_text_beside(_with_number_beside(slide, title), title)


def _with_number_beside(slide: MeasuredSlide, title: MeasuredText) -> MeasuredSlide:
    number = slide.text("progress")
    if number is None or not _are_on_one_line(title, number):
        return slide
    box = number.frame.placeholder.box
    down = _baseline(title, title.size) - _baseline(number, number.size)
    return slide.moved("progress", box._replace(y=box.y + down))


def _with_text_beside(slide: MeasuredSlide, title: MeasuredText) -> MeasuredSlide:
    body = slide.text("body")
    if body is None:
        return slide
    box, place = body.frame.placeholder.box, title.frame.placeholder.box
    if box.x < place.right or not _are_on_one_line(title, body):
        return slide
    if _reaches(slide.text("kicker"), box.x):
        return slide
    down = _baseline(title, title.size) - _baseline(body, body.size) - _more_leading(body)
    if body.size > title.size:
        down += _capitals(body) - _capitals(title)
    return slide.moved("body", box.from_top(box.y + down)) if down < 0 else slide


def _are_on_one_line(title: MeasuredText, beside: MeasuredText) -> bool:
    """Return whether two texts, of which one has another size, are on one baseline otherwise."""
    own, other = (text.frame.placeholder for text in (title, beside))
    usual = own.level_styles[0].size, other.level_styles[0].size
    if (title.size, beside.size) == usual or own.anchor != other.anchor or own.anchor == "ctr":
        return False
    off = _baseline(title, usual[0]) - _baseline(beside, usual[1])
    return abs(off) <= _AT_MOST_OFF


def _reaches(kicker: MeasuredText | None, x: int) -> bool:
    """Return whether the words of a kicker end beyond `x`, in EMU."""
    if kicker is None:
        return False
    wide = sum(part.text.width for part in kicker.block) * kicker.size * EMU_PER_POINT
    return kicker.frame.placeholder.box.x + wide > x


def _capitals(text: MeasuredText) -> int:
    """Return the EMU of the capitals of a text."""
    return round(text.frame.levels[0].face.face.cap_height * text.size * EMU_PER_POINT)


def _more_leading(text: MeasuredText) -> int:
    """Return the EMU by which the first line is lower, as lines are further apart."""
    more = text.frame.placeholder.level_styles[0].line_spacing / 100 - 1
    return round(more * LEAST_LINE_HEIGHT * text.size * EMU_PER_POINT)


def _baseline(text: MeasuredText, size: int) -> int:
    """Return the y in EMU of the first baseline, of texts that end at the foot of the last one."""
    place = text.frame.placeholder
    if place.anchor == "t":
        return place.inner_box.y + round(BASELINE * size * EMU_PER_POINT)
    below = round((LEAST_LINE_HEIGHT - BASELINE) * size * EMU_PER_POINT)
    return place.box.bottom - below
