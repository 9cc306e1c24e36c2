"""Calm pages; a tinted panel carries the number of each question and chapter.

Cover, sections, quotations and closing stand on the deep colour, the rest on white or the tint.
Good for talks that answer questions: the panel at the left says at which one the talk is.
"""

from collections.abc import Iterator

from deckgen.brand.design.grid import inches
from deckgen.brand.design.layout_design import LogoBox, Rectangle
from deckgen.brand.design.layout_parts import (
    BodyArea,
    body_placeholder,
    bullet_styles,
    date_placeholder,
    footer_placeholders,
    full_picture,
    heading_style,
    kicker_placeholder,
    number_style,
    on_baseline,
    running_text_styles,
    text_placeholder,
    title_placeholder,
)
from deckgen.brand.design.page import DEEP, PAPER, SAND, Page, Sizes
from deckgen.brand.design.style import (
    Drawing,
    FontPair,
    GraphicBoxes,
    Style,
    content_recipes,
    recipe,
)
from deckgen.deck.box import Insets
from deckgen.deck.layout import Placeholder, TextStyle

_TITLE_TOP = 0.92
_BODY = BodyArea(2.25, 6.55)
"""Inches from the top of the page."""


def _cover(page: Page) -> Drawing:
    panel, grid, colors = 5.55, page.grid, page.colors
    day = page.span(9, 12, panel + 0.5, 0.5)
    heading = heading_style(page, grid.sized(60))
    speaker = TextStyle(24, colors.text, bold=True)
    event = TextStyle(20, colors.quiet, space_before=3)
    date = TextStyle(20, colors.quiet, align="r")
    return (
        (
            title_placeholder(page.span(1, 11, 1.7, 2.45), heading, "b", kind="ctrTitle"),
            text_placeholder(
                "subtitle",
                1,
                page.span(1, 11, 4.4, 0.9),
                TextStyle(28, colors.quiet),
                kind="subTitle",
            ),
            text_placeholder("body", 13, page.span(1, 8, panel + 0.5, 1.0), speaker, event),
            date_placeholder(on_baseline(day, 24, 20), date),
        ),
        (
            _foot_panel(page, panel),
            Rectangle(page.span(1, 1, panel, 0.1), colors.accent),
            LogoBox(inches(grid.left(1), 0.7, 2.6, 0.85)),
        ),
    )


def _foot_panel(page: Page, top: float) -> Rectangle:
    """Return the panel across the foot of the page."""
    area = page.bleed(0, top, page.grid.width, page.grid.height)
    return Rectangle(area, page.colors.panel, page.colors.panel_shade)


def _number_panel(page: Page) -> Rectangle:
    """Return the panel behind the first three columns."""
    area = page.bleed(0, 0, page.grid.right(3), page.grid.height)
    return Rectangle(area, page.colors.panel, page.colors.panel_shade)


def _section(page: Page) -> Drawing:
    size, number = page.grid.sized(60), page.grid.sized(120)
    title = page.span(4, 12, 1.2, 3.0)
    quiet = TextStyle(28, page.colors.quiet)
    return (
        (
            title_placeholder(title, heading_style(page, size), "b"),
            text_placeholder(
                "progress",
                13,
                on_baseline(page.span(1, 3, 1.2, 3.0), size, number, "b"),
                number_style(page, number),
                anchor="b",
            ),
            text_placeholder("subtitle", 1, page.span(4, 12, 4.4, 1.5), quiet),
        ),
        (_number_panel(page),),
    )


def _questions(page: Page) -> Drawing:
    body = page.span(1, 11, 1.85, _BODY.end - 1.85)
    heading = heading_style(page, page.sizes.headline)
    return (
        (
            title_placeholder(page.span(1, 11, _TITLE_TOP, 0.8), heading),
            kicker_placeholder(page, page.grid.left(1), page.grid.across(1, 11)),
            body_placeholder(body, *bullet_styles(page, numbered=True)),
            *footer_placeholders(page, page.grid.left(1)),
        ),
        (),
    )


def _question(page: Page) -> Drawing:
    left, wide = page.grid.left(4), page.grid.across(4, 12)
    size, number = page.grid.sized(36), page.grid.sized(72)
    title, progress = page.span(4, 12, _TITLE_TOP, 1.35), page.span(1, 3, _TITLE_TOP, 1.35)
    return (
        (
            title_placeholder(title, heading_style(page, size)),
            text_placeholder(
                "progress", 14, on_baseline(progress, size, number), number_style(page, number)
            ),
            kicker_placeholder(page, left, wide),
            body_placeholder(page.span(4, 12, 2.6, _BODY.end - 2.6), *bullet_styles(page)),
            *footer_placeholders(page, left),
        ),
        (_number_panel(page), LogoBox(page.span(1, 2, 6.35, 0.7), is_optional=True)),
    )


def _bullets(page: Page) -> Drawing:
    return _content(page, body_placeholder(_BODY.box(page, last=10), *bullet_styles(page)))


def _running_text(page: Page) -> Drawing:
    level = TextStyle(page.sizes.body, page.colors.text, line_spacing=115, space_before=12)
    body = text_placeholder(
        "body", 1, _BODY.box(page, last=9), *running_text_styles(level, bullet_styles(page))
    )
    return _content(page, body._replace(largest_size=28))


def _quote(page: Page) -> Drawing:
    quotation = TextStyle(page.grid.sized(40), page.colors.text, "heading", line_spacing=110)
    author = TextStyle(24, page.colors.accent)
    return (
        (
            title_placeholder(page.span(2, 11, 0.9, 4.1), quotation, "b")._replace(
                largest_size=page.grid.sized(72)
            ),
            text_placeholder("by", 1, page.span(2, 11, 5.3, 0.9), author),
        ),
        (),
    )


_THANKS_PANEL = 4.5
"""Inches from the top to the panel of the closing page."""


def _closing(page: Page) -> Drawing:
    grid, top = page.grid, _THANKS_PANEL
    first = TextStyle(24, page.colors.text, line_spacing=110, space_before=6)
    return (
        (
            title_placeholder(
                page.span(1, 8, 1.75, top - 2.1), heading_style(page, grid.sized(60)), "b"
            ),
            text_placeholder(
                "body",
                1,
                page.span(1, 8, top + 0.45, 2.25),
                *running_text_styles(first, bullet_styles(page)),
            ),
        ),
        (
            _foot_panel(page, top),
            Rectangle(page.span(1, 1, top, 0.1), page.colors.accent),
            LogoBox(inches(grid.left(1), 0.7, 2.6, 0.85)),
        ),
    )


def _closing_boxes(page: Page) -> GraphicBoxes:
    """Return the box of a QR code, across the edge of the panel."""
    return (("second", page.span(9, 12, 1.95, 4.8)),)


def _columns(page: Page, count: int) -> Iterator[Placeholder]:
    return _BODY.contents(page, count, bullet_styles(page))


def _bleed(page: Page) -> Drawing:
    """Return a picture from edge to edge, the headline on a panel at its foot."""
    heading = heading_style(page, page.sizes.headline)
    title = title_placeholder(page.span(1, 9, 4.6, 2.15), heading, "ctr")
    panel = title._replace(fill=page.colors.background, insets=Insets(*_PANEL_INSETS))
    return (full_picture(page), panel), ()


_PANEL_INSETS = (274_320, 182_880, 274_320, 182_880)
"""EMU: 0.3 inches left and right of the text, 0.2 inches above and below it."""


def _blank(page: Page) -> Drawing:
    return footer_placeholders(page, page.grid.left(1)), ()


def _content(page: Page, *bodies: Placeholder) -> Drawing:
    """Return a page with kicker, headline, bodies and footer."""
    left, heading = page.grid.left(1), heading_style(page, page.sizes.headline)
    return (
        (
            title_placeholder(page.span(1, 10, _TITLE_TOP, 1.15), heading),
            kicker_placeholder(page, left, page.grid.across(1, 10)),
            *bodies,
            *footer_placeholders(page, left),
        ),
        (LogoBox(page.span(11, 12, 0.55, 0.6), "r", is_optional=True),),
    )


STYLE = Style(
    manual=__doc__,
    fonts=FontPair("Calibri", "Calibri"),
    sizes=Sizes(),
    recipes=(
        recipe("Cover", "dark", SAND, DEEP, _cover),
        recipe("Section", "dark", SAND, DEEP, _section),
        recipe("Questions", "light", SAND, DEEP, _questions),
        recipe("Question", "light", PAPER, DEEP, _question),
        recipe("Title and bullets", "light", PAPER, DEEP, _bullets, _BODY.graphic_boxes),
        recipe("Title and text", "light", PAPER, DEEP, _running_text),
        recipe("Quote", "dark", SAND, DEEP, _quote),
        recipe("Closing", "dark", SAND, DEEP, _closing, _closing_boxes),
        *content_recipes(PAPER, DEEP, _content, _columns),
        recipe("Full picture", "light", PAPER, DEEP, _bleed),
        recipe("Title only", "light", PAPER, DEEP, _content),
        recipe("Blank", "light", PAPER, DEEP, _blank),
    ),
)
