"""How much text a placeholder holds at its own size."""

import math
from typing import NamedTuple

from deckgen.deck.layout import EMU_PER_POINT, Placeholder
from deckgen.deck.text_body import Paragraph, Run
from deckgen.fit.text.line_breaking import Typeset, typeset
from deckgen.fit.text.line_space import line_space
from deckgen.fonts.text_width import Fonts

_SAMPLE = (
    "What is the project worth to the people of the town, and what would you do differently "
    "if you began once more? Which partners would you win over first, and how?"
)
"""Ordinary English, for the average width of letters; that of German is the same."""
_PARAGRAPH = Paragraph((Run(_SAMPLE),))
_TOLERANCE = 0.01


class TextCapacity(NamedTuple):
    """The text that fits into a placeholder, in the size and font of its first level."""

    letters: int
    """Average Latin letters on one line."""
    lines: int
    """Lines; with bullets, each line is a paragraph."""


def text_capacity(placeholder: Placeholder, fonts: Fonts) -> TextCapacity:
    """Return the capacity of a placeholder, which may be 0 letters and 0 lines."""
    style, space = placeholder.level_styles[0], placeholder.inner_box
    measured = typeset(_PARAGRAPH, style, fonts)
    free = line_space("layout", 0, style, space.cx)
    letter = measured.width * style.size / len(_SAMPLE)
    letters = math.floor((free.right - max(free.left, free.first)) / letter + _TOLERANCE)
    return TextCapacity(max(letters, 0), _lines(placeholder, measured))


def _lines(placeholder: Placeholder, measured: Typeset) -> int:
    style, height = placeholder.level_styles[0], placeholder.inner_box.cy / EMU_PER_POINT
    line = style.line_points or measured.line_height * style.size * style.line_spacing / 100
    between = line if style.mark == "none" else line + style.space_before + style.space_after
    if height + _TOLERANCE < line:
        return 0
    return 1 + math.floor((height - line) / between + _TOLERANCE)
