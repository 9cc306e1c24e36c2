"""Sizes and levels of text on a layout: none above the headline, levels that are told apart."""

from collections.abc import Mapping

from deckgen.deck.layout import EMU_PER_INCH, EMU_PER_POINT, Placeholder
from deckgen.deck.slide import COLUMNS, PlaceholderRole
from deckgen.template.match.choosing.placeholder_roles import PlaceholderMap
from deckgen.template.match.stated_levels import as_list, is_like, is_stuck, with_space_between

_USUAL_HEIGHT = 7.5 * EMU_PER_INCH
"""EMU of a page, 16:9 or 4:3, on which the sizes of this room are meant."""
_SPACE = 0.15
"""Space before a paragraph of a list, in times its size, where a template has none."""
_LEAST = 12
"""Points on a page of the usual height: below, nobody reads it."""
_LARGEST = 32
"""Points, on a page of 7.5 in."""
_GROWTH = 1.5
LED = 0.8
"""The largest size of a list, as a share of its headline's, if it looks like it in all but size."""
_TOLD_APART = 0.95
"""The same where colour or weight tell the two apart, and the list grows."""
_HANGING = 0.55
"""The least space of a mark, as a share of the size of its text, at which a list grows."""


def page_scale(slide_height: int) -> float:
    """Return how much larger a text must be on a page than on a usual one, to be seen as large.

    1 on pages of a usual height (EMU) and on lower ones. Keynote's pages are 15 inches high.
    """
    return max(slide_height / _USUAL_HEIGHT, 1)


def least_size(slide_height: int) -> int:
    """Return the points of the smallest text on a page of a height (EMU), if no other size fits."""
    return round(_LEAST * slide_height / _USUAL_HEIGHT)


def readable_size(readable: int, slide_height: int) -> int:
    """Return the points that look on a low page as `readable` points do on a usual one.

    Google Slides' pages are 5.6 inches high. On higher pages, `readable` is meant for them as it
    is.
    """
    return min(readable, round(readable * slide_height / _USUAL_HEIGHT))


def no_larger_than_title(given: Mapping[PlaceholderRole, Placeholder]) -> PlaceholderMap:
    """Return the placeholders; texts that are larger than the title are set as large as it is.

    Lists that look like their headline in all but its size are clearly smaller.
    """
    title = given.get("title")
    if title is None:
        return dict(given)
    own = title.level_styles[0]

    def led(role: PlaceholderRole, text: Placeholder) -> Placeholder:
        is_led = role in COLUMNS and _is_alike(text, title)
        return _no_larger(text, int(own.size * (LED if is_led else 1)))

    return {
        role: each if role in {"title", "progress"} else led(role, each)
        for role, each in given.items()
    }


def _is_alike(text: Placeholder, title: Placeholder) -> bool:
    """Return whether a text looks like its headline in all but its size."""
    style, own = text.level_styles[0], title.level_styles[0]
    return (style.bold, style.color) == (own.bold, own.color)


def _no_larger(placeholder: Placeholder, most: int) -> Placeholder:
    """Return a placeholder whose levels keep their proportions, the first of `most` points."""
    own = placeholder.level_styles[0].size
    if own <= most:
        return placeholder
    levels = tuple(
        level._replace(size=max(round(level.size * most / own), 1))
        for level in placeholder.level_styles
    )
    return placeholder._replace(level_styles=levels, overrides_sizes=True)


def with_room_to_grow(
    body: Placeholder, title: Placeholder | None, slide_height: int, limit: int
) -> Placeholder:
    """Return a body that says its largest size, below its title; text in columns keeps its own.

    `limit` is the largest size that the brand allows in points; 0: it says none.
    """
    if body.vertical or body.columns > 1:
        return body
    first = body.level_styles[0]
    own, most = first.size, limit or round(_LARGEST * page_scale(slide_height))
    if title and not limit:
        share = LED if _is_alike(body, title) else _TOLD_APART
        most = min(most, int(title.level_styles[0].size * share))
    if first.mark != "none" and first.indent < 0:
        most = min(most, int(-first.indent / (_HANGING * EMU_PER_POINT)))
    return body._replace(largest_size=max(min(most, round(own * _GROWTH)), own))


def with_list_marks(body: Placeholder) -> Placeholder:
    """Return a body in which each bullet can be told from the next.

    Bodies that were made for single lines get marks at the left. They are known by centred lines,
    by lines that hang from no mark, by a mark without space, or by a second level that looks like
    the first. Paragraphs stand further apart than lines.
    """
    first, *lower = body.level_styles
    is_alike = bool(lower) and is_like(lower[0], first)
    hangs = -first.margin <= first.indent < 0
    is_line = is_alike or (hangs if first.mark == "none" else is_stuck(first))
    if first.align == "ctr" or (first.align == "l" and is_line):
        body = as_list(body)
    return with_space_between(body, _SPACE)
