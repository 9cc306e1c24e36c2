"""White pages, one accent; the headline at the left, what it is about beside it.

Nothing is drawn but one bar in the accent colour on the first page and the last. Headline and text
begin at one height, in two columns of unlike width, a third and two; one thing on a page is large,
and the rest is small: the number of a chapter, the headline of an overview at the foot, the words
of a quotation below a small name, the thanks. Good for young firms, design, research: where the
words are few. On pages of 4:3 the text stands below its headline.
"""

from deckgen.brand.design import parts
from deckgen.brand.design.layout_design import Decoration, LogoBox, Rectangle
from deckgen.brand.design.page import DEEP, PAPER, Page, Sizes
from deckgen.brand.design.picture_layouts import beside_title, left_of_text
from deckgen.brand.design.style import Drawing, Style, box_at_right, content_recipes, recipe
from deckgen.deck.box import Box, Insets
from deckgen.deck.layout import Placeholder, TextStyle

_TOP, _END = 0.95, 6.5
"""Inches from the top of the page to headline and text, and to the end of the text."""
_STACKED = parts.BodyArea(2.3, _END)
_LEAST = 26
"""Points of a headline that is long."""


def _columns_of(page: Page) -> tuple[Box, Box]:
    """Return the boxes of headline and text: side by side, or on a narrow page stacked."""
    if page.grid.is_wide:
        beside = page.bleed(_text_left(page), _TOP, page.grid.right(12), _END)
        return _first_third(page, _TOP, 2.7), beside
    return page.span(1, 12, _TOP, 1.15), _STACKED.box(page)


def _text_left(page: Page) -> float:
    """Return the left edge of the text, in inches: beside a third of the page."""
    grid = page.grid
    return grid.left(5) + grid.gutter if grid.is_wide else grid.left(1)


def _first_third(page: Page, y: float, height: float) -> Box:
    """Return a place in the first third of the page: four columns and a gutter."""
    return page.bleed(page.grid.left(1), y, _text_left(page) - page.grid.gutter, y + height)


def _headline(page: Page) -> TextStyle:
    return page.heading(page.sizes.headline if page.grid.is_wide else 34)


def _foot_bar(page: Page) -> tuple[Decoration, ...]:
    """Return the bar at the foot of the first five columns, from the edge of the page."""
    bar = page.bleed(0, page.grid.height - 0.28, page.grid.right(5), page.grid.height)
    return (Rectangle(bar, page.colors.accent),)


def _cover(page: Page) -> Drawing:
    colors = page.colors
    speaker = TextStyle(20, colors.text, bold=True)
    event, date = TextStyle(20, colors.quiet, space_before=3), TextStyle(20, colors.quiet)
    title, subtitle = page.span(1, 12, 2.6, 2.95), page.span(1, 12, 5.8, 0.9)
    first = _text_left(page) if page.grid.is_wide else page.grid.left(4)
    right = page.grid.right(12)
    placeholders = (
        parts.title(title, page.heading(page.grid.sized(72)), "b", kind="ctrTitle"),
        parts.cover_subtitle(subtitle, TextStyle(28, colors.quiet)),
        # The date is above: it has one line, and whoever speaks may need several.
        parts.date(page.bleed(first, 0.7, right, 1.06), date),
        parts.text("body", 13, page.bleed(first, 1.1, right, 2.42), speaker, event),
    )
    return placeholders, (*_foot_bar(page), LogoBox(page.span(1, 3, 0.75, 0.85)))


def _section(page: Page) -> Drawing:
    """Return a page with a number as high as the page beside its title."""
    size, number = page.grid.sized(54), page.grid.sized(360)
    subtitle = page.span(1, 7, 5.35, 1.2)
    end = 6.8 if page.grid.is_wide else 6.65  # its foot stands beside the subtitle's first line
    placeholders = (
        parts.title(page.span(1, 7, _TOP, 4.2), page.heading(size), "b"),
        parts.text(
            "progress",
            13,
            page.span(8, 12, 0.5, end - 0.5),
            page.number(number)._replace(align="r"),
            anchor="b",
        ),
        parts.text("subtitle", 1, subtitle, TextStyle(28, page.colors.quiet)),
    )
    return placeholders, ()


def _questions(page: Page) -> Drawing:
    """Return an overview whose headline is large, at the foot of the page, below the list."""
    first, *deeper = page.bullets(numbered=True)
    # Rows are larger before they stand apart: they have little room above the headline.
    row = first._replace(space_before=11)
    rows = parts.body(page.span(1, 12, 1.08, 3.82), row, *deeper)
    (headline, *others), decorations = _page(
        page, page.span(1, 12, 5.1, 1.45), rows._replace(largest_size=32, largest_few=44)
    )
    large = page.heading(page.grid.sized(88))
    at_foot = headline._replace(level_styles=(large,), anchor="b", minimum_size=30)
    return (at_foot, *others), decorations


def _question(page: Page) -> Drawing:
    placeholders, decorations = _bullets(page)
    if not page.grid.is_wide:
        return _with_number_at_right(page, (placeholders, decorations), 44)
    place = _first_third(page, 4.75, 1.85)
    progress = parts.text("progress", 14, place, page.number(110), anchor="b")
    return (*placeholders, progress), decorations


def _with_number_at_right(page: Page, drawing: Drawing, number: int = 36) -> Drawing:
    """Return a page with the number of a question, in points, at the right of its headline."""
    (title, *others), decorations = drawing
    place = parts.on_baseline(page.span(11, 12, _TOP, 1.15), title.level_styles[0].size, number)
    style = page.number(number)._replace(align="r")
    progress = parts.text("progress", 14, place, style)
    title = _long(title._replace(box=page.span(1, 10, _TOP, 1.15)))
    return (title, *others, progress), decorations


def _list(page: Page) -> tuple[TextStyle, ...]:
    """Return the levels of a list, whose bullets stand far apart."""
    first, *deeper = page.bullets()
    return first._replace(space_before=18), *deeper


def _bullets(page: Page) -> Drawing:
    title, place = _columns_of(page)
    return _page_of_columns(page, title, parts.body(place, *_list(page)))


def _running_text(page: Page) -> Drawing:
    title, place = _columns_of(page)
    text = parts.running_text(page, place, _list(page), largest=52)
    return _page_of_columns(page, title, text)


def _page_of_columns(page: Page, title: Box, body: Placeholder) -> Drawing:
    """Return a page with a headline and a body; a long headline stands across the page, above."""
    body = body._replace(insets=_on_headline(page))
    (headline, *others), decorations = _page(page, title, body, left=_text_left(page))
    if page.grid.is_wide:
        across = page.span(1, 12, _TOP, 2.2)
        headline = headline._replace(larger_boxes=(across,), minimum_size=_LEAST)
    else:
        headline = _long(headline)
    return (headline, *others), decorations


def _long(headline: Placeholder) -> Placeholder:
    """Return a headline across the page, which has three lines or more before it is small."""
    return parts.of_more_lines(headline, _LEAST, 1.6, 2.6)


def _on_headline(page: Page) -> Insets:
    """Return the insets with which a text beside the headline has its baseline."""
    if not page.grid.is_wide:
        return Insets()
    box = page.span(1, 1, 1, 1)
    return Insets(0, parts.on_baseline(box, page.sizes.headline, page.sizes.body).y - box.y, 0, 0)


def _page(page: Page, title: Box, *bodies: Placeholder, left: float = 0) -> Drawing:
    """Return a page with kicker, headline and bodies, and a footer from `left` on.

    `left` are inches; without them, the footer begins at the margin.
    """
    kicker = parts.kicker(page, page.grid.left(1), page.grid.across(1, 8))
    placeholders = (
        parts.title(title, _headline(page)),
        kicker,
        *bodies,
        *parts.footers(page, left or page.grid.left(1)),
    )
    return placeholders, (LogoBox(page.span(11, 12, 0.25, 0.55), "r", is_optional=True),)


def _quote(page: Page) -> Drawing:
    """Return a quotation at the foot of the page, as thanks are, its author small at the top."""
    low = _quotation(page, page.span(1, 12, 2.0, 4.85))._replace(anchor="b", filled=75)
    return (low, parts.author(page, page.span(1, 12, _TOP, 0.95))), ()


def _quote_beside_picture(page: Page) -> Drawing:
    words = _quotation(page, page.span(1, 12, _TOP, 4.6))
    return left_of_text(((words, parts.author(page, page.span(1, 12, 5.75, 0.95))), ()), page)


def _quotation(page: Page, box: Box) -> Placeholder:
    style = page.heading(page.grid.sized(54))._replace(line_spacing=105)
    return parts.title(box, style)._replace(largest_size=page.grid.sized(80))


def _closing(page: Page) -> Drawing:
    """Return thanks as wide as the page at its foot, all else small above."""
    title = page.span(1, 12, 4.6, 2.4)
    size = page.heading(page.grid.sized(120))._replace(line_spacing=90)
    placeholders = (
        parts.title(title, size, "b"),
        parts.contact(page, page.span(1, 8, 1.85, 2.6), 24, _list(page)),
    )
    return placeholders, (*_foot_bar(page), LogoBox(page.span(1, 3, 0.7, 0.85)))


def _headed(page: Page, *bodies: Placeholder) -> Drawing:
    """Return a page with the headline above its bodies."""
    (headline, *others), decorations = _page(page, page.span(1, 12, _TOP, 1.15), *bodies)
    return (_long(headline), *others), decorations


def _beside_one_another(page: Page, *bodies: Placeholder) -> Drawing:
    """Return a page with the headline above its bodies, and a question's number at its right."""
    return _with_number_at_right(page, _headed(page, *bodies))


def _picture_beside_title(page: Page) -> Drawing:
    """Return a page with its pictures where text stands beside the headline."""
    return beside_title(_bullets(page), page, apart=page.grid.gutter * page.grid.is_wide)


def _bleed(page: Page) -> Drawing:
    """Return a picture from edge to edge, the headline in its corner."""
    corner = page.bleed(0, page.grid.height - 1.5, page.grid.right(7), page.grid.height)
    title, left = parts.title(corner, _headline(page), "ctr"), page.grid.margin
    return (parts.full_picture(page), parts.on_area(page, title, left, 0.3, left / 2, 0.3)), ()


def _blank(page: Page) -> Drawing:
    return parts.footers(page, page.grid.left(1)), ()


STYLE = Style(
    manual=__doc__,
    sizes=Sizes(headline=30),
    recipes=(
        recipe("Cover", "light", PAPER, DEEP, _cover),
        recipe("Section", "light", PAPER, DEEP, _section),
        recipe("Questions", "light", PAPER, DEEP, _questions),
        recipe("Question", "light", PAPER, DEEP, _question),
        recipe("Title and bullets", "light", PAPER, DEEP, _bullets),
        recipe("Title and text", "light", PAPER, DEEP, _running_text),
        recipe("Quote", "light", PAPER, DEEP, _quote),
        recipe("Closing", "light", PAPER, DEEP, _closing, box_at_right(9, 0.6, 3.9)),
        recipe("Quote with picture", "light", PAPER, DEEP, _quote_beside_picture),
        *content_recipes(PAPER, DEEP, _beside_one_another, _STACKED.columns_of(_list)),
        recipe("Full picture", "light", PAPER, DEEP, _bleed),
        recipe("Picture beside title", "light", PAPER, DEEP, _picture_beside_title),
        recipe("Title only", "light", PAPER, DEEP, _headed),
        recipe("Blank", "light", PAPER, DEEP, _blank),
    ),
)
