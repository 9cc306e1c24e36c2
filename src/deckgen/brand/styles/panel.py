"""Calm pages with a tinted panel that carries the progress.

Covers, sections, quotations and the closing stand on the deep colour, the rest on white. The style
of a talk that answers questions: the number of each stands on a panel beside it.
"""

from collections.abc import Iterator

from deckgen.brand.design.grid import inches
from deckgen.brand.design.layout_design import LogoBox, Rectangle
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
from deckgen.brand.design.page import DEEP, PAPER, SAND, Page, Sizes
from deckgen.brand.design.style import Drawing, FontPair, GraphicBoxes, Recipe, Style
from deckgen.deck.box import Box, Insets
from deckgen.deck.layout import Placeholder, TextStyle
from deckgen.deck.slide import PlaceholderRole


def _cover(page: Page) -> Drawing:
    left, wide, panel = page.grid.left(1), page.grid.across(1, 9), _right_panel(page)
    title, subtitle = inches(left, 1.95, wide, 2.35), inches(left, 4.45, wide, 0.85)
    date, date_style = inches(left, 6.34, wide, 0.4), TextStyle(18, page.colors.quiet)
    speaker = TextStyle(20, page.colors.text, bold=True), date_style._replace(space_before=2)
    heading, quiet = heading_style(page, page.grid.sized(54)), TextStyle(24, page.colors.quiet)
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


def _right_panel(page: Page) -> Rectangle:
    """Return the panel behind the last three columns."""
    left = page.grid.left(10) + page.grid.gutter
    area = inches(left, 0, page.grid.width - left, page.grid.height)
    return Rectangle(area, page.colors.panel, page.colors.panel_shade)


def _section(page: Page) -> Drawing:
    left, wide = page.grid.left(1), page.grid.across(1, 9)
    return (
        (
            title_placeholder(
                inches(left, 2.2, wide, 2.45), heading_style(page, page.grid.sized(44)), "b"
            ),
            text_placeholder(
                "progress",
                13,
                inches(left, 0.6, wide, 1.4),
                number_style(page, page.grid.sized(80)),
            ),
            text_placeholder(
                "subtitle", 1, inches(left, 4.85, wide, 1.4), TextStyle(24, page.colors.quiet)
            ),
        ),
        (),
    )


def _questions(page: Page) -> Drawing:
    left, wide = page.grid.left(1), page.grid.across(1, 11)
    return (
        (
            title_placeholder(inches(left, 0.98, wide, 0.8), heading_style(page, 32)),
            kicker_placeholder(page, left, wide),
            body_placeholder(inches(left, 2.0, wide, 4.55), *bullet_styles(page, numbered=True)),
            *footer_placeholders(page, left),
        ),
        (),
    )


def _question(page: Page) -> Drawing:
    left, wide = page.grid.left(4), page.grid.across(4, 12)
    panel = left - 0.5
    return (
        (
            title_placeholder(
                inches(left, 1.0, wide, 1.52), heading_style(page, page.grid.sized(36))
            ),
            text_placeholder(
                "progress",
                14,
                inches(page.grid.left(1), 0.5, panel - page.grid.left(1), 1.1),
                number_style(page, page.grid.sized(54)),
            ),
            kicker_placeholder(page, left, wide),
            body_placeholder(inches(left, 2.75, wide, 3.8), *bullet_styles(page)),
            *footer_placeholders(page, left),
        ),
        (
            Rectangle(
                inches(0, 0, panel, page.grid.height), page.colors.panel, page.colors.panel_shade
            ),
            LogoBox(inches(page.grid.left(1), 6.3, panel - page.grid.left(1) - 0.4, 0.7)),
        ),
    )


def _bullets(page: Page) -> Drawing:
    return _content(page, body_placeholder(_below(page, 10), *bullet_styles(page)))


def _running_text(page: Page) -> Drawing:
    level = TextStyle(24, page.colors.text, line_spacing=115, space_before=12)
    return _content(
        page,
        text_placeholder("body", 1, _below(page, 9), level, *bullet_styles(page)[1:]),
    )


def _quote(page: Page) -> Drawing:
    left, wide = page.grid.left(2), page.grid.across(2, 11)
    quotation = TextStyle(page.grid.sized(40), page.colors.text, "heading", line_spacing=110)
    return (
        (
            title_placeholder(inches(left, 1.0, wide, 4.3), quotation, "b"),
            text_placeholder(
                "by", 1, inches(left, 5.6, wide, 0.6), TextStyle(20, page.colors.accent)
            ),
        ),
        (),
    )


def _closing(page: Page) -> Drawing:
    left, wide = page.grid.left(1), page.grid.across(1, 9)
    title, body = inches(left, 1.95, wide, 1.75), inches(left, 3.95, wide, 2.6)
    first = TextStyle(24, page.colors.text, line_spacing=110, space_before=6)
    return (
        (
            title_placeholder(title, heading_style(page, page.grid.sized(54)), "b"),
            text_placeholder("body", 1, body, first, *bullet_styles(page)[1:]),
        ),
        (_right_panel(page), LogoBox(inches(left, 0.7, 2.6, 0.85))),
    )


def _closing_areas(page: Page) -> GraphicBoxes:
    """Return the box of a QR code: on the panel."""
    panel, inset = page.grid.left(10) + page.grid.gutter, 0.35
    return (("second", inches(panel + inset, 2.15, page.grid.width - panel - 2 * inset, 4.2)),)


def _bullets_areas(page: Page) -> GraphicBoxes:
    """Return the box of graphics, wider than that of text, whose lines must not be too long."""
    return (("body", _below(page, 12)),)


def _title_only(page: Page) -> Drawing:
    return _content(page)


def _two_contents(page: Page) -> Drawing:
    return _content(page, *_columns(page, 2, bullet_styles(page)))


def _three_contents(page: Page) -> Drawing:
    return _content(page, *_columns(page, 3, bullet_styles(page)))


def _columns(page: Page, count: int, levels: tuple[TextStyle, ...]) -> Iterator[Placeholder]:
    roles: tuple[PlaceholderRole, ...] = ("body", "second", "third")
    span = 12 // count
    for idx, role in enumerate(roles[:count], 1):
        place = body_placeholder(_below(page, idx * span, (idx - 1) * span + 1), *levels)
        yield place._replace(role=role, idx=idx, name=f"Content {idx}")


def _bleed(page: Page) -> Drawing:
    """Return a picture from edge to edge, the headline on a panel at its foot."""
    title = title_placeholder(
        inches(page.grid.left(1), 4.6, page.grid.across(1, 9), 2.15), heading_style(page, 32), "ctr"
    )
    panel = title._replace(fill=page.colors.background, insets=Insets(*_PANEL_INSETS))
    whole = inches(0, 0, page.grid.width, page.grid.height)
    picture = Placeholder("body", "pic", 1, "Picture", whole, (TextStyle(18, page.colors.text),))
    return (picture, panel), ()


_PANEL_INSETS = (274_320, 182_880, 274_320, 182_880)
"""EMU: 0.3 inches left and right of the text, 0.2 inches above and below it."""


def _blank(page: Page) -> Drawing:
    return footer_placeholders(page, page.grid.left(1)), ()


_BODY_TOP, _BODY_HEIGHT = 2.3, 4.25


def _content(page: Page, *bodies: Placeholder) -> Drawing:
    """Return a page with kicker, headline, bodies and footer."""
    left, wide = page.grid.left(1), page.grid.across(1, 10)
    logo = inches(page.grid.left(11), 0.55, page.grid.across(11, 12), 0.6)
    return (
        (
            title_placeholder(inches(left, 0.98, wide, 1.15), heading_style(page, 32)),
            kicker_placeholder(page, left, wide),
            *bodies,
            *footer_placeholders(page, left),
        ),
        (LogoBox(logo, "r"),),
    )


def _below(page: Page, last: int, first: int = 1) -> Box:
    return inches(page.grid.left(first), _BODY_TOP, page.grid.across(first, last), _BODY_HEIGHT)


STYLE = Style(
    manual=__doc__,
    fonts=FontPair("Calibri", "Calibri"),
    sizes=Sizes(),
    recipes=(
        Recipe("Cover", "cover", "title", "dark", SAND, DEEP, _cover),
        Recipe("Section", "section", "secHead", "dark", SAND, DEEP, _section),
        Recipe("Questions", "questions", "obj", "light", SAND, DEEP, _questions),
        Recipe("Question", "question", "obj", "light", PAPER, DEEP, _question),
        Recipe(
            "Title and bullets", "bullets", "obj", "light", PAPER, DEEP, _bullets, _bullets_areas
        ),
        Recipe("Title and text", "text", "tx", "light", PAPER, DEEP, _running_text),
        Recipe("Quote", "quote", "cust", "dark", SAND, DEEP, _quote),
        Recipe("Closing", "closing", "cust", "dark", SAND, DEEP, _closing, _closing_areas),
        Recipe("Two contents", "two-contents", "twoObj", "light", PAPER, DEEP, _two_contents),
        Recipe("Three contents", "three-contents", "cust", "light", PAPER, DEEP, _three_contents),
        Recipe("Full picture", "bleed", "cust", "light", PAPER, DEEP, _bleed),
        Recipe("Title only", None, "titleOnly", "light", PAPER, DEEP, _title_only),
        Recipe("Blank", None, "blank", "light", PAPER, DEEP, _blank),
    ),
)
