"""How much of a frame a paragraph has, by its level and its mark."""

from collections.abc import Mapping
from typing import NamedTuple

from deckgen.deck.layout import EMU_PER_POINT, OWN_INDENT, Mark, TextStyle
from deckgen.deck.text_body import Bullet

_MARKS: Mapping[Mark, float] = {"none": 0, "dot": 0.4, "square": 0.6, "dash": 0.6, "number": 0.8}
"""Em: what a mark needs at most, if nothing is left free after it."""


class LineSpace(NamedTuple):
    """How much of a frame a paragraph has, in points."""

    left: float
    """From the frame's edge to the text."""
    first: float
    """From the frame's edge to the text of the first line."""
    right: float
    """From the frame's left edge to its right edge."""


def line_space(bullet: Bullet, level: int, style: TextStyle, cx: int) -> LineSpace:
    """Return what a frame `cx` EMU wide leaves to a paragraph of a level, by its mark."""
    margin, indent, mark = style.margin, style.indent, _MARKS[style.mark] * style.size
    if bullet == "none":
        margin = indent = 0
        mark = 0.0
    elif bullet != "layout":
        margin, indent = OWN_INDENT * (level + 1), -OWN_INDENT
        mark = -indent / EMU_PER_POINT
    left, first = margin / EMU_PER_POINT, (margin + indent) / EMU_PER_POINT
    # Text follows its mark where the indent leaves too little room for that.
    return LineSpace(left, max(left, first + mark) if mark else first, cx / EMU_PER_POINT)
