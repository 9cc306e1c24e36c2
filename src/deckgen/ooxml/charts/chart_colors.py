"""The theme colours of a chart: always by name, so that another theme restyles it.

The values of the theme's colours serve only to choose among them. A series stands out from the
backdrop, neighbours differ in lightness, for print and for the colour-blind, and text is readable.
"""

from typing import NamedTuple

from deckgen.brand.contrast import (
    GRAPHIC_MINIMUM,
    TEXT_MINIMUM,
    contrast_ratio,
    hue,
    is_rgb,
    modulated,
)
from deckgen.deck.layout import Color, Font, Layout, Placeholder
from deckgen.ooxml.backdrop import ACCENTS, NEUTRALS, Backdrop

_MOST_COLORS = 24
"""Series with a colour of their own; more could not be told apart, so colours come again."""
_NEIGHBOUR_CONTRAST = 1.35
_GREY_CONTRAST = 1.5
"""Between greys, which no hue tells apart."""
_LOOK_ALIKE = 3 * 40**2
"""Distance of two colours that look alike: the sum of the squares of their differences in RGB."""
_YELLOW = range(35, 75)
"""Hues that darkened by half are ochre or olive, no colour of any brand."""
_DARKER = ((100, 0), (90, 0), (75, 0), (50, 0), (25, 0))
_LIGHTER = ((100, 0), (60, 40), (40, 60), (20, 80))
"""Per cent `lumMod` and `lumOff`: the steps in which PowerPoint itself offers theme colours, and a
last one for those that are nearly white."""
_MUTED = {True: ((45, 55), (50, 50), (60, 40), (75, 25)), False: ((60, 0), (75, 0))}
"""`lumMod` and `lumOff` of dark and of light text, for what is not highlighted. Not
alpha: lines would be seen through it, LibreOffice shows marks without it and cuts text off."""
_LEAST_MUTED = {True: ((85, 15),), False: ((100, 0), (60, 40))}
"""The same where none of these is seen, as on a background of middling lightness."""
_GREY = 20
"""`satMod`, as dark text may be a deep colour that is bright in a lighter step."""
_QUIET = {True: ((60, 40), (75, 25)), False: ((75, 0), (85, 0))}
"""The same for text that stands back."""
_HAIRLINE = {True: ((25, 75),), False: ((40, 0),)}
"""The same for rules that part rows and steps."""
_ON_FILLS = {"dk1": ((100, 0), (50, 0), (0, 0)), "lt1": ((100, 0), (20, 80), (0, 100))}
"""The steps of dark and of light text on a colour: either black or white can always be read."""


class ChartColor(NamedTuple):
    """A colour of the theme by its name, or the RRGGBB of the text, as it is or changed."""

    name: Color
    rgb: str
    """RRGGBB, as it is seen on the backdrop."""
    mod: int = 100
    off: int = 0
    sat: int = 100

    @property
    def xml(self) -> str:
        """The colour as DrawingML."""
        changes = ""
        if self.sat != 100:
            changes = f'<a:satMod val="{self.sat * 1000}"/>'
        if self.mod != 100 or self.off:
            changes += f'<a:lumMod val="{self.mod * 1000}"/>'
            changes += f'<a:lumOff val="{self.off * 1000}"/>' if self.off else ""
        tag = "srgbClr" if is_rgb(self.name) else "schemeClr"
        return f'<a:{tag} val="{self.name}">{changes}</a:{tag}>'

    @property
    def fill(self) -> str:
        """A fill of this colour."""
        return f"<a:solidFill>{self.xml}</a:solidFill>"

    @property
    def change(self) -> int:
        """How far the colour of the theme has been changed."""
        return 100 - self.mod + self.off


class ChartColors(NamedTuple):
    """The colours of one chart."""

    text: ChartColor
    backdrop: Backdrop
    lead: ChartColor
    """The colour of a single series, and of what is highlighted."""
    font: Font
    """The font of all text."""

    @property
    def muted(self) -> ChartColor:
        """The colour of columns, slices, lines and marks that are not highlighted."""
        return self.muted_steps[0]

    @property
    def muted_steps(self) -> list[ChartColor]:
        """The same in several steps, for series that a legend must tell apart."""
        steps = self._steps(self.text.name, _MUTED[self.backdrop.is_light], _GREY)
        seen = [*filter(self._is_seen, steps)]
        apart = seen[:1]
        for step in seen:
            if contrast_ratio(step.rgb, apart[-1].rgb) >= _GREY_CONTRAST:
                apart.append(step)
        last = self._steps(self.text.name, _LEAST_MUTED[self.backdrop.is_light], _GREY)
        return apart or [next(filter(self._is_seen, last), self.text)]

    @property
    def quiet(self) -> ChartColor:
        """The colour of units, sources, the numbers of an axis, and text not highlighted."""
        if self.backdrop.is_guess:
            return self.text
        steps = self._steps(self.text.name, _QUIET[self.backdrop.is_light], _GREY)
        return next(filter(self._is_read, steps), self.text)

    @property
    def hairline(self) -> ChartColor:
        """The colour of thin rules; solid, as not every program shows lines with alpha."""
        # Nearly white with a tinge of blue would be violet as a dark line.
        sat = 100 if self.backdrop.is_light else _GREY
        (color,) = self._steps(self.text.name, _HAIRLINE[self.backdrop.is_light], sat)
        return color

    def readable(self, color: ChartColor) -> ChartColor:
        """Return a colour if it can be read as text on the backdrop, else that of the text."""
        return color if self._is_read(color) else self.text

    @property
    def backdrop_color(self) -> ChartColor:
        """The neutral of the theme that is nearest in lightness, if it looks alike; or its own."""
        rgb, colors = self.backdrop.rgb, self.backdrop.colors
        name = min(NEUTRALS, key=lambda name: contrast_ratio(colors[name], rgb))
        nearest, own = ChartColor(name, colors[name]), ChartColor(rgb, rgb)
        return nearest if _distance(nearest, own) < _LOOK_ALIKE else own

    @property
    def edge(self) -> str:
        """A line in the colour of the backdrop, which keeps neighbours apart."""
        return f'<a:ln w="19050">{self.backdrop_color.fill}</a:ln>'

    def series(self, count: int) -> list[ChartColor]:
        """Return colours for so many series, up to 24 of them different; tints after six."""
        # Colours that the theme has as they are come before changed ones.
        rest = sorted(map(self.standing_out, ACCENTS), key=lambda color: color.change)
        rest = [each for each in rest if each.name != self.lead.name and not _is_ochre(each)]
        taken = [self.text, self.lead]
        while len(taken) <= min(count, _MOST_COLORS):
            taken.append(self._next(taken, [color for color in rest if color not in taken]))
        return [taken[1 + index % (len(taken) - 1)] for index in range(count)]

    def _next(self, taken: list[ChartColor], rest: list[ChartColor]) -> ChartColor:
        """Return the first colour lighter or darker than those taken, else another hue or tint."""

        def distance(color: ChartColor) -> int:
            return min(_distance(color, other) for other in taken)

        def differs(color: ChartColor) -> bool:
            return all(_contrasts(color, other) for other in taken)

        def is_apart(color: ChartColor) -> bool:
            pairs = ((color, other) for other in taken)
            return all(_contrasts(*pair) or _distance(*pair) >= _LOOK_ALIKE for pair in pairs)

        best = next(filter(differs, rest), None)
        if best or (best := max(filter(is_apart, rest), key=distance, default=None)):
            return best
        tints = [color for name in ACCENTS for color in self._steps(name, (*_DARKER, *_LIGHTER))]
        seen = [color for color in (*rest, *tints) if self._is_seen(color)]
        # The least changed comes first, as the darkest of all is heavier than the lead.
        apart = [color for color in filter(is_apart, seen) if not _is_ochre(color)]
        return min(
            apart or seen,
            key=lambda color: (color.change if apart else 0, -distance(color)),
            default=self.text,
        )

    def on(self, fill: ChartColor) -> ChartColor:
        """Return the colour for text on a fill: the lightest or the darkest of the theme.

        If neither can be read, it is made lighter or darker.
        """

        def legibility(color: ChartColor) -> float:
            return contrast_ratio(color.rgb, fill.rgb)

        steps = [self._steps(name, _ON_FILLS[name]) for name in ("lt1", "dk1")]
        best = max(steps, key=lambda colors: legibility(colors[0]))[0]
        others = sorted(steps[0] + steps[1], key=lambda color: color.change)
        tries = [best, *others]
        readable = (color for color in tries if legibility(color) >= TEXT_MINIMUM)
        return next(readable, max(tries, key=legibility))

    def standing_out(self, name: str) -> ChartColor:
        """Return a theme colour, made darker or lighter if it is not seen on the backdrop."""
        steps = _DARKER + _LIGHTER if self.backdrop.is_light else _LIGHTER + _DARKER
        colors = self._steps(name, steps)
        most = max(colors, key=lambda color: contrast_ratio(color.rgb, self.backdrop.rgb))
        return next(filter(self._is_seen, colors), most)

    def _is_read(self, color: ChartColor) -> bool:
        return self.backdrop.reads(color.rgb)

    def _is_seen(self, color: ChartColor) -> bool:
        return contrast_ratio(color.rgb, self.backdrop.rgb) >= GRAPHIC_MINIMUM

    def _steps(
        self, name: str, steps: tuple[tuple[int, int], ...], sat: int = 100
    ) -> list[ChartColor]:
        """Return a theme colour in each of some steps of `lumMod` and `lumOff`."""
        rgb = self.backdrop.rgb_of(name)
        changed = ((modulated(rgb, mod, off, sat), mod, off) for mod, off in steps)
        return [ChartColor(name, *each, sat) for each in changed]


def chart_colors(
    layout: Layout, placeholder: Placeholder | None, backdrop: Backdrop
) -> ChartColors:
    """Return the colours for a chart that stands on the backdrop, on a slide of the layout."""
    level = placeholder.level_styles[0] if placeholder and placeholder.level_styles else None
    name: Color = level.color if level else "lt1" if layout.tone == "dark" else "dk1"
    text = backdrop.readable(name)
    mark = level.mark_color if level else ""
    first = ChartColor(text, backdrop.rgb_of(text))
    colors = ChartColors(first, backdrop, first, layout.font("body"))
    return colors._replace(lead=colors.standing_out(mark if mark in ACCENTS else "accent1"))


def _contrasts(color: ChartColor, other: ChartColor) -> bool:
    return contrast_ratio(color.rgb, other.rgb) >= _NEIGHBOUR_CONTRAST


def _is_ochre(color: ChartColor) -> bool:
    """Return whether a colour is a yellow that was darkened by half or more."""
    return color.mod <= 50 and not color.off and int(hue(color.rgb)) in _YELLOW


def _distance(color: ChartColor, other: ChartColor) -> int:
    """Return the sum of the squares of the differences in red, green and blue."""
    pairs = zip(bytes.fromhex(color.rgb), bytes.fromhex(other.rgb), strict=True)
    return sum((left - right) ** 2 for left, right in pairs)
