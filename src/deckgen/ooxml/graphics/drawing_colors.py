"""The theme colours of a drawing, by name; their values serve only to choose readable ones."""

from typing import NamedTuple

from deckgen.brand.contrast import TEXT_MINIMUM, contrast_ratio, luminance
from deckgen.deck.drawing_style import ColorRole
from deckgen.deck.layout import Layout
from deckgen.deck.slide import PlaceholderRole
from deckgen.ooxml.backdrop import ACCENTS, NEUTRALS, Backdrop

_TEXTS: tuple[PlaceholderRole, ...] = ("body", "second", "title")
_SUBTLE = (1.05, 1.8)
"""Contrast of a panel with its backdrop, least and most: seen, but no block of colour."""


class DrawingColors(NamedTuple):
    """The colours of a drawing: names in the theme; RRGGBB if the layout's text has no other."""

    text: str
    quiet: str
    accent: str
    panel: str
    """Empty if no colour of the theme differs a little from the backdrop."""
    backdrop: Backdrop

    def named(self, ink: ColorRole) -> str:
        """Return the name of the theme colour for an ink; empty for none."""
        colors = self.backdrop.colors
        by_ink = {
            "": "",
            "text": self.text,
            "quiet": self.quiet,
            "accent": self.accent,
            "panel": self.panel,
            "paper": max(NEUTRALS, key=lambda name: luminance(colors[name])),
            "dark": min(NEUTRALS, key=lambda name: luminance(colors[name])),
        }
        return by_ink[ink]

    def on(self, fill: ColorRole, ink: ColorRole) -> str:
        """Return the name of the colour for text on a fill: its own if it can be read there."""
        return self.behind(fill).readable(self.named(ink))

    def behind(self, fill: ColorRole) -> Backdrop:
        """Return the backdrop of text on a fill."""
        name = self.named(fill)
        return self.backdrop.below(name) if name else self.backdrop


def drawing_colors(layout: Layout, backdrop: Backdrop) -> DrawingColors:
    """Return the colours for a drawing that stands on the backdrop, on a slide of the layout."""
    first = next(
        (placeholder for role in _TEXTS if (placeholder := layout.placeholder(role))), None
    )
    level = first.level_styles[0] if first else None
    text = backdrop.readable(level.color if level else "")
    kicker = layout.placeholder("kicker")
    quiet = backdrop.readable(kicker.level_styles[0].color if kicker else "", text)
    marks = [level.mark_color] if level else []
    accents = (name for name in (*marks, *ACCENTS) if name in ACCENTS and backdrop.reads(name))
    return DrawingColors(text, quiet, next(accents, text), _panel(backdrop, text), backdrop)


def _panel(backdrop: Backdrop, text: str) -> str:
    least, most = _SUBTLE
    for name in ("lt2", "dk2", "lt1", "dk1"):
        subtle = least <= contrast_ratio(backdrop.colors[name], backdrop.rgb) <= most
        if subtle and contrast_ratio(backdrop.colors[name], backdrop.rgb_of(text)) >= TEXT_MINIMUM:
            return name
    return ""
