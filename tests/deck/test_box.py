"""How boxes lie to each other, and on slides that are read from right to left."""

import pytest

from deckgen.deck.box import Box

SLIDE = Box(0, 0, 1000, 600)


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
    ],
    ids=["within", "across a corner", "beside", "a line across", "a line at the edge"],
)
def test_how_boxes_lie_to_each_other(
    *, other: Box, overlaps: bool, contains: bool, intersection: Box
) -> None:
    assert (SLIDE.overlaps(other), SLIDE.contains(other)) == (overlaps, contains)
    assert SLIDE.intersection(other) == intersection
