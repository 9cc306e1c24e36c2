"""CSV files as spreadsheets write them."""

import pytest

from deckgen.outline.lower.graphics.data.rows_and_names import (
    are_even,
    csv_rows,
    known_names,
    without_titles,
)
from deckgen.outline.schema.fields import RawNode, Text
from deckgen.support.diagnostics import Diagnostics, Span
from tests.outline.reading import parsed
from tests.present import present

FILE = Text("towns.csv", Span("talks/talk.yaml", 5, 12))


def read(data: bytes) -> tuple[list[list[str]], list[str]]:
    """Return the cells, and the codes of what was reported."""
    diagnostics = Diagnostics()
    rows = csv_rows(data, FILE, diagnostics)
    return [[cell.text for cell in row] for row in rows or ()], [each.code for each in diagnostics]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("a;b\r\n1,5;2,5\r\n", [["a", "b"], ["1,5", "2,5"]]),
        ("a\tb\n1;2\t3,4\n", [["a", "b"], ["1;2", "3,4"]]),
        ("a, b;c\n1;2\n3;4\n", [["a, b", "c"], ["1", "2"], ["3", "4"]]),
        ('a;b\n"x;y";"say ""no"""\n', [["a", "b"], ["x;y", 'say "no"']]),
        ('a;b\n"one\ntwo";2\n', [["a", "b"], ["one\ntwo", "2"]]),
        ("town\nGera\nZeitz\n", [["town"], ["Gera"], ["Zeitz"]]),
        ("a;b;;\n\n1; 2 ;;\n;;;\n", [["a", "b"], ["1", "2"]]),
        ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
        ("a,b\n1,\n", [["a", "b"], ["1", ""]]),
        ("Größe;€\n1;2", [["Größe", "€"], ["1", "2"]]),
    ],
)
def test_rows_and_cells(text: str, rows: list[list[str]]) -> None:
    for data in (text.encode(), text.encode("utf-8-sig"), text.encode("utf-16")):
        assert read(data) == (rows, [])


@pytest.mark.parametrize(
    ("said", "sign"),
    [
        ("sep=;", ";"),
        ("SEP=,", ","),
        ("sep=\t", "\t"),
        ("sep=\\t", "\t"),
        ('"sep=;"', ";"),
        ("sep=;;;", ";"),
        ("sep=|", "|"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_first_line_may_say_what_parts_the_cells(said: str, sign: str, encoding: str) -> None:
    text = f"{said}\r\nStadt{sign}a, b; c\r\nKöln{sign}1\r\n"
    if sign in ",;":
        text = text.replace("a, b; c", '"a, b; c"')
    rows, reported = read(text.encode(encoding))
    assert rows == [["Stadt", "a, b; c"], ["Köln", "1"]]
    assert reported == (["not-utf8"] if encoding == "cp1252" else [])


def test_that_line_counts_as_a_line() -> None:
    rows = csv_rows(b"sep=;\na;b\n1;2\n", FILE, Diagnostics())
    assert [row[0].span.line for row in rows or ()] == [2, 3]


@pytest.mark.parametrize("data", [b"sep=;", b"sep=;\n"])
def test_that_line_alone_is_no_table(data: bytes) -> None:
    assert read(data) == ([], ["bad-csv"])


def test_windows_1252_is_read_and_reported() -> None:
    assert read("Größe;€\n1;2".encode("cp1252")) == ([["Größe", "€"], ["1", "2"]], ["not-utf8"])


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "bad-csv"),
        (b"\n;;\n", "bad-csv"),
        (b"PK\x03\x04\x00\x00", "not-text"),
        (b"a,b\x00c\n1,2\n", "not-text"),
        (b"\xff\xfea", "not-text"),
        (b"a,b\n" + b"1,2\n" * 1001, "bad-csv"),
        (b'a,b\n"' + b"x" * 200_000, "bad-csv"),
    ],
    ids=["empty", "only delimiters", "workbook", "nul", "half UTF-16", "too many", "huge cell"],
)
def test_what_is_no_table_is_reported(data: bytes, code: str) -> None:
    assert read(data) == ([], [code])


def test_control_characters_are_left_out_and_reported() -> None:
    diagnostics = Diagnostics()
    made = present(csv_rows(b"a;b\n1\x7f;2\x0b3\n", FILE, diagnostics))
    assert [[cell.text for cell in row] for row in made] == [["a", "b"], ["1", "2 3"]]
    assert [(each.code, each.span and each.span.line) for each in diagnostics] == [
        ("control-character", 2)
    ] * 2


def test_cells_know_their_place_or_behind_a_quoted_cell_their_row() -> None:
    rows = csv_rows(b'a;b\n"one\ntwo";2\n\n31;40\n', FILE, Diagnostics())
    assert [tuple(cell.span[1:] for cell in row) for row in rows or ()] == [
        ((1, 1, 1), (1, 3, 1)),
        ((2, 1, 4), (2, 1, 4)),
        ((5, 1, 2), (5, 4, 2)),
    ]


@pytest.mark.parametrize(
    ("text", "rows", "codes"),
    [
        ("Haushalt, in Euro;;\nJahr;Ein;Aus\n2022;1;2\n", "Jahr 2022", ["title-row"]),
        ("Haushalt, in Euro\n\nJahr;Ein\n2022;1\n2023;2\n", "Jahr 2022 2023", ["title-row"]),
        (";Haushalt\nStand: Mai;\nStadt;2022\nGera;1\n", "Stadt Gera", ["title-row"]),
        ("2021;\n2022;5\n2023;6\n", "2021 2022 2023", []),
        ("Stadt;;\nGera;Ost;5\n", "Stadt Gera", []),
        ("Haushalt;;\nJahr;Ein;Aus\n2022;1\n", "Haushalt Jahr 2022", []),
        ("Orte\nGera, Ost\nJena, Ost\n", "Orte Gera, Ost Jena, Ost", []),
        ("Orte;\nGera;\n", "Orte Gera", []),
        ("\x07\nStadt;Zahl\nGera;1\n", " Stadt Gera", ["control-character"]),
    ],
)
def test_titles_above_the_names_of_the_columns(text: str, rows: str, codes: list[str]) -> None:
    diagnostics = Diagnostics()
    shown = without_titles(csv_rows(text.encode(), FILE, diagnostics) or (), diagnostics)
    first = " ".join(row[0].text for row in shown)
    assert (first, [each.code for each in diagnostics]) == (rows, codes)


def test_empty_columns_are_left_out_and_the_others_keep_their_places() -> None:
    rows = csv_rows(b";a;;b\n;1;;2\n", FILE, Diagnostics()) or ()
    assert [[(cell.text, cell.span.column) for cell in row] for row in rows] == [
        [("a", 2), ("b", 5)],
        [("1", 2), ("2", 5)],
    ]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("a;b\n1;2\n", ""),
        ("a;b\n1\n", "Type an empty cell"),
        ('a;b\n"Summer;1\nWinter;2\n', "A quotation mark opens in this row"),
    ],
)
def test_a_row_of_other_width_says_what_may_have_happened(text: str, hint: str) -> None:
    diagnostics = Diagnostics()
    rows = present(csv_rows(text.encode(), FILE, diagnostics))
    assert are_even(rows, diagnostics) is not bool(hint)
    assert [str(each.hint).startswith(hint) for each in diagnostics] == [True] * bool(hint)


@pytest.mark.parametrize(
    ("node", "names", "told"),
    [
        ("Bus", "Bus", ""),
        ("[Tram, Bus]", "Tram Bus", ""),
        ("[Bus, Ship]", "Bus", "The chart has no “Ship”."),
        ("[[Tram], Bus]", "Bus", "Here a name of the chart is expected."),
    ],
)
def test_names_are_those_that_the_chart_has(node: str, names: str, told: str) -> None:
    diagnostics = Diagnostics()
    raw = RawNode(parsed(node, diagnostics))
    assert known_names(raw, "chart", ["Bus", "Tram"], diagnostics) == tuple(names.split())
    assert [(each.message, each.hint) for each in diagnostics] == (
        [(told, "Its names are: Bus, Tram.")] if told else []
    )
