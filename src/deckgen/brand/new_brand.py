"""A new brand.yaml, from answers or from the theme of a template."""

import colorsys
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from deckgen.brand.contrast import (
    TEXT_MINIMUM,
    channels,
    contrast_ratio,
    hue,
    luminance,
    mixed,
    readable_color,
    shown_ratio,
)
from deckgen.brand.generate.contrast_pairs import color_pairs, weak_pairs
from deckgen.brand.styles import style_named
from deckgen.support.yaml_text import yaml_scalar

_LIGHT_PAPER, _LIGHT_SAND = 0.5, 0.75
"""The least luminance of backgrounds."""
_VIVID = 0.25
"""The least vividness of an accent; greys have less."""
_SATURATED = 0.25
"""The least saturation of the deep colour; greys have less."""
_APART = 60
"""Degrees, at least, between two hues that look different."""
_TINT = 0.07
"""The share of the deep colour in a tint that is derived."""
_ACCENTS = tuple(f"accent{number}" for number in range(1, 7))
_DIGITS = re.compile(r"#?[0-9A-Fa-f]{6}")


COLOR_PURPOSES: Mapping[str, str] = {
    "paper": "the background, and text on the strong colour",
    "ink": "text",
    "deep": "the strong colour: cover, headlines",
    "sand": "a quiet tint: panels",
    "accent": "the one accent: numbers, marks",
    "highlight": "the accent on the strong colour; made from accent if left out",
}
"""The colours of a brand and what each is for, in the order of the questions."""


class NewBrand(NamedTuple):
    """The contents of a new brand.yaml; colours are RRGGBB."""

    name: str = "My town"
    ink: str = "1F2430"
    paper: str = "FFFFFF"
    deep: str = "1E3A5F"
    sand: str = "EEF1F5"
    accent: str = "B23A48"
    highlight: str = ""
    """Empty: made from the accent."""
    heading: str = ""
    """The font of headlines; empty: that of the style."""
    body: str = ""
    """The font of everything else; empty: that of the style."""
    style: str = "panel"
    """The name of a style."""
    logo: str = ""
    """The path of a picture, relative to the brand.yaml; empty: none."""


class AdjustedColor(NamedTuple):
    """A colour of a template that was changed, because its contrast is too low."""

    key: str
    was: str
    """RRGGBB, as the template has it."""
    now: str
    message: str


def hex_digits(text: str) -> str | None:
    """Return a colour, with or without `#`, as RRGGBB; None if it is no colour."""
    text = text.strip()
    return text.removeprefix("#").upper() if _DIGITS.fullmatch(text) else None


def contrast_problems(colors: Mapping[str, str], style: str) -> Iterator[str]:
    """Yield a message for each pair of colours with too little contrast in a style.

    `colors` are RRGGBB by token; pairs of missing or empty tokens are passed over.
    """
    for _, message in weak_pairs(color_pairs(style_named(style).layouts("16:9")), colors):
        yield message


def new_brand_yaml(brand: NewBrand, adjusted: Iterable[AdjustedColor] = ()) -> str:
    """Return a complete brand.yaml with comments."""
    was = {each.key: f" ({each.was} in the template)" for each in adjusted}
    colors = "".join(
        f"  {_color(brand, token):<20}  # {what}{was.get(token, '')}\n"
        for token, what in COLOR_PURPOSES.items()
    )
    logo = f"logo: {yaml_scalar(brand.logo)}" if brand.logo else "# logo: logo.svg"
    return (
        "# Your brand. From these lines deckgen makes the whole template: every layout, light and\n"
        "# dark. Colours are six digits, as your design manual has them, without the #.\n"
        f"name: {yaml_scalar(brand.name)}\n"
        f"colors:\n{colors}"
        f"style: {brand.style}  # the design; `deckgen brand gallery` shows a talk in all of them\n"
        f"{_fonts(brand)}"
        f"{logo}  # SVG, PNG or JPEG; “currentColor” in an SVG follows the background\n"
        "# limits: {size: 18}  # text is never set smaller, in points\n"
        "# footer: ${event} · ${town}  # the foot of the slides, if the talk has none of its own\n"
    )


def _fonts(brand: NewBrand) -> str:
    if not (brand.heading or brand.body):
        return "# fonts: {heading: Cambria, body: Calibri}  # left out: those of the style\n"
    named = {"heading": brand.heading, "body": brand.body}
    lines = (f"  {key}: {yaml_scalar(font)}\n" for key, font in named.items() if font)
    return "".join(
        ["fonts:  # by the names that PowerPoint shows; choose some that the venue has\n", *lines]
    )


def _color(brand: NewBrand, token: str) -> str:
    color = str(getattr(brand, token))
    return f"{token}: {color}" if color else f"# {token}: F2C14E"


def brand_from_theme(
    colors: Mapping[str, str], heading: str, body: str
) -> tuple[NewBrand, tuple[AdjustedColor, ...]]:
    """Return a brand in the colours and fonts of a theme, and the colours that were changed.

    `colors` are RRGGBB by their names in the theme: dk1, lt1, dk2, lt2, accent1 … accent6. Every
    pair of colours in the brand has enough contrast.
    """
    light, dark = sorted((colors["lt1"], colors["dk1"]), key=luminance, reverse=True)
    paper = light if luminance(light) >= _LIGHT_PAPER else "FFFFFF"
    strong = _strong(colors)
    accent = _accent(colors, strong)
    own_tint = colors["lt2"] if luminance(colors["lt2"]) >= _LIGHT_SAND else ""
    sand = own_tint if own_tint and own_tint != paper else mixed(paper, strong, _TINT)
    backgrounds = (paper, sand)
    deep = readable_color(strong, "000000", backgrounds)
    brand = NewBrand(
        ink=readable_color(dark, "000000", backgrounds),
        paper=paper,
        deep=deep,
        sand=sand,
        accent=readable_color(accent, "000000", backgrounds),
        highlight=_highlight(colors, deep),
        heading=heading,
        body=body,
    )
    was = {"ink": dark, "paper": light, "deep": strong, "accent": accent}
    return brand, tuple(_adjusted(brand, was))


def _adjusted(brand: NewBrand, was: Mapping[str, str]) -> Iterator[AdjustedColor]:
    for key, before in was.items():
        now = str(getattr(brand, key))
        if now == before:
            continue
        if key == "paper":
            why = "is too dark for a background. White takes its place."
        else:
            weakest = min(contrast_ratio(before, brand.paper), contrast_ratio(before, brand.sand))
            why = (
                f"reaches a contrast of {shown_ratio(weakest)} : 1 only on the light colours, and "
                f"text needs {TEXT_MINIMUM} : 1. It was made darker: {now}."
            )
        yield AdjustedColor(key, before, now, f"{key}: {before} of the template {why}")


def _strong(colors: Mapping[str, str]) -> str:
    """Return the deep colour of a theme: its second dark colour, unless that is grey."""
    dark = colors["dk2"]
    saturation = colorsys.rgb_to_hsv(*channels(dark))[1]
    if saturation >= _SATURATED and contrast_ratio(dark, "FFFFFF") >= TEXT_MINIMUM:
        return dark
    vivid = [colors[name] for name in _ACCENTS if _vividness(colors[name]) >= _VIVID]
    return min(vivid[:2], key=luminance, default=dark)


def _accent(colors: Mapping[str, str], strong: str) -> str:
    """Return the first accent with another hue than the deep colour; else the first accent."""
    accents = [colors[name] for name in _ACCENTS]
    vivid = [accent for accent in accents if _vividness(accent) >= _VIVID and accent != strong]
    apart = (color for color in vivid if _hues_apart(color, strong) >= _APART)
    return next(apart, next(iter(vivid), accents[0]))


def _highlight(colors: Mapping[str, str], deep: str) -> str:
    """Return the most vivid accent that is readable on the deep colour; empty if there is none."""
    fit = [colors[name] for name in _ACCENTS if contrast_ratio(colors[name], deep) >= TEXT_MINIMUM]
    return max((color for color in fit if _vividness(color) >= _VIVID), key=_vividness, default="")


def _vividness(color: str) -> float:
    """Return the distance of a colour from the greys, from 0 to 1."""
    return max(channels(color)) - min(channels(color))


def _hues_apart(color: str, other: str) -> float:
    distance = abs(hue(color) - hue(other))
    return min(distance, 360 - distance)
