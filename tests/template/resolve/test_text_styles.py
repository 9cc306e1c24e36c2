"""How text is set: what layout, master, text styles and defaults come to together."""

from typing import Any

import pytest

from deckgen.template.template import OpenedTemplate
from tests.template.small import only_placeholder, opened, shape

BODY = 'type="body" idx="1"'


def level(properties: str = "", characters: str = "", inside: str = "", n: int = 1) -> str:
    """Return an `a:lvl1pPr` or another level."""
    return f"<a:lvl{n}pPr {properties}>{inside}<a:defRPr {characters}/></a:lvl{n}pPr>"


def characters(inside: str, n: int = 1) -> str:
    return f"<a:lvl{n}pPr><a:defRPr>{inside}</a:defRPr></a:lvl{n}pPr>"


def body_style(levels: str) -> str:
    return f"<p:bodyStyle>{levels}</p:bodyStyle>"


SZ = {n: level(characters=f'sz="{n}00"') for n in (10, 20, 30, 40)}

CHAIN: dict[str, tuple[str, dict[str, str], str, int]] = {
    "nobody says": (BODY, {}, "", 18),
    "the presentation": (BODY, {"defaults": SZ[10]}, "", 10),
    "the master's text styles": (BODY, {"defaults": SZ[10], "styles": body_style(SZ[20])}, "", 20),
    "the master's placeholder": (
        BODY,
        {"styles": body_style(SZ[20]), "master": shape(style=SZ[30])},
        "",
        30,
    ),
    "the layout": (BODY, {"styles": body_style(SZ[20]), "master": shape(style=SZ[30])}, SZ[40], 40),
    "a title takes the title style": (
        'type="ctrTitle"',
        {"styles": f"<p:titleStyle>{SZ[30]}</p:titleStyle>{body_style(SZ[20])}"},
        "",
        30,
    ),
    "a subtitle takes the body style": (
        'type="subTitle" idx="1"',
        {"styles": f"<p:titleStyle>{SZ[30]}</p:titleStyle>{body_style(SZ[20])}"},
        "",
        20,
    ),
    "a picture's text takes the body style": (
        'type="pic" idx="1"',
        {"styles": body_style(SZ[20])},
        "",
        20,
    ),
    "a footer takes the other style": (
        'type="ftr" idx="1"',
        {"styles": f"{body_style(SZ[20])}<p:otherStyle>{SZ[10]}</p:otherStyle>"},
        "",
        10,
    ),
    "a footer that the master lacks is as wide as in any program": (
        'type="ftr" idx="1"',
        {"styles": f"<p:otherStyle>{SZ[10]}</p:otherStyle>", "defaults": SZ[20]},
        "",
        20,
    ),
    "and so is one that says no size but that of the other style": (
        'type="sldNum" idx="1"',
        {"styles": f"<p:otherStyle>{SZ[20]}</p:otherStyle>", "defaults": SZ[10]},
        "",
        20,
    ),
    "a footer that the master has takes the other style": (
        'type="ftr" idx="1"',
        {
            "styles": f"<p:otherStyle>{SZ[10]}</p:otherStyle>",
            "defaults": SZ[20],
            "master": shape('type="ftr" idx="3"'),
        },
        "",
        10,
    ),
    "a footer follows the master's footer, whatever its idx": (
        'type="ftr" idx="11"',
        {"master": shape('type="ftr" idx="3"', style=SZ[10]) + shape(style=SZ[20])},
        "",
        10,
    ),
    "content follows the master's body, whatever its idx": (
        'idx="13"',
        {"master": shape(style=SZ[20])},
        "",
        20,
    ),
    "defPPr holds for levels that say nothing": (
        BODY,
        {"styles": body_style("<a:defPPr><a:defRPr sz='3000'/></a:defPPr>")},
        "",
        30,
    ),
    "a level says more than defPPr": (
        BODY,
        {"styles": body_style(f"<a:defPPr><a:defRPr sz='3000'/></a:defPPr>{SZ[20]}")},
        "",
        20,
    ),
    "half points are rounded up": (BODY, {}, level(characters='sz="1250"'), 13),
    "what is no size is passed over": (
        BODY,
        {"styles": body_style(SZ[20])},
        level(characters='sz="huge"'),
        20,
    ),
    "what is out of range too": (
        BODY,
        {"styles": body_style(SZ[20])},
        level(characters='sz="-400"'),
        20,
    ),
}


@pytest.mark.parametrize(("ph", "around", "own", "size"), CHAIN.values(), ids=CHAIN)
def test_where_a_size_comes_from(ph: str, around: dict[str, str], own: str, size: int) -> None:
    found = only_placeholder(opened(shape(ph, style=own), **around))
    assert found.level_styles[0].size == size
    assert len(found.level_styles) == 9


def fill(color: str) -> str:
    return f"<a:solidFill>{color}</a:solidFill>"


def spacing(name: str, kind: str, value: str) -> str:
    return f'<a:{name}><a:{kind} val="{value}"/></a:{name}>'


RED = '<a:srgbClr val="ff0000"/>'
ATTRIBUTES: dict[str, tuple[str, dict[str, Any]]] = {
    "nothing": (
        "",
        {
            "size": 18,
            "color": "111111",
            "font": "body",
            "bold": False,
            "italic": False,
            "line_spacing": 100,
            "space_before": 0,
            "margin": 0,
            "indent": 0,
            "mark": "none",
            "mark_color": "111111",
            "align": "l",
            "space_after": 0,
            "line_points": 0,
            "capitals": False,
            "tracking": 0,
        },
    ),
    "bold": (level(characters='b="1"'), {"bold": True}),
    "bold in words": (level(characters='b="true"'), {"bold": True}),
    "italic": (level(characters='i="1"'), {"italic": True}),
    "capitals": (level(characters='cap="all"'), {"capitals": True}),
    "small capitals count as capitals": (level(characters='cap="small"'), {"capitals": True}),
    "no capitals": (level(characters='cap="none"'), {"capitals": False}),
    "tracking": (level(characters='spc="150"'), {"tracking": 1.5 / 18}),
    "tracking with a unit": (level(characters='spc="-2pt"'), {"tracking": -2 / 18}),
    "tracking that is none": (level(characters='spc="wide"'), {"tracking": 0}),
    "theme font of headings": (characters('<a:latin typeface="+mj-lt"/>'), {"font": "heading"}),
    "theme font of text": (characters('<a:latin typeface="+mn-lt"/>'), {"font": "body"}),
    "a font by name": (characters('<a:latin typeface="A"/><a:ea typeface="B"/>'), {"font": "A"}),
    "the theme's font of another script": (
        characters('<a:latin typeface="+mj-ea"/>'),
        {"font": "Yu Gothic"},
    ),
    "one that the theme leaves open": (
        characters('<a:latin typeface="+mn-cs"/>'),
        {"font": "body"},
    ),
    "a font without a name": (characters('<a:latin typeface=""/>'), {"font": "body"}),
    "lines in per cent": (level(inside=spacing("lnSpc", "spcPct", "90000")), {"line_spacing": 90}),
    "in per cent with its sign": (
        level(inside=spacing("lnSpc", "spcPct", "120%")),
        {"line_spacing": 120},
    ),
    "lines in points": (
        level(inside=spacing("lnSpc", "spcPts", "2400")),
        {"line_points": 24, "line_spacing": 100},
    ),
    "no lines at all": (level(inside=spacing("lnSpc", "spcPct", "0")), {"line_spacing": 100}),
    "space before in points": (
        level(inside=spacing("spcBef", "spcPts", "1000")),
        {"space_before": 10},
    ),
    "space before in per cent of a line": (
        level(characters='sz="3200"', inside=spacing("spcBef", "spcPct", "20000")),
        {"space_before": 7.68},
    ),
    "space after": (level(inside=spacing("spcAft", "spcPts", "600")), {"space_after": 6}),
    "negative space": (level(inside=spacing("spcAft", "spcPts", "-600")), {"space_after": 0}),
    "margin and indent": (
        level('marL="342900" indent="-342900"'),
        {"margin": 342_900, "indent": -342_900},
    ),
    "a margin with a unit": (level('marL="1in"'), {"margin": 914_400}),
    "a negative margin": (level('marL="-5"'), {"margin": 0}),
    "centred": (level('algn="ctr"'), {"align": "ctr"}),
    "right": (level('algn="r"'), {"align": "r"}),
    "right to left, aligned right": (level('algn="r" rtl="1"'), {"align": "r"}),
    "justified begins on the left": (level('algn="just"'), {"align": "l"}),
    "distributed too": (level('algn="dist"'), {"align": "l"}),
    "a dot": (level(inside='<a:buChar char="•"/>'), {"mark": "dot"}),
    "a dash": (level(inside='<a:buChar char="–"/>'), {"mark": "dash"}),
    "a square": (level(inside='<a:buChar char="■"/>'), {"mark": "square"}),
    "a square of Wingdings": (
        level(inside='<a:buFont typeface="Wingdings"/><a:buChar char="§"/>'),
        {"mark": "square"},
    ),
    "an arrow of Wingdings": (
        level(inside='<a:buFont typeface="Wingdings"/><a:buChar char="Ø"/>'),
        {"mark": "dot"},
    ),
    "a paragraph sign of another font": (level(inside='<a:buChar char="§"/>'), {"mark": "dot"}),
    "a picture": (level(inside='<a:buBlip><a:blip r:embed="rId1"/></a:buBlip>'), {"mark": "dot"}),
    "a number": (level(inside='<a:buAutoNum type="arabicPeriod"/>'), {"mark": "number"}),
    "a letter": (level(inside='<a:buAutoNum type="alphaLc"/>'), {"numbering": "alphaLc"}),
    "no known kind": (level(inside='<a:buAutoNum type="&lt;"/>'), {"numbering": "arabicPeriod"}),
    "no mark": (level(inside="<a:buNone/>"), {"mark": "none"}),
    "coloured text": (characters(fill(RED)), {"color": "FF0000", "mark_color": "FF0000"}),
    "a coloured mark": (
        level(inside=f'<a:buClr>{RED}</a:buClr><a:buChar char="•"/>'),
        {"color": "111111", "mark_color": "FF0000"},
    ),
    "a mark in the colour of the text": (
        f"<a:lvl1pPr><a:buClrTx/><a:buChar char='•'/><a:defRPr>{fill(RED)}</a:defRPr></a:lvl1pPr>",
        {"mark_color": "FF0000"},
    ),
    "text in a scheme colour": (characters(fill('<a:schemeClr val="bg2"/>')), {"color": "EEEEDD"}),
    "text in a gradient": (
        characters(
            '<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="000000"/></a:gs>'
            '<a:gs pos="100000"><a:srgbClr val="0000FE"/></a:gs></a:gsLst></a:gradFill>'
        ),
        {"color": "00007F"},
    ),
    "a colour that does not exist": (
        characters(fill('<a:srgbClr val="red"/>')),
        {"color": "111111"},
    ),
}


@pytest.mark.parametrize(("own", "expected"), ATTRIBUTES.values(), ids=ATTRIBUTES)
def test_what_a_level_says(own: str, expected: dict[str, Any]) -> None:
    found = only_placeholder(opened(shape(style=own))).level_styles[0]
    assert {name: getattr(found, name) for name in expected} == expected


def test_each_attribute_comes_from_its_own_place() -> None:
    below = level('marL="100" indent="-50"', 'sz="2000" b="1"', '<a:buChar char="•"/>')
    found = only_placeholder(
        opened(
            shape(style=level('marL="300"', 'b="0"')),
            shape(style=level(characters='i="1"', inside="<a:buNone/>")),
            styles=body_style(below),
        )
    ).level_styles[0]
    assert (found.size, found.bold, found.italic) == (20, False, True)
    assert (found.margin, found.indent, found.mark) == (300, -50, "none")


def test_levels_are_told_apart_and_those_below_come_from_the_defaults() -> None:
    defaults = "".join(level(f'marL="{n}00"', n=n) for n in range(1, 10))
    styles = body_style(level('marL="5"') + level(characters='sz="1400"', n=3))
    found = only_placeholder(opened(shape(), styles=styles, defaults=defaults)).level_styles
    assert [one.margin for one in found] == [5, 200, 300, 400, 500, 600, 700, 800, 900]
    assert [one.size for one in found] == [18, 18, 14, 18, 18, 18, 18, 18, 18]


SAMPLE = (
    '<a:p><a:pPr algn="r"/><a:r><a:rPr lang="de" sz="9900" b="1"/><a:t>Prompt</a:t></a:r></a:p>'
    '<a:p><a:pPr lvl="1" marL="7"/><a:r><a:rPr sz="3000"/><a:t>Second</a:t></a:r></a:p>'
)


def test_runs_in_a_layout_hand_nothing_down() -> None:
    found = only_placeholder(opened(shape(text=SAMPLE), defaults=SZ[20]))
    assert (
        found.level_styles[0].size,
        found.level_styles[0].bold,
        found.level_styles[0].align,
    ) == (20, False, "l")
    assert (found.prompt, found.list_style) == ("Prompt\nSecond", "")


@pytest.mark.parametrize(
    "template",
    [opened(shape(text=SAMPLE)), opened(shape(text="<a:p/>"), shape(text=SAMPLE))],
    ids=["the layout's", "the master's"],
)
def test_where_no_style_says_a_size_slides_are_to_repeat_the_sample(
    template: OpenedTemplate,
) -> None:
    found = only_placeholder(template)
    first, second, *_ = found.level_styles
    assert (first.size, first.bold, first.align) == (99, True, "r")
    assert (second.size, second.bold, second.margin) == (30, False, 7)
    assert found.list_style == (
        '<a:lvl1pPr algn="r"><a:defRPr sz="9900" b="1"/></a:lvl1pPr>'
        '<a:lvl2pPr marL="7"><a:defRPr sz="3000"/></a:lvl2pPr>'
    )
