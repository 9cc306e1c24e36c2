"""Numbers stand where they fit, clear of each other and of the edges."""

import pytest

from deckgen.deck.box import Box
from deckgen.deck.chart_kind import ChartKind
from deckgen.deck.graphics import Chart
from deckgen.language.number_formats import NumberFormat
from deckgen.support.diagnostics import Diagnostics
from tests.fit.charts.placed_charts import HALF, PAGE, made, plot


@pytest.mark.parametrize(
    ("chart", "labels"),
    [
        (made("column", (1, 2, 3, 4)), True),
        (made("column", (1234567,) * 12), False),
        (made("column", (12,) * 4, (13,) * 4, (14,) * 4), True),
        (made("column", *[(12345,) * 6] * 3), False),
        (made("bar", (1, 2, 3, 4)), True),
        # Rows of 307 pt ÷ 13 are as high as a line of 22.5 pt, though their bars are lower.
        (made("bar", (1,) * 13), True),
        (made("bar", (1,) * 14), False),
        (made("bar", (1,) * 7, (2,) * 7), False),
        (made("stacked", (10, 12), (20, 15)), True),
        (made("stacked", (10, 12), (0.1, 15)), True),
        (made("stacked", (10, 12), (0.1, 0.2)), False),
        (made("line", (1, 2, 3, 4)), True),
        (made("line", (1,) * 9), False),
        (made("line", (1, 2), (3, 4)), False),
        (made("area", (1, 2)), False),
        (made("pie", (1, 2)), True),
        (made("combined", (10, 20), (1, 2)), True),
        # Beyond zero, numbers need room as well: a step gives it, if it costs not too much.
        (made("bar", (12, -4, 3)), True),
        (made("bar", (1_234_567, -1_234_567)), True),
        (made("column", (12, -4, 3)), True),
        (made("combined", (10, 20), (1, -2)), False),
        (made("combined", (1, 0, 40), (30, 31, 32)), False),
    ],
)
def test_numbers_stand_at_their_places_where_they_fit(chart: Chart, *, labels: bool) -> None:
    assert plot(chart).labels is labels
    if chart.kind != "pie":
        assert plot(chart).axis is not labels, "else an axis says them"


@pytest.mark.parametrize(
    ("chart", "box", "step"),
    [
        (made("bar", (12.5, 3, 1)), HALF, 0),
        (made("bar", (12.5, 3, -4.2)), PAGE, 0),
        (made("bar", (12.5, 3, -1.2)), HALF, 5),
        (made("bar", (1_234_567, -1_234_567)), PAGE, 1_000_000),
    ],
)
def test_a_hidden_scale_leaves_room_for_numbers_below_zero(
    chart: Chart, box: Box, step: float
) -> None:
    decimal = chart.series[0]._replace(number_format=NumberFormat(decimals=1))
    assert plot(chart._replace(series=(decimal,)), box).major_unit == step


@pytest.mark.parametrize(
    ("values", "box", "step"),
    [
        ((31, 93, 111), PAGE, 20),
        ((31_000, 93_000, 111_000), PAGE, 20_000),
        ((31_000_000, 93_000_000, 111_000_000), PAGE, 20_000_000),
        ((31_000_000, 93_000_000, 111_000_000), HALF, 50_000_000),
    ],
)
def test_the_numbers_below_a_scatter_chart_are_few_and_clear_of_each_other(
    values: tuple[float, ...], box: Box, step: float
) -> None:
    assert plot(made("scatter", values, (1, 2, 3)), box).major_unit == step


@pytest.mark.parametrize("kind", ["pie", "donut"])
@pytest.mark.parametrize(
    ("values", "naming"),
    [((61, 31, 8), "own"), ((61, 31, 5, 2, 1), "counted"), ((50, 0, 8), "counted")],
)
def test_slices_too_small_for_their_numbers_have_them_in_the_legend(
    kind: ChartKind, values: tuple[float, ...], naming: str
) -> None:
    drawn = plot(made(kind, values))
    assert drawn.series_naming == ("none" if naming == "own" else naming)
    assert drawn.labels is (naming == "own")


@pytest.mark.parametrize(
    ("kind", "values", "room"),
    [
        ("column", (19, 1), "above"),
        ("column", (21, 1), None),
        ("bar", (123_456_789, 1), "right"),
        ("bar", (11, 1), None),
    ],
)
def test_numbers_at_the_end_of_a_scale_have_room_in_the_chart(
    kind: ChartKind, values: tuple[float, ...], room: str | None
) -> None:
    area = plot(made(kind, values)).area
    assert (area.y > 0) is (room == "above")
    assert (area.width < 1) is (room == "right")


@pytest.mark.parametrize(
    ("chart", "code"),
    [
        (made("stacked", (400, 300), (3, 2)), "crowded-numbers"),
        (made("combined", (1, 0, 40), (30, 31, 32)), "crowded-numbers"),
        (made("column", (1, 2)), None),
    ],
)
def test_numbers_that_the_author_wants_on_each_other_are_told(
    chart: Chart, code: str | None
) -> None:
    diagnostics = Diagnostics()
    plot(chart._replace(labels=True), diagnostics=diagnostics)
    assert [one.code for one in diagnostics] == ([code] if code else [])


@pytest.mark.parametrize("labels", [True, False])
def test_the_author_may_say_whether_numbers_stand_there(*, labels: bool) -> None:
    assert plot(made("column", (1, 2))._replace(labels=labels)).labels is labels


@pytest.mark.parametrize(
    ("chart", "below"),
    [
        (made("line", (12, 8, 13)), {1}),
        (made("line", (1240, 1180, 1265, 1301, 1297, 1355)), {1, 4}),
        (made("line", (8, 12, 13)), {0}),
        (made("line", (13, 12, 8)), {2}),
        (made("line", (13, 0, 13)), set()),
        (made("line", (13, None, 13)), set()),
        (made("line", (5, 5, 5)), set()),
        (made("column", (12, 8, 13)), set()),
    ],
)
def test_the_number_of_a_point_from_which_a_line_rises_stands_below_it(
    chart: Chart, below: set[int]
) -> None:
    assert plot(chart).low_points == below
