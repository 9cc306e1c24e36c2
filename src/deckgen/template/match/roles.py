"""What a layout can be for: the vocabulary of this room."""

from typing import Literal, TypeAlias, get_args

from deckgen.deck.slide import LayoutRole

TemplateRole: TypeAlias = LayoutRole | Literal["comparison", "picture", "title-only", "blank"]
"""A role of a slide, or a use that only people make of a layout, by hand."""

SLIDE_ROLES: tuple[LayoutRole, ...] = get_args(LayoutRole)
"""The roles that slides have. Each of them needs a layout."""
HAND_ROLES: tuple[TemplateRole, ...] = ("comparison", "picture", "title-only", "blank")
"""The roles that reports name, but that no slide has."""
ALL_ROLES: tuple[TemplateRole, ...] = (*SLIDE_ROLES, *HAND_ROLES)


def role_key(role: TemplateRole) -> str:
    """Return the key of a role below `layouts:` in a brand.yaml."""
    return role.replace("-", "_")
