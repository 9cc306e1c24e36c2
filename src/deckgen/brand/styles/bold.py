"""Posters: grounds of one full colour, and type as large as the page.

Cover and closing stand on the accent, sections on the highlight, quotations on the deep colour,
overviews on both. A question stands on a field of the accent at the left, its answers beside it;
other pages have a field of the deep colour at their top, with the headline. Good for keynotes,
campaigns, young firms: few words, said loudly. On pages of 4:3 the field of a question is at the
top, too; that beside pictures stays at the left.
"""

from deckgen.brand.design import parts
from deckgen.brand.design.layout_design import LogoBox, Rectangle
from deckgen.brand.design.page import (
    DEEP,
    ON_DEEP,
    ON_HIGHLIGHT,
    PAPER,
    SAND,
    Page,
    Sizes,
    ToneColors,
    inches,
)
from deckgen.brand.design.style import Drawing, Style, box_at_right, content_recipes, recipe
from deckgen.deck.box import Insets
from deckgen.deck.layout import EMU_PER_INCH, Placeholder, TextStyle

_ON_ACCENT = ToneColors("accent1", "lt1", "lt1", "lt1", "lt1", "accent1")
_DARK = DEEP._replace(panel_shade=100)

_FIELD = 1.9
"""Inches from the top of the page to the end of the field of a headline."""
_QUESTION_FIELD = 2.75
"""The same of the field of a question on 4:3."""
_QUESTION = 40
"""Points of a question."""
_BODY = parts.BodyArea(2.25, 6.5)
_TOP = 0.95
"""Inches from the top of the page to a question, and to the answers beside it."""
_LEAST_HEADLINE = 24
"""Points of a headline of three lines on a field at the top."""
_POSTER = 90
"""Per cent of the height of its place that a quotation may fill."""
_CAPITALS = round(0.1 * EMU_PER_INCH)
"""EMU by which answers stand lower, so that their capitals begin with those of the question."""


def _huge(page: Page, size: int) -> TextStyle:
    """Return the style of a title as on a poster: its lines close; `size` in points."""
    return page.heading(page.grid.sized(size))._replace(line_spacing=90)


def _cover(page: Page) -> Drawing:
    """Return a poster: the title at the top, all else at the foot, from edge to edge."""
    color, foot = page.colors.text, 5.85
    large, line = TextStyle(24, color, bold=True), TextStyle(20, color, space_before=3)
    subtitle = TextStyle(page.grid.sized(32), color, "heading", bold=True)
    day = parts.on_baseline(page.span(9, 12, foot, 0.5), 24, 20)
    speaker = parts.text("body", 13, page.span(1, 8, foot, 1.35), large, line)
    placeholders = (
        parts.title_on_ground(page.span(1, 12, 0.55, 3.95), _huge(page, 104))._replace(
            type="ctrTitle"
        ),
        parts.cover_subtitle(page.span(1, 12, 4.5, 1.1), subtitle, "b"),
        speaker._replace(link_color=color),
        parts.date(day, line._replace(space_before=0, align="r")),
    )
    return placeholders, (LogoBox(page.span(10, 12, 6.4, 0.6), "r"),)


def _section(page: Page) -> Drawing:
    """Return a page with a number as high as half of it at its top, the title at its foot."""
    number, small = page.number(page.grid.sized(280)), TextStyle(28, page.colors.text)
    low = number._replace(line_spacing=75)
    placeholders = (
        parts.title_on_ground(page.span(1, 12, 4.0, 2.0), _huge(page, 96), "b"),
        parts.text("progress", 13, page.span(1, 12, 0.4, 3.6), low),
        parts.text("subtitle", 1, page.span(1, 11, 6.1, 0.9), small),
    )
    return placeholders, ()


def _kicker(page: Page, last: int, top: float = 0.2) -> Placeholder:
    style = TextStyle(page.sizes.kicker, page.colors.text, bold=True)
    return parts.above_headline(page.span(1, last, top, 0.36), style)


def _questions(page: Page) -> Drawing:
    """Return a page in two colours: the headline on the highlight, all lines on the deep colour."""
    field, end = page.on(ON_DEEP), 2.05
    title = parts.title_on_ground(page.span(1, 12, 0.62, end - 0.8), _huge(field, 72), "b")
    body = page.span(1, 12, end + 0.3, _BODY.end - end - 0.3)
    first, *deeper = page.bullets(numbered=True)
    rows = parts.body(body, first._replace(space_before=12), *deeper)
    rows = rows._replace(largest_size=44, largest_few=52)
    return (
        (title, _kicker(field, 12), rows, *parts.footer_on_columns(page)),
        (_top_field(page, field, end),),
    )


def _question(page: Page) -> Drawing:
    """Return a page with the question on a field at the left, its progress below it."""
    field, grid = page.on(_ON_ACCENT), page.grid
    if not grid.is_wide:
        return _question_on_narrow_page(page, field)
    size, edge = _QUESTION, grid.right(5) + 0.25
    left, wide = edge + 0.65, grid.right(12) - edge - 0.65
    answers = inches(left, _TOP, wide, _BODY.end - _TOP)
    question = field.heading(size)._replace(line_spacing=95)
    footer, *foot = parts.footer_on_columns(page, (7, 9), (10, 11))
    placeholders = (
        parts.title_on_ground(page.span(1, 5, _TOP, 4.1), question)._replace(largest_size=56),
        parts.text("progress", 14, page.span(1, 5, 5.15, 1.9), field.number(110), anchor="b"),
        _kicker(field, 5),
        parts.body(answers, *page.bullets())._replace(insets=Insets(0, _CAPITALS, 0, 0)),
        footer._replace(box=inches(left, 6.78, grid.right(9) - left, 0.32)),
        *foot,
    )
    return placeholders, (Rectangle(page.bleed(0, 0, edge, grid.height), field.colors.background),)


def _question_on_narrow_page(page: Page, field: Page) -> Drawing:
    """Return a page with the question at the foot of a field that holds three large lines."""
    end, more = _QUESTION_FIELD, _QUESTION_FIELD - _FIELD
    body = page.span(1, 12, _BODY.top + more, _BODY.end - _BODY.top - more)
    title, number, *rest = _numbered(page, field, parts.body(body, *page.bullets()))
    cy, (style,) = title.box.cy + round(more * EMU_PER_INCH), title.level_styles
    heads = [
        each._replace(box=each.box._replace(cy=cy), level_styles=(level._replace(size=_QUESTION),))
        for each, level in ((title, style), (number, number.level_styles[0]))
    ]
    return (*heads, *rest), (_top_field(page, field, end),)


def _bullets(page: Page) -> Drawing:
    return _page(page, parts.body(_BODY.text_box(page), *page.bullets()))


def _running_text(page: Page) -> Drawing:
    body = parts.running_text(
        page, _BODY.text_box(page), page.bullets(), line_spacing=112, largest=88
    )
    return _page(page, body)


def _quote(page: Page) -> Drawing:
    """Return large words and whose they are at the foot; on 4:3 the words stand there, too."""
    quotation = page.heading(56)._replace(color=page.colors.accent, line_spacing=98)
    words = parts.title_on_ground(
        page.span(1, 12, 0.75, 4.9), quotation, "t" if page.grid.is_wide else "b"
    )
    author = TextStyle(26, page.colors.text, bold=True)
    placeholders = (
        words._replace(largest_size=page.grid.sized(148), filled=_POSTER),
        parts.text("by", 1, page.span(1, 12, 5.95, 1.15), author),
    )
    return placeholders, ()


def _closing(page: Page) -> Drawing:
    color = page.colors.text
    bullets = tuple(level._replace(color=color) for level in page.bullets())
    text = parts.contact(page, page.span(1, 8, 4.5, 2.4), 26, bullets, line_spacing=108)
    placeholders = (
        parts.title_on_ground(page.span(1, 8, 0.6, 3.6), _huge(page, 104)),
        text._replace(anchor="b", link_color=color),
    )
    return placeholders, (LogoBox(page.span(9, 12, 0.7, 0.85), "r"),)


def _bleed(page: Page) -> Drawing:
    """Return a picture from edge to edge, the headline on a field of the accent at its foot."""
    grid, field = page.grid, page.on(_ON_ACCENT)
    corner = page.bleed(0, 5.4, grid.right(9 if grid.is_wide else 11), grid.height)
    heading = field.heading(grid.sized(page.sizes.headline))._replace(line_spacing=92)
    title = parts.title_on_ground(corner, heading, "ctr")
    return (parts.full_picture(page), parts.on_area(field, title, grid.margin, 0.3, 0.4, 0.3)), ()


def _whole_picture(page: Page) -> Drawing:
    """Return a page with the headline on a field at the left, a picture beside it.

    Without a kicker, the capitals of the headline begin with the picture.
    """
    field, grid = page.on(ON_DEEP), page.grid
    heading = field.heading(grid.sized(36))._replace(line_spacing=95)
    title = parts.title_on_ground(page.span(1, 4, _TOP, 4.1), heading)
    edge = grid.right(4) + 0.2
    left, wide = edge + 0.4, grid.right(12) - edge - 0.4
    area = page.bleed(0, 0, edge, grid.height)
    footer, *foot = parts.footer_on_columns(page, (5, 8), (9, 11))
    placeholders = (
        title._replace(largest_size=56),
        _kicker(field, 4, 0.53),
        parts.picture(page, inches(left, 0.75, wide, 5.75)),
        footer._replace(box=inches(left, 6.78, grid.right(8) - left, 0.32)),
        *foot,
    )
    return placeholders, (Rectangle(area, field.colors.background),)


def _half_picture(page: Page) -> Drawing:
    """Return a page with a picture on its right half, over the end of a high field at the top."""
    field, grid, end = page.on(ON_DEEP), page.grid, _FIELD + 0.5
    title = parts.title_on_ground(page.span(1, 6, 0.72, end - 0.9), field.heading(grid.sized(36)))
    footer, _, number = parts.footer_on_columns(page, (1, 4))
    picture = page.bleed(grid.left(7), 0, grid.width, grid.height)
    placeholders = (
        title._replace(anchor="b"),
        _kicker(field, 6),
        parts.body(page.span(1, 6, end + 0.4, 6.1 - end), *page.bullets()),
        footer,
        number._replace(box=page.span(6, 6, 6.78, 0.32)),
        parts.picture(page, picture)._replace(fill=page.colors.background),
    )
    return placeholders, (_top_field(page, field, end),)


def _question_beside_picture(page: Page) -> Drawing:
    (title, *others), decorations = _half_picture(page)
    return (*parts.number_at_right(page.on(ON_DEEP), title), *others), decorations


def _blank(page: Page) -> Drawing:
    return parts.footer_on_columns(page), ()


def _page(page: Page, *bodies: Placeholder) -> Drawing:
    """Return a page with kicker and headline on a field of the deep colour, bodies below it."""
    field = page.on(ON_DEEP)
    logo = LogoBox(page.span(10, 11, 6.7, 0.48), "r", is_optional=True)
    return _content(page, field, 12, *bodies), (_top_field(page, field), logo)


def _content(page: Page, field: Page, last: int, *bodies: Placeholder) -> tuple[Placeholder, ...]:
    """Return kicker and headline up to a column of a field at the top, bodies and footer."""
    heading = field.heading(page.grid.sized(page.sizes.headline))._replace(line_spacing=92)
    title = parts.title_on_ground(page.span(1, last, 0.6, 1.16), heading, "b")
    title = title._replace(minimum_size=page.grid.sized(_LEAST_HEADLINE))
    return (title, _kicker(field, last), *bodies, *parts.footer_on_columns(page))


def _numbered(page: Page, field: Page, *bodies: Placeholder) -> tuple[Placeholder, ...]:
    """Return the same as `_content`, with the number of a question at the right of the headline."""
    title, *others = _content(page, field, 12, *bodies)
    return (*parts.number_at_right(field, title), *others)


def _contents(page: Page, *bodies: Placeholder) -> Drawing:
    """Return a page with contents beside one another; a question has its number there."""
    return _numbered(page, page.on(ON_DEEP), *bodies), _page(page)[1]


def _top_field(page: Page, field: Page, end: float = _FIELD) -> Rectangle:
    return Rectangle(page.bleed(0, 0, page.grid.width, end), field.colors.background)


STYLE = Style(
    manual=__doc__,
    sizes=Sizes(headline=54, body=26, second=22, deeper=20),
    recipes=(
        recipe("Cover", "dark", ON_HIGHLIGHT, _ON_ACCENT, _cover),
        recipe("Section", "light", ON_HIGHLIGHT, _ON_ACCENT, _section),
        recipe("Questions", "dark", SAND, _DARK, _questions),
        recipe("Question", "light", PAPER, _DARK, _question),
        recipe("Title and bullets", "light", PAPER, _DARK, _bullets, _BODY.graphic_boxes),
        recipe("Title and text", "light", PAPER, _DARK, _running_text),
        recipe("Quote", "dark", SAND, _DARK, _quote),
        recipe("Closing", "dark", ON_HIGHLIGHT, _ON_ACCENT, _closing, box_at_right(9, 2.0, 4.9)),
        *content_recipes(PAPER, _DARK, _contents, _BODY.columns_of(Page.bullets)),
        recipe("Full picture", "light", PAPER, _DARK, _bleed),
        recipe("Picture beside title", "light", PAPER, _DARK, _whole_picture),
        recipe("Half picture", "light", PAPER, _DARK, _half_picture),
        recipe("Question beside picture", "light", PAPER, _DARK, _question_beside_picture),
        recipe("Title only", "light", PAPER, _DARK, _page),
        recipe("Blank", "light", PAPER, _DARK, _blank),
    ),
)
