"""What slides show otherwise than their layout has it, in words."""

from typing import NamedTuple

from deckgen.template.match.choosing.layout_contents import layout_contents
from deckgen.template.match.choosing.match_layouts import LayoutMatch
from deckgen.template.match.choosing.placeholder_roles import PlaceholderMap
from deckgen.template.match.compositions.display_page import (
    DISPLAY_ROLES,
    with_details_below,
    with_display_title,
)
from deckgen.template.match.compositions.quote_box import with_quotation
from deckgen.template.match.places.free_areas import (
    with_columns,
    with_joined_columns,
    with_large_body,
)
from deckgen.template.match.places.surroundings import Surroundings, seen_shapes
from deckgen.template.match.roles import SLIDE_ROLES, TemplateRole
from deckgen.template.template import Template

_DISPLAY = "the title stands large in the middle, the text below it"
_BELOW = "the title stands above its text, which has one line above it"
_PAGE = "the list has the page below the headline"
_ABOVE = "the headline stands above the picture"
_JOINED = "one text has the width of all columns"
_COLUMNS = "the columns share the place of the text"
_QUOTATION = "the headline has the page, who said it stands small below"


class Composition(NamedTuple):
    """How slides of a role are set where their layout has another place for their text."""

    role: TemplateRole
    layout: str
    """Its name."""
    words: str
    is_substitute: bool
    """Whether the layout was made for another role."""


def compositions(matches: tuple[LayoutMatch, ...], template: Template) -> tuple[Composition, ...]:
    """Return the compositions of those roles whose text has other places than in the layout."""
    return tuple(
        Composition(match.role, match.layout.name, words, match.is_substitute)
        for match in matches
        if match.role in SLIDE_ROLES and (words := _composition(match, template))
    )


def _composition(match: LayoutMatch, template: Template) -> str:
    role, layout, own = match.role, match.layout, dict(match.placeholders)
    width, height = template.opened.width, template.opened.height
    around = Surroundings(seen_shapes(layout, ()), layout, height)
    contents = layout_contents(layout.layout, width, height)
    tried: list[tuple[str, PlaceholderMap]] = [
        (_ABOVE if role == "bleed" else _PAGE, with_large_body(role, own, width, height)),
        (_JOINED, with_joined_columns(role, own, contents)),
        (_COLUMNS, with_columns(role, own)),
    ]
    if role in {"cover", "closing"}:
        tried.append((_BELOW, with_details_below(own, around)))
    if role in DISPLAY_ROLES and (match.is_substitute or match.is_named):
        tried.insert(0, (_DISPLAY, with_display_title(own, around)))
    if role == "quote":
        tried.insert(0, (_QUOTATION, with_quotation(own, around)))
    return next((words for words, placed in tried if placed is not own), "")
