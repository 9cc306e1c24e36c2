"""Texts that stand level: with the headline, with a picture, and headings with each other.

The number beside a headline, and in some styles the text, stays on the headline's baseline where
either of the two is set smaller or larger.
"""

from typing import TYPE_CHECKING

from deckgen.deck.layout import EMU_PER_INCH, EMU_PER_POINT
from deckgen.deck.slide import COLUMNS
from deckgen.fit.measured_slide import MeasuredSlide, MeasuredText
from deckgen.fit.text.text_height import shown_height
from deckgen.fonts.text_width import BASELINE, FIXED_BASELINE, LEAST_LINE_HEIGHT

if TYPE_CHECKING:
    from deckgen.deck.box import Box
    from deckgen.deck.graphics import Graphic

_AT_MOST_OFF = 2 * EMU_PER_POINT
"""EMU: two baselines of a layout count as one if they are no further apart."""
_MOST_ABOVE = EMU_PER_INCH // 2
"""EMU by which a text may begin above or below a picture beside it; others are not beside it."""


def with_texts_on_baseline(slide: MeasuredSlide) -> MeasuredSlide:
    """Return a slide whose number and text beside its headline move with the baseline of that.

    Each stays if the layout has it on another baseline; a text also below the end of a kicker. In
    text larger than the headline, the capitals begin at the height of the headline's capitals.
    """
    title, number, body = slide.text("title"), slide.text("progress"), slide.text("body")
    if title is None:
        return slide
    if number:
        slide = _with_number_beside(slide, title, number)
    return _with_text_beside(slide, title, body) if body else slide


def _with_number_beside(
    slide: MeasuredSlide, title: MeasuredText, number: MeasuredText
) -> MeasuredSlide:
    if not _are_on_one_line(title, number):
        return slide
    box = number.frame.placeholder.box
    down = _baseline(title, title.size) - _baseline(number, number.size)
    return slide.moved("progress", box._replace(y=box.y + down))


def _with_text_beside(
    slide: MeasuredSlide, title: MeasuredText, body: MeasuredText
) -> MeasuredSlide:
    box, place = body.frame.placeholder.box, title.frame.placeholder.box
    if box.x < place.right or not _are_on_one_line(title, body):
        return slide
    if _reaches(slide.text("kicker"), box.x):
        return slide
    more = body.frame.placeholder.level_styles[0].line_spacing / 100 - 1
    # Where lines are further apart, the first one is lower.
    lower = round(more * LEAST_LINE_HEIGHT * body.size * EMU_PER_POINT)
    down = _baseline(title, title.size) - _baseline(body, body.size) - lower
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


def _baseline(text: MeasuredText, size: int) -> int:
    """Return the y in EMU of a text's first baseline; of its last one, if it stands at the foot."""
    place = text.frame.placeholder
    if place.anchor == "t":
        return place.inner_box.y + round(BASELINE * size * EMU_PER_POINT)
    below = round((LEAST_LINE_HEIGHT - BASELINE) * size * EMU_PER_POINT)
    return place.box.bottom - below


def with_capitals_on_pictures(slide: MeasuredSlide) -> MeasuredSlide:
    """Return a slide whose texts beside pictures, films and codes stand as high as these.

    The capitals of their first line begin at the upper edge.
    """
    if slide.slide.role != "two-contents" or not slide.slide.graphics:
        return slide
    tops = [box.y for _, graphic in slide.slide.graphics if (box := _shown(graphic))]
    if not tops:
        return slide
    return slide.with_texts([_on_picture(text, min(tops)) for text in slide.texts])


def _shown(graphic: "Graphic") -> "Box | None":
    """Return the box of a picture, a film or a code to scan; None for others."""
    from deckgen.deck.graphics import Clip, Drawing, Picture

    if isinstance(graphic, Drawing):
        return graphic.shapes[0].box if graphic.kind == "scan" and graphic.shapes else None
    if isinstance(graphic, Clip) and graphic.recording.film:
        graphic = graphic.picture
    return graphic.box if isinstance(graphic, Picture) else None


def _on_picture(text: MeasuredText, top: int) -> MeasuredText:
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


def with_even_headings(slide: MeasuredSlide, reserve: float) -> MeasuredSlide:
    """Return a slide whose shorter headings of columns have the lines of the highest below them.

    It stays as it is where a column has no room for that, or where programs may break a heading
    otherwise than measured: `reserve` is how much wider than its measure text was taken to be.
    """
    columns = [text for text in slide.texts if text.role in COLUMNS]
    if len(columns) < 2 or not all(map(_has_heading, columns)):
        return slide
    heights = [_heading_height(text, 1.0) for text in columns]
    if heights != [_heading_height(text, reserve) for text in columns]:
        return slide
    moved = {
        text.role: _with_space_below_heading(text, round(max(heights) - height))
        for text, height in zip(columns, heights, strict=True)
    }
    if any(text.extent.height > text.frame.height for text in moved.values()):
        return slide
    contents = {
        role: body._replace(paragraphs=(moved[role].block[0].paragraph, *body.paragraphs[1:]))
        if role in moved
        else body
        for role, body in slide.slide.placeholders
    }
    slide = slide._replace(slide=slide.slide.with_texts(contents))
    return slide.with_texts([moved.get(text.role, text) for text in slide.texts])


def _has_heading(text: MeasuredText) -> bool:
    """Return whether a heading is above other paragraphs, in a box that is filled from the top."""
    is_above = len(text.block) > 1 and text.block[0].paragraph.space_after > 0
    return is_above and text.frame.placeholder.anchor == "t"


def _heading_height(text: MeasuredText, reserve: float) -> float:
    """Return the points of the lines of a heading."""
    heading = text.block[0]
    return shown_height(heading, text.sizes[heading.level], reserve)


def _with_space_below_heading(text: MeasuredText, by: int) -> MeasuredText:
    """Return a text with more points below its heading."""
    first, *others = text.block
    paragraph = first.paragraph._replace(space_after=first.paragraph.space_after + by)
    first = first._replace(paragraph=paragraph, after=first.after + by)
    extent = text.extent._replace(height=text.extent.height + by)
    return text._replace(block=(first, *others), extent=extent)
