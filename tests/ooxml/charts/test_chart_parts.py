"""What stands around the plot of a chart, and the parts that it is made of."""

import io

import openpyxl
import pytest
from lxml import etree

from deckgen.deck.graphics import Chart
from deckgen.deck.plot import Plot, RelativeBox
from deckgen.ooxml.charts.chart import chart_parts
from tests.ooxml.charts.drawn_charts import BUS, TRAIN, drawn, found, on_white, placed

RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
LEGEND = Plot(18, 12, series_naming="legend", legend=RelativeBox(0, 0, 1, 0.125))
TOTALS = LEGEND._replace(labels=True, totals=True)
COUNTED = LEGEND._replace(series_naming="counted", labels=True)


@pytest.mark.parametrize(
    ("one", "path", "values"),
    [
        (placed("column", BUS, TRAIN), "legend", []),
        (placed("column", BUS, TRAIN, plot=LEGEND._replace(legend=None)), "legend", []),
        (placed("column", BUS, TRAIN, plot=LEGEND), "legend/legendPos", ["t"]),
        (placed("column", BUS, TRAIN, plot=LEGEND), "legend/layout/manualLayout/h", ["0.12500"]),
        (placed("pie", plot=LEGEND), "legend/legendPos", ["r"]),
        (placed("donut", plot=COUNTED), "legend/legendPos", ["r"]),
        # The sums have labels alone, so the legend does not name them.
        (placed("stacked", BUS, TRAIN, plot=LEGEND), "legend/legendEntry", []),
        (placed("stacked", BUS, TRAIN, plot=TOTALS), "legend/legendEntry/idx", ["2"]),
        (placed("stacked-bar", BUS, TRAIN, plot=TOTALS), "legend/legendEntry", []),
        # The place of a pie is that of its circle, that of other kinds includes the axes.
        (placed("pie"), "plotArea/layout/manualLayout/layoutTarget", ["inner"]),
        (placed("column"), "plotArea/layout/manualLayout/layoutTarget", []),
        # A gap is left, but an area cannot have one.
        (placed("line"), "dispBlanksAs", ["gap"]),
        (placed("area"), "dispBlanksAs", ["zero"]),
    ],
)
def test_around_the_plot(one: Chart, path: str, values: list[str]) -> None:
    assert found(drawn(one), path) == values


@pytest.mark.parametrize(
    ("plot", "texts"),
    [
        (Plot(18, 12), None),
        (Plot(18, 12, unit=RelativeBox(0.25, 0, 0.5, 0.125), unit_size=20), ["t €"]),
        (Plot(18, 12, source=RelativeBox(0.25, 0, 0.5, 0.125)), ["Quelle: Gera"]),
    ],
    ids=["neither", "unit", "source"],
)
def test_only_a_unit_or_a_source_makes_a_drawing(plot: Plot, texts: list[str] | None) -> None:
    """It stands at its place in shares of the chart, with the same place in EMU."""
    one = placed("column", plot=plot, unit="t €", source="Quelle: Gera")
    own, _, *drawings = chart_parts(one, "1", on_white())
    assert len(own.relationships) == 1 + len(drawings)
    assert [part.name for part in drawings] == (["/ppt/drawings/drawing1.xml"] if texts else [])
    assert found(etree.fromstring(own.data), "userShapes", RELATION) == ["rId2"] * len(drawings)
    for part in drawings:
        root = etree.fromstring(part.data)
        assert [text.text for text in root.iter("{*}t")] == texts
        corners = [one.text for end in ("from", "to") for one in root.iterfind(f".//{{*}}{end}/*")]
        assert corners == ["0.25000", "0.00000", "0.75000", "0.12500"]
        assert found(root, "xfrm/off", "x") == [str(200 * 12700)]
        assert found(root, "xfrm/ext", "cx") == [str(400 * 12700)]
        assert found(root, "xfrm/ext", "cy") == [str(50 * 12700)]


def test_the_sizes_of_unit_and_source_are_their_own() -> None:
    at = RelativeBox(0, 0, 1, 0.1)
    plot = Plot(18, 12, unit=at, unit_size=20, source=at)
    drawing = chart_parts(placed("column", plot=plot, unit="t", source="G"), "1", on_white())[2]
    root = etree.fromstring(drawing.data)
    assert found(root, "rPr", "sz") == ["2000", "1200"]
    assert found(root, "bodyPr", "anchor") == ["t", "b"]
    assert found(root, "cNvPr", "id") == ["2", "3"]


@pytest.mark.parametrize(
    "one", [placed("column")._replace(plot=None), placed("pie")._replace(box=None)]
)
def test_a_chart_without_a_place_is_not_written(one: Chart) -> None:
    with pytest.raises(ValueError, match="not placed"):
        chart_parts(one, "1", on_white())


def test_columns_of_the_worksheet_are_as_wide_as_the_names_that_they_hold() -> None:
    """Within bounds: 10 characters at least, 60 at most; two more than the name."""
    counted = Plot(18, 12, series_naming="counted")
    names = ("Gera", "Jena an der Saale", "S" * 70)
    one = placed("pie", BUS._replace(name="Reisende am Tag"), plot=counted, categories=names)
    book = openpyxl.load_workbook(io.BytesIO(chart_parts(one, "1", on_white())[1].data))
    widths = {name: column.width for name, column in book["Sheet1"].column_dimensions.items()}
    assert widths == {"A": 60, "B": 17, "C": 60}
    short = placed("pie", plot=counted)
    book = openpyxl.load_workbook(io.BytesIO(chart_parts(short, "1", on_white())[1].data))
    assert book["Sheet1"].column_dimensions["A"].width == 10
