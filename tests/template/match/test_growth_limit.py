"""How far a placeholder may grow: to the next placeholder or the edge, if that gains enough."""

import pytest

from deckgen.deck.box import Box
from deckgen.template.match.growth_limit import growth_limit

HEIGHT = 1000
BOX = Box(100, 400, 800, 200)


@pytest.mark.parametrize(
    ("others", "limit"),
    [
        pytest.param([], Box(100, 40, 800, 920), id="to the edges"),
        pytest.param([BOX], Box(100, 40, 800, 920), id="itself does not count"),
        pytest.param([Box(100, 100, 800, 100)], Box(100, 210, 800, 750), id="a box above"),
        pytest.param([Box(100, 700, 800, 100)], Box(100, 40, 800, 650), id="a box below"),
        pytest.param([Box(900, 0, 90, 1000)], Box(100, 40, 800, 920), id="a box beside"),
        pytest.param([Box(100, 350, 800, 300)], None, id="a box over it"),
        pytest.param(
            [Box(100, 300, 800, 90), Box(100, 615, 800, 90)], None, id="too little is gained"
        ),
    ],
)
def test_how_far_a_box_may_grow(others: list[Box], limit: Box | None) -> None:
    assert growth_limit(BOX, others, (), HEIGHT) == limit
