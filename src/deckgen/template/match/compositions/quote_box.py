"""A quotation on a layout that was made for a headline and a text."""

from deckgen.deck.box import Box
from deckgen.deck.layout import Placeholder
from deckgen.template.match.choosing.placeholder_roles import PlaceholderMap
from deckgen.template.match.compositions.small_text_box import small_line_height, small_text_box
from deckgen.template.match.places.clear_box import clear_box, crosses
from deckgen.template.match.places.surroundings import Surroundings
from deckgen.template.match.text.text_sizes import page_scale

_LEAST_ALONE = 6
"""The height of a title without a body, in lines of small text, that gives the author a line."""
_UPPER = 0.7
"""Share of the area at whose end a quotation stands if the title stands at the end of its box."""
_LARGER, _LARGE = 1.4, 36
"""How much larger than a headline a quotation is where it has room, up to these points."""


def with_quotation(placeholders: PlaceholderMap, around: Surroundings) -> PlaceholderMap:
    """Return the placeholders of a quotation: the title over the area of both, the author below.

    Where something is drawn across that area, they take the largest part of it. The body stays
    empty. It takes the words instead where its text is larger than the title's.
    """
    title, body = placeholders.get("title"), placeholders.get("body")
    if title is None or "by" in placeholders:
        return placeholders
    if body is None and title.box.cy < _LEAST_ALONE * small_line_height(title, around):
        return placeholders
    body = body or title
    if body.level_styles[0].size > title.level_styles[0].size:
        return placeholders
    left, top = min(title.box.x, body.box.x), min(title.box.y, body.box.y)
    right = max(title.box.x + title.box.cx, body.box.x + body.box.cx)
    bottom = max(title.box.y + title.box.cy, body.box.y + body.box.cy)
    both = Box(left, top, right - left, bottom - top)
    area = clear_box(both, title.insets, around.drawn)
    if area == both and any(crosses(shape, both, title.insets) for shape in around.drawn):
        area = body.box
    line = small_line_height(title, around)
    below = Box(area.x, area.y + area.cy - line, area.cx, line)
    words = area._replace(cy=area.cy - line)
    if title.anchor == "b":
        words = area._replace(cy=round(area.cy * _UPPER))
    by = small_text_box("by", placeholders, below, "t", around)
    by = by._replace(keeps_place=title.idx in around.layout.fills)
    large = _larger(title, around)._replace(box=words, overrides_box=True)
    return {"title": large, "by": by}


def _larger(title: Placeholder, around: Surroundings) -> Placeholder:
    """Return a small title in a larger size, which long quotations do not have."""
    style = title.level_styles[0]
    size = min(round(style.size * _LARGER), round(_LARGE * page_scale(around.slide_height)))
    if size <= style.size:
        return title
    levels = (style._replace(size=size), *title.level_styles[1:])
    return title._replace(level_styles=levels, overrides_sizes=True)
