"""Plain pages for public bodies: large dark text on white, and a strip that says who speaks.

The strip at the foot of every page carries the sender and the page's number; on the first page it
is larger, with speaker, event, date and logo. Nothing else is drawn. Text is 26 points and grows to
32, lines stand far apart, and secondary text is as dark as the rest. Good for councils, offices,
schools, clinics, and wherever people read who have poor eyes or sit far away.
"""

from collections.abc import Iterator

from deckgen.brand.design.layout_design import LogoBox, Rectangle
from deckgen.brand.design.layout_parts import (
    BodyArea,
    above_headline,
    body_placeholder,
    bullet_styles,
    date_placeholder,
    full_picture,
    heading_style,
    number_style,
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

_PAPER, _SAND = PAPER._replace(quiet="dk1"), SAND._replace(quiet="dk1", panel="lt2")
_DEEP = DEEP._replace(quiet="lt1")
"""Nothing is grey: all text has the full contrast."""

_TITLE_TOP, _BODY = 0.92, BodyArea(2.4, 6.35)
_STRIP, _FOOT_TEXT = 6.72, 6.91
"""Inches from the top of the page to the strip, and to its text."""
_SENDER = 4.75
"""Inches from the top of the page to the strip of the cover."""


def _strip(page: Page, top: float = _STRIP) -> Rectangle:
    area = page.bleed(0, top, page.grid.width, page.grid.height)
    return Rectangle(area, page.colors.panel, page.colors.panel_shade)


def _foot(page: Page) -> tuple[Placeholder, ...]:
    """Return footer, date and slide number, on the strip."""
    style = TextStyle(page.sizes.footer, page.colors.text)
    at_right = style._replace(align="r")
    sender, day, number = (
        page.span(first, last, _FOOT_TEXT, 0.4) for first, last in ((1, 8), (9, 11), (12, 12))
    )
    return (
        Placeholder("footer", "ftr", 11, "Footer", sender, (style,), "ctr"),
        Placeholder("day", "dt", 10, "Date", day, (at_right,), "ctr"),
        Placeholder(
            "number", "sldNum", 12, "Slide Number", number, (at_right._replace(bold=True),), "ctr"
        ),
    )


def _list(page: Page, *, numbered: bool = False) -> tuple[TextStyle, ...]:
    """Return the levels of a list, whose lines stand far apart."""
    first, *deeper = bullet_styles(page, numbered=numbered)
    return (
        first._replace(line_spacing=115, space_before=14),
        *(level._replace(line_spacing=115, space_before=8) for level in deeper),
    )


def _kicker(page: Page) -> Placeholder:
    style = TextStyle(page.sizes.kicker, page.colors.text)
    return above_headline(page.span(1, 10, 0.5, 0.4), style)


def _headline(page: Page) -> TextStyle:
    return heading_style(page, page.sizes.headline)


def _cover(page: Page) -> Drawing:
    colors, foot = page.colors, _SENDER
    speaker = TextStyle(26, colors.text, bold=True)
    line = TextStyle(22, colors.text, space_before=4)
    return (
        (
            title_placeholder(
                page.span(1, 12, 0.75, 2.6),
                heading_style(page, page.grid.sized(64)),
                "b",
                kind="ctrTitle",
            ),
            text_placeholder(
                "subtitle",
                1,
                page.span(1, 12, 3.5, 1.0),
                TextStyle(28, colors.text),
                kind="subTitle",
            ),
            text_placeholder("body", 13, page.span(1, 7, foot + 0.45, 1.0), speaker, line),
            date_placeholder(page.span(1, 7, foot + 1.5, 0.5), line),
        ),
        (_strip(page, foot), LogoBox(page.span(8, 12, foot + 0.5, 1.1), "r")),
    )


def _section(page: Page) -> Drawing:
    """Return a page of the deep colour, its number before its title, as a heading has it."""
    size = page.grid.sized(60)
    first = 3 if page.grid.is_wide else 4
    return (
        (
            title_placeholder(page.span(first, 12, 1.0, 3.1), heading_style(page, size), "b"),
            text_placeholder(
                "progress",
                13,
                page.span(1, first - 1, 1.0, 3.1),
                number_style(page, size),
                anchor="b",
            ),
            text_placeholder(
                "subtitle", 1, page.span(first, 12, 4.3, 1.8), TextStyle(28, page.colors.text)
            ),
        ),
        (),
    )


def _questions(page: Page) -> Drawing:
    body = page.span(1, 12, 1.9, _BODY.end - 1.9)
    return (
        (
            title_placeholder(page.span(1, 10, _TITLE_TOP, 0.85), _headline(page)),
            _kicker(page),
            body_placeholder(body, *_list(page, numbered=True)),
            *_foot(page),
        ),
        (_strip(page),),
    )


def _question(page: Page) -> Drawing:
    (title, *rest), decorations = _bullets(page)
    size = page.sizes.headline
    progress = text_placeholder(
        "progress", 14, page.span(11, 12, _TITLE_TOP, 0.85), number_style(page, size)
    )
    at_right = progress.level_styles[0]._replace(align="r")
    return (title, progress._replace(level_styles=(at_right,)), *rest), decorations


def _bullets(page: Page) -> Drawing:
    return _content(page, body_placeholder(_BODY.box(page, last=11), *_list(page)))


def _running_text(page: Page) -> Drawing:
    level = TextStyle(page.sizes.body, page.colors.text, line_spacing=125, space_before=14)
    body = text_placeholder(
        "body", 1, _BODY.box(page, last=11), *running_text_styles(level, _list(page))
    )
    return _content(page, body._replace(largest_size=30))


def _quote(page: Page) -> Drawing:
    quotation = TextStyle(page.grid.sized(44), page.colors.headline, "heading", line_spacing=112)
    author = TextStyle(26, page.colors.text, bold=True)
    return (
        (
            title_placeholder(page.span(1, 11, 0.75, 3.8), quotation, "b")._replace(
                largest_size=page.grid.sized(72)
            ),
            text_placeholder("by", 1, page.span(1, 11, 4.85, 0.9), author),
        ),
        (),
    )


def _closing(page: Page) -> Drawing:
    first = TextStyle(26, page.colors.text, line_spacing=115, space_before=8)
    return (
        (
            title_placeholder(
                page.span(1, 8, 0.75, 2.6), heading_style(page, page.grid.sized(64)), "b"
            ),
            text_placeholder(
                "body", 1, page.span(1, 8, 3.75, 2.4), *running_text_styles(first, _list(page))
            ),
        ),
        (LogoBox(page.span(1, 3, 6.2, 0.85)),),
    )


def _closing_boxes(page: Page) -> GraphicBoxes:
    """Return the box of a QR code, beside the text."""
    return (("second", page.span(9, 12, 1.2, 5.5)),)


def _columns(page: Page, count: int) -> Iterator[Placeholder]:
    return _BODY.contents(page, count, _list(page))


def _bleed(page: Page) -> Drawing:
    """Return a picture from edge to edge, the headline on a strip at its foot."""
    grid = page.grid
    strip = page.bleed(0, 5.9, grid.width, grid.height)
    title = title_placeholder(strip, _headline(page), "ctr")
    side = page.span(1, 1, 0, 1).x
    panel = title._replace(fill=page.colors.background, insets=Insets(side, 91_440, side, 91_440))
    return (full_picture(page), panel), ()


def _blank(page: Page) -> Drawing:
    return _foot(page), (_strip(page),)


def _content(page: Page, *bodies: Placeholder) -> Drawing:
    """Return a page with kicker, headline, bodies and the strip."""
    return (
        (
            title_placeholder(page.span(1, 10, _TITLE_TOP, 1.35), _headline(page)),
            _kicker(page),
            *bodies,
            *_foot(page),
        ),
        (_strip(page), LogoBox(page.span(11, 12, 0.4, 0.45), "r", is_optional=True)),
    )


STYLE = Style(
    manual=__doc__,
    fonts=FontPair("Calibri", "Calibri"),
    sizes=Sizes(headline=36, body=26, second=22, deeper=20, kicker=20, footer=16),
    recipes=(
        recipe("Cover", "light", _PAPER, _DEEP, _cover),
        recipe("Section", "dark", _SAND, _DEEP, _section),
        recipe("Questions", "light", _PAPER, _DEEP, _questions),
        recipe("Question", "light", _PAPER, _DEEP, _question),
        recipe("Title and bullets", "light", _PAPER, _DEEP, _bullets, _BODY.graphic_boxes),
        recipe("Title and text", "light", _PAPER, _DEEP, _running_text),
        recipe("Quote", "light", _SAND, _DEEP, _quote),
        recipe("Closing", "light", _SAND, _DEEP, _closing, _closing_boxes),
        *content_recipes(_PAPER, _DEEP, _content, _columns),
        recipe("Full picture", "light", _PAPER, _DEEP, _bleed),
        recipe("Title only", "light", _PAPER, _DEEP, _content),
        recipe("Blank", "light", _PAPER, _DEEP, _blank),
    ),
)
