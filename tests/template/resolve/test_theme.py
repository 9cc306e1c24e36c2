"""Themes, colour maps, backgrounds: what a layout's names mean, what lies behind its text."""

import pytest

from deckgen.template.template import OFFICE_THEME
from tests.sampled import sampled
from tests.template.small import (
    COLORS,
    DARK_MAP,
    FONTS,
    LIGHT_MAP,
    NAMESPACES,
    only_layout,
    only_master,
    only_placeholder,
    opened,
    shape,
)


def test_a_theme_names_colors_and_fonts() -> None:
    theme = only_master(opened()).theme
    assert theme.name == "Small"
    assert (theme.heading, theme.body) == ("Georgia", "Verdana")
    assert (theme.colors["dk1"], theme.colors["lt1"]) == ("111111", "FAFAFA")
    assert (theme.colors["accent1"], theme.colors["folHlink"]) == ("4472C4", "954F72")
    assert len(theme.colors) == 12
    assert theme.scripts == {
        "ea": ("Yu Gothic", ""),
        "Jpan": ("Meiryo", ""),
        "Arab": ("", "Tahoma"),
    }


BROKEN: dict[str, str | None] = {
    "missing": None,
    "empty": f"<a:theme {NAMESPACES}/>",
    "without names": f"<a:theme {NAMESPACES}><a:themeElements><a:clrScheme/><a:fontScheme/>"
    "</a:themeElements></a:theme>",
    "with nonsense": f"<a:theme {NAMESPACES}><a:themeElements><a:clrScheme><a:dk1><a:srgbClr "
    'val="black"/></a:dk1></a:clrScheme><a:fontScheme><a:majorFont><a:latin typeface="+mj-lt"/>'
    '</a:majorFont><a:minorFont><a:latin typeface=" "/></a:minorFont></a:fontScheme>'
    "</a:themeElements></a:theme>",
}


@pytest.mark.parametrize("theme", BROKEN.values(), ids=BROKEN)
def test_what_a_theme_does_not_say_is_as_in_office(theme: str | None) -> None:
    found = only_master(opened(shape(), theme=theme)).theme
    assert found == OFFICE_THEME


MAPS: dict[str, tuple[dict[str, str], str]] = {
    "light": ({}, "111111"),
    "a dark master": ({"color_map": DARK_MAP}, "FAFAFA"),
    "a dark layout of a light master": ({"layout_map": DARK_MAP}, "FAFAFA"),
    "a light layout of a dark master": ({"color_map": DARK_MAP, "layout_map": LIGHT_MAP}, "111111"),
    "a map that names no color": ({"color_map": 'bg1="lt1" tx1="ink"'}, "111111"),
    "a broken map of a layout": ({"color_map": DARK_MAP, "layout_map": 'tx1="dk1"'}, "FAFAFA"),
    "colors of its own": (
        {"override": COLORS.replace('lastClr="111111"', 'lastClr="330000"')},
        "330000",
    ),
}


@pytest.mark.parametrize(("around", "color"), MAPS.values(), ids=MAPS)
def test_the_color_of_text(around: dict[str, str], color: str) -> None:
    template = opened(shape(), **around)
    assert only_placeholder(template).level_styles[0].color == color
    # PowerPoint's slides do not repeat what their layout maps.
    assert only_layout(template).layout.color_map_override == ""


def test_a_layout_with_other_fonts_names_them() -> None:
    style = '<a:lvl1pPr><a:defRPr><a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr>'
    other = FONTS.replace("Georgia", "Courier New")
    assert only_placeholder(opened(shape(style=style), override=other)).level_styles[0].font == (
        "Courier New"
    )
    assert only_placeholder(opened(shape(style=style), override=COLORS)).level_styles[0].font == (
        "heading"
    )


def behind(fill: str) -> str:
    return f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"


def numbered(idx: int | str, color: str = "bg1") -> str:
    return f'<p:bg><p:bgRef idx="{idx}"><a:schemeClr val="{color}"/></p:bgRef></p:bg>'


def gradient(first: str, second: str) -> str:
    return (
        f'<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="{first}"/></a:gs>'
        f'<a:gs pos="100000"><a:srgbClr val="{second}"/></a:gs></a:gsLst></a:gradFill>'
    )


SOLID = behind('<a:solidFill><a:srgbClr val="123456"/></a:solidFill>')
BACKGROUNDS: dict[str, tuple[dict[str, str], str | None]] = {
    "none is white": ({}, "FFFFFF"),
    "a colour": ({"layout_background": SOLID}, "123456"),
    "the master's": ({"master_background": SOLID}, "123456"),
    "the layout's covers the master's": (
        {
            "master_background": numbered(1001, "accent1"),
            "layout_background": numbered(1001, "accent2"),
        },
        "ED7D31",
    ),
    "the theme's first, in a colour": ({"master_background": numbered(1001)}, "FAFAFA"),
    "with the colours of the layout": (
        {"master_background": numbered(1001), "layout_map": DARK_MAP},
        "111111",
    ),
    "a quiet gradient": ({"layout_background": behind(gradient("101010", "202020"))}, "181818"),
    "a loud one is no colour": ({"layout_background": behind(gradient("000000", "FFFFFF"))}, None),
    # Shaded by 0.9 in linear light, FFC000 is F3B700; halfway between the two.
    "the theme's second, a gradient": ({"layout_background": numbered(1002, "accent4")}, "F9BC00"),
    "the theme's third, a picture": ({"layout_background": numbered(1003)}, None),
    "one that the theme lacks": ({"layout_background": numbered(1009, "accent1")}, "4472C4"),
    "a fill for shapes": ({"layout_background": numbered(1, "accent1")}, "4472C4"),
    "number 0 is no fill": ({"layout_background": numbered(0, "accent1")}, "FFFFFF"),
    "no number": ({"layout_background": numbered("first", "accent1")}, "FFFFFF"),
    "no fill": ({"layout_background": behind("<a:noFill/>")}, "FFFFFF"),
    "a picture": ({"layout_background": behind("<a:blipFill/>")}, None),
    "a pattern": ({"layout_background": behind("<a:pattFill/>")}, None),
    "empty": ({"layout_background": "<p:bg/>"}, "FFFFFF"),
}


@pytest.mark.parametrize(
    ("around", "color"), sampled(BACKGROUNDS.values(), every=2), ids=BACKGROUNDS
)
def test_what_lies_behind_the_text(around: dict[str, str], color: str | None) -> None:
    assert only_layout(opened(**around)).background == color


def test_the_numbered_fills_of_a_missing_theme_are_one_color() -> None:
    found = only_layout(opened(theme=None, layout_background=numbered(1002, "accent1")))
    assert found.background == "4472C4"


TONES: dict[str, tuple[dict[str, str], str]] = {
    "a light background": ({"layout_background": numbered(1001, "bg1")}, "light"),
    "a dark one": ({"layout_background": numbered(1001, "tx2")}, "dark"),
    "a picture, by its dark text": ({"layout_background": numbered(1003)}, "light"),
    "a picture, by its light text": (
        {"layout_background": numbered(1003), "layout_map": DARK_MAP},
        "dark",
    ),
}


@pytest.mark.parametrize(("around", "tone"), TONES.values(), ids=TONES)
def test_tones(around: dict[str, str], tone: str) -> None:
    assert only_layout(opened(shape(), **around)).layout.tone == tone
