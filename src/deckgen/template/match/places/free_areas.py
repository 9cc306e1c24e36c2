"""Boxes for contents that a layout has no placeholder for, or too small a placeholder."""

from collections.abc import Container, Mapping, Sequence

from deckgen.brand.contrast import LIGHT_LUMINANCE, luminance
from deckgen.deck.box import Box, box_around
from deckgen.deck.layout import FilledArea, Layout, Placeholder
from deckgen.deck.slide import COLUMNS, PAGES, PlaceholderRole
from deckgen.template.match.choosing.layout_match import TemplateRole
from deckgen.template.match.choosing.placeholder_roles import LayoutContents, PlaceholderMap
from deckgen.template.match.places.clear_box import crosses
from deckgen.template.match.places.surroundings import Surroundings
from deckgen.template.match.stated_levels import as_list, with_alignment
from deckgen.template.template import DrawnShape

KICKER_ROLES: frozenset[TemplateRole] = PAGES | {"bleed"}
"""The roles whose slides may have a kicker."""
_LEAST_BODY = 0.1
"""Share of the slide's area below which a body holds one line only."""
_LOW_BODY = 0.25
"""Share of the slide's area below which a subtitle in the lower half holds no list."""
_MARGIN = 0.07
"""Share of the slide's width on the left and on the right of a body of our own."""
_GAP = 0.04
"""Share of the width of all columns between two of them."""
_COLUMNS: Mapping[TemplateRole, tuple[PlaceholderRole, ...]] = {
    "two-contents": COLUMNS[:2],
    "three-contents": COLUMNS,
}
_SINGLE: tuple[PlaceholderRole, ...] = ("body", "subtitle")
_ABOUT = 0.1
"""Share of a column's height by which its neighbours may differ from it."""
_NARROW = 0.6
"""A text narrower than this share of the width below its headline was not made for all of it."""
_LEAST_LEFT = 0.7
"""Share of its height that a text below a lowered headline keeps at least."""
_LEAST_PICTURE = 0.4
"""Share of the slide's height that a picture below the title has at least."""
_AT_EDGE, _TEXT_MARGIN = 0.01, 0.05
"""Shares of the page's width: text closer to its edge is set with that margin."""


def with_large_body(
    role: TemplateRole, placeholders: PlaceholderMap, width: int, height: int
) -> PlaceholderMap:
    """Return the placeholders of a list or a quotation; a body of one line gets the page below it.

    Such a line may stand on the bottom of its box, close to a title below it, or at the right. A
    list that has the page begins at the top left, and has marks. A low title is moved above a list,
    and above a full picture, which would cover it. `width` and `height` are the slide's, in EMU.
    """
    body, title = placeholders.get("body"), placeholders.get("title")
    if role == "bleed" and title and title.box.bottom > height * (1 - _LEAST_PICTURE):
        return placeholders | {"title": _at_top(title, width, height)}
    if body is None or role not in PAGES | {"quote"}:
        return placeholders
    is_low = body.type == "subTitle" and body.box.y >= height // 2
    if body.box.area >= (_LOW_BODY if is_low else _LEAST_BODY) * width * height:
        return placeholders
    left = round(width * _MARGIN)
    wide = width - 2 * left
    moved: PlaceholderMap = {}
    if title is not None:
        moved["title"] = _at_top(title, width, height)
    box = Box(left, round(height * 0.25), wide, round(height * 0.62))
    moved["body"] = as_list(body).in_box(box).anchored("t")
    return placeholders | moved


def _at_top(title: Placeholder, width: int, height: int) -> Placeholder:
    left = round(width * _MARGIN)
    box = Box(left, round(height * 0.06), width - 2 * left, round(height * 0.16))
    title = title if title.level_styles[0].rtl else with_alignment(title, "l")
    return title.in_box(box)


def with_joined_columns(
    role: TemplateRole, placeholders: PlaceholderMap, contents: LayoutContents
) -> PlaceholderMap:
    """Return the placeholders; a single text has the width of all columns of its layout.

    The others stay empty: a chart, a table or a list beside an empty column looks forgotten. So
    does a list beside the place of a chart; those on slides take what they need of the whole.
    """
    content = next((each for each in _SINGLE if each in placeholders), None)
    if content is None or "second" in placeholders or role in _COLUMNS:
        return placeholders
    main = placeholders[content]
    others = (*contents.bodies, *(contents.graphics if role in PAGES else ()))
    row = [main.box, *(other.box for other in others if _same_rows(other.box, main.box))]
    across = box_around(row)
    if across.cx <= main.box.cx:
        return placeholders
    box = main.box._replace(x=across.x, cx=across.cx)
    return {**placeholders, content: main.in_box(box)}


def with_lowered_title(placeholders: PlaceholderMap, drawn: Sequence[DrawnShape]) -> PlaceholderMap:
    """Return the placeholders; a headline across a band at the top of a picture stands below it.

    The picture fills the page. Its designer may not have seen that a line of a headline meets the
    band. Texts below begin lower, if most of their height stays.
    """
    title = placeholders.get("title")
    if title is None or title.vertical:
        return placeholders
    top = title.inner_box.y
    ends = (
        shape.box.bottom
        for shape in drawn
        if shape.paper and shape.box.y <= top and crosses(shape, title.box, title.insets)
    )
    by = max(ends, default=top) - top
    if not 0 < by <= title.box.cy:
        return placeholders
    lower = title.in_box(title.box._replace(y=title.box.y + by))
    moved: PlaceholderMap = {**placeholders, "title": lower}
    for role, text in placeholders.items():
        if title.box.bottom <= text.box.y < lower.box.bottom:
            moved[role] = text.in_box(text.box.from_top(lower.box.bottom))
            if moved[role].box.cy < text.box.cy * _LEAST_LEFT:
                return placeholders
    return moved


def with_wide_title(placeholders: PlaceholderMap, around: Surroundings) -> PlaceholderMap:
    """Return the placeholders of a list; a headline much narrower than the list is wider.

    It reaches to what stands beside it on its ground, at most as far as the list.
    """
    body, title = placeholders.get("body"), placeholders.get("title")
    if body is None or title is None or title.idx in around.layout.fills:
        return placeholders
    own, style = title.box, title.level_styles[0]
    wide = own._replace(cx=body.box.right - own.x)
    is_narrow = own.cx <= wide.cx * _NARROW and own.bottom <= body.box.y
    if not is_narrow or style.align != "l" or style.rtl:
        return placeholders
    beside = wide._replace(x=own.right, cx=wide.right - own.right)
    places = [each.box for each in around.layout.layout.placeholders if each.box != own]
    drawn = [shape.box for shape in around.drawn]
    ends = [box.right for box in drawn if box.contains(own)]
    ends += [box.x for box in (*places, *drawn) if box.overlaps(beside) and not box.contains(own)]
    cx = min(wide.right, *ends) - own.x if ends else wide.cx
    if cx <= own.cx:
        return placeholders
    return {**placeholders, "title": title._replace(box=own._replace(cx=cx), overrides_box=True)}


def _same_rows(box: Box, other: Box) -> bool:
    """Return whether two boxes begin and end at about one height."""
    most = other.cy * _ABOUT
    return abs(box.y - other.y) <= most and abs(box.bottom - other.bottom) <= most


def with_columns(role: TemplateRole, placeholders: PlaceholderMap) -> PlaceholderMap:
    """Return the placeholders with every column of the role, in the area of those that exist.

    Columns that the layout lacks are text boxes in the style of the first column.
    """
    roles = _COLUMNS.get(role, ())
    existing = [placeholders[role] for role in roles if role in placeholders]
    if not existing or len(existing) == len(roles):
        return placeholders
    first = existing[0]
    across = box_around([each.box for each in existing])
    gap = round(across.cx * _GAP)
    wide = (across.cx - gap * (len(roles) - 1)) // len(roles)
    columns: PlaceholderMap = {}
    for at, name in enumerate(roles):
        column = placeholders.get(name)
        if column is None:
            column = first._replace(idx=None, name=f"Column {at + 1}", is_text_box=True)
        box = first.box._replace(x=across.x + at * (wide + gap), cx=wide)
        columns[name] = column.in_box(box)
    return placeholders | columns


def is_divided(
    placeholders: Mapping[PlaceholderRole, Placeholder], drawn: Sequence[DrawnShape]
) -> bool:
    """Return whether something is drawn between two columns, and on neither of them."""
    first, second = (placeholders[role].box for role in COLUMNS[:2])
    between = first._replace(x=first.right, cx=second.x - first.right)
    return any(
        first.x < shape.box.x and shape.box.right < second.right and shape.box.overlaps(between)
        for shape in drawn
    )


def text_areas(
    role: TemplateRole, placeholders: Mapping[PlaceholderRole, Placeholder]
) -> tuple[tuple[PlaceholderRole, Box], ...]:
    """Return the boxes of graphics in the places of texts: where text begins and ends, they do."""
    if role not in PAGES:
        return ()
    columns = [(column, placeholders[column]) for column in COLUMNS if column in placeholders]
    return tuple((column, text.text_box) for column, text in columns)


def graphic_areas(
    role: TemplateRole, placeholders: PlaceholderMap, width: int, height: int
) -> tuple[tuple[PlaceholderRole, Box], ...]:
    """Return the boxes of graphics for which a layout has no placeholder.

    A full picture reaches from edge to edge below the title. On a layout without a body, graphics
    take the page below the title. `width` and `height` are those of the slide, in EMU.
    """
    title = placeholders.get("title")
    top = title.box.bottom if title else 0
    if top > height * (1 - _LEAST_PICTURE):
        top = round(height * 0.25)
    if role == "bleed":
        return (("body", Box(0, top, width, height - top)),)
    if role in PAGES - {"questions"} and "body" not in placeholders:
        left = round(width * _MARGIN)
        return (("body", Box(left, top, width - 2 * left, round(height * 0.9) - top)),)
    return ()


def beginning_like(lists: Layout, layout: Layout, colors: Mapping[str, str]) -> Layout:
    """Return a layout with a headline alone, its graphics no higher than the texts of lists.

    They reach as far to both sides as those, at least. What a template draws around its headline
    may reach further down than the headline; where nobody knows what lies below, dark text of lists
    says that it is light. `colors` are those of the theme.
    """
    text = lists.placeholder("body")
    if text is None or layout.placeholder("body"):
        return layout
    like, own = lists.graphic_box("body"), layout.graphic_box("body")
    across, top = box_around([like, own]), max(like.y, own.y)
    box = Box(across.x, top, across.cx, max(own.bottom, like.bottom) - top)
    color, ground = text.level_styles[0].color, text.background
    if ground is None and luminance(colors.get(color, color)) < LIGHT_LUMINANCE:
        ground = colors["lt1"]
    areas = (FilledArea(box, ground), *layout.filled_areas) if ground else layout.filled_areas
    others = [each for each in layout.graphic_boxes if each[0] != "body"]
    return layout._replace(filled_areas=areas, graphic_boxes=(("body", box), *others))


def with_margins(
    placeholders: PlaceholderMap, width: int, fills: Container[int | None]
) -> PlaceholderMap:
    """Return the placeholders of a page of a width; text that meets its edge has a margin there.

    Designers see a few centred words there, which do not reach the ends of their box. Placeholders
    whose idx is in `fills` are bars, and stay.
    """
    return {
        role: place if place.idx in fills or place.vertical else _with_margin(place, width)
        for role, place in placeholders.items()
    }


def _with_margin(place: Placeholder, width: int) -> Placeholder:
    text, edge, margin = place.inner_box, round(width * _AT_EDGE), round(width * _TEXT_MARGIN)
    left = margin - text.x if text.x < edge else 0
    right = text.right - (width - margin) if text.right > width - edge else 0
    if not (left or right):
        return place
    box = place.box._replace(x=place.box.x + left, cx=place.box.cx - left - right)
    return place.in_box(box)
