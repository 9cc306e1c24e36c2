"""Small text boxes of the deck's own: a kicker above a headline, a subtitle or an author below it.

Their colours and fonts are those of the theme, by reference, so that they change with it:
docs/decisions/templates.md.
"""

from collections.abc import Mapping

from deckgen.brand.contrast import contrast_ratio
from deckgen.deck.box import Box, Insets, box_around
from deckgen.deck.layout import EMU_PER_POINT, Anchor, Placeholder, TextStyle
from deckgen.deck.slide import PlaceholderRole
from deckgen.ooxml_rules.shape_queries import FOOT_TYPES
from deckgen.template.match.choosing.placeholder_roles import PlaceholderMap
from deckgen.template.match.places.clear_box import clear_box, is_crossed
from deckgen.template.match.places.surroundings import Surroundings
from deckgen.template.match.stated_levels import with_first_size
from deckgen.template.match.text.text_sizes import least_size, page_scale
from deckgen.template.resolve.drawn_shapes import grown_box

_OF_TITLE = 0.45
"""The size of small text as a share of the title's."""
_SMALLEST, _LARGEST = 14, 20
"""Points, on a page of a usual height."""
_LINE = 1.3
"""The height of a line with its distance to the next, in times its size."""
_SET = 1.2
"""The distance from line to line, in times its size, whatever the font has: fonts differ much."""
_COVER_LINES, _SMALLER = 5, 0.85
"""Lines below the title of a cover, and the size of all but the first, as a share of that."""
_CLOSER = 0.75
"""How much smaller the title is on a strip without room for its own size and the lines below."""
_READABLE = 4.5
"""Contrast of small text (WCAG 2.2, 1.4.3)."""
_BLUES_OF_PROGRAMS = frozenset({"4472C4", "156082", "0365C0"})
"""First accents that Office and Keynote give every new file: no house chose them."""
_LINES = 2
_EDGE = 0.96
"""Share of the slide's height below which nothing is placed."""
_LEAST_TITLE = 1.25
"""The height of a title above a subtitle, in times its size: one line."""
HIGH = 0.35
"""Share of the slide's height above which the middle of a headline stands."""
_ROLES: tuple[PlaceholderRole, ...] = ("title", "body", "by")
_LEAST_ALONE = 6
"""The height of a title without a body, in lines of small text, that gives the author a line."""
_AUTHOR = 18
"""Points of the least size of the author, who stands alone below large words, on a usual page."""
_UPPER = 0.7
"""Share of the area at whose end a quotation stands if the title stands at the end of its box."""
_LARGER_WORDS, _LARGE_WORDS = 1.4, 40
"""How many times larger than a headline a quotation is where it has room, up to these points."""
_LARGEST_WORDS = 48
"""Points to which the title of a cover is set as a quotation, on a page of a usual height."""


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
    where the house chose it and it can be read, otherwise the title's.
    """
    title = placeholders["title"]
    own = title.level_styles[0]
    size = min(_size(title, around, least), small_text_size(box.cy))
    color = scheme_color(own.color, around.layout.colors)
    accent, ground = around.layout.colors.get("accent1"), around.color_behind(box)
    if accent and accent not in _BLUES_OF_PROGRAMS and ground:
        color = "accent1" if contrast_ratio(accent, ground) >= _READABLE else color
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
        or is_crossed(below, title.insets, around.drawn)
    ):
        line = round(title.level_styles[0].size * EMU_PER_POINT * _LEAST_TITLE)
        if title.inner_box.cy - height < line:
            return placeholders
        box = box._replace(cy=box.cy - height)
        below = below._replace(y=box.bottom)
    moved = title if box == title.box else title.in_box(box)
    subtitle = small_text_box("subtitle", placeholders, below, "t", around)
    if title.idx in around.layout.fills:
        subtitle = subtitle._replace(keeps_place=True)
    return {**placeholders, "title": moved, "subtitle": subtitle}


def with_quotation(placeholders: PlaceholderMap, around: Surroundings) -> PlaceholderMap:
    """Return the placeholders of a quotation: the title over the area of both, the author below.

    Where something is drawn across that area, they take the largest part of it. The body stays
    empty. It takes the words instead where its text is larger than the title's. A text above the
    title, as on some covers, is such a body: the area then begins as far from the top of the slide
    as it ends from its bottom, in the lower half.
    """
    title, body, author = (placeholders.get(role) for role in _ROLES)
    if title is None or (author is not None and author.box.y >= title.box.y):
        return placeholders
    body = body or author
    if body is None and title.box.cy < _LEAST_ALONE * small_line_height(title, around):
        return placeholders
    body = body or title
    if body.level_styles[0].size > title.level_styles[0].size:
        return placeholders
    both = box_around((title.box, body.box))
    if author is not None:
        height = around.slide_height
        both = both.from_top(min(both.y, height - both.bottom))
        if both.bottom < height // 2:
            both = both._replace(cy=height - 2 * both.y)
    if title.idx not in around.layout.fills:
        both = _off_edges(both, around.slide_height)
    area = clear_box(both, title.insets, around.drawn)
    if area == both and is_crossed(both, title.insets, around.drawn):
        area = body.box
    line = small_line_height(title, around, _AUTHOR)
    below = Box(area.x, area.bottom - line, area.cx, line)
    words = area._replace(cy=area.cy - line)
    if title.anchor == "b":
        words = area._replace(cy=round(area.cy * _UPPER))
    by = small_text_box("by", placeholders, below, "t", around, _AUTHOR)
    large = _quoted(title, around).in_box(words)
    if title.idx in around.layout.fills:
        return _on_panel(large, by, area, around)
    return {"title": large, "by": by}


def _off_edges(box: Box, height: int) -> Box:
    """Return the part of a box that is not at the upper or the lower edge of a page; EMU."""
    top, bottom = round(height * (1 - _EDGE)), round(height * _EDGE)
    top, bottom = max(box.y, top), min(box.bottom, bottom)
    return box._replace(y=top, cy=bottom - top)


def _on_panel(
    title: Placeholder, by: Placeholder, area: Box, around: Surroundings
) -> PlaceholderMap:
    """Return a quotation whose own fill takes the whole area, who said it at the foot of that."""
    line, insets = by.box.cy, title.insets
    style, fill = by.level_styles[0], around.layout.fills[title.idx]
    foot = max(insets.bottom, line // 2)
    color = scheme_color(title.level_styles[0].color, around.layout.colors)
    author = by._replace(
        box=by.box._replace(y=area.bottom - line - foot),
        background=around.color_behind(area, fill),
        level_styles=(style._replace(color=color),),
        keeps_place=True,
    )
    # The frame is measured without the author's line; the slide keeps the insets of the layout.
    words = insets._replace(bottom=foot + line)
    return {"title": title._replace(box=area, insets=words), "by": author}


def _quoted(title: Placeholder, around: Surroundings) -> Placeholder:
    """Return a title in the size of a short quotation; fitting makes long ones smaller."""
    style, scale = title.level_styles[0], page_scale(around.slide_height)
    size = max(min(round(style.size * _LARGER_WORDS), round(_LARGE_WORDS * scale)), style.size)
    size = min(size, round(_LARGEST_WORDS * scale))
    return title if size == style.size else with_first_size(title, size)


def with_details(placeholders: PlaceholderMap, around: Surroundings) -> PlaceholderMap:
    """Return the placeholders of a cover or a closing page; a title alone has a text box below it.

    The box holds the subtitle, and in smaller text who speaks, where and when. The title moves up
    as far as nothing stands there, and gives the height that is still missing. On a strip, all of
    these are set smaller. If less than a line would be left of the title, all of them stand in it.
    Below a title that stands high, the box takes the rest of the page. A title with a fill or a
    frame stays, with its details below it.
    """
    title = placeholders.get("title")
    if title is None or title.vertical or placeholders.keys() - {"title", "picture"}:
        return placeholders
    height = _COVER_LINES * small_line_height(title, around, _AUTHOR)
    least = least_size(around.slide_height)
    if title.idx in around.layout.fills:
        foot = title.box._replace(y=title.box.bottom + height // _COVER_LINES // 2, cy=height)
        place = clear_box(foot, title.insets, around.drawn)
        is_low = place.bottom > around.slide_height * _EDGE
        details = _details(placeholders, place._replace(cy=height), around)
        return placeholders if is_low else {**placeholders, "subtitle": details}
    feet = [each.box for each in around.layout.layout.placeholders if each.type in FOOT_TYPES]
    page = grown_box(title.box, feet, around.drawn, around.slide_height) or title.box
    size = min(title.level_styles[0].size, _LARGEST_WORDS * page_scale(around.slide_height))
    line = round(size * EMU_PER_POINT * _LEAST_TITLE)
    if page.cy < line + height:
        height = page.cy - round(line * _CLOSER)
    below = min(title.box.bottom, page.bottom - height)
    top = max(below - title.box.cy, page.y)
    if small_text_size(height // _COVER_LINES) < least or below - top < line * _CLOSER:
        return placeholders
    box = title.box._replace(y=top, cy=below - top)
    upper = title.in_box(box).anchored("b")
    is_high = title.box.y + title.box.cy // 2 <= around.slide_height * HIGH
    place = title.box._replace(y=below, cy=height)
    details = _details(placeholders, place, around)
    if is_high:
        details = details._replace(box=place._replace(cy=page.bottom - below))
    return {**placeholders, "title": upper, "subtitle": details}


def _details(placeholders: PlaceholderMap, place: Box, around: Surroundings) -> Placeholder:
    """Return the text box of the details of a cover, whose lines are as high as `place` allows."""
    details = small_text_box("subtitle", placeholders, place, "t", around, _AUTHOR)
    (style,) = details.level_styles
    large = min(style.size, small_text_size(place.cy // _COVER_LINES))
    sizes = large, max(round(large * _SMALLER), least_size(around.slide_height))
    levels = tuple(style._replace(size=size, line_points=size * _SET) for size in sizes)
    least = min(details.minimum_size or large, large)
    return details._replace(level_styles=levels, minimum_size=least)
