"""Logos have one area each, and stand in columns; other pictures are no logos."""

from collections.abc import Sequence
from itertools import combinations

import pytest

from deckgen.deck.box import Box
from deckgen.deck.graphics import Picture
from deckgen.fit.graphics.arrangements import logo_wall
from tests.fit.graphics.test_pictures import AREA, picture

LOGOS = (2.5, 1, 4, 1.25, 4.2, 1, 2, 5, 1.5)


def assert_apart(boxes: Sequence[Box], area: Box) -> None:
    """Assert that boxes stand in an area, but for rounding, and none on another."""
    around = Box(area.x, area.y - 1, area.cx + 1, area.cy + 2)
    assert all(map(around.contains, boxes))
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))


@pytest.mark.parametrize(
    ("count", "columns", "rows"), [(4, 2, 2), (5, 3, 2), (6, 3, 2), (7, 3, 3), (9, 3, 3)]
)
def test_logos_have_one_area_and_begin_at_columns(count: int, columns: int, rows: int) -> None:
    wall = logo_wall([picture(ratio) for ratio in LOGOS[:count]], AREA)
    assert wall
    middles = {round((box.y + box.cy / 2) / 10) for box in wall}
    assert (len({box.x for box in wall}), len(middles)) == (columns, rows)
    areas = [box.cx * box.cy for box in wall]
    assert areas == pytest.approx([areas[0]] * count, rel=0.001)
    assert_apart(wall, AREA)


@pytest.mark.parametrize(
    "area", [AREA._replace(cy=AREA.cy // 8), AREA._replace(cx=AREA.cx // 12)], ids=["low", "narrow"]
)
def test_a_small_area_has_small_logos(area: Box) -> None:
    wall = logo_wall([picture(ratio) for ratio in LOGOS], area)
    assert wall
    assert_apart(wall, area)


@pytest.mark.parametrize(
    ("pictures", "is_wall"),
    [
        ([picture(ratio) for ratio in LOGOS[:4]], True),
        ([picture(ratio) for ratio in LOGOS[:3]], False),
        ([picture(ratio) for ratio in (1, 1.5, 1.8, 1.2)], False),
        ([picture(ratio, "A caption") for ratio in LOGOS[:4]], False),
        ([picture(ratio, cover=True) for ratio in LOGOS[:4]], False),
        ([picture(ratio)._replace(may_be_cropped=True) for ratio in LOGOS[:4]], False),
    ],
    ids=["logos", "three", "of like shapes", "with captions", "cropped", "photographs"],
)
def test_only_whole_pictures_of_different_shapes_without_captions_are_logos(
    pictures: list[Picture], *, is_wall: bool
) -> None:
    assert (logo_wall(pictures, AREA) is not None) is is_wall
