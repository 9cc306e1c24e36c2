"""Charts as independent readers see them."""

import io
import zipfile

import openpyxl
import pytest
from lxml import etree
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.chart import XL_CHART_TYPE as TYPES

from tests.building import BRANDS, ROOT, BrandName, built
from tests.ooxml.charts.chart_decks import KINDS, ROUND, STACK, TABLE, chart, deck
from tests.sampled import sampled


@pytest.mark.parametrize("kind", sampled([*KINDS], every=7))
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
    sampled([("1; 2", TYPES.AREA_STACKED), ("1; –", TYPES.COLUMN_STACKED)], every=2),
)
def test_an_area_with_a_gap_is_drawn_as_what_leaves_it(numbers: str, drawn: XL_CHART_TYPE) -> None:
    keys = f"kind: area\ndata: |\n    Jahr; Bus; Bahn\n    2021; 3; 4\n    2022; {numbers}"
    assert chart(deck(keys)).chart_type is drawn


@pytest.mark.parametrize(
    ("keys", "codes"),
    sampled(
        [
            # A step of 0.5: "1, 1, 2, 2" says none of them.
            ("kind: area\ndata: {2021: 1, 2022: 2}", {"val": "0.0"}),
            ("kind: area\ndata: {2021: 1, 2022: 3}", {"val": "#,##0"}),
            ("kind: area\ndata: {2021: 10, 2022: 30}", {"val": "#,##0"}),
            ("kind: line\nlabels: no\ndata: {2021: 101, 2022: 102}", {"val": "0.0"}),
            ("kind: line\nlabels: no\ndata: {2021: 28 %, 2022: 29 %}", {"val": "0.0"}),
        ],
        every=4,
    ),
)
def test_the_steps_of_an_axis_have_the_decimals_that_they_need(
    keys: str, codes: dict[str, str]
) -> None:
    (axis,) = chart(deck(keys))._chartSpace.iter("{*}valAx")
    assert codes["val"] in axis.find("{*}numFmt").get("formatCode")


@pytest.mark.parametrize(
    ("data", "says"),
    sampled(
        [
            ("{A: 61, B: '30,5', C: '5,5', D: 2, E: 1}", ["A  61,0", "B  30,5", "C  5,5"]),
            ("{A: 91 %, B: 5 %, C: 2 %, D: 2 %}", ["A  91 %", "B  5 %", "C  2 %"]),
        ],
        every=2,
    ),
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


@pytest.mark.parametrize("tone", sampled(["light", "dark"], every=2))
def test_every_slice_has_a_colour_of_its_own(tone: str) -> None:
    series = chart(
        deck("kind: donut\ndata: {a: 9, b: 8, c: 7, d: 6, e: 5, f: 4, g: 3, h: 2}", tone)
    )
    fills = [
        etree.tostring(point.find("{*}spPr/{*}solidFill"))
        for point in series._chartSpace.iter("{*}dPt")
    ]
    assert len(set(fills)) == 8


@pytest.mark.slow
@pytest.mark.parametrize("kind", ROUND)
def test_pies_and_rings(kind: str) -> None:
    made = chart(deck(f"kind: {kind}\ndata: {{Gas: 25 %, Öl: 75 %}}"))
    assert made.chart_type is ROUND[kind]
    assert tuple(made.plots[0].series[0].values) == (0.25, 0.75)


@pytest.mark.parametrize(
    ("keys", "code"),
    sampled(
        [
            ("data: {a: 1.234}", '[$-407]#,##0;[$-407]"−"#,##0'),
            ("data: {a: '1,25'}", '[$-407]#,##0.00;[$-407]"−"#,##0.00'),
            ("data: {a: 12 %}", '[$-407]0"\u00a0"%;[$-407]"−"0"\u00a0"%'),
        ],
        every=2,
    ),
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


@pytest.mark.parametrize("tone", ["light", "dark"])
def test_series_that_a_legend_names_are_told_apart_though_they_stand_back(tone: str) -> None:
    table = "data: |\n    Jahr; Bus; Bahn; Rad\n    2021; -1,5; 10; 3\n"
    space = chart(deck(f"kind: column\nhighlight: Bahn\n{table}", tone))._chartSpace
    bus, train, bike = (etree.tostring(one.find("{*}spPr")) for one in space.iter("{*}ser"))
    assert len({bus, train, bike}) == 3


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
    names = [
        each for each in archive.namelist() if each.startswith(("ppt/charts/chart", "ppt/dra"))
    ]
    assert names
    for text in (archive.read(name).decode() for name in names):
        assert "srgbClr" not in text
        assert text.count("typeface=") == text.count('typeface="+mn-')


@pytest.mark.parametrize(
    ("keys", "labels"),
    sampled(
        [
            (f"kind: stacked\n{STACK}", [["SerName", "Val"], ["SerName", "Val"]]),
            (f"kind: stacked-bar\n{STACK}", [["SerName", "Val"], ["SerName", "Val"]]),
            (f"kind: line\n{STACK}", [["SerName"], ["SerName"]]),
            ("kind: donut\ndata: {Gas: 25, Öl: 75}", [["Val", "CatName"], ["Val", "CatName"]]),
        ],
        every=2,
    ),
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
