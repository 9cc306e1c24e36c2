"""Text on masters with other fonts than those of the main one."""

from deckgen.deck.layout import Placeholder
from deckgen.template.match.choosing.match_layouts import LayoutMatch
from deckgen.template.template import Template, Theme


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
