"""Who speaks, where and when, stands elsewhere on covers that have a place for one line only."""

import pytest

from deckgen.deck.box import Insets
from deckgen.deck.layout import EMU_PER_POINT, Placeholder
from deckgen.template.match.choosing.placeholder_roles import PlaceholderMap
from deckgen.template.match.compositions.display_page import with_details_elsewhere
from deckgen.template.template import DrawnShape
from tests.template.match.compositions.test_kicker_box import (
    BAR,
    around,
    body,
    points,
    shown,
    title,
)

HIGH, LINE = title(points(50, 20, 800, 80)), body(points(50, 105, 600, 40))
INSET = LINE._replace(insets=Insets(left=6 * EMU_PER_POINT, right=6 * EMU_PER_POINT))
STRIP = BAR._replace(box=points(0, 100, 900, 50))
MIDDLE, LOW = title(points(50, 70, 800, 130)), body(points(50, 230, 800, 70))
RULE = DrawnShape(points(30, 220, 840, 0), "line")
SEAL = DrawnShape(points(400, 270, 120, 250), "picture", None, 1)


def test_below_the_strip_that_holds_one_line() -> None:
    # 2 % of 540 points below the strip, down to 93 %.
    found = with_details_elsewhere({"title": HIGH, "subtitle": LINE}, around(STRIP))
    assert found["title"] == HIGH
    assert shown(found["subtitle"].box) == (50, 161, 600, 341)


def test_under_the_title_where_a_seal_stands_below() -> None:
    # From 22 points, 4 % of the page, to the rule, but for a gap of 1 %: three fifths for the text.
    found = with_details_elsewhere({"title": MIDDLE, "subtitle": LOW}, around(RULE, SEAL))
    assert shown(found["title"].box) == (50, 22, 800, 77)
    assert shown(found["subtitle"].box) == (50, 99, 800, 116)
    assert found["title"].anchor == "b"


@pytest.mark.parametrize(
    ("headline", "text", "drawn"),
    [
        pytest.param(HIGH, LINE, (), id="it may grow"),
        pytest.param(HIGH, LINE, (STRIP._replace(box=points(0, 100, 900, 90)),), id="a high strip"),
        pytest.param(LOW, HIGH, (STRIP,), id="above the title"),
        pytest.param(
            MIDDLE, LOW, (SEAL._replace(box=points(300, 90, 300, 440)),), id="a badge behind both"
        ),
        pytest.param(
            HIGH, INSET, (SEAL._replace(box=points(645, 20, 200, 500)),), id="a picture at its side"
        ),
        pytest.param(
            HIGH, LINE, (STRIP, SEAL._replace(box=points(0, 200, 900, 340))), id="no place at all"
        ),
    ],
)
def test_it_stays(headline: Placeholder, text: Placeholder, drawn: tuple[DrawnShape, ...]) -> None:
    given: PlaceholderMap = {"title": headline, "subtitle": text}
    assert with_details_elsewhere(given, around(*drawn)) == given
