"""Tables as they are written: flags, margins, rules; and as python-pptx reads them."""

import io

import pytest
from lxml import etree
from pptx import Presentation

from deckgen.pipeline.compile import compile_talk, deck_bytes
from deckgen.support.diagnostics import Diagnostics
from tests.folder import Folder
from tests.sampled import sampled

ROWS = '[[Town, Size], [Gera, "1,5"], ["", 22]]'
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def written(table: str, head: str = "lang: de-DE") -> etree._Element:
    """Return the graphic frame of a table."""
    diagnostics = Diagnostics()
    outline = f"title: T\n{head}\nslides:\n  - title: S\n    table: {table}\n"
    compiled = compile_talk("talk.yaml", Folder({"talk.yaml": outline}), None, diagnostics)
    assert list(diagnostics) == []
    assert compiled is not None
    (slide,) = Presentation(io.BytesIO(deck_bytes(compiled, None))).slides
    (frame,) = (shape for shape in slide.placeholders if shape.has_table)
    element: etree._Element = frame._element
    return element


@pytest.mark.parametrize(
    ("table", "head", "flags"),
    sampled(
        [
            (ROWS, "lang: de-DE", {"firstRow": "1"}),
            (f"{{rows: {ROWS}, header: no}}", "lang: de-DE", {}),
            (f"{{rows: {ROWS}, total: yes}}", "lang: de-DE", {"firstRow": "1", "lastRow": "1"}),
            (ROWS, "lang: he-IL", {"rtl": "1", "firstRow": "1"}),
        ]
    ),
)
def test_flags(table: str, head: str, flags: dict[str, str]) -> None:
    (properties,) = written(table, head).iter(f"{A}tblPr")
    assert {str(key): value for key, value in properties.items()} == flags


def test_a_number_runs_from_the_left_in_every_language_so_that_its_minus_stands_before_it() -> None:
    rows = "[[بند, قيمة], [منح, −21.5], [ضوء, 12]]"
    frame = written(rows, "lang: ar")
    directions = {
        cell.findtext(f".//{A}t"): mark.get("rtl")
        for cell in frame.iter(f"{A}tc")
        for mark in cell.iter(f"{A}pPr")
    }
    assert directions == {
        "بند": "1",
        "قيمة": "1",
        "منح": "1",
        "−21.5": "0",
        "ضوء": "1",
        "12": "0",
    }


def test_every_cell_says_its_size_even_an_empty_one() -> None:
    cells = list(written(ROWS).iter(f"{A}tc"))
    sizes = [[mark.get("sz") for mark in cell.iter(f"{A}rPr", f"{A}endParaRPr")] for cell in cells]
    assert sizes == [["2800"]] * 6


def test_lines_have_a_fixed_distance_in_rows_of_several_lines_alone() -> None:
    """Else LibreOffice leaves out the gap that the heights of rows contain."""
    long = "The council decides on the school, the road and the fire station, " * 3
    frame = written(f'[[Date, Decision], [Today, Nothing], [Tomorrow, "{long}"]]')
    lines = {
        cell.findtext(f".//{A}t"): [exact.get("val") for exact in cell.iter(f"{A}spcPts")]
        for cell in frame.iter(f"{A}tc")
    }
    (size,) = {int(run.get("sz", "")) for run in frame.iter(f"{A}rPr")}
    fixed = [str(round(size * 1.2207))]
    assert [lines[text] for text in ("Date", "Decision", "Today", "Nothing")] == [[]] * 4
    assert lines["Tomorrow"] == fixed
    assert fixed in list(lines.values())[5:]


def test_decimals_are_kept_free_by_the_right_margin_alone() -> None:
    frame = written(ROWS)
    margins = [int(cell.get("marR", "")) for cell in frame.iter(f"{A}tcPr")][1::2]
    head, long, short = margins
    assert head == long < short
    assert [text.text for text in frame.iter(f"{A}t")] == ["Town", "Size", "Gera", "1,5", "22"]


def test_units_stand_below_each_other_by_a_wider_blank() -> None:
    """“22 €” above “1,5 €”: the room of “,5” is between “22” and “€”, not behind them."""
    frame = written('[[Town, Price], [Gera, "1,5 €"], [Jena, 22 €], [Zeitz, 7€]]')
    wider = {text: run.get("spc") for text, run in _runs(frame)}
    assert {text for text, spread in wider.items() if spread} == {" "}
    margins = [int(cell.get("marR", "")) for cell in frame.iter(f"{A}tcPr")][1::2]
    head, long, spread, close = margins
    assert head == long == spread < close
    (size,) = {int(run.get("sz", "")) for run in frame.iter(f"{A}rPr")}
    assert int(wider[" "] or 0) == pytest.approx(size * (0.507 + 0.25), abs=100)


def _runs(frame: etree._Element) -> list[tuple[str, etree._Element]]:
    """Return the text and the properties of each run."""
    runs = frame.iter(f"{A}r")
    return [(run.findtext(f"{A}t") or "", next(run.iter(f"{A}rPr"))) for run in runs]


def test_colours_are_those_of_the_theme() -> None:
    for head in ("tone: light", "tone: dark"):
        frame = written(ROWS, head)
        assert list(frame.iter(f"{A}srgbClr")) == []
        assert {color.get("val") for color in frame.iter(f"{A}schemeClr")} == (
            {"dk1", "accent1"} if head == "tone: light" else {"lt1"}
        )


def test_the_rule_below_the_header_is_said_on_both_of_its_sides() -> None:
    rows = [list(row.iter(f"{A}tcPr")) for row in written(ROWS).iter(f"{A}tr")]
    below, above = rows[0][0].find(f"{A}lnB"), rows[1][0].find(f"{A}lnT")
    assert below is not None
    assert above is not None
    assert below.get("w") == above.get("w") == "15875"


def looks(frame: etree._Element) -> list[list[tuple[bool, bool]]]:
    """Return for each cell whether it is bold, and whether its colour is the text's own."""
    return [
        [
            (
                any(run.get("b") == "1" for run in cell.iter(f"{A}rPr")),
                cell.find(f".//{A}rPr/{A}solidFill/{A}schemeClr/{A}lumMod") is None,
            )
            for cell in row.iter(f"{A}tc")
        ]
        for row in frame.iter(f"{A}tr")
    ]


PLAIN, BOLD, QUIET = (False, True), (True, True), (False, False)


@pytest.mark.parametrize(
    ("keys", "cells"),
    sampled(
        [
            ("", [[BOLD, BOLD], [PLAIN, PLAIN], [PLAIN, PLAIN]]),
            ("highlight: Gera", [[BOLD, BOLD], [BOLD, BOLD], [QUIET, QUIET]]),
            ("highlight: Size", [[BOLD, BOLD], [QUIET, BOLD], [QUIET, BOLD]]),
            ("total: yes", [[BOLD, BOLD], [PLAIN, PLAIN], [BOLD, BOLD]]),
            ("total: [All, 3]", [[BOLD, BOLD], [PLAIN, PLAIN], [PLAIN, PLAIN], [BOLD, BOLD]]),
        ],
        every=5,
    ),
)
@pytest.mark.parametrize("tone", sampled(["light", "dark"], every=2))
def test_what_is_highlighted_is_bold_and_the_rest_stands_back(
    keys: str, cells: list[list[tuple[bool, bool]]], tone: str
) -> None:
    rows = "[[Town, Size], [Gera, 1], [Jena, 22]]"
    assert looks(written(f"{{rows: {rows}, {keys}}}", f"tone: {tone}")) == cells


def test_a_rule_stands_above_a_total_and_hairlines_between_rows() -> None:
    rows = "[[Town, Size], [Gera, 1], [Jena, 22], [Hof, 3]]"
    frame = written(f"{{rows: {rows}, total: yes}}")
    sides = [[row.find(f".//{A}ln{side}") for side in "TB"] for row in frame.iter(f"{A}tr")]
    widths = [[side.get("w") for side in row if side is not None] for row in sides]
    assert widths == [["0", "15875"], ["15875", "6350"], ["6350", "15875"], ["15875", "6350"]]


def test_the_edges_of_a_table_are_those_of_its_text() -> None:
    cells = [row.findall(f".//{A}tcPr") for row in written(ROWS).iter(f"{A}tr")]
    assert {(row[0].get("marL"), row[-1].get("marR")) for row in cells[:2]} == {("0", "0")}
