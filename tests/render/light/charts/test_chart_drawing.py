"""Charts of talks as shapes: their words, and what stands where."""

import io
import re
import zipfile
from typing import Any

import pptx
import pytest
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Emu

from deckgen.deck.box import Box
from deckgen.render.light.charts.chart_canvas import ChartCanvas
from deckgen.render.light.charts.chart_drawing import slides_with_other_charts
from deckgen.render.light.plainer_slides import plainer_deck
from tests.render.light.charts.drawn import Drawn, bars, drawn, texts
from tests.sampled import sampled
from tests.talks import talk

STACK = "[[Jahr, Bus, Bahn], [2021, 1, 10], [2022, 3, 25]]"
POINTS = "[[Ort, Kosten, Leute], [Altenburg, 31, 42], [Gera, 93, 61], [Jena, 111, 88]]"
KINDS = {
    "column": "data: {2021: 1240, 2022: 2510}, unit: Leute, source: Eigene Zählung",
    "bar": "data: {Energie: '12,5', Kultur: '-1,2'}",
    "stacked": f"data: {STACK}",
    "stacked-bar": f"data: {STACK}",
    "line": f"data: {STACK}",
    "area": f"data: {STACK}",
    "pie": "data: {Gas: 25 %, Öl: 75 %}",
    "donut": "data: {Gas: 25 %, Öl: 75 %}",
    "scatter": f"data: {POINTS}",
    "combined": f"data: {STACK}, lines: [Bahn]",
}
WORDS = {
    "column": ["2021", "2022", "1.240", "2.510", "Leute", "Quelle: Eigene Zählung"],
    "bar": ["Energie", "Kultur", "12,5", "−1,2"],
    "stacked": ["2021", "2022", "10", "Bus\u00a0\u00a03", "Bahn\u00a0\u00a025", "11", "28"],
    "stacked-bar": [
        *("2021", "2022", "Bus\u00a0\u00a01", "3", "Bahn\u00a0\u00a010", "25", "11", "28")
    ],
    "pie": ["Gas\u00a0\u00a025\u00a0%", "Öl\u00a0\u00a075\u00a0%"],
    "donut": ["Gas\u00a0\u00a025\u00a0%", "Öl\u00a0\u00a075\u00a0%"],
}
_HEBREW = ({"אנרגיה", "תרבות"}, {"20", "50"})


def chart(kind: str) -> list[Drawn]:
    """Return the shapes of the chart of a kind."""
    return drawn(f"kind: {kind}, {KINDS[kind]}")


@pytest.mark.parametrize("kind", sampled([*WORDS], every=6))
def test_a_chart_says_its_numbers_and_names(kind: str) -> None:
    assert sorted(texts(chart(kind))) == sorted(WORDS[kind])


@pytest.mark.parametrize("kind", sampled([*KINDS], every=7))
def test_no_text_of_a_chart_lies_on_another_or_leaves_the_slide(kind: str) -> None:
    inked = [one.ink for one in chart(kind) if one.text]
    assert inked
    for at, one in enumerate(inked):
        assert one.left >= 0
        assert one.right <= 960
        assert one.top >= 0
        assert one.bottom <= 540
        for other in inked[:at]:
            assert not one.overlaps(other), (one.text, other.text)


@pytest.mark.parametrize("kind", sampled([*KINDS], every=9))
def test_every_shape_has_an_id_of_its_own(kind: str) -> None:
    ids = [re.findall(r'cNvPr id="(\d+)"', one.xml)[0] for one in chart(kind)]
    assert len(set(ids)) == len(ids) > 3


@pytest.mark.parametrize(
    ("kind", "side"), sampled([("column", "height"), ("bar", "width")], every=2)
)
def test_bars_are_as_long_as_their_numbers(kind: str, side: str) -> None:
    first, second = bars(drawn(f"kind: {kind}, data: {{A: 20, B: 50}}"))
    assert getattr(second, side) / getattr(first, side) == pytest.approx(2.5, rel=0.01)


def test_columns_stand_on_a_line() -> None:
    shapes = drawn("kind: column, data: {A: 20, B: 50}")
    foot = max(bar.bottom for bar in bars(shapes))
    (line,) = (one for one in shapes if one.kind == "line")
    assert (line.top, line.height) == pytest.approx((foot, 0), abs=0.1)
    assert line.width > sum(bar.width for bar in bars(shapes))


def test_the_number_of_a_bar_stands_beyond_its_end_also_below_zero() -> None:
    shapes = chart("bar")
    energy, culture = bars(shapes)
    (number,) = (one.ink for one in shapes if one.text == "12,5")
    (below,) = (one.ink for one in shapes if one.text == "−1,2")
    assert number.left > energy.right
    assert below.right < culture.left
    assert culture.right == pytest.approx(energy.left, abs=0.1)


def test_bars_of_a_talk_from_the_right_grow_to_the_left() -> None:
    shapes = drawn("kind: bar, data: {אנרגיה: 20, תרבות: 50}", lang="he")
    first, second = bars(shapes)
    names, numbers = ([one.ink for one in shapes if one.text in those] for those in _HEBREW)
    assert len(names) == len(numbers) == 2
    assert first.right == pytest.approx(second.right, abs=0.1)
    assert second.width / first.width == pytest.approx(2.5, rel=0.01)
    for bar, name, number in zip((first, second), names, numbers, strict=True):
        assert number.right < bar.left
        assert bar.right < name.left
        assert 'rtl="1"' in name.xml
        assert 'rtl="0"' in number.xml


def test_parts_of_a_stack_stand_on_each_other_and_those_below_zero_below() -> None:
    shapes = drawn("kind: stacked, data: [[J, A, B, C], [2021, 10, 20, -5], [2022, 5, 5, -5]]")
    first, _, second, _, below, _, *keys = bars(shapes)
    assert first.top == pytest.approx(second.bottom, abs=0.1)
    assert below.top == pytest.approx(first.bottom, abs=0.1)
    assert len(keys) == len({"A", "B", "C"} & {*texts(shapes)}) == 3


def test_a_total_stands_behind_its_bars() -> None:
    shapes = chart("stacked-bar")
    (total,) = (one.ink for one in shapes if one.text == "28")
    assert total.left > max(one.right for one in bars(shapes))


def test_turned_names_stand_on_the_slide() -> None:
    names = ["Straßenverkehrsbehörde", *(f"Wohnungswirtschaft {at}" for at in range(7))]
    data = ", ".join(f"{name}: {at + 1}" for at, name in enumerate(names))
    first = next(one for one in drawn(f"kind: column, data: {{{data}}}") if one.text == names[0])
    middle = first.left + first.width / 2
    assert middle - first.ink.width / 2 * 0.5**0.5 >= 53.9


@pytest.mark.slow
def test_a_gap_parts_a_line() -> None:
    whole, parted = (
        [one for one in drawn(f"kind: line, data: {{{data}}}") if one.kind == "path"]
        for data in ("1: 1, 2: 2, 3: 3, 4: 4, 5: 6", "1: 1, 2: 2, 3: -, 4: 4, 5: 6")
    )
    assert (len(whole), len(parted)) == (1, 2)


@pytest.mark.slow
def test_names_stand_at_the_ends_of_lines_within_the_slide() -> None:
    names = [one.ink for one in chart("line") if one.text in {"Bus", "Bahn"}]
    marks = [one for one in chart("line") if one.kind in {"ellipse", "rect"} and not one.text]
    assert len(names) == 2
    assert all(name.left > max(mark.right for mark in marks) for name in names)


def test_names_of_points_stand_beside_their_marks() -> None:
    shapes = chart("scatter")
    marks = [one for one in shapes if one.kind == "ellipse"]
    names = [one.ink for one in shapes if one.text in {"Altenburg", "Gera", "Jena"}]
    assert len(names) == len(marks) == 3
    assert not any(name.overlaps(mark) for name in names for mark in marks)


def test_a_circle_of_one_slice_is_whole_and_begins_at_the_top() -> None:
    halves = [one for one in drawn("kind: pie, data: {Alles: 100}") if one.kind == "path"]
    begins = [re.findall(r'stAng="(\d+)"', one.xml)[0] for one in halves]
    assert begins == [str(270 * 60_000), str(90 * 60_000)]


def _frames(data: bytes) -> int:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read("ppt/slides/slide1.xml").count(b"<p:graphicFrame>")


def _of_another_program(kind: XL_CHART_TYPE) -> bytes:
    new_data: Any = CategoryChartData  # python-pptx gives chart data no types
    presentation, numbers = pptx.Presentation(), new_data()
    numbers.categories = ["A", "B"]
    numbers.add_series("S", (1, 2))
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    place = (Emu(0), Emu(0), Emu(3_000_000), Emu(3_000_000))
    slide.shapes.add_chart(kind, *place, numbers)
    out = io.BytesIO()
    presentation.save(out)
    return out.getvalue()


@pytest.mark.parametrize("kind", [XL_CHART_TYPE.COLUMN_CLUSTERED, XL_CHART_TYPE.RADAR])
def test_charts_of_other_programs_stay_and_are_told(kind: XL_CHART_TYPE) -> None:
    data = _of_another_program(kind)
    assert plainer_deck(data, "Calibri") == data
    assert slides_with_other_charts(data) == {"/ppt/slides/slide1.xml"}


@pytest.mark.parametrize("kind", sampled([*KINDS], every=5))
def test_charts_that_are_drawn_are_not_told(kind: str) -> None:
    data = talk(f"- {{title: S, chart: {{kind: {kind}, {KINDS[kind]}}}}}").data
    assert slides_with_other_charts(data) == frozenset()


@pytest.mark.slow
def test_a_chart_with_far_too_many_shapes_stays() -> None:
    canvas = ChartCanvas(Box(0, 0, 1, 1), 1, "Calibri")
    for _ in range(20_000):
        canvas.line((0, 0), (1, 1), "")
    with pytest.raises(ValueError, match="too many shapes"):
        canvas.line((0, 0), (1, 1), "")


@pytest.mark.parametrize(
    ("old", "new"),
    sampled(
        [
            (b'<c:ptCount val="2"/>', b'<c:ptCount val="2000000000"/>'),
            (b'<c:gapWidth val="110"/>', b'<c:gapWidth val="wide"/>'),
            (b'<c:gapWidth val="110"/>', b'<c:gapWidth val="-100"/>'),
            (b'<c:catAx><c:axId val="111"/>', b'<c:catAx><c:axId val="5"/>'),
            (b'<c:axId val="111"/>', b'<c:axId val="2094734552"/>'),
            (b"<c:plotArea>", b"<c:plotArea><c:radarChart/>"),
            (b"</c:chartSpace>", b""),
        ],
        every=2,
    ),
)
def test_a_chart_that_cannot_be_understood_stays(old: bytes, new: bytes) -> None:
    data = talk(f"- {{title: S, chart: {{kind: column, {KINDS['column']}}}}}").data
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as changed:
        for name in package.namelist():
            part = package.read(name)
            assert "/charts/chart" not in name or old in part
            changed.writestr(name, part.replace(old, new) if "/charts/chart" in name else part)
    assert _frames(plainer_deck(data, "Calibri")) == 0
    assert _frames(plainer_deck(out.getvalue(), "Calibri")) == 1
