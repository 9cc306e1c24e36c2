"""What is seen on layouts tells covers from lists, and names the usual ones from variants."""

import pytest

from deckgen.deck.box import Box
from deckgen.support.diagnostics import Diagnostics
from deckgen.template.match.choosing.match_layouts import match_layouts
from deckgen.template.template import DrawnShape, Master
from tests.template.match.choosing.test_match_layouts import PLAIN, Design, template

CREST = DrawnShape(Box(4_000_000, 4_500_000, 900_000, 900_000), "picture", None, 1)


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
    "names",
    [("Dark Title and Content", "Title and Content"), ("Title and Content", "Title and Content 2")],
)
def test_of_two_layouts_of_a_type_the_one_that_is_called_so_is_taken(
    names: tuple[str, str],
) -> None:
    design = template(Design("Any", [f"Title and Content = {name}" for name in names]))
    assert bullets_of(design.masters[0]) == "Title and Content"


@pytest.mark.parametrize(
    ("drawn", "bullets"),
    [
        pytest.param((), "First", id="nothing drawn"),
        pytest.param(
            (DrawnShape(Box(0, 0, 10_000_000, 9_000_000), "fill", None, 1),), "First", id="a ground"
        ),
        pytest.param(
            (DrawnShape(Box(0, 0, 4_000_000, 9_000_000), "fill", None, 1),),
            "Second",
            id="arcs across half of the list",
        ),
    ],
)
def test_lists_stand_where_least_is_drawn_across_them(
    drawn: tuple[DrawnShape, ...], bullets: str
) -> None:
    names = ["Title and Content = First", "Title and Content = Second"]
    (design,) = template(Design("Any", names)).masters
    first, second = design.layouts
    layouts = (first._replace(drawn=drawn), second)
    assert bullets_of(design._replace(layouts=layouts)) == bullets


def bullets_of(design: Master) -> str:
    found = match_layouts(PLAIN._replace(masters=(design,)), {}, Diagnostics())
    assert found is not None
    return next(each.layout.name for each in found if each.role == "bullets")
