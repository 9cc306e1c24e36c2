"""The layouts of a generated template, one for each role, light and dark."""

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple, TypeAlias

from deckgen.brand.color_map import DARK_COLOR_MAP
from deckgen.brand.design.grid import (
    GRIDS,
    TONE_COLORS,
    ColumnGrid,
    SlideFormat,
    ToneColors,
    inches,
)
from deckgen.brand.design.layout_design import Decoration, LayoutDesign, LogoBox, Rectangle
from deckgen.brand.design.layout_parts import (
    body_placeholder,
    bullet_styles,
    footer_placeholders,
    heading_style,
    kicker_placeholder,
    number_style,
    text_placeholder,
    title_placeholder,
)
from deckgen.deck.box import Box, Insets
from deckgen.deck.layout import Layout, Placeholder, TextStyle
from deckgen.deck.slide import LayoutRole, PlaceholderRole, Tone

GraphicAreas: TypeAlias = tuple[tuple[PlaceholderRole, Box], ...]


class _Recipe(NamedTuple):
    name: str
    role: LayoutRole | None
    type: str
    tone: Tone
    """The tone in which the layout is listed first."""
    background: Literal["paper", "sand"]
    """The background of its light form."""
    draw: Callable[[ColumnGrid, ToneColors], "_Drawing"]
    graphic_areas: Callable[[ColumnGrid], GraphicAreas] = lambda _: ()
    """The boxes of graphics without a placeholder of their own."""


def standard_layouts(size: SlideFormat) -> tuple[LayoutDesign, ...]:
    """Return every layout in both tones: first in the tone of its recipe, then in the other."""
    natural = [(recipe, recipe.tone) for recipe in _RECIPES]
    turned: list[tuple[_Recipe, Tone]] = [
        (recipe, "light" if recipe.tone == "dark" else "dark") for recipe in _RECIPES
    ]
    return tuple(
        _design(recipe, tone, GRIDS[size], number)
        for number, (recipe, tone) in enumerate(natural + turned, 1)
    )


def _design(recipe: _Recipe, tone: Tone, grid: ColumnGrid, number: int) -> LayoutDesign:
    colors = TONE_COLORS[tone]
    if recipe.background == "sand" and tone == "light":
        colors = colors._replace(background="lt2", panel="lt1")
    placeholders, art = recipe.draw(grid, colors)
    return LayoutDesign(
        Layout(
            recipe.name if tone == recipe.tone else f"{recipe.name} ({tone})",
            recipe.role,
            tone,
            f"/ppt/slideLayouts/slideLayout{number}.xml",
            tuple(_with_marks(one, colors) for one in placeholders),
            DARK_COLOR_MAP if tone == "dark" else "",
            recipe.graphic_areas(grid),
        ),
        recipe.type,
        colors.background,
        art,
    )


def _with_marks(placeholder: Placeholder, colors: ToneColors) -> Placeholder:
    """Return a placeholder whose levels all have a colour for marks, so that it may hold lists."""
    if placeholder.role not in {"body", "second", "third"} or placeholder.type == "pic":
        return placeholder
    levels = tuple(level._replace(mark_color=colors.accent) for level in placeholder.level_styles)
    return placeholder._replace(level_styles=levels)


_Drawing: TypeAlias = tuple[tuple[Placeholder, ...], tuple[Decoration, ...]]


def _cover(grid: ColumnGrid, colors: ToneColors) -> _Drawing:
    left, wide, panel = grid.left(1), grid.across(1, 9), _right_panel(grid, colors)
    title, subtitle = inches(left, 1.95, wide, 2.35), inches(left, 4.45, wide, 0.85)
    date, date_style = inches(left, 6.34, wide, 0.4), TextStyle(18, colors.quiet)
    speaker = TextStyle(20, colors.text, bold=True), date_style._replace(space_before=2)
    heading, quiet = heading_style(grid.sized(54), colors), TextStyle(24, colors.quiet)
    accent = panel.box._replace(y=inches(0, 5.5, 0, 0).y, cy=inches(0, 0, 0, 2.0).cy)
    return (
        (
            title_placeholder(title, heading, "b", kind="ctrTitle"),
            text_placeholder("subtitle", 1, subtitle, quiet, kind="subTitle"),
            text_placeholder("body", 13, inches(left, 5.5, wide, 0.8), *speaker),
            Placeholder("date", "dt", 10, "Date", date, (date_style,)),
        ),
        (panel, Rectangle(accent, "accent1"), LogoBox(inches(left, 0.7, 2.6, 0.85))),
    )


def _right_panel(grid: ColumnGrid, colors: ToneColors) -> Rectangle:
    """Return the panel behind the last three columns."""
    left = grid.left(10) + grid.gutter
    area = inches(left, 0, grid.width - left, grid.height)
    return Rectangle(area, colors.panel, colors.panel_shade)


def _section(grid: ColumnGrid, colors: ToneColors) -> _Drawing:
    left, wide = grid.left(1), grid.across(1, 9)
    return (
        (
            title_placeholder(
                inches(left, 2.2, wide, 2.45), heading_style(grid.sized(44), colors), "b"
            ),
            text_placeholder(
                "progress", 13, inches(left, 0.6, wide, 1.4), number_style(grid.sized(80), colors)
            ),
            text_placeholder(
                "subtitle", 1, inches(left, 4.85, wide, 1.4), TextStyle(24, colors.quiet)
            ),
        ),
        (),
    )


def _questions(grid: ColumnGrid, colors: ToneColors) -> _Drawing:
    left, wide = grid.left(1), grid.across(1, 11)
    return (
        (
            title_placeholder(inches(left, 0.98, wide, 0.8), heading_style(32, colors)),
            kicker_placeholder(left, wide, colors),
            body_placeholder(inches(left, 2.0, wide, 4.55), *bullet_styles(colors, numbered=True)),
            *footer_placeholders(grid, colors, left),
        ),
        (),
    )


def _question(grid: ColumnGrid, colors: ToneColors) -> _Drawing:
    left, wide = grid.left(4), grid.across(4, 12)
    panel = left - 0.5
    return (
        (
            title_placeholder(inches(left, 1.0, wide, 1.52), heading_style(grid.sized(36), colors)),
            text_placeholder(
                "progress",
                14,
                inches(grid.left(1), 0.5, panel - grid.left(1), 1.1),
                number_style(grid.sized(54), colors),
            ),
            kicker_placeholder(left, wide, colors),
            body_placeholder(inches(left, 2.75, wide, 3.8), *bullet_styles(colors)),
            *footer_placeholders(grid, colors, left),
        ),
        (
            Rectangle(inches(0, 0, panel, grid.height), colors.panel, colors.panel_shade),
            LogoBox(inches(grid.left(1), 6.3, panel - grid.left(1) - 0.4, 0.7)),
        ),
    )


def _bullets(grid: ColumnGrid, colors: ToneColors) -> _Drawing:
    return _content(grid, colors, body_placeholder(_below(grid, 10), *bullet_styles(colors)))


def _running_text(grid: ColumnGrid, colors: ToneColors) -> _Drawing:
    level = TextStyle(24, colors.text, line_spacing=115, space_before=12)
    return _content(
        grid,
        colors,
        text_placeholder("body", 1, _below(grid, 9), level, *bullet_styles(colors)[1:]),
    )


def _quote(grid: ColumnGrid, colors: ToneColors) -> _Drawing:
    left, wide = grid.left(2), grid.across(2, 11)
    quotation = TextStyle(grid.sized(40), colors.text, "heading", line_spacing=110)
    return (
        (
            title_placeholder(inches(left, 1.0, wide, 4.3), quotation, "b"),
            text_placeholder("by", 1, inches(left, 5.6, wide, 0.6), TextStyle(20, colors.accent)),
        ),
        (),
    )


def _closing(grid: ColumnGrid, colors: ToneColors) -> _Drawing:
    left, wide = grid.left(1), grid.across(1, 9)
    title, body = inches(left, 1.95, wide, 1.75), inches(left, 3.95, wide, 2.6)
    first = TextStyle(24, colors.text, line_spacing=110, space_before=6)
    return (
        (
            title_placeholder(title, heading_style(grid.sized(54), colors), "b"),
            text_placeholder("body", 1, body, first, *bullet_styles(colors)[1:]),
        ),
        (_right_panel(grid, colors), LogoBox(inches(left, 0.7, 2.6, 0.85))),
    )


def _closing_areas(grid: ColumnGrid) -> GraphicAreas:
    """Return the box of a QR code: on the panel."""
    panel, inset = grid.left(10) + grid.gutter, 0.35
    return (("second", inches(panel + inset, 2.15, grid.width - panel - 2 * inset, 4.2)),)


def _bullets_areas(grid: ColumnGrid) -> GraphicAreas:
    """Return the box of graphics, wider than that of text, whose lines must not be too long."""
    return (("body", _below(grid, 12)),)


def _title_only(grid: ColumnGrid, colors: ToneColors) -> _Drawing:
    return _content(grid, colors)


def _two_contents(grid: ColumnGrid, colors: ToneColors) -> _Drawing:
    return _content(grid, colors, *_columns(grid, 2, bullet_styles(colors)))


def _three_contents(grid: ColumnGrid, colors: ToneColors) -> _Drawing:
    return _content(grid, colors, *_columns(grid, 3, bullet_styles(colors)))


def _columns(grid: ColumnGrid, count: int, levels: tuple[TextStyle, ...]) -> Iterator[Placeholder]:
    roles: tuple[PlaceholderRole, ...] = ("body", "second", "third")
    span = 12 // count
    for idx, role in enumerate(roles[:count], 1):
        place = body_placeholder(_below(grid, idx * span, (idx - 1) * span + 1), *levels)
        yield place._replace(role=role, idx=idx, name=f"Content {idx}")


def _bleed(grid: ColumnGrid, colors: ToneColors) -> _Drawing:
    """Return a picture from edge to edge, the headline on a panel at its foot."""
    title = title_placeholder(
        inches(grid.left(1), 4.6, grid.across(1, 9), 2.15), heading_style(32, colors), "ctr"
    )
    panel = title._replace(fill=colors.background, insets=Insets(*_PANEL_INSETS))
    whole = inches(0, 0, grid.width, grid.height)
    picture = Placeholder("body", "pic", 1, "Picture", whole, (TextStyle(18, colors.text),))
    return (picture, panel), ()


_PANEL_INSETS = (274_320, 182_880, 274_320, 182_880)
"""EMU: 0.3 inches left and right of the text, 0.2 inches above and below it."""


def _blank(grid: ColumnGrid, colors: ToneColors) -> _Drawing:
    return footer_placeholders(grid, colors, grid.left(1)), ()


_RECIPES = (
    _Recipe("Cover", "cover", "title", "dark", "sand", _cover),
    _Recipe("Section", "section", "secHead", "dark", "sand", _section),
    _Recipe("Questions", "questions", "obj", "light", "sand", _questions),
    _Recipe("Question", "question", "obj", "light", "paper", _question),
    _Recipe("Title and bullets", "bullets", "obj", "light", "paper", _bullets, _bullets_areas),
    _Recipe("Title and text", "text", "tx", "light", "paper", _running_text),
    _Recipe("Quote", "quote", "cust", "dark", "sand", _quote),
    _Recipe("Closing", "closing", "cust", "dark", "sand", _closing, _closing_areas),
    _Recipe("Two contents", "two-contents", "twoObj", "light", "paper", _two_contents),
    _Recipe("Three contents", "three-contents", "cust", "light", "paper", _three_contents),
    _Recipe("Full picture", "bleed", "cust", "light", "paper", _bleed),
    _Recipe("Title only", None, "titleOnly", "light", "paper", _title_only),
    _Recipe("Blank", None, "blank", "light", "paper", _blank),
)

_BODY_TOP, _BODY_HEIGHT = 2.3, 4.25


def _content(grid: ColumnGrid, colors: ToneColors, *bodies: Placeholder) -> _Drawing:
    """Return a page with kicker, headline, bodies and footer."""
    left, wide = grid.left(1), grid.across(1, 10)
    logo = inches(grid.left(11), 0.55, grid.across(11, 12), 0.6)
    return (
        (
            title_placeholder(inches(left, 0.98, wide, 1.15), heading_style(32, colors)),
            kicker_placeholder(left, wide, colors),
            *bodies,
            *footer_placeholders(grid, colors, left),
        ),
        (LogoBox(logo, "r"),),
    )


def _below(grid: ColumnGrid, last: int, first: int = 1) -> Box:
    return inches(grid.left(first), _BODY_TOP, grid.across(first, last), _BODY_HEIGHT)
