"""Places that are made larger: to a whole line, to the left, and down to what is drawn."""

import pytest

from deckgen.deck.box import Box, Insets
from deckgen.deck.layout import EMU_PER_POINT, Placeholder, TextStyle
from deckgen.template.match.places.clear_box import free_left, larger_boxes, whole_line
from deckgen.template.template import DrawnShape

HEIGHT = 1000
BOX = Box(100, 400, 800, 200)


def points(y: float, cy: float) -> Box:
    return Box(0, *(round(length * EMU_PER_POINT) for length in (y, 900, cy)))


def text(y: float, cy: float, size: int = 20) -> Placeholder:
    style = (TextStyle(size, "000000"),)
    insets = Insets(91_440, 45_720, 91_440, 45_720)
    return Placeholder(
        "title", "title", None, "Title", points(y, cy), style, anchor="ctr", insets=insets
    )


@pytest.mark.parametrize(
    ("low", "other", "expected"),
    [
        pytest.param(text(16, 40), text(60, 300), (16, 40), id="high enough"),
        pytest.param(text(16, 27), text(60, 300), (13, 32), id="higher around its middle"),
        pytest.param(text(16, 27), text(44, 300), (13, 32), id="into the inset of its neighbour"),
        pytest.param(text(16, 9), text(26, 300), (16, 9), id="but not over the words"),
    ],
)
def test_a_box_that_is_too_low_for_a_line(
    low: Placeholder, other: Placeholder, expected: tuple[int, int]
) -> None:
    box = whole_line(low, [other], ()).box
    assert (round(box.y / EMU_PER_POINT), round(box.cy / EMU_PER_POINT)) == expected


@pytest.mark.parametrize(
    ("others", "drawn", "free"),
    [
        pytest.param([], [], 100, id="as far as the edge"),
        pytest.param([Box(0, 20, 30, 50)], [], 70, id="a text beside it"),
        pytest.param([], [DrawnShape(Box(40, 0, 30, 50), "text")], 30, id="a drawn mark"),
        pytest.param([], [DrawnShape(Box(90, 0, 30, 50), "line")], 0, id="a line through it"),
        pytest.param([], [DrawnShape(Box(80, 0, 900, 500), "fill")], 20, id="a panel behind it"),
        pytest.param([], [DrawnShape(Box(0, 900, 50, 50), "text")], 100, id="below all its boxes"),
        pytest.param([], [DrawnShape(Box(0, 420, 50, 50), "text")], 50, id="beside a larger box"),
    ],
)
def test_what_is_free_on_the_left(others: list[Box], drawn: list[DrawnShape], free: int) -> None:
    place = text(0, 0)._replace(
        box=Box(90, 10, 800, 300), larger_boxes=(Box(90, 10, 800, 480),), insets=Insets(left=10)
    )
    assert free_left(place, [place.box, *others], drawn) == free


def test_a_text_that_leaves_its_panel_ends_before_what_is_drawn_below() -> None:
    panel, foot = (
        DrawnShape(Box(50, y, 900, cy), "fill", "EEEEEE", 1) for y, cy in ((395, 210), (800, 200))
    )
    assert larger_boxes(BOX, BOX, [BOX], (panel, foot), HEIGHT) == (
        Box(100, 40, 800, 750),
        Box(100, 40, 800, 920),
    )


def test_a_text_that_was_moved_does_not_grow_into_another() -> None:
    """A headline that was raised has no place of its layout any more, where the list is now."""
    moved, own, text = Box(50, 20, 800, 90), Box(50, 90, 800, 190), Box(50, 120, 800, 340)
    assert larger_boxes(moved, own, [moved, text], (), 540) == ()
    assert Box(50, 20, 800, 260) in larger_boxes(moved, own, [moved], (), 540)
