"""Colours as DrawingML writes them, and what PowerPoint shows.

The values stand in the comments as they were computed, by ECMA-376 Part 1, 20.1.2.3, or are those
that PowerPoint itself shows for the shades of its Office theme.
"""

import pytest
from lxml import etree

from deckgen.opc.xml_parser import NAMESPACES
from deckgen.template.resolve.color_values import MappedColors, color_value, mean_color
from deckgen.template.template import OFFICE_THEME

THEME = MappedColors(OFFICE_THEME.colors)


def shown(xml: str, palette: MappedColors = THEME, placeholder: str | None = None) -> str | None:
    a = NAMESPACES["a"]
    element = etree.fromstring(f'<a:solidFill xmlns:a="{a}">{xml}</a:solidFill>')
    return color_value(element[0], palette, placeholder)


def scheme(name: str, *transforms: tuple[str, int]) -> str:
    inside = "".join(f'<a:{kind} val="{value}"/>' for kind, value in transforms)
    return f'<a:schemeClr val="{name}">{inside}</a:schemeClr>'


def rgb(value: str, *transforms: tuple[str, int]) -> str:
    inside = "".join(f'<a:{kind} val="{number}"/>' for kind, number in transforms)
    return f'<a:srgbClr val="{value}">{inside}</a:srgbClr>'


CASES: dict[str, tuple[str, str | None]] = {
    "six digits": (rgb("a1B2c3"), "A1B2C3"),
    "no digits": (rgb("purple"), None),
    "too few": (rgb("FFF"), None),
    "a scheme colour": (scheme("accent2"), "ED7D31"),
    "by the colour map": (scheme("bg2"), "E7E6E6"),
    "by the theme's own name": (scheme("dk2"), "44546A"),
    "an unknown name": (scheme("accent7"), None),
    "the system's, as last seen": ('<a:sysClr val="window" lastClr="fefefe"/>', "FEFEFE"),
    "the system's, never seen": ('<a:sysClr val="windowText"/>', "000000"),
    "an unknown one of the system": ('<a:sysClr val="sky"/>', None),
    "by its preset name": ('<a:prstClr val="cornflowerBlue"/>', "6495ED"),
    "in the older short form": ('<a:prstClr val="dkSlateGray"/>', "2F4F4F"),
    "light, too": ('<a:prstClr val="ltYellow"/>', "FFFFE0"),
    "an unknown preset": ('<a:prstClr val="mauve"/>', None),
    # 20.1.2.3.13: hue 120°, full saturation, half light.
    "hue, saturation, light": ('<a:hslClr hue="7200000" sat="100000" lum="50000"/>', "00FF00"),
    "with per cent signs": ('<a:hslClr hue="0" sat="100%" lum="25%"/>', "800000"),
    # 20.1.2.3.30: linear light; 0.5 is 188 in sRGB (1.055 × 0.5^(1/2.4) − 0.055 = 0.7354).
    "linear light": ('<a:scrgbClr r="50000" g="0" b="100000"/>', "BC00FF"),
    "linear light out of range": ('<a:scrgbClr r="-50000" g="200000" b="x"/>', "00FF00"),
    "no colour at all": ("<a:picture/>", None),
    # PowerPoint's shades of accent 1 in the Office theme of 2013.
    "25 % darker": (scheme("accent1", ("lumMod", 75_000)), "2F5597"),
    "50 % darker": (scheme("accent1", ("lumMod", 50_000)), "203864"),
    "40 % lighter": (scheme("accent1", ("lumMod", 60_000), ("lumOff", 40_000)), "8FAADC"),
    "60 % lighter": (scheme("accent1", ("lumMod", 40_000), ("lumOff", 60_000)), "B4C7E7"),
    "80 % lighter": (scheme("accent1", ("lumMod", 20_000), ("lumOff", 80_000)), "DAE3F3"),
    "white, 15 % darker": (scheme("bg1", ("lumMod", 85_000)), "D9D9D9"),
    "black, 35 % lighter": (scheme("tx1", ("lumMod", 65_000), ("lumOff", 35_000)), "595959"),
    # What PowerPoint makes of the footers of its older themes: 1 − 0.75 = 0.25 linear is 137.
    "black, tinted": (scheme("tx1", ("tint", 75_000)), "898989"),
    # 0.5 linear is 188.
    "white, shaded": (rgb("FFFFFF", ("shade", 50_000)), "BCBCBC"),
    "transforms go in their order": (
        rgb("808080", ("lumOff", 50_000), ("lumMod", 50_000)),
        "808080",  # 0.502 + 0.5 is held at 1; halved, 128
    ),
    "the other way round it is another colour": (
        rgb("808080", ("lumMod", 50_000), ("lumOff", 50_000)),
        "C0C0C0",  # 0.251 + 0.5
    ),
    "light set outright": (rgb("FF0000", ("lum", 25_000)), "800000"),
    "saturation taken": (rgb("FF0000", ("satMod", 0)), "808080"),
    "saturation held at its most": (rgb("BF4040", ("satMod", 900_000)), "FF0000"),
    "saturation added": (rgb("808080", ("satOff", 100_000)), "FF0101"),
    "hue turned by 120°": (rgb("FF0000", ("hueOff", 7_200_000)), "00FF00"),
    "hue set": (rgb("FF0000", ("hue", 14_400_000)), "0000FF"),
    "hue taken to half": (rgb("00FF00", ("hueMod", 50_000)), "FFFF00"),
    "a transform that no program writes does nothing": (rgb("FF0000", ("inv", 0)), "FF0000"),
    "gamma": (rgb("000000", ("gamma", 0)), "000000"),
    "alpha does not count": (rgb("123456", ("alpha", 40_000)), "123456"),
    "an unknown transform does nothing": (rgb("123456", ("sparkle", 40_000)), "123456"),
    "a transform without a number does nothing": (
        '<a:srgbClr val="123456"><a:lumMod val="much"/></a:srgbClr>',
        "123456",
    ),
    "a comment between": (
        '<a:srgbClr val="FFFFFF"><!-- --><a:lumMod val="0"/></a:srgbClr>',
        "000000",
    ),
}


@pytest.mark.parametrize(("xml", "expected"), CASES.values(), ids=CASES)
def test_colors(xml: str, expected: str | None) -> None:
    assert shown(xml) == expected


def test_a_fill_of_a_theme_takes_the_color_it_is_given() -> None:
    xml = scheme("phClr", ("lumMod", 75_000))
    assert shown(xml, placeholder="4472C4") == "2F5597"
    assert shown(xml) is None


def test_a_dark_map_turns_text_and_background_but_not_the_theme() -> None:
    dark = MappedColors(THEME.scheme, {"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2"})
    names = ("bg1", "tx1", "dk1", "lt1", "accent1")
    found = [shown(scheme(name), dark) for name in names]
    assert found == ["000000", "FFFFFF", "000000", "FFFFFF", "4472C4"]


def test_the_middle_of_colors() -> None:
    assert mean_color(("000000", "FF8000")) == "804000"
    assert mean_color(("123456",)) == "123456"
