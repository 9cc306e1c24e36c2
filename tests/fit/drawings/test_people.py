"""People without pictures have initials, smaller names before none."""

import pytest

from deckgen.brand.styles import style_names
from deckgen.deck.graphics.drawing import Drawing
from deckgen.deck.layout import EMU_PER_INCH
from tests.sampled import sampled
from tests.talks import talk

NAMES = (
    "Ruth Ashdown",
    "Imran Holt",
    "Maggie Dale",
    "Karl-Heinz Oberschulte-Beckmann",
    "Anna Li",
    "Jo Roe",
    "Eva Wu",
    "Tim Tau",
)


@pytest.mark.parametrize("style", sampled(style_names(), every=2))
@pytest.mark.parametrize("size", ["16:9", "4:3"])
@pytest.mark.parametrize("count", sampled(range(1, 9), every=8))
def test_up_to_eight_people_have_initials(count: int, size: str, style: str) -> None:
    people = ", ".join(f"{{name: {name}, role: Town}}" for name in NAMES[:count])
    made = talk(f"- {{title: T, people: [{people}]}}", style=style, size=size)
    (slide,) = made.compiled.fitted.deck.slides
    names = [
        shape.name
        for _, graphic in slide.graphics
        if isinstance(graphic, Drawing)
        for shape in graphic.shapes
    ]
    assert [name for name in names if name.startswith("Initials")] == [
        f"Initials {at}" for at in range(1, count + 1)
    ]


def test_a_long_role_makes_portraits_beside_it_smaller_before_they_stand_above() -> None:
    role = "Stadtentwicklungsgesellschaft"
    people = ", ".join(f"{{name: {name}, role: {role}}}" for name in NAMES[:4])
    made = talk(f"- {{title: T, people: [{people}]}}", style="civic", lang="de-DE")
    (slide,) = made.compiled.fitted.deck.slides
    for _, graphic in slide.graphics:
        assert isinstance(graphic, Drawing)
        initials, words = graphic.shapes
        assert initials.box.x + initials.box.cx < words.box.x
        assert initials.box.cx > 1.75 * EMU_PER_INCH
