"""The page that a layout is drawn on: its grid, its tone, its colours, the sizes of its text."""

from typing import Literal, NamedTuple, TypeAlias

from deckgen.deck.box import Box
from deckgen.deck.layout import EMU_PER_INCH, Mark, SchemeColor, TextStyle
from deckgen.deck.slide import Tone

SlideFormat: TypeAlias = Literal["16:9", "4:3"]
_WIDE = 12
"""Inches: a wider page is 16:9."""
_HANGING = 0.34
"""Inches by which bullets hang from their marks."""


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


class Page(NamedTuple):
    """What a recipe draws on, with the styles of its text."""

    grid: ColumnGrid
    tone: Tone
    colors: ToneColors
    sizes: Sizes

    def span(self, first: int, last: int, y: float, height: float) -> Box:
        """Return the box from one column to another; lengths in inches."""
        return inches(self.grid.left(first), y, self.grid.across(first, last), height)

    def on(self, area: ToneColors) -> "Page":
        """Return the page in the colours of an area; on a dark page, in those of the highlight."""
        return self._replace(colors=area if self.tone == "light" else ON_HIGHLIGHT)

    def bleed(self, x: float, y: float, right: float, bottom: float) -> Box:
        """Return the box from one point to another, in inches; it may meet the edges."""
        return inches(x, y, right - x, bottom - y)

    def heading(self, size: int) -> TextStyle:
        """Return the style of a headline; `size` in points."""
        return TextStyle(size, self.colors.headline, "heading", bold=True)

    def number(self, size: int) -> TextStyle:
        """Return the style of a large number; `size` in points."""
        return TextStyle(size, self.colors.accent, "heading", bold=True)

    def bullets(self, *, numbered: bool = False) -> tuple[TextStyle, ...]:
        """Return the five levels of a list: a square or number first, then dashes and dots.

        The mark of a level stands below the words of that above it.
        """
        colors, sizes = self.colors, self.sizes
        hanging = 0.6 if numbered else _HANGING
        first = TextStyle(
            sizes.body,
            colors.text,
            line_spacing=105,
            space_before=18 if numbered else 12,
            margin=emu(hanging),
            indent=emu(-hanging),
            mark="number" if numbered else "square",
            mark_color=colors.accent,
        )
        deeper: tuple[tuple[int, Mark], ...] = (
            (sizes.second, "dash"),
            (sizes.deeper, "dot"),
            (sizes.deeper, "dash"),
            (sizes.deeper, "dot"),
        )
        lower = (
            TextStyle(
                size,
                colors.quiet,
                line_spacing=105,
                space_before=6,
                margin=emu(hanging + number * _HANGING),
                indent=emu(-_HANGING),
                mark=mark,
                mark_color=colors.accent,
            )
            for number, (size, mark) in enumerate(deeper, 1)
        )
        return (first, *lower)


def _grid(width: float, height: float, margin: float, gutter: float) -> ColumnGrid:
    return ColumnGrid(width, height, margin, gutter, (width - 2 * margin - 11 * gutter) / 12)


GRIDS: dict[SlideFormat, ColumnGrid] = {
    "16:9": _grid(13 + 1 / 3, 7.5, 0.75, 0.4),
    "4:3": _grid(10, 7.5, 0.6, 0.3),
}


def inches(x: float, y: float, cx: float, cy: float) -> Box:
    """Return a box given in inches, in whole EMU."""
    return Box(emu(x), emu(y), emu(cx), emu(cy))


def emu(inches: float) -> int:
    """Return a length given in inches, in whole EMU."""
    return round(inches * EMU_PER_INCH)
