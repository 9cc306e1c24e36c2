"""The height of text in its frame, in points."""

import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from deckgen.deck.box import Box
from deckgen.deck.layout import EMU_PER_POINT, Placeholder, TextStyle
from deckgen.deck.text_body import UNMARKED, Paragraph, Run
from deckgen.fit.text.line_breaking import (
    PlainFace,
    Typeset,
    count_lines,
    plain_face,
    typeset,
    typeset_plain,
    widest_piece,
)
from deckgen.fit.text.line_space import LineSpace, line_space
from deckgen.fonts.text_width import Fonts

if TYPE_CHECKING:
    from deckgen.fit.text.paragraph_parts import Stretch

Sizes: TypeAlias = tuple[int, ...]
"""Points for each level from 0."""

_STEP = 2
_LEAST_TITLE = 0.6
"""The least size of headlines, as a share of the layout's own size."""
_LARGE_TITLE = 32
"""Points to which all headlines may be set smaller, also those of posters."""
_TOLERANCE = 0.01
DEEPER = 0.4
"""How much of the growth of the space between bullets is passed on to the bullets below them."""
_MANY_WORDS = 100
"""Words of a paragraph from which it saves time to compute its least number of lines."""


class TextFrame(NamedTuple):
    """A placeholder with the measures of its text."""

    placeholder: Placeholder
    height: float
    """Points."""
    size_steps: tuple[Sizes, ...]
    """The layout's own sizes, then smaller ones, down to the least allowed."""
    display: bool
    """Whether it is a headline, which should not break a word."""
    levels: tuple["FrameLevel", ...]

    def at_sizes(self, sizes: Sizes) -> "TextFrame":
        """Return the frame with sizes that its layout does not have."""
        placeholder = self.placeholder._replace(overrides_sizes=True)
        return self._replace(placeholder=placeholder, size_steps=(sizes,))

    def in_box(self, box: Box) -> "TextFrame":
        """Return the frame in another box of the same width."""
        placeholder = self.placeholder.in_box(box)
        return self._replace(
            placeholder=placeholder, height=placeholder.inner_box.cy / EMU_PER_POINT
        )


class FrameLevel(NamedTuple):
    """The measures of one level of a frame."""

    style: TextStyle
    face: PlainFace
    """The measures of its unformatted text."""
    space: LineSpace
    """The space of paragraphs with the layout's mark."""
    first_width: float
    """The width of their first line, in points."""
    leading: float
    """The distance of lines in heights of a line; 0 if it is given in points."""
    points: float
    before: float
    """Points of space before a paragraph."""
    after: float
    """Points of space after it."""


class TextExtent(NamedTuple):
    """The extent of a block."""

    lines: int
    height: float
    """Points, without the space before the first paragraph and after the last."""
    words: int
    gaps: float
    """Points of the height that grow with the space between paragraphs; see `spread_space`."""


class MeasuredParagraph(NamedTuple):
    """A paragraph with its measures in its frame."""

    paragraph: Paragraph
    level: int
    """The level of the frame; levels beyond the last have that one."""
    text: Typeset
    space: LineSpace
    first_width: float
    """Points: the width of its first line."""
    leading: float
    """The distance of lines in em."""
    points: float
    """The distance of lines in points, if it is the same at every size; then `leading` is 0."""
    before: float
    """Points of space before it."""
    after: float
    """Points of space after it."""
    sentence: "Stretch | None" = None
    """Its part of a longer paragraph, if it is a sentence of one."""


Block: TypeAlias = tuple[MeasuredParagraph, ...]
"""The paragraphs of one text."""


def text_frame(placeholder: Placeholder, minimum_size: int, fonts: Fonts) -> TextFrame:
    """Return the frame of a placeholder: sizes go down to `minimum_size`.

    Those of headlines go down to 60 %, or to `_LARGE_TITLE` if that is less.
    """
    display = placeholder.role in {"title", "progress"}
    own = tuple(style.size for style in placeholder.level_styles)
    least = minimum_size
    if display:
        least = least_headline(own[0], minimum_size)
    least = placeholder.minimum_size or least
    first = [*range(own[0], least, -_STEP), least] if own[0] > least else [own[0]]
    steps = [
        tuple(max(min(size, least), min(size, round(size * top / own[0]))) for size in own)
        for top in first
    ]
    space = placeholder.inner_box
    height = space.cy / EMU_PER_POINT
    levels = tuple(
        _level(number, style, int(space.cx / fonts.reserve), fonts)
        for number, style in enumerate(placeholder.level_styles)
    )
    return TextFrame(placeholder, height, tuple(steps), display, levels)


def least_headline(size: int, minimum_size: int) -> int:
    """Return the least size of a headline whose layout has this size, in points."""
    return max(minimum_size, min(math.ceil(size * _LEAST_TITLE), _LARGE_TITLE))


def _level(number: int, style: TextStyle, cx: int, fonts: Fonts) -> FrameLevel:
    space = line_space("layout", number, style, cx)
    return FrameLevel(
        style,
        plain_face(style, fonts),
        space,
        space.right - space.first,
        0.0 if style.line_points else style.line_spacing / 100,
        style.line_points,
        style.space_before,
        style.space_after,
    )


def measured_paragraphs(
    paragraphs: Iterable[Paragraph], frame: TextFrame, fonts: Fonts
) -> tuple[MeasuredParagraph, ...]:
    """Return paragraphs measured for a frame."""
    return tuple([measured_paragraph(paragraph, frame, fonts) for paragraph in paragraphs])


def measured_paragraph(paragraph: Paragraph, frame: TextFrame, fonts: Fonts) -> MeasuredParagraph:
    """Return a paragraph measured for a frame."""
    runs, number, bullet, _, _, _, _, hanging, space_after = paragraph
    levels = frame.levels
    if number >= len(levels):
        number = len(levels) - 1
    style, face, space, free, lines, points, before, after = levels[number]
    if bullet != "layout":
        cx = int(frame.placeholder.inner_box.cx / fonts.reserve)
        space = line_space(bullet, paragraph.level, style, cx, hanging)
        free = space.right - space.first
    if len(runs) == 1 and type(run := runs[0]) is Run and run[1:] == UNMARKED:
        text = typeset_plain(run.text, face)  # as most are
    else:
        text = typeset(paragraph, style, fonts)
    leading = text.line_height * lines
    after += space_after
    return MeasuredParagraph(paragraph, number, text, space, free, leading, points, before, after)


def block_extent(block: Sequence[MeasuredParagraph], sizes: Sequence[float]) -> TextExtent:
    """Return the extent of a block at these sizes."""
    lines = words = 0
    total = gaps = 0.0
    for _, level, text, space, free, leading, points, before, after, _ in block:
        size = sizes[level]
        count = 1 if text.width * size <= free else _counted(text, space, size)
        lines += count
        words += text.words
        total += count * (leading * size + points) + before + after
        gaps += before * DEEPER if level else before
    if block:
        first = block[0]
        total -= first.before + block[-1].after
        gaps -= first.before * DEEPER if first.level else first.before
    return TextExtent(lines, total, words, gaps)


def spread_space(levels: Iterable[FrameLevel], by: float) -> Iterator[float]:
    """Yield the points before paragraphs of each level where they stand `by` times further apart.

    What belongs to a bullet stays close to it.
    """
    for number, level in enumerate(levels):
        yield level.before * (1 + (by - 1) * (DEEPER if number else 1))


def shown_lines(measured: MeasuredParagraph, size: float, reserve: float) -> int:
    """Return the number of lines of a paragraph as its fonts show them.

    `reserve` is how much wider than its measure text was taken to be.
    """
    whole = measured.space._replace(right=measured.space.right * reserve)
    return count_lines(measured.text, whole, size)


def shown_extent(block: Block, sizes: Sizes, reserve: float) -> TextExtent:
    """Return the extent of a block as its fonts show it."""
    shown = []
    for one in block:
        space = one.space._replace(right=one.space.right * reserve)
        shown.append(one._replace(space=space, first_width=space.right - space.first))
    return block_extent(shown, sizes)


def shown_height(measured: MeasuredParagraph, size: float, reserve: float) -> float:
    """Return the height of a paragraph as its fonts show it, in points; see `shown_lines`."""
    lines = shown_lines(measured, size, reserve)
    return lines * (measured.leading * size + measured.points)


_counted = lru_cache(maxsize=4096)(count_lines)
"""Paragraphs are measured again and again."""


def block_fits(block: Sequence[MeasuredParagraph], sizes: Sizes, frame: TextFrame) -> bool:
    """Return whether a block fits in its frame at these sizes."""
    return frame_holds(frame, block_extent(block, sizes))


def may_fit(block: Sequence[MeasuredParagraph], sizes: Sizes, frame: TextFrame) -> bool:
    """Return False if a block surely is too high for its frame; no line is broken to find out.

    A paragraph wider than its first line takes two lines at least; a long one, as many as it fills.
    """
    total = 0.0
    for _, level, text, space, free, leading, points, before, after, _ in block:
        size = sizes[level]
        least = 1 if text.width * size <= free else 2
        if least == 2 and text.words > _MANY_WORDS and not math.isinf(text.width):
            # The blank at the end of a line stands beyond its room, and is no wider than an em.
            room = space.right - min(space.left, space.first) + size
            least = max(2, int(text.width * size / room))
        total += least * (leading * size + points) + before + after
    if block:
        total -= block[0].before + block[-1].after
    return total <= frame.height + _TOLERANCE


def frame_holds(frame: TextFrame, taken: TextExtent) -> bool:
    """Return whether a frame is high enough for an extent."""
    return taken.height <= frame.height + _TOLERANCE


def breaks_words(block: Iterable[MeasuredParagraph], sizes: Sizes) -> bool:
    """Return whether a word is wider than its line."""
    for _, level, text, space, free, _, _, _, _, _ in block:
        size = sizes[level]
        if text.width * size > free and widest_piece(text) * size > space.right - space.left:
            return True
    return False


def words_that_fit(
    block: Sequence[MeasuredParagraph], sizes: Sizes, frame: TextFrame, fonts: Fonts
) -> tuple[int, MeasuredParagraph]:
    """Return how many words of a block fit in its frame, and the first paragraph that does not."""
    from deckgen.fit.text.paragraph_parts import first_words

    number = bisect_left(
        range(len(block)), 1, key=lambda at: not block_fits(block[: at + 1], sizes, frame)
    )
    words = sum(len(measured.paragraph.text.split()) for measured in block[:number])
    if number == len(block):
        return words, block[-1]
    past = block[number]

    def goes_past(count: int) -> bool:
        cut = measured_paragraph(first_words(past.paragraph, count), frame, fonts)
        return not block_fits((*block[:number], cut), sizes, frame)

    # From few words on, so that only a little more is measured than fits.
    most = len(past.paragraph.text.split())
    end = 1
    while end < most and not goes_past(end):
        end *= 2
    return words + bisect_left(range(1, min(end, most)), 1, key=goes_past), past
