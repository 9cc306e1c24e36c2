"""Calm pages; a tinted panel carries the number of each question and chapter.

The panel stands at the foot of the cover and of quotations, at the left of questions and sections,
where it carries numbers, and at the right of the closing page. Its edge fills up from
question to question. Cover, sections, quotations and closing stand on the deep colour, the rest on
white or the tint. Good for talks that answer questions: the panel says at which one the talk is.
"""

from deckgen.brand.design import parts
from deckgen.brand.design.layout_design import LogoBox, Rectangle
from deckgen.brand.design.page import DEEP, PAPER, SAND, Page, Sizes, inches
from deckgen.brand.design.picture_layouts import half_beside, left_of_text, right_of_text
from deckgen.brand.design.style import Drawing, GraphicBoxes, Style, content_recipes, recipe
from deckgen.deck.box import Box
from deckgen.deck.layout import Anchor, Placeholder, ProgressTrack, TextStyle

_TITLE_TOP = 0.92
_BODY = parts.BodyArea(2.25, 6.55)
"""Inches from the top of the page."""
_TRACK = 0.1
"""Inches of width."""
_NUMBER = 40
"""Points by which numbers of questions are larger than the headline, on whose baseline they stand:
they begin as high as a headline without a kicker, which stands higher."""
_LEAST_HEADLINE = 28
"""Points of a long headline, which has more lines before it is smaller."""
_COVER_PANEL, _CLOSING_PANEL = 5.55, 4.65
"""Inches from the top of the page to the panel at its foot; the latter on 4:3."""


def _cover(page: Page) -> Drawing:
    panel, grid, colors = _COVER_PANEL, page.grid, page.colors
    day = page.span(9, 12, panel + 0.5, 0.5)
    heading, quiet = page.heading(grid.sized(60)), TextStyle(28, colors.quiet)
    speaker = TextStyle(24, colors.text, bold=True)
    event = TextStyle(20, colors.quiet, space_before=3)
    date = TextStyle(20, colors.quiet, align="r")
    who = parts.text("body", 13, page.span(1, 8, panel + 0.5, 1.15), speaker, event)
    placeholders = (
        parts.title(page.span(1, 11, 1.7, 2.45), heading, "b", kind="ctrTitle"),
        parts.cover_subtitle(page.span(1, 11, 4.4, 0.9), quiet),
        who._replace(minimum_size=parts.LEAST_SPEAKER),
        parts.date(parts.on_baseline(day, 24, 20), date),
    )
    return placeholders, (
        _panel(page, 0, panel, grid.width),
        Rectangle(page.span(1, 1, panel, 0.1), colors.accent),
        LogoBox(inches(grid.left(1), 0.7, 2.6, 0.85)),
    )


def _panel(page: Page, left: float, top: float, right: float) -> Rectangle:
    """Return a panel as far as the foot of the page; its other sides are in inches."""
    area = page.bleed(left, top, right, page.grid.height)
    return Rectangle(area, page.colors.panel, page.colors.panel_shade)


def _track(page: Page, right: float) -> ProgressTrack:
    """Return the track of the progress on the edge of that panel."""
    return ProgressTrack(page.bleed(right - _TRACK, 0, right, page.grid.height), page.colors.accent)


def _section(page: Page, last: int = 5, points: int = 220) -> Drawing:
    """Return a page with a number on a panel up to a column, on the baseline of the title."""
    size, number = page.grid.sized(60), page.grid.sized(points)
    top, high = 1.4, 3.9
    quiet = TextStyle(28, page.colors.quiet)
    place = parts.on_baseline(page.span(1, last, top, high), size, number, "b")
    placeholders = (
        parts.title(page.span(last + 1, 12, top, high), page.heading(size), "b"),
        parts.text("progress", 13, place, page.number(number), anchor="b"),
        parts.text("subtitle", 1, page.span(last + 1, 12, top + high + 0.2, 1.4), quiet),
    )
    return placeholders, (_panel(page, 0, 0, page.grid.right(last)),)


def _section_beside_picture(page: Page) -> Drawing:
    return right_of_text(_section(page, 3, 120), page)


def _questions(page: Page) -> Drawing:
    """Return a page with a number for each line on a narrow panel, headline and lines beside it."""
    grid, body_top, size = page.grid, 1.95, max(page.grid.sized(38), 36)
    left = grid.left(2)
    body = page.span(1, 12, body_top, _BODY.end - body_top)
    placeholders = (
        parts.title(page.span(2, 12, _TITLE_TOP, 0.9), page.heading(size)),
        parts.kicker(page, left, grid.across(2, 12)),
        parts.body(body, *parts.numbers_beside(page))._replace(largest_size=36, largest_few=48),
        *parts.footers(page, left),
    )
    return placeholders, (_panel(page, 0, 0, _narrow(page)),)


def _question(page: Page) -> Drawing:
    """Return a page with the progress on the panel, whose edge is a track of it."""
    left, wide, edge = page.grid.left(4), page.grid.across(4, 12), page.grid.right(3)
    size = page.grid.sized(36)
    number = size + _NUMBER
    title = page.span(4, 12, _TITLE_TOP, 1.35)
    left_of_track = edge - _TRACK - page.grid.left(1)
    progress = inches(page.grid.left(1), _TITLE_TOP, left_of_track, 1.35)
    place = parts.on_baseline(progress, size, number)
    placeholders = (
        _long(parts.title(title, page.heading(size))),
        parts.text("progress", 14, place, page.number(number)),
        parts.kicker(page, left, wide),
        parts.body(page.span(4, 12, 2.6, _BODY.end - 2.6), *page.bullets()),
        *parts.footers(page, left),
    )
    return placeholders, (
        _panel(page, 0, 0, edge),
        _track(page, edge),
        LogoBox(page.span(1, 2, 6.35, 0.7), is_optional=True),
    )


def _long(headline: Placeholder) -> Placeholder:
    """Return a headline that has three lines or more before it is small."""
    return parts.of_more_lines(headline, _LEAST_HEADLINE, 1.85, 2.5)


def _question_above_graphic(page: Page) -> Drawing:
    body = parts.body(_BODY.box(page, 2), *page.bullets())
    return _with_number(_content(page, body, first=2), page)


def _question_with_graphic(page: Page) -> Drawing:
    contents = _BODY.contents(page, 2, page.bullets(), first=2)
    return _with_number(_content(page, *contents, first=2), page)


def _question_beside_picture(page: Page) -> Drawing:
    text = parts.body(_BODY.box(page, 2), *page.bullets())
    return _with_number(half_beside(_content(page, text, first=2), page, 2, 7), page)


def _with_number(drawing: Drawing, page: Page) -> Drawing:
    """Return a page with the number of its question on a narrow panel, whose edge is a track."""
    size, number, edge = page.sizes.headline, page.grid.sized(44), _narrow(page)
    place = inches(_TRACK, _TITLE_TOP, edge - 3 * _TRACK, 1.35)
    style = page.number(number)._replace(align="ctr")
    title, *rest = drawing[0]
    progress = parts.text("progress", 14, parts.on_baseline(place, size, number), style)
    return (title, progress, *rest), (_panel(page, 0, 0, edge), _track(page, edge))


def _narrow(page: Page) -> float:
    """Return inches from the left edge of the page to the right one of a panel on one column."""
    return page.grid.left(2) - page.grid.gutter * 0.75


def _bullets(page: Page) -> Drawing:
    return _content(page, parts.body(_BODY.box(page, last=10), *page.bullets()))


def _running_text(page: Page) -> Drawing:
    body = parts.running_text(page, _BODY.text_box(page), page.bullets(), largest=60)
    return _content(page, body)


def _quotation(page: Page, box: Box, anchor: Anchor) -> Placeholder:
    style = TextStyle(page.grid.sized(44), page.colors.text, "heading", line_spacing=110)
    return parts.title(box, style, anchor)._replace(largest_size=page.grid.sized(72))


def _quote(page: Page) -> Drawing:
    """Return a page with the author on a panel at the foot, as on the cover."""
    last, filled = (10, 65) if page.grid.is_wide else (12, 60)
    words = _quotation(page, page.span(1, last, 0.75, 4.4), "ctr")
    whole = page.span(1, 12, 0.5, _COVER_PANEL - 0.75)
    words = words._replace(filled=filled, larger_boxes=(whole,))
    author = parts.author(page, page.span(1, 12, _COVER_PANEL + 0.5, 1.0))
    return (words, author), (_panel(page, 0, _COVER_PANEL, page.grid.width),)


def _quote_beside_picture(page: Page) -> Drawing:
    """Return a page with the author below the words, which has a picture at its left."""
    words = _quotation(page, page.span(1, 12, 0.9, 4.1), "b")
    return left_of_text(((words, parts.author(page, page.span(1, 12, 5.3, 0.9))), ()), page)


def _closing(page: Page) -> Drawing:
    """Return a page with thanks at the left, and a panel at the right with what to keep.

    On a page of 4:3, which is too narrow for addresses beside the thanks, the panel is at the foot.
    """
    grid = page.grid
    if not grid.is_wide:
        return _thanks_above_panel(page, _CLOSING_PANEL, 8)
    size = grid.sized(72)
    address = parts.contact(page, page.span(8, 12, 4.3, 2.45), 24, page.bullets())
    baseline = parts.on_baseline(address.box, size, address.level_styles[0].size, "b")
    placeholders = (
        parts.title(page.span(1, 6, 1.9, 4.85), page.heading(size), "b"),
        address._replace(box=baseline, anchor="b"),
    )
    return placeholders, (
        _panel(page, grid.left(7), 0, grid.width),
        LogoBox(inches(grid.left(1), 0.7, 2.6, 0.85)),
    )


def _closing_boxes(page: Page) -> GraphicBoxes:
    """Return the box of a QR code, on the panel; on 4:3 across its edge."""
    if not page.grid.is_wide:
        return (("second", page.span(9, 12, 3.2, 3.8)),)
    return (("second", page.span(8, 12, 0.75, 3.45)),)


def _thanks_above_panel(page: Page, top: float, last: int) -> Drawing:
    """Return a page with thanks, and below them a contact on a panel; both end at a column."""
    box, heading = page.span(1, last, 1.65, top - 2.0), page.heading(page.grid.sized(60))
    thanks = parts.title(box, heading, "b")
    placeholders = (
        thanks._replace(largest_size=page.grid.sized(88), filled=75),
        parts.contact(page, page.span(1, last, top + 0.45, 6.55 - top), 24, page.bullets()),
    )
    return placeholders, (
        _panel(page, 0, top, page.grid.width),
        Rectangle(page.span(1, 1, top, 0.1), page.colors.accent),
        LogoBox(inches(page.grid.left(1), 0.7, 2.6, 0.85)),
    )


def _closing_beside_picture(page: Page) -> Drawing:
    return right_of_text(_thanks_above_panel(page, 4.5, 12), page)


def _bleed(page: Page) -> Drawing:
    """Return a picture from edge to edge, the headline on a panel at its foot."""
    heading, last = page.heading(page.sizes.headline), 9 if page.grid.is_wide else 11
    title = parts.title(page.span(1, last, 4.6, 2.15), heading, "ctr")
    return (parts.full_picture(page), parts.on_area(page, title, 0.3, 0.2, 0.3, 0.2)), ()


def _blank(page: Page) -> Drawing:
    return parts.footers(page, page.grid.left(1)), ()


def _content(page: Page, *bodies: Placeholder, first: int = 1) -> Drawing:
    """Return a page with kicker, headline, bodies and footer, from a column on."""
    left, heading = page.grid.left(first), page.heading(page.sizes.headline)
    placeholders = (
        _long(parts.title(page.span(first, 10, _TITLE_TOP, 1.15), heading)),
        parts.kicker(page, left, page.grid.across(first, 10)),
        *bodies,
        *parts.footers(page, left),
    )
    return placeholders, (LogoBox(page.span(11, 12, 0.55, 0.6), "r", is_optional=True),)


STYLE = Style(
    manual=__doc__,
    sizes=Sizes(),
    recipes=(
        recipe("Cover", "dark", SAND, DEEP, _cover),
        recipe("Section", "dark", PAPER, DEEP, _section),
        recipe("Questions", "light", PAPER, DEEP, _questions),
        recipe("Question", "light", PAPER, DEEP, _question),
        recipe("Title and bullets", "light", PAPER, DEEP, _bullets, _BODY.graphic_boxes),
        recipe("Title and text", "light", PAPER, DEEP, _running_text),
        recipe("Quote", "dark", PAPER, DEEP, _quote),
        recipe("Closing", "dark", PAPER, DEEP, _closing, _closing_boxes),
        *content_recipes(PAPER, DEEP, _content, _BODY.columns_of(Page.bullets)),
        recipe("Full picture", "light", PAPER, DEEP, _bleed),
        recipe("Section with picture", "dark", PAPER, DEEP, _section_beside_picture),
        recipe("Quote with picture", "dark", PAPER, DEEP, _quote_beside_picture),
        recipe("Closing with picture", "dark", PAPER, DEEP, _closing_beside_picture),
        recipe("Question above graphic", "light", PAPER, DEEP, _question_above_graphic),
        recipe("Question with graphic", "light", PAPER, DEEP, _question_with_graphic),
        recipe("Question beside picture", "light", PAPER, DEEP, _question_beside_picture),
        recipe("Title only", "light", PAPER, DEEP, _content),
        recipe("Blank", "light", PAPER, DEEP, _blank),
    ),
)
