"""Levels that a template sets alike are indented; those that differ stay as they are."""

import pytest

from deckgen.deck.layout import EMU_PER_POINT, Placeholder, TextStyle
from deckgen.template.match.choosing.placeholder_roles import PlaceholderMap, with_bodies
from deckgen.template.match.text.text_sizes import with_distinct_levels, with_list_marks
from tests.template.match.compositions.test_kicker_box import TEXT

PLAIN = TextStyle(20, "000000")
DOTTED = PLAIN._replace(mark="dot", margin=18 * EMU_PER_POINT, indent=-18 * EMU_PER_POINT)


def body(*levels: TextStyle) -> Placeholder:
    return TEXT._replace(level_styles=levels)


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        pytest.param(PLAIN, [(0, "none"), (20, "dash"), (40, "dash")], id="without marks"),
        pytest.param(DOTTED, [(18, "dot"), (38, "dot"), (58, "dot")], id="with marks"),
    ],
)
def test_levels_that_are_alike_are_indented(
    level: TextStyle, expected: list[tuple[int, str]]
) -> None:
    found = with_distinct_levels(body(level, level, level))
    levels = found.level_styles
    assert [(each.margin // EMU_PER_POINT, each.mark) for each in levels] == expected
    assert found.list_style.startswith(f'<a:lvl2pPr marL="{levels[1].margin}" indent="-254000">')


@pytest.mark.parametrize(
    "levels",
    [
        pytest.param((PLAIN, DOTTED, DOTTED), id="a mark"),
        pytest.param((PLAIN, PLAIN._replace(size=16)), id="a size"),
        pytest.param((PLAIN,), id="one level only"),
    ],
)
def test_levels_that_differ_stay(levels: tuple[TextStyle, ...]) -> None:
    assert with_distinct_levels(body(*levels)) == body(*levels)


HUNG = PLAIN._replace(margin=18 * EMU_PER_POINT, indent=-18 * EMU_PER_POINT)


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        pytest.param(PLAIN._replace(align="ctr"), ("dot", "l", 20), id="centred"),
        pytest.param(HUNG, ("dot", "l", 20), id="hanging without a mark"),
        pytest.param(PLAIN, ("none", "l", 0), id="plain lines stay"),
        pytest.param(PLAIN._replace(align="r"), ("none", "r", 0), id="lines at the right stay"),
        pytest.param(DOTTED._replace(align="ctr"), ("dot", "l", 18), id="centred, with marks"),
        pytest.param(HUNG._replace(indent=9), ("none", "l", 18), id="an indented first line stays"),
    ],
)
def test_bodies_made_for_lines_have_marks(level: TextStyle, expected: tuple[str, str, int]) -> None:
    first = with_list_marks(body(level)).level_styles[0]
    assert (first.mark, first.align, first.margin // EMU_PER_POINT) == expected


def test_titles_have_no_marks() -> None:
    given: PlaceholderMap = {"title": body(PLAIN._replace(align="ctr"))}
    assert with_bodies(given, with_list_marks) == given
