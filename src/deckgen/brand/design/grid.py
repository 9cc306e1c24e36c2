"""The grid of a generated template, as in docs/design.md.

Arguments are inches; lengths that are returned are EMU.
"""

from typing import Literal, NamedTuple, TypeAlias

from deckgen.deck.box import Box
from deckgen.deck.layout import EMU_PER_INCH

SlideFormat: TypeAlias = Literal["16:9", "4:3"]
_WIDE = 12
"""Inches: a wider page is 16:9."""


class ColumnGrid(NamedTuple):
    """Twelve columns between two margins."""

    width: float
    height: float
    margin: float
    gutter: float
    column: float
    """The width of one column."""

    @property
    def is_wide(self) -> bool:
        """Whether the page is 16:9."""
        return self.width > _WIDE

    def sized(self, points: int) -> int:
        """Return the points of a headline on this page; `points` are those on a wide page."""
        return points if self.is_wide else round(points * 0.82 / 2) * 2

    def left(self, column: int) -> float:
        """Return the left edge of a column, counted from 1."""
        return self.margin + (column - 1) * (self.column + self.gutter)

    def right(self, column: int) -> float:
        """Return the right edge of a column, counted from 1."""
        return self.left(column) + self.column

    def across(self, first: int, last: int) -> float:
        """Return the width from the left of one column to the right of another."""
        return self.right(last) - self.left(first)


def _grid(width: float, height: float, margin: float, gutter: float) -> ColumnGrid:
    return ColumnGrid(width, height, margin, gutter, (width - 2 * margin - 11 * gutter) / 12)


GRIDS: dict[SlideFormat, ColumnGrid] = {
    "16:9": _grid(13 + 1 / 3, 7.5, 0.75, 0.4),
    "4:3": _grid(10, 7.5, 0.6, 0.3),
}


def inches(x: float, y: float, cx: float, cy: float) -> Box:
    """Return a box given in inches, in whole EMU."""
    return Box(
        round(x * EMU_PER_INCH),
        round(y * EMU_PER_INCH),
        round(cx * EMU_PER_INCH),
        round(cy * EMU_PER_INCH),
    )
