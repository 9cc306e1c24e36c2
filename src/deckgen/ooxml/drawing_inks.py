"""Which theme colours a drawing has, always by name; looked at only to choose ones to be read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from deckgen.brand.contrast import MINIMUM, contrast, luminance
from deckgen.deck.inks import Ink
from deckgen.deck.layout import Layout, Placeholder
from deckgen.deck.model import PlaceholderRole

_NEUTRALS = ("dk1", "lt1", "dk2", "lt2")
_ACCENTS = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
_TEXTS: tuple[PlaceholderRole, ...] = ("body", "second", "title")
_SUBTLE = (1.05, 1.8)
"""Contrast between a panel and the ground: seen, but no block of colour."""
_DARK = 0.4
"""Luminance below which a text colour means a light ground."""


class Inks(NamedTuple):
    """The colours of a drawing: names in the theme."""

    text: str
    quiet: str
    accent: str
    panel: str
    """Empty if the theme has none that is a little other than the ground."""
    colors: Mapping[str, str]

    def named(self, ink: Ink) -> str:
        """Return the name of the theme colour for an ink; empty for none."""
        known = {
            "": "",
            "text": self.text,
            "quiet": self.quiet,
            "accent": self.accent,
            "panel": self.panel,
            "paper": max(_NEUTRALS, key=lambda name: luminance(self.colors[name])),
            "dark": min(_NEUTRALS, key=lambda name: luminance(self.colors[name])),
        }
        return known[ink]

    def on(self, fill: Ink, ink: Ink) -> str:
        """Return the name of the colour for text on a fill: its own if it can be read there."""
        own, ground = self.named(ink), self.named(fill)
        if not ground or contrast(self.colors[own], self.colors[ground]) >= MINIMUM:
            return own
        return _most_readable(self.colors[ground], self.colors)


def inks(layout: Layout, colors: Mapping[str, str]) -> Inks:
    """Return the colours for a drawing on a layout; `colors` are those of the theme, RRGGBB."""
    place = next((found for role in _TEXTS if (found := layout.placeholder(role))), None)
    ground = _ground(place, layout, colors)
    own = place.levels[0].color if place else ""
    text = own if _reads(own, ground, colors) else _most_readable(ground, colors)
    kicker = layout.placeholder("kicker")
    quiet = kicker.levels[0].color if kicker else ""
    marks = (place.levels[0].mark_color,) if place else ()
    accent = next((one for one in (*marks, *_ACCENTS) if _is_accent(one, ground, colors)), text)
    return Inks(
        text,
        quiet if _reads(quiet, ground, colors) else text,
        accent,
        _panel(ground, colors[text], colors),
        colors,
    )


def _is_accent(name: str, ground: str, colors: Mapping[str, str]) -> bool:
    return name in _ACCENTS and _reads(name, ground, colors)


def _reads(name: str, ground: str, colors: Mapping[str, str]) -> bool:
    return name in colors and contrast(colors[name], ground) >= MINIMUM


def _most_readable(ground: str, colors: Mapping[str, str]) -> str:
    return max(_NEUTRALS, key=lambda name: contrast(colors[name], ground))


def _ground(place: Placeholder | None, layout: Layout, colors: Mapping[str, str]) -> str:
    """Return what a drawing stands on, RRGGBB; else what can be told from the text there."""
    if place is not None and place.behind:
        return place.behind
    text = place.levels[0].color if place else "lt1" if layout.tone == "dark" else "dk1"
    shown = colors.get(text, text)
    if luminance(shown) < _DARK:
        return colors["lt1"]
    override = layout.color_map_override.partition('bg1="')[2].partition('"')[0]
    return colors[override] if override in colors else colors["dk1"]


def _panel(ground: str, text: str, colors: Mapping[str, str]) -> str:
    least, most = _SUBTLE
    for name in ("lt2", "dk2", "lt1", "dk1"):
        subtle = least <= contrast(colors[name], ground) <= most
        if subtle and contrast(colors[name], text) >= MINIMUM:
            return name
    return ""
