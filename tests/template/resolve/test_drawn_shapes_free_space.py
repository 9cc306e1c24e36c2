"""How far a box may grow: to the next box, its panel or the edge, if that gains enough."""

import pytest

from deckgen.deck.box import Box
from deckgen.template.resolve.drawn_shapes import grown_box
from deckgen.template.template import DrawnShape

HEIGHT = 1000
BOX = Box(100, 400, 800, 200)


@pytest.mark.parametrize(
    ("others", "limit"),
    [
        pytest.param([], Box(100, 40, 800, 920), id="to the edges"),
        pytest.param([BOX], Box(100, 40, 800, 920), id="itself does not count"),
        pytest.param([Box(100, 100, 800, 100)], Box(100, 210, 800, 750), id="a box above"),
        pytest.param([Box(100, 700, 800, 100)], Box(100, 40, 800, 650), id="a box below"),
        pytest.param(
            [Box(100, 500, 800, 90)], Box(100, 40, 800, 560), id="a box over its lower half"
        ),
        pytest.param([Box(100, 410, 800, 90)], Box(100, 400, 800, 560), id="over its upper half"),
        pytest.param([Box(900, 0, 90, 1000)], Box(100, 40, 800, 920), id="a box beside"),
        pytest.param([Box(100, 350, 800, 300)], None, id="a box over it"),
        pytest.param(
            [Box(100, 300, 800, 90), Box(100, 615, 800, 90)], None, id="too little is gained"
        ),
    ],
)
def test_how_far_a_box_may_grow(others: list[Box], limit: Box | None) -> None:
    assert grown_box(BOX, others, (), HEIGHT) == limit


def test_a_box_on_a_panel_stays_on_it_and_off_all_others() -> None:
    panel, foot = (DrawnShape(Box(50, y, 900, cy), "fill") for y, cy in ((300, 350), (620, 200)))
    assert grown_box(BOX, [], [panel], HEIGHT) == Box(100, 300, 800, 350)
    assert grown_box(BOX, [], [panel, foot], HEIGHT) == Box(100, 300, 800, 310)


def test_what_its_ground_hides_is_in_no_boxs_way() -> None:
    ground = DrawnShape(Box(0, 300, 1000, 400), "fill", "112233", 1)
    line = DrawnShape(Box(50, 350, 900, 20), "line")
    assert grown_box(BOX, (), (line, ground), HEIGHT) == Box(100, 300, 800, 400)
    assert grown_box(BOX, (), (ground, line), HEIGHT) == Box(100, 380, 800, 320)
    clear = ground._replace(opacity=0.5)
    assert grown_box(BOX, (), (line, clear), HEIGHT) == Box(100, 380, 800, 320)
