"""Small text boxes of the deck's own beside a headline: a kicker above it, an author below it.

Their colours and fonts are those of the theme, by reference, so that they change with it:
docs/decisions/templates.md.
"""

from collections.abc import Mapping

from deckgen.brand.contrast import contrast_ratio
from deckgen.deck.box import Box, Insets
from deckgen.deck.layout import EMU_PER_POINT, Anchor, Placeholder, TextStyle
from deckgen.deck.slide import PlaceholderRole
from deckgen.template.match.choosing.placeholder_roles import PlaceholderMap
from deckgen.template.match.places.clear_box import crosses
from deckgen.template.match.places.surroundings import Surroundings
from deckgen.template.match.text.text_sizes import page_scale

_OF_TITLE = 0.45
"""The size of small text, as a share of the title's."""
_SMALLEST, _LARGEST = 14, 20
"""Points, on a page of a usual height."""
_LINE = 1.3
"""The height of a line with its distance to the next, in times its size."""
_SET = 1.2
"""The distance from line to line, in times its size, whatever the font has: fonts differ much."""
_READABLE = 4.5
"""Contrast of small text (WCAG 2.2, 1.4.3)."""
_LINES = 2
_EDGE = 0.96
"""Share of the slide's height below which nothing is placed."""
_LEAST_TITLE = 1.25
"""The height of a title above a subtitle, in times its size: one line."""


def least_line_height(around: Surroundings) -> int:
    """Return the height of one line of the smallest text beside a title, in EMU."""
    return round(_SMALLEST * page_scale(around.slide_height)) * round(_LINE * EMU_PER_POINT)


def small_line_height(title: Placeholder, around: Surroundings, least: int = _SMALLEST) -> int:
    """Return the height of one line of small text beside a title, in EMU.

    `least` is its least size in points, on a page of a usual height.
    """
    return round(_size(title, around, least) * _LINE * EMU_PER_POINT)


def small_text_size(height: int) -> int:
    """Return the largest size of small text that a line of a height in EMU has, in points."""
    return round(height / _LINE / EMU_PER_POINT)


def small_text_box(
    role: PlaceholderRole,
    placeholders: PlaceholderMap,
    box: Box,
    anchor: Anchor,
    around: Surroundings,
    least: int = _SMALLEST,
) -> Placeholder:
    """Return a text box that is aligned as the title, in the font of the body if there is one.

    Its text is as large as one line may be in the box. Its colour is the first accent of the theme
    where that can be read, otherwise the title's.
    """
    title = placeholders["title"]
    own = title.level_styles[0]
    size = min(_size(title, around, least), small_text_size(box.cy))
    color = scheme_color(own.color, around.layout.colors)
    accent, ground = around.layout.colors.get("accent1"), around.color_behind(box)
    if accent and ground and contrast_ratio(accent, ground) >= _READABLE:
        color = "accent1"
    font = placeholders.get("body", title).level_styles[0].font
    return Placeholder(
        role,
        "body",
        None,
        role.capitalize(),
        box,
        (TextStyle(size, color, font, align=own.align, line_points=size * _SET, rtl=own.rtl),),
        anchor=anchor,
        insets=Insets(title.insets.left, 0, title.insets.right, 0),
        minimum_size=min(size, round(_SMALLEST * page_scale(around.slide_height))),
        background=ground,
        is_text_box=True,
    )


def scheme_color(color: str, colors: Mapping[str, str]) -> str:
    """Return the name of a colour that is the same as RRGGBB; RRGGBB itself if none is."""
    names = (name for name, value in colors.items() if value.upper() == color.upper())
    return next(names, color)


def _size(title: Placeholder, around: Surroundings, least: int) -> int:
    """Return the size of small text in points: well below that of the title, if it may be."""
    own, scale = title.level_styles[0].size, page_scale(around.slide_height)
    smallest, largest = round(least * scale), round(_LARGEST * scale)
    return min(max(round(own * _OF_TITLE), smallest), largest, own)


def with_subtitle(placeholders: PlaceholderMap, around: Surroundings) -> PlaceholderMap:
    """Return the placeholders of a section, with a small text box for a subtitle if it has none.

    It stands below the title's box where that is free, otherwise in the last lines of that box. A
    title that has no line to give keeps its subtitle as a line of its own.
    """
    title = placeholders.get("title")
    if title is None or "subtitle" in placeholders:
        return placeholders
    height = _LINES * small_line_height(title, around)
    box = title.box
    below = Box(box.x, box.bottom, box.cx, height)
    others = [place.box for place in placeholders.values() if place is not title]
    if (
        below.bottom > around.slide_height * _EDGE
        or any(other.overlaps(below) for other in others)
        or any(crosses(shape, below, title.insets) for shape in around.drawn)
    ):
        line = round(title.level_styles[0].size * EMU_PER_POINT * _LEAST_TITLE)
        if title.inner_box.cy - height < line:
            return placeholders
        box = box._replace(cy=box.cy - height)
        below = below._replace(y=box.bottom)
    moved = title if box == title.box else title._replace(box=box, overrides_box=True)
    subtitle = small_text_box("subtitle", placeholders, below, "t", around)
    return {**placeholders, "title": moved, "subtitle": subtitle}
