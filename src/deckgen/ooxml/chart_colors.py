"""Which theme colours a chart is drawn in: always by name, so that another theme restyles it.

The colours of the theme are looked at only to choose among them: each series must stand out from
the ground, neighbours must differ in lightness (so that they differ in print, and to those who do
not see colours), and words on a colour must be readable.
"""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from typing import NamedTuple

from deckgen.brand.contrast import contrast, luminance, mixed
from deckgen.deck.layout import Color, Layout, Placeholder

_ACCENTS = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
_LEAST_FILL, _LEAST_LINE = 1.6, 3.0
"""Contrast with the ground: of areas, which bear numbers or edges, and of lines and marks."""
_APART = 1.35
"""Contrast of neighbours."""
_DARKER = ((100, 0), (75, 0), (50, 0))
_LIGHTER = ((100, 0), (60, 40), (40, 60), (20, 80))
"""Per cent `lumMod` and `lumOff`: the steps in which PowerPoint itself offers theme colours."""
_MUTED = {True: (45, 55), False: (60, 0)}
"""`lumMod` and `lumOff` of dark and of light text, for lines that a highlight leaves behind."""
_QUIET = {True: (75, 25), False: (75, 0)}
"""The same for small words."""
_MUTED_FILL = 40
"""Per cent of the text colour, over the ground, for columns and slices that it leaves behind. Lines
and words have no alpha: LibreOffice shows marks without it, and cuts words off."""
_TEXT = 4.5
"""Contrast of words with the ground (WCAG 2.1, 1.4.3)."""


class Ink(NamedTuple):
    """A theme colour by its name, as it is or changed."""

    name: str
    rgb: str
    """What it looks like on the ground."""
    mod: int = 100
    off: int = 0
    alpha: int = 100

    @property
    def xml(self) -> str:
        """The colour as DrawingML."""
        changes = ""
        if self.mod != 100 or self.off:
            changes = f'<a:lumMod val="{self.mod * 1000}"/>'
            changes += f'<a:lumOff val="{self.off * 1000}"/>' if self.off else ""
        if self.alpha != 100:
            changes += f'<a:alpha val="{self.alpha * 1000}"/>'
        return f'<a:schemeClr val="{self.name}">{changes}</a:schemeClr>'

    @property
    def fill(self) -> str:
        """A fill of this colour."""
        return f"<a:solidFill>{self.xml}</a:solidFill>"


class Inks(NamedTuple):
    """The colours of one chart."""

    text: Ink
    ground: str
    """RRGGBB."""
    lead: Ink
    """What one series is drawn in, and what is highlighted."""
    colors: Mapping[str, str]

    def faded(self, percent: int) -> Ink:
        """Return the text colour, let through to the ground."""
        return self.text._replace(
            alpha=percent, rgb=mixed(self.ground, self.text.rgb, percent / 100)
        )

    @property
    def muted_fill(self) -> Ink:
        """What columns and slices are drawn in that stand back behind a highlight."""
        return self.faded(_MUTED_FILL)

    @property
    def muted(self) -> Ink:
        """What lines and marks are drawn in that stand back behind a highlight."""
        return self._stepped(_MUTED)

    @property
    def quiet(self) -> Ink:
        """What units, sources and the steps of an axis are set in."""
        return self.readable(self._stepped(_QUIET))

    def _stepped(self, steps: Mapping[bool, tuple[int, int]]) -> Ink:
        mod, off = steps[luminance(self.ground) > 0.4]
        return self.text._replace(mod=mod, off=off, rgb=_changed(self.text.rgb, mod, off))

    def readable(self, ink: Ink) -> Ink:
        """Return a colour for words on the ground: this one if it can be read, else the text's."""
        return ink if contrast(ink.rgb, self.ground) >= _TEXT else self.text

    @property
    def ground_line(self) -> str:
        """An edge in the colour of the ground, which keeps neighbours apart."""
        return f'<a:ln w="19050">{self.ground_ink.fill}</a:ln>'

    @property
    def ground_ink(self) -> Ink:
        """The colour of the ground."""
        return _nearest(self.ground, self.colors)

    def series(self, count: int, *, lines: bool) -> list[Ink]:
        """Return colours for so many series, each another; of more than six, some are tints."""
        least = _LEAST_LINE if lines else _LEAST_FILL
        rest = [_standing_out(name, self.colors, self.ground, least) for name in _ACCENTS]
        rest = [ink for ink in rest if ink.name != self.lead.name]
        chosen = [self.lead]
        while rest:
            distances = [min(contrast(ink.rgb, one.rgb) for one in chosen) for ink in rest]
            apart = [at for at, distance in enumerate(distances) if distance >= _APART]
            chosen.append(rest.pop(apart[0] if apart else distances.index(max(distances))))
        tints = [
            ink
            for name in (self.lead.name, *_ACCENTS)
            for ink in _steps(name, self.colors, (*_DARKER, *_LIGHTER))
            if contrast(ink.rgb, self.ground) >= least
        ]
        while len(chosen) < count:
            chosen.append(max(tints, key=lambda ink: min(_distance(ink, one) for one in chosen)))
        return chosen[:count]

    def on(self, ink: Ink) -> Ink:
        """Return the colour for words on a colour: the lightest or the darkest of the theme."""
        pair = [Ink(name, self.colors[name]) for name in ("lt1", "dk1")]
        return max(pair, key=lambda one: contrast(one.rgb, ink.rgb))


def inks(layout: Layout, placeholder: Placeholder | None, colors: Mapping[str, str]) -> Inks:
    """Return the colours for a chart on a layout; `colors` are those of the theme, RRGGBB."""
    level = placeholder.levels[0] if placeholder and placeholder.levels else None
    name: Color = level.color if level else "lt1" if layout.tone == "dark" else "dk1"
    # Where the template gives its text a colour of its own, the theme's nearest stands for it.
    text = Ink(name, colors[name]) if name in colors else _nearest(name, colors)
    ground = _ground(layout, text, colors)
    marks = [level.mark_color] if level else []
    names = [mark for mark in marks if mark in _ACCENTS] or ["accent1"]
    return Inks(text, ground, _standing_out(names[0], colors, ground, _LEAST_LINE), colors)


def _ground(layout: Layout, text: Ink, colors: Mapping[str, str]) -> str:
    """Return what the slide's ground looks like, as far as it can be told from the text on it."""
    if luminance(text.rgb) < 0.4:
        return colors["lt1"]
    override = layout.color_map_override.partition('bg1="')[2].partition('"')[0]
    dark = [colors.get(name, "") for name in (override, "dk2", "dk1")]
    return max((rgb for rgb in dark if rgb), key=lambda rgb: contrast(rgb, text.rgb) > 4.5)


def _standing_out(name: str, colors: Mapping[str, str], ground: str, least: float) -> Ink:
    """Return a theme colour, darker or lighter if it would be lost on the ground."""
    steps = _DARKER if luminance(ground) > 0.4 else _LIGHTER
    found = _steps(name, colors, steps)
    return next((ink for ink in found if contrast(ink.rgb, ground) >= least), found[-1])


def _steps(name: str, colors: Mapping[str, str], steps: tuple[tuple[int, int], ...]) -> list[Ink]:
    """Return a theme colour in each of some steps of `lumMod` and `lumOff`."""
    return [Ink(name, _changed(colors[name], mod, off), mod, off) for mod, off in steps]


def _distance(one: Ink, other: Ink) -> int:
    """Return how far two colours are apart, to the eye of a camera."""
    parts = ((int(ink.rgb[at : at + 2], 16) for ink in (one, other)) for at in (0, 2, 4))
    return sum((left - right) ** 2 for left, right in parts)


def _changed(color: str, mod: int, off: int) -> str:
    """Return a colour with its lightness changed as `lumMod` and `lumOff` do (20.1.2.3.20)."""
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = min(light * mod / 100 + off / 100, 1)
    return "".join(
        f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, light, saturation)
    )


def _nearest(rgb: str, colors: Mapping[str, str]) -> Ink:
    """Return the neutral colour of the theme that is nearest to a colour in lightness."""
    name = min(("dk1", "lt1", "dk2", "lt2"), key=lambda name: contrast(colors[name], rgb))
    return Ink(name, colors[name])
