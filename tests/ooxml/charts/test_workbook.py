"""The worksheet of a chart, as openpyxl reads it."""

import io
import zipfile

import openpyxl
import pytest
from lxml import etree

from tests.ooxml.charts.chart_decks import KINDS, STACK, TABLE, chart, deck
from tests.sampled import sampled


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


@pytest.mark.parametrize("kind", sampled([*KINDS]))
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
    assert sheet["B2"].number_format == '[$-407]#,##0.0;[$-407]"−"#,##0.0'


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
