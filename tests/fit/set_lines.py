"""The lines of a paragraph as a reader sees them."""

from typing import NamedTuple

from deckgen.deck.layout import TextStyle
from deckgen.deck.text_body import Paragraph
from deckgen.fit.text import line_breaking
from deckgen.fit.text.end_cost import shown_characters
from deckgen.fonts.text_width import Fonts


class Line(NamedTuple):
    """One line of a paragraph."""

    text: str
    width: float
    """Points, without blanks at its end."""


def paragraph_lines(
    paragraph: Paragraph, style: TextStyle, size: float, cx: int, fonts: Fonts
) -> tuple[Line, ...]:
    """Return the lines of a paragraph at a size in points, in a frame `cx` EMU wide."""
    lines = line_breaking.paragraph_lines(paragraph, style, size, cx, fonts)
    widths = [size * line_breaking.line_width(line) for line in lines]
    return tuple(map(Line, map(shown_characters, lines), widths))
