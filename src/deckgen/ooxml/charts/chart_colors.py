"""Which theme colours a chart is drawn in: always by name, so that another theme restyles it.

The colours of the theme are looked at only to choose among them: each series must stand out from
the ground, neighbours must differ in lightness (so that they differ in print, and to those who do
not see colours), and words on a colour must be readable.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from deckgen.brand.contrast import GRAPHIC_MINIMUM, TEXT_MINIMUM, contrast_ratio, mixed, modulated
from deckgen.deck.layout import Color, Layout, Placeholder
from deckgen.ooxml.backdrop import ACCENTS, NEUTRALS, Backdrop

_MOST_COLORS = 24
"""Of so many series each has a colour of its own; no eye tells more apart, and they come again."""
_APART = 1.35
"""Contrast of neighbours."""
_ALIKE = 3 * 40**2
"""Distance of two colours (the sum of the squares of their parts) that look alike."""
_DARKER = ((100, 0), (75, 0), (50, 0), (25, 0))
_LIGHTER = ((100, 0), (60, 40), (40, 60), (20, 80))
"""Per cent `lumMod` and `lumOff`: the steps in which PowerPoint itself offers theme colours, and a
last one for those that are nearly white."""
_MUTED = {True: ((45, 55), (50, 50), (60, 40), (75, 25)), False: ((60, 0), (75, 0))}
"""`lumMod` and `lumOff` of dark and of light text, for lines that a highlight leaves behind."""
_QUIET = {True: (75, 25), False: (75, 0)}
"""The same for small words."""
_MUTED_FILLS = range(40, 101, 10)
"""Per cent of the text colour, over the ground, for columns and slices that it leaves behind. Lines
and words have no alpha: LibreOffice shows marks without it, and cuts words off."""
_ON_FILLS = {"dk1": ((100, 0), (50, 0), (0, 0)), "lt1": ((100, 0), (20, 80), (0, 100))}
"""The steps of dark and of light words on a colour: one of black and white can always be read."""


class ChartColor(NamedTuple):
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


class ChartColors(NamedTuple):
    """The colours of one chart."""

    text: ChartColor
    ground: str
    """RRGGBB."""
    is_light: bool
    """Whether the ground is."""
    lead: ChartColor
    """What one series is drawn in, and what is highlighted."""
    colors: Mapping[str, str]

    def faded(self, percent: int) -> ChartColor:
        """Return the text colour, let through to the ground."""
        return self.text._replace(
            alpha=percent, rgb=mixed(self.ground, self.text.rgb, percent / 100)
        )

    @property
    def muted_fill(self) -> ChartColor:
        """What columns and slices are drawn in that stand back behind a highlight."""
        fills = [self.faded(percent) for percent in _MUTED_FILLS]
        return next((ink for ink in fills if self._is_seen(ink)), fills[-1])

    @property
    def muted(self) -> ChartColor:
        """What lines and marks are drawn in that stand back behind a highlight."""
        inks = _steps(self.text.name, self.colors, _MUTED[self.is_light])
        return next((ink for ink in inks if self._is_seen(ink)), self.text)

    @property
    def quiet(self) -> ChartColor:
        """What units, sources and the steps of an axis are set in."""
        (ink,) = _steps(self.text.name, self.colors, (_QUIET[self.is_light],))
        return self.readable(ink)

    def _is_seen(self, ink: ChartColor) -> bool:
        return contrast_ratio(ink.rgb, self.ground) >= GRAPHIC_MINIMUM

    def readable(self, ink: ChartColor) -> ChartColor:
        """Return a colour for words on the ground: this one if it can be read, else the text's."""
        return ink if contrast_ratio(ink.rgb, self.ground) >= TEXT_MINIMUM else self.text

    @property
    def ground_line(self) -> str:
        """An edge in the colour of the ground, which keeps neighbours apart."""
        return f'<a:ln w="19050">{self.ground_ink.fill}</a:ln>'

    @property
    def ground_ink(self) -> ChartColor:
        """The colour of the ground."""
        return _nearest(self.ground, self.colors)

    def series(self, count: int) -> list[ChartColor]:
        """Return colours for so many series, up to 24 of them different; tints after six."""
        # What the theme has as it is comes before what has to be made darker or lighter.
        rest = sorted((_standing_out(name, self) for name in ACCENTS), key=_changes)
        rest = [ink for ink in rest if ink.name != self.lead.name]
        chosen = [self.lead]
        while len(chosen) < min(count, _MOST_COLORS):
            chosen.append(self._next(chosen, [ink for ink in rest if ink not in chosen]))
        return [chosen[at % len(chosen)] for at in range(count)]

    def _next(self, chosen: list[ChartColor], rest: list[ChartColor]) -> ChartColor:
        """Return the first colour that is lighter or darker than those chosen, else another hue."""

        def apart(ink: ChartColor) -> int:
            return min(_distance(ink, one) for one in chosen)

        for ink in rest:
            if all(contrast_ratio(ink.rgb, one.rgb) >= _APART for one in chosen):
                return ink
        best = max(rest, key=apart, default=None)
        if best is not None and apart(best) >= _ALIKE:
            return best
        steps = (*_DARKER, *_LIGHTER)
        tints = [ink for name in ACCENTS for ink in _steps(name, self.colors, steps)]
        return max(filter(self._is_seen, (*rest, *tints)), key=apart, default=self.text)

    def on(self, ink: ChartColor) -> ChartColor:
        """Return the colour for words on a colour: the lightest or the darkest of the theme.

        Where neither can be read, it is made lighter or darker.
        """
        steps = [_steps(name, self.colors, _ON_FILLS[name]) for name in ("lt1", "dk1")]
        found = max(steps, key=lambda inks: contrast_ratio(inks[0].rgb, ink.rgb))
        tries = [found[0], *sorted((one for inks in steps for one in inks), key=_changes)]
        readable = (one for one in tries if contrast_ratio(one.rgb, ink.rgb) >= TEXT_MINIMUM)
        return next(readable, max(tries, key=lambda one: contrast_ratio(one.rgb, ink.rgb)))


def chart_colors(layout: Layout, placeholder: Placeholder | None, ground: Backdrop) -> ChartColors:
    """Return the colours for a chart on a layout, of which it stands on the `ground`."""
    colors = ground.colors
    level = placeholder.level_styles[0] if placeholder and placeholder.level_styles else None
    name: Color = level.color if level else "lt1" if layout.tone == "dark" else "dk1"
    # Where the template gives its text a colour of its own, the theme's nearest stands for it.
    own = name if name in colors else _nearest(name, colors).name
    text = ground.readable(own)
    marks = [level.mark_color] if level else []
    names = [mark for mark in marks if mark in ACCENTS] or ["accent1"]
    first = ChartColor(text, colors[text])
    bare = ChartColors(first, ground.rgb, ground.is_light, first, colors)
    return bare._replace(lead=_standing_out(names[0], bare))


def _standing_out(name: str, inks: ChartColors) -> ChartColor:
    """Return a theme colour, darker or lighter if it would be lost on the ground."""
    steps = (_DARKER, _LIGHTER) if inks.is_light else (_LIGHTER, _DARKER)
    found = _steps(name, inks.colors, steps[0] + steps[1])
    seen = (ink for ink in found if contrast_ratio(ink.rgb, inks.ground) >= GRAPHIC_MINIMUM)
    return next(seen, max(found, key=lambda ink: contrast_ratio(ink.rgb, inks.ground)))


def _changes(ink: ChartColor) -> int:
    """Return how far a colour of the theme has been changed."""
    return 100 - ink.mod + ink.off


def _steps(
    name: str, colors: Mapping[str, str], steps: tuple[tuple[int, int], ...]
) -> list[ChartColor]:
    """Return a theme colour in each of some steps of `lumMod` and `lumOff`."""
    return [ChartColor(name, modulated(colors[name], mod, off), mod, off) for mod, off in steps]


def _distance(one: ChartColor, other: ChartColor) -> int:
    """Return how far two colours are apart, to the eye of a camera."""
    parts = ((int(ink.rgb[at : at + 2], 16) for ink in (one, other)) for at in (0, 2, 4))
    return sum((left - right) ** 2 for left, right in parts)


def _nearest(rgb: str, colors: Mapping[str, str]) -> ChartColor:
    """Return the neutral colour of the theme that is nearest to a colour in lightness."""
    name = min(NEUTRALS, key=lambda name: contrast_ratio(colors[name], rgb))
    return ChartColor(name, colors[name])
