"""The grid of a generated template, its text styles and its footer, as in docs/design.md.

Arguments are inches; lengths that are returned are EMU.
"""

from typing import Literal, NamedTuple, TypeAlias

from deckgen.deck.box import Box
from deckgen.deck.layout import EMU_PER_INCH, SchemeColor
from deckgen.deck.slide import Tone

SlideFormat: TypeAlias = Literal["16:9", "4:3"]
_WIDE = 12
"""Inches: a wider page is 16:9."""


class ColumnGrid(NamedTuple):
    """Twelve columns between two margins."""

    width: float
    height: float
    margin: float
    gutter: float

    def sized(self, points: int) -> int:
        """Return the points of a headline on this page; `points` are those on a wide page."""
        return points if self.width > _WIDE else round(points * 0.82 / 2) * 2

    def left(self, column: int) -> float:
        """Return the left edge of a column, counted from 1."""
        return self.margin + (column - 1) * (self._column + self.gutter)

    def across(self, first: int, last: int) -> float:
        """Return the width from the left of one column to the right of another."""
        return self.left(last) + self._column - self.left(first)

    @property
    def _column(self) -> float:
        return (self.width - 2 * self.margin - 11 * self.gutter) / 12


GRIDS: dict[SlideFormat, ColumnGrid] = {
    "16:9": ColumnGrid(13 + 1 / 3, 7.5, 0.75, 0.25),
    "4:3": ColumnGrid(10, 7.5, 0.6, 0.2),
}


class ToneColors(NamedTuple):
    """The scheme colours of text and shapes in one tone."""

    background: SchemeColor
    text: SchemeColor
    headline: SchemeColor
    accent: SchemeColor
    quiet: SchemeColor
    panel: SchemeColor
    panel_shade: int
    """Per cent of the panel colour's lightness."""


TONE_COLORS: dict[Tone, ToneColors] = {
    "light": ToneColors("lt1", "dk1", "dk2", "accent1", "accent3", "lt2", 100),
    "dark": ToneColors("dk2", "lt1", "lt1", "accent2", "lt2", "dk2", 75),
}


def inches(x: float, y: float, cx: float, cy: float) -> Box:
    """Return a box given in inches, in whole EMU."""
    return Box(*(round(length * EMU_PER_INCH) for length in (x, y, cx, cy)))
