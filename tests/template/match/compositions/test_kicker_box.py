"""A kicker stands above the headline where nothing is drawn, and leaves it a line or two."""

from typing import Any

import pytest

from deckgen.deck.box import Box, Insets
from deckgen.deck.layout import EMU_PER_POINT, Layout, Placeholder, TextStyle
from deckgen.template.match.choosing.placeholder_roles import PlaceholderMap
from deckgen.template.match.compositions.kicker_box import with_kicker
from deckgen.template.match.places.surroundings import Surroundings
from deckgen.template.template import DrawnShape, TemplateLayout

HEIGHT = 540 * EMU_PER_POINT
BLUE, PALE = "1F4E79", "DDEEFF"


def points(x: float, y: float, cx: float, cy: float) -> Box:
    return Box(*(round(length * EMU_PER_POINT) for length in (x, y, cx, cy)))


def shown(box: Box) -> tuple[int, ...]:
    return tuple(round(length / EMU_PER_POINT) for length in box)


def title(box: Box, size: int = 40) -> Placeholder:
    return Placeholder(
        "title", "title", None, "Title", box, (TextStyle(size, "000000"),), background="FFFFFF"
    )


def body(box: Box) -> Placeholder:
    return Placeholder("body", "body", 1, "Text", box, (TextStyle(24, "000000", "body"),))


def around(*drawn: DrawnShape, accent: str = BLUE, paper: str = "FFFFFF") -> Surroundings:
    colors = {"tx1": "000000", "bg1": "FFFFFF", "accent1": accent}
    empty = Layout("Layout", None, "light", "", ())
    layout = TemplateLayout(empty, "cust", paper, drawn, paper, colors)
    return Surroundings(drawn, layout, HEIGHT)


def placed(placeholders: PlaceholderMap, *drawn: DrawnShape, accent: str = BLUE) -> PlaceholderMap:
    return with_kicker(placeholders, around(*drawn, accent=accent))


LOW = title(points(50, 100, 800, 100))
HIGH = title(points(50, 25, 800, 100))
TEXT = body(points(50, 220, 800, 260))
BAR = DrawnShape(points(0, 0, 900, 40), "fill", "123456", 1)


@pytest.mark.parametrize(
    ("headline", "drawn", "kicker", "lowered"),
    [
        pytest.param(LOW, (), (50, 72, 800, 28), (50, 100, 800, 100), id="in the free band above"),
        pytest.param(HIGH, (), (50, 19, 800, 28), (50, 47, 800, 78), id="and in the title's box"),
        pytest.param(HIGH, (BAR,), (50, 44, 800, 20), (50, 65, 800, 60), id="below a bar, smaller"),
        pytest.param(
            LOW,
            (BAR._replace(box=points(0, 90, 900, 120)),),
            (50, 94, 800, 28),
            (50, 123, 800, 77),
            id="on the panel on which the title stands",
        ),
        pytest.param(
            HIGH,
            (BAR._replace(box=points(0, 20, 900, 110)),),
            (50, 24, 800, 28),
            (50, 53, 800, 72),
            id="on the panel, where there is no space above it",
        ),
        pytest.param(
            HIGH,
            (
                DrawnShape(points(100, 0, 300, 70), "line"),
                BAR._replace(box=points(0, 20, 900, 110)),
            ),
            (50, 24, 800, 28),
            (50, 53, 800, 72),
            id="on the panel, whatever it hides",
        ),
        pytest.param(
            HIGH,
            (BAR._replace(box=points(860, 0, 40, 60)),),
            (50, 19, 800, 28),
            (50, 47, 800, 78),
            id="what is drawn beside the title does not matter",
        ),
    ],
)
def test_where_it_stands(
    headline: Placeholder,
    drawn: tuple[DrawnShape, ...],
    kicker: tuple[int, ...],
    lowered: tuple[int, ...],
) -> None:
    found = placed({"title": headline}, *drawn)
    assert shown(found["kicker"].box) == kicker
    assert shown(found["title"].box) == lowered
    assert found["title"].overrides_box == (shown(headline.box) != lowered)


def test_the_body_gives_the_title_space_for_two_lines() -> None:
    tight = title(points(50, 25, 800, 70))
    found = placed({"title": tight, "body": body(points(50, 95, 800, 400))})
    # Two lines of 34 points, 85 % of its own.
    assert shown(found["title"].box) == (50, 47, 800, 82)
    assert shown(found["body"].box) == (50, 129, 800, 366)


def test_the_body_gives_space_to_a_title_of_one_line_below_a_bar() -> None:
    placeholders: PlaceholderMap = {
        "title": title(points(50, 45, 800, 50)),
        "body": body(points(50, 95, 800, 400)),
    }
    found = placed(placeholders, BAR)
    assert shown(found["kicker"].box) == (50, 44, 800, 28)
    assert shown(found["title"].box) == (50, 73, 800, 82)
    assert shown(found["body"].box) == (50, 154, 800, 341)


@pytest.mark.parametrize(
    ("style", "inset", "air"),
    [
        # A kicker of 18 points wants 16.2 above capitals: 4.3 of them are below its own baseline,
        # 7 above those of a title of 32 or more.
        pytest.param({}, 0, 4.9, id="lines as the font has them"),
        pytest.param({"line_spacing": 80}, 0, 12.5, id="close lines: 7.7 less"),
        pytest.param({"line_points": 40}, 0, 2.9, id="lines of 40 points: 9 above capitals"),
        pytest.param({"line_spacing": 80}, 5, 7.5, id="an inset is space, too"),
        pytest.param({"line_points": 60}, 0, 0, id="wide lines need none"),
    ],
)
def test_a_kicker_stands_clear_of_the_capitals_below_it(
    style: dict[str, Any], inset: int, air: float
) -> None:
    levels = (LOW.level_styles[0]._replace(**style),)
    set_so = LOW._replace(level_styles=levels, insets=Insets(top=inset * EMU_PER_POINT))
    found = placed({"title": set_so})["kicker"]
    assert found.insets.bottom / EMU_PER_POINT == pytest.approx(air, abs=0.1)
    assert found.box.bottom == LOW.box.y
    assert found.level_styles[0].size == 18


@pytest.mark.parametrize(
    ("bar", "keeps_place"),
    [
        (points(0, 100, 900, 60), True),
        (points(60, 100, 900, 60), True),
        (points(0, 0, 9, 9), False),
    ],
)
def test_a_kicker_above_a_bar_does_not_move_onto_it(bar: Box, *, keeps_place: bool) -> None:
    found = placed({"title": LOW}, BAR._replace(box=bar))["kicker"]
    assert found.keeps_place is keeps_place


def test_a_title_is_not_extended_across_a_line() -> None:
    line = DrawnShape(points(50, 95, 800, 0), "line")
    placeholders: PlaceholderMap = {
        "title": title(points(50, 25, 800, 70)),
        "body": body(points(50, 100, 800, 400)),
    }
    found = placed(placeholders, line)
    assert shown(found["title"].box) == (50, 39, 800, 56)
    assert found["kicker"].level_styles[0].size == 14
    assert shown(found["body"].box) == (50, 100, 800, 400)


def test_a_title_is_extended_over_what_the_body_stands_on_anyway() -> None:
    """A watermark, such as a large circle; but a panel below the headline is the body's alone."""
    circle = DrawnShape(points(60, 100, 300, 300), "fill")
    panel = circle._replace(box=points(0, 95, 900, 430))
    placeholders: PlaceholderMap = {
        "title": title(points(50, 45, 800, 50)),
        "body": body(points(50, 95, 800, 400)),
    }
    # It has two lines of 34 points, beginning below a kicker at the top.
    assert shown(placed(placeholders, circle)["title"].box) == (50, 47, 800, 82)
    assert placed(placeholders, panel)["title"].box.bottom == placeholders["title"].box.bottom


def test_as_wide_as_title_and_body_if_nothing_stands_beside_it() -> None:
    placeholders: PlaceholderMap = {
        "title": title(points(50, 100, 300, 300)),
        "body": body(points(380, 220, 400, 260)),
    }
    found = placed(placeholders)["kicker"]
    assert shown(found.box) == (50, 72, 730, 28)
    assert found.keeps_place
    beside = BAR._replace(box=points(600, 0, 90, 90))
    assert shown(placed(placeholders, beside)["kicker"].box) == (50, 72, 300, 28)


def test_above_the_body_where_the_title_has_one_line_only() -> None:
    bar = BAR._replace(box=points(0, 10, 900, 55))
    low = title(points(50, 10, 800, 55))
    found = placed({"title": low, "body": TEXT}, bar)
    assert found["title"] == low
    assert shown(found["kicker"].box) == (50, 225, 800, 18)
    assert shown(found["body"].box) == (50, 253, 800, 227)


def test_above_the_body_where_the_title_would_have_one_line() -> None:
    narrow = title(points(50, 28, 800, 55), size=22)
    placeholders: PlaceholderMap = {"title": narrow, "body": TEXT}
    found = placed(placeholders, BAR._replace(box=points(0, 84, 900, 3)))
    assert found["title"] == narrow
    assert shown(found["kicker"].box) == (50, 225, 800, 18)


def test_above_the_body_where_the_title_has_a_fill() -> None:
    fill = BAR._replace(box=LOW.box)
    surroundings = around()
    layout = surroundings.layout._replace(fills={LOW.idx: fill})
    found = with_kicker({"title": LOW, "body": TEXT}, surroundings._replace(layout=layout))
    assert found["title"] == LOW
    assert shown(found["kicker"].box) == (50, 226, 800, 23)


@pytest.mark.parametrize(
    "placeholders",
    [
        pytest.param({"body": TEXT}, id="without a title"),
        pytest.param({"title": title(points(50, 10, 800, 50))}, id="without space for one line"),
    ],
)
def test_where_there_is_none(placeholders: PlaceholderMap) -> None:
    assert placed(placeholders) == placeholders


def test_its_colour_and_font_are_the_themes() -> None:
    (style,) = placed({"title": LOW, "body": TEXT})["kicker"].level_styles
    assert (style.size, style.color, style.font) == (18, "accent1", "body")


@pytest.mark.parametrize("blue", ["4472C4", "156082", "0365C0"])
def test_an_accent_that_its_program_chose_is_not_the_houses(blue: str) -> None:
    (style,) = placed({"title": LOW, "body": TEXT}, accent=blue)["kicker"].level_styles
    assert style.color == "tx1"


def test_an_accent_that_cannot_be_read_gives_way_to_the_colour_of_the_title() -> None:
    (style,) = placed({"title": LOW}, accent=PALE)["kicker"].level_styles
    assert style.color == "tx1"
