"""The space of a paragraph in its frame, by its level and its mark."""

from collections.abc import Mapping
from typing import NamedTuple

from deckgen.deck.layout import EMU_PER_POINT, Mark, TextStyle
from deckgen.deck.text_body import OWN_INDENT, Bullet

_MARKS: Mapping[Mark, float] = {"none": 0, "dot": 0.4, "square": 0.6, "dash": 0.6, "number": 0.8}
"""Em: the most that a mark takes, without space after it."""


class LineSpace(NamedTuple):
    """The horizontal space of a paragraph, in points from the left edge of its frame."""

    left: float
    """Where its lines begin."""
    first: float
    """Where its first line begins."""
    right: float
    """Where its lines end."""


def line_space(
    bullet: Bullet, level: int, style: TextStyle, cx: int, hanging: int = OWN_INDENT
) -> LineSpace:
    """Return the space of a paragraph of a level in a frame `cx` EMU wide.

    `hanging` are the EMU by which its lines hang from a mark of its own.
    """
    margin, indent, mark = style.margin, style.indent, _MARKS[style.mark] * style.size
    if bullet == "none":
        margin = indent = 0
        mark = 0.0
    elif bullet != "layout":
        margin, indent = hanging * (level + 1), -hanging
        mark = -indent / EMU_PER_POINT
    left, first = margin / EMU_PER_POINT, (margin + indent) / EMU_PER_POINT
    # The text follows its mark if the indent is too narrow for the mark.
    return LineSpace(left, max(left, first + mark) if mark else first, cx / EMU_PER_POINT)
