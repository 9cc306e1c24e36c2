"""The fonts of a brand; those that its author left open are those of its style."""

from typing import NamedTuple

from deckgen.brand.design.style import FontPair
from deckgen.brand.tokens import CODE_FONT, FontTokens


class FontNames(NamedTuple):
    """The fonts of a theme, by the names that PowerPoint shows."""

    heading: str
    body: str
    code: str
    east_asian: str | None


def complete_fonts(fonts: FontTokens | None, defaults: FontPair) -> FontNames:
    """Return the fonts that a brand names, and the defaults for the others."""
    if fonts is None:
        return FontNames(*defaults, CODE_FONT, None)
    return FontNames(
        fonts.heading or defaults.heading,
        fonts.body or defaults.body,
        fonts.code,
        fonts.east_asian,
    )
