"""Boxes of slides that are read from right to left."""

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
