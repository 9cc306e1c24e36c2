"""Bullets of any depth, as YAML has lists of lists."""

import pytest

from tests.present import present
from tests.talks import talk


@pytest.mark.parametrize(
    "bullets",
    ["[Roads, {Schools: [roofs, yards]}]", "[Roads, Schools: [roofs, yards]]"],
    ids=["in braces", "without"],
)
def test_bullets_below_another_may_stand_on_its_line(bullets: str) -> None:
    (slide,) = talk(f"- {{title: T, bullets: {bullets}}}").compiled.deck.slides
    shown = [(line.level, line.text) for line in present(slide.text("body")).paragraphs]
    assert shown == [(0, "Roads"), (0, "Schools"), (1, "roofs"), (1, "yards")]
