"""Text that cannot be seen has another colour of the theme; such links have that of their text."""

import re

import pytest

from deckgen.deck.box import Box
from deckgen.deck.layout import Placeholder, TextStyle
from deckgen.template.match.text.readable_color import (
    with_levels_as_first,
    with_readable_links,
    with_visible_color,
    without_hiding_fills,
)
from deckgen.template.template import DrawnShape

COLORS = {"tx1": "000000", "bg1": "FFFFFF", "tx2": "1F4E79", "bg2": "EEEEEE"}
FILL = '<a:solidFill><a:schemeClr val="{}"/></a:solidFill>'


def text(color: str, *others: str, moved: bool = True, list_style: str = "") -> Placeholder:
    levels = tuple(TextStyle(24, one) for one in (color, *others))
    return Placeholder(
        "title",
        "title",
        None,
        "Title",
        Box(0, 0, 1, 1),
        levels,
        overrides_box=moved,
        list_style=list_style,
    )


@pytest.mark.parametrize(
    ("placeholder", "behind", "colors"),
    [
        pytest.param(text("000000"), "000000", ["FFFFFF"], id="black on black"),
        pytest.param(text("FFFFFF"), "FFFFFF", ["000000"], id="white on white"),
        pytest.param(text("000000"), None, ["000000"], id="on a picture nobody knows"),
        pytest.param(text("666666"), "FFFFFF", ["666666"], id="enough contrast"),
        pytest.param(text("999999"), "FFFFFF", ["000000"], id="moved to where it is weak"),
        pytest.param(text("909090", moved=False), "FFFFFF", ["909090"], id="the template's own"),
        pytest.param(text("999999", moved=False), "FFFFFF", ["000000"], id="but not below 3:1"),
        pytest.param(text("000000", "CCCCCC"), "000000", ["FFFFFF", "CCCCCC"], id="one level"),
        # 63A3C4 has 2.7:1 on white; with 95 % of its lightness, it has 3.0:1.
        pytest.param(text("63A3C4", moved=False), "FFFFFF", ["589DC0"], id="a darker shade"),
        pytest.param(text("FFFF66", moved=False), "FFFFFF", ["000000"], id="but no far one"),
    ],
)
def test_the_colours_of_a_text(
    placeholder: Placeholder, behind: str | None, colors: list[str]
) -> None:
    found = with_visible_color(placeholder, (behind,) if behind else (), COLORS)
    assert [level.color for level in found.level_styles] == colors


def test_a_shade_is_said_by_its_colour() -> None:
    theme = {**COLORS, "accent1": "63A3C4"}
    for color, said in (("63A3C4", 'schemeClr val="accent1"'), ("66A6C6", 'srgbClr val="66A6C6"')):
        found = with_visible_color(text(color, moved=False), ("FFFFFF",), theme)
        assert f"<a:{said}><a:lumMod " in found.list_style


@pytest.mark.parametrize(
    ("color", "stops", "expected"),
    [
        pytest.param("898989", ("C00000", "800000"), "FFFFFF", id="grey on two reds"),
        pytest.param("FFFFFF", ("C00000", "800000"), "FFFFFF", id="white on two reds"),
        pytest.param("000000", ("FFFFFF", "CCDDFF"), "000000", id="black on pale blues"),
        # On white and on black, no colour is seen better at its worst place.
        pytest.param("898989", ("FFFFFF", "000000"), "898989", id="from white to black"),
    ],
)
def test_on_a_gradient_a_text_is_seen_on_each_of_its_colours(
    color: str, stops: tuple[str, ...], expected: str
) -> None:
    found = with_visible_color(text(color, moved=False), stops, COLORS)
    assert found.level_styles[0].color == expected


def sized(*levels: tuple[int, str]) -> Placeholder:
    return text("000000")._replace(level_styles=tuple(TextStyle(*each) for each in levels))


@pytest.mark.parametrize(
    ("levels", "expected", "colored"),
    [
        pytest.param(
            [(18, "FFFFFF"), (24, "000000"), (20, "000000")],
            [(18, "FFFFFF"), (18, "FFFFFF"), (18, "FFFFFF")],
            ["<a:lvl2pPr>", "<a:lvl3pPr>"],
            id="the master's levels below one of the layout's own",
        ),
        pytest.param(
            [(18, "FFFFFF"), (24, "FFFFFF")],
            [(18, "FFFFFF"), (18, "FFFFFF")],
            [],
            id="of its colour",
        ),
        pytest.param(
            [(18, "FFFFFF"), (24, "000000"), (16, "1F4E79")],
            [(18, "FFFFFF"), (18, "FFFFFF"), (16, "1F4E79")],
            ["<a:lvl2pPr>"],
            id="a smaller one keeps its colour",
        ),
        pytest.param(
            [(18, "FFFFFF"), (18, "000000")],
            [(18, "FFFFFF"), (18, "000000")],
            [],
            id="none is larger",
        ),
        pytest.param(
            [(18, "ABCDEF"), (24, "000000")],
            [(18, "ABCDEF"), (18, "000000")],
            [],
            id="a colour without a name in the theme",
        ),
    ],
)
def test_levels_that_are_larger_than_the_first(
    levels: list[tuple[int, str]], expected: list[tuple[int, str]], colored: list[str]
) -> None:
    found = with_levels_as_first(sized(*levels), COLORS)
    assert [(each.size, each.color) for each in found.level_styles] == expected
    assert re.findall(r"<a:lvl\dpPr>", found.list_style) == colored
    assert found.overrides_sizes == (expected != levels)


def level(inner: str, said: str = "") -> str:
    return f"<a:lvl1pPr><a:defRPr{said}>{inner}</a:defRPr></a:lvl1pPr>"


DARK, LIGHT = FILL.format("tx1"), FILL.format("bg1")
SECOND = "<a:lvl2pPr><a:defRPr/></a:lvl2pPr>"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", level(LIGHT)),
        ('<a:lvl1pPr><a:defRPr sz="9"/></a:lvl1pPr>' + SECOND, level(LIGHT, ' sz="9"') + SECOND),
        (level(DARK + '<a:latin typeface="A"/>'), level(LIGHT + '<a:latin typeface="A"/>')),
    ],
    ids=["no list style", "a level without a colour", "a level with a colour"],
)
def test_the_slide_names_the_colour_of_the_theme(before: str, after: str) -> None:
    found = with_visible_color(text("000000", list_style=before), ("000000",), COLORS)
    assert found.list_style == after


@pytest.mark.parametrize(("mark", "expected"), [("tx1", "bg1"), ("accent2", "accent2")])
def test_a_mark_in_the_colour_of_its_text_stays_so(mark: str, expected: str) -> None:
    style = TextStyle(24, "tx1", mark="dot", mark_color=mark)
    bullets = text("tx1")._replace(is_text_box=True, level_styles=(style,))
    (found,) = with_visible_color(bullets, ("000000",), COLORS).level_styles
    assert (found.color, found.mark_color) == ("bg1", expected)


@pytest.mark.parametrize(
    ("mark", "behind", "expected"),
    [
        pytest.param("113333", "000000", "FFFFFF", id="not seen"),
        pytest.param("FFCC00", "000000", "FFCC00", id="seen"),
        pytest.param("FFCC00", "FFFFFF", "000000", id="pale on white, as its text was"),
    ],
)
def test_marks_are_judged_on_their_own(mark: str, behind: str, expected: str) -> None:
    first = "FFFFFF" if behind == "000000" else "EEEEEE"
    levels = (TextStyle(24, first, mark_color=mark),)
    found = with_visible_color(
        text(first)._replace(role="body", level_styles=levels), (behind,), COLORS
    )
    assert found.level_styles[0].mark_color == expected
    assert ("buClr" in found.list_style) == (expected != mark)


@pytest.mark.parametrize(
    ("grey", "behind", "colors", "expected"),
    [
        pytest.param("898989", "FFFFFF", COLORS, "595959", id="a grey of Office"),
        pytest.param("767676", "FFFFFF", COLORS, "767676", id="can be read"),
        pytest.param("898989", "888888", COLORS, "000000", id="no grey can be read there"),
        pytest.param("898989", "FFFFFF", {}, "898989", id="a theme without colours"),
    ],
)
def test_small_text_at_the_foot_can_be_read(
    grey: str, behind: str, colors: dict[str, str], expected: str
) -> None:
    number = text("000000", moved=False)._replace(
        role="number", level_styles=(TextStyle(12, grey),)
    )
    found = with_visible_color(number, (behind,), colors)
    assert found.level_styles[0].color == expected
    assert ("lumOff" in found.list_style) == (expected == "595959")


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param("FFFFFF", "1D242C", "FFFFFF", id="dark below light"),
        pytest.param("1F4E79", "DDDDDD", "1F4E79", id="light below dark"),
        pytest.param("FFFFFF", "BBBBBB", "BBBBBB", id="both light"),
        pytest.param("FFFFFF", "898989", "FFFFFF", id="a grey that is neither"),
        pytest.param("FFE0E0", "1D242C", "1D242C", id="no colour of the theme"),
    ],
)
def test_on_a_picture_details_are_as_light_or_dark_as_the_first_level(
    first: str, second: str, expected: str
) -> None:
    found = with_visible_color(text(first, second), (), COLORS)
    assert [level.color for level in found.level_styles] == [first, expected]
    assert ("<a:lvl2pPr" in found.list_style) == (second != expected)


def test_a_text_box_has_it_in_its_style() -> None:
    found = with_visible_color(text("tx1")._replace(is_text_box=True), ("000000",), COLORS)
    assert (found.level_styles[0].color, found.list_style) == ("bg1", "")


WHITE, BLUE, PURPLE, PALE = "FFFFFF", "0563C1", "954F72", "FF9999"
INK, GREY = "000000", "595959"


@pytest.mark.parametrize(
    ("links", "ground", "text", "expected"),
    [
        pytest.param((BLUE, PURPLE), WHITE, INK, "", id="both can be read"),
        pytest.param((PALE, PURPLE), WHITE, INK, "tx1", id="a weak one, a colour of the theme"),
        pytest.param((BLUE, PALE), WHITE, INK, "tx1", id="weak once it was followed"),
        pytest.param((PALE, PURPLE), WHITE, GREY, GREY, id="a colour of the text's own"),
        pytest.param((PALE, PURPLE), None, INK, "tx1", id="on a picture nobody can tell"),
        pytest.param((), WHITE, INK, "", id="a theme without colours for links"),
    ],
)
def test_colors_of_links(
    links: tuple[str, ...], ground: str | None, text: str, expected: str
) -> None:
    body = Placeholder("body", "body", 1, "Text", Box(0, 0, 1, 1), (TextStyle(20, text),))
    found = with_readable_links(body._replace(background=ground), None, links, {"tx1": INK})
    assert found.link_color == expected


def test_links_across_two_panels_are_judged_on_the_paper() -> None:
    body = Placeholder("body", "body", 1, "Text", Box(0, 0, 1, 1), (TextStyle(20, INK),))
    colors = [
        with_readable_links(body, paper, (BLUE, PURPLE), {"tx1": INK}).link_color
        for paper in ("1F4E79", WHITE)
    ]
    assert colors == ["tx1", ""]


def test_links_in_a_text_that_was_not_made_for_the_paper_have_its_colour() -> None:
    body = Placeholder("body", "body", 1, "Text", Box(0, 0, 1, 1), (TextStyle(20, "B4DC96"),))
    found = with_readable_links(body, WHITE, (BLUE, PURPLE), {"tx1": INK})
    assert found.link_color == "B4DC96"


FAR = Box(0, 50, 9, 9)


@pytest.mark.parametrize(
    ("shape", "count"),
    [
        pytest.param(DrawnShape(FAR, "fill", "000000", 1), 0, id="hides it"),
        pytest.param(DrawnShape(FAR, "fill", "FFFFFF", 1), 1, id="another colour"),
        pytest.param(DrawnShape(FAR, "fill", "000000", 0.5), 1, id="can be seen through"),
        pytest.param(DrawnShape(FAR._replace(y=5), "fill", "000000", 1), 1, id="behind it anyway"),
        pytest.param(DrawnShape(FAR._replace(y=99), "fill", "000000", 1), 1, id="elsewhere"),
    ],
)
def test_boxes_in_which_a_fill_hides_the_text(shape: DrawnShape, count: int) -> None:
    place = text("111111")._replace(box=Box(0, 0, 9, 20))
    assert len(without_hiding_fills(place, [Box(0, 0, 9, 60)], [shape], "FFFFFF")) == count


@pytest.mark.parametrize(
    ("ground", "paper", "count"),
    [
        pytest.param(DrawnShape(Box(0, 0, 9, 50), "fill", "1F4E79", 1), "FFFFFF", 1, id="a bar"),
        pytest.param(DrawnShape(Box(0, 0, 9, 50), "picture"), "FFFFFF", 1, id="a picture"),
        pytest.param(DrawnShape(Box(0, 0, 9, 50), "picture"), "000000", 2, id="on a dark page"),
        pytest.param(DrawnShape(Box(0, 0, 9, 50), "picture"), None, 2, id="an unknown page"),
        pytest.param(DrawnShape(Box(0, 0, 9, 50), "line"), "FFFFFF", 2, id="no ground"),
    ],
)
def test_light_text_stays_on_its_ground(ground: DrawnShape, paper: str | None, count: int) -> None:
    place = text("FEFEFE")._replace(box=Box(0, 0, 9, 20))
    boxes = [Box(0, 0, 9, 50), Box(0, 0, 9, 60)]
    assert len(without_hiding_fills(place, boxes, [ground], paper)) == count
