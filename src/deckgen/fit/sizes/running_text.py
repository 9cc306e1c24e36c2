"""Running text that fills its page: each slide for itself, as sentences are longer and shorter.

docs/design.md gives the measures.
"""

from collections.abc import Iterator
from itertools import takewhile
from math import inf

from deckgen.deck.layout import EMU_PER_POINT
from deckgen.deck.slide import COLUMNS, LISTS, LayoutRole, Slide
from deckgen.fit.measured_slide import CLEARLY, MeasuredSlide, MeasuredText, is_shown
from deckgen.fit.sizes.growth import (
    BULLETS,
    FEW,
    LARGEST_TEXT,
    grown_text,
    larger_sizes,
    largest_below,
    least_spread,
    spread_spaces,
    wraps_code,
)
from deckgen.fit.text.last_words import has_lonely_line, parts_number
from deckgen.fit.text.text_height import (
    DEEPER,
    Sizes,
    TextExtent,
    TextFrame,
    block_extent,
    breaks_words,
)

_FILLED = 0.86
"""Share of the height of its place that the text may fill."""
_STATED: frozenset[LayoutRole] = LISTS | {"two-contents"}
_FEW_BULLETS, _FEW_BESIDE = 3, 2
"""Bullets up to which a text is not a list: alone on a page, and beside pictures."""
_TWO_LINES = 1.5, 1.9
"""The least and the most widths of a line that a single bullet on two lines has."""
_FEW_WORDS_OVER = 1.25
"""A paragraph that is wider than its line by less than this gets no second line."""
_LEAST_FOR_NUMBERS = 0.75
"""The least share of its largest size for text that would part a number from what it counts."""
_STATEMENT_LINES = 5
"""Lines up to which a text may be larger than its headline."""
_LISTED = FEW._replace(spread=1 + (FEW.spread - 1) / DEEPER)
"""The room of a list within running text, on deeper levels, which stand less far apart."""


def with_text_filled(slide: MeasuredSlide, most_beside: float = inf) -> MeasuredSlide:
    """Return a slide of running text, set as large as its place allows.

    A sentence or two are set larger than the headline, also where neighbours made them smaller.
    Below a headline that is set smaller than its layout says, the largest size is less in
    proportion, and a line that would end within “June 2028” makes it smaller. Slides that continue
    each other stay alike. Three bullets have at most `most_beside` points, and fewer than their
    headline: that is how far they may differ from neighbours with more text.
    """
    body, title = _only_body(slide), slide.text("title")
    if body is None or slide.why_split or body.frame.placeholder.columns > 1:
        return slide
    most: float = largest_below(title, _as_one_bullet(body))
    if most_beside < inf and slide.slide.role in LISTS and len(body.block) == _FEW_BULLETS:
        most = min(most, most_beside, title.size - 1 if title else inf)
    choices = _choices(body, title, most)
    if (largest := next(choices, None)) is None:
        return slide
    if _parts_number(body, largest, slide.slide):
        least = largest[1] * _LEAST_FOR_NUMBERS
        near = [largest, *takewhile(lambda choice: choice[1] >= least, choices)]
        largest = min(near, key=lambda choice: _parts_number(body, choice, slide.slide))
    frame, _, extent = largest
    return _with_body(slide, body, frame, extent)


def _choices(
    body: MeasuredText, title: MeasuredText | None, most: float
) -> Iterator[tuple[TextFrame, int, TextExtent]]:
    """Yield the frames in which a text suits its headline, its size there and its extent.

    The largest, of `most` points, is the first, its own the last, if it is not set smaller.
    """
    headline = title.size if title else 0
    usual = body.frame.placeholder.largest_size
    room = body.frame.height * _FILLED
    for sizes in larger_sizes(_as_one_bullet(body).frame):
        extent = _extent_within(body, sizes, room) if sizes[0] <= most else None
        if (
            extent
            and (sizes[0] <= usual or _is_poster(body, sizes[0]))
            and _suits(body, extent, sizes[0], headline)
        ):
            yield body.frame.at_sizes(sizes), sizes[0], extent
    if not body.size_step:
        yield body.frame, body.size, body.extent


def _parts_number(
    body: MeasuredText, choice: tuple[TextFrame, int, TextExtent], slide: Slide
) -> int:
    """Return 2 if a line ends within a number, 1 if it would, but lines may be balanced, else 0."""
    frame, size, extent = choice
    is_balanced = extent.lines <= _STATEMENT_LINES and size > LARGEST_TEXT
    if is_balanced and slide.role == "text":  # A sentence alone is set smaller for that later.
        return 0
    return parts_number(body.block, frame.size_steps[0], slide.lang) * (2 - is_balanced)


def is_statement(slide: MeasuredSlide) -> bool:
    """Return whether few bullets, or a text, stand alone below a headline or beside pictures."""
    body = _only_body(slide)
    if body is None or slide.why_split or slide.slide.role not in _STATED:
        return False
    if slide.slide.role not in LISTS and not is_shown(slide.slide):
        return False
    may_be_large = body.frame.placeholder.largest_few and not slide.slide.graphics
    few = _FEW_BULLETS if may_be_large else _FEW_BESIDE
    is_list = len(body.block) > few and any(part.paragraph.bullet != "none" for part in body.block)
    return not (is_list or any(part.level for part in body.block))


def _as_one_bullet(body: MeasuredText) -> MeasuredText:
    """Return a text; a single bullet may be larger, if the layout lets few bullets be large."""
    place = body.frame.placeholder
    if len(body.block) != 1 or body.block[0].paragraph.bullet == "none":
        return body
    if place.level_styles[0].mark == "none" or not place.largest_few:
        return body
    larger = place._replace(largest_size=place.largest_few)
    return body._replace(frame=body.frame._replace(placeholder=larger))


def _is_poster(body: MeasuredText, size: int) -> bool:
    """Return whether a single bullet of `size` points has one line, or two that are long."""
    (part,), style = body.block, body.frame.placeholder.level_styles[0]
    # Its words begin further from the margin, as its mark is larger.
    line = part.first_width - style.margin / EMU_PER_POINT * (size / style.size - 1)
    lines = part.text.width * size / line
    return lines <= 1 or _TWO_LINES[0] < lines < _TWO_LINES[1]


def _only_body(slide: MeasuredSlide) -> MeasuredText | None:
    """Return the only text below a headline; None if there is none, or several."""
    bodies = [text for text in slide.texts if text.role in COLUMNS]
    return bodies[0] if len(bodies) == 1 else None


def _extent_within(body: MeasuredText, sizes: Sizes, room: float) -> TextExtent | None:
    """Return the extent of a text at larger sizes; None if it is higher than `room`, in points.

    Also None if code would be broken, or if a paragraph would take a second line for a few words.
    """
    by, own = sizes[0] / body.size, body.frame.size_steps[0]
    if body.extent.height * by > room or wraps_code(body.block, sizes, own):
        return None
    if _FEW_BESIDE < len(body.block) in {_FEW_BULLETS, body.extent.lines} and any(
        wide * own[level] <= free < wide * sizes[level] < free * _FEW_WORDS_OVER
        for _, level, (wide, *_), _, free, *_ in body.block
    ):
        return None
    extent = block_extent(body.block, sizes)
    if extent.height + (by - 1) * extent.gaps > room or breaks_words(body.block, sizes):
        return None
    return None if has_lonely_line(body.block, sizes) else extent


def _suits(body: MeasuredText, extent: TextExtent, size: int, headline: int) -> bool:
    """Return whether text of a size may stand below a headline of another; points."""
    if size <= headline:
        return True
    is_statement = extent.lines <= _STATEMENT_LINES and not any(part.level for part in body.block)
    return is_statement and size >= headline * CLEARLY


def _with_body(
    slide: MeasuredSlide, body: MeasuredText, frame: TextFrame, extent: TextExtent
) -> MeasuredSlide:
    """Return a slide with its text in a frame, paragraphs further apart if there is room.

    The lines of a list that is no larger than bullets may stand as far apart as few bullets do.
    """
    size = frame.size_steps[0][0]
    by = size / body.size
    apart = least_spread([(body, extent)], by, BULLETS)
    if all(part.paragraph.bullet != "none" for part in body.block):
        room = BULLETS if size > LARGEST_TEXT else _LISTED
        if slide.slide.role in LISTS and len(body.block) == _FEW_BULLETS:
            is_ruled = frame.placeholder.row_rules != "none"
            room = FEW._replace(spread_to=BULLETS.spread_to) if is_ruled else FEW
        apart = max(apart, least_spread([(body, extent)], by, room))
    if apart <= 1:
        return slide
    grown = grown_text(body, frame, extent, apart, spread_spaces(frame, apart))
    return slide.with_texts([grown if text is body else text for text in slide.texts])
