"""The design of a generated template: the grid, the sizes, and where everything sits on it.

The measures are those of docs/design.md. All lengths given here are inches; the values that leave
this module are EMU.
"""

from typing import Literal, NamedTuple, TypeAlias

from deckgen.deck.box import Box
from deckgen.deck.layout import EMU_PER_INCH, Mark, Placeholder, SchemeColor, TextStyle
from deckgen.deck.slide import Tone

SlideFormat: TypeAlias = Literal["16:9", "4:3"]


_WIDE = 12


class ColumnGrid(NamedTuple):
    """Twelve columns between two margins."""

    width: float
    height: float
    margin: float
    gutter: float

    def sized(self, points: int) -> int:
        """Return a display size, given for the wide page, as this page bears it."""
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
    """The scheme colours that one tone sets its text and shapes in."""

    background: SchemeColor
    text: SchemeColor
    headline: SchemeColor
    accent: SchemeColor
    quiet: SchemeColor
    panel: SchemeColor
    panel_shade: int
    """Per cent of the panel colour's luminance."""


TONE_COLORS: dict[Tone, ToneColors] = {
    "light": ToneColors("lt1", "dk1", "dk2", "accent1", "accent3", "lt2", 100),
    "dark": ToneColors("dk2", "lt1", "lt1", "accent2", "lt2", "dk2", 75),
}


def inch_box(x: float, y: float, cx: float, cy: float) -> Box:
    """Return a box given in inches, in whole EMU."""
    return Box(*(round(length * EMU_PER_INCH) for length in (x, y, cx, cy)))


def bullet_styles(inks: ToneColors, *, numbered: bool = False) -> tuple[TextStyle, ...]:
    """Return the five levels of a body with marks: a small square, then dashes, then dots."""
    first = TextStyle(
        24,
        inks.text,
        line_spacing=105,
        space_before=18 if numbered else 12,
        margin=_emu(0.55 if numbered else 0.3),
        indent=_emu(-0.55 if numbered else -0.3),
        mark="number" if numbered else "square",
        mark_color=inks.accent,
    )
    deeper: tuple[tuple[int, float, Mark], ...] = (
        (20, 0.6, "dash"),
        (18, 0.9, "dot"),
        (18, 1.2, "dash"),
        (18, 1.5, "dot"),
    )
    return (
        first,
        *(
            TextStyle(
                size,
                inks.quiet,
                line_spacing=105,
                space_before=5,
                margin=_emu(margin),
                indent=_emu(-0.26),
                mark=mark,
                mark_color=inks.accent,
            )
            for size, margin, mark in deeper
        ),
    )


def plain_style(
    size: int,
    color: SchemeColor,
    *,
    heading: bool = False,
    bold: bool = False,
    line_spacing: int = 100,
    space_before: int = 0,
) -> TextStyle:
    """Return a level without a mark."""
    return TextStyle(
        size,
        color,
        "heading" if heading else "body",
        bold,
        line_spacing=line_spacing,
        space_before=space_before,
    )


def footer_placeholders(
    grid: ColumnGrid, inks: ToneColors, left: float, *, footed: bool = True
) -> tuple[Placeholder, ...]:
    """Return footer, date and slide number, on one line at the foot of the page."""
    if not footed:
        return ()
    style = TextStyle(12, inks.quiet)
    right = grid.left(12) + grid.across(12, 12)
    number, day, gap = 0.75, 2.4, 0.2
    date_left = right - number - gap - day
    return (
        Placeholder(
            "footer",
            "ftr",
            11,
            "Footer",
            inch_box(left, 6.78, date_left - gap - left, 0.32),
            (style,),
            "ctr",
        ),
        Placeholder(
            "day",
            "dt",
            10,
            "Date",
            inch_box(date_left, 6.78, day, 0.32),
            (TextStyle(12, inks.quiet, align="r"),),
            "ctr",
        ),
        Placeholder(
            "number",
            "sldNum",
            12,
            "Slide Number",
            inch_box(right - number, 6.78, number, 0.32),
            (TextStyle(12, inks.quiet, align="r"),),
            "ctr",
        ),
    )


def _emu(inches: float) -> int:
    return round(inches * EMU_PER_INCH)
