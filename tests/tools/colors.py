"""The colours of any theme, as PowerPoint shows them: names, mappings and changes of a colour."""

import colorsys
from collections.abc import Mapping
from typing import Any

from lxml import etree

from tests.tools.seen import A, Rgb, local

_PRESETS = {"white": "FFFFFF", "black": "000000", "red": "FF0000", "gray": "808080"}
_LIGHT = {"tint", "shade"}
"""Changes that count in linear light (docs/facts/templates.md)."""


class ThemeColors:
    """The colours of a theme, by the names that a slide gives them."""

    def __init__(self, theme: bytes, mapping: Mapping[str, str]) -> None:
        scheme = next(etree.fromstring(theme).iter(f"{A}clrScheme"))
        self._named = {local(one): _value(one[0]) for one in scheme}
        self._mapping = mapping

    def named(self, name: str) -> Rgb:
        """Return a colour by its name in a slide, such as “tx1”, or in the theme, such as “dk1”."""
        return _rgb(self._named[self._mapping.get(name, name)])

    def color(self, holder: Any) -> Rgb:
        """Return the colour that an element such as `a:solidFill` holds."""
        return self.color_and_alpha(holder)[0]

    def color_and_alpha(self, holder: Any) -> tuple[Rgb, float]:
        """Return a colour, and from 0 to 1 how much it covers."""
        element = holder[0]
        if local(element) == "schemeClr":
            color = self.named(element.get("val"))
        else:
            color = _rgb(_value(element))
        alpha = 1.0
        for change in element:
            amount = int(change.get("val", "0").rstrip("%")) / 100_000
            if local(change) == "alpha":
                alpha = amount
            else:
                color = _changed(color, local(change), amount)
        return color, alpha


def _changed(color: Rgb, change: str, amount: float) -> Rgb:
    if change in _LIGHT:
        target = 1.0 if change == "tint" else 0.0
        red, green, blue = (_encoded(_linear(x) * amount + target * (1 - amount)) for x in color)
        return red, green, blue
    hue, light, saturation = colorsys.rgb_to_hls(*color)
    if change == "lumMod":
        light *= amount
    elif change == "lumOff":
        light += amount
    elif change == "satMod":
        saturation *= amount
    return colorsys.hls_to_rgb(hue, min(max(light, 0), 1), min(max(saturation, 0), 1))


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _encoded(part: float) -> float:
    part = min(max(part, 0), 1)
    return part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055


def _value(element: Any) -> str:
    if local(element) == "prstClr":
        return _PRESETS[element.get("val")]
    return str(element.get("lastClr") or element.get("val"))


def _rgb(text: str) -> Rgb:
    red, green, blue = (int(text[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue
