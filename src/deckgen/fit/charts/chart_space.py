"""The space of a chart, the measures of words in it, and the lines of its unit and its source."""

from typing import NamedTuple

from deckgen.deck.graphics import Chart
from deckgen.deck.plot import RelativeBox
from deckgen.fonts.face import Face
from deckgen.fonts.text_width import blank_width, word_width
from deckgen.language.number_formats import format_number

SMALL = 8 / 9
"""Size of the line that names the source, as a share of that of other text: 16 of 18 points."""
LINE = 1.25
"""Em from line to line, with a little air."""
_WIDER = 1.04
"""How much wider than measured text may be."""
_MOST_LINES = 3
_STEPS = 25


class ChartSpace(NamedTuple):
    """Width and height of a chart in points, and the size and face of its text."""

    width: float
    height: float
    size: int
    face: Face
    bold: Face
    """The face of names that stand beside what they name."""

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


def words_box(text: str, space: ChartSpace, *, at_foot: bool = False) -> tuple[RelativeBox, int]:
    """Return the box of words at the head of a chart, or its foot, and how many lines they take.

    Several lines are alike in length: the box is the narrowest for as many.
    """
    lines = min(line_count(text, space.width / _WIDER, space), _MOST_LINES)
    shares = [1 - step / _STEPS for step in range(1, _STEPS)] if lines > 1 else []
    fitting = (
        share for share in shares if line_count(text, space.width * share / _WIDER, space) <= lines
    )
    height = space.line_height * (lines + 0.1) / space.height
    return RelativeBox(0, 1 - height if at_foot else 0, min(fitting, default=1.0), height), lines
