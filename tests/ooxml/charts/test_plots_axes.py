"""The axes of charts: where they stand, what they show, and which crosses which."""

import pytest

from deckgen.deck.chart_kind import ChartKind
from deckgen.deck.graphics import Series
from deckgen.deck.plot import Plot, RelativeBox
from deckgen.language.number_formats import NumberFormat
from deckgen.ooxml.charts.plots import axis_number_format
from tests.ooxml.charts.drawn_charts import BUS, RIDE, SHARES, TRAIN, drawn, found, on_white, placed

PLAIN, WITH_AXIS = Plot(18, 12), Plot(18, 12, axis=True)
SCATTER = WITH_AXIS._replace(from_zero=True, label_sides=("r",) * 3)
"""Only the axis of y begins at zero."""


@pytest.mark.parametrize(
    ("kind", "plot", "path", "values"),
    [
        ("column", PLAIN, "catAx/scaling/orientation", ["minMax"]),
        ("column", PLAIN, "catAx/axPos", ["b"]),
        ("column", PLAIN, "valAx/axPos", ["l"]),
        ("column", PLAIN, "valAx/crosses", ["autoZero"]),
        ("column", PLAIN, "valAx/crossBetween", ["between"]),
        ("column", PLAIN, "valAx/majorTickMark", ["none"]),
        ("column", PLAIN, "catAx/tickLblSkip", []),
        ("column", PLAIN, "valAx/scaling/min", []),
        ("column", PLAIN, "valAx/majorUnit", []),
        # Without an axis of values there are labels instead.
        ("column", PLAIN, "valAx/delete", ["1"]),
        ("column", PLAIN, "valAx/tickLblPos", ["none"]),
        ("column", WITH_AXIS, "valAx/delete", ["0"]),
        ("column", WITH_AXIS, "valAx/tickLblPos", ["nextTo"]),
        ("column", WITH_AXIS._replace(major_unit=0.5), "valAx/majorUnit", ["0.5"]),
        ("line", WITH_AXIS._replace(from_zero=True), "valAx/scaling/min", ["0"]),
        ("line", PLAIN._replace(category_step=3), "catAx/tickLblSkip", ["3"]),
        # Bars read from the top downwards, and their values still stand at the foot.
        ("bar", PLAIN, "catAx/scaling/orientation", ["maxMin"]),
        ("stacked-bar", PLAIN, "catAx/axPos", ["l"]),
        ("bar", PLAIN, "catAx/tickLblSkip", ["1"]),
        ("bar", WITH_AXIS, "valAx/axPos", ["b"]),
        ("stacked-bar", WITH_AXIS, "valAx/crosses", ["max"]),
        # Where values are below zero, the axes cross within the plot.
        ("scatter", SCATTER, "valAx/tickLblPos", ["low", "low"]),
        ("scatter", SCATTER, "valAx/scaling/min", ["0"]),
        ("scatter", SCATTER, "ser/marker/symbol", ["circle"]),
        # An area begins on the axis, where the first numbers of both axes meet.
        ("area", WITH_AXIS, "valAx/crossBetween", ["midCat"]),
        ("area", WITH_AXIS, "valAx/majorTickMark", ["out"]),
    ],
)
def test_an_axis(kind: ChartKind, plot: Plot, path: str, values: list[str]) -> None:
    series = (BUS, TRAIN) if kind == "scatter" else (BUS,)
    assert found(drawn(placed(kind, *series, plot=plot)), path) == values


def test_the_axis_of_shares_is_numbered_in_per_cent() -> None:
    """Programs number it from 0 to 1, whatever the numbers are."""
    root = drawn(placed("stacked", *SHARES, plot=WITH_AXIS._replace(major_unit=0.25)))
    (code,) = found(root, "valAx/numFmt", "formatCode")
    assert code
    assert code.partition(";")[0].endswith('0"\u00a0"%" "')
    assert found(root, "valAx/majorUnit") == ["0.25"]


@pytest.mark.parametrize("kind", ["column", "line", "bar", "area"])
def test_only_an_axis_that_is_shown_has_lines_across_the_plot(kind: ChartKind) -> None:
    shown, hidden = (drawn(placed(kind, plot=plot)) for plot in (WITH_AXIS, PLAIN))
    (line,) = found(shown, "valAx/majorGridlines/spPr/ln", "w")
    (foot,) = found(shown, "catAx/spPr/ln", "w")
    assert int(line or 0) < int(foot or 0)
    assert found(hidden, "valAx/majorGridlines") == []


def test_lines_across_a_plot_are_clear_of_its_numbers() -> None:
    """A blank stands behind each number; where there are no lines, it is not needed."""
    shown, hidden = (
        found(drawn(placed("area", plot=plot._replace(major_unit=1))), "valAx/numFmt", "formatCode")
        for plot in (WITH_AXIS, PLAIN)
    )
    assert shown == ['[$-407]#,##0" ";[$-407]"−"#,##0" "']
    assert hidden == ['[$-407]#,##0;[$-407]"−"#,##0']


@pytest.mark.parametrize(
    ("kind", "plot", "turned"),
    [
        ("line", PLAIN, "0"),
        ("line", PLAIN._replace(rotated_names=True), "-2700000"),
        ("line", PLAIN._replace(category_step=2), None),
        ("bar", PLAIN, "1"),
        ("bar", PLAIN._replace(names_size=110), "0"),
    ],
    ids=[
        "level",
        "by 45 degrees",
        "as the program likes",
        "so little that none is broken",
        "close",
    ],
)
def test_names_of_categories_are_turned_only_as_they_were_measured(
    kind: ChartKind, plot: Plot, turned: str | None
) -> None:
    assert found(drawn(placed(kind, plot=plot)), "catAx/txPr/bodyPr", "rot") == [turned]


def test_names_below_a_plot_may_be_smaller_than_its_other_text() -> None:
    root = drawn(placed("column", plot=WITH_AXIS._replace(names_size=14)))
    sizes = [found(root, f"{axis}/txPr/p/pPr/defRPr", "sz") for axis in ("catAx", "valAx")]
    assert sizes == [["1400"], [str(WITH_AXIS.size * 100)]]


def test_lines_over_columns_have_axes_of_their_own_that_cross_each_other() -> None:
    """The second axis of categories is there for the other to cross, and is not shown."""
    plot = WITH_AXIS._replace(second_axis=True, major_unit=5)
    root = drawn(placed("combined", BUS, TRAIN, RIDE, plot=plot))
    ids = {kind: found(root, f"{kind}/axId") for kind in ("barChart", "lineChart")}
    names, numbers = found(root, "catAx/axId"), found(root, "valAx/axId")
    assert [list(pair) for pair in zip(names, numbers, strict=True)] == [*ids.values()]
    assert len({*names, *numbers}) == 4
    assert (found(root, "catAx/crossAx"), found(root, "valAx/crossAx")) == (numbers, names)
    assert found(root, "catAx/delete") == ["0", "1"]
    assert found(root, "valAx/delete") == ["0", "0"]
    assert found(root, "valAx/axPos") == ["l", "r"]
    assert found(root, "valAx/crosses") == ["autoZero", "max"]
    assert found(root, "valAx/majorUnit") == ["5"]
    assert len(found(root, "majorGridlines")) == 1


def test_a_scatter_chart_has_two_axes_of_values_and_a_name_below_that_of_x() -> None:
    plot = WITH_AXIS._replace(
        x_title=RelativeBox(0.5, 0.9, 0.2, 0.1), label_sides=("r",) * 3, major_unit=2, y_unit=10
    )
    root = drawn(placed("scatter", BUS, TRAIN, plot=plot))
    assert found(root, "valAx/axPos") == ["b", "l"]
    assert found(root, "scatterChart/axId") == found(root, "valAx/axId")
    assert found(root, "valAx/crossAx") == found(root, "valAx/axId")[::-1]
    assert found(root, "valAx/majorUnit") == ["2", "10"]
    assert found(root, "valAx/crossBetween") == ["midCat", "midCat"]
    first, second = root.iter("{*}valAx")
    assert [text.text for text in first.iterfind("{*}title//{*}t")] == ["Bus"]
    assert found(first, "title/layout/manualLayout/x") == ["0.50000"]
    assert found(first, "title/layout/manualLayout/y") == ["0.90000"]
    assert second.find("{*}title") is None
    assert found(first, "majorGridlines") == []


@pytest.mark.parametrize(
    ("numbers", "percent", "from_zero", "step", "expected"),
    [
        ((10, 20), False, True, 0, NumberFormat(0)),
        ((10, 20), False, True, 0.5, NumberFormat(1)),
        # 0.05 is 5 %, a whole number; 0.005 is 0.5 %.
        ((0.1, 0.2), True, True, 0.05, NumberFormat(0, percent=True)),
        ((0.1, 0.2), True, True, 0.005, NumberFormat(1, percent=True)),
        ((0.1, 0.9), True, True, 0, NumberFormat(0, percent=True)),
        # From zero to 102 a step is 20, from 101 to 102 it is less than 1.
        ((101, 102), False, True, 0, NumberFormat(0)),
        ((101, 102), False, False, 0, NumberFormat(1)),
    ],
)
def test_the_numbers_of_an_axis_have_the_decimals_of_its_steps(
    numbers: tuple[float, ...],
    *,
    percent: bool,
    from_zero: bool,
    step: float,
    expected: NumberFormat,
) -> None:
    series = Series("A", numbers, number_format=NumberFormat(percent=percent))
    chart = placed("line", series, categories=("a", "b"))
    assert axis_number_format(chart, [series], from_zero=from_zero, step=step) == expected


def test_names_of_bars_are_read_as_text_and_numbers_of_an_axis_stand_back() -> None:
    colors = on_white()
    bars, columns = (drawn(placed(kind, plot=WITH_AXIS)) for kind in ("bar", "column"))
    quiet = str(colors.quiet.mod * 1000)
    path = "txPr/p/pPr/defRPr/solidFill/schemeClr/lumMod"
    assert found(bars, f"catAx/{path}") == []
    assert found(columns, f"catAx/{path}") == found(bars, f"valAx/{path}") == [quiet]
