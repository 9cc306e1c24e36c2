"""Text in its frame, measured: what fitting asks about heights, in points."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from deckgen.deck.layout import EMU_PER_POINT, Placeholder, TextStyle
from deckgen.deck.lines import Room, Typeset, count_lines, level_style, room, typeset
from deckgen.deck.metrics import Fonts
from deckgen.deck.model import Paragraph
from deckgen.deck.sentences import first_words

Sizes: TypeAlias = tuple[int, ...]
"""Points for each level from 0."""

_STEP = 2
_LEAST_TITLE = 0.6
"""What display text may be set down to, of the layout's own size."""
_TOLERANCE = 0.01


@dataclass(frozen=True, slots=True)
class Frame:
    """A placeholder as a frame to be filled."""

    placeholder: Placeholder
    height: float
    """Points."""
    steps: tuple[Sizes, ...]
    """The layout's own sizes first, then ever smaller ones, down to the least allowed."""
    display: bool
    """Whether it is a headline: it should not break a word."""


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph in its frame."""

    paragraph: Paragraph
    level: int
    """As the frame styles it: levels past its last are set like that."""
    style: TextStyle
    text: Typeset
    room: Room
    goes_on: bool = False
    """Whether it is a sentence that goes on the paragraph of the item before."""


def frame(placeholder: Placeholder, minimum_size: int) -> Frame:
    """Return a placeholder as a frame: content goes down to `minimum_size`, headlines to 60 %."""
    display = placeholder.role in {"title", "progress"}
    own = tuple(style.size for style in placeholder.levels)
    least = minimum_size
    if display:
        least = max(minimum_size, math.ceil(own[0] * _LEAST_TITLE))
    first = [*range(own[0], least, -_STEP), least] if own[0] > least else [own[0]]
    steps = [
        tuple(max(min(size, least), min(size, round(size * top / own[0]))) for size in own)
        for top in first
    ]
    height = placeholder.box.cy / EMU_PER_POINT
    return Frame(placeholder, height, tuple(steps), display)


def items(paragraphs: Iterable[Paragraph], filled: Frame, fonts: Fonts) -> tuple[Item, ...]:
    """Return paragraphs measured for a frame."""
    return tuple([item(paragraph, filled, fonts) for paragraph in paragraphs])


def item(paragraph: Paragraph, filled: Frame, fonts: Fonts) -> Item:
    """Return a paragraph measured for a frame."""
    placeholder = filled.placeholder
    style = level_style(placeholder, paragraph.level)
    return Item(
        paragraph,
        min(paragraph.level, len(placeholder.levels) - 1),
        style,
        typeset(paragraph, style, fonts),
        room(paragraph, style, placeholder.box.cx),
    )


def line_count(block: Iterable[Item], sizes: Sizes) -> int:
    """Return how many lines a block has."""
    return sum([count_lines(one.text, one.room, sizes[one.level]) for one in block])


def item_height(one: Item, sizes: Sizes) -> float:
    """Return the height of one paragraph, without the space before it."""
    size = sizes[one.level]
    count = count_lines(one.text, one.room, size)
    return count * one.text.line_height * size * one.style.line_spacing / 100


def height(block: Sequence[Item], sizes: Sizes) -> float:
    """Return the height of a block; the space before its first paragraph is not set."""
    if not block:
        return 0.0
    total = sum([item_height(one, sizes) + one.style.space_before for one in block])
    return total - block[0].style.space_before


def fits(block: Sequence[Item], sizes: Sizes, filled: Frame) -> bool:
    """Return whether a block stands in its frame at these sizes."""
    return height(block, sizes) <= filled.height + _TOLERANCE


def breaks_words(block: Iterable[Item], sizes: Sizes) -> bool:
    """Return whether a line is too short for a word."""
    return any(
        wide * sizes[one.level] > one.room.right - one.room.left
        for one in block
        for segment in one.text.segments
        for wide, _, _ in segment
    )


def words_that_fit(
    block: Sequence[Item], sizes: Sizes, filled: Frame, fonts: Fonts
) -> tuple[int, Item]:
    """Return how many of a block's words its frame holds, and the item that goes past its end."""
    words = 0
    for number, one in enumerate(block):
        if not fits(block[: number + 1], sizes, filled):
            low, high = 0, len(one.paragraph.text.split())
            while high - low > 1:
                middle = (low + high) // 2
                cut = item(first_words(one.paragraph, middle), filled, fonts)
                if fits((*block[:number], cut), sizes, filled):
                    low = middle
                else:
                    high = middle
            return words + low, one
        words += len(one.paragraph.text.split())
    return words, block[-1]
