"""Where a template has room for a picture on one half of a slide."""

import pytest

from deckgen.deck.box import Box
from deckgen.deck.layout import AnyRole, Layout, Placeholder, TextStyle
from deckgen.template.match.places.picture_place import half_picture_layouts
from deckgen.template.template import DrawnShape

PAGE = Box(0, 0, 1_000, 600)
RIGHT, LEFT = "half-picture", "half-picture-left"
LOGO = DrawnShape(Box(850, 20, 120, 60), "picture")
BAR = DrawnShape(Box(0, 560, 1_000, 40), "fill", "00AA00")
FRAME = DrawnShape(Box(200, 250, 320, 100), "picture")


def placeholder(role: AnyRole, box: Box) -> Placeholder:
    return Placeholder(role, "body", 1, role, box, (TextStyle(20, "000000"),))


def layout(body: Box) -> Layout:
    placeholders = (
        placeholder("title", Box(80, 100, 840, 80)),
        placeholder("body", body),
        placeholder("footer", Box(400, 520, 200, 30)),
        placeholder("day", Box(80, 520, 200, 30)),
        placeholder("number", Box(720, 520, 200, 30)),
    )
    return Layout("Any", "bullets", "light", "/layout.xml", placeholders)


BODY = Box(80, 200, 840, 300)
CASES: dict[str, tuple[Box, tuple[DrawnShape, ...], dict[str, Box]]] = {
    "nothing is drawn": (BODY, (), {RIGHT: Box(500, 0, 500, 600), LEFT: Box(0, 0, 500, 600)}),
    "a bar at the foot": (BODY, (BAR,), {RIGHT: Box(500, 0, 500, 560), LEFT: Box(0, 0, 500, 560)}),
    "a logo at the right": (
        BODY,
        (LOGO,),
        {RIGHT: Box(500, 80, 500, 520), LEFT: Box(0, 0, 500, 600)},
    ),
    "something in the middle": (BODY, (FRAME,), {}),
    "a body without a margin": (Box(0, 200, 840, 300), (), {}),
    "a body on the right": (Box(500, 200, 420, 300), (), {}),
}


@pytest.mark.parametrize("case", CASES)
def test_the_half_of_a_picture(case: str) -> None:
    body, drawn, expected = CASES[case]
    found = {
        str(each.role): each.graphic_box("picture")
        for each in half_picture_layouts(layout(body), PAGE, drawn)
    }
    assert found == expected


def test_all_texts_stand_on_the_other_half() -> None:
    right, left = half_picture_layouts(layout(BODY), PAGE, ())
    assert {each.role: each.box for each in right.placeholders} == {
        "title": Box(80, 100, 340, 80),
        "body": Box(80, 200, 340, 300),
        "footer": Box(80, 520, 255, 30),
        "number": Box(335, 520, 85, 30),
    }
    assert {each.role: each.box for each in left.placeholders} == {
        "title": Box(580, 100, 340, 80),
        "second": Box(580, 200, 340, 300),
        "footer": Box(580, 520, 255, 30),
        "number": Box(835, 520, 85, 30),
    }
