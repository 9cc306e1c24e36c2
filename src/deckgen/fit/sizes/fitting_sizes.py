"""The size at which a text fits in its frame.

Titles of few words, such as “Thank you!”, and rows of overviews read best on one line. Rows of
overviews and long lists stand closer before they are smaller.
"""

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from deckgen.deck.box import Box
from deckgen.deck.layout import EMU_PER_POINT, SHARE_ABOVE, AnyRole, LayoutOf, Placeholder
from deckgen.deck.slide import LISTS, PAGES, LayoutRole, PlaceholderRole, Slide
from deckgen.deck.text_body import TextBody
from deckgen.fit.measured_slide import MeasuredText
from deckgen.fit.sizes.layout_frames import FitCache
from deckgen.fit.text.text_height import (
    Block,
    TextExtent,
    TextFrame,
    block_extent,
    breaks_words,
    frame_holds,
    least_headline,
    may_fit,
    measured_paragraphs,
    spread_space,
    text_frame,
)
from deckgen.fonts.text_width import Fonts
from deckgen.support.diagnostics import Diagnostics

_MANY_BULLETS = 6
"""Bullets from which a list stands closer, as overviews do, before it is set smaller."""
_LEAST_LIST = 20
"""Points down to which such a list is set smaller before it goes on over a second slide."""
_WIDER = 1.08
"""Factor of the height of a text where another font stands in for its own."""
SHORT_TITLES: frozenset[LayoutRole] = frozenset({"section", "closing"})
"""The roles of slides whose titles are large, and often short."""
_LEAST_SHARES = {2: 0.75, 3: 0.85}
"""By its number of words: the least share of its size at which such a title stands on one line."""
_LEAST_ROWS = 0.85
"""The least share of the size at which rows fit; they are set smaller to have one line each."""
_LEAST_HEADLINE, _LEAST_BESIDE = 0.85, 28
"""The least share of its size that a headline keeps to have two lines, not three; and the points
that are enough for a headline alone beside pictures, whose lines are short."""
_MUCH_SMALLER, _MUCH_LARGER = 0.65, 1.15
"""A headline moves into the place of a missing kicker if it is smaller than the first share of its
own size, and larger by the second there."""
_CLOSEST = 0.25
"""The least space between rows, in em; layouts that have less keep theirs."""


class FitContext(NamedTuple):
    """What all slides of a deck are fitted with; the set and the dicts grow on the way."""

    layouts: LayoutOf
    fonts: Fonts
    minimum_size: int
    """Points: the least size of text, unless the layout's own size is less."""
    diagnostics: Diagnostics
    slide_ids: set[str]
    """All slide ids in use."""
    cache: FitCache
    footers: dict[tuple[TextBody, Placeholder], TextBody]
    """Fitted footers and dates; most slides share them."""


def text_that_fits(
    slide: Slide, role: PlaceholderRole, content: TextBody, frame: TextFrame, context: FitContext
) -> MeasuredText | None:
    """Return text that fits in its frame, or in the larger one that the layout allows; else None.

    It has the largest size that fits; a smaller one if a word would be cut. A headline may then be
    as small as the least one of slides with bullets.
    """
    block = measured_paragraphs(content.paragraphs, frame, context.fonts)
    extent = block_extent(block, frame.size_steps[0])
    if extent.lines == len(block) and frame_holds(frame, extent):
        return MeasuredText(role, frame, block, 0, extent, ())  # as most are
    steps = allowed_size_steps(slide, role, frame)
    first = _first_with_whole_words(frame, block, steps)
    if slide.role == "questions" and role == "body":
        text = rows_that_fit(role, frame, block, steps[first:])
    else:
        text = _at_largest_size(role, frame, block, steps[first:])
        if (not text or text.size_step > first) and _is_long_list(slide, role, frame, block):
            larger = steps[first : text.size_step] if text else _readable(frame, steps[first:])
            text = rows_that_fit(role, frame, block, larger) or text
    place = frame.placeholder  # a larger box of which may hold a word that is too wide for its own
    is_cut = first > 0 and all(box.cx <= place.box.cx for box in place.larger_boxes)
    if text is None and is_cut and first == len(steps) > 1 and role == "title":
        text = _as_small_headline(slide, role, block, frame, context)
    if text is None and is_cut:
        text = _at_largest_size(role, frame, block, steps)
    is_small = text and text.size < frame.size_steps[0][0] * _MUCH_SMALLER
    may_be_larger = is_small and _has_place_of_kicker(slide, role, place, context)
    if not place.larger_boxes or (text and not may_be_larger):
        return with_fewer_lines(text, slide) if text and role == "title" else text
    fitted = text_that_fits(slide, role, content, next(larger_frames(frame, context)), context)
    if text and (not fitted or fitted.size < text.size * _MUCH_LARGER):
        return with_fewer_lines(text, slide)
    return fitted and _near(place.box, fitted)


def _has_place_of_kicker(
    slide: Slide, role: PlaceholderRole, place: Placeholder, context: FitContext
) -> bool:
    """Return whether a larger box of a headline has the place of a missing kicker, and no more.

    Other larger boxes may cross what a template draws: they are for text that fits nowhere else.
    """
    if role != "title" or slide.role not in PAGES:
        return False
    return place._replace(larger_boxes=()) in context.layouts(*slide.layout_key).below_kicker


def _is_long_list(slide: Slide, role: PlaceholderRole, frame: TextFrame, block: Block) -> bool:
    """Return whether a text is many bullets of one level, all but one of them a single line."""
    if role != "body" or slide.role not in LISTS or len(block) < _MANY_BULLETS:
        return False
    lines = block_extent(block, frame.size_steps[0]).lines
    return lines <= len(block) + 1 and not any(
        part.level or part.paragraph.bullet == "none" for part in block
    )


def _readable(frame: TextFrame, steps: range) -> range:
    """Return the steps at which a list is still better whole than over two slides."""
    sizes = (frame.size_steps[step][0] for step in steps)
    return steps[: sum(size >= _LEAST_LIST for size in sizes)]


def larger_frames(frame: TextFrame, context: FitContext) -> Iterator[TextFrame]:
    """Yield the frames of the larger boxes that the layout allows, the best first."""
    boxes = frame.placeholder.larger_boxes
    for at, box in enumerate(boxes, 1):
        grown = frame.placeholder.in_box(box)._replace(larger_boxes=boxes[at:])
        yield text_frame(grown, context.minimum_size, context.fonts)


def _near(own: Box, text: MeasuredText) -> MeasuredText:
    """Return a text in as much of a larger box as it needs, near to its `own` box.

    At the bottom of the whole larger box, it would stand far from the headline, on another ground.
    """
    place = text.frame.placeholder
    share, larger = SHARE_ABOVE[place.anchor], place.box
    needed = round(text.extent.height * EMU_PER_POINT * _WIDER)
    cy = min(needed + place.insets.top + place.insets.bottom, larger.cy)
    if place.vertical:
        return text
    if not share:
        return text.moved(larger._replace(cy=cy))
    cy = max(cy, own.cy)
    if cy >= larger.cy:
        return text
    y = own.y + round((own.cy - cy) * share)
    y = min(max(y, larger.y), larger.bottom - cy)
    return text.moved(larger._replace(y=y, cy=cy))


def _at_largest_size(
    role: PlaceholderRole, frame: TextFrame, block: Block, steps: range
) -> MeasuredText | None:
    """Return a text at the first of these steps at which it fits; None if there is none."""
    for step in steps:
        sizes = frame.size_steps[step]
        if step > steps.start and not may_fit(block, sizes, frame):
            continue
        extent = block_extent(block, sizes)
        if frame_holds(frame, extent):
            return MeasuredText(role, frame, block, step, extent)
    return None


def _as_small_headline(
    slide: Slide, role: PlaceholderRole, block: Block, frame: TextFrame, context: FitContext
) -> MeasuredText | None:
    """Return a large title in whole words, no smaller than titles of bullets may be; else None."""
    usual = context.layouts("bullets", slide.tone, "").placeholder("title")
    if usual is None:
        return None
    least = least_headline(usual.level_styles[0].size, context.minimum_size)
    if least >= frame.size_steps[-1][0]:
        return None
    placeholder = frame.placeholder._replace(minimum_size=least)
    smaller = text_frame(placeholder, least, context.fonts)
    steps = range(len(smaller.size_steps))
    first = _first_with_whole_words(smaller, block, steps)
    return _at_largest_size(role, smaller, block, steps[first:])


def _first_with_whole_words(frame: TextFrame, block: Block, steps: range) -> int:
    """Return the first step at which no word is cut: none is at all later ones."""
    if not breaks_words(block, frame.size_steps[0]):
        return 0
    return bisect_left(
        steps, 1, 1, key=lambda step: not breaks_words(block, frame.size_steps[step])
    )


def allowed_size_steps(slide: Slide, role: AnyRole, frame: TextFrame) -> range:
    """Return the size steps that the slide allows for a text, the largest first."""
    only_first = slide.fit == "error" or (slide.fit == "split" and role == "body")
    return range(1 if only_first else len(frame.size_steps))


def text_at_step(role: PlaceholderRole, frame: TextFrame, block: Block, step: int) -> MeasuredText:
    """Return a text at one of the sizes of its frame, whether it fits there or not."""
    return MeasuredText(role, frame, block, step, block_extent(block, frame.size_steps[step]))


def with_fewer_lines(text: MeasuredText, slide: Slide) -> MeasuredText:
    """Return a title with a line less, if it is not much smaller there, else as it is.

    A title of few words on a section or closing page gets one line; a headline in the middle of
    its field, or alone beside pictures, gets two.
    """
    words, lines = text.extent.words, text.extent.lines
    if slide.role in SHORT_TITLES:
        if lines != 2 or (words > min(_LEAST_SHARES) and "," in text.block[0].paragraph.text):
            return text  # it is read in two parts
        least = _LEAST_SHARES.get(words, 1)
    elif lines == 3 and slide.role in PAGES:
        least = _least_headline(text, slide)
    else:
        return text
    return _with_lines(text, lines - 1, text.frame.size_steps[0][0] * least)


def _least_headline(headline: MeasuredText, slide: Slide) -> float:
    """Return the least share of its size that a headline keeps to have only two lines.

    It may be smaller in the middle of its field, or alone beside pictures. A headline that may grow
    beside pictures is a poster, whose lines are short.
    """
    place = headline.frame.placeholder
    if place.anchor == "ctr":
        return _LEAST_HEADLINE
    is_alone = slide.role == "bullets" and any(role == "picture" for role, _ in slide.graphics)
    suffices = _LEAST_BESIDE / headline.frame.size_steps[0][0]
    return min(suffices, _LEAST_HEADLINE) if is_alone and not place.largest_size else 1


def _with_lines(text: MeasuredText, lines: int, least: float) -> MeasuredText:
    """Return a text at the largest size at which it has so many lines, from `least` points on."""
    steps = text.frame.size_steps
    for step in range(text.size_step + 1, len(steps)):
        if steps[step][0] < least:
            break
        extent = block_extent(text.block, steps[step])
        if extent.lines == lines:
            return text._replace(size_step=step, extent=extent)
    return text


def rows_that_fit(
    role: PlaceholderRole, frame: TextFrame, block: Block, steps: range
) -> MeasuredText | None:
    """Return rows at the first of these steps at which they fit; None if there is none.

    They stand as far apart as in the layout, or closer if they would not fit otherwise.
    """
    before = frame.levels[0].before
    for step in steps:
        sizes = frame.size_steps[step]
        extent = block_extent(block, sizes)
        least = min(_CLOSEST * sizes[0] / before, 1.0) if before else 1.0
        if _share_of_gaps(frame, extent) >= least:
            text = MeasuredText(role, frame, block, step, extent)
            if step and extent.lines != len(block):
                # Rows that are set smaller anyway have one line each, if that is not much smaller.
                text = _with_lines(text, len(block), text.size * _LEAST_ROWS)
            return _closer(text)
    return None


def _share_of_gaps(frame: TextFrame, extent: TextExtent) -> float:
    """Return the share of the space between rows that the frame has room for."""
    room = frame.height - (extent.height - extent.gaps)
    return room / extent.gaps if extent.gaps else float(room >= 0)


def _closer(text: MeasuredText) -> MeasuredText:
    lines, height, words, gaps = text.extent
    share = _share_of_gaps(text.frame, text.extent)
    if share >= 1:
        return text
    extent = TextExtent(lines, height + (share - 1) * gaps, words, gaps * share)
    spaces = tuple(map(int, spread_space(text.frame.levels, share)))
    return text._replace(extent=extent, space_before=spaces)
