"""Large quiet headlines, hairlines and a wide margin, as in a magazine.

There are no panels. Each page hangs from a line at its top; the margin at the left carries the
number of the question or chapter and the running title, the rest belongs to the text. Good for
lectures, museums, foundations: for what is read as much as looked at. Headlines are set in the
heading font's regular weight, so a serif suits them.
"""

from collections.abc import Iterator

from deckgen.brand.design.grid import inches
from deckgen.brand.design.layout_design import Decoration, DividingLine, LogoBox
from deckgen.brand.design.layout_parts import (
    body_placeholder,
    bullet_styles,
    date_placeholder,
    footer_placeholders,
    full_picture,
    heading_style,
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
from deckgen.deck.box import Box, Insets
from deckgen.deck.layout import EMU_PER_INCH, Placeholder, TextStyle
from deckgen.deck.slide import PlaceholderRole

_LINE = 0.62
"""Inches from the top to the line that every page hangs from."""
_TITLE_TOP, _BODY_TOP, _BODY_END = 0.86, 2.5, 6.55
_DASH = 0.4
"""Inches by which the text of a list hangs from its dash, also where it is large."""
_MARGIN = 1.6
"""Inches that the margin has at least: for a word of the running title."""


def _main(page: Page) -> int:
    """Return the first column of the text; the margin is before it."""
    columns = range(2, 13)
    return next(column for column in columns if page.grid.across(1, column - 1) >= _MARGIN)


def _margin(page: Page, y: float, height: float) -> Box:
    return page.span(1, _main(page) - 1, y, height)


def _text(page: Page, y: float, height: float, last: int = 12) -> Box:
    return page.span(_main(page), last, y, height)


def _lines(page: Page, y: float = _LINE) -> tuple[Decoration, ...]:
    """Return a thick line across the margin, and a hairline on from there."""
    return (
        DividingLine(_margin(page, y - 0.03, 0.06), page.colors.accent),
        DividingLine(_text(page, y - 0.006, 0.012), page.colors.quiet),
    )


def _cover(page: Page) -> Drawing:
    colors, size = page.colors, page.grid.sized(66)
    speaker = TextStyle(24, colors.text, bold=True)
    event = TextStyle(20, colors.quiet, space_before=3)
    foot = 5.75 if page.grid.is_wide else 5.4
    title, subtitle = _text(page, 0.95, foot - 2.6), _text(page, foot - 1.4, 1.0)
    return (
        (
            title_placeholder(title, _headline(page, size), "b", kind="ctrTitle"),
            text_placeholder(
                "subtitle",
                1,
                subtitle,
                TextStyle(28, colors.quiet, "heading"),
                kind="subTitle",
            ),
            text_placeholder(
                "body", 13, _text(page, foot + 0.25, 6.95 - foot - 0.25, 8), speaker, event
            ),
            date_placeholder(
                on_baseline(page.span(9, 12, foot + 0.25, 0.5), 24, 20),
                TextStyle(20, colors.quiet, align="r"),
            ),
        ),
        (
            *_lines(page),
            DividingLine(_text(page, foot, 0.012), colors.quiet),
            LogoBox(_margin(page, foot + 0.25, 0.9)),
        ),
    )


def _headline(page: Page, size: int) -> TextStyle:
    return heading_style(page, size)._replace(bold=False)


def _section(page: Page) -> Drawing:
    size = page.grid.sized(66)
    return (
        (
            title_placeholder(_text(page, 0.95, 3.25), _headline(page, size), "b"),
            text_placeholder(
                "progress",
                13,
                _margin(page, 0.95, 3.25),
                number_style(page, size)._replace(bold=False),
                anchor="b",
            ),
            text_placeholder(
                "subtitle", 1, _text(page, 4.3, 1.6), TextStyle(28, page.colors.quiet, "heading")
            ),
        ),
        _lines(page),
    )


def _kicker(page: Page, y: float) -> Placeholder:
    """Return the running title, in the margin."""
    style = TextStyle(page.sizes.kicker, page.colors.quiet)
    return text_placeholder("kicker", 15, _margin(page, y, 1.6), style)


def _questions(page: Page) -> Drawing:
    size = page.sizes.headline
    body = _text(page, 2.0, _BODY_END - 2.0)
    return (
        (
            title_placeholder(_text(page, _TITLE_TOP, 0.8), _headline(page, size)),
            _kicker(page, _TITLE_TOP + _small_baseline(page, size)),
            body_placeholder(body, *bullet_styles(page, numbered=True)),
            *footer_placeholders(page, page.grid.left(_main(page))),
        ),
        _lines(page),
    )


def _small_baseline(page: Page, size: int) -> float:
    """Return the inches by which the running title begins lower than a headline on its baseline."""
    return (size - page.sizes.kicker) * 0.95 / 72


def _question(page: Page) -> Drawing:
    size = page.sizes.headline
    number = number_style(page, size)._replace(bold=False)
    return (
        (
            title_placeholder(_text(page, _TITLE_TOP, 1.35), _headline(page, size)),
            text_placeholder("progress", 14, _margin(page, _TITLE_TOP, 0.75), number),
            _kicker(page, _TITLE_TOP + 0.85),
            body_placeholder(_text(page, _BODY_TOP, _BODY_END - _BODY_TOP), *_list(page)),
            *footer_placeholders(page, page.grid.left(_main(page))),
        ),
        (*_lines(page), _margin_logo(page)),
    )


def _list(page: Page) -> tuple[TextStyle, ...]:
    first, *deeper = bullet_styles(page)
    hanging = round(_DASH * EMU_PER_INCH)
    return first._replace(mark="dash", margin=hanging, indent=-hanging), *deeper


def _margin_logo(page: Page) -> LogoBox:
    return LogoBox(_margin(page, 6.4, 0.7), is_optional=True)


def _bullets(page: Page) -> Drawing:
    return _content(page, body_placeholder(_below(page), *_list(page)))


def _running_text(page: Page) -> Drawing:
    level = TextStyle(page.sizes.body, page.colors.text, line_spacing=120, space_before=12)
    body = text_placeholder("body", 1, _below(page, 11), *running_text_styles(level, _list(page)))
    return _content(page, body._replace(largest_size=28))


def _quote(page: Page) -> Drawing:
    quotation = TextStyle(page.grid.sized(48), page.colors.headline, "heading", line_spacing=108)
    author = TextStyle(24, page.colors.quiet)
    place = _text(page, 1.0, 4.3)
    return (
        (
            title_placeholder(place, quotation, "b")._replace(largest_size=page.grid.sized(80)),
            text_placeholder("by", 1, _text(page, 5.85, 0.9), author),
        ),
        (
            *_lines(page),
            DividingLine(page.span(_main(page), _main(page), 5.62, 0.03), page.colors.accent),
        ),
    )


def _closing(page: Page) -> Drawing:
    first = TextStyle(24, page.colors.text, line_spacing=115, space_before=6)
    return (
        (
            title_placeholder(
                _text(page, 0.95, 2.35, 8), _headline(page, page.grid.sized(66)), "b"
            ),
            text_placeholder(
                "body", 1, _text(page, 3.75, 2.9, 8), *running_text_styles(first, _list(page))
            ),
        ),
        (*_lines(page), LogoBox(_margin(page, 6.0, 0.9))),
    )


def _closing_boxes(page: Page) -> GraphicBoxes:
    """Return the box of a QR code, beside the text."""
    return (("second", page.span(9, 12, 1.2, 5.4)),)


def _columns(page: Page, count: int) -> Iterator[Placeholder]:
    roles: tuple[PlaceholderRole, ...] = ("body", "second", "third")
    left, gutter = page.grid.left(_main(page)), page.grid.gutter
    width = (page.grid.right(12) - left - (count - 1) * gutter) / count
    for idx, role in enumerate(roles[:count], 1):
        x = left + (idx - 1) * (width + gutter)
        place = body_placeholder(inches(x, _BODY_TOP, width, _BODY_END - _BODY_TOP), *_list(page))
        yield place._replace(role=role, idx=idx, name=f"Content {idx}")


def _bleed(page: Page) -> Drawing:
    """Return a picture from edge to edge, the headline on paper at its foot."""
    grid, inset = page.grid, 0.4
    left = grid.left(_main(page)) - inset
    foot = page.bleed(left, grid.height - 1.7, grid.right(12), grid.height)
    side, end = round(inset * EMU_PER_INCH), round(0.35 * EMU_PER_INCH)
    title = title_placeholder(foot, _headline(page, page.sizes.headline), "ctr")
    paper = title._replace(fill=page.colors.background, insets=Insets(side, end, side, end))
    return (full_picture(page), paper), ()


def _blank(page: Page) -> Drawing:
    return footer_placeholders(page, page.grid.left(_main(page))), _lines(page)


def _content(page: Page, *bodies: Placeholder) -> Drawing:
    """Return a page with the running title in the margin, headline, bodies and footer."""
    size = page.sizes.headline
    return (
        (
            title_placeholder(_text(page, _TITLE_TOP, 1.35), _headline(page, size)),
            _kicker(page, _TITLE_TOP + _small_baseline(page, size)),
            *bodies,
            *footer_placeholders(page, page.grid.left(_main(page))),
        ),
        (*_lines(page), _margin_logo(page)),
    )


def _below(page: Page, last: int = 12) -> Box:
    return _text(page, _BODY_TOP, _BODY_END - _BODY_TOP, last)


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
        recipe("Title only", "light", PAPER, DEEP, _content),
        recipe("Blank", "light", PAPER, DEEP, _blank),
    ),
)
