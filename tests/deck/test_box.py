"""Boxes: what they share, what holds them, and where they stand when read from right to left."""

import pytest

from deckgen.deck.box import Box, Insets, box_around

SLIDE = Box(0, 0, 1000, 600)
BOX = Box(0, 0, 100, 50)


@pytest.mark.parametrize(
    ("box", "area", "expected"),
    [
        (Box(100, 50, 200, 80), SLIDE, Box(700, 50, 200, 80)),
        (Box(400, 0, 200, 80), SLIDE, Box(400, 0, 200, 80)),
        (Box(0, 0, 1000, 600), SLIDE, Box(0, 0, 1000, 600)),
        (Box(110, 10, 30, 5), Box(100, 0, 100, 100), Box(160, 10, 30, 5)),
    ],
)
def test_a_mirrored_box_stands_as_far_from_the_other_side(
    box: Box, area: Box, expected: Box
) -> None:
    assert box.mirrored(area) == expected
    assert expected.mirrored(area) == box


@pytest.mark.parametrize(
    ("other", "overlaps", "contains", "intersection"),
    [
        (Box(100, 100, 50, 50), True, True, Box(100, 100, 50, 50)),
        (Box(900, 500, 200, 200), True, False, Box(900, 500, 100, 100)),
        (Box(1000, 0, 50, 50), False, False, Box(1000, 0, 0, 50)),
        (Box(500, 0, 0, 900), True, False, Box(500, 0, 0, 600)),
        (Box(1000, 0, 0, 600), False, True, Box(1000, 0, 0, 600)),
        (Box(100, 600, 50, 50), False, False, Box(100, 600, 50, 0)),
        (Box(100, -50, 50, 50), False, False, Box(100, 0, 50, 0)),
    ],
    ids=[
        *("within", "across a corner", "beside", "a line across", "a line at the edge", "below"),
        "above",
    ],
)
def test_how_boxes_lie_to_each_other(
    *, other: Box, overlaps: bool, contains: bool, intersection: Box
) -> None:
    assert (SLIDE.overlaps(other), SLIDE.contains(other)) == (overlaps, contains)
    assert SLIDE.intersection(other) == intersection


@pytest.mark.parametrize(
    ("insets", "inner"),
    [
        (Insets(), BOX),
        (Insets(10, 5, 20, 15), Box(10, 5, 70, 30)),
        (Insets(60, 30, 60, 30), Box(60, 30, 0, 0)),
    ],
)
def test_what_insets_leave_of_a_box(insets: Insets, inner: Box) -> None:
    assert BOX.inside(insets) == inner


@pytest.mark.parametrize(
    ("y", "box"), [(30, Box(0, 30, 100, 20)), (-10, Box(0, -10, 100, 60)), (0, BOX)]
)
def test_a_box_with_another_top_ends_where_it_did(y: int, box: Box) -> None:
    assert BOX.from_top(y) == box


@pytest.mark.parametrize(
    ("other", "holds"),
    [
        (Box(90, 0, 18, 50), True),
        (Box(90, 0, 20, 50), False),
        (Box(-10, 0, 20, 50), True),
        (Box(-10, 0, 18, 50), False),
        (Box(0, 40, 100, 20), False),
        (Box(-100, -100, 300, 250), True),
    ],
    ids=["at the right", "beyond it", "at the left", "before it", "at the foot", "a larger one"],
)
def test_a_box_holds_the_middle_of_another(*, other: Box, holds: bool) -> None:
    assert BOX.holds_middle_of(other) is holds


@pytest.mark.parametrize(
    ("other", "width", "height", "area", "share"),
    [
        (Box(60, 20, 100, 100), 40, 30, 1200, 0.24),
        (Box(-10, -10, 500, 500), 100, 50, 5000, 1),
        (Box(20, 10, 10, 10), 10, 10, 100, 0.02),
        (Box(100, 0, 10, 50), 0, 50, 0, 0),
        # Apart in both directions, they share nothing either.
        (Box(130, 70, 10, 10), -30, -20, 0, 0),
        (Box(-30, -40, 10, 10), -20, -30, 0, 0),
    ],
)
def test_what_two_boxes_share(other: Box, width: int, height: int, area: int, share: float) -> None:
    assert (BOX.shared_width(other), BOX.shared_height(other)) == (width, height)
    assert (BOX.shared_area(other), BOX.share_on(other)) == (area, share)
    assert other.shared_area(BOX) == area


def test_no_share_of_an_empty_box_lies_on_another() -> None:
    assert Box(10, 10, 0, 0).share_on(BOX) == 0


@pytest.mark.parametrize(
    ("boxes", "expected"),
    [
        ([BOX], BOX),
        ([Box(130, 70, 10, 10), BOX], Box(0, 0, 140, 80)),
        ([Box(50, -20, 10, 10), Box(-5, 40, 20, 30)], Box(-5, -20, 65, 90)),
    ],
)
def test_the_box_around_others(boxes: list[Box], expected: Box) -> None:
    assert box_around(boxes) == expected
