"""Tables of PowerPoint: their rows, what their design says, and those that no kind shows."""

import pytest

from deckgen.importing.marked_text import run_words
from deckgen.importing.powerpoint.reading.source_slide import SourceTable, Unread
from deckgen.importing.powerpoint.reading.tables import table_of
from tests.importing.powerpoint.reading.shape_elements import shape

MUTED = (
    '<a:rPr><a:solidFill><a:schemeClr val="tx1"><a:satMod val="0"/></a:schemeClr></a:solidFill>'
    "</a:rPr>"
)


def cell(words: str, *, attributes: str = "") -> str:
    """Return a cell; brackets around words mute them, a stroke parts paragraphs."""
    look = MUTED if words.startswith("(") else ""
    lines = "".join(
        f"<a:p><a:r>{look}<a:t>{line}</a:t></a:r></a:p>" for line in words.strip("()").split("|")
    )
    return f"<a:tc {attributes}><a:txBody>{lines}</a:txBody></a:tc>"


def table(*rows: str, design: str = "", attributes: str = "") -> SourceTable | Unread:
    """Return a table with rows of cells between blanks."""
    cells = "".join(
        f"<a:tr>{''.join(cell(each, attributes=attributes) for each in row.split())}</a:tr>"
        for row in rows
    )
    described = '<p:cNvPr descr="Our towns"/>'
    xml = f"<p:graphicFrame>{described}<a:tbl>{design}{cells}</a:tbl></p:graphicFrame>"
    return table_of(shape(xml), {})


@pytest.mark.parametrize(
    ("design", "header", "total"),
    [
        ("", False, False),
        ("<a:tblPr/>", False, False),
        ('<a:tblPr firstRow="1"/>', True, False),
        ('<a:tblPr firstRow="true" lastRow="1"/>', True, True),
        ('<a:tblPr firstRow="0" lastRow="1"/>', False, True),
    ],
)
def test_header_and_total_are_those_of_the_design(
    design: str, *, header: bool, total: bool
) -> None:
    found = table("Town People", "Gera 94", design=design)
    assert isinstance(found, SourceTable)
    assert [[run_words(each) for each in row] for row in found.rows] == [
        ["Town", "People"],
        ["Gera", "94"],
    ]
    assert (found.header, found.total, found.alt) == (header, total, "Our towns")


def test_paragraphs_of_a_cell_are_lines() -> None:
    found = table("Gera|in|Thuringia", "<a:tc/>")
    assert isinstance(found, SourceTable)
    assert [run.text for run in found.rows[0][0]] == ["Gera", "\n", "in", "\n", "Thuringia"]


@pytest.mark.parametrize("merged", ["gridSpan", "rowSpan", "hMerge", "vMerge"])
def test_no_kind_shows_merged_cells(merged: str) -> None:
    found = table("Town People", "Gera 94", attributes=f'{merged}="2"')
    assert found == Unread("table with merged cells", "Town\nPeople\nGera\n94")


def test_no_kind_shows_rows_of_different_length() -> None:
    found = table("Town People", "Gera|Jena")
    assert found == Unread("table with uneven rows", "Town\nPeople\nGera Jena")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["Town People", "Gera 94", "Jena 110"], ()),
        (["Town People", "Gera 94", "(Jena) (110)"], ("Gera",)),
        (["Town 2024 2025", "(Gera) (94) 95", "(Jena) (110) 111"], ("2025",)),
        (["(Town) 2024", "Gera (94)", "Jena (110)"], ("Town",)),
    ],
    ids=["all", "a row", "a column", "the header does not count"],
)
def test_what_is_not_muted_stands_out(rows: list[str], expected: tuple[str, ...]) -> None:
    found = table(*rows)
    assert isinstance(found, SourceTable)
    assert found.highlight == expected
