"""Title and details of a cover share what is free above, between and below them."""

import pytest

from deckgen.deck.layout import EMU_PER_POINT, Anchor, Placeholder
from deckgen.template.match.compositions.display_page import shared_span
from deckgen.template.template import DrawnShape
from tests.template.match.compositions.test_kicker_box import BAR, around, body, points, title

TITLE, TEXT = title(points(50, 150, 800, 100)), body(points(50, 250, 800, 100))
ABOVE, BESIDE = body(points(50, 60, 800, 60)), body(points(450, 150, 400, 100))
PANEL = BAR._replace(box=points(0, 120, 900, 300))
BELOW = BAR._replace(box=points(0, 390, 900, 90))
RULE = DrawnShape(points(0, 250, 900, 0), "line")
ARROW = DrawnShape(points(700, 200, 200, 200), "picture", None, 1)
NARROW = body(points(50, 250, 400, 100))


@pytest.mark.parametrize(
    ("anchor", "text", "drawn", "span"),
    [
        pytest.param("b", TEXT, (), (65, 502), id="12 % of the page to 93 %"),
        pytest.param("t", TEXT, (), (150, 502), id="a title at the top of its box begins there"),
        pytest.param("b", TEXT, (PANEL,), (120, 420), id="within their panel"),
        pytest.param("t", TEXT, (BELOW,), (150, 385), id="above a bar below it"),
        pytest.param("b", TEXT, (RULE,), None, id="a rule stands between them"),
        pytest.param("b", NARROW, (ARROW,), None, id="a lower title would meet an arrow"),
        pytest.param("b", ABOVE, (), None, id="details above the title"),
        pytest.param("b", BESIDE, (), None, id="details beside the title"),
    ],
)
def test_the_span(
    anchor: Anchor, text: Placeholder, drawn: tuple[DrawnShape, ...], span: tuple[int, int] | None
) -> None:
    upper = TITLE._replace(anchor=anchor)
    found = shared_span({"title": upper, "subtitle": text}, around(*drawn))
    assert (found and tuple(round(y / EMU_PER_POINT) for y in found)) == span
