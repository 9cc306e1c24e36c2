"""A layout of a template that was chosen for a role, and the roles that there are."""

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple, TypeAlias, get_args

from deckgen.deck.layout import Placeholder
from deckgen.deck.slide import LayoutRole, PlaceholderRole
from deckgen.template.template import Template, TemplateLayout, Theme

_HandRole: TypeAlias = Literal["comparison", "picture", "title-only", "blank"]
TemplateRole: TypeAlias = LayoutRole | _HandRole
"""A role of a slide, or a use that only people make of a layout, by hand, which reports name."""

SLIDE_ROLES: tuple[LayoutRole, ...] = get_args(LayoutRole)
"""The roles that slides have. Each of them needs a layout."""
ALL_ROLES: tuple[TemplateRole, ...] = (*SLIDE_ROLES, *get_args(_HandRole))


class LayoutMatch(NamedTuple):
    """The layout for a role."""

    role: TemplateRole
    layout: TemplateLayout
    placeholders: Mapping[PlaceholderRole, Placeholder]
    reason: str
    """Why this layout, in words: “PowerPoint marks it so (obj)”."""
    is_substitute: bool = False
    """Whether the layout was made for another role."""
    is_named: bool = False
    """Whether the author names it."""
    is_stated: bool = False
    """Whether its type or its name says so."""
    is_copy: bool = False
    """Whether the title stands where the layout for bullets has it."""

    @property
    def is_for_lists(self) -> bool:
        """Whether the layout may be one for a headline and a list, whatever its role is."""
        return self.is_substitute or self.is_named or self.is_copy

    def has_headline_of(self, title: Placeholder | None) -> bool:
        """Return whether its title stands where lists have theirs, as on LibreOffice's covers."""
        own = self.placeholders.get("title")
        return bool(title and own and own.box == title.box)


def match_for(role: LayoutRole, matches: Iterable[LayoutMatch]) -> LayoutMatch:
    """Return the match for a role of slides; every such role has one."""
    return next(match for match in matches if match.role == role)


def in_fonts_of(main: Theme, match: LayoutMatch, template: Template) -> LayoutMatch:
    """Return a match in which only text in the main theme's fonts is called “heading” and “body”.

    On a master with other fonts, text names its fonts.
    """
    theme = next(master.theme for master in template.masters if match.layout in master.layouts)
    if (theme.heading, theme.body) == (main.heading, main.body):
        return match
    fonts = {"heading": theme.heading, "body": theme.body}

    def named(placeholder: Placeholder) -> Placeholder:
        styles = (
            style._replace(font=fonts.get(style.font, style.font))
            for style in placeholder.level_styles
        )
        return placeholder._replace(level_styles=tuple(styles))

    placeholders = {role: named(placeholder) for role, placeholder in match.placeholders.items()}
    return match._replace(placeholders=placeholders)


def role_key(role: TemplateRole) -> str:
    """Return the key of a role below `layouts:` in a brand.yaml."""
    return role.replace("-", "_")
