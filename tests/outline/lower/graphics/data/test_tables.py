"""From `table:` to a table of the deck: header, cells, alignment, text alternative."""

import pytest

from deckgen.deck.graphics import Table
from deckgen.deck.text_body import Run, WebLink
from deckgen.outline.lower.lowering import lower_outline
from deckgen.outline.schema.fields import Text
from deckgen.support.diagnostics import Diagnostics
from tests.outline.reading import outline_of

TOWNS = b"Stadt;Einwohner\nGera;94.900\nZeitz;\xe2\x80\x93\n"


def lowered(table: str, lang: str = "de-DE") -> Table:
    """Return the table of an outline that says `table:` and this; nothing else may be found."""
    outline = f"title: T\nlang: {lang}\nslides:\n  - title: S\n    table: {table}\n"
    diagnostics = Diagnostics()
    deck = lower_outline(outline_of(outline, diagnostics), "auto", files, diagnostics)
    assert list(diagnostics) == []
    ((role, graphic),) = deck.slides[0].graphics
    assert role == "body"
    assert isinstance(graphic, Table)
    return graphic


def files(name: Text) -> bytes | None:
    return TOWNS if name.text == "towns.csv" else None


def said(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in (table.header, *table.rows)]


@pytest.mark.parametrize(
    ("written", "rows"),
    [
        ("[[a, b], [c, d]]", [["a", "b"], ["c", "d"]]),
        ("{rows: [[a, b], [c, d]]}", [["a", "b"], ["c", "d"]]),
        ("{rows: [[a, b], [c, d]], header: yes}", [["a", "b"], ["c", "d"]]),
        ("{rows: [[a, b], [c, d]], header: no}", [[], ["a", "b"], ["c", "d"]]),
        ("{rows: [[c, d]], header: [a, b]}", [["a", "b"], ["c", "d"]]),
        (
            "|\n      Town\tSize\t\n      Gera\t1,5\n      \t2\n      \t\t",
            [["Town", "Size"], ["Gera", "1,5"], ["", "2"]],
        ),
        ("|\n      Town;Size\n\n      Gera;1,5", [["Town", "Size"], ["Gera", "1,5"]]),
        ("|\n      | a | b |\n      |---|:-:|\n      | c | |", [["a", "b"], ["c", ""]]),
        ('{rows: "a;b\\nc;d", header: no}', [[], ["a", "b"], ["c", "d"]]),
        (
            "[[a], [Nein], [2026-11-22], [12:30], [0123], [~]]",
            [["a"], ["Nein"], ["2026-11-22"], ["12:30"], ["0123"], ["~"]],
        ),
        ('[[a, b], [Open: yes, ""]]', [["a", "b"], ["Open: yes", ""]]),
        ("towns.csv", [["Stadt", "Einwohner"], ["Gera", "94.900"], ["Zeitz", "–"]]),
        (
            "{file: towns.csv, header: no}",
            [[], ["Stadt", "Einwohner"], ["Gera", "94.900"], ["Zeitz", "–"]],
        ),
    ],
)
def test_header_and_rows(written: str, rows: list[list[str]]) -> None:
    assert said(lowered(written)) == rows


@pytest.mark.parametrize(
    ("written", "lang", "aligns"),
    [
        ("[[a, b], [Gera, 1]]", "de-DE", "lr"),
        ('[[a, b], [Gera, "1,5 €"], [Zeitz, –], [Halle, ""]]', "de-DE", "lr"),
        ("[[a, b], [Gera, 1], [Zeitz, two]]", "de-DE", "ll"),
        ("[[Year, b], [2024, 1], [2025, 2]]", "en-GB", "lr"),
        ("[[a, b], [Gera, '**7** %']]", "en-GB", "lr"),
        ("towns.csv", "de-DE", "lr"),
    ],
)
def test_numbers_are_aligned_at_the_right(written: str, lang: str, aligns: str) -> None:
    assert "".join(lowered(written, lang).aligns) == aligns


def test_cells_know_markup_and_the_header_is_bold() -> None:
    table = lowered('[[Town, b], ["[Gera](https://gera.de)", a `b` **c**]]')
    assert table.header[0].paragraphs[0].runs == (Run("Town", bold=True),)
    (link, marked) = (cell.paragraphs[0].runs for cell in table.rows[0])
    assert link == (Run("Gera", link=WebLink("https://gera.de")),)
    assert marked == (Run("a "), Run("b", code=True), Run(" "), Run("c", bold=True))


@pytest.mark.parametrize(
    ("written", "lang", "alt"),
    [
        ("[[a, b], [c, d]]", "en-GB", "Table. Columns: a, b. Rows: 1."),
        ("towns.csv", "de-DE", "Tabelle. Spalten: Stadt, Einwohner. Zeilen: 2."),
        ("{rows: [[a, b], [c, d]], header: no}", "fr", "Tableau. Colonnes: 2. Lignes: 2."),
        ("{rows: [[a], [b]], alt: What it says}", "de-DE", "What it says"),
    ],
)
def test_alternative_text(written: str, lang: str, alt: str) -> None:
    assert lowered(written, lang).alt == alt
