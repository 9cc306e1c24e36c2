"""Where pictures, tables and charts stand on layouts that have no placeholder for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from deckgen.deck.box import Box
from deckgen.deck.layout import Placeholder
from deckgen.deck.model import PlaceholderRole
from deckgen.template.names import TemplateRole

_Places: TypeAlias = dict[PlaceholderRole, Placeholder]
_CONTENT: frozenset[TemplateRole] = frozenset({"bullets", "text", "question", "two-contents"})
_HALF, _BETWEEN = 0.48, 0.04
"""Shares of a body's width: each of two columns, and the gap between them."""
_LEAST_PICTURE = 0.4
"""Share of the slide's height that a picture from edge to edge has at the least."""


def halved(role: TemplateRole, places: _Places) -> _Places:
    """Return the places for two contents: a body that has nothing beside it has one half only."""
    body = places.get("body")
    if role != "two-contents" or body is None or "second" in places:
        return places
    half = body.box._replace(cx=round(body.box.cx * _HALF))
    return places | {"body": body._replace(box=half, moved=True)}


def rooms(
    role: TemplateRole, places: Mapping[PlaceholderRole, Placeholder], width: int, height: int
) -> tuple[tuple[PlaceholderRole, Box], ...]:
    """Return where graphics stand for which a layout has no placeholder.

    Beside the text, in the other half; without a body, on the page below the title; and a picture
    from edge to edge below the title.
    """
    body = places.get("body")
    if role == "bleed":
        top = _below_title(places, height)
        return (("body", Box(0, top, width, height - top)),)
    if role not in _CONTENT:
        return ()
    if body is None:
        top = _below_title(places, height)
        left = round(width * 0.07)
        return (("body", Box(left, top, width - 2 * left, round(height * 0.9) - top)),)
    if role == "two-contents" and "second" not in places:
        gap = round(body.box.cx * _BETWEEN / _HALF)
        return (("second", body.box._replace(x=body.box.x + body.box.cx + gap)),)
    return ()


def _below_title(places: Mapping[PlaceholderRole, Placeholder], height: int) -> int:
    title = places.get("title")
    end = title.box.y + title.box.cy if title else 0
    return end if end <= height * (1 - _LEAST_PICTURE) else round(height * 0.25)
