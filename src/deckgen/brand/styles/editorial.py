"""Large quiet headlines, hairlines and a wide margin, as in a magazine.

There are no panels. Each page hangs from a line at its top; the margin at the left carries the
number of the question and the running title, the rest belongs to the text. An overview is set as a
table of contents, its numbers in the margin; a chapter begins with a numeral as large as a drop
capital. Good for lectures, museums, foundations: for what is read as much as looked at. Headlines
are set in the heading font's regular weight, so a serif suits them. Pages of 4:3 have no margin.
"""

from collections.abc import Iterator

from deckgen.brand.design import parts
from deckgen.brand.design.layout_design import Decoration, DividingLine, LogoBox
from deckgen.brand.design.page import DEEP, PAPER, SAND, Page, Sizes
from deckgen.brand.design.picture_layouts import beside_title
from deckgen.brand.design.style import (
    Drawing,
    FontPair,
    GraphicBoxes,
    Style,
    content_recipes,
    recipe,
)
from deckgen.deck.box import Box
from deckgen.deck.layout import Placeholder, TextStyle

_LINE = 0.62
"""Inches from the top to the line that every page hangs from."""
_TITLE_TOP, _BODY = 0.86, parts.BodyArea(2.5, 6.55)
_DASH = 0.4
"""Inches by which the text of a list hangs from its dash, also where it is large."""
_KICKER = 20
"""Points of the running title."""


def _main(page: Page) -> int:
    """Return the first column of the text; the margin is before it."""
    return 3 if page.grid.is_wide else 1


def _margin(page: Page, y: float, height: float) -> Box:
    """Return a place in the margin; on a page without one, on its first columns."""
    return page.span(1, 2, y, height)


def _text(page: Page, y: float, height: float, last: int = 12) -> Box:
    return page.span(_main(page), last, y, height)


def _lines(page: Page, y: float = _LINE, first: int = 3) -> tuple[Decoration, ...]:
    """Return a thick line across the margin, and a hairline on from column `first`."""
    return (
        DividingLine(page.span(1, first - 1, y - 0.03, 0.06), page.colors.accent),
        DividingLine(page.span(first, 12, y - 0.006, 0.012), page.colors.quiet),
    )


def _cover(page: Page) -> Drawing:
    colors, size = page.colors, page.grid.sized(66)
    speaker = TextStyle(24, colors.text, bold=True)
    event = TextStyle(20, colors.quiet, space_before=3)
    foot = 5.55 if page.grid.is_wide else 5.4
    title, subtitle = _text(page, 0.95, foot - 2.6), _text(page, foot - 1.4, 1.0)
    placeholders = (
        parts.title(title, _headline(page, size), "b", kind="ctrTitle"),
        parts.cover_subtitle(subtitle, TextStyle(28, colors.quiet, "heading")),
        parts.text("body", 13, _text(page, foot + 0.25, 7.12 - foot - 0.25, 8), speaker, event),
        parts.date(
            parts.on_baseline(page.span(9, 12, foot + 0.25, 0.5), 24, 20),
            TextStyle(20, colors.quiet, align="r"),
        ),
    )
    return placeholders, (
        *_lines(page),
        DividingLine(_text(page, foot, 0.012), colors.quiet),
        _logo(page, foot + 0.25),
    )


def _logo(page: Page, y: float) -> LogoBox:
    """Return the logo in the margin; on a page without one, at the lower right."""
    if page.grid.is_wide:
        return LogoBox(_margin(page, y, 0.9))
    return LogoBox(page.span(9, 12, 6.25, 0.75), "r")


def _headline(page: Page, size: int) -> TextStyle:
    return page.heading(size)._replace(bold=False)


def _long(headline: Placeholder) -> Placeholder:
    """Return a headline that has three lines or more before it is small."""
    return parts.of_more_lines(headline, 28, 1.95, 2.7)


def _section(page: Page) -> Drawing:
    """Return a page with the number as a drop capital, title and subtitle at the foot beside it."""
    size, number = page.grid.sized(66), page.grid.sized(320)
    numeral = page.number(number)._replace(bold=False, line_spacing=75)
    beside = 4 if page.grid.is_wide else 5
    smaller = TextStyle(28, page.colors.quiet, "heading")
    placeholders = (
        parts.title(page.span(beside, 12, 0.95, 5.0), _headline(page, size), "b"),
        parts.text("progress", 13, page.span(1, beside - 1, 1.17, 4.4), numeral),
        parts.text("subtitle", 1, page.span(beside, 12, 6.0, 1.0), smaller),
    )
    return placeholders, _lines(page, first=beside)


def _kicker(page: Page, y: float, height: float = 1.6) -> Placeholder:
    """Return the running title: in the margin, or on a page without one above the headline."""
    style = TextStyle(_KICKER, page.colors.quiet)
    if not page.grid.is_wide:
        return parts.above_headline(page.span(1, 12, 0.75, 0.4), style)
    kicker = parts.text("kicker", 13, _margin(page, y, height), style)
    return kicker._replace(minimum_size=parts.LEAST_KICKER)


def _title_top(page: Page) -> float:
    """Return the inches from the top of the page to a headline, below a running title if any."""
    return _TITLE_TOP if page.grid.is_wide else 1.15


def _questions(page: Page) -> Drawing:
    """Return a table of contents: the numbers hang in the margin, hairlines part the rows."""
    grid, top = page.grid, _title_top(page)
    hanging = grid.left(_main(page)) - grid.left(1) or 0.7
    first, *deeper = parts.hung(page.bullets(numbered=True), hanging)
    row = first._replace(font="heading", size=26)
    rows = parts.body(_BODY.box(page), row, *deeper)
    placeholders = (
        parts.title(_text(page, top, 1.35), _headline(page, grid.sized(54)))._replace(
            minimum_size=26
        ),
        # Its last line on the baseline of the headline; numbers of rows stand below.
        _kicker(page, 0.72, 0.94)._replace(anchor="b"),
        rows._replace(row_rules="between", largest_size=32, largest_few=44),
        *parts.footers(page, grid.left(_main(page))),
    )
    return placeholders, _lines(page)


def _question(page: Page) -> Drawing:
    return _beside(page, parts.body(_BODY.box(page, _main(page)), *_list(page)))


def _beside(page: Page, *bodies: Placeholder) -> Drawing:
    """Return a page with bodies and the number of a question, if it is one."""
    (title, kicker, *rest), drawn = _content(page, *bodies)
    size, top = page.sizes.headline, _title_top(page)
    number, place = page.number(size)._replace(bold=False), _margin(page, top, 0.75)
    if page.grid.is_wide:
        kicker = _kicker(page, top + 0.85)
    else:
        number, place = number._replace(align="r"), page.span(11, 12, top, 0.75)
        title = _long(title._replace(box=_text(page, top, 1.35, 10)))
    return (title, parts.text("progress", 14, place, number), kicker, *rest), drawn


def _question_with_graphic(page: Page) -> Drawing:
    return _beside(page, *_columns(page, 2))


def _list(page: Page) -> tuple[TextStyle, ...]:
    first, second, third, *deeper = parts.hung(page.bullets(), _DASH)
    marked = first._replace(mark="dash"), second._replace(mark="dot"), third._replace(mark="dash")
    return *marked, *deeper


def _margin_logo(page: Page) -> tuple[LogoBox, ...]:
    """Return the logo at the foot of the margin; on a page without one, at its upper right."""
    if page.grid.is_wide:
        return (LogoBox(_margin(page, 6.4, 0.7), is_optional=True),)
    return (LogoBox(page.span(10, 12, 0.1, 0.42), "r", is_optional=True),)


def _bullets(page: Page) -> Drawing:
    return _content(page, parts.body(_BODY.box(page, _main(page)), *_list(page)))


def _picture_beside_title(page: Page) -> Drawing:
    return beside_title(_bullets(page), page, _main(page))


def _running_text(page: Page) -> Drawing:
    place = _BODY.box(page, _main(page), 11)
    body = parts.running_text(page, place, _list(page), line_spacing=120, largest=60)
    return _content(page, body)


_FOOT_LINE = 5.75
"""Inches from the top of the page to the line above the author of a quotation."""


def _quote(page: Page) -> Drawing:
    """Return a quotation that hangs from the line at the top, its author below one at the foot."""
    quotation = TextStyle(page.grid.sized(54), page.colors.headline, "heading", line_spacing=105)
    author = TextStyle(24, page.colors.quiet)
    place = _text(page, 0.95, _FOOT_LINE - 1.15)
    placeholders = (
        parts.title(place, quotation)._replace(largest_size=page.grid.sized(88)),
        parts.text("by", 1, _text(page, _FOOT_LINE + 0.22, 0.9), author),
    )
    return placeholders, (*_lines(page), *_lines(page, _FOOT_LINE))


def _closing(page: Page) -> Drawing:
    """Return thanks that hang from the line at the top, and a colophon below one at the foot."""
    line, thanks = 4.75, _headline(page, page.grid.sized(72))
    address = _text(page, line + 0.25, 6.7 - line, 8)
    placeholders = (
        parts.title(_text(page, 0.95, 2.45), thanks)._replace(largest_size=page.grid.sized(88)),
        parts.contact(page, address, 28, _list(page), line_spacing=115),
    )
    return placeholders, (
        *_lines(page),
        DividingLine(_text(page, line, 0.012, 8), page.colors.quiet),
        _logo(page, line + 0.28),
    )


def _closing_boxes(page: Page) -> GraphicBoxes:
    """Return the box of a QR code, beside the text."""
    return (("second", page.span(9, 12, 3.45, 3.35 if page.grid.is_wide else 2.65)),)


def _columns(page: Page, count: int) -> Iterator[Placeholder]:
    return _BODY.contents(page, count, _list(page), _main(page))


def _bleed(page: Page) -> Drawing:
    """Return a picture from edge to edge, the headline on paper at its foot."""
    grid, inset = page.grid, 0.4
    left = grid.left(_main(page)) - inset
    foot = page.bleed(left, grid.height - 1.7, grid.right(12), grid.height)
    title = parts.title(foot, _headline(page, page.sizes.headline), "ctr")
    return (parts.full_picture(page), parts.on_area(page, title, inset, 0.35, inset, 0.35)), ()


def _blank(page: Page) -> Drawing:
    return parts.footers(page, page.grid.left(_main(page))), _lines(page)


def _content(page: Page, *bodies: Placeholder) -> Drawing:
    """Return a page with the running title in the margin, headline, bodies and footer."""
    size, top = page.sizes.headline, _title_top(page)
    placeholders = (
        _long(parts.title(_text(page, top, 1.35), _headline(page, size))),
        # On the baseline of the headline.
        _kicker(page, top + (size - _KICKER) * 0.95 / 72),
        *bodies,
        *parts.footers(page, page.grid.left(_main(page))),
    )
    return placeholders, (*_lines(page), *_margin_logo(page))


STYLE = Style(
    manual=__doc__,
    fonts=FontPair("Cambria", "Calibri"),
    sizes=Sizes(headline=38),
    recipes=(
        recipe("Cover", "light", SAND, DEEP, _cover),
        recipe("Section", "dark", SAND, DEEP, _section),
        recipe("Questions", "light", SAND, DEEP, _questions),
        recipe("Question", "light", PAPER, DEEP, _question),
        recipe("Title and bullets", "light", PAPER, DEEP, _bullets),
        recipe("Title and text", "light", PAPER, DEEP, _running_text),
        recipe("Quote", "dark", SAND, DEEP, _quote),
        recipe("Closing", "light", SAND, DEEP, _closing, _closing_boxes),
        *content_recipes(PAPER, DEEP, _content, _columns),
        recipe("Full picture", "light", PAPER, DEEP, _bleed),
        recipe("Picture beside title", "light", PAPER, DEEP, _picture_beside_title),
        recipe("Question with graphic", "light", PAPER, DEEP, _question_with_graphic),
        recipe("Title only", "light", PAPER, DEEP, _content),
        recipe("Blank", "light", PAPER, DEEP, _blank),
    ),
)
