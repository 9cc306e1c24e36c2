"""Many short rows in two columns, if one column would be small beside an empty half.

The free space is below the rows: programs differ in what they show above the first row of the
second column. The height of the place makes every program break the columns at the same row.
"""

from math import ceil

from deckgen.deck.layout import EMU_PER_INCH, EMU_PER_POINT
from deckgen.deck.slide import LISTS, Slide
from deckgen.fit.measured_slide import MeasuredSlide, MeasuredText
from deckgen.fit.sizes.fitting_sizes import FitContext, text_at_step, text_that_fits
from deckgen.fit.sizes.growth import LARGEST_TEXT, largest_below
from deckgen.fit.text.text_height import TextExtent, measured_paragraphs, text_frame

_LEAST_ROWS, _MANY_ROWS, _ENOUGH = 7, 8, 22
"""Rows from which two columns are tried; rows from which so many points are large enough there."""
_MOST_INDENTS = 6
"""The least width of the place of rows in columns, in indents."""
_GAP = round(0.4 * EMU_PER_INCH)
"""EMU between the columns."""
_WIDER = 1.06
"""How much wider than measured a row may be in other programs and fonts."""
_MUCH_LARGER = 1.15
"""How much larger rows must be in two columns."""
_FULL, _FILLED, _LEAST_SPACE, _MOST_SPACE = 0.85, 0.92, 0.4, 1.0
"""Shares of the height: what many rows fill, what columns may fill; em between rows, at least, at
most."""


def in_two_columns(
    slide: Slide, parts: list[MeasuredSlide], context: FitContext
) -> list[MeasuredSlide]:
    """Return the parts of a slide, or one slide if its rows fit on it in two columns."""
    body = parts[0].text("body")
    if body is None or (len(parts) == 1 and len(body.block) < _LEAST_ROWS):
        return parts  # as most are
    content = slide.text("body")
    if len(parts) == 2 and content and slide.fit == "auto":  # each is one column full
        block = measured_paragraphs(content.paragraphs, body.frame, context.fonts)
        rows = text_at_step("body", body.frame, block, len(body.frame.size_steps) - 1)
        others = [
            text_that_fits(slide, text.role, own, text.frame, context) or text
            for text in parts[0].texts
            if text.role != "body" and (own := slide.text(text.role))
        ]
        whole = parts[0]._replace(slide=slide, why_split="").with_texts((rows, *others))
        if (parted := _with_two_columns(whole, context)) is not whole:
            context.slide_ids.difference_update([part.slide.id for part in parts[1:]])
            return [parted]
    return [_with_two_columns(part, context) for part in parts]


def _with_two_columns(slide: MeasuredSlide, context: FitContext) -> MeasuredSlide:
    """Return a slide with its rows in two columns, if they are much larger there; none breaks."""
    body, content = slide.text("body"), slide.slide.text("body")
    if body is None or content is None or not _may_be_parted(slide, body):
        return slide
    own, title, rows = body.frame.placeholder, slide.text("title"), -(-len(body.block) // 2)
    insets = own.insets._replace(right=own.insets.right + _GAP)
    whole = context.layouts(*slide.slide.layout_key).graphic_box("body")
    box = own.box._replace(cx=max(own.box.right, whole.right) - own.box.x)
    place = own._replace(columns=2, insets=insets, box=box)
    frame = text_frame(place, context.minimum_size, context.fonts)
    block = measured_paragraphs(content.paragraphs, frame, context.fonts)
    most = min(largest_below(title, body), LARGEST_TEXT, title.size - 1 if title else LARGEST_TEXT)
    is_much = len(body.block) >= _MANY_ROWS
    least = min(body.size, _ENOUGH) if is_much else ceil(body.size * _MUCH_LARGER)
    for size in range(most, least - 1, -2):
        line = max(part.leading * size + part.points for part in block)
        room = body.frame.height * _FILLED - rows * line
        after = int(min(room / (rows - 1), size * _MOST_SPACE))
        if after >= size * _LEAST_SPACE and all(
            part.text.width * size * _WIDER <= part.first_width for part in block
        ):
            break
    else:
        return slide
    # Between what the rows of a column take and what would hold another row.
    high = round((rows * (line + after) + (line - after) / 2) * EMU_PER_POINT)
    box = box._replace(cy=own.insets.top + high + own.insets.bottom)
    frame = frame.in_box(box).at_sizes((size,) * len(own.level_styles))
    content = content._replace(
        paragraphs=tuple([each._replace(space_after=after) for each in content.paragraphs]),
        column_gap=_GAP,
    )
    block = measured_paragraphs(content.paragraphs, frame, context.fonts)
    spaces = (0,) * len(own.level_styles)
    extent = TextExtent(len(block), len(block) * (line + after), body.extent.words, 0)
    parted = MeasuredText("body", frame, block, 0, extent, spaces)
    contents = dict(slide.slide.placeholders) | {"body": content}
    slide = slide._replace(slide=slide.slide.with_texts(contents))
    return slide.with_texts([parted if text is body else text for text in slide.texts])


def stands_in_columns(slide: MeasuredSlide) -> bool:
    """Return whether the rows of a slide stand in two columns that its layout does not have."""
    content = slide.slide.text("body")
    return content is not None and content.column_gap > 0


def _may_be_parted(slide: MeasuredSlide, body: MeasuredText) -> bool:
    count, place = len(body.block), body.frame.placeholder
    is_full = count >= _MANY_ROWS and body.extent.height >= body.frame.height * _FULL
    if count < _LEAST_ROWS or not (body.size_step or is_full):  # as of most slides
        return False
    if slide.why_split or slide.slide.role not in LISTS | {"questions"}:
        return False
    if place.columns > 1 or place.vertical or not place.largest_size:
        return False
    if place.level_styles[0].margin * _MOST_INDENTS > place.box.cx:
        return False  # numbers stand in a margin of their own
    rows = [each.paragraph for each in body.block]
    return not slide.slide.graphics and all(
        not row.level and row.bullet == row.direction == "layout" for row in rows
    )
