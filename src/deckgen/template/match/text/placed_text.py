"""The text of a layout as slides have it: with the boxes that it may have, and in seen colours."""

from collections.abc import Mapping, Sequence
from functools import partial
from types import MappingProxyType

from deckgen.brand.contrast import contrast_ratio
from deckgen.deck.box import Box
from deckgen.deck.layout import EMU_PER_POINT, SHARE_ABOVE, FooterRole, Layout, Placeholder
from deckgen.deck.slide import COLUMNS, PAGES, PlaceholderRole
from deckgen.template.match.choosing.layout_match import TemplateRole
from deckgen.template.match.choosing.placeholder_roles import PlaceholderMap
from deckgen.template.match.places.clear_box import free_left, larger_boxes, whole_line
from deckgen.template.match.places.surroundings import Surroundings
from deckgen.template.match.text.readable_color import (
    with_readable_links,
    with_visible_color,
    without_hiding_fills,
)
from deckgen.template.match.text.text_sizes import LED
from deckgen.template.resolve.drawn_shapes import grown_box

_ROLES: Mapping[str, FooterRole] = MappingProxyType(
    {"dt": "day", "ftr": "footer", "sldNum": "number"}
)
_TWO_LINES = 2 * 1.2
"""The height of two lines in times their size."""
_LEAST = 8
"""Points: footers need not be read from the last row."""
_OWN_LEVEL = "<a:lvl1pPr><a:defRPr/></a:lvl1pPr>"
"""Says nothing: docs/facts/libreoffice.md tells how a footer without it looks."""


def with_leading_lines(
    role: TemplateRole, placeholders: PlaceholderMap, around: Surroundings
) -> PlaceholderMap:
    """Return the placeholders; a headline has room for two lines that are larger than its list.

    Its box grows only where nothing stands, as its text is anchored. One with a fill is a bar.
    """
    title, body = placeholders.get("title"), placeholders.get("body")
    if role not in PAGES or title is None or body is None or title.vertical:
        return placeholders
    if title.idx in around.layout.fills:
        return placeholders
    own = title.level_styles[0]
    size = min(own.size, body.level_styles[0].size / LED)
    lines = _TWO_LINES * size * max(own.line_spacing / 100, 1) * EMU_PER_POINT
    lack = round(lines) + title.insets.top + title.insets.bottom - title.box.cy
    boxes = [each.box for each in placeholders.values()]
    free = grown_box(title.box, boxes, around.drawn, around.slide_height)
    if lack <= 0 or free is None:
        return placeholders
    cy = min(title.box.cy + lack, free.cy)
    y = title.box.y - round((cy - title.box.cy) * SHARE_ABOVE[title.anchor])
    y = min(max(y, free.y), free.bottom - cy)
    return {**placeholders, "title": title.in_box(title.box._replace(y=y, cy=cy))}


def placed_text(
    role: PlaceholderRole,
    placeholder: Placeholder,
    boxes: Sequence[Box],
    around: Surroundings,
    minimum_size: int,
    *,
    goes_on: bool,
) -> Placeholder:
    """Return a placeholder for a content; a list that `goes_on` over slides needs no growth.

    `boxes` are those of all texts; `minimum_size` is that of text in points, unless it has its own.
    """
    own = around.own_box(placeholder)
    height = around.slide_height
    grown: tuple[Box, ...] = ()
    if role in {"kicker", "by"} and placeholder.is_text_box:
        # A kicker over a narrow headline takes two lines, and so does a long line of who said it.
        box = placeholder.box
        others = [grown_box(box, boxes, around.drawn, height)]
        others += [box._replace(y=box.y - box.cy, cy=2 * box.cy)] if role == "by" else []
        grown = tuple(filter(None, others))
    elif not placeholder.is_text_box and not (goes_on and role in COLUMNS):
        grown = larger_boxes(placeholder.box, own, boxes, around.drawn, height)
        grown = without_hiding_fills(placeholder, grown, around.drawn, around.layout.paper)
    least = placeholder.minimum_size or min(minimum_size, placeholder.level_styles[0].size)
    placeholder = placeholder._replace(
        role=role,
        name=placeholder.name or role.capitalize(),
        minimum_size=least,
        larger_boxes=grown,
    )
    if role == "title":
        placeholder = placeholder._replace(free_left=free_left(placeholder, boxes, around.drawn))
    return seen_text(placeholder, around)


def seen_text(placeholder: Placeholder, around: Surroundings) -> Placeholder:
    """Return a placeholder whose text is seen on what lies behind it."""
    fill = None if placeholder.is_text_box else around.layout.fills.get(placeholder.idx)
    known = placeholder.background if placeholder.is_text_box else None
    layout, own = around.layout, placeholder.level_styles[0].color
    color = layout.colors.get(own, own)
    behind = (known,) if known else around.colors_behind(placeholder.box, color, fill)
    placeholder = placeholder._replace(
        background=known or around.color_behind(placeholder.box, fill)
    )
    placeholder = with_visible_color(placeholder, behind, layout.colors)
    if placeholder.is_text_box and behind and not placeholder.background:
        # The name of its colour does not tell a chart there whether the ground is dark.
        text = layout.colors.get(placeholder.level_styles[0].color, color)
        weakest = min(behind, key=partial(contrast_ratio, text))
        placeholder = placeholder._replace(background=weakest)
    return with_readable_links(placeholder, layout.paper, layout.link_colors, layout.colors)


def footer_places(layout: Layout) -> dict[str, Placeholder]:
    """Return the placeholders of a layout for its footers, by their type, of each the first."""
    return {
        each.type: whole_line(each, (), ())._replace(
            role=_ROLES[each.type],
            minimum_size=min(_LEAST, each.level_styles[0].size),
            list_style=each.list_style or _OWN_LEVEL,
        )
        for each in reversed(layout.placeholders)
        if each.type in _ROLES
    }
