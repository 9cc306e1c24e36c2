"""The plots of charts by kind, and the colours of their series."""

from typing import Any

import pytest

from deckgen.deck.chart_kind import ChartKind
from deckgen.deck.graphics import Chart, Series
from deckgen.deck.plot import LabelOffset, Plot, RelativeBox, SeriesNaming
from tests.ooxml.charts.drawn_charts import BUS, RIDE, SHARES, TRAIN, drawn, found, on_white, placed

BIKE = Series("Rad", (2, 2, 2))
TOTALS = Plot(18, 12, labels=True, totals=True)
RING = Plot(18, 12, hole_size=60)


@pytest.mark.parametrize(
    ("chart", "path", "values"),
    [
        (placed("column"), "barChart/barDir", ["col"]),
        (placed("bar"), "barChart/barDir", ["bar"]),
        (placed("stacked-bar"), "barChart/barDir", ["bar"]),
        (placed("column", BUS, TRAIN), "barChart/grouping", ["clustered"]),
        (placed("stacked", BUS, TRAIN), "barChart/grouping", ["stacked"]),
        (placed("stacked-bar", BUS, TRAIN), "barChart/grouping", ["stacked"]),
        (placed("stacked", *SHARES), "barChart/grouping", ["percentStacked"]),
        (placed("stacked-bar", *SHARES), "barChart/grouping", ["percentStacked"]),
        (placed("column", *SHARES), "barChart/grouping", ["clustered"]),
        # Columns of a group stand a little apart, those of a stack on each other.
        (placed("column"), "barChart/overlap", ["0"]),
        (placed("column", BUS, TRAIN), "barChart/overlap", ["-8"]),
        (placed("stacked", BUS, TRAIN), "barChart/overlap", ["100"]),
        (placed("column", plot=Plot(18, 12, gap_width=40)), "barChart/gapWidth", ["40"]),
        (placed("area"), "areaChart/grouping", ["standard"]),
        (placed("area", BUS, TRAIN), "areaChart/grouping", ["stacked"]),
        (placed("line", BUS, TRAIN), "lineChart/grouping", ["standard"]),
        (placed("donut", plot=RING), "doughnutChart/holeSize", ["60"]),
        # The first slice begins at the top; each has a colour of its own.
        (placed("donut", plot=RING), "doughnutChart/firstSliceAng", ["0"]),
        (placed("pie"), "pieChart/firstSliceAng", ["0"]),
        (placed("pie"), "pieChart/varyColors", ["1"]),
        (placed("combined", BUS, RIDE, TRAIN), "barChart/ser/idx", ["0", "2"]),
        (placed("combined", BUS, RIDE, TRAIN), "lineChart/ser/idx", ["1"]),
        # The sums: above columns a line, behind bars a series that has no length.
        (placed("stacked", BUS, TRAIN, plot=TOTALS), "lineChart/ser/idx", ["2"]),
        (placed("stacked", BUS, TRAIN, plot=TOTALS), "barChart/ser/idx", ["0", "1"]),
        (placed("stacked", BUS, TRAIN), "lineChart", []),
        (placed("stacked-bar", BUS, TRAIN, plot=TOTALS), "barChart/ser/idx", ["0", "1", "2"]),
    ],
)
def test_a_plot(chart: Chart, path: str, values: list[str]) -> None:
    assert found(drawn(chart), path) == values


@pytest.mark.parametrize(
    ("kind", "lang", "values", "names"),
    [
        ("bar", "ar", "maxMin", "r"),
        ("stacked-bar", "he", "maxMin", "r"),
        ("bar", "de-DE", "minMax", "l"),
        ("column", "ar", "minMax", "b"),
        ("line", "ar", "minMax", "b"),
    ],
)
def test_bars_begin_where_the_language_does_and_time_at_the_left(
    kind: ChartKind, lang: str, values: str, names: str
) -> None:
    root = drawn(placed(kind, lang=lang))
    assert found(root, "valAx/scaling/orientation") == [values]
    assert found(root, "catAx/axPos") == [names]


def fills(root: Any, path: str) -> list[str]:
    """Return the name of the colour of each element at a path, and its lumMod if it is changed."""
    return [
        " ".join([color.get("val"), *(change.get("val") for change in color.iter("{*}lumMod"))])
        for color in root.iterfind(f".//{path}//{{*}}schemeClr")
    ]


SERIES_FILL = "{*}ser/{*}spPr/{*}solidFill"


@pytest.mark.parametrize("kind", ["column", "area"])
def test_only_the_highlighted_series_has_the_first_colour(kind: ChartKind) -> None:
    colors = on_white()
    root = drawn(placed(kind, BUS, TRAIN, highlight=("Bahn",)))
    muted = f"{colors.muted.name} {colors.muted.mod * 1000}"
    assert fills(root, SERIES_FILL) == [muted, colors.lead.name]


@pytest.mark.parametrize(
    ("naming", "different"), [("legend", 3), ("direct", 2)], ids=["a legend", "names beside them"]
)
def test_a_legend_tells_series_apart_that_stand_back(naming: SeriesNaming, different: int) -> None:
    plot = Plot(18, 12, series_naming=naming, legend=RelativeBox(0, 0, 1, 0.1))
    plot = plot._replace(named_points=(0, 0, 0), label_offsets=(LabelOffset(0, 0),) * 3)
    root = drawn(placed("column", BUS, TRAIN, BIKE, plot=plot, highlight=("Bahn",)))
    assert len(set(fills(root, SERIES_FILL))) == different


def test_only_the_highlighted_slice_has_the_first_colour() -> None:
    colors = on_white()
    muted = f"{colors.muted.name} {colors.muted.mod * 1000}"
    root = drawn(placed("pie", highlight=("Jena",)))
    assert fills(root, "{*}dPt/{*}spPr/{*}solidFill") == [muted, colors.lead.name, muted]


def test_only_the_highlighted_column_has_the_first_colour_and_a_gap_none() -> None:
    chart = placed("column", Series("Bus", (1, 2, None)), highlight=("Jena",))
    assert found(drawn(chart), "dPt/idx") == ["0"]


def test_a_line_over_columns_has_the_colour_of_text_unless_it_is_highlighted() -> None:
    colors = on_white()
    plain, highlighted = (
        fills(drawn(placed("combined", BUS, RIDE, highlight=names)), "{*}ser/{*}spPr/{*}ln")
        for names in ((), ("Fahrt",))
    )
    assert (plain, highlighted) == ([colors.text.name], [colors.lead.name])
