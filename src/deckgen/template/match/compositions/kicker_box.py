"""The kicker above the headline, on layouts that have no placeholder for it."""

from collections.abc import Sequence

from deckgen.deck.box import Box
from deckgen.deck.layout import EMU_PER_POINT, Placeholder
from deckgen.deck.slide import COLUMNS
from deckgen.fonts.text_width import FIXED_BASELINE
from deckgen.template.match.choosing.placeholder_roles import PlaceholderMap
from deckgen.template.match.compositions.small_text_box import (
    least_line_height,
    small_line_height,
    small_text_box,
    small_text_size,
)
from deckgen.template.match.places.clear_box import crosses
from deckgen.template.match.places.surroundings import Surroundings
from deckgen.template.match.text.text_sizes import page_scale
from deckgen.template.resolve.drawn_shapes import seen_around

_EDGE = 0.035
"""Share of the slide's height above which nothing is placed."""
_LEAST_TITLE = 1.15
"""The height of a title below a kicker, in times its size: one line."""
_TWO_LINES = 2 * 1.2
"""The height of two lines, in times their size."""
_SMALLER = ((0.85, 30), (0.75, 26))
"""The size of two lines as a share of the title's; on a page of a usual height, no less points.
The second is for where the first has no space."""
_LARGEST_LINE = 60
"""Points, on a page of a usual height: a title larger than this is set smaller below a kicker."""
_READABLE = 18
"""Points, on a page of a usual height: a headline that is smaller in two lines is too small."""
_TWO_SMALL_LINES = 2 * 0.6 * 1.2
"""The height of two lines of the smallest headline, in times the size of the title."""
_LEAST_LEFT = 0.8
"""Share of a body's height that a title may not take."""
_GAP = 0.008
"""Share of the slide's height between what is drawn and a kicker."""
_BELOW_EDGE, _ABOVE_BODY = 0.25, 1.8
"""How far below a body's old top its kicker and the body begin, in times the kicker's height."""
_APART = 0.9
"""From the baseline of a kicker to the capitals below it, in times the size of the kicker."""
_OFTEN = 32
"""Points of a question's title on two lines, however large it would be on one."""
_BELOW_BASELINE = 0.24
"""The part of a kicker's line below its baseline, in times its size."""
_LINE, _BASELINE, _CAPITALS = 1.2, 0.94, 0.72
"""Of most fonts, in times the size: a line, its baseline below its top, and capitals above that."""


def with_kicker(placeholders: PlaceholderMap, around: Surroundings) -> PlaceholderMap:
    """Return the placeholders as they stand on slides with a kicker, the kicker among them.

    The kicker is a text box above the title. It takes the free band above the title first, then the
    title's own box from its top. The title keeps two lines: the bodies below it give what it lacks,
    and the kicker is smaller where that is too little. A title with a fill of its own or with space
    for one line only keeps all of its box: the kicker stands above the body then. Without a title,
    or where a body is too low for that, nothing is changed.
    """
    title, body = placeholders.get("title"), placeholders.get("body")
    if title is None:
        return placeholders
    if body is not None and title.idx in around.layout.fills:
        return _above_body(body, small_line_height(title, around), placeholders, around)
    best: PlaceholderMap | None = None
    least = title.level_styles[0].size * EMU_PER_POINT * _TWO_SMALL_LINES
    usual, small = small_line_height(title, around), least_line_height(around)
    for height in (usual, small):
        if best and best["title"].inner_box.cy >= least:
            break
        other = _above(title, height, _air(title, height, around), placeholders, around)
        if other and (not best or other["title"].box.cy > best["title"].box.cy):
            best = other
    best = best or _above(title, small, 0, placeholders, around)
    two = _TWO_LINES * _READABLE * page_scale(around.slide_height) * EMU_PER_POINT
    is_low = best is None or best["title"].inner_box.cy < two
    if body is None or not is_low:
        return best or placeholders
    below = _above_body(body, small, placeholders, around)
    return below if "kicker" in below else best or placeholders


def _above_body(
    body: Placeholder, height: int, placeholders: PlaceholderMap, around: Surroundings
) -> PlaceholderMap:
    """Return the placeholders with a kicker in the first line of the body, aligned with it."""
    by = round(height * _ABOVE_BODY)
    lower = {role: _lowered(each, by) for role, each in placeholders.items() if role in COLUMNS}
    if not all(lower.values()):
        return placeholders
    style, title = body.level_styles[0], placeholders["title"]
    own = title.level_styles[0]._replace(color=style.color, align=style.align, rtl=style.rtl)
    like_body = placeholders | {"title": title._replace(level_styles=(own,), insets=body.insets)}
    line = body.box._replace(y=body.box.y + round(height * _BELOW_EDGE), cy=height)
    kicker = small_text_box("kicker", like_body, line, "t", around)
    placed: PlaceholderMap = {**placeholders, "kicker": kicker}
    return placed | {role: each for role, each in lower.items() if each is not None}


def _air(title: Placeholder, height: int, around: Surroundings) -> int:
    """Return the space in EMU between the line of a kicker, of a height, and the box of its title.

    Where the lines of the title are set close, its capitals reach the upper edge of its box. A
    large title is set smaller in two lines.
    """
    style, size = title.level_styles[0], small_text_size(height) * EMU_PER_POINT
    line = round(style.line_points * EMU_PER_POINT)
    own = min(style.size, _OFTEN * page_scale(around.slide_height)) * EMU_PER_POINT
    close = own * _LINE * max(1 - style.line_spacing / 100, 0)
    baseline = line * FIXED_BASELINE if line else own * _BASELINE - close
    apart = size * _BELOW_BASELINE + title.insets.top + baseline - own * _CAPITALS
    return max(round(size * _APART - apart), 0)


def _above(
    title: Placeholder, height: int, air: int, placeholders: PlaceholderMap, around: Surroundings
) -> PlaceholderMap | None:
    """Return the placeholders with a kicker, its line and the air below it of these heights in EMU.

    None without space for it.
    """
    boxes = [each.box for each in placeholders.values()]
    free, panel = _room_above(title.box, boxes, around)
    y = max(free, panel, title.box.y - height - air)
    top, bottom = max(title.box.y, y + height + air), title.box.bottom
    scale = page_scale(around.slide_height)
    line = min(title.level_styles[0].size, _LARGEST_LINE * scale) * EMU_PER_POINT
    lower: PlaceholderMap = {}
    for share, points in _SMALLER:
        size = max(line * share, min(line, round(points * scale) * EMU_PER_POINT))
        end = top + _two_lines(title, size)
        lower = _lower_bodies(title.box.from_top(top), end, placeholders, around)
        if lower or end <= bottom:
            bottom = max(bottom, end)
            break
    if bottom - top < line * _LEAST_TITLE:
        return None
    box = Box(title.box.x, top, title.box.cx, bottom - top)
    above = _wide(Box(title.box.x, y, title.box.cx, height), placeholders, around)
    kicker = small_text_box("kicker", placeholders, above, "b", around)
    edges = (shape.box.y for shape in around.drawn if _share_columns(shape.box, title.box))
    between = any(y + height <= edge <= top + title.insets.top for edge in edges)
    kicker = kicker._replace(
        box=above._replace(cy=height + air),
        insets=kicker.insets._replace(bottom=air),
        keeps_place=between or above.cx > title.box.cx,
    )
    moved = title if box == title.box else title.in_box(box)
    placed: PlaceholderMap = {**placeholders, "title": moved, "kicker": kicker}
    return placed | lower


def _two_lines(title: Placeholder, size: float) -> int:
    """Return the height in EMU of a title's box for two lines of a size in EMU."""
    spacing = max(title.level_styles[0].line_spacing / 100, 1)
    return round(size * _TWO_LINES * spacing) + title.insets.top + title.insets.bottom


def _lower_bodies(
    box: Box, end: int, placeholders: PlaceholderMap, around: Surroundings
) -> PlaceholderMap:
    """Return the bodies below a title's box moved down, for the box to reach down to `end`.

    None of them if the title would then cross a drawn shape, or if a body would lose too much.
    """
    title = placeholders["title"]
    bottom = title.box.bottom
    bodies = {
        role: _lowered(each, end - bottom)
        for role, each in placeholders.items()
        if role in COLUMNS and each.box.y >= bottom - title.box.cy // 2
    }
    body = placeholders.get("body", title)
    higher = box._replace(cy=end - box.y)
    crossed = (shape for shape in around.drawn if crosses(shape, higher, title.insets))
    is_clear = all(crosses(shape, body.box, body.insets) for shape in crossed)
    lower = {role: each for role, each in bodies.items() if each is not None}
    return lower if is_clear and end > bottom and len(lower) == len(bodies) else {}


def _wide(box: Box, placeholders: PlaceholderMap, around: Surroundings) -> Box:
    """Return the box of a kicker above a title that begins at the left, as wide as title and body.

    The box itself, if something stands beside it.
    """
    title, body = placeholders["title"], placeholders.get("body")
    if body is None or title.level_styles[0].align != "l":
        return box
    wide = box._replace(cx=max(body.box.right - box.x, box.cx))
    others = [each.box for each in placeholders.values() if each is not title]
    drawn = [shape.box for shape in around.drawn if not shape.box.contains(wide)]
    return box if any(each.overlaps(wide) for each in (*others, *drawn)) else wide


def _lowered(body: Placeholder, by: int) -> Placeholder | None:
    """Return a body that begins lower; None if it would lose too much of its height."""
    box = body.box.from_top(body.box.y + by)
    if box.cy < body.box.cy * _LEAST_LEFT:
        return None
    return body.in_box(box)


def _room_above(title: Box, others: Sequence[Box], around: Surroundings) -> tuple[int, int]:
    """Return the y from which on nothing stands above a title, and below the edge of its panel."""
    gap = round(around.slide_height * _GAP)
    middle = title.y + title.cy // 2
    free, panel = round(around.slide_height * _EDGE), 0
    for box in (*others, *(shape.box for shape in seen_around(title, around.drawn))):
        if box == title or not _share_columns(box, title):
            continue
        if box.y <= title.y and box.bottom >= title.bottom:
            panel = max(panel, box.y + gap)
        elif box.bottom <= middle:
            free = max(free, box.bottom + gap)
    return free, panel


def _share_columns(box: Box, other: Box) -> bool:
    """Return whether a part of a box stands above or below a part of the other."""
    return box.x < other.right and other.x < box.right
