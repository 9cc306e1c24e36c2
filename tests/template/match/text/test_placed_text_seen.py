"""Text of our own on several grounds tells what stands there on which of them it is seen."""

from deckgen.template.match.text.placed_text import seen_text
from deckgen.template.template import DrawnShape
from tests.template.match.compositions.test_kicker_box import TEXT, around

UPPER_HALF = TEXT.box._replace(cy=TEXT.box.cy // 2)
DARK = TEXT.level_styles[0]._replace(color="101010")


def test_a_column_on_two_panels_has_the_one_on_which_it_is_seen_least_behind_it() -> None:
    place = around(DrawnShape(UPPER_HALF, "fill", "303030", 1))
    place = place._replace(layout=place.layout._replace(paper="000000"))
    column = TEXT._replace(idx=None, is_text_box=True, level_styles=(DARK,))
    seen = seen_text(column, place)
    assert (seen.level_styles[0].color, seen.background) == ("bg1", "303030")
