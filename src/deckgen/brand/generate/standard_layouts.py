"""The layouts of a generated template, one for each role, light and dark."""

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple, TypeAlias

from deckgen.brand.color_map import DARK_COLOR_MAP
from deckgen.brand.generate.grid import (
    GRIDS,
    TONE_COLORS,
    ColumnGrid,
    SlideFormat,
    ToneColors,
    bullet_styles,
    footer_placeholders,
    inch_box,
    plain_style,
)
from deckgen.brand.generate.layout_design import Decoration, LayoutDesign, LogoBox, Rectangle
from deckgen.deck.box import Box, Insets
from deckgen.deck.layout import Anchor, Layout, Placeholder, PlaceholderType, TextStyle
from deckgen.deck.slide import LayoutRole, PlaceholderRole, Tone

GraphicAreas: TypeAlias = tuple[tuple[PlaceholderRole, Box], ...]


class _Recipe(NamedTuple):
    name: str
    role: LayoutRole | None
    type: str
    tone: Tone
    """The tone that the layout has by nature."""
    ground: Literal["paper", "sand"]
    """What its light form stands on."""
    draw: Callable[[ColumnGrid, ToneColors], tuple[tuple[Placeholder, ...], tuple[Decoration, ...]]]
    rooms: Callable[[ColumnGrid], GraphicAreas] = lambda _: ()
    """Where graphics stand for which it has no placeholder."""


def standard_layouts(size: SlideFormat) -> tuple[LayoutDesign, ...]:
    """Return every layout in both tones, each in its natural tone first."""
    natural = [(recipe, recipe.tone) for recipe in _RECIPES]
    turned: list[tuple[_Recipe, Tone]] = [
        (recipe, "light" if recipe.tone == "dark" else "dark") for recipe in _RECIPES
    ]
    return tuple(
        _design(recipe, tone, GRIDS[size], number)
        for number, (recipe, tone) in enumerate(natural + turned, 1)
    )


def _design(recipe: _Recipe, tone: Tone, grid: ColumnGrid, number: int) -> LayoutDesign:
    inks = TONE_COLORS[tone]
    if recipe.ground == "sand" and tone == "light":
        inks = inks._replace(background="lt2", panel="lt1")
    placeholders, art = recipe.draw(grid, inks)
    return LayoutDesign(
        Layout(
            recipe.name if tone == recipe.tone else f"{recipe.name} ({tone})",
            recipe.role,
            tone,
            f"/ppt/slideLayouts/slideLayout{number}.xml",
            tuple(_with_marks(one, inks) for one in placeholders),
            DARK_COLOR_MAP if tone == "dark" else "",
            recipe.rooms(grid),
        ),
        recipe.type,
        inks.background,
        art,
    )


def _with_marks(placeholder: Placeholder, inks: ToneColors) -> Placeholder:
    """Return a placeholder whose levels all have a colour for marks: lists may stand anywhere."""
    if placeholder.role not in {"body", "second", "third"} or placeholder.type == "pic":
        return placeholder
    levels = tuple(level._replace(mark_color=inks.accent) for level in placeholder.level_styles)
    return placeholder._replace(level_styles=levels)


_Drawing: TypeAlias = tuple[tuple[Placeholder, ...], tuple[Decoration, ...]]


def _cover(grid: ColumnGrid, inks: ToneColors) -> _Drawing:
    left, wide = grid.left(1), grid.across(1, 9)
    panel = grid.left(10) + grid.gutter
    return (
        (
            _title(
                inch_box(left, 1.95, wide, 2.35),
                _heading(grid.sized(54), inks),
                "b",
                kind="ctrTitle",
            ),
            _text(
                "subtitle",
                1,
                inch_box(left, 4.45, wide, 0.85),
                plain_style(24, inks.quiet),
                kind="subTitle",
            ),
            _text(
                "body",
                13,
                inch_box(left, 5.5, wide, 0.8),
                plain_style(20, inks.text, bold=True),
                plain_style(18, inks.quiet, space_before=2),
            ),
            Placeholder(
                "date",
                "dt",
                10,
                "Date",
                inch_box(left, 6.34, wide, 0.4),
                (plain_style(18, inks.quiet),),
            ),
        ),
        (
            Rectangle(
                inch_box(panel, 0, grid.width - panel, grid.height), inks.panel, inks.panel_shade
            ),
            Rectangle(inch_box(panel, 5.5, grid.width - panel, 2.0), "accent1"),
            LogoBox(inch_box(left, 0.7, 2.6, 0.85)),
        ),
    )


def _section(grid: ColumnGrid, inks: ToneColors) -> _Drawing:
    left, wide = grid.left(1), grid.across(1, 9)
    return (
        (
            _title(inch_box(left, 2.2, wide, 2.45), _heading(grid.sized(44), inks), "b"),
            _text("progress", 13, inch_box(left, 0.6, wide, 1.4), _number(grid.sized(80), inks)),
            _text("subtitle", 1, inch_box(left, 4.85, wide, 1.4), plain_style(24, inks.quiet)),
        ),
        (),
    )


def _questions(grid: ColumnGrid, inks: ToneColors) -> _Drawing:
    left, wide = grid.left(1), grid.across(1, 11)
    return (
        (
            _title(inch_box(left, 0.98, wide, 0.8), _heading(32, inks)),
            _kicker(left, wide, inks),
            _body(inch_box(left, 2.0, wide, 4.55), *bullet_styles(inks, numbered=True)),
            *footer_placeholders(grid, inks, left),
        ),
        (),
    )


def _question(grid: ColumnGrid, inks: ToneColors) -> _Drawing:
    left, wide = grid.left(4), grid.across(4, 12)
    panel = left - 0.5
    return (
        (
            _title(inch_box(left, 1.0, wide, 1.52), _heading(grid.sized(36), inks)),
            _text(
                "progress",
                14,
                inch_box(grid.left(1), 0.5, panel - grid.left(1), 1.1),
                _number(grid.sized(54), inks),
            ),
            _kicker(left, wide, inks),
            _body(inch_box(left, 2.75, wide, 3.8), *bullet_styles(inks)),
            *footer_placeholders(grid, inks, left),
        ),
        (
            Rectangle(inch_box(0, 0, panel, grid.height), inks.panel, inks.panel_shade),
            LogoBox(inch_box(grid.left(1), 6.3, panel - grid.left(1) - 0.4, 0.7)),
        ),
    )


def _bullets(grid: ColumnGrid, inks: ToneColors) -> _Drawing:
    return _content(grid, inks, _body(_below(grid, 10), *bullet_styles(inks)))


def _running_text(grid: ColumnGrid, inks: ToneColors) -> _Drawing:
    level = plain_style(24, inks.text, line_spacing=115, space_before=12)
    return _content(grid, inks, _text("body", 1, _below(grid, 9), level, *bullet_styles(inks)[1:]))


def _quote(grid: ColumnGrid, inks: ToneColors) -> _Drawing:
    left, wide = grid.left(2), grid.across(2, 11)
    quotation = plain_style(grid.sized(40), inks.text, heading=True, line_spacing=110)
    return (
        (
            _title(inch_box(left, 1.0, wide, 4.3), quotation, "b"),
            _text("by", 1, inch_box(left, 5.6, wide, 0.6), plain_style(20, inks.accent)),
        ),
        (),
    )


def _closing(grid: ColumnGrid, inks: ToneColors) -> _Drawing:
    left, wide = grid.left(1), grid.across(1, 9)
    panel = grid.left(10) + grid.gutter
    return (
        (
            _title(inch_box(left, 1.95, wide, 1.75), _heading(grid.sized(54), inks), "b"),
            _text(
                "body",
                1,
                inch_box(left, 3.95, wide, 2.6),
                plain_style(24, inks.text, line_spacing=110, space_before=6),
                *bullet_styles(inks)[1:],
            ),
        ),
        (
            Rectangle(
                inch_box(panel, 0, grid.width - panel, grid.height), inks.panel, inks.panel_shade
            ),
            LogoBox(inch_box(grid.left(1), 0.7, 2.6, 0.85)),
        ),
    )


def _closing_rooms(grid: ColumnGrid) -> GraphicAreas:
    """Return where a code to scan stands: on the panel."""
    panel, inset = grid.left(10) + grid.gutter, 0.35
    return (("second", inch_box(panel + inset, 2.15, grid.width - panel - 2 * inset, 4.2)),)


def _bullets_rooms(grid: ColumnGrid) -> GraphicAreas:
    """Return where what is shown stands: lines of text end earlier, so that they read well."""
    return (("body", _below(grid, 12)),)


def _title_only(grid: ColumnGrid, inks: ToneColors) -> _Drawing:
    return _content(grid, inks)


def _two_contents(grid: ColumnGrid, inks: ToneColors) -> _Drawing:
    return _content(grid, inks, *_columns(grid, 2, bullet_styles(inks)))


def _three_contents(grid: ColumnGrid, inks: ToneColors) -> _Drawing:
    return _content(grid, inks, *_columns(grid, 3, bullet_styles(inks)))


def _columns(grid: ColumnGrid, count: int, levels: tuple[TextStyle, ...]) -> Iterator[Placeholder]:
    """Yield contents beside each other; the first is left, and all are alike wide."""
    roles: tuple[PlaceholderRole, ...] = ("body", "second", "third")
    span = 12 // count
    for idx, role in enumerate(roles[:count], 1):
        place = _body(_below(grid, idx * span, (idx - 1) * span + 1), *levels)
        yield place._replace(role=role, idx=idx, name=f"Content {idx}")


def _bleed(grid: ColumnGrid, inks: ToneColors) -> _Drawing:
    """Return a picture from edge to edge, the headline on a panel at its foot."""
    title = _title(inch_box(grid.left(1), 4.6, grid.across(1, 9), 2.15), _heading(32, inks), "ctr")
    panel = title._replace(fill=inks.background, insets=Insets(*_PANEL_INSETS))
    whole = inch_box(0, 0, grid.width, grid.height)
    picture = Placeholder("body", "pic", 1, "Picture", whole, (plain_style(18, inks.text),))
    return (picture, panel), ()


_PANEL_INSETS = (274_320, 182_880, 274_320, 182_880)
"""EMU: 0.3 in beside the words, 0.2 in above and below them."""


def _blank(grid: ColumnGrid, inks: ToneColors) -> _Drawing:
    return footer_placeholders(grid, inks, grid.left(1)), ()


_RECIPES = (
    _Recipe("Cover", "cover", "title", "dark", "sand", _cover),
    _Recipe("Section", "section", "secHead", "dark", "sand", _section),
    _Recipe("Questions", "questions", "obj", "light", "sand", _questions),
    _Recipe("Question", "question", "obj", "light", "paper", _question),
    _Recipe("Title and bullets", "bullets", "obj", "light", "paper", _bullets, _bullets_rooms),
    _Recipe("Title and text", "text", "tx", "light", "paper", _running_text),
    _Recipe("Quote", "quote", "cust", "dark", "sand", _quote),
    _Recipe("Closing", "closing", "cust", "dark", "sand", _closing, _closing_rooms),
    _Recipe("Two contents", "two-contents", "twoObj", "light", "paper", _two_contents),
    _Recipe("Three contents", "three-contents", "cust", "light", "paper", _three_contents),
    _Recipe("Full picture", "bleed", "cust", "light", "paper", _bleed),
    _Recipe("Title only", None, "titleOnly", "light", "paper", _title_only),
    _Recipe("Blank", None, "blank", "light", "paper", _blank),
)

_BODY_TOP, _BODY_HEIGHT = 2.3, 4.25


def _content(grid: ColumnGrid, inks: ToneColors, *bodies: Placeholder) -> _Drawing:
    """Return a content page: kicker, headline, what is given, and the frame."""
    left, wide = grid.left(1), grid.across(1, 10)
    logo = inch_box(grid.left(11), 0.55, grid.across(11, 12), 0.6)
    return (
        (
            _title(inch_box(left, 0.98, wide, 1.15), _heading(32, inks)),
            _kicker(left, wide, inks),
            *bodies,
            *footer_placeholders(grid, inks, left),
        ),
        (LogoBox(logo, "r"),),
    )


def _below(grid: ColumnGrid, last: int, first: int = 1) -> Box:
    return inch_box(grid.left(first), _BODY_TOP, grid.across(first, last), _BODY_HEIGHT)


def _body(frame: Box, *levels: TextStyle) -> Placeholder:
    return Placeholder("body", "obj", 1, "Content", frame, levels)


def _title(
    frame: Box, style: TextStyle, anchor: Anchor = "t", kind: PlaceholderType = "title"
) -> Placeholder:
    return Placeholder("title", kind, None, "Title", frame, (style,), anchor)


def _kicker(left: float, wide: float, inks: ToneColors) -> Placeholder:
    style = plain_style(14, inks.quiet, bold=True)
    return _text("kicker", 13, inch_box(left, 0.58, wide, 0.36), style, anchor="b")


def _text(
    role: PlaceholderRole,
    idx: int,
    frame: Box,
    *levels: TextStyle,
    kind: PlaceholderType = "body",
    anchor: Anchor = "t",
) -> Placeholder:
    return Placeholder(role, kind, idx, role.capitalize(), frame, levels, anchor)


def _heading(size: int, inks: ToneColors) -> TextStyle:
    return plain_style(size, inks.headline, heading=True, bold=True)


def _number(size: int, inks: ToneColors) -> TextStyle:
    return plain_style(size, inks.accent, heading=True, bold=True)
