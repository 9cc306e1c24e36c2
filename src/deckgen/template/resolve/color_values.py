"""DrawingML colours as RRGGBB: through the colour map, the theme, and transforms.

ECMA-376 Part 1, 20.1.2.3. Alpha is ignored, and so are transforms that no program writes: of red,
green and blue alone, to grey, to the complement, to the inverse.
"""

import colorsys
from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias

from deckgen.brand.contrast import channels, is_rgb
from deckgen.ooxml_rules.attributes import parse_integer, parse_share
from deckgen.opc.xml_parser import Element, local_name, q
from deckgen.template.template import COLOR_SCHEME

_PRESETS = """
    aliceblue=F0F8FF antiquewhite=FAEBD7 aqua=00FFFF aquamarine=7FFFD4 azure=F0FFFF
    beige=F5F5DC bisque=FFE4C4 black=000000 blanchedalmond=FFEBCD blue=0000FF
    blueviolet=8A2BE2 brown=A52A2A burlywood=DEB887 cadetblue=5F9EA0 chartreuse=7FFF00
    chocolate=D2691E coral=FF7F50 cornflowerblue=6495ED cornsilk=FFF8DC crimson=DC143C
    cyan=00FFFF darkblue=00008B darkcyan=008B8B darkgoldenrod=B8860B darkgray=A9A9A9
    darkgreen=006400 darkgrey=A9A9A9 darkkhaki=BDB76B darkmagenta=8B008B darkolivegreen=556B2F
    darkorange=FF8C00 darkorchid=9932CC darkred=8B0000 darksalmon=E9967A darkseagreen=8FBC8F
    darkslateblue=483D8B darkslategray=2F4F4F darkslategrey=2F4F4F darkturquoise=00CED1
    darkviolet=9400D3 deeppink=FF1493 deepskyblue=00BFFF dimgray=696969 dimgrey=696969
    dodgerblue=1E90FF firebrick=B22222 floralwhite=FFFAF0 forestgreen=228B22 fuchsia=FF00FF
    gainsboro=DCDCDC ghostwhite=F8F8FF gold=FFD700 goldenrod=DAA520 gray=808080 green=008000
    greenyellow=ADFF2F grey=808080 honeydew=F0FFF0 hotpink=FF69B4 indianred=CD5C5C
    indigo=4B0082 ivory=FFFFF0 khaki=F0E68C lavender=E6E6FA lavenderblush=FFF0F5
    lawngreen=7CFC00 lemonchiffon=FFFACD lightblue=ADD8E6 lightcoral=F08080 lightcyan=E0FFFF
    lightgoldenrodyellow=FAFAD2 lightgray=D3D3D3 lightgreen=90EE90 lightgrey=D3D3D3
    lightpink=FFB6C1 lightsalmon=FFA07A lightseagreen=20B2AA lightskyblue=87CEFA
    lightslategray=778899 lightslategrey=778899 lightsteelblue=B0C4DE lightyellow=FFFFE0
    lime=00FF00 limegreen=32CD32 linen=FAF0E6 magenta=FF00FF maroon=800000
    mediumaquamarine=66CDAA mediumblue=0000CD mediumorchid=BA55D3 mediumpurple=9370DB
    mediumseagreen=3CB371 mediumslateblue=7B68EE mediumspringgreen=00FA9A
    mediumturquoise=48D1CC mediumvioletred=C71585 midnightblue=191970 mintcream=F5FFFA
    mistyrose=FFE4E1 moccasin=FFE4B5 navajowhite=FFDEAD navy=000080 oldlace=FDF5E6
    olive=808000 olivedrab=6B8E23 orange=FFA500 orangered=FF4500 orchid=DA70D6
    palegoldenrod=EEE8AA palegreen=98FB98 paleturquoise=AFEEEE palevioletred=DB7093
    papayawhip=FFEFD5 peachpuff=FFDAB9 peru=CD853F pink=FFC0CB plum=DDA0DD powderblue=B0E0E6
    purple=800080 red=FF0000 rosybrown=BC8F8F royalblue=4169E1 saddlebrown=8B4513
    salmon=FA8072 sandybrown=F4A460 seagreen=2E8B57 seashell=FFF5EE sienna=A0522D
    silver=C0C0C0 skyblue=87CEEB slateblue=6A5ACD slategray=708090 slategrey=708090
    snow=FFFAFA springgreen=00FF7F steelblue=4682B4 tan=D2B48C teal=008080 thistle=D8BFD8
    tomato=FF6347 turquoise=40E0D0 violet=EE82EE wheat=F5DEB3 white=FFFFFF whitesmoke=F5F5F5
    yellow=FFFF00 yellowgreen=9ACD32
"""
PRESET_COLORS: Mapping[str, str] = dict(entry.split("=") for entry in _PRESETS.split())
"""ECMA-376 Part 1, 20.1.10.48 ST_PresetColorVal, in small letters and long forms: those of CSS."""

_SYSTEM = """
    windowText=000000 window=FFFFFF btnFace=F0F0F0 btnText=000000 highlight=0078D7
    highlightText=FFFFFF grayText=6D6D6D captionText=000000 activeCaption=99B4D1
    inactiveCaption=BFCDDB inactiveCaptionText=000000 menu=F0F0F0 menuText=000000
    infoText=000000 infoBk=FFFFE1 scrollBar=C8C8C8 background=000000 windowFrame=646464
    activeBorder=B4B4B4 inactiveBorder=F4F7FC appWorkspace=ABABAB btnShadow=A0A0A0
    btnHighlight=FFFFFF 3dDkShadow=696969 3dLight=E3E3E3 hotLight=0066CC
    gradientActiveCaption=B9D1EA gradientInactiveCaption=D7E4F2 menuHighlight=3399FF
    menuBar=F0F0F0
"""
SYSTEM_COLORS: Mapping[str, str] = dict(entry.split("=") for entry in _SYSTEM.split())
"""20.1.10.58 ST_SystemColorVal, as Windows has them unchanged, where a file does not say."""

_Rgb: TypeAlias = tuple[float, float, float]
"""Red, green and blue as shares of 1, in sRGB."""

_DEGREE = 60_000
_ELEMENTS = "{*}*"
DEFAULT_COLOR_MAP: Mapping[str, str] = dict(
    zip(
        ("bg1", "tx1", "bg2", "tx2", *COLOR_SCHEME[4:]),
        ("lt1", "dk1", "lt2", "dk2", *COLOR_SCHEME[4:]),
        strict=True,
    )
)
"""The names of a colour map (20.1.6.8) in its order, with their usual meaning."""


class MappedColors(NamedTuple):
    """The meaning of colour names on one layout."""

    scheme: Mapping[str, str]
    """RRGGBB of the theme's colours."""
    mapping: Mapping[str, str] = DEFAULT_COLOR_MAP

    def named(self, name: str) -> str | None:
        """Return the RRGGBB of a name such as “tx1” or “accent2”."""
        return self.scheme.get(self.mapping.get(name, name))


def color_value(element: Element, palette: MappedColors, placeholder: str | None) -> str | None:
    """Return the RRGGBB of an element such as `a:schemeClr`; None if it is not valid.

    `placeholder` is the RRGGBB of `phClr` within the fills of a theme.
    """
    base = _base(element, palette, placeholder)
    if base is None or len(element) == 0:
        return base
    changed = channels(base)
    for transform in element.iterchildren(_ELEMENTS):
        changed = _transformed(changed, local_name(transform), transform.get("val"))
    return _hex(changed)


def color_in(
    parent: Element | None, palette: MappedColors, placeholder: str | None = None
) -> str | None:
    """Return the RRGGBB of the first valid colour among the children of an element."""
    if parent is None:
        return None
    colors = (color_value(child, palette, placeholder) for child in parent.iterchildren(_ELEMENTS))
    return next((color for color in colors if color is not None), None)


def fill_colors(
    fill: Element, palette: MappedColors, placeholder: str | None = None
) -> tuple[str, ...]:
    """Return the RRGGBB of a solid fill, or of the stops of a gradient; else nothing.

    (20.1.8.54 solidFill, 20.1.8.33 gradFill)
    """
    kind = local_name(fill)
    if kind == "solidFill":
        colors = [color_in(fill, palette, placeholder)]
    elif kind == "gradFill":
        colors = [color_in(stop, palette, placeholder) for stop in fill.iter(q("a:gs"))]
    else:
        colors = []
    return tuple(color for color in colors if color is not None)


def mean_color(colors: tuple[str, ...]) -> str:
    """Return the mean of colours, RRGGBB."""
    if len(colors) == 1:
        return colors[0]
    red, green, blue = (
        sum(channel) / len(colors) for channel in zip(*map(channels, colors), strict=True)
    )
    return _hex((red, green, blue))


def _base(element: Element, palette: MappedColors, placeholder: str | None) -> str | None:
    """Return the RRGGBB of an element without its transforms."""
    kind, value = local_name(element), element.get("val", "")
    rgb: str | None = None
    if kind == "srgbClr":
        rgb = value.upper() if is_rgb(value) else None
    elif kind == "schemeClr":
        rgb = placeholder if value == "phClr" else palette.named(value)
    elif kind == "sysClr":
        last = element.get("lastClr", "")
        rgb = last.upper() if is_rgb(last) else SYSTEM_COLORS.get(value)
    elif kind == "prstClr":
        rgb = PRESET_COLORS.get(_long(value))
    elif kind == "hslClr":
        hue = (parse_integer(element.get("hue")) or 0) / (360 * _DEGREE)
        saturation, light = (parse_share(element.get(name)) or 0 for name in ("sat", "lum"))
        rgb = _hex(_from_hsl(hue, saturation, light))
    elif kind == "scrgbClr":
        red, green, blue = (_clamped(parse_share(element.get(name)) or 0) for name in "rgb")
        rgb = _hex(_each((red, green, blue), _encoded))
    return rgb


def _long(name: str) -> str:
    """Return the name of a preset colour in lower case, without abbreviations (20.1.10.48)."""
    for short, full in (("dk", "dark"), ("lt", "light"), ("med", "medium")):
        rest = name.removeprefix(short)
        if rest != name and rest[:1].isupper():
            return (full + rest).lower()
    return name.lower()


def _transformed(rgb: _Rgb, name: str, value: str | None) -> _Rgb:
    """Return a colour changed by one transform.

    Tint and shade are computed in linear light, the others in sRGB.
    """
    if name in _GAMMAS:
        return _each(rgb, _GAMMAS[name])
    amount = parse_share(value)
    if name in {"hue", "hueOff"}:
        amount = (parse_integer(value) or 0) / (360 * _DEGREE)
    if amount is None:
        return rgb
    if name == "shade":
        return _each(rgb, lambda channel: _encoded(_clamped(_decoded(channel) * amount)))
    if name == "tint":
        return _each(rgb, lambda channel: _encoded(_clamped(1 - (1 - _decoded(channel)) * amount)))
    hue, light, saturation = colorsys.rgb_to_hls(*rgb)
    values = {"hue": hue, "sat": saturation, "lum": light}
    changed, how = (name[:-3], name[-3:]) if name.endswith(("Mod", "Off")) else (name, "")
    if changed not in values:
        return rgb
    own = values[changed]
    values[changed] = {"Mod": own * amount, "Off": own + amount}.get(how, amount)
    return _from_hsl(**values)


def _from_hsl(hue: float, sat: float, lum: float) -> _Rgb:
    return colorsys.hls_to_rgb(hue % 1, _clamped(lum), _clamped(sat))


def _each(rgb: _Rgb, change: Callable[[float], float]) -> _Rgb:
    red, green, blue = map(change, rgb)
    return red, green, blue


def _decoded(channel: float) -> float:
    """Return a channel of sRGB as linear light (IEC 61966-2-1)."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _encoded(light: float) -> float:
    return light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055


_GAMMAS: Mapping[str, Callable[[float], float]] = {"gamma": _encoded, "invGamma": _decoded}


def _hex(rgb: _Rgb) -> str:
    return "".join(f"{int(_clamped(channel) * 255 + 0.5):02X}" for channel in rgb)


def _clamped(value: float) -> float:
    return min(max(value, 0.0), 1.0)
