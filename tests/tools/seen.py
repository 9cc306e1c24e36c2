"""Colours as they are seen: what a theme means by its names, and the contrast of two of them."""

import colorsys
from typing import Any, NamedTuple, TypeAlias

from lxml import etree

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
Rgb: TypeAlias = tuple[float, float, float]


class Seen(NamedTuple):
    """A colour that is seen on another."""

    slide: int
    what: str
    """A text, or what else it is."""
    is_text: bool
    ink: str
    ground: str

    @property
    def ratio(self) -> float:
        """The contrast of both (WCAG 2.1)."""
        high, low = sorted(map(_luminance, (self.ink, self.ground)), reverse=True)
        return (high + 0.05) / (low + 0.05)


def seen(what: str, ink: Rgb | None, ground: Rgb | None, *, is_text: bool = True) -> Seen:
    """Return what is seen, on a slide that is not yet known; nothing may stand on a picture."""
    assert ink is not None, f"{what} has no colour"
    assert ground is not None, f"{what} stands on a picture"
    return Seen(0, what, is_text, _hex(ink), _hex(ground))


class Theme:
    """The colours of a theme, by the names that one slide gives them."""

    def __init__(self, theme: Any, mapping: Any) -> None:
        """`theme` is the part's root, `mapping` the element that says what `tx1` and so on mean."""
        scheme = theme.find(f".//{A}clrScheme")
        self.named = {local(one): _rgb(one[0].get("val")) for one in scheme}
        self.mapping = dict(mapping.items())

    def link(self) -> Rgb:
        """Return what text that links is shown in."""
        return self.named[self.mapping["hlink"]]

    def on(self, below: Rgb | None, holder: Any) -> Rgb:
        """Return what a colour looks like on another, where it lets that through."""
        color, alpha = self._color(holder)
        if alpha == 1:
            return color
        assert below is not None
        red, green, blue = (
            one + (two - one) * alpha for one, two in zip(below, color, strict=True)
        )
        return red, green, blue

    def color(self, holder: Any) -> Rgb:
        """Return a colour that lets nothing through."""
        return self.on(None, holder)

    def _color(self, holder: Any) -> tuple[Rgb, float]:
        (element,) = holder
        value = element.get("val")
        rgb = self.named.get(value) or self.named[self.mapping[value]]
        hue, light, saturation = colorsys.rgb_to_hls(*rgb)
        alpha = 1.0
        for change in element:
            amount = int(change.get("val")) / 100_000
            if local(change) == "lumMod":
                light *= amount
            elif local(change) == "lumOff":
                light = min(light + amount, 1)
            elif local(change) == "satMod":
                saturation *= amount
            else:
                assert local(change) == "alpha"
                alpha = amount
        return colorsys.hls_to_rgb(hue, light, saturation), alpha


def local(element: Any) -> str:
    """Return a tag without its namespace."""
    return str(etree.QName(element).localname)


def _rgb(text: str) -> Rgb:
    red, green, blue = (int(text[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def _hex(rgb: Rgb) -> str:
    return "".join(f"{round(part * 255):02X}" for part in rgb)


def _luminance(color: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _rgb(color)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
