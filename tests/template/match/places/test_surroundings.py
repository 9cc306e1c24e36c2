"""What is drawn counts where it is seen."""

import pytest

from deckgen.deck.box import Box
from deckgen.deck.layout import FilledArea
from deckgen.template.match.places.surroundings import large_panels, seen_shapes, uncovered_grounds
from deckgen.template.template import DrawnShape
from tests.fit import square
from tests.template.match.compositions.test_kicker_box import around

BAR = DrawnShape(Box(0, 0, 100, 10), "fill", "123456", 1)
TINT = BAR._replace(color="FFE8E0")
PAGE = BAR._replace(box=Box(0, 0, 100, 100), color="FFFFFF")
WHITE = DrawnShape(Box(0, 5, 100, 0), "line", line_color="FFFFFF")
GREY, UNKNOWN = WHITE._replace(line_color="CCCCCC"), WHITE._replace(line_color=None)


@pytest.mark.parametrize(
    ("drawn", "seen"),
    [
        pytest.param([BAR], [BAR], id="a bar"),
        pytest.param([BAR._replace(color="FEFEFE")], [], id="nearly the colour of the slide"),
        pytest.param([TINT], [TINT], id="a tint that is seen on white"),
        pytest.param([BAR._replace(opacity=0.05)], [], id="nearly transparent"),
        pytest.param([BAR._replace(color=None, opacity=0.07)], [], id="a glow of several colours"),
        pytest.param([BAR, PAGE], [], id="a bar below a page of another colour"),
        pytest.param([PAGE, BAR], [BAR], id="a bar on it"),
        pytest.param([BAR._replace(color=None)], [BAR._replace(color=None)], id="several colours"),
        pytest.param([WHITE], [], id="a white line on white paper"),
        pytest.param([BAR, WHITE], [BAR, WHITE], id="a white line on a bar"),
        pytest.param([GREY, UNKNOWN], [GREY, UNKNOWN], id="lines in other or unknown colours"),
    ],
)
def test_what_is_seen(drawn: list[DrawnShape], seen: list[DrawnShape]) -> None:
    assert list(seen_shapes(around(*drawn).layout, ())) == seen


PANEL = BAR._replace(box=Box(50, 0, 50, 100))
PICTURE = DrawnShape(Box(60, 10, 20, 20), "picture", None, 1)


@pytest.mark.parametrize(
    ("drawn", "panels"),
    [
        pytest.param([PANEL], [(PANEL.box, "123456")], id="half of the page"),
        pytest.param([BAR], [], id="a bar is none"),
        pytest.param([PANEL._replace(color=None)], [], id="several colours"),
        pytest.param([PANEL._replace(opacity=0.5)], [], id="what lies behind is seen"),
        pytest.param([PANEL, PICTURE], [], id="a picture on it"),
        pytest.param([PICTURE, PANEL], [(PANEL.box, "123456")], id="a picture below it"),
    ],
)
def test_graphics_stand_on_panels_of_one_colour(
    drawn: list[DrawnShape], panels: list[tuple[Box, str]]
) -> None:
    assert list(large_panels(around(*drawn).layout, PAGE.box)) == panels


def test_footers_are_in_the_way_too() -> None:
    (footer,) = seen_shapes(around().layout, [BAR.box])
    assert (footer.box, footer.kind) == (BAR.box, "text")


def test_the_colour_behind_a_box_is_that_of_the_box_that_is_used() -> None:
    bar = around(BAR)
    assert bar.color_behind(Box(0, 0, 50, 10)) == "123456"
    assert bar.color_behind(Box(0, 10, 50, 10)) == "FFFFFF"
    assert bar.color_behind(Box(0, 5, 50, 10)) is None
    assert bar.color_behind(Box(0, 10, 50, 10), BAR) == "123456"


BAND = DrawnShape(Box(0, 0, 100, 50), "fill", "202020", 1)
SKYLINE = DrawnShape(Box(0, 60, 100, 40), "picture", None, 1)


@pytest.mark.parametrize(
    ("drawn", "paper", "behind"),
    [
        pytest.param([], "C00000", ("C00000",), id="one colour"),
        pytest.param([], None, ("FF0000", "800000"), id="a gradient"),
        pytest.param([SKYLINE], "C00000", ("C00000",), id="one colour, a skyline at its foot"),
        pytest.param([SKYLINE], None, ("FF0000", "800000"), id="a gradient, a skyline at its foot"),
        pytest.param(
            [SKYLINE._replace(box=PAGE.box)], "C00000", (), id="a picture behind all of it"
        ),
        pytest.param([BAR], None, ("FF0000", "800000"), id="a bar elsewhere"),
        pytest.param([PANEL], None, (), id="a panel behind half of it"),
        pytest.param([BAND], "FFFFFF", (), id="a band behind its upper half, on paper it is seen"),
        pytest.param(
            [BAND],
            "000000",
            ("202020", "202020", "202020", "000000", "000000", "000000"),
            id="a band behind its upper half: on band and paper it is not seen",
        ),
    ],
)
def test_the_colours_behind_a_text(
    drawn: list[DrawnShape], paper: str | None, behind: tuple[str, ...]
) -> None:
    around_it = around(*drawn)
    layout = around_it.layout._replace(paper=paper, stops=("FF0000", "800000"))
    assert (
        around_it._replace(layout=layout).colors_behind(Box(0, 20, 100, 60), "101010", None)
        == behind
    )


@pytest.mark.parametrize(
    ("filled", "drawn", "paper", "grounds"),
    [
        pytest.param(False, [], "000000", [], id="a text without a fill"),
        pytest.param(True, [], "000000", ["000000"], id="the slide below its fill"),
        pytest.param(True, [], None, [], id="a slide of many colours"),
        pytest.param(True, [PAGE], "000000", ["FFFFFF"], id="what is drawn below it"),
    ],
)
def test_graphics_do_not_stand_on_the_fill_of_a_text(
    filled: bool,  # noqa: FBT001 - a column of the table
    drawn: list[DrawnShape],
    paper: str | None,
    grounds: list[str],
) -> None:
    text = square.placeholder("body", 0, 0)._replace(box=Box(10, 10, 80, 80))
    layout = around(*drawn).layout
    layout = layout._replace(
        layout=layout.layout._replace(placeholders=(text,)),
        paper=paper,
        fills={text.idx: BAR} if filled else {},
    )
    assert uncovered_grounds(layout) == tuple(FilledArea(text.box, each) for each in grounds)
