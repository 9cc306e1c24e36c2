"""What tables, charts, drawings and captions stand on, and which theme colours are seen there.

Colours are chosen by name, so that another theme restyles what is drawn; the theme's values are
looked at only to choose a name that can be read.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from deckgen.brand.contrast import (
    GRAPHIC_MINIMUM,
    LIGHT_LUMINANCE,
    TEXT_MINIMUM,
    contrast_ratio,
    luminance,
    mixed,
)
from deckgen.deck.box import Box
from deckgen.deck.layout import Layout, Placeholder

NEUTRALS = ("dk1", "lt1", "dk2", "lt2")
ACCENTS = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6")


class Backdrop(NamedTuple):
    """What something stands on."""

    rgb: str
    """RRGGBB."""
    colors: Mapping[str, str]
    """Those of the theme, RRGGBB by name."""

    @property
    def is_light(self) -> bool:
        """Whether dark colours are seen on it."""
        return luminance(self.rgb) > LIGHT_LUMINANCE

    def reads(self, name: str, least: float = TEXT_MINIMUM) -> bool:
        """Return whether a colour of the theme has at least so much contrast here."""
        return name in self.colors and contrast_ratio(self.colors[name], self.rgb) >= least

    def readable(self, *wanted: str) -> str:
        """Return the first colour for text that can be read here, else the neutral that is best."""
        return next(filter(self.reads, wanted), self._best(NEUTRALS))

    def visible(self, *wanted: str) -> str:
        """Return the first colour for lines and marks that is seen here, else the one seen best."""
        seen = (name for name in wanted if self.reads(name, GRAPHIC_MINIMUM))
        return next(seen, self._best((*wanted, *NEUTRALS)))

    def below(self, name: str, percent: int = 100) -> Backdrop:
        """Return what stands on an area that is filled with a colour, let through to this."""
        return self._replace(rgb=mixed(self.rgb, self.colors[name], percent / 100))

    def _best(self, names: tuple[str, ...]) -> str:
        known = [name for name in names if name in self.colors]
        return max(known, key=lambda name: contrast_ratio(self.colors[name], self.rgb))


def backdrop(
    layout: Layout, place: Placeholder | None, box: Box | None, colors: Mapping[str, str]
) -> Backdrop:
    """Return what a box on a layout stands on; `place` is the placeholder whose room it takes.

    Where a template does not say it, its text does: what is read there stands on the other end.
    """
    known = layout.color_behind(box) if box else None
    if known is None and place is not None:
        known = place.background
    if known is not None:
        return Backdrop(known, colors)
    text = place.level_styles[0].color if place else "lt1" if layout.tone == "dark" else "dk1"
    shown = colors.get(text, text)
    if luminance(shown) < LIGHT_LUMINANCE:
        return Backdrop(colors["lt1"], colors)
    override = layout.color_map_override.partition('bg1="')[2].partition('"')[0]
    dark = [colors.get(name, "") for name in (override, "dk2", "dk1")]
    found = next(
        (rgb for rgb in dark if rgb and contrast_ratio(rgb, shown) > TEXT_MINIMUM), colors["dk1"]
    )
    return Backdrop(found, colors)
