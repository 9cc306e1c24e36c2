"""The largest sizes of lists on templates: text that has room may be a third larger.

Text that is as large already keeps its size; its paragraphs stand further apart.
"""

from deckgen.deck.slide import COLUMNS
from deckgen.template.match.choosing.placeholder_roles import PlaceholderMap
from deckgen.template.match.text.text_sizes import page_scale

_LARGEST = 32
"""Points, on a page of 7.5 in."""
_GROWTH = 4 / 3


def with_room_to_grow(
    placeholders: PlaceholderMap, slide_height: int, limit: int
) -> PlaceholderMap:
    """Return placeholders whose bodies say their largest size; text in columns keeps its own.

    `limit` is the largest size that the brand allows in points; 0: it says none.
    """
    most = limit or round(_LARGEST * page_scale(slide_height))
    return {
        content: each._replace(largest_size=_largest(each.level_styles[0].size, most))
        if content in COLUMNS and not each.vertical and each.columns == 1
        else each
        for content, each in placeholders.items()
    }


def _largest(own: int, most: int) -> int:
    return max(min(most, round(own * _GROWTH)), own)
