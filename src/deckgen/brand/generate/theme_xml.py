"""The theme part (ECMA-376 Part 1, 20.1.6): fonts, colours, and those that a brand leaves out."""

from collections.abc import Iterable
from typing import NamedTuple

from deckgen.brand.contrast import (
    LIGHT_LUMINANCE,
    TEXT_MINIMUM,
    contrast_ratio,
    luminance,
    mixed,
    modulated,
    readable_color,
)
from deckgen.brand.design.style import FontPair
from deckgen.brand.tokens import CODE_FONT, ColorTokens, FontTokens
from deckgen.support.xml_text import DECLARATION, DRAWING, escape

_FORMATS = (
    '<a:fmtScheme name="Plain"><a:fillStyleLst>'
    + '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
    + "</a:fillStyleLst><a:lnStyleLst>"
    + "".join(
        f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr"><a:solidFill>'
        '<a:schemeClr val="phClr"/></a:solidFill><a:prstDash val="solid"/>'
        '<a:miter lim="800000"/></a:ln>'
        for width in (9525, 19050, 28575)
    )
    + "</a:lnStyleLst><a:effectStyleLst>"
    + "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    + "</a:effectStyleLst><a:bgFillStyleLst>"
    + '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
    + "</a:bgFillStyleLst></a:fmtScheme>"
)
"""Flat fills, no shadows, no gradients: what people add by hand stays as quiet as the rest."""
TOKEN_OF_SLOT = {
    "dk1": "ink",
    "lt1": "paper",
    "dk2": "deep",
    "lt2": "sand",
    "accent1": "accent",
    "accent2": "highlight",
    "accent3": "muted",
    "hlink": "deep",
}
"""The token of a brand for each slot of the theme."""
_ON_LIGHT, _ON_DARK = TEXT_MINIMUM + 0.3, 7.0
"""The least contrast of quiet text; a grey on a dark page looks weaker than its ratio says."""


class FontNames(NamedTuple):
    """The fonts of a theme, by the names that PowerPoint shows."""

    heading: str
    body: str
    code: str
    east_asian: str | None


class Palette(NamedTuple):
    """The seven colours, RRGGBB."""

    ink: str
    paper: str
    deep: str
    sand: str
    accent: str
    highlight: str
    muted: str


def theme_colors(palette: Palette) -> dict[str, str]:
    """Return the twelve theme colours, RRGGBB, by their slot in `a:clrScheme`."""
    named = {slot: getattr(palette, token) for slot, token in TOKEN_OF_SLOT.items()}
    link = named.pop("hlink")
    return {
        **named,
        "accent4": mixed(palette.deep, palette.paper, 0.3),
        "accent5": mixed(palette.accent, palette.paper, 0.35),
        "accent6": mixed(palette.sand, palette.ink, 0.3),
        "hlink": link,
        "folHlink": link,
    }


def complete_fonts(fonts: FontTokens | None, defaults: FontPair) -> FontNames:
    """Return the fonts that a brand names, and the defaults for the others."""
    if fonts is None:
        return FontNames(*defaults, CODE_FONT, None)
    return FontNames(
        fonts.heading or defaults.heading, fonts.body or defaults.body, fonts.code, fonts.east_asian
    )


def theme_xml(name: str, palette: Palette, fonts: FontNames) -> str:
    """Return the theme part."""
    colors = "".join(
        f'<a:{slot}><a:srgbClr val="{color}"/></a:{slot}>'
        for slot, color in theme_colors(palette).items()
    )
    heading, body = (
        f'<a:latin typeface="{escape(font)}"/>'
        f'<a:ea typeface="{escape(fonts.east_asian or "")}"/><a:cs typeface="{escape(font)}"/>'
        for font in (fonts.heading, fonts.body)
    )
    title = escape(name)
    return (
        f'{DECLARATION}<a:theme xmlns:a="{DRAWING}" name="{title}"><a:themeElements>'
        f'<a:clrScheme name="{title}">{colors}</a:clrScheme>'
        f'<a:fontScheme name="{title}"><a:majorFont>{heading}</a:majorFont>'
        f"<a:minorFont>{body}</a:minorFont></a:fontScheme>{_FORMATS}"
        "</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


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
        highlight=_digits(colors.highlight) or readable_color(accent, paper, dark, 20),
        muted=_digits(colors.muted) or _quietened(ink, paper, sand),
    )


def _quietened(color: str, paper: str, sand: str) -> str:
    least = _ON_LIGHT if luminance(paper) >= LIGHT_LUMINANCE else _ON_DARK
    for step in range(14, -1, -1):
        candidate = mixed(color, paper, step / 20)
        if min(contrast_ratio(candidate, paper), contrast_ratio(candidate, sand)) >= least:
            return candidate
    return color


def _digits(color: str | None) -> str:
    return color.removeprefix("#").upper() if color else ""
