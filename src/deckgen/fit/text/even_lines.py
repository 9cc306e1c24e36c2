"""Blanks to join, so that a short paragraph breaks into lines as even as they can be.

A frame cannot end a line early if the next word has room: joined with the one behind, it has none.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from math import inf
from typing import NamedTuple

from deckgen.fit.text.end_cost import end_cost
from deckgen.fit.text.line_space import LineSpace
from deckgen.fonts.text_width import Piece

_MOST_FRAMES = 12
_STEP = 0.01
"""Points by which a frame is too narrow for the longest line."""
_WORDS_OF_END = 4
"""Pieces at the end of a line that tell what it costs to end it there."""


class _Lines(NamedTuple):
    cost: float
    bounds: tuple[int, ...]
    """The indices of the pieces with which lines begin, then the number of pieces."""
    longest: float
    """Points."""


class _Paragraph(NamedTuple):
    """A paragraph in points."""

    before: tuple[float, ...]
    """The width of all pieces before each, with their blanks; of all at the end."""
    blanks: tuple[float, ...]
    """The blank behind each."""
    end_costs: tuple[float, ...]
    """What it costs to end a line behind each."""
    space: LineSpace

    def end(self, first: int, behind: int) -> float:
        """Return where a line of some pieces ends, from the left edge of the frame."""
        start = self.space.left if first else self.space.first
        return start + self.before[behind] - self.before[first] - self.blanks[behind - 1]


def joined_blanks(
    pieces: Sequence[Piece], space: LineSpace, size: float, count: int, reserve: float, lang: str
) -> tuple[int, ...] | None:
    """Return the indices of the pieces behind which a blank is to be joined.

    The paragraph then breaks into `count` lines of similar length. None if there are no blanks
    whose lines hold in fonts wider or narrower by `reserve`.
    """
    paragraph = _Paragraph(
        (0.0, *accumulate((wide + blank) * size for wide, blank, _ in pieces)),
        tuple([blank * size for _, blank, _ in pieces]),
        _end_costs(tuple(pieces), lang),
        space,
    )
    best, right = _Lines(inf, (), 0.0), space.right / reserve
    for _ in range(_MOST_FRAMES):
        lines = _even(paragraph, count, right)
        if lines is None:
            break
        right = lines.longest - _STEP
        best = min(best, lines)
    return _joins(paragraph, best, reserve) if best.bounds else None


@lru_cache(maxsize=64)
def _end_costs(pieces: tuple[Piece, ...], lang: str) -> tuple[float, ...]:
    """Return what it costs to end a line behind each piece; a text is tried in several sizes."""
    return tuple(
        [
            end_cost(list(pieces[max(0, at - _WORDS_OF_END) : at]), list(pieces[at:]), lang)
            for at in range(1, len(pieces) + 1)
        ]
    )


def _even(paragraph: _Paragraph, count: int, right: float) -> _Lines | None:
    """Return the most even lines that end before `right`; None if there are none."""
    before, blanks, end_costs, space = paragraph
    total = len(blanks)
    # What a line holds at most, with the blank behind it.
    most = right - min(space.left, space.first) + max(blanks) + _STEP
    found: list[tuple[float, tuple[int, ...]] | None] = [(0.0, (0,)), *[None] * total]
    for following in reversed(range(count)):
        least = before[-1] - following * most  # what stands by then, so that the rest has room
        longer: list[tuple[float, tuple[int, ...]] | None] = [None] * (total + 1)
        for first, begun in enumerate(found):
            if begun is None:
                continue
            start = (space.left if first else space.first) - before[first]
            for behind in range(first + 1, total + 1):
                end = start + before[behind] - blanks[behind - 1]
                if end > right:
                    break
                if before[behind] < least:
                    continue
                cost = begun[0] + ((right - end) / right) ** 2 / count + end_costs[behind - 1]
                there = longer[behind]
                if there is None or cost < there[0]:
                    longer[behind] = cost, (*begun[1], behind)
        found = longer
    if found[-1] is None:
        return None
    cost, bounds = found[-1]
    return _Lines(cost, bounds, max(paragraph.end(*line) for line in pairwise(bounds)))


def _joins(paragraph: _Paragraph, lines: _Lines, reserve: float) -> tuple[int, ...] | None:
    """Return the blanks to join, so that no line has room for what begins the next one."""
    frame, joins = lines.longest * reserve + _STEP, []
    for first, (begin, behind) in zip(lines.bounds, pairwise(lines.bounds[1:]), strict=False):
        last = begin
        while paragraph.end(first, last + 1) <= frame:
            if last + 1 == behind:
                return None
            if paragraph.blanks[last]:
                joins.append(last)
            last += 1
    return tuple(joins)
