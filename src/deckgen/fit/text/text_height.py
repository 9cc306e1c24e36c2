"""Text in its frame, measured: what fitting asks about heights, in points."""

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from deckgen.deck.layout import EMU_PER_POINT, Placeholder, TextStyle
from deckgen.deck.text_body import Paragraph
from deckgen.fit.text.line_breaking import (
    PlainFace,
    Typeset,
    count_lines,
    plain_face,
    plain_text,
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
"""What display text may be set down to, of the layout's own size."""
_TOLERANCE = 0.01


class TextFrame(NamedTuple):
    """A placeholder as a frame to be filled."""

    placeholder: Placeholder
    height: float
    """Points."""
    size_steps: tuple[Sizes, ...]
    """The layout's own sizes first, then ever smaller ones, down to the least allowed."""
    display: bool
    """Whether it is a headline: it should not break a word."""
    levels: tuple["FrameLevel", ...]


class FrameLevel(NamedTuple):
    """What a frame has for the paragraphs of one level."""

    style: TextStyle
    face: PlainFace
    """What sets their text, where nothing is marked."""
    space: LineSpace
    """For those that bear the layout's mark …"""
    first_width: float
    """… and the width of their first line, in points."""
    leading: float
    """Times the height of a line, from line to line; 0 where points say it."""
    points: float
    before: float
    """Points of space before a paragraph."""
    after: float
    """Points of space after it."""


class TextExtent(NamedTuple):
    """How much of its frame a block takes."""

    lines: int
    height: float
    """Points; the space before the first paragraph and that after the last are not set."""
    words: int


class MeasuredParagraph(NamedTuple):
    """A paragraph in its frame."""

    paragraph: Paragraph
    level: int
    """As the frame styles it: levels past its last are set like that."""
    text: Typeset
    space: LineSpace
    first_width: float
    """Points: the width of its first line."""
    leading: float
    """Em from line to line."""
    points: float
    """Points from line to line, where they are the same at every size; then `leading` is 0."""
    before: float
    """Points of space before it."""
    after: float
    """Points of space after it."""
    sentence: "Stretch | None" = None
    """What it is of a longer paragraph, if it is one of its sentences."""


Block: TypeAlias = tuple[MeasuredParagraph, ...]
"""The paragraphs of one text."""


def text_frame(placeholder: Placeholder, minimum_size: int, fonts: Fonts) -> TextFrame:
    """Return a placeholder as a frame: content goes down to `minimum_size`, headlines to 60 %."""
    display = placeholder.role in {"title", "progress"}
    own = tuple(style.size for style in placeholder.level_styles)
    least = minimum_size
    if display:
        least = max(minimum_size, math.ceil(own[0] * _LEAST_TITLE))
    least = placeholder.minimum_size or least
    first = [*range(own[0], least, -_STEP), least] if own[0] > least else [own[0]]
    steps = [
        tuple(max(min(size, least), min(size, round(size * top / own[0]))) for size in own)
        for top in first
    ]
    space = placeholder.inner_box
    height = space.cy / EMU_PER_POINT
    if any(style.tracking for style in placeholder.level_styles):
        placeholder = _tracked(placeholder, steps[-1])
    levels = tuple(
        _level(number, style, space.cx, fonts)
        for number, style in enumerate(placeholder.level_styles)
    )
    return TextFrame(placeholder, height, tuple(steps), display, levels)


def _tracked(placeholder: Placeholder, least: Sizes) -> Placeholder:
    """Return a placeholder with its tracking as wide, against the text, as at the least sizes.

    Tracking stays the same where the text gets smaller; letters that stand closer are not trusted
    to do so.
    """
    levels = (
        style._replace(tracking=max(style.tracking, style.tracking * style.size / size))
        for style, size in zip(placeholder.level_styles, least, strict=True)
    )
    return placeholder._replace(level_styles=tuple(levels))


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
    runs, number, bullet, _, _, _, _ = paragraph
    levels = frame.levels
    if number >= len(levels):
        number = len(levels) - 1
    style, face, space, free, lines, points, before, after = levels[number]
    if bullet != "layout":
        cx = frame.placeholder.inner_box.cx
        space = line_space(bullet, paragraph.level, style, cx)
        free = space.right - space.first
    plain = plain_text(runs)
    text = typeset(paragraph, style, fonts) if plain is None else typeset_plain(plain, face)
    leading = text.line_height * lines
    return MeasuredParagraph(paragraph, number, text, space, free, leading, points, before, after)


def block_extent(block: Sequence[MeasuredParagraph], sizes: Sizes) -> TextExtent:
    """Return how much of its frame a block takes when it is set at these sizes."""
    lines = words = 0
    total = 0.0
    for _, level, text, space, free, leading, points, before, after, _ in block:
        size = sizes[level]
        count = 1 if text.width * size <= free else _counted(text, space, size)
        lines += count
        words += text.words
        total += count * (leading * size + points) + before + after
    if block:
        total -= block[0].before + block[-1].after
    return TextExtent(lines, total, words)


@lru_cache(maxsize=4096)
def _counted(text: Typeset, space: LineSpace, size: int) -> int:
    """Return how many lines a paragraph has; fitting asks for the same ones again and again."""
    return count_lines(text, space, size)


def block_fits(block: Sequence[MeasuredParagraph], sizes: Sizes, frame: TextFrame) -> bool:
    """Return whether a block stands in its frame at these sizes."""
    return frame_holds(frame, block_extent(block, sizes))


def frame_holds(frame: TextFrame, taken: TextExtent) -> bool:
    """Return whether a frame is as high as that."""
    return taken.height <= frame.height + _TOLERANCE


def breaks_words(block: Iterable[MeasuredParagraph], sizes: Sizes) -> bool:
    """Return whether a line is too short for a word."""
    return any(
        widest_piece(one.text) * sizes[one.level] > one.space.right - one.space.left
        for one in block
    )


def words_that_fit(
    block: Sequence[MeasuredParagraph], sizes: Sizes, frame: TextFrame, fonts: Fonts
) -> tuple[int, MeasuredParagraph]:
    """Return how many of a block's words its frame holds, and the item that goes past its end."""
    from deckgen.fit.text.paragraph_parts import first_words

    number = bisect_left(
        range(len(block)), 1, key=lambda at: not block_fits(block[: at + 1], sizes, frame)
    )
    words = sum(len(one.paragraph.text.split()) for one in block[:number])
    if number == len(block):
        return words, block[-1]
    past = block[number]

    def goes_past(count: int) -> bool:
        cut = measured_paragraph(first_words(past.paragraph, count), frame, fonts)
        return not block_fits((*block[:number], cut), sizes, frame)

    most = range(1, len(past.paragraph.text.split()))
    return words + bisect_left(most, 1, key=goes_past), past
