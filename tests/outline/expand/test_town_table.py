"""Tables of towns: as European spreadsheets write them, and what is wrong in them, at its line."""

import pytest

from deckgen.outline.expand.town_table import TownRow, read_town_table
from deckgen.support.diagnostics import Diagnostics


def rows(data: bytes | str) -> tuple[tuple[TownRow, ...], list[str]]:
    diagnostics = Diagnostics()
    given = data.encode() if isinstance(data, str) else data
    read = read_town_table("towns.csv", given, diagnostics)
    reported = [*diagnostics, *(problem for row in read for problem in row.problems)]
    return read, [f"{str(each.span).partition(':')[2]} {each.code}" for each in reported]


def words(row: TownRow) -> dict[str, str]:
    return {each.name: each.words for each in row.variant.variables}


PLAIN = "town;mayor\nGera;Anna Groß\nBad Köstritz;Bea\n"


@pytest.mark.parametrize(
    ("data", "warned"),
    [
        (PLAIN.encode(), []),
        (b"\xef\xbb\xbf" + PLAIN.encode(), []),
        (PLAIN.encode("utf-16"), []),
        (PLAIN.encode("cp1252"), ["2:6 not-utf8"]),
        (PLAIN.replace(";", ",").encode(), []),
        (PLAIN.replace(";", "\t").encode(), []),
        (PLAIN.replace("\n", "\r\n").encode(), []),
        (b"sep=;\r\n" + PLAIN.encode(), []),
        (b"\xef\xbb\xbfsep=;\r\n" + PLAIN.encode(), []),
        (f"sep=;\r\n{PLAIN}".encode("utf-16"), []),
        (f"sep=\t\r\n{PLAIN}".replace(";", "\t").encode("utf-16-be").join((b"\xfe\xff", b"")), []),
        (f'"sep=;"\n{PLAIN}'.encode("cp1252"), ["3:6 not-utf8"]),
        (PLAIN.replace("Gera", '"Gera"').encode(), []),
        (PLAIN.replace("town;", "town ; ").replace("Gera;", " Gera ;").encode(), []),
        ((PLAIN + ";\n\n").encode(), []),
    ],
)
def test_all_dialects_say_the_same(data: bytes, warned: list[str]) -> None:
    read, reported = rows(data)
    assert reported == warned
    assert [(row.town, words(row)) for row in read] == [
        ("Gera", {"town": "Gera", "mayor": "Anna Groß"}),
        ("Bad Köstritz", {"town": "Bad Köstritz", "mayor": "Bea"}),
    ]


def test_the_message_for_the_windows_code_page_shows_the_word_it_made() -> None:
    diagnostics = Diagnostics()
    read_town_table("towns.csv", PLAIN.encode("cp1252"), diagnostics)
    (reported,) = diagnostics
    assert "Windows-1252" in reported.message
    assert "“Anna Groß”" in reported.message


def test_cells_hold_what_quotation_marks_protect() -> None:
    (row,), reported = rows('town;say\nGera;"one; ""two""\nthree"\n')
    assert (words(row)["say"], reported) == ('one; "two"\nthree', [])


def test_words_have_the_place_of_their_cell_and_names_that_of_the_header() -> None:
    (row,), _ = rows("town;mayor\nGera;Anna\n")
    mayor = row.variant.variables[1]
    assert (str(mayor.name_span), mayor.name_span.length) == ("towns.csv:1:6", 5)
    assert (str(mayor.span), mayor.span.length) == ("towns.csv:2:6", 4)


def test_a_cell_of_a_failed_formula_is_told_and_the_town_is_built() -> None:
    (row,), reported = rows("town;mayor;share\nGera;#NV;12 %\n")
    assert reported == ["2:6 failed-formula"]
    assert words(row) == {"town": "Gera", "mayor": "#NV", "share": "12 %"}


def test_a_column_may_hold_tags_and_an_empty_cell_is_no_word() -> None:
    (row,), _ = rows("town;tags;mayor\nGera;kurz, lang;\n")
    assert row.variant.tags == {"kurz", "lang"}
    assert words(row) == {"town": "Gera"}
    assert [(name, str(span)) for name, span in row.variant.empty] == [("mayor", "towns.csv:2:17")]


@pytest.mark.parametrize(
    ("data", "reported"),
    [
        ("", "1:1 empty-file"),
        (b"PK\x03\x04", "1:1 not-text"),
        ("name;mayor\nGera;Anna\n", "1:1 missing-column"),
        ("Town;mayor\nGera;Anna\n", "1:1 missing-column"),
        ("title: A talk\nslides:\n  - cover\n", "1:1 missing-column"),
        ("town;a;a\nGera;1;2\n", "1:8 duplicate-column"),
        ("town;event.date\nGera;1\n", "1:6 bad-column"),
        ("town;${a}\nGera;1\n", "1:6 bad-column"),
        ("town;a\nGera;1;2\n", "2:1 wrong-cells"),
        ("town;a\nGera\n", "2:1 wrong-cells"),
        ("town;a\nGera;1\n ;1\n", "3:1 empty-cell"),
        ('town;a\nGera;"1\nJena;2\n', "2:1 bad-quotes"),
    ],
)
def test_what_is_wrong_is_reported_at_its_line(data: bytes | str, reported: str) -> None:
    assert rows(data)[1] == [reported]


def test_a_broken_row_does_not_stop_the_others() -> None:
    read, _ = rows("town;a\nGera;1\nJena\n;2\nZeitz;3\n")
    assert [(row.town, bool(row.problems)) for row in read] == [
        ("Gera", False),
        ("", True),
        ("", True),
        ("Zeitz", False),
    ]


def test_a_file_for_one_town_is_no_table() -> None:
    told = Diagnostics()
    read_town_table("towns/gera.yaml", b"vars: {town: Gera}\n", told)
    assert [(each.hint or "").partition(". ")[2] for each in told] == [
        "A file for one town is no table: `deckgen build --town` names it."
    ]
