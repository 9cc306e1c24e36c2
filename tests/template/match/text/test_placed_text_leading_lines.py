"""A headline has room for two lines larger than its list, where nothing stands."""

import pytest

from deckgen.deck.layout import Anchor
from deckgen.template.match.choosing.layout_match import TemplateRole
from deckgen.template.match.choosing.placeholder_roles import PlaceholderMap
from deckgen.template.match.text.placed_text import with_leading_lines
from deckgen.template.template import DrawnShape
from tests.template.match.compositions.test_kicker_box import around, body, points, shown, title

LIST = body(points(50, 200, 800, 280))
"""Of 24 points: two lines of 30 above it need 72."""
RULE = DrawnShape(points(0, 150, 900, 4), "fill", "123456", 1)


@pytest.mark.parametrize(
    ("role", "size", "anchor", "drawn", "expected"),
    [
        pytest.param("bullets", 40, "t", (), (50, 100, 800, 72), id="downwards"),
        pytest.param("bullets", 40, "b", (), (50, 68, 800, 72), id="upwards"),
        pytest.param("bullets", 40, "ctr", (), (50, 84, 800, 72), id="both ways"),
        pytest.param("bullets", 28, "t", (), (50, 100, 800, 67), id="its own size is enough"),
        pytest.param("bullets", 16, "t", (), (50, 100, 800, 40), id="it has two lines"),
        pytest.param("cover", 40, "t", (), (50, 100, 800, 40), id="a cover has no list"),
    ],
)
def test_its_box_grows(
    role: TemplateRole,
    size: int,
    anchor: Anchor,
    drawn: tuple[DrawnShape, ...],
    expected: tuple[int, ...],
) -> None:
    headline = title(points(50, 100, 800, 40), size).anchored(anchor)
    found = with_leading_lines(role, {"title": headline, "body": LIST}, around(*drawn))
    assert shown(found["title"].box) == expected
    assert found["body"] == LIST


@pytest.mark.parametrize(
    ("top", "drawn", "end"),
    [pytest.param(200, (RULE,), 150, id="a rule"), pytest.param(160, (), 160, id="its list")],
)
def test_it_meets_nothing(top: int, drawn: tuple[DrawnShape, ...], end: int) -> None:
    headline = title(points(50, 100, 800, 40))
    placeholders: PlaceholderMap = {"title": headline, "body": body(points(50, top, 800, 280))}
    found = with_leading_lines("bullets", placeholders, around(*drawn))["title"].box
    assert shown(found)[3] == 72
    assert found.bottom <= points(0, end, 1, 1).y


def test_a_bar_stays_as_high_as_it_is() -> None:
    headline = title(points(50, 100, 800, 40))
    surroundings = around()
    layout = surroundings.layout._replace(fills={headline.idx: RULE})
    placeholders: PlaceholderMap = {"title": headline, "body": LIST}
    found = with_leading_lines("bullets", placeholders, surroundings._replace(layout=layout))
    assert found == placeholders
