"""How much text a placeholder holds at its own size, for people who write into it."""

from __future__ import annotations

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
"""Ordinary words, for the average width of their letters; those of German are as wide."""
_PARAGRAPH = Paragraph((Run(_SAMPLE),))
_TOLERANCE = 0.01


class TextCapacity(NamedTuple):
    """What fits into a placeholder at the size of its first level, in its own font."""

    letters: int
    """Average letters of Latin text that one line takes."""
    lines: int
    """Where the layout has bullets, each line is taken for a bullet of its own."""


def text_capacity(placeholder: Placeholder, fonts: Fonts) -> TextCapacity:
    """Return how much text a placeholder takes in, from 0 letters and 0 lines."""
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
