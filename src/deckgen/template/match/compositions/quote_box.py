"""A quotation on a layout that was made for a headline and a text."""

from deckgen.deck.box import Box, Insets, box_around
from deckgen.deck.layout import Placeholder
from deckgen.deck.slide import PlaceholderRole
from deckgen.template.match.choosing.placeholder_roles import PlaceholderMap
from deckgen.template.match.compositions.small_text_box import small_line_height, small_text_box
from deckgen.template.match.places.clear_box import clear_box, crosses
from deckgen.template.match.places.surroundings import Surroundings
from deckgen.template.match.stated_levels import with_first_size
from deckgen.template.match.text.text_sizes import page_scale

_ROLES: tuple[PlaceholderRole, ...] = ("title", "body", "by")
_LEAST_ALONE = 6
"""The height of a title without a body, in lines of small text, that gives the author a line."""
_AUTHOR = 18
"""Points of the least size of the author, who stands alone below large words, on a usual page."""
_UPPER = 0.7
"""Share of the area at whose end a quotation stands if the title stands at the end of its box."""
_LARGER, _LARGE = 1.4, 36
"""How much larger than a headline a quotation is where it has room, up to these points."""
_LARGEST = 48
"""Points to which the title of a cover is set as a quotation, on a page of a usual height."""


def with_quotation(placeholders: PlaceholderMap, around: Surroundings) -> PlaceholderMap:
    """Return the placeholders of a quotation: the title over the area of both, the author below.

    Where something is drawn across that area, they take the largest part of it. The body stays
    empty. It takes the words instead where its text is larger than the title's. A text above the
    title, as on some covers, is such a body: the area then begins as far from the top of the slide
    as it ends from its bottom. The author begins where the words do.
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
        top = min(both.y, around.slide_height - both.bottom)
        both = both._replace(y=top, cy=both.bottom - top)
    area = clear_box(both, title.insets, around.drawn)
    if area == both and any(crosses(shape, both, title.insets) for shape in around.drawn):
        area = body.box
    line = small_line_height(title, around, _AUTHOR)
    below = Box(area.x, area.bottom - line, area.cx, line)
    words = area._replace(cy=area.cy - line)
    if title.anchor == "b":
        words = area._replace(cy=round(area.cy * _UPPER))
    by = small_text_box("by", placeholders, below, "t", around, _AUTHOR)
    by = by._replace(keeps_place=title.idx in around.layout.fills, insets=_begun(by.insets, title))
    large = _quoted(title, around)._replace(box=words, overrides_box=True)
    return {"title": large, "by": by}


def _begun(insets: Insets, title: Placeholder) -> Insets:
    """Return insets with which a text begins where the first line of a title does."""
    style = title.level_styles[0]
    begin = max(style.margin + style.indent, 0)
    if style.rtl:
        return insets._replace(right=insets.right + begin)
    return insets._replace(left=insets.left + begin)


def _quoted(title: Placeholder, around: Surroundings) -> Placeholder:
    """Return a title in the size of a quotation, which long ones do not have."""
    style, scale = title.level_styles[0], page_scale(around.slide_height)
    size = max(min(round(style.size * _LARGER), round(_LARGE * scale)), style.size)
    size = min(size, round(_LARGEST * scale))
    return title if size == style.size else with_first_size(title, size)
