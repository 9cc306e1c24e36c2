"""Charts of PowerPoint: what they are in an outline, or why no kind shows them."""

import io
from functools import cache
from typing import Any

import pytest
from pptx import Presentation
from pptx.chart.data import BubbleChartData, CategoryChartData, XyChartData
from pptx.enum.chart import XL_CHART_TYPE as TYPES
from pptx.util import Inches

from deckgen.importing.powerpoint.reading.charts import chart_of
from deckgen.importing.powerpoint.reading.source_slide import SourceChart, Unread
from tests.ooxml.charts.chart_decks import deck
from tests.sampled import sampled

# python-pptx gives chart data no types.
CATEGORIES: Any = CategoryChartData
POINTS: Any = XyChartData
BUBBLES: Any = BubbleChartData


@cache
def shared_deck() -> Any:
    """Return a presentation in which each chart gets a slide: to read a template takes long."""
    return Presentation()


def written(type_: Any, data: Any, title: str = "") -> Any:
    """Return the shape of a chart that python-pptx made."""
    slide = shared_deck().slides.add_slide(shared_deck().slide_layouts[6])
    shape = slide.shapes.add_chart(type_, 0, 0, Inches(5), Inches(4), data)
    shape.chart.has_title = bool(title)
    if title:
        shape.chart.chart_title.text_frame.text = title
    return slide.shapes[0]


def by_category(categories: list[str], **series: list[float | None]) -> Any:
    data = CATEGORIES(number_format="0.0")
    data.categories = categories
    for name, values in series.items():
        data.add_series(name, values)
    return data


def points(data: Any, *values: tuple[float, ...]) -> Any:
    series = data.add_series("Weight")
    for value in values:
        series.add_data_point(*value)
    return data


TWO = by_category(["2024", "2025"], Bus=[1, None], Train=[3.5, 4])


@pytest.mark.parametrize(
    ("type_", "kind"),
    sampled(
        [
            (TYPES.COLUMN_CLUSTERED, "column"),
            (TYPES.COLUMN_STACKED, "stacked"),
            (TYPES.BAR_CLUSTERED, "bar"),
            (TYPES.BAR_STACKED, "stacked-bar"),
            (TYPES.LINE, "line"),
            (TYPES.LINE_MARKERS, "line"),
            (TYPES.AREA, "area"),
        ],
        every=2,
    ),
)
def test_the_kind_of_a_chart_and_its_numbers(type_: Any, kind: str) -> None:
    chart = chart_of(written(type_, TWO, "How they came"))
    assert isinstance(chart, SourceChart)
    assert (chart.kind, chart.title, chart.categories) == (kind, "How they came", ("2024", "2025"))
    assert [(each.name, each.values) for each in chart.series] == [
        ("Bus", (1, None)),
        ("Train", (3.5, 4)),
    ]
    assert {each.decimals for each in chart.series} == {1}


@pytest.mark.parametrize(
    ("type_", "kind"),
    [(TYPES.COLUMN_STACKED_100, "stacked"), (TYPES.BAR_STACKED_100, "stacked-bar")],
)
def test_stacks_of_one_height_are_taken_over_where_they_are_shares(type_: Any, kind: str) -> None:
    """Others would be of different heights with us."""
    shares = chart_of(written(type_, by_category(["a", "b"], Yes=[61, 48], No=[39, 52.5])))
    assert isinstance(shares, SourceChart)
    assert shares.kind == kind
    assert [each.values for each in shares.series] == [(61, 48), (39, 52.5)]
    counts = chart_of(written(type_, by_category(["a", "b"], Yes=[61, 480], No=[39, 520])))
    assert isinstance(counts, Unread)
    assert counts.what == "chart of another kind"


@pytest.mark.parametrize(
    ("type_", "data", "why"),
    sampled(
        [
            (TYPES.RADAR, TWO, "chart of another kind"),
            (TYPES.BUBBLE, points(BUBBLES(), (1, 2, 3)), "chart of another kind"),
            (TYPES.PIE, by_category(["a", "b"], Share=[2, -1]), "chart of another kind"),
            (TYPES.DOUGHNUT, TWO, "chart of another kind"),
            (
                TYPES.COLUMN_CLUSTERED,
                by_category(["a", "a"], N=[1, 2]),
                "chart whose categories repeat",
            ),
            (
                TYPES.COLUMN_CLUSTERED,
                by_category(["a"] * 61, N=[1] * 61),
                "chart without readable numbers",
            ),
        ],
        every=2,
    ),
    ids=["radar", "bubbles", "negative slice", "rings", "equal categories", "too many"],
)
def test_why_no_kind_shows_a_chart(type_: Any, data: Any, why: str) -> None:
    unread = chart_of(written(type_, data))
    assert isinstance(unread, Unread)
    assert unread.what == why


@pytest.mark.parametrize(
    ("tag", "claim"),
    sampled(
        [
            ("ptCount", "2147483647"),
            ("ptCount", "9" * 5000),
            ("v", "NaN"),
            ("v", "INF"),
            ("v", "-1e400"),
            ("v", "1,5"),
        ],
        every=4,
    ),
)
@pytest.mark.parametrize("type_", [TYPES.COLUMN_CLUSTERED, TYPES.XY_SCATTER])
def test_numbers_that_no_chart_can_have(type_: Any, tag: str, claim: str) -> None:
    numbers = points(POINTS(), (1, 10)) if type_ == TYPES.XY_SCATTER else TWO
    shape = written(type_, numbers)
    for element in shape.chart.element.iter("{*}numCache"):
        for each in element.iter(f"{{*}}{tag}"):
            if tag == "v":
                each.text = claim
            else:
                each.set("val", claim)
    assert chart_of(shape) == Unread("chart without readable numbers", "")


@pytest.mark.parametrize(("count", "read"), [(60, SourceChart), (61, Unread)])
def test_more_series_than_anybody_can_read(count: int, read: type) -> None:
    each: list[float | None] = [1]
    many = by_category(["a"], **{f"n{at}": each for at in range(count)})
    assert isinstance(chart_of(written(TYPES.LINE, many)), read)


def test_a_scatter_chart_has_its_x_as_the_first_series() -> None:
    chart = chart_of(written(TYPES.XY_SCATTER, points(POINTS(), (1, 10), (2, 20))))
    assert isinstance(chart, SourceChart)
    assert (chart.kind, chart.categories) == ("scatter", ("", ""))
    assert [each.values for each in chart.series] == [(1, 2), (10, 20)]


def test_a_scatter_chart_without_its_axes_has_all_of_its_numbers() -> None:
    shape = written(TYPES.XY_SCATTER, points(POINTS(), (1, 10), (2, 20)))
    for axis in [*shape.chart.element.iter("{*}valAx")]:
        axis.getparent().remove(axis)
    chart = chart_of(shape)
    assert isinstance(chart, SourceChart)
    assert [(each.name, each.values) for each in chart.series] == [
        ("", (1, 2)),
        ("Weight", (10, 20)),
    ]


def test_a_chart_in_3d_is_of_another_kind() -> None:
    """python-pptx reads no such chart; its numbers could be read."""
    shape = written(TYPES.COLUMN_CLUSTERED, TWO)
    (flat,) = shape.chart.element.iter("{*}barChart")
    flat.tag = flat.tag.replace("barChart", "bar3DChart")
    assert chart_of(shape) == Unread("chart of another kind", "")


def test_of_a_combined_chart_the_last_series_are_lines() -> None:
    data = deck(
        "kind: combined\nlines: Share\ndata: |\n  Year; Cars; Share\n  2024; 1; 2\n  2025; 3; 4"
    )
    (shape,) = (each for each in Presentation(io.BytesIO(data)).slides[0].shapes if each.has_chart)
    found: Any = chart_of(shape)
    assert (found.kind, found.lines) == ("combined", ("Share",))
    assert chart_of(written(TYPES.LINE, TWO)).lines == ()  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "keys", [{"unit": "People"}, {"source": "The town"}, {"unit": "People", "source": "The town"}]
)
def test_unit_and_source_that_stand_in_a_chart_are_told_apart(keys: dict[str, str]) -> None:
    data = deck("data: {a: 1}\n" + "\n".join(f"{key}: {text}" for key, text in keys.items()))
    (shape,) = (each for each in Presentation(io.BytesIO(data)).slides[0].shapes if each.has_chart)
    found: Any = chart_of(shape)
    assert found.title == keys.get("unit", "")
    assert found.source == ("Quelle: The town" if "source" in keys else "")


@pytest.mark.parametrize(
    ("type_", "title", "legend", "deleted", "unit"),
    [
        (TYPES.COLUMN_CLUSTERED, "", False, False, "Bus"),
        (TYPES.COLUMN_CLUSTERED, "", False, True, ""),
        (TYPES.LINE, "", True, True, "Bus"),
        (TYPES.LINE, "How they came", True, False, "How they came"),
        (TYPES.PIE, "", False, False, "Bus"),
        (TYPES.PIE, "", True, True, ""),
    ],
)
def test_the_name_of_the_only_series_is_read_where_powerpoint_shows_it(
    type_: Any, title: str, *, legend: bool, deleted: bool, unit: str
) -> None:
    shape = written(type_, by_category(["a", "b"], Bus=[1, 2]), title)
    shape.chart.has_legend = legend
    (auto,) = shape.chart._chartSpace.chart.xpath("c:autoTitleDeleted")
    auto.set("val", str(int(deleted)))
    chart = chart_of(shape)
    assert isinstance(chart, SourceChart)
    assert chart.title == unit
    assert chart.series[0].name == ("" if unit == "Bus" else "Bus")
