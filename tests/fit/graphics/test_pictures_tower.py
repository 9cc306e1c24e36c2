"""A tower beside a panorama: in a row of one height it would be a strip."""

import pytest

from deckgen.fit.graphics.pictures import placed_pictures
from tests.fit.graphics.test_pictures import AREA, picture, placing
from tests.present import present


@pytest.mark.parametrize(
    ("shapes", "words", "whole_height"),
    [
        ((4.3, 0.31), "", True),
        ((0.31, 4.3), "", True),
        ((4.3, 0.31), "The lighthouse", True),
        ((4.3, 0.31), "A long story. " * 120, False),
        ((4.3, 0.6), "", False),
        ((2, 0.2), "", False),
        ((4.3, 0.31, 1), "", False),
    ],
    ids=["last", "first", "caption", "no room for words", "portrait", "high row", "three"],
)
def test_a_tower_beside_a_panorama_has_the_whole_height(
    shapes: tuple[float, ...], words: str, *, whole_height: bool
) -> None:
    shown = [picture(shape, words if shape < 1 else "") for shape in shapes]
    area = AREA._replace(cy=5_000_000)
    placed = placed_pictures(shown, area, placing())
    tower, panorama = sorted(placed, key=lambda each: present(each.box).cx)[:2]
    box, other = present(tower.box), present(panorama.box)
    assert (box.cy == area.cy > other.cy) is whole_height
    if whole_height:
        assert {box.x, other.x} | {box.right, other.right} >= {area.x, area.right}
    if whole_height and words:
        caption = present(present(tower.caption).box)
        assert (caption.bottom, caption.right) == (area.bottom, box.x - 182_880)
