"""What a layout can be for: the vocabulary of this room."""

from typing import Literal, TypeAlias, get_args

from deckgen.deck.slide import LayoutRole

_HandRole: TypeAlias = Literal["comparison", "picture", "title-only", "blank"]
TemplateRole: TypeAlias = LayoutRole | _HandRole
"""A role of a slide, or a use that only people make of a layout, by hand, which reports name."""

SLIDE_ROLES: tuple[LayoutRole, ...] = get_args(LayoutRole)
"""The roles that slides have. Each of them needs a layout."""
ALL_ROLES: tuple[TemplateRole, ...] = (*SLIDE_ROLES, *get_args(_HandRole))


def role_key(role: TemplateRole) -> str:
    """Return the key of a role below `layouts:` in a brand.yaml."""
    return role.replace("-", "_")
