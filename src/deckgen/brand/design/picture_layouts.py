"""Layouts with a picture, made from a style's layouts without one.

The texts keep their style and stand closer, the picture has the rest of the page. So every style
shows pictures in its own way, and none has to draw a layout for them. It may: a `Recipe` for one of
the `PictureRole` comes before the one made here.
"""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from deckgen.brand.design import parts
from deckgen.brand.design.layout_design import Decoration, DividingLine, LogoBox, Rectangle
from deckgen.brand.design.page import Page, inches
from deckgen.deck.box import Box, Insets
from deckgen.deck.layout import EMU_PER_INCH, EMU_PER_POINT, FOOT, Placeholder
from deckgen.deck.slide import PictureRole, PlaceholderRole, Tone

_Drawing: TypeAlias = tuple[tuple[Placeholder, ...], tuple[Decoration, ...]]

_NUMBER = round(0.95 * EMU_PER_INCH)
"""EMU of the slide number at the right of a footer, with the space between them."""
_HEADLINE = 0.55
"""Share of the height of a picture for the headline beside it; a caption stands below it."""
_THIRD_LINE = round(0.45 * EMU_PER_INCH)
"""EMU of a line more for the headline in a narrow column."""
_NARROW = 30
"""Points of the headline at most, beside a number in a column of 4:3."""
_THREE_LINES = 3 * 1.25 * EMU_PER_POINT
"""EMU of three lines of a headline there, for each point."""
_KICKER_LINE = 1.45 * EMU_PER_POINT
"""EMU of a kicker's line with the space below it, for each point."""
_MARK = EMU_PER_INCH
"""EMU below which what is drawn is a mark, whose width says nothing of the columns."""
_BELOW_TITLE = 0.55
"""Inches below a headline on a scrim."""
_LEAST_SCRIM = 70
"""Per cent of opacity below which a scrim is hardly one."""
_ONE_LINE = round(0.45 * EMU_PER_INCH)
"""EMU of height for a date."""
_LINES = round(1.4 * EMU_PER_INCH)
"""EMU of height for who speaks and where."""
_TWO_LINES = round(0.95 * EMU_PER_INCH)
"""EMU of height for the same near the foot of the page."""
_FOOT = round(0.2 * EMU_PER_INCH)
"""EMU below a date, at least."""
_DATE, _NAMES = round(2.5 * EMU_PER_INCH), round(3.5 * EMU_PER_INCH)
"""EMU for the words of a date, and for who speaks and where beside it."""


class PictureLayout(NamedTuple):
    """A layout with a picture: what it is for, and how it is made from one without."""

    role: PictureRole
    name: str
    """With “{}” for the name of the layout without a picture."""
    change: Callable[[_Drawing, Page], _Drawing]
    tone: Tone | None = None
    """The tone in which it is listed first, if not that of the layout without a picture."""


def right_of_text(drawing: _Drawing, page: Page) -> _Drawing:
    """Return a page of few words, with a picture to three edges on its last four columns."""
    left = page.grid.left(9)
    picture = inches(left, 0, page.grid.width - left, page.grid.height)
    return _beside(_squeezed(drawing, _columns(page, 1, 8, 0.3)), picture, page)


def left_of_text(drawing: _Drawing, page: Page) -> _Drawing:
    """Return a page of few words, with a picture to three edges on its first four columns."""
    picture = inches(0, 0, page.grid.right(4), page.grid.height)
    return _beside(_squeezed(drawing, _columns(page, 5, 12, 0.35)), picture, page)


def half_beside(drawing: _Drawing, page: Page, first: int = 1, last: int = 6) -> _Drawing:
    """Return a page with headline and text on some columns, beside them a picture to the edges."""
    grid, left = page.grid, page.grid.left(last + 1)
    column = inches(grid.left(first), 0, grid.across(first, last) - 0.3, grid.height)
    picture = inches(left, 0, grid.width - left, grid.height)
    headline, body = _of(drawing, "title"), _of(drawing, "body")
    title, size = headline.box, headline.level_styles[0].size
    more = max(_THIRD_LINE, round(size * _THREE_LINES) - title.cy)
    heads = _heads(drawing, column, title.bottom + more)
    lower = Box(column.x, body.box.y + more, column.cx, body.box.cy - more)
    foot = (_within(footer, column) for footer in _foot(drawing) if footer.role != "day")
    drawn = tuple(each for each in drawing[1] if not isinstance(each, LogoBox))
    return _beside(((*heads, body._replace(box=lower), *foot), drawn), picture, page)


def question_beside(drawing: _Drawing, page: Page) -> _Drawing:
    """Return a half picture with the number of a question at the right of the headline.

    On a narrow page the headline is smaller, for the number takes a fourth of its column.
    """
    (title, *others), drawn = half_beside(drawing, page)
    if not page.grid.is_wide:
        (style,) = title.level_styles
        title = title._replace(level_styles=(style._replace(size=min(style.size, _NARROW)),))
    return (*parts.number_at_right(page, title), *others), drawn


def _heads(drawing: _Drawing, column: Box, bottom: int) -> tuple[Placeholder, Placeholder]:
    """Return the headline in a column, down to a height in EMU, and the kicker above it."""
    title, kicker = _of(drawing, "title"), _of(drawing, "kicker")
    top = min(title.box.y, kicker.box.y)
    line = round(kicker.level_styles[0].size * _KICKER_LINE)
    below = max(title.box.y, top + line)
    return (
        _only_in(title, Box(column.x, below, column.cx, bottom - below))._replace(anchor="t"),
        kicker._replace(
            box=Box(column.x, top, column.cx, line),
            anchor="b",
            insets=Insets(0, 0, 0, parts.BELOW_KICKER),
        ),
    )


def _only_in(title: Placeholder, box: Box) -> Placeholder:
    """Return a headline in a box beside or on a picture, without larger boxes."""
    return title._replace(box=box, larger_boxes=(), minimum_size=0)


def _foot(drawing: _Drawing) -> tuple[Placeholder, ...]:
    return tuple(placeholder for placeholder in drawing[0] if placeholder.role in FOOT)


def beside_title(drawing: _Drawing, page: Page, first: int = 1, apart: float = 0) -> _Drawing:
    """Return a page with the headline on four columns, beside it a place for whole pictures.

    The place of pictures begins `apart` inches to the right of its first column.
    """
    body, grid = _of(drawing, "body").box, page.grid
    top = min(_of(drawing, "title").box.y, _of(drawing, "kicker").box.y)
    place = inches(grid.left(first + 4) + apart, 0, grid.across(first + 4, 12) - apart, 0)
    place = place._replace(y=top, cy=body.bottom - top)
    column = inches(grid.left(first), 0, grid.across(first, first + 3) - 0.15, grid.height)
    heads = _heads(drawing, column, top + round(place.cy * _HEADLINE))
    placeholders = (*heads, parts.picture(page, place), *_foot(drawing))
    return placeholders, _seen(drawing[1], place)


def _scrim(drawing: _Drawing, page: Page) -> _Drawing:
    """Return a picture from edge to edge, its headline on a scrim at its foot."""
    grid, title = page.grid, _of(drawing, "title")
    sides = (grid.left(1), 0, grid.width - grid.right(9), _BELOW_TITLE)
    levels = (style._replace(color=page.colors.headline) for style in title.level_styles)
    scrim = _only_in(title, inches(0, grid.height / 2, grid.width, grid.height / 2))._replace(
        insets=Insets(*(round(side * EMU_PER_INCH) for side in sides)),
        anchor="b",
        level_styles=tuple(levels),
        link_color="",
        fill=page.colors.background,
        scrim=_LEAST_SCRIM,
    )
    return (_of(drawing, "body")._replace(role="picture"), scrim), ()


PICTURE_LAYOUTS = (
    PictureLayout("cover-picture", "{} with picture", right_of_text),
    PictureLayout("section-picture", "{} with picture", right_of_text),
    PictureLayout("quote-picture", "{} with picture", left_of_text),
    PictureLayout("closing-picture", "{} with picture", right_of_text),
    PictureLayout("whole-picture", "Picture beside title", beside_title),
    PictureLayout("half-picture", "Half picture", half_beside),
    PictureLayout("question-half", "Question beside picture", question_beside),
    PictureLayout("scrim", "{} with scrim", _scrim, "dark"),
)


def _beside(drawing: _Drawing, picture: Box, page: Page) -> _Drawing:
    """Return a drawing with a picture, without the decorations that the picture hides.

    The placeholder has the fill of the page, which captions on the picture have, too.
    """
    ground = parts.picture(page, picture)._replace(fill=page.colors.background)
    return (*drawing[0], ground), _seen(drawing[1], picture)


def _squeezed(drawing: _Drawing, column: Box) -> _Drawing:
    """Return a drawing whose texts together are no wider than a column, in the same order.

    What is drawn around them moves with them, also in the margin before them; what reaches the
    edges of the page stays there.
    """
    boxes = [placeholder.box for placeholder in drawing[0]]
    left = min(box.x for box in (*boxes, *(drawn.box for drawn in drawing[1])) if box.x > 0)
    right = max(box.right for box in boxes)
    share = min(column.cx / (right - left), 1.0)

    def moved(x: int) -> int:
        return column.x + round((x - left) * share) if left <= x <= right else x

    placeholders = tuple(
        placeholder._replace(box=_between(placeholder.box, moved)) for placeholder in drawing[0]
    )
    decorations = tuple(
        decoration._replace(box=_between(decoration.box, moved)) for decoration in drawing[1]
    )
    texts = _with_wide_date(placeholders, column)
    # A line or logo that a text now crosses is left out.
    free = (
        each
        for each in decorations
        if not isinstance(each, DividingLine | LogoBox)
        or not any(text.box.overlaps(each.box) for text in texts)
    )
    return texts, tuple(free)


def _between(box: Box, moved: Callable[[int], int]) -> Box:
    """Return a box with both sides moved, but a short mark with its width unchanged."""
    x = moved(box.x)
    return box._replace(x=x, cx=box.cx if box.cx < _MARK else moved(box.right) - x)


def _columns(page: Page, first: int, last: int, gap: float) -> Box:
    """Return the box of some columns, less a gap in inches on the side of the other half."""
    left, width = page.grid.left(first), page.grid.across(first, last) - gap
    return inches(left + gap if first > 1 else left, 0, width, page.grid.height)


def _within(footer: Placeholder, column: Box) -> Placeholder:
    """Return a footer or a slide number at the foot of a column."""
    box, right = footer.box, column.right
    if footer.role == "number":
        return footer._replace(box=box._replace(x=right - box.cx))
    return footer._replace(box=box._replace(x=column.x, cx=min(box.cx, column.cx - _NUMBER)))


def _seen(decorations: tuple[Decoration, ...], picture: Box) -> tuple[Decoration, ...]:
    """Return the decorations that stay with a picture; areas stay unless it hides their middle."""
    return tuple(
        decoration
        for decoration in decorations
        if not (
            picture.holds_middle_of(decoration.box)
            if isinstance(decoration, Rectangle)
            else picture.overlaps(decoration.box)
        )
    )


def _of(drawing: _Drawing, role: PlaceholderRole) -> Placeholder:
    return next(placeholder for placeholder in drawing[0] if placeholder.role == role)


def _with_wide_date(placeholders: tuple[Placeholder, ...], column: Box) -> tuple[Placeholder, ...]:
    """Return placeholders with a date wide enough for its words; texts beside it give the room."""
    date = next((text for text in placeholders if text.role == "date"), None)
    more = _DATE - date.box.cx if date else 0
    if date is None or more <= 0:
        return placeholders
    beside = [
        text for text in placeholders if text is not date and text.box.shared_height(date.box) > 0
    ]
    if any(text.box.cx - more < _NAMES for text in beside):
        left = max(min([text.box.x for text in beside], default=column.x), column.x)
        column = column._replace(x=left, cx=column.right - left)
        parted = tuple(_apart(text, date, column) for text in placeholders)
        top = next(text.box.y for text in parted if text.role == "date")
        return tuple(_ending_above(text, top) for text in parted)
    is_right = any(text.box.x < date.box.x for text in beside)
    left, right = (more, 0) if is_right else (0, more)
    changed = {
        text.role: text._replace(box=text.box._replace(x=text.box.x + right, cx=text.box.cx - more))
        for text in beside
    }
    changed["date"] = date._replace(box=date.box._replace(x=date.box.x - left, cx=_DATE))
    return tuple(changed.get(text.role, text) for text in placeholders)


def _apart(text: Placeholder, date: Placeholder, column: Box) -> Placeholder:
    """Return a text: a date below the text that stood beside it, or that text, which is wider now.

    Both move up where the date would otherwise reach the foot of the page.
    """
    if text.box.shared_height(date.box) <= 0:
        return text
    left = max(text.box.x, column.x) if text is not date else column.x
    below = _TWO_LINES if date.box.y > column.cy // 2 else _LINES
    height = min(date.box.cy, _ONE_LINE)
    up = max(date.box.y + below + height + _FOOT - column.y - column.cy, 0)
    box = text.box._replace(x=left, y=text.box.y - up, cx=column.right - left)
    if text is date:
        box = box._replace(y=box.y + below, cy=height)
    else:
        box = box._replace(cy=min(box.cy, _LINES))
    style = text.level_styles[0]._replace(align="l")
    return text._replace(box=box, level_styles=(style, *text.level_styles[1:]))


def _ending_above(text: Placeholder, y: int) -> Placeholder:
    """Return a text that begins above a height in EMU and ends there at the latest."""
    box = text.box
    return text._replace(box=box._replace(cy=min(box.cy, y - box.y))) if box.y < y else text
