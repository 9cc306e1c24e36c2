"""Rings and pies are large, and named at their slices, in every style and size."""

import pytest

from deckgen.brand.styles import style_names
from deckgen.deck.box import Box
from deckgen.deck.graphics import Chart
from deckgen.deck.layout import EMU_PER_POINT
from tests.fit.charts.placed_charts import made, plot
from tests.present import present, the_graphic
from tests.sampled import sampled
from tests.talks import talk

TRIPS = "chart: {kind: KIND, data: {Car: 54 %, On foot: 23 %, Bicycle: 14 %, Bus: 9 %}}"
PARTS = "chart: {kind: donut, data: {Town: 30, Land: 25, State: 14, EU: 9, Gifts: 8, Rent: 3}}"
VISITORS = (
    "chart: {kind: donut, data: {Neighbours: 54, Shopkeepers: 19, Schools: 16, Town hall: 11}}"
)
PAGES = {
    "a ring alone": (TRIPS.replace("KIND", "donut"), 20, 0.65),
    "a ring beside text": (f"text: More than half., {TRIPS}".replace("KIND", "donut"), 18, 0.5),
    "a pie beside text": (f"text: More than half., {TRIPS}".replace("KIND", "pie"), 18, 0.5),
    "many parts": (PARTS, 20, 0.65),
}
"""Keys, the least size of words, and the least width of the circle: a share of the chart's height
or of a lesser width."""


@pytest.mark.parametrize("style", sampled(style_names(), every=5))
@pytest.mark.parametrize("size", ["16:9", "4:3"])
@pytest.mark.parametrize(("keys", "points", "least"), PAGES.values(), ids=PAGES)
def test_circles_are_large(keys: str, points: int, least: float, size: str, style: str) -> None:
    made = talk(f"- {{title: T, {keys}}}", size=size, style=style)
    chart = the_graphic(made.compiled.fitted.slides[0].slide, Chart)
    assert chart.box
    assert chart.plot
    across = chart.plot.area.width * chart.box.cx

    assert chart.plot.series_naming == "none"
    assert chart.plot.size >= points
    assert across >= least * min(chart.box.cx, chart.box.cy)


@pytest.mark.parametrize("style", sampled(style_names(), every=3))
@pytest.mark.parametrize("size", ["16:9", "4:3"])
def test_long_words_stand_at_the_slices_of_a_ring_beside_text(size: str, style: str) -> None:
    made = talk(f"- {{title: T, text: Word., {VISITORS}}}", size=size, style=style)
    chart = the_graphic(made.compiled.fitted.slides[0].slide, Chart)
    assert chart.plot
    assert chart.plot.series_naming == "none"
    assert len(chart.plot.label_offsets) == 4


def test_a_ring_is_wider_than_half_of_the_page_only_for_its_names_and_beside_little_text() -> None:
    """Text keeps its own size; on 16:9 the names have room anyway."""
    few, much = "Word.", "Many words beside a ring. " * 20
    widths = {
        (size, text): _ring_and_text(f"- {{title: T, text: {text}, {VISITORS}}}", size)
        for size in ("16:9", "4:3")
        for text in (few, much)
    }
    assert widths["16:9", few][0] == pytest.approx(widths["16:9", few][1], rel=0.1)
    assert widths["4:3", few][0] > 1.3 * widths["4:3", few][1]
    assert widths["4:3", much][0] < 1.1 * widths["4:3", much][1]


def _ring_and_text(entry: str, size: str) -> tuple[int, int]:
    """Return the widths of a ring and of the text at its left, which ends before it."""
    fitted = talk(entry, size=size).compiled.fitted.slides[0]
    ring = the_graphic(fitted.slide, Chart)
    text = present(fitted.text("body"))
    assert ring.box
    box = text.frame.placeholder.box
    assert box.right < ring.box.x
    return ring.box.cx, box.cx


@pytest.mark.parametrize("width", [3_600_000, 4_400_000, 5_200_000])
def test_the_legend_of_a_narrow_ring_has_room_for_all_of_its_rows(width: int) -> None:
    box = Box(0, 0, width, 3_900_000)
    names = ("Gas", "District heating", "Heat pumps", "Oil", "Wood pellets", "Electricity", "Other")
    values = (31, 22, 17, 12, 9, 6, 3)
    drawn = plot(made("donut", values, names=names), box)
    assert drawn.legend is not None
    rows = len(names) * drawn.size * 1.25 * EMU_PER_POINT
    assert drawn.legend.height * box.cy >= rows


@pytest.mark.parametrize(("high", "size"), [(150, 18), (201, 18), (202, 20), (222, 22), (242, 24)])
def test_the_words_of_a_legend_are_as_large_as_leaves_all_rows_room(high: int, size: int) -> None:
    """Seven rows of 1.25 lines, with 15 % around them; no row is smaller than 18 points."""
    names = tuple(f"District heating {at}" for at in range(7))
    chart = made("donut", (31, 22, 17, 12, 9, 6, 0), names=names)
    drawn = plot(chart, Box(0, 0, 8_000_000, high * EMU_PER_POINT))
    assert (drawn.series_naming, drawn.size) == ("counted", size)


@pytest.mark.parametrize(
    ("width", "high", "naming"),
    [(640, 190, "counted"), (640, 420, "none"), (300, 220, "none")],
    ids=["a low place with room at the right", "a high place", "a narrow one"],
)
def test_a_ring_that_words_make_small_has_a_legend_where_that_has_room(
    width: int, high: int, naming: str
) -> None:
    names = ("Biomass", "Air pressure", "Snow cover", "Counting statistics")
    chart = made("donut", (41, 23, 20, 16), names=names)
    drawn = plot(chart, Box(0, 0, width * EMU_PER_POINT, high * EMU_PER_POINT))
    assert drawn.series_naming == naming
    across = drawn.area.width * width
    if naming == "counted":
        assert across >= 0.85 * high


def test_a_narrow_ring_hangs_from_the_top() -> None:
    box = Box(0, 0, 4_400_000, 4_600_000)
    drawn = plot(made("donut", (31, 22, 17, 12, 9, 6, 3), names=tuple("ABCDEFG")), box)
    listed = plot(made("donut", (31, 0, 17), names=("Gas", "District heating", "Oil")), box)
    assert (drawn.series_naming, listed.series_naming) == ("none", "counted")
    assert drawn.area.y < 1 - drawn.area.y - drawn.area.height
    assert listed.area.y == 0
