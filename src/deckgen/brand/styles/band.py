"""One band at the top edge carries what is not content: running title, footer, number, progress.

The page below it is free, down to the foot. At its lower edge, a track fills up from question to
question. Headlines stand on a tinted field that hangs from the band, the number of a question at
their right; on overviews a rail hangs from that field, with numbers at its left. On cover,
sections, quotations and closing the band is a curtain, far down, and carries the title. It is of
the deep colour on light pages, and of the highlight on dark ones. Good for conferences and long
talks, where people come in late and want to know where they are.
"""

from deckgen.brand.design import parts
from deckgen.brand.design.layout_design import Decoration, LogoBox, Rectangle
from deckgen.brand.design.page import DEEP, ON_DEEP, PAPER, SAND, Page, Sizes
from deckgen.brand.design.style import (
    Drawing,
    GraphicBoxes,
    Style,
    box_at_right,
    content_recipes,
    recipe,
)
from deckgen.deck.box import Box
from deckgen.deck.layout import Placeholder, ProgressTrack, TextStyle

_BAND, _ROW = 0.66, 0.08
"""Inches from the top of the page to the end of a narrow band, and to its line of text."""
_TRACK, _BELOW_TRACK = 0.08, 0.03
"""Inches of height of the track, and of the band below it, which parts it from the field."""
_FIELD = 2.3
"""Inches from the top of the page to the end of the field of a headline."""
_QUESTION_FIELD = 2.7
"""The same of the field of a question on 4:3, which holds three large lines."""
_BODY = parts.BodyArea(2.68, 6.85)


def _band(page: Page, bottom: float = _BAND) -> Rectangle:
    return Rectangle(page.bleed(0, 0, page.grid.width, bottom), page.on(ON_DEEP).colors.background)


def _frame(page: Page) -> tuple[Placeholder, ...]:
    """Return what the band carries, on one baseline; a long running title has two small lines.

    The date stands at the foot of the page, for it is seldom shown.
    """
    colors, sizes = page.on(ON_DEEP).colors, page.sizes
    kicker = TextStyle(sizes.kicker, colors.text, bold=True)
    small = TextStyle(sizes.footer, colors.text, align="r")
    footer, number = (
        parts.on_baseline(page.span(*columns, _ROW, 0.4), sizes.kicker, sizes.footer, "b")
        for columns in ((7, 11), (12, 12))
    )
    above = page.span(1, 6, 0, _ROW + 0.4)
    day = page.span(7, 10, 7.0, 0.32)
    quiet = TextStyle(sizes.footer, page.colors.quiet, align="r")
    return (
        parts.text("kicker", 13, above, kicker, anchor="b")._replace(
            minimum_size=parts.LEAST_KICKER
        ),
        Placeholder("footer", "ftr", 11, "Footer", footer, (small,), "b"),
        Placeholder("day", "dt", 10, "Date", day, (quiet,), "ctr"),
        Placeholder(
            "number", "sldNum", 12, "Slide Number", number, (small._replace(bold=True),), "b"
        ),
    )


def _drawn(page: Page, field: float = _FIELD) -> tuple[Decoration, ...]:
    """Return the band with its track, and the field of a headline below it, in inches."""
    end, area = _BAND - _BELOW_TRACK, page.bleed(0, 0, page.grid.width, field)
    return (
        Rectangle(area, page.colors.panel, page.colors.panel_shade),
        _band(page),
        ProgressTrack(
            page.bleed(0, end - _TRACK, page.grid.width, end), page.on(ON_DEEP).colors.accent
        ),
    )


def _headline(page: Page) -> TextStyle:
    size = page.grid.sized(page.sizes.headline)
    return page.heading(size)._replace(line_spacing=95)


def _in_field(page: Page, last: int, field: float = _FIELD) -> Box:
    return page.span(1, last, _BAND + 0.1, field - _BAND - 0.2)


def _cover(page: Page) -> Drawing:
    """Return a page with the title on the band, all else on the page below it."""
    colors, foot, band = page.colors, 4.1, page.on(ON_DEEP)
    title = parts.title_on_ground(
        page.span(1, 12, 0.6, foot - 0.95), band.heading(page.grid.sized(80)), "b"
    )
    speaker, line = TextStyle(24, colors.text, bold=True), TextStyle(20, colors.quiet)
    subtitle = parts.cover_subtitle(
        page.span(1, 12, foot + 0.35, 1.0), TextStyle(28, colors.headline)
    )
    day = parts.on_baseline(page.span(9, 12, 5.85, 0.5), 24, 20)
    event = line._replace(space_before=3)
    who = parts.text("body", 13, page.span(1, 8, 5.85, 1.15), speaker, event)
    placeholders = (
        title._replace(type="ctrTitle"),
        subtitle,
        who._replace(minimum_size=parts.LEAST_SPEAKER),
        parts.date(day, line._replace(align="r")),
    )
    return placeholders, (_band(page, foot), LogoBox(page.span(9, 12, 6.4, 0.7), "r"))


def _section(page: Page) -> Drawing:
    """Return a page with a large number on the band, its title below."""
    band, foot = page.on(ON_DEEP), 4.0
    size, number = page.grid.sized(64), page.grid.sized(260)
    low = band.number(number)._replace(line_spacing=80)
    quiet = TextStyle(28, page.colors.text)
    placeholders = (
        parts.title(page.span(1, 12, 4.2, 1.75), page.heading(size), "b"),
        parts.text("progress", 13, page.span(1, 12, 0.2, foot - 0.2), low, anchor="b"),
        parts.text("subtitle", 1, page.span(1, 12, 6.05, 0.8), quiet),
    )
    return placeholders, (_band(page, foot),)


def _questions(page: Page) -> Drawing:
    """Return a page with a rail that hangs from the headline's field, between numbers and lines."""
    grid, (title, *frame) = page.grid, _content(page)[0]
    (heading,) = title.level_styles
    title = title._replace(level_styles=(heading._replace(size=max(heading.size, 36)),))
    middle = grid.left(2) - grid.gutter * 0.75
    first, *deeper = parts.numbers_beside(page)
    rows = parts.body(_BODY.box(page), first._replace(space_before=10), *deeper)
    rail = page.bleed(middle, _FIELD, middle + 0.06, grid.height)
    return (
        (title, rows._replace(largest_size=36, largest_few=48), *frame),
        (Rectangle(rail, page.on(ON_DEEP).colors.background), *_drawn(page)),
    )


def _question(page: Page) -> Drawing:
    body = parts.body(_answers(page).text_box(page), *page.bullets())
    return _numbered(page, body, field=_field_of_question(page))


def _field_of_question(page: Page) -> float:
    return _FIELD if page.grid.is_wide else _QUESTION_FIELD


def _answers(page: Page) -> parts.BodyArea:
    """Return where answers stand, as far below their field as other bodies."""
    return _BODY._replace(top=_field_of_question(page) + _BODY.top - _FIELD)


def _boxes_of_answers(page: Page) -> GraphicBoxes:
    return _answers(page).graphic_boxes(page)


def _numbered(page: Page, *bodies: Placeholder, field: float = _FIELD) -> Drawing:
    """Return a page with contents; the number of a question stands at the right of the headline."""
    (title, *rest), decorations = _content(page, *bodies, last=10, field=field)
    right = page.span(11, 12, 0, 1)
    place = title.box._replace(x=right.x, cx=right.cx)
    style = page.number(page.grid.sized(54))._replace(align="r")
    return (title, parts.text("progress", 14, place, style, anchor="ctr"), *rest), decorations


def _bullets(page: Page) -> Drawing:
    return _content(page, parts.body(_BODY.text_box(page), *page.bullets()))


def _running_text(page: Page) -> Drawing:
    body = parts.running_text(page, _BODY.text_box(page), page.bullets(), largest=62)
    return _content(page, body)


def _quote(page: Page) -> Drawing:
    band, foot = page.on(ON_DEEP), 5.6
    quotation = TextStyle(page.grid.sized(44), band.colors.text, "heading", line_spacing=108)
    author = TextStyle(24, page.colors.text, bold=True)
    place = page.span(1, 12, 0.2, foot - 0.4)
    placeholders = (
        parts.title_on_ground(place, quotation, "ctr")._replace(largest_size=page.grid.sized(80)),
        parts.text("by", 1, page.span(1, 11, foot + 0.45, 0.9), author),
    )
    return placeholders, (_band(page, foot),)


def _closing(page: Page) -> Drawing:
    foot = 4.0
    heading = page.on(ON_DEEP).heading(page.grid.sized(70))
    title = parts.title_on_ground(page.span(1, 8, 0.75, foot - 1.2), heading, "b")
    placeholders = (
        title._replace(minimum_size=28, largest_size=page.grid.sized(104), filled=75),
        parts.contact(page, page.span(1, 8, foot + 0.4, 1.9), 28, page.bullets()),
    )
    return placeholders, (_band(page, foot), LogoBox(page.span(1, 3, 6.4, 0.65)))


def _bleed(page: Page) -> Drawing:
    """Return a picture from edge to edge, the headline on a band at its top."""
    grid, band = page.grid, page.on(ON_DEEP)
    title = parts.title_on_ground(page.bleed(0, 0, grid.width, 1.6), _headline(band), "ctr")
    return (
        parts.full_picture(page),
        parts.on_area(band, title, grid.margin, 0.2, grid.margin, 0.2),
    ), ()


def _whole_picture(page: Page) -> Drawing:
    """Return a page with the headline at the left, a picture beside it, both below the band."""
    top = _BAND + 0.4
    title = parts.title(page.span(1, 4, top, 3.3), _headline(page))
    place = page.span(5, 12, top, _BODY.end - top)
    return (title, parts.picture(page, place), *_frame(page)), (_band(page),)


def _half_picture(page: Page) -> Drawing:
    """Return a page with a picture from the band to the foot, and to the edge at the right.

    On a page of 4:3, where half would be narrow for headlines, the text has a column more.
    """
    grid, field = page.grid, _FIELD + 0.45
    last, body_top = 6 if grid.is_wide else 7, field + 0.4
    picture = page.bleed(grid.left(last + 1), _BAND, grid.width, grid.height)
    body = page.span(1, last, body_top, _BODY.end - body_top)
    placeholders = (
        parts.title(_in_field(page, last, field), _headline(page), "ctr"),
        parts.body(body, *page.bullets()),
        parts.picture(page, picture)._replace(fill=page.colors.background),
        *(placeholder for placeholder in _frame(page) if placeholder.role != "day"),
    )
    return placeholders, _drawn(page, field)


def _question_beside_picture(page: Page) -> Drawing:
    (title, *others), decorations = _half_picture(page)
    return (*parts.number_at_right(page, title), *others), decorations


def _blank(page: Page) -> Drawing:
    return tuple(placeholder for placeholder in _frame(page) if placeholder.role != "kicker"), (
        _band(page),
    )


def _content(page: Page, *bodies: Placeholder, last: int = 12, field: float = _FIELD) -> Drawing:
    """Return a page with the headline on a field below the band, and bodies below it.

    The headline ends with column 10, on 4:3 with the last one that it may take. It is closer to
    the edges of its field only where it would not fit at any size.
    """
    last = 10 if page.grid.is_wide else last
    title = parts.title(_in_field(page, last, field), _headline(page), "ctr")
    clear = page.span(1, last, _BAND + 0.17, field - _BAND - 0.34)
    return (
        (title._replace(box=clear, larger_boxes=(title.box,)), *bodies, *_frame(page)),
        (*_drawn(page, field), LogoBox(page.span(11, 12, 6.95, 0.42), "r", is_optional=True)),
    )


STYLE = Style(
    manual=__doc__,
    sizes=Sizes(headline=38, body=26, second=22),
    recipes=(
        recipe("Cover", "light", PAPER, DEEP, _cover),
        recipe("Section", "light", SAND, DEEP, _section),
        recipe("Questions", "light", PAPER, DEEP, _questions),
        recipe("Question", "light", PAPER, DEEP, _question),
        recipe("Title and bullets", "light", PAPER, DEEP, _bullets, _BODY.graphic_boxes),
        recipe("Title and text", "light", PAPER, DEEP, _running_text),
        recipe("Quote", "light", SAND, DEEP, _quote),
        recipe("Closing", "light", PAPER, DEEP, _closing, box_at_right(9, 1.75, 5.1)),
        *content_recipes(PAPER, DEEP, _numbered, _BODY.columns_of(Page.bullets)),
        recipe("Full picture", "light", PAPER, DEEP, _bleed),
        recipe("Picture beside title", "light", PAPER, DEEP, _whole_picture),
        recipe("Half picture", "light", PAPER, DEEP, _half_picture),
        recipe("Question above graphic", "light", PAPER, DEEP, _question, _boxes_of_answers),
        recipe("Question beside picture", "light", PAPER, DEEP, _question_beside_picture),
        recipe("Title only", "light", PAPER, DEEP, _content),
        recipe("Blank", "light", PAPER, DEEP, _blank),
    ),
)
