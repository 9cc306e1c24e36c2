"""Sizes of text on a layout: none above that of the headline, small ones as the page is high."""

from collections.abc import Mapping

from deckgen.deck.layout import EMU_PER_INCH, Placeholder
from deckgen.deck.slide import PlaceholderRole
from deckgen.template.match.choosing.placeholder_roles import PlaceholderMap

_USUAL_HEIGHT = 7.5 * EMU_PER_INCH
"""EMU of a page, 16:9 or 4:3, on which the sizes of this room are meant."""

_LEAST = 12
"""Points on a page of the usual height: below, nobody reads it."""


def page_scale(slide_height: int) -> float:
    """Return how much larger a text must be on a page than on a usual one, to be seen as large.

    1 on pages of a usual height (EMU) and on lower ones. Keynote's pages are 15 inches high.
    """
    return max(slide_height / _USUAL_HEIGHT, 1)


def least_size(slide_height: int) -> int:
    """Return the points of the smallest text on a page of a height (EMU), if no other size fits."""
    return round(_LEAST * slide_height / _USUAL_HEIGHT)


def no_larger_than_title(given: Mapping[PlaceholderRole, Placeholder]) -> PlaceholderMap:
    """Return the placeholders; texts that are larger than the title are set as large as it is."""
    title = given.get("title")
    if title is None:
        return dict(given)
    most = title.level_styles[0].size
    return {
        role: each if role in {"title", "progress"} else _no_larger(each, most)
        for role, each in given.items()
    }


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
