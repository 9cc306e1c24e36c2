"""Text that a template lets begin at the very edge of the page."""

from collections.abc import Container

from deckgen.deck.layout import Placeholder
from deckgen.template.match.choosing.placeholder_roles import PlaceholderMap

_EDGE, _MARGIN = 0.01, 0.05
"""Shares of the page's width: text closer to its edge is set with that margin."""


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
    text, edge, margin = place.inner_box, round(width * _EDGE), round(width * _MARGIN)
    left = margin - text.x if text.x < edge else 0
    right = text.right - (width - margin) if text.right > width - edge else 0
    if not (left or right):
        return place
    box = place.box._replace(x=place.box.x + left, cx=place.box.cx - left - right)
    return place.in_box(box)
