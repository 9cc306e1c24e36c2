"""Charts that were placed by hand, drawn as shapes: where plots, axes and legends stand."""

import io
import math
import re
import zipfile
from typing import Any

import pytest

from deckgen.deck.chart_kind import ChartKind
from deckgen.deck.graphics import Chart, Series
from deckgen.deck.layout import EMU_PER_POINT
from deckgen.deck.plot import Plot, RelativeBox
from deckgen.ooxml.charts.chart import chart_parts
from deckgen.render.light.plainer_slides import plainer_deck
from tests.ooxml.charts.drawn_charts import BOX, BUS, RIDE, SHARES, TRAIN, on_white, placed
from tests.render.light.charts.drawn import Drawn

FRAME = (
    f'<p:graphicFrame><p:xfrm><a:off x="0" y="0"/><a:ext cx="{BOX.cx}" cy="{BOX.cy}"/></p:xfrm>'
    '<c:chart r:id="rId1"/></p:graphicFrame>'
)
LEADS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="chart" Target="../charts/chart1.xml"/></Relationships>'
)
AREA = RelativeBox(0.1, 0.2, 0.8, 0.7)
"""Of 800 × 400 points: from (80, 80) to (720, 360)."""
PLOT = Plot(20, 12, area=AREA, axis=True)
LEGEND = RelativeBox(0.1, 0, 0.8, 0.1)


def drawn(chart: Chart, place: str = "") -> list[Drawn]:
    """Return the shapes of a chart; its numbers stand in a place (c:dLblPos), if one is given."""
    deck, data = io.BytesIO(), chart_parts(chart, "1", on_white())[0].data
    if place:
        data = re.sub(rb'(c:dLblPos val=)"\w+"', rb'\1"%b"' % place.encode(), data)
    with zipfile.ZipFile(deck, "w") as archive:
        archive.writestr("ppt/slides/slide1.xml", FRAME)
        archive.writestr("ppt/slides/_rels/slide1.xml.rels", LEADS)
        archive.writestr("ppt/charts/chart1.xml", data)
    with zipfile.ZipFile(io.BytesIO(plainer_deck(deck.getvalue(), "Calibri"))) as archive:
        slide = archive.read("ppt/slides/slide1.xml").decode()
    return [_shape(xml) for xml in re.findall("<p:sp>.*?</p:sp>", slide, re.DOTALL)]


def _shape(xml: str) -> Drawn:
    (place,) = re.findall(r'<a:off x="(-?\d+)" y="(-?\d+)"/><a:ext cx="(\d+)" cy="(\d+)"/>', xml)
    text = "".join(re.findall("<a:t>(.*?)</a:t>", xml))
    form = (re.findall(r'prst="(\w+)"', xml) or ["path"])[0]
    left, top, width, height = (int(side) / EMU_PER_POINT for side in place)
    return Drawn(left, top, width, height, text, form, xml)


@pytest.mark.parametrize("kind", ["stacked", "stacked-bar"])
def test_shares_take_the_whole_plot(kind: ChartKind) -> None:
    plot = PLOT._replace(axis=False, gap_width=100)
    bars = [one for one in drawn(placed(kind, *SHARES, plot=plot)) if one.kind == "rect"]
    lengths = [(one.height if kind == "stacked" else one.width) for one in bars if not one.text]
    first, second = lengths[:3], lengths[3:6]
    whole = [low + high for low, high in zip(first, second, strict=True)]
    assert whole == pytest.approx([whole[0]] * 3)
    assert first == pytest.approx([0.6 * whole[0], 0.2 * whole[0], 0.5 * whole[0]])
    assert whole[0] == pytest.approx(280 if kind == "stacked" else 640, rel=0.12)


def words(shapes: list[Drawn], *texts: str) -> list[Drawn]:
    return [next(one for one in shapes if one.text == text) for text in texts]


def filled(shapes: list[Drawn]) -> list[Drawn]:
    """Return the rectangles without words: bars, and the keys of a legend."""
    return [one for one in shapes if one.kind == "rect" and not one.text]


def paths(shapes: list[Drawn]) -> list[Drawn]:
    return [one for one in shapes if one.kind == "path"]


def near(value: float) -> Any:
    return pytest.approx(value, abs=0.3)


def test_columns_of_a_group_are_apart_by_the_shares_of_their_width_that_the_chart_says() -> None:
    """8 % within a group, 60 % between groups; as high as their numbers."""
    columns = filled(drawn(placed("column", BUS, TRAIN, plot=PLOT._replace(major_unit=2))))
    bus, train = columns[:3], columns[3:]
    wide = bus[0].width
    assert [one.height / bus[0].height for one in (*bus, *train)] == [
        pytest.approx(times, rel=0.01) for times in (1, 2, 4, 3, 8, 5)
    ]
    assert [two.left - one.right for one, two in zip(bus, train, strict=True)] == [
        near(0.08 * wide)
    ] * 3
    assert bus[1].left - train[0].right == near(0.6 * wide)


NUMBERED = Plot(20, 12, area=AREA, labels=True)


@pytest.mark.parametrize(
    ("place", "share", "beyond"),
    [("outEnd", 0, -16), ("ctr", 0.5, 0), ("inBase", 1, -16)],
)
def test_the_number_of_a_column_stands_where_its_chart_says(
    place: str, share: float, beyond: float
) -> None:
    """Its line is 24 points high, and a fifth of its 20 points from the end of the column."""
    shapes = drawn(placed("column", plot=NUMBERED), place)
    (number,), column = words(shapes, "4"), filled(shapes)[-1]
    assert number.middle[0] == near(column.middle[0])
    assert number.middle[1] == near(column.top + share * column.height + beyond)


def test_the_number_of_a_bar_stands_behind_its_end() -> None:
    shapes = drawn(placed("bar", plot=NUMBERED))
    (number,), bar = words(shapes, "4"), filled(shapes)[-1]
    assert (number.left, number.middle[1]) == (near(bar.right + 4), near(bar.middle[1]))


@pytest.mark.parametrize(
    ("place", "across", "down"),
    [("r", 1, 0), ("l", -1, 0), ("t", 0, -1), ("b", 0, 1), ("ctr", 0, 0)],
)
def test_the_number_of_a_point_stands_where_its_chart_says(
    place: str, across: int, down: int
) -> None:
    shapes = drawn(placed("line", plot=NUMBERED), place)
    (number,), mark = words(shapes, "4"), [one for one in shapes if one.kind == "ellipse"][-1]
    x, y = mark.middle
    far = mark.width / 2 + 4
    assert number.middle[0] == near(x + across * (far + number.width / 2))
    assert number.middle[1] == near(y + down * (far + number.height / 2))


def test_the_number_of_a_slice_may_stand_on_it() -> None:
    shapes = drawn(
        placed("pie", plot=NUMBERED._replace(area=RelativeBox(0.1, 0.2, 0.4, 0.6))), "ctr"
    )
    distances = [math.dist(one.middle, (240, 200)) for one in shapes if one.text]
    assert distances == [near(0.6 * 120)] * 3


def test_areas_stand_on_each_other_from_end_to_end() -> None:
    shapes = drawn(placed("area", BUS, TRAIN, plot=PLOT._replace(major_unit=5)))
    bus, both = paths(shapes)
    base, *_ = (one for one in shapes if one.kind == "line")
    assert (bus.left, bus.width) == (both.left, both.width) == (base.left, base.width)
    assert bus.bottom == near(base.top)
    # The highest sum, in the middle, is 2 and 8.
    (ten,) = words(shapes, "10")
    assert both.top == near((ten.top + ten.bottom) / 2)


@pytest.mark.parametrize(
    ("values", "stretches", "points"),
    [((1, 2, 3, 4), 1, 4), ((1, 2, None, 4, 5), 2, 4), ((1, None, 3), 0, 2)],
)
def test_a_line_is_parted_by_its_gaps(
    values: tuple[float | None, ...], stretches: int, points: int
) -> None:
    names = tuple("abcde"[: len(values)])
    shapes = drawn(placed("line", Series("Bus", values), plot=PLOT, categories=names))
    assert len(paths(shapes)) == stretches
    assert len([one for one in shapes if one.kind == "ellipse"]) == points


def test_a_second_axis_stands_at_the_right_with_numbers_of_its_own() -> None:
    shapes = drawn(placed("combined", BUS, RIDE, plot=PLOT._replace(second_axis=True)))
    base, *_ = (one for one in shapes if one.kind == "line")
    numbers = [one for one in shapes if "," in one.text]
    left = [one for one in numbers if one.right < base.left]
    right = [one for one in numbers if one.left > base.right]
    assert len(left) + len(right) == len(numbers)
    assert "4,5" in {one.text for one in left}
    assert {one.text for one in right} < {one.text for one in left}


@pytest.mark.parametrize("kind", ["column", "bar"])
def test_names_and_numbers_of_axes_stand_along_two_edges_of_the_plot(kind: ChartKind) -> None:
    shapes = drawn(placed(kind, plot=PLOT._replace(major_unit=2)))
    numbers, names = words(shapes, "0", "2", "4"), words(shapes, "Gera", "Jena", "Suhl")
    left = min(one.left for one in filled(shapes))
    foot = max(one.bottom for one in filled(shapes))
    below, beside = (names, numbers) if kind == "column" else (numbers, names)
    assert all(foot < one.top < foot + 60 for one in below)
    assert [one.left for one in below] == sorted(one.left for one in below)
    assert all(left - 60 < one.right < left for one in beside)


def test_a_pie_is_a_circle_in_the_middle_of_its_place() -> None:
    place = RelativeBox(0.1, 0.2, 0.4, 0.6)
    slices = paths(drawn(placed("pie", plot=Plot(20, 12, area=place))))
    assert [one[:4] for one in slices] == [(near(120), near(80), near(240), near(240))] * 3


def test_a_number_below_a_name_brings_both_nearer_to_their_slice() -> None:
    """The wider of the two lines begins as near to the pie as a single line does."""
    place = Plot(20, 12, area=RelativeBox(0.1, 0.2, 0.4, 0.6), labels=True)
    middles = [
        (one.left + one.right) / 2
        for is_stacked in (False, True)
        for one in drawn(placed("pie", plot=place._replace(stacked_labels=is_stacked)))
        if one.text.startswith("Gera")
    ]
    apart, stacked = middles
    assert stacked < apart - 5


@pytest.mark.parametrize(("step", "named"), [(1, ["Gera", "Jena", "Suhl"]), (2, ["Gera", "Suhl"])])
def test_only_every_second_category_may_be_named(step: int, named: list[str]) -> None:
    shapes = drawn(placed("line", plot=PLOT._replace(category_step=step)))
    assert [one.text for one in shapes if one.text.isalpha()] == named


@pytest.mark.parametrize(("kind", "lines"), [("line", 4), ("column", 0)])
def test_the_key_of_a_series_is_a_piece_of_its_line_or_of_its_columns(
    kind: ChartKind, lines: int
) -> None:
    plot = PLOT._replace(series_naming="legend", legend=LEGEND)
    shapes = drawn(placed(kind, BUS, TRAIN, plot=plot))
    assert len(paths(shapes)) == lines
    (name,) = words(shapes, "Bahn")
    keys = [one for one in shapes if not one.text and one.middle[1] == near(name.middle[1])]
    assert [one for one in keys if name.left - 60 < one.left < one.right < name.left]


def test_a_legend_above_is_a_row_and_one_beside_a_column() -> None:
    """Each name has a key before it, in its middle."""
    row = drawn(
        placed("column", BUS, TRAIN, plot=PLOT._replace(series_naming="legend", legend=LEGEND))
    )
    bus, train = words(row, "Bus", "Bahn")
    assert bus.top == near(train.top)
    assert bus.right <= train.left + 12
    beside = Plot(20, 12, area=AREA, series_naming="legend", legend=RelativeBox(0.6, 0.2, 0.4, 0.6))
    column = drawn(placed("pie", plot=beside))
    names = words(column, "Gera", "Jena", "Suhl")
    assert {round(one.left) for one in names} == {498}
    for key, name in zip(filled(column), names, strict=True):
        assert key.left == near(480)
        assert (key.top + key.bottom) / 2 == near((name.top + name.bottom) / 2)
    # They stand in the middle of its height, from 80 to 320 points.
    assert (names[1].top + names[1].bottom) / 2 == near(200)
