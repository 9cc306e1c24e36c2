"""Lines of a cover that become a list on the slide."""

import re

import pytest

from deckgen.deck.layout import EMU_PER_POINT, TextStyle
from deckgen.template.match.stated_levels import (
    as_list,
    with_alignment,
    with_first_size,
    with_marks_as_text,
    with_proportional_lines,
    with_space_before,
    with_space_between,
)
from tests.template.match.compositions.test_kicker_box import TEXT

_RIGHT, _CENTRED = (TextStyle(20, "000000", align=align) for align in ("r", "ctr"))
_SAID = '<a:lvl2pPr algn="ctr" marL="9"><a:buNone/><a:defRPr sz="2000"/></a:lvl2pPr>'


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("", "".join(f'<a:lvl{at}pPr algn="l"><a:defRPr/></a:lvl{at}pPr>' for at in (1, 2))),
        (_SAID, '<a:lvl1pPr algn="l"><a:defRPr/></a:lvl1pPr>' + _SAID.replace('"ctr"', '"l"')),
    ],
)
def test_a_slide_says_at_which_side_its_lines_stand(said: str, expected: str) -> None:
    text = TEXT._replace(level_styles=(_RIGHT, _CENTRED), list_style=said)
    aligned = with_alignment(text, "l")
    assert [level.align for level in aligned.level_styles] == ["l", "l"]
    assert aligned.list_style == expected


def test_lines_that_stand_there_already_are_not_said_again() -> None:
    assert with_alignment(TEXT, "l") is TEXT


@pytest.mark.parametrize(
    ("points", "said", "expected"),
    [
        (0, "", ""),
        (24, "", '<a:lvl1pPr><a:lnSpc><a:spcPts val="3600"/></a:lnSpc><a:defRPr/></a:lvl1pPr>'),
        (
            24,
            '<a:lvl1pPr algn="l"><a:lnSpc><a:spcPts val="2400"/></a:lnSpc></a:lvl1pPr>',
            '<a:lvl1pPr algn="l"><a:lnSpc><a:spcPts val="3600"/></a:lnSpc></a:lvl1pPr>',
        ),
    ],
)
def test_lines_of_a_fixed_distance_stand_further_apart_in_a_larger_size(
    points: int, said: str, expected: str
) -> None:
    own = TextStyle(20, "000000", line_points=points)
    larger = with_first_size(TEXT._replace(level_styles=(own, own), list_style=said), 30)
    assert larger.level_styles == (own._replace(size=30, line_points=points * 1.5), own)
    assert (larger.overrides_sizes, larger.list_style) == (True, expected)


def test_a_line_becomes_a_list_with_marks_and_indents() -> None:
    styles = (_RIGHT, _CENTRED._replace(size=12))
    listed = as_list(TEXT._replace(level_styles=styles, list_style=_SAID))
    first, second = listed.level_styles
    assert (first.mark, second.mark, first.size, second.size) == ("dot", "dash", 20, 17)
    assert first.margin == 20 * EMU_PER_POINT == -first.indent
    assert second.margin == first.margin + 17 * EMU_PER_POINT
    assert "buNone" not in listed.list_style
    assert listed.list_style.index('<a:buChar char="•"/><a:defRPr') < listed.list_style.index("–")


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        pytest.param([(40, 100), (56, 70)], [(40, 100), (34, 100)], id="larger, and closer"),
        pytest.param([(40, 90), (36, 120)], [(40, 90), (36, 120)], id="a little smaller"),
        pytest.param(
            [(20, 100), (12, 100), (40, 100)], [(20, 100), (17, 100), (14, 100)], id="all"
        ),
    ],
)
def test_no_level_of_a_list_is_larger_or_closer_than_the_one_above(
    levels: list[tuple[int, int]], expected: list[tuple[int, int]]
) -> None:
    styles = tuple(TextStyle(size, "000000", line_spacing=space) for size, space in levels)
    listed = as_list(TEXT._replace(level_styles=styles))
    assert [(level.size, level.line_spacing) for level in listed.level_styles] == expected
    spaces = [f'<a:spcPct val="{space * 1000}"/>' for _, space in expected]
    assert re.findall("<a:spcPct[^>]*>", listed.list_style) == spaces


@pytest.mark.parametrize(
    ("spaces", "expected"),
    [
        pytest.param([(0, 0), (0, 0)], [6, 3.6], id="none"),
        pytest.param([(2, 0.5), (0, 3)], [6, 0], id="hardly any; the second has it after"),
        pytest.param([(3, 0), (0, 0)], [3, 0], id="enough: lower levels belong to it"),
        pytest.param([(0, 3), (0, 0)], [6, 0], id="after the first, none after the second"),
        pytest.param([(0, 3), (0, 3)], [0, 0], id="after each"),
        pytest.param([(0, 0), (16, 0)], [6, 6], id="before the second alone, as Google writes"),
        pytest.param([(10, 0), (16, 2)], [10, 8], id="the second stands no further apart"),
    ],
)
def test_paragraphs_without_space_have_some(
    spaces: list[tuple[float, float]], expected: list[float]
) -> None:
    styles = tuple(
        TextStyle(size, "000000", mark="dot", space_before=before, space_after=after)
        for size, (before, after) in zip((20, 12), spaces, strict=True)
    )
    apart = with_space_between(TEXT._replace(level_styles=styles), 0.3)
    assert [level.space_before for level in apart.level_styles] == expected
    assert ('spcPts val="600"' in apart.list_style) == (expected[0] == 6)


@pytest.mark.parametrize(("before", "expected"), [(0, 10), (4, 10), (5, 5)])
def test_paragraphs_without_marks_have_half_a_line_between_them(before: int, expected: int) -> None:
    styles = (
        TextStyle(20, "000000", space_before=before),
        TextStyle(16, "000000", mark="dot", space_before=3),
    )
    apart = with_space_between(TEXT._replace(level_styles=styles), 0.15)
    assert [level.space_before for level in apart.level_styles] == [expected, 3]


@pytest.mark.parametrize(("points", "mark"), [(7, "square"), (6, "dot")])
def test_lists_keep_marks_of_their_own_that_do_not_touch_the_words(points: int, mark: str) -> None:
    style = TextStyle(20, "000000", mark="square", indent=-points * EMU_PER_POINT)
    assert as_list(TEXT._replace(level_styles=(style,))).level_styles[0].mark == mark


def test_a_mark_within_the_words_stands_before_them() -> None:
    stuck = TEXT._replace(level_styles=(TextStyle(20, "000000", mark="dot"),) * 2)
    levels = as_list(stuck).level_styles
    points = [(each.margin / EMU_PER_POINT, each.indent / EMU_PER_POINT) for each in levels]
    assert points == [(20, -20), (40, -20)]


@pytest.mark.parametrize(
    ("colors", "named"),
    [({"tx1": "000000"}, '<a:schemeClr val="tx1"/>'), ({}, '<a:srgbClr val="000000"/>')],
)
def test_the_colour_of_a_mark_stands_before_the_mark(colors: dict[str, str], named: str) -> None:
    said = '<a:lvl1pPr><a:spcBef/><a:buClr/><a:buChar char="-"/></a:lvl1pPr>'
    place = TEXT._replace(level_styles=(TextStyle(20, "000000", mark="dot"),) * 2, list_style=said)
    found = with_marks_as_text(place, [0], colors)
    assert found.list_style == said.replace("<a:buClr/>", f"<a:buClr>{named}</a:buClr>")
    assert [level.mark_color for level in found.level_styles] == ["000000", "accent1"]


@pytest.mark.parametrize(
    "stated", ["", '<a:spcBef><a:spcPct val="100000"/></a:spcBef>'], ids=["layout's", "slide's"]
)
def test_space_before_stands_behind_the_distance_of_lines(stated: str) -> None:
    lines, after = "<a:lnSpc/>", "<a:spcAft/>"
    place = TEXT._replace(
        level_styles=(TextStyle(20, "000000", space_before=20),),
        list_style=f"<a:lvl1pPr>{lines}{stated}{after}</a:lvl1pPr>",
    )
    space = '<a:spcBef><a:spcPts val="500"/></a:spcBef>'
    found = with_space_before(place, 0.25).list_style
    assert found == f"<a:lvl1pPr>{lines}{space}{after}</a:lvl1pPr>"


def test_a_fixed_distance_of_lines_becomes_a_share_of_their_size() -> None:
    """18 points are a line of text in 15, 24 a line and a third."""
    fixed = TextStyle(15, "000000", line_points=18)
    levels = (fixed, fixed._replace(line_points=24), fixed._replace(line_points=0))
    found = with_proportional_lines(TEXT._replace(level_styles=levels))
    assert [level.line_spacing for level in found.level_styles] == [100, 133, 100]
    assert {level.line_points for level in found.level_styles} == {0}
    assert re.findall("<a:spcPct[^>]*>", found.list_style) == [
        '<a:spcPct val="100000"/>',
        '<a:spcPct val="133000"/>',
    ]


def test_lines_in_proportion_stay() -> None:
    assert with_proportional_lines(TEXT) is TEXT
