"""Text has the part of its box in which nothing is drawn across it."""

import pytest

from deckgen.deck.box import Box, Insets
from deckgen.deck.layout import Placeholder, TextStyle
from deckgen.template.match.places.clear_box import clear_box, with_clear_boxes
from deckgen.template.template import DrawnKind, DrawnShape

BOX = Box(100, 100, 800, 200)
INSETS = Insets(10, 5, 10, 5)


def shape(
    x: int, y: int, cx: int, cy: int, kind: DrawnKind = "fill", color: str | None = "123456"
) -> DrawnShape:
    return DrawnShape(Box(x, y, cx, cy), kind, color, 1)


@pytest.mark.parametrize(
    ("drawn", "part"),
    [
        pytest.param([], BOX, id="nothing drawn"),
        pytest.param([shape(0, 0, 1000, 105)], BOX, id="what meets the insets only"),
        pytest.param([shape(0, 0, 1000, 1000)], BOX, id="a ground"),
        pytest.param([shape(0, 0, 1000, 140)], Box(100, 140, 800, 160), id="a bar at its top"),
        pytest.param([shape(0, 270, 1000, 90)], Box(100, 100, 800, 170), id="a bar at its end"),
        pytest.param(
            [shape(100, 200, 800, 0, "line")], Box(100, 100, 800, 100), id="a line across it"
        ),
        pytest.param(
            [shape(750, 50, 150, 150, "picture", None)], Box(100, 100, 650, 200), id="a logo"
        ),
        pytest.param(
            [shape(750, 50, 150, 150, "picture", None), shape(0, 0, 200, 400)],
            Box(200, 100, 550, 200),
            id="a logo and a bar beside it",
        ),
        pytest.param(
            [shape(0, 120, 1000, 160)], Box(100, 120, 800, 160), id="mostly on a bar: within it"
        ),
        pytest.param(
            [shape(105, 120, 1000, 160)], Box(100, 120, 800, 160), id="its edge in the insets"
        ),
        pytest.param(
            [shape(0, 120, 1000, 160, "picture", None)], BOX, id="most of it on a picture"
        ),
        pytest.param(
            [shape(0, 0, 550, 400, "text", None)], Box(550, 100, 350, 200), id="half of it is free"
        ),
        pytest.param([shape(0, 0, 700, 400, "text", None)], BOX, id="too little would be left"),
        pytest.param(
            [shape(0, 200, 1000, 200, "fill", None)], BOX, id="half under a shape of any form"
        ),
        pytest.param(
            [shape(800, 0, 200, 400, "fill", None)],
            Box(100, 100, 700, 200),
            id="the corner under a shape of any form",
        ),
    ],
)
def test_the_part_of_a_box(drawn: list[DrawnShape], part: Box) -> None:
    assert clear_box(BOX, INSETS, drawn) == part


@pytest.mark.parametrize(
    ("color", "begins"), [(None, 100), ("123456", 200)], ids=["a corner", "a bar down its side"]
)
def test_a_title_begins_where_its_body_does(color: str | None, begins: int) -> None:
    style = (TextStyle(40, "000000"),)
    title = Placeholder("title", "title", None, "Title", BOX, style, insets=INSETS)
    body = title._replace(role="body", type="body", idx=1, box=BOX._replace(y=400))
    corner = shape(0, 0, 200, 250, color=color)
    found = with_clear_boxes({"title": title, "body": body}, [corner])
    assert found["title"].box == Box(begins, 100, 900 - begins, 200)
    assert found["body"].box == body.box


def test_the_part_holds_a_line() -> None:
    assert clear_box(BOX, INSETS, [shape(0, 0, 1000, 200)], 120) == BOX


@pytest.mark.parametrize(
    ("color", "part"), [("FFFFFF", Box(100, 100, 800, 110)), ("000000", Box(100, 210, 800, 90))]
)
def test_a_bar_is_the_ground_of_text_that_is_seen_on_it(color: str, part: Box) -> None:
    assert clear_box(BOX, INSETS, [shape(0, 0, 1000, 210)], 50, color) == part
