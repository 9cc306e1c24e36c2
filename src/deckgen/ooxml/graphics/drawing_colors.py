"""Which theme colours a drawing has, always by name; looked at only to choose ones to be read."""

from __future__ import annotations

from typing import NamedTuple

from deckgen.brand.contrast import TEXT_MINIMUM, contrast_ratio, luminance
from deckgen.deck.graphics.drawing_style import ColorRole
from deckgen.deck.layout import Layout
from deckgen.deck.slide import PlaceholderRole
from deckgen.ooxml.backdrop import ACCENTS, NEUTRALS, Backdrop

_TEXTS: tuple[PlaceholderRole, ...] = ("body", "second", "title")
_SUBTLE = (1.05, 1.8)
"""Contrast between a panel and the ground: seen, but no block of colour."""


class DrawingColors(NamedTuple):
    """The colours of a drawing: names in the theme."""

    text: str
    quiet: str
    accent: str
    panel: str
    """Empty if the theme has none that is a little other than the ground."""
    ground: Backdrop

    def named(self, ink: ColorRole) -> str:
        """Return the name of the theme colour for an ink; empty for none."""
        colors = self.ground.colors
        known = {
            "": "",
            "text": self.text,
            "quiet": self.quiet,
            "accent": self.accent,
            "panel": self.panel,
            "paper": max(NEUTRALS, key=lambda name: luminance(colors[name])),
            "dark": min(NEUTRALS, key=lambda name: luminance(colors[name])),
        }
        return known[ink]

    def on(self, fill: ColorRole, ink: ColorRole) -> str:
        """Return the name of the colour for text on a fill: its own if it can be read there."""
        name = self.named(fill)
        ground = self.ground.below(name) if name else self.ground
        return ground.readable(self.named(ink))


def drawing_colors(layout: Layout, ground: Backdrop) -> DrawingColors:
    """Return the colours for a drawing on a layout, of which it stands on the `ground`."""
    place = next((found for role in _TEXTS if (found := layout.placeholder(role))), None)
    level = place.level_styles[0] if place else None
    text = ground.readable(level.color if level else "")
    kicker = layout.placeholder("kicker")
    quiet = kicker.level_styles[0].color if kicker else ""
    marks = [level.mark_color] if level else []
    accent = next((one for one in (*marks, *ACCENTS) if one in ACCENTS and ground.reads(one)), text)
    return DrawingColors(text, ground.readable(quiet, text), accent, _panel(ground, text), ground)


def _panel(ground: Backdrop, text: str) -> str:
    least, most = _SUBTLE
    for name in ("lt2", "dk2", "lt1", "dk1"):
        subtle = least <= contrast_ratio(ground.colors[name], ground.rgb) <= most
        if subtle and contrast_ratio(ground.colors[name], ground.colors[text]) >= TEXT_MINIMUM:
            return name
    return ""
