"""A layout of a template that was chosen for a role."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from deckgen.deck.layout import Placeholder
from deckgen.deck.slide import LayoutRole, PlaceholderRole
from deckgen.template.match.roles import TemplateRole
from deckgen.template.template import Template, TemplateLayout, Theme


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
    """Whether title and text stand where the layout for bullets has them."""

    @property
    def is_for_lists(self) -> bool:
        """Whether the layout may be one for a headline and a list, whatever its role is."""
        return self.is_substitute or self.is_named or self.is_copy


def match_for(role: LayoutRole, matches: Iterable[LayoutMatch]) -> LayoutMatch:
    """Return the match for a role of slides, for each of which there is one."""
    return next(match for match in matches if match.role == role)


def in_fonts_of(main: Theme, match: LayoutMatch, template: Template) -> LayoutMatch:
    """Return a match whose text has “heading” and “body” for the fonts of the main theme only.

    On a master with other fonts, text has these by name.
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
