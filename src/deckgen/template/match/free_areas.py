"""Where contents stand on layouts that have no placeholder for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from deckgen.deck.box import Box
from deckgen.deck.layout import Placeholder
from deckgen.deck.slide import PlaceholderRole
from deckgen.template.match.layout_names import TemplateRole

_Places: TypeAlias = dict[PlaceholderRole, Placeholder]
_CONTENT: frozenset[TemplateRole] = frozenset(
    {"bullets", "text", "question", "two-contents", "three-contents"}
)
_BETWEEN = 0.04
"""Share of the width of all columns: the gap between two of them."""
_COLUMNS: Mapping[TemplateRole, tuple[PlaceholderRole, ...]] = {
    "two-contents": ("body", "second"),
    "three-contents": ("body", "second", "third"),
}
_LEAST_PICTURE = 0.4
"""Share of the slide's height that a picture from edge to edge has at the least."""


def with_columns(role: TemplateRole, places: _Places) -> _Places:
    """Return the places for several columns.

    Those that the layout lacks are text boxes which look like its body; all share its room then.
    """
    roles = _COLUMNS.get(role, ())
    found = [places[one] for one in roles if one in places]
    if not found or len(found) == len(roles):
        return places
    left = min(one.box.x for one in found)
    width = max(one.box.x + one.box.cx for one in found) - left
    gap = round(width * _BETWEEN)
    wide = (width - gap * (len(roles) - 1)) // len(roles)
    columns = {}
    for at, name in enumerate(roles):
        place = places.get(name)
        if place is None:
            place = found[0]._replace(idx=None, name=f"Column {at + 1}", is_text_box=True)
        box = found[0].box._replace(x=left + at * (wide + gap), cx=wide)
        columns[name] = place._replace(box=box, overrides_box=True)
    return places | columns


def graphic_areas(
    role: TemplateRole, places: Mapping[PlaceholderRole, Placeholder], width: int, height: int
) -> tuple[tuple[PlaceholderRole, Box], ...]:
    """Return where graphics stand for which a layout has no placeholder.

    Without a body, on the page below the title; and a picture from edge to edge below the title.
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
    return ()


def _below_title(places: Mapping[PlaceholderRole, Placeholder], height: int) -> int:
    title = places.get("title")
    end = title.box.y + title.box.cy if title else 0
    return end if end <= height * (1 - _LEAST_PICTURE) else round(height * 0.25)
