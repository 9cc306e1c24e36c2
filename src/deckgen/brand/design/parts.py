"""The placeholders that layouts of any style use: `parts.title`, `parts.body`, and so on."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from deckgen.brand.design.page import Page, emu, inches
from deckgen.deck.box import Box, Insets
from deckgen.deck.layout import (
    EMU_PER_INCH,
    EMU_PER_POINT,
    Anchor,
    Placeholder,
    PlaceholderType,
    TextStyle,
)
from deckgen.deck.slide import PlaceholderRole
from deckgen.fonts.text_width import BASELINE, LEAST_LINE_HEIGHT


def hung(levels: tuple[TextStyle, ...], wide: float) -> tuple[TextStyle, ...]:
    """Return the levels of a list: the first hangs by `wide` inches, the others move by as much."""
    first, *deeper = levels
    hanging = emu(wide)
    by = hanging - first.margin
    moved = [level._replace(margin=level.margin + by) for level in deeper]
    return (first._replace(margin=hanging, indent=-hanging), *moved)


def numbers_beside(page: Page) -> tuple[TextStyle, ...]:
    """Return the levels of a list with its numbers on the first column, its words on the others."""
    return hung(page.bullets(numbered=True), page.grid.left(2) - page.grid.left(1))


def footers(page: Page, left: float) -> tuple[Placeholder, ...]:
    """Return footer, date and slide number, on one line at the foot of the page."""
    style = TextStyle(page.sizes.footer, page.colors.quiet)
    right = page.grid.right(12)
    number, day, gap = 0.75, 2.6, 0.2
    date_left = right - number - gap - day
    boxes = (
        inches(left, 6.78, date_left - gap - left, 0.32),
        inches(date_left, 6.78, day, 0.32),
        inches(right - number, 6.78, number, 0.32),
    )
    return at_foot(boxes, style, style)


def at_foot(
    boxes: Iterable[Box], style: TextStyle, of_number: TextStyle
) -> tuple[Placeholder, ...]:
    """Return footer, date and slide number in three boxes; the last two end at the right."""
    footer, day, number = boxes
    of_day, of_number = style._replace(align="r"), of_number._replace(align="r")
    return (
        Placeholder("footer", "ftr", 11, "Footer", footer, (style,), "ctr"),
        Placeholder("day", "dt", 10, "Date", day, (of_day,), "ctr"),
        Placeholder("number", "sldNum", 12, "Slide Number", number, (of_number,), "ctr"),
    )


def body(box: Box, *levels: TextStyle) -> Placeholder:
    """Return the placeholder of lists and graphics; few words may be as large as a statement."""
    return Placeholder("body", "obj", 1, "Content", box, levels, largest_size=44, largest_few=72)


def title(
    box: Box, style: TextStyle, anchor: Anchor = "t", kind: PlaceholderType = "title"
) -> Placeholder:
    """Return the placeholder of the title."""
    return Placeholder("title", kind, None, "Title", box, (style,), anchor)


def of_more_lines(headline: Placeholder, least: int, *heights: float) -> Placeholder:
    """Return a headline that may have `heights`, in inches, before it is below `least` points."""
    higher = tuple(headline.box._replace(cy=emu(height)) for height in heights)
    return headline._replace(minimum_size=least, larger_boxes=higher)


BELOW_KICKER = round(0.05 * EMU_PER_INCH)
"""EMU of space between a kicker and the headline below it."""


def kicker(page: Page, left: float, wide: float) -> Placeholder:
    """Return the placeholder of the small line above the title; lengths in inches."""
    style = TextStyle(page.sizes.kicker, page.colors.quiet, bold=True)
    return above_headline(inches(left, 0.55, wide, 0.36), style)


LEAST_KICKER, LEAST_SPEAKER = 14, 16
"""Least points of a long kicker; and of a long speaker, event or contact."""


def above_headline(box: Box, style: TextStyle) -> Placeholder:
    """Return the placeholder of the kicker, with a little space between it and the headline.

    A long kicker may be as small as `LEAST_KICKER`.
    """
    line = text("kicker", 13, box, style, anchor="b")
    return line._replace(insets=Insets(0, 0, 0, BELOW_KICKER), minimum_size=LEAST_KICKER)


def text(
    role: PlaceholderRole,
    idx: int,
    box: Box,
    *levels: TextStyle,
    kind: PlaceholderType = "body",
    anchor: Anchor = "t",
) -> Placeholder:
    """Return a placeholder of text, named after its role."""
    return Placeholder(role, kind, idx, role.capitalize(), box, levels, anchor)


def running_text(
    page: Page,
    box: Box,
    bullets: tuple[TextStyle, ...],
    largest: int,
    line_spacing: int = 115,
    space_before: int = 12,
) -> Placeholder:
    """Return the placeholder of running text, which may grow to `largest` points, and lists in it.

    `line_spacing` is per cent of a line's height, `space_before` a paragraph is in points.
    """
    style = TextStyle(
        page.sizes.body, page.colors.text, line_spacing=line_spacing, space_before=space_before
    )
    return _with_lists(box, style, bullets)._replace(largest_size=largest)


def _with_lists(box: Box, style: TextStyle, bullets: tuple[TextStyle, ...]) -> Placeholder:
    """Return the placeholder of text in a style, and of lists that begin in the same size."""
    first, *deeper = bullets
    levels = (style, first._replace(size=style.size), *deeper[:3])
    return text("body", 1, box, *levels)


def contact(
    page: Page, box: Box, size: int, bullets: tuple[TextStyle, ...], line_spacing: int = 110
) -> Placeholder:
    """Return the placeholder of a contact; a long one may be as small as `LEAST_SPEAKER`."""
    style = TextStyle(size, page.colors.text, line_spacing=line_spacing, space_before=6)
    return _with_lists(box, style, bullets)._replace(minimum_size=LEAST_SPEAKER)


def author(page: Page, box: Box) -> Placeholder:
    """Return the placeholder of who said a quotation, in the accent of the page."""
    return text("by", 1, box, TextStyle(24, page.colors.accent))


def cover_subtitle(box: Box, style: TextStyle, anchor: Anchor = "t") -> Placeholder:
    """Return the placeholder of a cover's subtitle."""
    return text("subtitle", 1, box, style, kind="subTitle", anchor=anchor)


def picture(page: Page, box: Box) -> Placeholder:
    """Return the place of a picture in a layout for one, beside texts."""
    return Placeholder("picture", "pic", 21, "Picture", box, (TextStyle(18, page.colors.text),))


def full_picture(page: Page) -> Placeholder:
    """Return the placeholder of a picture from edge to edge."""
    box = page.bleed(0, 0, page.grid.width, page.grid.height)
    return Placeholder("body", "pic", 1, "Picture", box, (TextStyle(18, page.colors.text),))


def on_area(page: Page, headline: Placeholder, *sides: float) -> Placeholder:
    """Return a headline on an area of the page's background.

    `sides` are the inches from its text to the left, top, right and bottom of that area.
    """
    insets = Insets(*(round(side * EMU_PER_INCH) for side in sides))
    return headline._replace(fill=page.colors.background, insets=insets)


def date(box: Box, style: TextStyle) -> Placeholder:
    """Return the placeholder of a cover's date."""
    return Placeholder("date", "dt", 10, "Date", box, (style,))


class BodyArea(NamedTuple):
    """Where the bodies of a style stand, in inches from the top of the page."""

    top: float
    end: float

    def box(self, page: Page, first: int = 1, last: int = 12) -> Box:
        """Return the box from one column to another."""
        return page.span(first, last, self.top, self.end - self.top)

    def text_box(self, page: Page) -> Box:
        """Return the box of lists and running text, whose lines on a wide page end earlier."""
        return self.box(page, last=11 if page.grid.is_wide else 12)

    def graphic_boxes(self, page: Page) -> tuple[tuple[PlaceholderRole, Box], ...]:
        """Return the box of graphics, wider than that of text, whose lines must not be long."""
        return (("body", self.box(page)),)

    def columns_of(
        self, levels: Callable[[Page], tuple[TextStyle, ...]]
    ) -> Callable[[Page, int], Iterator[Placeholder]]:
        """Return a function from page and count to so many contents, from the first column on."""
        return lambda page, count: self.contents(page, count, levels(page))

    def contents(
        self, page: Page, count: int, levels: tuple[TextStyle, ...], first: int = 1
    ) -> Iterator[Placeholder]:
        """Yield the placeholders of two or three contents, of one width, from a column on."""
        roles: tuple[PlaceholderRole, ...] = ("body", "second", "third")
        left, step = page.grid.left(first), page.grid.across(first, 12) + page.grid.gutter
        for at, role in enumerate(roles[:count]):
            width = step / count - page.grid.gutter
            box = inches(left + at * step / count, self.top, width, self.end - self.top)
            place = body(box, *levels)
            yield place._replace(role=role, idx=at + 1, name=f"Content {at + 1}")


def title_on_ground(box: Box, style: TextStyle, anchor: Anchor = "t") -> Placeholder:
    """Return a title on an area of another colour; links in it have the colour of its text."""
    return title(box, style, anchor)._replace(link_color=style.color)


def footer_on_columns(
    page: Page, footer: tuple[int, int] = (1, 5), day: tuple[int, int] = (6, 9)
) -> tuple[Placeholder, ...]:
    """Return footer and date on columns of the grid, and a bold slide number on the last one."""
    style = TextStyle(page.sizes.footer, page.colors.quiet)
    boxes = [page.span(*columns, 6.78, 0.32) for columns in (footer, day, (12, 12))]
    return at_foot(boxes, style, style._replace(bold=True))


_NUMBER_WIDTH = 2.2
"""Em of the number of a question at the right of its headline: three digits, with a gap."""
_HALF, _IN_HALF = 6 * EMU_PER_INCH, 32
"""A headline in less than this width has at most so many points beside a number."""


def number_at_right(page: Page, headline: Placeholder) -> tuple[Placeholder, Placeholder]:
    """Return a headline that ends before the number of a question, and that number beside it.

    Both have one size and one baseline, and together the width that the headline had. On half of a
    page they are smaller. The number has the accent of the page.
    """
    (style,), (_, y, cx, cy) = headline.level_styles, headline.box
    if cx < _HALF:
        style = style._replace(size=min(style.size, _IN_HALF))
    number = round(_NUMBER_WIDTH * style.size * EMU_PER_POINT)
    place = Box(headline.box.x + cx - number, y, number, cy)
    colored = style._replace(color=page.colors.accent, align="r")
    return (
        headline._replace(box=headline.box._replace(cx=cx - number), level_styles=(style,)),
        text("progress", 14, place, colored, anchor=headline.anchor),
    )


def on_baseline(box: Box, size: int, other: int, anchor: Anchor = "t") -> Box:
    """Return the box in which text of size `other` has the baseline of text of `size` in `box`.

    It is the baseline of the first line, or of the last with the anchor “b”. Sizes are in points.
    """
    if anchor == "b":
        return box._replace(
            cy=box.cy + round((other - size) * (LEAST_LINE_HEIGHT - BASELINE) * EMU_PER_POINT)
        )
    shift = round((other - size) * BASELINE * EMU_PER_POINT)
    return box.from_top(box.y - shift)
