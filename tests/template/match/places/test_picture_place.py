"""Where a template's cover, section, quotation or closing page has a place for a picture."""

import pytest

from deckgen.deck.box import Box
from deckgen.deck.layout import Placeholder, PlaceholderType, TextStyle
from deckgen.template.match.choosing.placeholder_roles import LayoutContents, PlaceholderMap
from deckgen.template.match.places.picture_place import free_place, full_area, largest_free_picture
from deckgen.template.template import DrawnShape

WIDTH, HEIGHT = 1_000, 600
LOGO = DrawnShape(Box(850, 20, 120, 60), "picture")


def placeholder(box: Box, type_: PlaceholderType = "body") -> Placeholder:
    return Placeholder("title", type_, 1, "Any", box, (TextStyle(20, "000000"),))


def contents(*pictures: Box) -> LayoutContents:
    shown = tuple(placeholder(box, "pic") for box in pictures)
    return LayoutContents(None, (), shown, WIDTH, HEIGHT)


@pytest.mark.parametrize(
    ("pictures", "found"),
    [
        ([Box(600, 0, 400, 600)], Box(600, 0, 400, 600)),
        ([Box(600, 0, 100, 100), Box(700, 0, 300, 600)], Box(700, 0, 300, 600)),  # the larger
        ([Box(0, 0, 1_000, 600)], None),  # behind the title, which it might hide
        ([], None),
    ],
)
def test_a_placeholder_for_pictures_is_used_if_no_text_crosses_it(
    pictures: list[Box], found: Box | None
) -> None:
    texts: PlaceholderMap = {"title": placeholder(Box(50, 200, 500, 100))}
    place = largest_free_picture(contents(*pictures), texts)
    assert (place and place.box) == found


@pytest.mark.parametrize(
    ("title", "drawn", "found"),
    [
        (Box(50, 200, 450, 200), (), Box(550, 50, 400, 500)),  # right of it
        (Box(500, 200, 450, 200), (), Box(50, 50, 400, 500)),  # left of it
        (Box(50, 400, 900, 150), (), Box(50, 50, 900, 300)),  # above it
        (Box(50, 50, 900, 150), (), Box(50, 250, 900, 300)),  # below it
        (Box(50, 200, 450, 200), (LOGO,), Box(550, 80, 400, 470)),  # below the logo
        (Box(50, 200, 900, 200), (), None),  # in the middle, from margin to margin
    ],
)
def test_a_picture_without_placeholder_has_the_largest_free_place(
    title: Box, drawn: tuple[DrawnShape, ...], found: Box | None
) -> None:
    assert free_place(contents(), {"title": placeholder(title)}, drawn) == found


PAGE = Box(0, 0, 160, 90)
CORNER = DrawnShape(Box(140, 0, 20, 9), "picture", name="Logo")


@pytest.mark.parametrize(
    ("drawn", "area", "covered"),
    [
        pytest.param([], PAGE, (), id="nothing drawn"),
        pytest.param([CORNER], Box(0, 9, 160, 81), (), id="below a logo"),
        pytest.param(
            [CORNER._replace(box=Box(140, 70, 10, 9))], Box(0, 0, 140, 90), (), id="beside"
        ),
        pytest.param([CORNER._replace(box=PAGE)], PAGE, (), id="on a picture of the whole slide"),
        pytest.param([CORNER._replace(box=Box(60, 40, 20, 9))], PAGE, ("Logo",), id="over it"),
        pytest.param([DrawnShape(Box(60, 40, 20, 9), "line")], PAGE, ("line",), id="no name"),
    ],
)
def test_full_pictures(drawn: list[DrawnShape], area: Box, covered: tuple[str, ...]) -> None:
    assert full_area(PAGE, drawn) == (area, covered)
