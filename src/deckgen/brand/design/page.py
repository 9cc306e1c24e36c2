"""The page that a layout is drawn on: its grid, its tone, its colours, the sizes of its text."""

from typing import NamedTuple

from deckgen.brand.design.grid import ColumnGrid, inches
from deckgen.deck.box import Box
from deckgen.deck.layout import SchemeColor
from deckgen.deck.slide import Tone


class ToneColors(NamedTuple):
    """The scheme colours of text and shapes on one background."""

    background: SchemeColor
    text: SchemeColor
    headline: SchemeColor
    accent: SchemeColor
    quiet: SchemeColor
    panel: SchemeColor
    panel_shade: int = 100
    """Per cent of the panel colour's lightness."""


PAPER = ToneColors("lt1", "dk1", "dk2", "accent1", "accent3", "lt2")
SAND = ToneColors("lt2", "dk1", "dk2", "accent1", "accent3", "lt1")
DEEP = ToneColors("dk2", "lt1", "lt1", "accent2", "lt2", "dk2", 75)
ON_DEEP = ToneColors("dk2", "lt1", "lt1", "accent2", "lt1", "dk2")
ON_HIGHLIGHT = ToneColors("accent2", "dk2", "dk2", "dk2", "dk2", "accent2")
"""Areas of one full colour, on which only one or two others are read for certain."""


class Sizes(NamedTuple):
    """The sizes of text that the layouts of a style share, in points on a page of 16:9."""

    headline: int = 32
    body: int = 24
    second: int = 20
    """The second level of a list."""
    deeper: int = 18
    """Its deeper levels."""
    kicker: int = 18
    footer: int = 14


class Page(NamedTuple):
    """What a recipe draws on."""

    grid: ColumnGrid
    tone: Tone
    colors: ToneColors
    sizes: Sizes

    def span(self, first: int, last: int, y: float, height: float) -> Box:
        """Return the box from one column to another; lengths in inches."""
        return inches(self.grid.left(first), y, self.grid.across(first, last), height)

    def on(self, area: ToneColors) -> "Page":
        """Return the page as it is on an area of its own: on a dark page, that is the highlight."""
        return self._replace(colors=area if self.tone == "light" else ON_HIGHLIGHT)

    def bleed(self, x: float, y: float, right: float, bottom: float) -> Box:
        """Return the box from one point to another, in inches; it may meet the edges."""
        return inches(x, y, right - x, bottom - y)
