"""The labels and names of charts, and their places, by the size of the box."""

import pytest

from deckgen.deck.box import Box
from deckgen.deck.chart_kind import ChartKind
from deckgen.deck.graphics.chart import Chart, Series
from deckgen.deck.graphics.plot import Plot
from deckgen.fit.charts.charts import placed_chart
from deckgen.fit.charts.direct_names import spread
from deckgen.fonts.text_width import Fonts
from deckgen.language.number_formats import NumberFormat
from deckgen.support.diagnostics import Diagnostics, Span

FONTS = Fonts("Calibri", "Calibri", "Consolas")
PAGE = Box(0, 0, 9_800_000, 3_900_000)
HALF = Box(0, 0, 5_200_000, 3_900_000)
YEARS = ("2021", "2022", "2023", "2024")


def made(kind: ChartKind, *series: tuple[float | None, ...], names: tuple[str, ...] = ()) -> Chart:
    rows = tuple(
        Series(f"Series {at}", values, as_line=kind == "combined" and at == len(series))
        for at, values in enumerate(series, 1)
    )
    categories = names or tuple(str(2021 + at) for at in range(len(series[0])))
    return Chart(kind, categories, rows, "en-GB", "", Span("slides.yaml", 1, 1))


def plot(chart: Chart, box: Box = PAGE, diagnostics: Diagnostics | None = None) -> Plot:
    diagnostics = Diagnostics() if diagnostics is None else diagnostics
    drawn = placed_chart(chart, box, FONTS, 18, diagnostics).plot
    assert drawn is not None
    return drawn


@pytest.mark.parametrize(
    ("chart", "labels"),
    [
        (made("column", (1, 2, 3, 4)), True),
        (made("column", (1234567,) * 12), False),
        (made("column", (12,) * 4, (13,) * 4, (14,) * 4), True),
        (made("column", *[(12345,) * 6] * 3), False),
        (made("bar", (1, 2, 3, 4)), True),
        (made("bar", (1,) * 20), False),
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
        ((31, 93, 111), PAGE, 0),
        ((31_000, 93_000, 111_000), PAGE, 0),
        ((31_000_000, 93_000_000, 111_000_000), PAGE, 20_000_000),
        ((31_000_000, 93_000_000, 111_000_000), HALF, 50_000_000),
    ],
)
def test_the_numbers_below_a_scatter_chart_are_clear_of_each_other(
    values: tuple[float, ...], box: Box, step: float
) -> None:
    assert plot(made("scatter", values, (1, 2, 3)), box).major_unit == step


@pytest.mark.parametrize("kind", ["pie", "donut"])
@pytest.mark.parametrize(
    ("values", "naming"),
    [
        ((61, 31, 8), "own"),
        ((61, 31, 5, 2, 1), "counted"),
        ((50, 0, 8), "counted"),
    ],
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
        ("column", (11, 1), None),
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
    ("chart", "naming"),
    [
        (made("line", (1, 2), (3, 9)), "direct"),
        (made("line", (1, 5), (3, 5.01)), "direct"),
        (made("line", *[(at, 5) for at in range(5)]), "legend"),
        (made("stacked", (1, 2), (3, 9)), "direct"),
        (made("stacked", (1, 2), (3, -9)), "legend"),
        (made("stacked", (1, 2), (3, 0)), "legend"),
        (made("stacked-bar", (1, 2), (3, 9)), "direct"),
        (made("stacked-bar", *[(1, 2)] * 9), "legend"),
        (made("line", (1, 2)), "none"),
        (made("column", (1, 2), (3, 4)), "legend"),
        (made("column", (1, 2)), "none"),
        (made("donut", (1, 2)), "none"),
        (made("donut", (1, 2), names=("Donaudampfschifffahrtsgesellschaft", "b")), "counted"),
        (made("pie", (1, 2)), "none"),
        (made("pie", (1, 2), names=("Donaudampfschifffahrtsgesellschaft", "b")), "legend"),
    ],
)
def test_series_are_named_at_their_ends_where_those_lie_apart(chart: Chart, naming: str) -> None:
    assert plot(chart).series_naming == naming


@pytest.mark.parametrize(
    ("chart", "box", "every", "turned", "codes"),
    [
        (made("column", (1,) * 4), PAGE, 1, False, []),
        (made("line", (1,) * 30), PAGE, 2, False, []),
        (made("line", (1,) * 30), HALF, 4, False, []),
        (made("column", (1, 2), names=("Wohnungswirtschaft", "Bäder")), PAGE, 1, False, []),
        (
            made("column", (1,) * 7, names=("Wohnungswirtschaft",) * 7),
            PAGE,
            1,
            True,
            ["long-names"],
        ),
        (made("bar", (1,) * 7, names=("Wohnungswirtschaft",) * 7), PAGE, 1, False, []),
        (made("bar", (1,) * 30), PAGE, 2, False, []),
        (made("bar", (1,) * 20, names=("Bäder",) * 20), PAGE, 1, False, ["crowded-names"]),
        (made("line", (1, 2), names=("Wohnungswirtschaft",) * 2), PAGE, 1, False, []),
        (
            made("line", (1,) * 8, names=("Wohnungswirtschaft",) * 8),
            PAGE,
            1,
            True,
            ["long-names"],
        ),
        (
            made("column", (1,) * 8, names=("Wohnungswirtschaftliche Gesellschaft",) * 8),
            PAGE,
            1,
            False,
            ["long-names"],
        ),
    ],
)
def test_names_that_do_not_fit_are_thinned_out_or_turned_with_a_warning(
    chart: Chart, box: Box, every: int, codes: list[str], *, turned: bool
) -> None:
    diagnostics = Diagnostics()
    drawn = plot(chart, box, diagnostics)
    assert (drawn.category_step, drawn.rotated_names) == (every, turned)
    assert [each.code for each in diagnostics] == codes


@pytest.mark.parametrize(
    ("chart", "whole"),
    [
        (made("column", (90, 100)), True),
        (made("column", (-1, 100)), False),
        (made("line", (90, 100)), False),
        (made("line", (10, 100)), True),
    ],
)
def test_the_scale_of_columns_begins_at_zero(chart: Chart, *, whole: bool) -> None:
    assert plot(chart).from_zero is whole


@pytest.mark.parametrize(
    ("line", "second"), [((1000, 2000), False), ((1, 2), True), ((9000, 9100), True)]
)
def test_a_line_that_would_lie_flat_has_a_scale_of_its_own(
    line: tuple[float, ...], *, second: bool
) -> None:
    assert plot(made("combined", (1000, 2000), line)).second_axis is second


@pytest.mark.parametrize(("minimum", "source"), [(12, 16), (18, 16), (24, 21)])
def test_nothing_but_the_source_is_smaller_than_the_minimum(minimum: int, source: int) -> None:
    chart = made("column", (1, 2))._replace(source="Source: us")
    drawn = placed_chart(chart, PAGE, FONTS, minimum, Diagnostics()).plot
    assert drawn is not None
    assert drawn.size == max(18, minimum)
    assert drawn.source_size == source


@pytest.mark.parametrize("kind", ["column", "line", "pie", "donut", "scatter"])
@pytest.mark.parametrize("box", [PAGE, HALF])
def test_everything_stands_within_the_chart(kind: ChartKind, box: Box) -> None:
    chart = made(kind, (1, 2, 3), (3, 1, 2))._replace(source="Source: us", unit="km")
    drawn = plot(chart, box)
    for shares in filter(None, (drawn.area, drawn.legend, drawn.source, drawn.x_title)):
        assert shares.x >= 0
        assert shares.y >= 0
        assert shares.x + shares.width <= 1.0001
        assert shares.y + shares.height <= 1.0001


def test_names_of_points_that_lie_on_each_other_are_told() -> None:
    diagnostics = Diagnostics()
    names = ("Altenburg", "Altenberg", "Altena", "Altenstadt", "Alterode", "Gera")
    plot(
        made("scatter", (31,) * 5 + (93,), (42,) * 5 + (61,), names=names), diagnostics=diagnostics
    )
    assert [one.code for one in diagnostics] == ["close-points"]


def test_names_of_points_that_lie_close_stand_on_different_sides() -> None:
    chart = made("scatter", (10, 10.2, 1), (5, 5.1, 1), names=("Zwickau", "Gera", "Jena"))
    first, second, third = plot(chart).label_sides
    assert first != second
    assert third == "r"


@pytest.mark.parametrize(
    ("wanted", "middles"),
    [
        ([], []),
        ([5, 50], [5, 50]),
        ([50, 52], [46, 56]),
        ([52, 50], [56, 46]),
        ([40, 48, 44], [34, 54, 44]),
        ([2, 3, 99], [5, 15, 95]),
        ([20, 28, 36, 90], [18, 28, 38, 90]),
    ],
)
def test_names_are_moved_off_each_other_and_no_further(
    wanted: list[float], middles: list[float]
) -> None:
    assert spread(wanted, [10] * len(wanted), 0, 100) == pytest.approx(middles)


def test_names_stand_beside_the_last_column_and_above_the_first_bar() -> None:
    column, bar = (plot(made(kind, (4, 5, 6), (3, 2, 4))) for kind in ("stacked", "stacked-bar"))
    assert column.named_points == (2, 2)
    assert all(offset.x > 0.05 for offset in column.label_offsets)
    assert column.area.width < 0.98
    assert bar.named_points == (0, 0)
    assert all(offset.y < -0.05 for offset in bar.label_offsets)


def test_the_names_of_lines_that_end_close_are_moved_apart() -> None:
    drawn = plot(made("line", (1, 5), (3, 5.1), (1, 9)))
    low, high, far = (offset.y for offset in drawn.label_offsets)
    assert low > 0 > high
    assert far == 0
    assert {offset.x for offset in drawn.label_offsets} == {0}


@pytest.mark.parametrize(
    ("chart", "bare", "totals"),
    [
        (made("stacked", (10, 12), (20, 15)), set(), True),
        (made("stacked", (10, 12), (0.1, 15)), {(1, 0)}, True),
        (made("stacked", (10, 12), (0, 15)), {(1, 0)}, True),
        (made("stacked", (60, 30), (40, 70)), set(), False),
        (made("stacked", (60, 30), (40, -7)), {(1, 1)}, False),
        (made("stacked-bar", (10, 12), (20, 15)), set(), True),
        (made("stacked-bar", (100, 120), (20, 1)), {(1, 1)}, True),
        (made("column", (10, 12), (20, 15)), set(), False),
    ],
)
def test_stacks_have_totals_and_small_segments_no_number(
    chart: Chart, bare: set[tuple[int, int]], *, totals: bool
) -> None:
    drawn = plot(chart)
    assert set(drawn.bare) == bare
    assert drawn.totals is totals


@pytest.mark.parametrize("kind", ["column", "bar", "stacked", "line", "area", "scatter"])
@pytest.mark.parametrize("largest", [3, 7, 11, 19, 48, 95, 101, 999, 0.35])
def test_a_shown_axis_has_five_lines_at_most(kind: ChartKind, largest: float) -> None:
    values = (largest, largest / 2, largest / 3)
    drawn = plot(made(kind, values, values)._replace(labels=False))
    step = drawn.y_unit if kind == "scatter" else drawn.major_unit
    stacked = kind in {"stacked", "area"}
    assert 1.05 * largest * (2 if stacked else 1) / step <= 5
