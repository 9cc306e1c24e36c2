"""Lines of a cover that become a list on the slide."""

import pytest

from deckgen.deck.layout import EMU_PER_POINT, TextStyle
from deckgen.template.match.stated_levels import as_list, with_alignment
from tests.template.match.compositions.test_kicker_box import TEXT

_RIGHT, _CENTRED = (TextStyle(20, "000000", align=align) for align in ("r", "ctr"))
_SAID = '<a:lvl2pPr algn="ctr" marL="9"><a:buNone/><a:defRPr sz="2000"/></a:lvl2pPr>'


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "",
            "".join(f'<a:lvl{at}pPr algn="l"><a:defRPr/></a:lvl{at}pPr>' for at in (1, 2)),
        ),
        (
            _SAID,
            '<a:lvl1pPr algn="l"><a:defRPr/></a:lvl1pPr>' + _SAID.replace('"ctr"', '"l"'),
        ),
    ],
)
def test_a_slide_says_at_which_side_its_lines_stand(said: str, expected: str) -> None:
    text = TEXT._replace(level_styles=(_RIGHT, _CENTRED), list_style=said)
    aligned = with_alignment(text, "l")
    assert [level.align for level in aligned.level_styles] == ["l", "l"]
    assert aligned.list_style == expected


def test_lines_that_stand_there_already_are_not_said_again() -> None:
    assert with_alignment(TEXT, "l") is TEXT


def test_a_line_becomes_a_list_with_marks_and_indents() -> None:
    styles = (_RIGHT, _CENTRED._replace(size=12))
    listed = as_list(TEXT._replace(level_styles=styles, list_style=_SAID))
    first, second = listed.level_styles
    assert (first.mark, second.mark, first.size, second.size) == ("dot", "dash", 20, 17)
    assert first.margin == 20 * EMU_PER_POINT == -first.indent
    assert second.margin == first.margin + 12 * EMU_PER_POINT
    assert "buNone" not in listed.list_style
    assert listed.list_style.index('<a:buChar char="•"/><a:defRPr') < listed.list_style.index("–")


def test_lists_keep_their_own_marks() -> None:
    marked = TEXT._replace(level_styles=(TextStyle(20, "000000", mark="square"),))
    assert as_list(marked) == marked
