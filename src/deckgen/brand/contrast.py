"""Colours that can be read: contrast as WCAG 2.1 defines it, for every pair that a brand makes."""

import math
from typing import NamedTuple

from deckgen.brand.tokens import Colors
from deckgen.diagnostics import Diagnostics

MINIMUM = 4.5
"""AA for text (WCAG 2.1, success criterion 1.4.3). Large text too: rooms are bright."""

PAIRS = (
    ("ink", "paper"),
    ("ink", "sand"),
    ("deep", "paper"),
    ("deep", "sand"),
    ("accent", "paper"),
    ("accent", "sand"),
    ("muted", "paper"),
    ("muted", "sand"),
    ("paper", "deep"),
    ("sand", "deep"),
    ("highlight", "deep"),
)
"""Every text colour with every background that the generated layouts set it on."""


class Palette(NamedTuple):
    """The seven colours, RRGGBB, none left open."""

    ink: str
    paper: str
    deep: str
    sand: str
    accent: str
    highlight: str
    muted: str


def palette(colors: Colors, diagnostics: Diagnostics) -> Palette:
    """Return the palette with its open colours made; report every pair below AA.

    A made colour is mixed towards paper only as far as its backgrounds allow.
    """
    ink, paper, sand = (_digits(color) for color in (colors.ink, colors.paper, colors.sand))
    deep, accent = _digits(colors.deep), _digits(colors.accent)
    made = Palette(
        ink=ink,
        paper=paper,
        deep=deep,
        sand=sand,
        accent=accent,
        highlight=_digits(colors.highlight) or _lightened(accent, paper, deep),
        muted=_digits(colors.muted) or _quietened(ink, paper, sand),
    )
    for text, background in PAIRS:
        ratio = contrast(getattr(made, text), getattr(made, background))
        if ratio < MINIMUM:
            span = colors.spans.get(text) or colors.spans.get(background) or colors.span
            diagnostics.error(
                "low-contrast",
                f"{text} ({getattr(made, text)}) on {background} ({getattr(made, background)}) "
                f"has a contrast of {_shown(ratio)} : 1; text needs {MINIMUM} : 1.",
                span,
                _way_out(made, text, background),
            )
    return made


def _shown(ratio: float) -> str:
    """Return the ratio cut, not rounded: 4.496 must not read as the 4.5 that it misses."""
    return f"{math.floor(ratio * 100) / 100:.2f}"


def _way_out(made: Palette, text: str, background: str) -> str:
    ways = ("darker", "lighter")
    if luminance(getattr(made, text)) > luminance(getattr(made, background)):
        ways = ("lighter", "darker")
    return f"Make {text} {ways[0]}, or {background} {ways[1]}."


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (RRGGBB), from 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(color: str) -> float:
    """Return the relative luminance of a colour (RRGGBB), as WCAG 2.1 defines it."""
    channels = (int(color[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (
        channel / 12.92 if channel <= 0.03928 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def mixed(color: str, other: str, share: float) -> str:
    """Return `color` with a share (0 to 1) of `other` in it."""
    pairs = ((int(color[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (0, 2, 4))
    return "".join(f"{round(one + (two - one) * share):02X}" for one, two in pairs)


def _lightened(color: str, paper: str, background: str) -> str:
    for step in range(21):
        candidate = mixed(color, paper, step / 20)
        if contrast(candidate, background) >= MINIMUM:
            return candidate
    return paper


def _quietened(color: str, paper: str, sand: str) -> str:
    for step in range(14, -1, -1):
        candidate = mixed(color, paper, step / 20)
        if min(contrast(candidate, paper), contrast(candidate, sand)) >= MINIMUM + 0.3:
            return candidate
    return color


def _digits(color: str | None) -> str:
    return color.removeprefix("#").upper() if color else ""
