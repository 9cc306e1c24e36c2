"""One series of a chart: its cells, its shapes, and its mark."""

import pytest

from deckgen.deck.chart_kind import ChartKind
from deckgen.deck.graphics import Chart, Series
from deckgen.deck.layout import EMU_PER_POINT
from deckgen.deck.plot import LabelOffset, Plot
from deckgen.language.number_formats import NumberFormat
from deckgen.ooxml.charts.series import legend_cells
from tests.ooxml.charts.drawn_charts import BUS, TRAIN, drawn, found, placed

LONG = tuple(range(13))
SCATTER = Plot(18, 12, label_sides=("r", "l", "t"))


def long_line(*values: float | None) -> Chart:
    """Return a line of many points."""
    return placed("line", Series("Bus", values), categories=tuple(map(str, range(len(values)))))


def cells(chart: Chart, tag: str) -> list[str]:
    """Return the references to cells at an element of the series."""
    return [one.text for one in drawn(chart).iterfind(f".//{{*}}{tag}//{{*}}f")]


@pytest.mark.parametrize(
    ("kind", "tag", "expected"),
    [
        ("column", "tx", ["Sheet1!$B$1", "Sheet1!$C$1"]),
        ("column", "cat", ["Sheet1!$A$2:$A$4"] * 2),
        ("line", "val", ["Sheet1!$B$2:$B$4", "Sheet1!$C$2:$C$4"]),
        ("scatter", "tx", ["Sheet1!$C$1"]),
        ("scatter", "xVal", ["Sheet1!$B$2:$B$4"]),
        ("scatter", "yVal", ["Sheet1!$C$2:$C$4"]),
    ],
)
def test_a_series_is_in_these_cells(kind: ChartKind, tag: str, expected: list[str]) -> None:
    assert cells(placed(kind, BUS, TRAIN, plot=SCATTER), tag) == expected


def test_a_series_without_a_name_refers_to_none() -> None:
    assert cells(placed("column", Series("", (1, 2, 3))), "tx") == []


@pytest.mark.parametrize(
    ("names", "points", "dash"),
    [((), 2.5, "sysDash"), (("Bahn",), 2.5, "sysDash"), (("Bus",), 4, "solid")],
)
def test_a_highlighted_line_is_thick_and_solid(
    names: tuple[str, ...], points: float, dash: str
) -> None:
    """The second line, which has dashes otherwise."""
    _, line = drawn(placed("line", TRAIN, BUS, highlight=names)).iterfind(".//{*}ser/{*}spPr/{*}ln")
    assert int(line.get("w")) == points * EMU_PER_POINT
    assert found(line, "prstDash") == [dash]


def test_lines_differ_in_dashes_and_marks_not_only_in_colour() -> None:
    """The first is plain, also where columns come before it."""
    lines = [Series(name, (1, 2, 3), as_line=True) for name in "abcd"]
    for root in (drawn(placed("line", *lines)), drawn(placed("combined", BUS, TRAIN, *lines))):
        dashes = found(root, "ser/spPr/ln/prstDash")
        marks = found(root, "ser/marker/symbol")
        assert (dashes[0], marks[0]) == ("solid", "circle")
        assert len(set(dashes)) == len(set(marks)) == 4


def test_lines_without_a_name_stand_back_together() -> None:
    """A point between two gaps keeps its mark, as no line shows it."""
    lines = [Series("a", (1, 2, 3)), Series("b", (4, 5, 6)), Series("c", (None, 2, None))]
    offsets = (LabelOffset(0, 0),) * 3
    plot = Plot(
        18, 12, series_naming="direct", named_points=(-1, 2, -1), label_offsets=offsets, axis=True
    )
    root = drawn(placed("line", *lines, plot=plot, highlight=("b",)))
    assert found(root, "ser/spPr/ln/prstDash") == ["solid"] * 3
    assert found(root, "ser/marker/symbol") == ["none", "square", "diamond"]
    assert found(root, "ser/dLbls/dLbl/showSerName") == ["1"]


@pytest.mark.parametrize(
    ("kind", "said"), [("column", ["0"]), ("bar", ["0"]), ("line", []), ("area", [])]
)
def test_bars_below_zero_keep_their_colour(kind: ChartKind, said: list[str]) -> None:
    assert found(drawn(placed(kind)), "ser/invertIfNegative") == said


@pytest.mark.parametrize(
    ("values", "is_marked"),
    [(LONG[:12], True), (LONG, False), ((*LONG, None, 5), True)],
    ids=["twelve points", "thirteen points", "a gap, which may leave a single point"],
)
def test_a_long_line_has_no_marks(values: tuple[float | None, ...], *, is_marked: bool) -> None:
    assert (found(drawn(long_line(*values)), "marker/symbol") != ["none"]) is is_marked


@pytest.mark.parametrize(
    ("kind", "series", "edged"),
    [
        ("stacked", (BUS, TRAIN), True),
        ("stacked-bar", (BUS, TRAIN), True),
        ("area", (BUS, TRAIN), True),
        ("area", (BUS,), False),
        ("column", (BUS, TRAIN), False),
        ("pie", (BUS,), True),
    ],
)
def test_what_touches_is_parted_by_a_line(
    kind: ChartKind, series: tuple[Series, ...], *, edged: bool
) -> None:
    path = ".//{*}dPt/{*}spPr/{*}ln" if kind == "pie" else ".//{*}ser/{*}spPr/{*}ln"
    line = drawn(placed(kind, *series)).find(path)
    assert (line.find("{*}solidFill") is not None) is edged


def test_points_are_named_at_their_sides() -> None:
    """One without a name, or without a number, has no label."""
    names = ("Gera", "", "Suhl")
    there = drawn(placed("scatter", BUS, TRAIN, plot=SCATTER, categories=names))
    assert (found(there, "dLbl/idx"), found(there, "dLbl/dLblPos")) == (["0", "2"], ["r", "t"])
    assert [text.text for text in there.iter("{*}t")] == ["Gera", "Suhl"]
    gap = placed("scatter", BUS, Series("Bahn", (None, 1, 2)), plot=SCATTER, categories=names)
    assert found(drawn(gap), "dLbl/idx") == ["2"]


def test_a_highlighted_point_has_its_name_in_bold_and_the_others_stand_back() -> None:
    there = drawn(placed("scatter", BUS, TRAIN, plot=SCATTER, highlight=("Jena",)))
    assert found(there, "dLbl/tx/rich/p/r/rPr", "b") == ["0", "1", "0"]
    assert found(there, "dPt/idx") == ["0", "2"]


def test_points_that_stand_back_are_smaller_so_that_every_program_mutes_them() -> None:
    there = drawn(placed("scatter", BUS, TRAIN, plot=SCATTER, highlight=("Jena",)))
    assert found(there, "ser/marker/size") == ["15"]
    assert found(there, "dPt/marker/size") == ["14", "14"]


@pytest.mark.parametrize(
    ("number_format", "formula"),
    [
        (NumberFormat(1), 'IF(B2="",A2,A2&"\u00a0\u00a0"&FIXED(B2,1))'),
        (NumberFormat(0, percent=True), 'IF(B2="",A2,A2&"\u00a0\u00a0"&FIXED(B2*100,0)&"\u00a0%")'),
    ],
    ids=["numbers", "per cent"],
)
def test_the_legend_with_numbers_is_a_formula_of_the_worksheet(
    number_format: NumberFormat, formula: str
) -> None:
    """Its column comes behind those of the numbers."""
    counted = Plot(18, 12, series_naming="counted")
    series = Series("Anteil", (0.5, 0.3, 0.2), number_format=number_format)
    chart = placed("pie", series, plot=counted)
    assert legend_cells(chart)[0].formula == formula
    assert cells(chart, "cat") == ["Sheet1!$C$2:$C$4"]


@pytest.mark.parametrize(("points", "size"), [(3, "15"), (6, "15"), (7, "11")])
def test_many_points_have_smaller_marks(points: int, size: str) -> None:
    across, up = (Series(name, tuple(range(points))) for name in ("Bus", "Bahn"))
    names = tuple(f"Town {at}" for at in range(points))
    plot = SCATTER._replace(label_sides=("r",) * points)
    there = drawn(placed("scatter", across, up, plot=plot, categories=names))
    assert found(there, "ser/marker/size") == [size]
