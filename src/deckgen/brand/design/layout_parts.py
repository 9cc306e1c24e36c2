"""Text styles and placeholders that the layouts of a generated template have in common."""

from deckgen.brand.design.grid import ColumnGrid, ToneColors, inches
from deckgen.deck.box import Box
from deckgen.deck.layout import (
    EMU_PER_INCH,
    Anchor,
    Mark,
    Placeholder,
    PlaceholderType,
    TextStyle,
)
from deckgen.deck.slide import PlaceholderRole


def bullet_styles(colors: ToneColors, *, numbered: bool = False) -> tuple[TextStyle, ...]:
    """Return the five levels of a list: a square or number first, then dashes and dots."""
    first = TextStyle(
        24,
        colors.text,
        line_spacing=105,
        space_before=18 if numbered else 12,
        margin=_emu(0.55 if numbered else 0.3),
        indent=_emu(-0.55 if numbered else -0.3),
        mark="number" if numbered else "square",
        mark_color=colors.accent,
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
                colors.quiet,
                line_spacing=105,
                space_before=5,
                margin=_emu(margin),
                indent=_emu(-0.26),
                mark=mark,
                mark_color=colors.accent,
            )
            for size, margin, mark in deeper
        ),
    )


def footer_placeholders(
    grid: ColumnGrid, colors: ToneColors, left: float
) -> tuple[Placeholder, ...]:
    """Return footer, date and slide number, on one line at the foot of the page."""
    style = TextStyle(12, colors.quiet)
    right = grid.left(12) + grid.across(12, 12)
    number, day, gap = 0.75, 2.4, 0.2
    date_left = right - number - gap - day
    footer_box = inches(left, 6.78, date_left - gap - left, 0.32)
    date_box = inches(date_left, 6.78, day, 0.32)
    number_box = inches(right - number, 6.78, number, 0.32)
    at_right = style._replace(align="r")
    return (
        Placeholder("footer", "ftr", 11, "Footer", footer_box, (style,), "ctr"),
        Placeholder("day", "dt", 10, "Date", date_box, (at_right,), "ctr"),
        Placeholder("number", "sldNum", 12, "Slide Number", number_box, (at_right,), "ctr"),
    )


def _emu(inches: float) -> int:
    return round(inches * EMU_PER_INCH)


def body_placeholder(box: Box, *levels: TextStyle) -> Placeholder:
    """Return the placeholder of lists and graphics."""
    return Placeholder("body", "obj", 1, "Content", box, levels, largest_size=32)


def title_placeholder(
    box: Box, style: TextStyle, anchor: Anchor = "t", kind: PlaceholderType = "title"
) -> Placeholder:
    """Return the placeholder of the title."""
    return Placeholder("title", kind, None, "Title", box, (style,), anchor)


def kicker_placeholder(left: float, wide: float, colors: ToneColors) -> Placeholder:
    """Return the placeholder of the small line above the title; lengths in inches."""
    style = TextStyle(14, colors.quiet, bold=True)
    return text_placeholder("kicker", 13, inches(left, 0.58, wide, 0.36), style, anchor="b")


def text_placeholder(
    role: PlaceholderRole,
    idx: int,
    box: Box,
    *levels: TextStyle,
    kind: PlaceholderType = "body",
    anchor: Anchor = "t",
) -> Placeholder:
    """Return a placeholder of text, named after its role."""
    return Placeholder(role, kind, idx, role.capitalize(), box, levels, anchor)


def heading_style(size: int, colors: ToneColors) -> TextStyle:
    """Return the style of a headline; `size` in points."""
    return TextStyle(size, colors.headline, "heading", bold=True)


def number_style(size: int, colors: ToneColors) -> TextStyle:
    """Return the style of a large number; `size` in points."""
    return TextStyle(size, colors.accent, "heading", bold=True)
