"""The space of a chart, and the measures of words in it."""

from typing import NamedTuple

from deckgen.deck.graphics.chart import Chart
from deckgen.fonts.face import Face
from deckgen.fonts.text_width import blank_width, word_width
from deckgen.language.number_formats import format_number

LINE = 1.25
"""Em from line to line, with a little air."""


class ChartSpace(NamedTuple):
    """Width and height of a chart in points, and the size and face of its text."""

    width: float
    height: float
    size: int
    face: Face
    bold: Face
    """That of names that stand beside what they name."""

    @property
    def line_height(self) -> float:
        """Points from line to line."""
        return self.size * LINE

    def width_of(self, text: str) -> float:
        """Return the width of a text in points."""
        return _width(text, self.face) * self.size

    def bold_width_of(self, text: str) -> float:
        """Return the width of a bold text in points."""
        return _width(text, self.bold) * self.size

    def widest(self, texts: tuple[str, ...]) -> float:
        """Return the width of the widest text in points."""
        return max((self.width_of(text) for text in texts), default=0)


def _width(text: str, face: Face) -> float:
    words = text.split()
    blanks = len(text) - sum(map(len, words))
    return sum([word_width(word, face) for word in words]) + blanks * blank_width(face)


def line_count(name: str, width: float, space: ChartSpace) -> int:
    """Return how many lines a name takes within a width; 99 if a word is wider."""
    lines, at = 1, 0.0
    for word in name.split():
        long = space.width_of(word)
        if long > width:
            return 99
        if at and at + blank_width(space.face) * space.size + long > width:
            lines, at = lines + 1, long
        else:
            at += long + (blank_width(space.face) * space.size if at else 0)
    return lines


def shown_numbers(chart: Chart) -> tuple[str, ...]:
    """Return all numbers of a chart as they are shown."""
    return tuple(
        format_number(number, series.number_format, chart.lang)
        for series in chart.series
        for number in series.numbers
    )
