"""What is seen on layouts tells covers from lists, and the usual ones from dark variants."""

import pytest

from deckgen.deck.box import Box
from deckgen.deck.slide import Tone
from deckgen.support.diagnostics import Diagnostics
from deckgen.template.match.choosing.match_layouts import match_layouts
from deckgen.template.template import DrawnShape
from tests.template.match.choosing.test_match_layouts import PLAIN, Design, template

CREST = DrawnShape(Box(0, 0, 900, 900), "picture", None, 1)


@pytest.mark.parametrize(
    ("drawn", "cover"), [(1, "Beta"), (0, "Alpha")], ids=["a crest", "nothing is drawn"]
)
def test_of_two_covers_that_with_a_crest_is_the_cover_the_other_for_bullets(
    drawn: int, cover: str
) -> None:
    """So a ministry has it, whose title slide is PowerPoint's own."""
    (design,) = template(Design("Any", ["Title Slide = Alpha", "Title Slide = Beta"])).masters
    own, other = design.layouts
    other = other._replace(type="cust", drawn=(CREST,) * drawn)
    title, text = (
        each._replace(type="title" if each.idx is None else each.type)
        for each in other.layout.placeholders
        if each.type in {"ctrTitle", "subTitle"}
    )
    other = other._replace(layout=other.layout._replace(placeholders=(title, text)))
    found = match_layouts(
        PLAIN._replace(masters=(design._replace(layouts=(own, other)),)), {}, Diagnostics()
    )
    assert found is not None
    names = {each.role: each.layout.name for each in found}
    assert names["cover"] == cover
    assert names["bullets"] == ({"Alpha", "Beta"} - {cover}).pop()


@pytest.mark.parametrize(
    ("others", "bullets"), [("light", "Light"), ("dark", "Dark")], ids=["light", "dark"]
)
def test_bullets_are_as_light_or_dark_as_most_pages(others: Tone, bullets: str) -> None:
    names = ["Title and Content = Dark", "Title and Content = Light", "Two Content", "Title Only"]
    (design,) = template(Design("Any", names)).masters
    tones: tuple[Tone, ...] = ("dark", "light", others, others)
    layouts = (
        each._replace(layout=each.layout._replace(tone=tone))
        for each, tone in zip(design.layouts, tones, strict=True)
    )
    found = match_layouts(
        PLAIN._replace(masters=(design._replace(layouts=tuple(layouts)),)), {}, Diagnostics()
    )
    assert found is not None
    assert {each.layout.name for each in found if each.role == "bullets"} == {bullets}
