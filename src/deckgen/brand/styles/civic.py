"""Plain pages for public bodies: large dark text on white, and a strip that says who speaks.

The strip at the foot of every page carries the sender and the page's number; on the first page it
is larger, with speaker, event, date and logo. Tabs hang from the top edge, with the number of a
question or chapter, or with whose words a quotation has. Questions and their answers stand in rows
with hairlines, as on a form. Text is 26 points and grows to 32, lines stand far apart, and
secondary text is as dark as the rest. Good for councils, offices, schools, clinics, and wherever
people read who have poor eyes or sit far away.
"""

from deckgen.brand.design import parts
from deckgen.brand.design.layout_design import LogoBox, Rectangle
from deckgen.brand.design.page import DEEP, PAPER, SAND, Page, Sizes, ToneColors, inches
from deckgen.brand.design.picture_layouts import left_of_text, right_of_text
from deckgen.brand.design.style import Drawing, Style, box_at_right, content_recipes, recipe
from deckgen.deck.box import Insets
from deckgen.deck.layout import EMU_PER_INCH, Placeholder, TextStyle

_PAPER, _SAND = PAPER._replace(quiet="dk1"), SAND._replace(quiet="dk1", panel="lt2")
_DEEP = DEEP._replace(quiet="lt1")
"""Nothing is grey: all text has the full contrast."""

_TITLE_TOP, _BODY = 0.92, parts.BodyArea(2.4, 6.35)
_LEAST_HEADLINE = 28
"""Points of a long headline, which has more lines before it is smaller."""
_STRIP, _FOOT_TEXT = 6.72, 6.91
"""Inches from the top of the page to the strip, and to its text."""
_SENDER = 4.75
"""Inches from the top of the page to the strip of cover and closing."""
_TAB, _AUTHOR = 1.15, 1.35
"""Inches from the top edge to the end of the tab of a question, and of that of a quotation."""
_DEEP_TAB = ToneColors("dk2", "lt1", "lt1", "lt1", "lt1", "dk2")


def _strip(page: Page, top: float = _STRIP) -> Rectangle:
    area = page.bleed(0, top, page.grid.width, page.grid.height)
    return Rectangle(area, page.colors.panel, page.colors.panel_shade)


def _tab(
    page: Page, last: int, size: int, end: float, first: int = 1
) -> tuple[Placeholder, Rectangle]:
    """Return a number, and the tab on which it stands: an area from the top edge on some columns.

    `size` is in points, `end` in inches from the top of the page.
    """
    grid = page.grid
    on_tab = page.on(_DEEP_TAB)
    number = on_tab.number(size)._replace(align="ctr")
    place = page.span(first, last, 0.2, end - 0.4)
    area = page.bleed(grid.left(first), 0, grid.right(last), end)
    progress = parts.text("progress", 14, place, number, anchor="ctr")
    return progress, Rectangle(area, on_tab.colors.background)


def _foot(page: Page) -> tuple[Placeholder, ...]:
    """Return footer, date and slide number, on the strip."""
    style = TextStyle(page.sizes.footer, page.colors.text)
    boxes = [page.span(*columns, _FOOT_TEXT, 0.4) for columns in ((1, 8), (9, 11), (12, 12))]
    return parts.at_foot(boxes, style, style._replace(bold=True))


def _list(page: Page, *, numbered: bool = False) -> tuple[TextStyle, ...]:
    """Return the levels of a list, whose lines stand far apart."""
    first, *deeper = page.bullets(numbered=numbered)
    return (
        first._replace(line_spacing=115, space_before=14),
        *(level._replace(line_spacing=115, space_before=8) for level in deeper),
    )


def _kicker(page: Page) -> Placeholder:
    style = TextStyle(page.sizes.kicker, page.colors.text)
    return parts.above_headline(page.span(1, 10, 0.5, 0.4), style)


def _headline(page: Page) -> TextStyle:
    return page.heading(page.sizes.headline if page.grid.is_wide else 32)


def _last_of_names(page: Page) -> int:
    """Return the column with which names end."""
    return 8 if page.grid.is_wide else 9


def _cover(page: Page) -> Drawing:
    colors, foot, last = page.colors, _SENDER, _last_of_names(page)
    speaker = TextStyle(26, colors.text, bold=True)
    line = TextStyle(22, colors.text, space_before=4)
    placeholders = (
        parts.title(
            page.span(1, 12, 0.75, 2.6), page.heading(page.grid.sized(76)), "b", kind="ctrTitle"
        ),
        parts.cover_subtitle(page.span(1, 12, 3.5, 1.0), TextStyle(28, colors.text)),
        parts.text("body", 13, page.span(1, last, foot + 0.4, 1.55), speaker, line),
        parts.date(page.span(1, last, foot + 1.95, 0.5), line),
    )
    return placeholders, (
        _strip(page, foot),
        LogoBox(page.span(last + 1, 12, foot + 0.5, 1.1), "r"),
    )


def _section(page: Page) -> Drawing:
    return _chapter(page, 3 if page.grid.is_wide else 4, 168)


def _section_beside_picture(page: Page) -> Drawing:
    return right_of_text(_chapter(page, 3, page.grid.sized(92)), page)


def _chapter(page: Page, last: int, number: int) -> Drawing:
    """Return a page with its number on a high tab up to a column, and its title beside it.

    The tab ends with the first line of the subtitle.
    """
    grid, line = page.grid, 4.95
    size, (progress, tab) = grid.sized(68), _tab(page, last, number, line + 0.85)
    left = grid.right(last) + 1.5 * grid.gutter
    wide = grid.right(12) - left
    place = parts.on_baseline(page.span(1, last, 0.2, line - 0.2), size, number, "b")
    below, style = inches(left, line + 0.3, wide, 1.6), TextStyle(28, page.colors.text)
    title = inches(left, 0.2, wide, line - 0.2)
    placeholders = (
        parts.title(title, page.heading(size), "b"),
        progress._replace(idx=13, box=place, anchor="b"),
        parts.text("subtitle", 1, below, style),
    )
    return placeholders, (tab,)


def _questions(page: Page) -> Drawing:
    rows = parts.body(_BODY.box(page), *_list(page, numbered=True))
    heading = page.heading(max(page.grid.sized(48), 44))
    placeholders = (
        parts.title(page.span(1, 12, _TITLE_TOP, 1.35), heading),
        _kicker(page),
        rows._replace(row_rules="around", largest_size=36, largest_few=48),
        *_foot(page),
    )
    return placeholders, (_strip(page),)


def _question(page: Page) -> Drawing:
    answers = parts.body(_BODY.box(page), *_list(page))
    (title, *rest), _ = _content(page, answers._replace(row_rules="between"), last=10)
    number, tab = _tab(page, 12, page.grid.sized(36), _TAB, 11)
    return (title, number, *rest), (_strip(page), tab)


def _beside(page: Page, *bodies: Placeholder) -> Drawing:
    """Return a page with contents beside one another; a question's number stands where its tab is.

    There is no tab, for other slides have no number.
    """
    (title, *rest), decorations = _content(page, *bodies, last=10)
    style = page.number(page.grid.sized(36))._replace(align="r")
    number = parts.text("progress", 14, page.span(11, 12, _TITLE_TOP, 0.75), style)
    return (title, number, *rest), decorations


def _bullets(page: Page) -> Drawing:
    return _content(page, parts.body(_BODY.text_box(page), *_list(page)))


def _running_text(page: Page) -> Drawing:
    body = parts.running_text(
        page, _BODY.text_box(page), _list(page), line_spacing=125, largest=62, space_before=14
    )
    return _content(page, body)


def _quote(page: Page) -> Drawing:
    """Return a page that first says whose words they are, on a tab, and then the words."""
    words, author = _words_and_author(page)
    return (words, _on_tab(page, author, 0)), ()


def _quote_beside_picture(page: Page) -> Drawing:
    (words, author, picture), _ = left_of_text((_words_and_author(page), ()), page)
    return (words, _on_tab(page, author, picture.box.cx), picture), ()


def _words_and_author(page: Page) -> tuple[Placeholder, Placeholder]:
    quotation = TextStyle(page.grid.sized(56), page.colors.headline, "heading", line_spacing=108)
    words = parts.title(page.span(1, 12, _AUTHOR + 0.3, 5.4), quotation, "ctr")
    author = TextStyle(26, page.on(_DEEP_TAB).colors.text, bold=True)
    place = page.span(1, _last_of_names(page), 0.2, _AUTHOR - 0.35)
    return (
        words._replace(largest_size=page.grid.sized(88)),
        parts.text("by", 1, place, author, anchor="b"),
    )


def _on_tab(page: Page, author: Placeholder, left: int) -> Placeholder:
    """Return an author on a tab from the top edge, which begins at `left` EMU.

    The tab is the ground of the text: without an author, there is none.
    """
    place, gutter = author.box, round(page.grid.gutter * EMU_PER_INCH)
    tab = page.bleed(0, 0, 0, _AUTHOR)
    tab = tab._replace(x=left, cx=place.right + gutter - left)
    insets = Insets(place.x - left, place.y, gutter, tab.cy - place.y - place.cy)
    return author._replace(box=tab, insets=insets, fill=page.on(_DEEP_TAB).colors.background)


def _closing(page: Page) -> Drawing:
    foot = _SENDER
    title, address = page.span(1, 8, 0.75, foot - 1.0), page.span(1, 8, foot + 0.35, 6.85 - foot)
    placeholders = (
        parts.title(title, page.heading(page.grid.sized(76)), "b"),
        parts.contact(page, address, 26, _list(page), line_spacing=115),
    )
    return placeholders, (_strip(page, foot), LogoBox(page.span(9, 12, foot + 0.4, 1.1), "r"))


def _bleed(page: Page) -> Drawing:
    """Return a picture from edge to edge, the headline on a strip at its foot."""
    grid = page.grid
    strip = page.bleed(0, 5.9, grid.width, grid.height)
    title, side = parts.title(strip, _headline(page), "ctr"), grid.margin
    return (parts.full_picture(page), parts.on_area(page, title, side, 0.1, side, 0.1)), ()


def _blank(page: Page) -> Drawing:
    return _foot(page), (_strip(page),)


def _content(page: Page, *bodies: Placeholder, last: int = 12) -> Drawing:
    """Return a page with kicker, headline, bodies and the strip.

    The headline ends with column 10, on 4:3 with the last one that it may take. A long one has
    three lines or more before it is small.
    """
    last = 10 if page.grid.is_wide else last
    placeholders = (
        parts.of_more_lines(
            parts.title(page.span(1, last, _TITLE_TOP, 1.35), _headline(page)),
            _LEAST_HEADLINE,
            1.9,
            2.6,
        ),
        _kicker(page),
        *bodies,
        *_foot(page),
    )
    return placeholders, (
        _strip(page),
        LogoBox(page.span(11, 12, 0.4, 0.45), "r", is_optional=True),
    )


STYLE = Style(
    manual=__doc__,
    sizes=Sizes(headline=36, body=26, second=22, deeper=20, kicker=20, footer=16),
    recipes=(
        recipe("Cover", "light", _PAPER, _DEEP, _cover),
        recipe("Section", "light", _SAND, _DEEP, _section),
        recipe("Questions", "light", _PAPER, _DEEP, _questions),
        recipe("Question", "light", _PAPER, _DEEP, _question),
        recipe("Title and bullets", "light", _PAPER, _DEEP, _bullets, _BODY.graphic_boxes),
        recipe("Title and text", "light", _PAPER, _DEEP, _running_text),
        recipe("Quote", "light", _SAND, _DEEP, _quote),
        recipe("Closing", "light", _PAPER, _DEEP, _closing, box_at_right(9, 0.55, _SENDER - 0.7)),
        *content_recipes(_PAPER, _DEEP, _beside, _BODY.columns_of(_list)),
        recipe("Full picture", "light", _PAPER, _DEEP, _bleed),
        recipe("Section with picture", "light", _SAND, _DEEP, _section_beside_picture),
        recipe("Quote with picture", "light", _SAND, _DEEP, _quote_beside_picture),
        recipe("Title only", "light", _PAPER, _DEEP, _content),
        recipe("Blank", "light", _PAPER, _DEEP, _blank),
    ),
)
