"""A line of a cover that becomes the place of a list."""

from pathlib import Path

import pytest

from deckgen.deck.box import Box, Insets
from deckgen.deck.graphics import Chart
from deckgen.deck.layout import EMU_PER_POINT, Anchor, Placeholder, PlaceholderType, TextStyle
from deckgen.deck.slide import PlaceholderRole
from deckgen.media.raster import SmallCopy
from deckgen.template.match.choosing.layout_match import TemplateRole
from deckgen.template.match.choosing.placeholder_roles import LayoutContents, PlaceholderMap
from deckgen.template.match.places.free_areas import (
    beginning_like,
    is_divided,
    text_areas,
    with_joined_columns,
    with_large_body,
    with_lowered_title,
    with_margins,
    with_wide_title,
)
from deckgen.template.template import BackgroundPicture, DrawnShape
from tests.fit import square
from tests.present import present
from tests.talks import talk
from tests.template.match.compositions.test_kicker_box import (
    BAR,
    HIGH,
    LOW,
    TEXT,
    around,
    body,
    points,
    shown,
    title,
)
from tests.template.opened import plain_template

_WIDTH, _HEIGHT = 12192000, 6858000


@pytest.mark.parametrize(
    ("ink", "behind", "ground"),
    [("dk1", None, "FFFFFF"), ("404040", None, "FFFFFF"), ("lt1", "203040", "203040")],
)
def test_graphics_below_a_headline_alone_begin_where_lists_do_on_their_ground(
    ink: str, behind: str | None, ground: str
) -> None:
    """The headline may stand in light letters on a band that reaches further down than it."""
    own, like = Box(100, 200, 800, 700), Box(200, 400, 650, 450)
    lists = square.layout("bullets", None)
    text = present(lists.placeholder("body"))
    text = text._replace(box=like, level_styles=(TextStyle(18, ink),), background=behind)
    lists = lists._replace(placeholders=(text,), graphic_boxes=(("body", like),))
    alone = lists._replace(placeholders=(), graphic_boxes=(("body", own),))
    found = beginning_like(lists, alone, {"dk1": "000000", "lt1": "FFFFFF"})
    place = found.graphic_box("body")
    assert (place, found.color_behind(place)) == (Box(100, 400, 800, 500), ground)


@pytest.mark.parametrize(
    ("height", "anchor", "expected"),
    [
        # A line above or below the title of a cover: a list on it begins at the top.
        (750000, "b", ("t", True)),
        (750000, "ctr", ("t", True)),
        (750000, "t", ("t", False)),
        # A body that has the page already stays as the template wants it.
        (4000000, "b", ("b", False)),
    ],
)
def test_a_list_on_the_line_of_a_cover_begins_at_the_top(
    height: int, anchor: Anchor, expected: tuple[Anchor, bool]
) -> None:
    style = TextStyle(24, "000000")
    line = Placeholder(
        "body", "subTitle", 1, "Line", Box(900000, 500000, 8000000, height), (style,), anchor
    )
    body = with_large_body("bullets", {"body": line}, _WIDTH, _HEIGHT)["body"]
    assert with_large_body("quote", {"body": line}, _WIDTH, _HEIGHT)["body"].box == body.box
    assert with_large_body("cover", {"body": line}, _WIDTH, _HEIGHT)["body"] == line
    assert (body.anchor, body.overrides_anchor) == expected


@pytest.mark.parametrize(
    ("type_", "y", "moves"),
    [("subTitle", 3500000, True), ("subTitle", 3000000, False), ("body", 3500000, False)],
    ids=["a subtitle in the lower half", "one that begins above", "a text"],
)
def test_a_list_in_the_place_of_a_low_subtitle_has_the_page(
    type_: PlaceholderType, y: int, *, moves: bool
) -> None:
    low = Placeholder(
        "body", type_, 1, "Low", Box(900000, y, 8000000, 1700000), (TextStyle(24, "000000"),)
    )
    found = with_large_body("bullets", {"body": low}, _WIDTH, _HEIGHT)["body"]
    assert (found.box.y < y) is moves


@pytest.mark.parametrize(
    ("top", "expected"),
    [(4000000, (853440, 411480, 10485120, 1097280)), (400000, (900000, 400000, 8000000, 900000))],
    ids=["that of a cover", "a headline"],
)
def test_a_full_picture_covers_no_title(top: int, expected: tuple[int, int, int, int]) -> None:
    style = TextStyle(40, "000000", align="r")
    title = Placeholder(
        "title", "ctrTitle", None, "Title", Box(900000, top, 8000000, 900000), (style,), "b"
    )
    assert with_large_body("bleed", {"title": title}, _WIDTH, _HEIGHT)["title"].box == expected


NARROW, WIDE = body(points(60, 150, 250, 260)), body(points(330, 150, 560, 260))
CONTENTS = LayoutContents(HIGH, (NARROW, WIDE), (), _WIDTH, _HEIGHT)


@pytest.mark.parametrize(
    ("role", "placeholders", "expected"),
    [
        ("bullets", {"title": HIGH, "body": WIDE}, {"body": (60, 150, 830, 260)}),
        ("cover", {"subtitle": WIDE}, {"subtitle": (60, 150, 830, 260)}),
        ("two-contents", {"body": WIDE}, {"body": (330, 150, 560, 260)}),
        ("bullets", {"body": NARROW, "second": WIDE}, {"body": (60, 150, 250, 260)}),
        (
            "bullets",
            {"body": WIDE._replace(box=points(330, 60, 560, 350))},
            {"body": (330, 60, 560, 350)},
        ),
    ],
)
def test_a_single_text_has_the_width_of_all_columns(
    role: TemplateRole,
    placeholders: PlaceholderMap,
    expected: dict[PlaceholderRole, tuple[int, ...]],
) -> None:
    found = with_joined_columns(role, placeholders, CONTENTS)
    assert {each: shown(found[each].box) for each in expected} == expected


@pytest.mark.parametrize(
    ("role", "content", "width"),
    [("bullets", "body", 890), ("cover", "subtitle", 250), ("two-contents", "body", 250)],
)
def test_a_list_has_the_place_of_a_chart_beside_it(
    role: TemplateRole, content: PlaceholderRole, width: int
) -> None:
    chart = WIDE._replace(type="chart", box=points(390, 150, 560, 260))
    contents = CONTENTS._replace(texts=(NARROW,), graphics=(chart,))
    found = with_joined_columns(role, {content: NARROW}, contents)
    assert shown(found[content].box) == (60, 150, width, 260)


@pytest.mark.parametrize("role", ["body", "second"])
def test_graphics_begin_and_end_where_text_does(role: PlaceholderRole) -> None:
    text = TEXT._replace(insets=Insets(3, 5, 7, 11))
    x, y, cx, cy = text.box
    inside = Box(x + 3, y + 5, cx - 10, cy - 16)
    assert text_areas("bullets", {"title": LOW, role: text}) == ((role, inside),)
    assert text_areas("cover", {"title": LOW, role: text}) == ()


def test_a_chart_on_a_template_begins_below_the_first_letter_of_its_headline(
    tmp_path: Path,
) -> None:
    template = tmp_path / "t.potx"
    template.write_bytes(plain_template())
    made = talk("- {title: T, chart: {kind: column, data: {A: 1, B: 2}}}", brand=template)
    (slide,) = made.compiled.fitted.slides
    ((_, chart),) = slide.slide.graphics
    title = slide.text("title")
    assert isinstance(chart, Chart)
    assert chart.box
    assert title
    assert chart.box.x == title.frame.placeholder.inner_box.x


@pytest.mark.parametrize(
    ("width", "drawn", "expected"),
    [
        pytest.param(400, (), 800, id="as wide as the list"),
        pytest.param(600, (), 600, id="wide enough"),
        pytest.param(400, (points(700, 100, 90, 60),), 650, id="as far as a logo"),
        pytest.param(400, (points(0, 90, 640, 120),), 590, id="as far as its panel"),
        pytest.param(400, (points(0, 90, 900, 120),), 800, id="on a wide panel"),
        pytest.param(400, (points(440, 100, 90, 60),), 400, id="something stands beside it"),
    ],
)
def test_a_headline_much_narrower_than_its_list_is_wider(
    width: int, drawn: tuple[Box, ...], expected: int
) -> None:
    narrow = LOW._replace(box=points(50, 100, width, 100))
    place = around(*(BAR._replace(box=box) for box in drawn))
    found = with_wide_title({"title": narrow, "body": TEXT}, place)["title"]
    assert shown(found.box) == (50, 100, expected, 100)


WIDTH = 1000 * EMU_PER_POINT


@pytest.mark.parametrize(
    ("box", "expected"),
    [
        pytest.param((0, 10, 1000, 90), (50, 10, 900, 90), id="as wide as the page"),
        pytest.param((-20, 10, 1060, 90), (50, 10, 900, 90), id="wider than the page"),
        pytest.param((5, 10, 600, 90), (50, 10, 555, 90), id="at the left"),
        pytest.param((300, 10, 695, 90), (300, 10, 650, 90), id="at the right"),
        pytest.param((12, 10, 976, 90), (12, 10, 976, 90), id="a narrow margin is one"),
    ],
)
def test_where_text_begins(box: tuple[int, ...], expected: tuple[int, ...]) -> None:
    found = with_margins({"title": title(points(*box))}, WIDTH, ())["title"]
    assert shown(found.box) == expected
    assert found.overrides_box == (box != expected)


def test_bars_stay() -> None:
    bar = title(points(0, 0, 1000, 90))
    assert with_margins({"title": bar}, WIDTH, {bar.idx})["title"] is bar


_PICTURE = BackgroundPicture(SmallCopy(1, 1, (b"\x12\x34\x56\xff",)), points(0, 0, 900, 540))
_BAND = BAR._replace(kind="picture", color=None, paper=_PICTURE)


@pytest.mark.parametrize(
    ("band", "headline", "text"),
    [
        # Its text ends where the band does; the text below gives what the headline takes.
        pytest.param(_BAND, (50, 40, 800, 100), (50, 140, 800, 340), id="across a band"),
        pytest.param(BAR, (50, 25, 800, 100), (50, 130, 800, 350), id="a bar that is drawn"),
        pytest.param(
            _BAND._replace(box=points(0, 0, 900, 140)),
            (50, 25, 800, 100),
            (50, 130, 800, 350),
            id="its ground",
        ),
        pytest.param(
            _BAND._replace(box=points(100, 0, 800, 150)),
            (50, 25, 800, 100),
            (50, 130, 800, 350),
            id="too high",
        ),
    ],
)
def test_a_headline_across_a_band_of_the_background_stands_below_it(
    band: DrawnShape, headline: tuple[int, ...], text: tuple[int, ...]
) -> None:
    low = body(points(50, 130, 800, 350))
    found = with_lowered_title({"title": HIGH, "body": low}, [band])
    assert (shown(found["title"].box), shown(found["body"].box)) == (headline, text)


def test_a_low_text_keeps_its_headline_on_the_band() -> None:
    given: PlaceholderMap = {"title": HIGH, "body": body(points(50, 130, 800, 30))}
    assert with_lowered_title(given, [_BAND]) == given


@pytest.mark.parametrize(
    ("x", "width", "divided"),
    [
        (500, 0, True),
        (490, 20, True),
        (0, 1000, False),  # what reaches across both is their ground
        (480, 520, False),
        (300, 50, False),
    ],
)
def test_columns_are_divided_by_what_is_drawn_between_them(
    x: int, width: int, *, divided: bool
) -> None:
    left, right = body(points(0, 100, 490, 300)), body(points(510, 100, 490, 300))
    line = DrawnShape(points(x, 150, width, 200), "line")
    assert is_divided({"body": left, "second": right}, (line,)) == divided
