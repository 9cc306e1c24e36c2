"""Bodies that were made for lines, or whose levels are alike, are lists on a slide."""

import pytest

from deckgen.deck.layout import EMU_PER_POINT, Placeholder, TextStyle
from deckgen.template.match.choosing.placeholder_roles import PlaceholderMap, with_bodies
from deckgen.template.match.text.text_sizes import with_list_marks
from tests.template.match.compositions.test_kicker_box import TEXT

PLAIN = TextStyle(20, "000000")
DOTTED = PLAIN._replace(mark="dot", margin=18 * EMU_PER_POINT, indent=-18 * EMU_PER_POINT)


def body(*levels: TextStyle) -> Placeholder:
    return TEXT._replace(level_styles=levels)


@pytest.mark.parametrize(
    ("second", "marks"),
    [
        pytest.param(PLAIN, ["dot", "dash"], id="alike"),
        pytest.param(DOTTED, ["none", "dot"], id="a mark"),
        pytest.param(PLAIN._replace(size=16), ["none", "none"], id="a size"),
    ],
)
def test_levels_that_are_alike_have_marks_and_indents(second: TextStyle, marks: list[str]) -> None:
    first, lower = with_list_marks(body(PLAIN, second)).level_styles
    assert [first.mark, lower.mark] == marks
    assert (lower.margin > first.margin) == (marks[1] != "none")


HUNG = PLAIN._replace(margin=18 * EMU_PER_POINT, indent=-18 * EMU_PER_POINT)


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        pytest.param(PLAIN._replace(align="ctr"), ("dot", "l", 20), id="centred"),
        pytest.param(HUNG, ("dot", "l", 20), id="hanging without a mark"),
        pytest.param(PLAIN, ("none", "l", 0), id="plain lines stay"),
        pytest.param(PLAIN._replace(align="r"), ("none", "r", 0), id="lines at the right stay"),
        pytest.param(DOTTED._replace(align="ctr"), ("dot", "l", 18), id="centred, with marks"),
        pytest.param(DOTTED._replace(indent=-9), ("dot", "l", 20), id="a mark within the words"),
        pytest.param(HUNG._replace(indent=9), ("none", "l", 18), id="an indented first line stays"),
    ],
)
def test_bodies_made_for_lines_have_marks(level: TextStyle, expected: tuple[str, str, int]) -> None:
    first = with_list_marks(body(level)).level_styles[0]
    assert (first.mark, first.align, first.margin // EMU_PER_POINT) == expected


def test_marked_levels_that_are_alike_are_indented() -> None:
    margins = [level.margin for level in with_list_marks(body(DOTTED, DOTTED, DOTTED)).level_styles]
    assert margins == [20 * EMU_PER_POINT * at for at in (1, 2, 3)]


def test_titles_have_no_marks() -> None:
    given: PlaceholderMap = {"title": body(PLAIN._replace(align="ctr"))}
    assert with_bodies(given, with_list_marks) == given
