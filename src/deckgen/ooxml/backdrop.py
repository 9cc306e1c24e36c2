"""The colour behind tables, charts, drawings and captions, and the theme colours seen on it.

Colours are chosen by name, so that another theme restyles the graphic. The theme's values serve
only to choose a name that can be read.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from deckgen.brand.contrast import (
    LIGHT_LUMINANCE,
    TEXT_MINIMUM,
    contrast_ratio,
    is_rgb,
    luminance,
    mixed,
)
from deckgen.deck.box import Box
from deckgen.deck.layout import Color, Layout, Placeholder

NEUTRALS = ("dk1", "lt1", "dk2", "lt2")
ACCENTS = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6")

_LINKS = ("hlink", "folHlink")
_SURE = 2
"""How many times the contrast a colour has that is read on a backdrop which is only guessed."""


class Backdrop(NamedTuple):
    """The colour behind a graphic or text."""

    rgb: str
    """RRGGBB."""
    colors: Mapping[str, str]
    """The colours of the theme, RRGGBB by name."""
    is_guess: bool = False
    """Whether the template does not say it, as of a picture: there, text needs more contrast."""

    @property
    def is_light(self) -> bool:
        """Whether dark colours are seen on it."""
        return luminance(self.rgb) > LIGHT_LUMINANCE

    def rgb_of(self, color: Color) -> str:
        """Return RRGGBB of a colour of the theme, or of RRGGBB itself."""
        return self.colors.get(color, color)

    def reads(self, color: Color, least: float = TEXT_MINIMUM) -> bool:
        """Return whether a colour has at least so much contrast here; an unknown name has none."""
        rgb, least = self.rgb_of(color), least * (_SURE if self.is_guess else 1)
        return is_rgb(rgb) and contrast_ratio(rgb, self.rgb) >= least

    def readable(self, *colors: Color) -> Color:
        """Return the first colour that can be read as text here, else the best neutral.

        RRGGBB becomes the name of a colour of the theme that is the same, if there is one.
        """
        return self._named(next(filter(self.reads, colors), self._best_neutral()))

    def below(self, color: Color, percent: int = 100) -> Backdrop:
        """Return the backdrop on an area filled with a colour, at an opacity in per cent."""
        rgb = mixed(self.rgb, self.rgb_of(color), percent / 100)
        return self._replace(rgb=rgb, is_guess=self.is_guess and percent < 100)

    def _named(self, color: Color) -> Color:
        if color in self.colors:
            return color
        same = (name for name in (*NEUTRALS, *ACCENTS) if self.colors.get(name) == color.upper())
        return next(same, color)

    def _best_neutral(self) -> str:
        present = [name for name in NEUTRALS if name in self.colors]
        return max(present, key=lambda name: contrast_ratio(self.colors[name], self.rgb))


def link_color(layout: Layout, behind: Backdrop, text: Color) -> Color:
    """Return the colour of links in text of a colour; empty if the theme's colours can be read.

    The theme has one for new links and one for those that were followed; where one of them is too
    weak, links have the colour of the text: docs/decisions/links.md.
    """
    names = (_mapped(name, layout.color_map_override) for name in _LINKS)
    grounds = (name for name in names if name in behind.colors)
    return "" if all(map(behind.reads, grounds)) else text


def _mapped(name: str, color_map_override: str) -> str:
    """Return the colour of the theme that a layout's override of the colour map has for a name."""
    return color_map_override.partition(f'{name}="')[2].partition('"')[0] or name


def backdrop(
    layout: Layout, placeholder: Placeholder | None, box: Box | None, colors: Mapping[str, str]
) -> Backdrop:
    """Return the backdrop of a box on a layout; `placeholder` is the one in whose area it stands.

    If the template does not say which it is, the colour of its text tells: dark text stands on a
    light backdrop, light text on a dark one.
    """
    color = layout.color_behind(box) if box else None
    if color is None and placeholder is not None:
        color = placeholder.background
    if color is not None:
        return Backdrop(color, colors)
    default = "lt1" if layout.tone == "dark" else "dk1"
    name = placeholder.level_styles[0].color if placeholder else default
    text = colors.get(name, name)
    if luminance(text) < LIGHT_LUMINANCE:
        return Backdrop(colors["lt1"], colors, is_guess=True)
    paper = _mapped("bg1", layout.color_map_override)
    dark = [colors[key] for key in (paper, "dk2", "dk1") if colors.get(key)]
    readable = (rgb for rgb in dark if contrast_ratio(rgb, text) > TEXT_MINIMUM)
    return Backdrop(next(readable, colors["dk1"]), colors, is_guess=True)
