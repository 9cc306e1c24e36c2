"""The room that a chart has, and how much of it its words take."""

from __future__ import annotations

from typing import NamedTuple

from deckgen.deck.graphics.chart import Chart
from deckgen.fonts.face import Face
from deckgen.fonts.text_width import blank_width, word_width
from deckgen.language.number_formats import format_number

LINE = 1.25
"""Em from line to line, with a little air."""


class ChartSpace(NamedTuple):
    """The points that a chart has, and the face that its words are set in."""

    width: float
    height: float
    size: int
    face: Face

    @property
    def line_height(self) -> float:
        """Points from line to line."""
        return self.size * LINE

    def width_of(self, text: str) -> float:
        """Return the width of a text in points."""
        words = text.split()
        blanks = max(len(words) - 1, 0) * blank_width(self.face)
        return (sum(word_width(word, self.face) for word in words) + blanks) * self.size

    def widest(self, texts: tuple[str, ...]) -> float:
        """Return the width of the widest text in points."""
        return max((self.width_of(text) for text in texts), default=0)


def line_count(name: str, wide: float, room: ChartSpace) -> int:
    """Return how many lines a name takes; 99 if a word of it is too wide for any."""
    lines, at = 1, 0.0
    for word in name.split():
        long = room.width_of(word)
        if long > wide:
            return 99
        if at and at + blank_width(room.face) * room.size + long > wide:
            lines, at = lines + 1, long
        else:
            at += long + (blank_width(room.face) * room.size if at else 0)
    return lines


def shown_numbers(chart: Chart) -> tuple[str, ...]:
    """Return every number of a chart as it is shown."""
    return tuple(
        format_number(value, one.style, chart.lang)
        for one in chart.series
        for value in one.values
        if value is not None
    )
