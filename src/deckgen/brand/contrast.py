"""Contrast of colours as WCAG 2.1 defines it, and colours made from others."""

import colorsys
import math
import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

TEXT_MINIMUM = 4.5
"""AA for text (WCAG 2.1, success criterion 1.4.3); for large text as well, as rooms are bright."""
LARGE_MINIMUM = 3.0
"""AA for large text (same criterion): from 18 points, or 14 in bold."""
LARGE_SIZE, LARGE_BOLD_SIZE = 18, 14
GRAPHIC_MINIMUM = 3.0
"""AA for graphics (WCAG 2.1, success criterion 1.4.11)."""
LIGHT_LUMINANCE = 0.4
"""Luminance from which a background is light."""
MIDDLE_LUMINANCE = 0.18
"""Luminance at which black and white are read about equally well."""

_RGB = re.compile("[0-9A-Fa-f]{6}")


def is_rgb(color: str) -> bool:
    """Return whether a colour is RRGGBB, not a name of the theme."""
    return _RGB.fullmatch(color) is not None


def needed_contrast(size: float, *, bold: bool) -> float:
    """Return the contrast that level AA requires of text of a size in points."""
    return LARGE_MINIMUM if size >= (LARGE_BOLD_SIZE if bold else LARGE_SIZE) else TEXT_MINIMUM


def channels(color: str) -> tuple[float, float, float]:
    """Return red, green and blue of a colour (RRGGBB), each from 0 to 1."""
    return int(color[:2], 16) / 255, int(color[2:4], 16) / 255, int(color[4:], 16) / 255


def contrast_ratio(color: str, other: str) -> float:
    """Return the contrast ratio of two colours (RRGGBB), from 1 to 21."""
    high, low = sorted((luminance(color), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@lru_cache(maxsize=1024)
def luminance(color: str) -> float:
    """Return the relative luminance of a colour (RRGGBB), as WCAG 2.1 defines it."""
    red, green, blue = (
        channel / 12.92 if channel <= 0.03928 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in channels(color)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def scrim_opacity(text: str, fill: str) -> int:
    """Return the least opacity, in per cent, at which a fill over any picture makes text readable.

    The worst part of a picture is white behind light text, and black behind dark text. 100 if the
    text is unreadable on the fill itself. Colours are RRGGBB.
    """
    worst = "FFFFFF" if luminance(text) > luminance(fill) else "000000"
    return bisect_left(
        range(100),
        TEXT_MINIMUM,
        key=lambda share: contrast_ratio(text, mixed(worst, fill, share / 100)),
    )


def mixed(color: str, other: str, share: float) -> str:
    """Return `color` with a share (0 to 1) of `other` in it."""
    pairs = ((int(color[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (0, 2, 4))
    return "".join(f"{round(own + (more - own) * share):02X}" for own, more in pairs)


def readable_color(color: str, toward: str, grounds: Sequence[str], steps: int = 50) -> str:
    """Return a colour with as little of `toward` in it as makes it readable on all `grounds`.

    `toward` itself, if nothing suffices. It is mixed in by so many `steps`.
    """
    for step in range(steps):
        made = mixed(color, toward, step / steps)
        if min(contrast_ratio(made, ground) for ground in grounds) >= TEXT_MINIMUM:
            return made
    return toward


@lru_cache(maxsize=1024)
def modulated(color: str, mod: int, off: int = 0, sat: int = 100) -> str:
    """Return a colour changed by `satMod`, `lumMod` and `lumOff` in per cent.

    ECMA-376-1, 20.1.2.3.
    """
    hue, light, saturation = colorsys.rgb_to_hls(*channels(color))
    light = min(light * mod / 100 + off / 100, 1)
    parts = colorsys.hls_to_rgb(hue, light, saturation * sat / 100)
    return "".join(f"{round(part * 255):02X}" for part in parts)


def hue(color: str) -> float:
    """Return the hue of a colour (RRGGBB) in degrees; 0 for greys."""
    return colorsys.rgb_to_hls(*channels(color))[0] * 360


def shown_ratio(ratio: float) -> str:
    """Return a ratio as text, cut and not rounded: 4.496 is less than 4.5."""
    return f"{math.floor(ratio * 100) / 100:.2f}"
