"""Cells of CSV files: one gets another text, all other bytes stay."""

import pytest

from deckgen.roundtrip.source_text.csv_cells import edited_cell, edited_cell_of_text
from deckgen.support.diagnostics import Span


def _gera(cell: str) -> str | None:
    return "Jena; all" if cell == "Gera" else None


def _utf_16(text: str) -> bytes:
    return f"\ufeff{text}".encode("utf-16-le")


CELLS: dict[str, tuple[bytes, int, int, bytes | None]] = {
    # the file, line and column of the cell, the file then
    "commas": (b"Town,N\nGera,1\n", 2, 1, b"Town,N\nJena; all,1\n"),
    "semicolons": (b"Town;N\r\nGera;1\r\n", 2, 1, b'Town;N\r\n"Jena; all";1\r\n'),
    "a sep= line": (b"sep=;\nTown;N\n Gera ;1\n", 3, 1, b'sep=;\nTown;N\n"Jena; all";1\n'),
    "quoted": (b'N,Town\n"1,2","Gera"\n', 2, 2, b'N,Town\n"1,2","Jena; all"\n'),
    "a byte order mark": (b"\xef\xbb\xbfGera,1\n", 1, 1, b"\xef\xbb\xbfJena; all,1\n"),
    "Windows-1252": (b"Gera,\xfc\n", 1, 1, b"Jena; all,\xfc\n"),
    "UTF-16": (_utf_16("Gera,1\n"), 1, 1, _utf_16("Jena; all,1\n")),
    "a byte that is no letter": (b"Gera,\x81\xfc\n", 1, 1, None),
    "half a sign of UTF-16": (b"\xff\xfeG\x00e\x00r\x00a\x00;\x00\x00\xdc", 1, 1, None),
    "twice in the row": (b"Gera,Gera\n", 1, 2, b"Gera,Jena; all\n"),
    "not there": (b"Town,N\nJena,1\n", 2, 1, None),
}


@pytest.mark.parametrize(("data", "line", "column", "expected"), CELLS.values(), ids=CELLS)
def test_one_cell_gets_another_text(
    data: bytes, line: int, column: int, expected: bytes | None
) -> None:
    assert edited_cell(data, Span("towns.csv", line, 1), column, _gera) == expected


def test_a_cell_of_a_table_in_a_text() -> None:
    text = "Year; Train\n2021;    21\n2022;    21\n"
    made = edited_cell_of_text(text, 3, 2, lambda cell: "25" if cell == "21" else None)
    assert made is not None
    start, end, new = made
    assert text[:start] + new + text[end:] == "Year; Train\n2021;    21\n2022;    25\n"


def test_the_place_of_a_cell_counts_more_than_its_column_beside_empty_columns() -> None:
    span = Span("towns.csv", 1, 7)
    assert edited_cell(b";Gera;Gera\n", span, 2, _gera) == b';Gera;"Jena; all"\n'
