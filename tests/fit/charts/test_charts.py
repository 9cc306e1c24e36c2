"""The labels and names of charts, and their places, by the size of the box."""

import pytest

from deckgen.deck.box import Box
from deckgen.deck.chart_kind import ChartKind
from deckgen.deck.graphics import Chart
from deckgen.deck.layout import EMU_PER_POINT
from deckgen.deck.plot import RelativeBox
from deckgen.fit.charts.charts import plot_from_right
from deckgen.fit.placing.charts_beside_text import placed_chart
from deckgen.support.diagnostics import Diagnostics
from tests.fit.charts.placed_charts import FONTS, HALF, PAGE, made, plot
from tests.present import present, the_graphic
from tests.talks import talk

MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)
MONTHS_OF_A_YEAR = tuple(
    f"{month} {year}"
    for year in (24, 25)
    for month in (
        *("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    )
)[:15]


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
        # 95 % of a column, in which LibreOffice breaks words.
        (made("column", (1,) * 4, names=("Orthopaedics",) * 4), HALF, 1, True, ["long-names"]),
        (made("column", (1,) * 12, names=MONTHS), HALF, 3, False, []),
        # Names of two words: all on one line, all on two, or else only some of them.
        (made("line", (1,) * 8, names=MONTHS_OF_A_YEAR[:8]), PAGE, 1, False, []),
        (made("line", (1,) * 15, names=MONTHS_OF_A_YEAR), HALF, 3, False, []),
        (
            made("line", (1,) * 15, names=("May 24",) * 15),
            PAGE._replace(cx=9_000_000),
            1,
            False,
            [],
        ),
        (made("bar", (1,) * 7, names=("Wohnungswirtschaft",) * 7), PAGE, 1, False, []),
        (made("bar", (1,) * 30), PAGE, 2, False, []),
        (made("bar", (1,) * 20, names=("Bäder",) * 20), PAGE, 1, False, []),
        (made("bar", (1,) * 24, names=("Bäder",) * 24), PAGE, 1, False, ["crowded-names"]),
        (made("line", (1, 2), names=("Wohnungswirtschaft",) * 2), PAGE, 1, False, []),
        (made("line", (1,) * 8, names=("Wohnungswirtschaft",) * 8), PAGE, 1, True, ["long-names"]),
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
        (made("line", (70, 100)), True),
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
    drawn = present(placed_chart(chart, PAGE, FONTS, minimum, Diagnostics()).plot)
    assert drawn.size == max(22, minimum)
    assert drawn.source_size == source


@pytest.mark.parametrize(
    ("count", "name", "size"),
    [
        (4, "2021", 22),
        (6, "Kent 2021", 22),
        (6, "Kent in 2021", 20),
        (6, "Kent, May 2021", 18),
        (13, "1", 18),
    ],
)
def test_text_is_larger_where_names_stay_on_one_line(count: int, name: str, size: int) -> None:
    chart = made("column", tuple(range(1, count + 1)), names=(name,) * count)
    assert plot(chart).size == size


def test_text_is_not_larger_where_numbers_would_leave_their_places() -> None:
    drawn = plot(made("column", (123_456, 1, 1, 1)), HALF)
    assert (drawn.size, drawn.labels) == (20, True)


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


@pytest.mark.parametrize(
    ("count", "naming", "every"), [(10, "direct", 1), (11, "legend", 1), (18, "direct", 3)]
)
def test_stacks_have_a_legend_where_all_names_below_them_are_level_only_so(
    count: int, naming: str, every: int
) -> None:
    """Names of series at the right take a tenth; 18 lack room in both ways."""
    months = (MONTHS * 2)[:count]
    drawn = plot(made("stacked", (40,) * count, (60,) * count, names=months))
    assert (drawn.series_naming, drawn.category_step) == (naming, every)


@pytest.mark.parametrize(("count", "size"), [(15, 18), (17, 16), (20, 14), (24, 11), (40, 8)])
def test_names_of_many_bars_are_as_small_as_their_rows_demand(count: int, size: int) -> None:
    """The page is 307 points high, less a line of axis numbers where numbers have no room."""
    assert plot(made("bar", (1,) * count, names=("Bäder",) * count)).names_size == size


@pytest.mark.parametrize("count", [2, 4, 6, 8])
def test_bars_are_higher_than_the_numbers_in_them(count: int) -> None:
    drawn = plot(made("stacked-bar", (40,) * count, (60,) * count), PAGE._replace(cy=2_600_000))
    bar = drawn.area.height * 2_600_000 / EMU_PER_POINT / count / (1 + drawn.gap_width / 100)
    assert drawn.labels
    assert bar >= 1.05 * drawn.size


def test_bars_lower_than_their_numbers_have_an_axis() -> None:
    drawn = plot(made("stacked-bar", (40,) * 14, (60,) * 14), PAGE._replace(cy=2_600_000))
    assert (drawn.labels, drawn.axis) == (False, True)


@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize("kind", ["column", "bar", "stacked", "line", "area", "scatter"])
@pytest.mark.parametrize("largest", [3, 7, 11, 19, 48, 95, 101, 999, 0.35])
def test_a_shown_axis_has_five_lines_at_most(kind: ChartKind, largest: float, sign: int) -> None:
    """Programs let the scale reach zero, above as below, unless values differ by little."""
    values = (sign * largest, sign * largest / 1.4, sign * largest / 1.5)
    drawn = plot(made(kind, values, values)._replace(labels=False))
    step = drawn.y_unit if kind == "scatter" else drawn.major_unit
    stacked = kind in {"stacked", "area"}
    assert 1.05 * largest * (2 if stacked else 1) / step <= 5


def test_names_of_points_are_smaller_before_one_touches_a_mark() -> None:
    data = (
        "Test; Cost; People\\nSaturdays; 260; 2100\\nMarket on Thursdays; 480; 1250\\n"
        "Warm light; 390; 540\\nBench; 420; 310\\nCargo bike; 350; 86\\nNight bus; 500; 22"
    )
    entry = f'- {{title: Dear tests do not reach more, chart: {{kind: scatter, data: "{data}"}}}}'
    chart = the_graphic(talk(entry, style="minimal").compiled.fitted.deck.slides[0], Chart)
    assert chart.plot
    assert chart.plot.size == 18


def test_bars_are_mirrored_with_their_legend_and_columns_stay() -> None:
    chart = made("stacked-bar", (1, 2), (3, 4))
    legend = RelativeBox(0, 0, 0.25, 0.1)
    usual = plot(chart)._replace(area=RelativeBox(0, 0, 0.75, 1), legend=legend)
    turned = plot_from_right(chart, usual)
    assert (turned.area.x, present(turned.legend).x) == (0.25, 0.75)
    columns = made("stacked", (1, 2), (3, 4))
    assert plot_from_right(columns, usual).area == usual.area
