"""What stands at the points of a chart: which numbers and names, and where."""

from typing import Any

import pytest

from deckgen.deck.chart_kind import ChartKind
from deckgen.deck.graphics import Chart, Series
from deckgen.deck.plot import LabelOffset, Plot
from tests.ooxml.charts.drawn_charts import BUS, RIDE, TRAIN, drawn, found, placed

NUMBERS = Plot(18, 12, labels=True)
NAMES = Plot(
    18,
    12,
    series_naming="direct",
    named_points=(2, 1),
    label_offsets=(LabelOffset(0.25, -0.125), LabelOffset(0, 0)),
)
RING = Plot(18, 12, labels=True, label_offsets=(LabelOffset(0.25, 0), *[LabelOffset(0, 0)] * 2))


def shown(labels: Any) -> list[str]:
    """Return what a label or the labels of a series show."""
    tags = [one.tag.partition("}show")[2] for one in labels if one.get("val") == "1"]
    return [tag for tag in tags if tag]


@pytest.mark.parametrize(
    ("kind", "place"),
    [("column", "outEnd"), ("bar", "outEnd"), ("line", "t"), ("stacked", "ctr"), ("pie", "outEnd")],
)
def test_numbers_stand_where_the_kind_has_room_for_them(kind: ChartKind, place: str) -> None:
    root = drawn(placed(kind, plot=NUMBERS))
    assert found(root, "ser/dLbls/dLblPos") == [place]


@pytest.mark.parametrize(
    ("kind", "colors"),
    [("column", ["dk1", "dk1", "dk1"]), ("stacked", ["lt1", "dk1", "lt1"])],
)
def test_numbers_have_a_colour_that_is_read_where_they_stand(
    kind: ChartKind, colors: list[str]
) -> None:
    """Above columns it is that of text; the second of three segments is light."""
    root = drawn(placed(kind, BUS, TRAIN, Series("Tram", (1, 1, 1)), plot=NUMBERS))
    assert found(root, "dLbls/txPr/p/pPr/defRPr/solidFill/schemeClr") == colors


@pytest.mark.parametrize("kind", ["area", "donut"])
def test_labels_of_areas_and_rings_have_the_only_place_that_there_is(kind: ChartKind) -> None:
    assert found(drawn(placed(kind, plot=NUMBERS)), "dLblPos") == []


def test_numbers_of_columns_are_clear_of_a_line_that_crosses_them() -> None:
    """Those of the line are bold, on a fill."""
    columns, line = drawn(placed("combined", BUS, RIDE, plot=NUMBERS)).iter("{*}dLbls")
    assert (found(columns, "dLblPos"), found(line, "dLblPos")) == (["inBase"], ["t"])
    assert (found(columns, "defRPr", "b"), found(line, "defRPr", "b")) == (["0"], ["1"])
    assert columns.find("{*}spPr/{*}noFill") is not None
    assert line.find("{*}spPr/{*}solidFill") is not None


@pytest.mark.parametrize(
    ("chart", "says"),
    [
        (placed("column", plot=NUMBERS), ["Val"]),
        (placed("column"), None),
        (placed("pie", plot=NUMBERS), ["Val", "CatName"]),
        (placed("donut", plot=NUMBERS), ["Val", "CatName"]),
        (placed("pie", plot=NUMBERS._replace(series_naming="legend")), ["Val"]),
        (placed("pie"), []),
    ],
    ids=["column", "no labels", "pie", "ring", "pie with a legend", "pie without labels"],
)
def test_labels_show(chart: Chart, says: list[str] | None) -> None:
    labels = drawn(chart).find(".//{*}ser/{*}dLbls")
    assert (None if labels is None else shown(labels)) == says


@pytest.mark.parametrize(
    ("kind", "labels", "says", "place"),
    [
        ("line", False, ["SerName"], "r"),
        ("stacked", False, ["SerName"], "ctr"),
        ("stacked", True, ["Val", "SerName"], "ctr"),
    ],
)
def test_the_name_of_a_series_stands_at_one_of_its_points(
    kind: ChartKind, *, labels: bool, says: list[str], place: str
) -> None:
    root = drawn(placed(kind, BUS, TRAIN, plot=NAMES._replace(labels=labels)))
    bus, train = (labels.find("{*}dLbl") for labels in root.iter("{*}dLbls"))
    assert (found(bus, "idx"), found(train, "idx")) == (["2"], ["1"])
    assert shown(bus) == shown(train) == says
    assert found(bus, "dLblPos") == [place]
    assert found(bus, "manualLayout/x") == ["0.25000"]
    assert found(bus, "manualLayout/y") == ["-0.12500"]
    assert found(root, "showLeaderLines") == ["0", "0"]
    assert found(bus, "defRPr", "b") == ["1"]


def test_the_name_of_a_series_that_stands_back_is_not_bold() -> None:
    root = drawn(placed("line", BUS, TRAIN, plot=NAMES, highlight=("Bahn",)))
    assert found(root, "dLbl/txPr/p/pPr/defRPr", "b") == ["0", "1"]


@pytest.mark.parametrize(
    ("values", "bold"),
    [((1, 2, 4), ["0", "1", "0"]), ((None, 2, 4), ["1", "0"]), ((1, None, 4), ["0", "0"])],
    ids=["all", "a gap before", "the highlighted one is a gap"],
)
def test_the_number_of_what_is_highlighted_is_bold(
    values: tuple[float | None, ...], bold: list[str]
) -> None:
    root = drawn(placed("column", Series("Bus", values), plot=NUMBERS, highlight=("Jena",)))
    assert found(root, "dLbl/txPr/p/pPr/defRPr", "b") == bold
    assert set(found(root, "dLbl/dLblPos")) == {"outEnd"}


def test_the_label_of_a_highlighted_slice_is_bold() -> None:
    root = drawn(placed("pie", plot=NUMBERS, highlight=("Jena",)))
    assert found(root, "dLbl/idx") == ["1"]
    assert found(root, "dLbl/txPr/p/pPr/defRPr", "b") == ["1"]
    assert found(root, "dLbl/dLblPos") == ["outEnd"]


def test_names_of_slices_stand_beside_a_ring() -> None:
    root = drawn(placed("donut", plot=RING))
    assert found(root, "dLbl/idx") == ["0", "1", "2"]
    assert found(root, "dLbl/layout/manualLayout/x") == ["0.25000", "0.00000", "0.00000"]
    assert found(root, "dLbls/showLeaderLines") == ["0"]


def test_no_program_breaks_the_words_at_a_slice() -> None:
    root = drawn(placed("pie", plot=NUMBERS, highlight=("Jena",)))
    assert found(root, "dLbls/txPr/bodyPr", "wrap") == ["none"]
    assert found(root, "dLbl/txPr/bodyPr", "wrap") == ["none"]


@pytest.mark.parametrize(("stacked", "between"), [(True, "\n"), (False, "\u00a0\u00a0")])
def test_a_number_stands_below_a_name_or_behind_it(*, stacked: bool, between: str) -> None:
    root = drawn(placed("pie", plot=RING._replace(stacked_labels=stacked)))
    assert [one.text for one in root.iter("{*}separator")] == [between] * 4


def test_numbers_of_low_points_stand_below_a_line() -> None:
    root = drawn(placed("line", plot=NUMBERS._replace(low_points=frozenset({1}))))
    assert (found(root, "dLbl/idx"), found(root, "dLbl/dLblPos")) == (["1"], ["b"])


def test_a_segment_without_room_has_no_number() -> None:
    """Point 2 of series 1, and no other."""
    root = drawn(placed("stacked", BUS, TRAIN, plot=NUMBERS._replace(bare=frozenset({(1, 2)}))))
    bus, train = root.iter("{*}ser")
    assert found(bus, "dLbl/idx") == []
    assert (found(train, "dLbl/idx"), found(train, "dLbl/delete")) == (["2"], ["1"])
