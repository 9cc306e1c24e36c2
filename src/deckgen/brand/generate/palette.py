"""The seven colours of a brand; colours that its author left open are derived from others."""

from collections.abc import Iterable
from typing import NamedTuple

from deckgen.brand.contrast import (
    LIGHT_LUMINANCE,
    TEXT_MINIMUM,
    contrast_ratio,
    luminance,
    mixed,
    modulated,
)
from deckgen.brand.tokens import ColorTokens

_ON_LIGHT, _ON_DARK = TEXT_MINIMUM + 0.3, 7.0
"""The least contrast of quiet text; a grey on a dark page looks weaker than its ratio says."""


class Palette(NamedTuple):
    """The seven colours, RRGGBB."""

    ink: str
    paper: str
    deep: str
    sand: str
    accent: str
    highlight: str
    muted: str


def complete_palette(colors: ColorTokens, dark_shades: Iterable[int]) -> Palette:
    """Return the palette of a brand; `dark_shades` are those of its style.

    A derived colour is mixed with paper only as far as it stays readable on its backgrounds.
    """
    ink, paper, sand = (_digits(color) for color in (colors.ink, colors.paper, colors.sand))
    deep, accent = _digits(colors.deep), _digits(colors.accent)
    dark = tuple(modulated(deep, shade) for shade in sorted(dark_shades))
    return Palette(
        ink=ink,
        paper=paper,
        deep=deep,
        sand=sand,
        accent=accent,
        highlight=_digits(colors.highlight) or _lightened(accent, paper, dark),
        muted=_digits(colors.muted) or _quietened(ink, paper, sand),
    )


def _lightened(color: str, paper: str, backgrounds: tuple[str, ...]) -> str:
    for step in range(21):
        candidate = mixed(color, paper, step / 20)
        if min(contrast_ratio(candidate, background) for background in backgrounds) >= TEXT_MINIMUM:
            return candidate
    return paper


def _quietened(color: str, paper: str, sand: str) -> str:
    least = _ON_LIGHT if luminance(paper) >= LIGHT_LUMINANCE else _ON_DARK
    for step in range(14, -1, -1):
        candidate = mixed(color, paper, step / 20)
        if min(contrast_ratio(candidate, paper), contrast_ratio(candidate, sand)) >= least:
            return candidate
    return color


def _digits(color: str | None) -> str:
    return color.removeprefix("#").upper() if color else ""
