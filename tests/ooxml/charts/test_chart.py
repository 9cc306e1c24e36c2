"""Charts as independent readers see them."""

import io
import zipfile
from collections.abc import Mapping
from typing import Any

import openpyxl
import pptx
import pytest
from lxml import etree
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.chart import XL_CHART_TYPE as TYPES

from deckgen.audit.audit import audit_deck
from deckgen.files.workspace import WorkspaceError
from deckgen.pipeline.compile import compile_talk, deck_bytes
from deckgen.support.diagnostics import Diagnostics
from tests.building import BRANDS, ROOT, BrandName, built

HEAD = "title: T\nlang: de-DE\nslides:\n"
TABLE = """
        Jahr; Bus; Bahn
        2021; 1,5; 10
        2022; –; 20
        2023; -3; 30
"""
KINDS = {
    "column": TYPES.COLUMN_CLUSTERED,
    "bar": TYPES.BAR_CLUSTERED,
    "stacked": TYPES.COLUMN_STACKED,
    "stacked-bar": TYPES.BAR_STACKED,
    "line": TYPES.LINE_MARKERS,
    "area": TYPES.AREA_STACKED,
    "combined": TYPES.COLUMN_CLUSTERED,
    "scatter": TYPES.XY_SCATTER,
}
ROUND = {"pie": TYPES.PIE, "donut": TYPES.DOUGHNUT}


class Folder:
    """A folder whose files are a dictionary."""

    def __init__(self, files: Mapping[str, str]) -> None:
        self.files = files

    def read(self, name: str) -> bytes:
        """Return the file, or raise as the disk does."""
        if name not in self.files:
            raise WorkspaceError("missing-file", f"There is no file {name}.", "")
        return self.files[name].encode()


def deck(keys: str, tone: str = "light", **files: str) -> bytes:
    entry = f"  - title: Wege\n    tone: {tone}\n    chart:\n"
    entry += "".join(f"      {line}\n" for line in keys.splitlines())
    named = {f"{name}.csv": text for name, text in files.items()}
    diagnostics = Diagnostics()
    folder = Folder({"slides.yaml": HEAD + entry} | named)
    compiled = compile_talk("slides.yaml", folder, None, diagnostics)
    assert compiled is not None
    assert not diagnostics.has_errors, list(diagnostics)
    data = deck_bytes(compiled, None)
    audit_deck(data, diagnostics)
    assert not diagnostics.has_errors, list(diagnostics)
    return data


def chart(data: bytes) -> Any:
    (slide,) = pptx.Presentation(io.BytesIO(data)).slides
    (frame,) = (shape for shape in slide.shapes if shape.has_chart)
    assert frame.is_placeholder
    return frame.chart


@pytest.mark.parametrize("kind", KINDS)
def test_python_pptx_reads_type_categories_and_series(kind: str) -> None:
    """An area has no gaps; the table has one."""
    made = chart(deck(f"kind: {kind}\ndata: |\n{TABLE}"))
    assert made.chart_type is (TYPES.COLUMN_STACKED if kind == "area" else KINDS[kind])
    series = [one for plot in made.plots for one in plot.series]
    values = {one.name: tuple(one.values) for one in series}
    if kind == "scatter":  # the first column is x
        assert values == {"Bus": (1.5, None, -3), "Bahn": (10, 20, 30)}
        return
    assert values == {"Bus": (1.5, None, -3), "Bahn": (10, 20, 30)}
    assert list(made.plots[0].categories) == ["2021", "2022", "2023"]


@pytest.mark.parametrize(
    ("numbers", "drawn"),
    [("1; 2", TYPES.AREA_STACKED), ("1; –", TYPES.COLUMN_STACKED)],
)
def test_an_area_with_a_gap_is_drawn_as_what_leaves_it(numbers: str, drawn: XL_CHART_TYPE) -> None:
    keys = f"kind: area\ndata: |\n    Jahr; Bus; Bahn\n    2021; 3; 4\n    2022; {numbers}"
    assert chart(deck(keys)).chart_type is drawn


@pytest.mark.parametrize(
    ("keys", "codes"),
    [
        # A step of 0.5: "1, 1, 2, 2" says none of them.
        ("kind: area\ndata: {2021: 1, 2022: 2}", {"val": "0.0"}),
        ("kind: area\ndata: {2021: 1, 2022: 3}", {"val": "#,##0"}),
        ("kind: area\ndata: {2021: 10, 2022: 30}", {"val": "#,##0"}),
        ("kind: line\nlabels: no\ndata: {2021: 101, 2022: 102}", {"val": "0.0"}),
        ("kind: line\nlabels: no\ndata: {2021: 2 %, 2022: 3 %}", {"val": "0.0"}),
    ],
)
def test_the_steps_of_an_axis_have_the_decimals_that_they_need(
    keys: str, codes: dict[str, str]
) -> None:
    (axis,) = chart(deck(keys))._chartSpace.iter("{*}valAx")
    assert codes["val"] in axis.find("{*}numFmt").get("formatCode")


def test_the_numbers_of_a_scatter_chart_stand_at_its_edges() -> None:
    """Where values are below zero, the axes cross within the plot."""
    keys = "kind: scatter\ndata: |\n    x; y\n    -31; -42\n    93; 61"
    axes = list(chart(deck(keys))._chartSpace.iter("{*}valAx"))
    assert [one.find("{*}tickLblPos").get("val") for one in axes] == ["low", "low"]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("{A: 61, B: '30,5', C: '5,5', D: 2, E: 1}", ["A  61,0", "B  30,5", "C  5,5"]),
        ("{A: 91 %, B: 5 %, C: 2 %, D: 2 %}", ["A  91 %", "B  5 %", "C  2 %"]),
    ],
)
def test_small_slices_have_their_numbers_in_the_legend(data: str, says: list[str]) -> None:
    """Where Excel works out what the legend says, it goes with the numbers when they are edited."""
    made = chart(deck(f"kind: pie\ndata: {data}"))
    assert [one.replace("\u00a0", " ") for one in list(made.plots[0].categories)[:3]] == says
    assert not list(made._chartSpace.iter("{*}dLblPos"))
    blob = made.part.chart_workbook.xlsx_part.blob
    books = (openpyxl.load_workbook(io.BytesIO(blob), data_only=only) for only in (True, False))
    cached, formulas = ([cell.value for cell in book["Sheet1"]["C"]] for book in books)
    assert cached == [None, *made.plots[0].categories]
    assert all(one.startswith("=") and "FIXED(B2" in formulas[1] for one in formulas[1:])


@pytest.mark.parametrize("tone", ["light", "dark"])
def test_every_slice_has_a_colour_of_its_own(tone: str) -> None:
    series = chart(
        deck("kind: donut\ndata: {a: 9, b: 8, c: 7, d: 6, e: 5, f: 4, g: 3, h: 2}", tone)
    )
    fills = [
        etree.tostring(point.find("{*}spPr/{*}solidFill"))
        for point in series._chartSpace.iter("{*}dPt")
    ]
    assert len(set(fills)) == 8


@pytest.mark.parametrize("kind", ROUND)
def test_pies_and_rings(kind: str) -> None:
    made = chart(deck(f"kind: {kind}\ndata: {{Gas: 25 %, Öl: 75 %}}"))
    assert made.chart_type is ROUND[kind]
    assert tuple(made.plots[0].series[0].values) == (0.25, 0.75)


def test_the_words_of_the_worksheet_are_shared_strings() -> None:
    """Programs that draw labels from the workbook find them nowhere else."""
    made = chart(deck("kind: bar\ndata: {Gas & Co: 1, Öl: 2, Wind: 3}"))
    with zipfile.ZipFile(io.BytesIO(made.part.chart_workbook.xlsx_part.blob)) as book:
        sheet = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
        strings = etree.fromstring(book.read("xl/sharedStrings.xml"))
    words = [item.findtext("{*}t") for item in strings]
    cells = [cell for cell in sheet.iter("{*}c") if cell.get("t")]
    assert {cell.get("t") for cell in cells} == {"s"}
    assert [words[int(cell.findtext("{*}v") or "")] for cell in cells][-3:] == list(
        made.plots[0].categories
    )


@pytest.mark.parametrize("kind", KINDS)
def test_the_worksheet_holds_what_the_chart_shows(kind: str) -> None:
    made = chart(deck(f"kind: {kind}\ndata: |\n{TABLE}"))
    book = openpyxl.load_workbook(io.BytesIO(made.part.chart_workbook.xlsx_part.blob))
    for formula in made._chartSpace.iter("{*}f"):
        cells = book["Sheet1"][formula.text.partition("!")[2].replace("$", "")]
        rows = cells if isinstance(cells, tuple) else ((cells,),)
        there = [row[0].value for row in rows]
        cache = formula.getnext()
        points = {int(pt.get("idx")): pt[0].text for pt in cache.iter("{*}pt")}
        shown = [points.get(at) for at in range(len(there))]
        if cache.tag.endswith("numCache"):
            assert [None if text is None else float(text) for text in shown] == there
        else:
            assert shown == [None if value is None else str(value) for value in there]


def test_the_worksheet_is_laid_out_as_powerpoint_expects() -> None:
    made = chart(deck(f"data: |\n{TABLE}"))
    sheet = openpyxl.load_workbook(io.BytesIO(made.part.chart_workbook.xlsx_part.blob)).worksheets[
        0
    ]
    assert [[cell.value for cell in row] for row in sheet.rows] == [
        ["Jahr", "Bus", "Bahn"],
        ["2021", 1.5, 10],
        ["2022", None, 20],
        ["2023", -3, 30],
    ]
    assert sheet["B2"].number_format == "[$-407]#,##0.0"


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ("data: {a: 1.234}", "[$-407]#,##0"),
        ("data: {a: '1,25'}", "[$-407]#,##0.00"),
        ("data: {a: 12 %}", '[$-407]0"\u00a0"%'),
    ],
)
def test_numbers_are_shown_in_the_language_of_the_slide(keys: str, code: str) -> None:
    made = chart(deck(keys))
    found = {
        *(one.text for one in made._chartSpace.iter("{*}formatCode")),
        *(one.get("formatCode") for one in made._chartSpace.iterfind(".//{*}dLbls/{*}numFmt")),
    }
    assert found == {code}


def test_a_file_beside_the_outline_gives_the_numbers() -> None:
    made = chart(deck("data: wege.csv", wege="Jahr;Bus\n2021;1,5\n"))
    assert tuple(made.plots[0].series[0].values) == (1.5,)


@pytest.mark.parametrize(
    ("keys", "colors"),
    [
        ("highlight: b\ndata: {a: 1, b: 2, c: 3}", ["dk1", None, "dk1"]),
        ("data: {a: 1, b: 2, c: 3}", [None, None, None]),
    ],
)
def test_what_is_not_highlighted_stands_back(keys: str, colors: list[str | None]) -> None:
    series = chart(deck(keys))._chartSpace.find(".//{*}ser")
    points = {
        point.find("{*}idx").get("val"): point.find(".//{*}schemeClr").get("val")
        for point in series.iterchildren("{*}dPt")
    }
    assert [points.get(str(at)) for at in range(3)] == colors


@pytest.mark.parametrize("tone", ["light", "dark"])
def test_lines_differ_in_dashes_and_marks_not_only_in_colour(tone: str) -> None:
    made = chart(deck(f"kind: line\ndata: |\n{TABLE}", tone))
    series = list(made._chartSpace.iter("{*}ser"))
    for tag in ("prstDash", "symbol"):
        assert len({one.find(f".//{{*}}{tag}").get("val") for one in series}) == len(series)


def test_the_source_stands_in_the_chart() -> None:
    data = deck("source: Stadt Gera\ndata: {a: 1}")
    (name,) = (one for one in zipfile.ZipFile(io.BytesIO(data)).namelist() if "drawings/" in one)
    assert "Quelle: Stadt Gera" in zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


def test_the_same_chart_is_the_same_bytes() -> None:
    keys = f"kind: combined\nsource: x\ndata: |\n{TABLE}"
    assert deck(keys) == deck(keys)


@pytest.mark.parametrize("brand", BRANDS)
def test_nothing_in_a_chart_has_a_colour_or_a_font_of_its_own(brand: BrandName) -> None:
    archive = zipfile.ZipFile(io.BytesIO(built(ROOT / "examples" / "chart.yaml", brand)))
    for name in archive.namelist():
        if name.startswith(("ppt/charts/chart", "ppt/drawings/")):
            text = archive.read(name).decode()
            assert "srgbClr" not in text
            assert text.count("typeface=") == text.count('typeface="+mn-')


STACK = "data: |\n    Jahr; Bus; Bahn\n    2021; 1,5; 10\n    2022; 3; 25\n"


@pytest.mark.parametrize("kind", ["stacked", "stacked-bar"])
def test_totals_of_stacks_are_formulas_of_the_worksheet(kind: str) -> None:
    made = chart(deck(f"kind: {kind}\n{STACK}"))
    blob = made.part.chart_workbook.xlsx_part.blob
    books = (openpyxl.load_workbook(io.BytesIO(blob), data_only=only) for only in (True, False))
    results, formulas = ([cell.value for cell in book["Sheet1"]["D"]] for book in books)
    assert results == ["Summe", 11.5, 28]
    assert formulas == ["Summe", "=SUM(B2:C2)", "=SUM(B3:C3)"]
    series = list(made._chartSpace.iter("{*}ser"))[-1]
    assert [each.text for each in series.find("{*}tx").iter("{*}v")] == ["Summe"]
    assert series.find("{*}spPr/{*}ln/{*}noFill") is not None


def test_totals_of_bars_are_shown_from_their_cells() -> None:
    """As “Value From Cells” writes it; programs that do not know it show the written text."""
    space = chart(deck(f"kind: stacked-bar\n{STACK}"))._chartSpace
    series = list(space.iter("{*}ser"))[-1]
    assert [field.get("type") for field in series.iter("{*}fld")] == ["CELLRANGE"] * 2
    assert [text.text for text in series.iter("{*}t")] == ["11,5", "28,0"]
    (where,) = (
        each for each in series.iter("{*}f") if each.tag.startswith("{http://schemas.micro")
    )
    assert where.text == "Sheet1!$D$2:$D$3"
    assert [each.text for each in series.find("{*}val").iter("{*}v")] == ["0", "0"]


@pytest.mark.parametrize(
    ("keys", "labels"),
    [
        (f"kind: stacked\n{STACK}", [["SerName", "Val"], ["SerName", "Val"]]),
        (f"kind: stacked-bar\n{STACK}", [["SerName", "Val"], ["SerName", "Val"]]),
        (f"kind: line\n{STACK}", [["SerName"], ["SerName"]]),
        ("kind: donut\ndata: {Gas: 25, Öl: 75}", [["Val", "CatName"], ["Val", "CatName"]]),
    ],
)
def test_what_is_shown_is_named_beside_it_without_a_legend(
    keys: str, labels: list[list[str]]
) -> None:
    space = chart(deck(keys))._chartSpace
    moved = [label for label in space.iter("{*}dLbl") if label.find("{*}layout") is not None]
    shown = [
        [
            one.tag.partition("}show")[2]
            for one in label
            if "}show" in one.tag and one.get("val") == "1"
        ]
        for label in moved
    ]
    assert sorted(map(sorted, shown)) == sorted(map(sorted, labels))
    assert space.find(".//{*}legend") is None


@pytest.mark.parametrize("tone", ["light", "dark"])
def test_lines_across_a_plot_are_clear_of_its_numbers(tone: str) -> None:
    space = chart(deck(f"kind: area\n{STACK}", tone))._chartSpace
    assert space.find(".//{*}valAx/{*}numFmt").get("formatCode").endswith('" "')
    assert not list(space.find(".//{*}majorGridlines").iter("{*}alpha"))
