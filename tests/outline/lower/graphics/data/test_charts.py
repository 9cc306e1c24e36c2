"""What is written below `chart:`, and the chart that it becomes."""

import pytest

from deckgen.deck.graphics import Chart
from deckgen.language.number_formats import NumberFormat
from deckgen.outline.lower.lowering import lower_outline
from deckgen.support.diagnostics import Diagnostics
from tests.outline.reading import outline_of
from tests.talks import talk

CSV = "Jahr;Bus;Bahn\r\n2021;1,5;2\r\n2022;–;3,25\r\n"


def lowered(keys: str, lang: str = "de-DE", data: bytes = b"") -> tuple[Chart | None, list[str]]:
    """Return the chart of a slide with these keys below `chart:`, and the codes of what is told."""
    text = f"title: T\nlang: {lang}\nslides:\n  - title: Wege\n    chart:\n"
    text += "".join(f"      {line}\n" for line in keys.splitlines())
    diagnostics = Diagnostics()
    outline = outline_of(text, diagnostics)
    deck = lower_outline(outline, "auto", lambda _: data, diagnostics)
    charts = [one for _, one in deck.slides[0].graphics if isinstance(one, Chart)]
    return charts[0] if charts else None, [each.code for each in diagnostics]


def chart(keys: str, lang: str = "de-DE", data: bytes = b"") -> Chart:
    made, found = lowered(keys, lang, data)
    assert found == []
    assert made is not None
    return made


ONE = "2021: 1,5\n  2022: –"
TABLE = "Jahr; Bus; Bahn\n  2021; 1,5; 2\n  2022; –; 3,25"


@pytest.mark.parametrize(
    ("keys", "data"),
    [
        (f"data: |\n  {TABLE}", b""),
        (f"data: |\n  {TABLE.replace(';', ' |')}", b""),
        ("data:\n  Bus: {2021: '1,5', 2022: –}\n  Bahn: {2021: 2, 2022: '3,25'}", b""),
        ("data:\n  - [Jahr, Bus, Bahn]\n  - [2021, '1,5', 2]\n  - [2022, –, '3,25']", b""),
        ("data: wege.csv", CSV.encode()),
        ("data: wege.csv", b"\xef\xbb\xbf" + CSV.encode()),
    ],
    ids=["semicolons", "bars", "keys", "rows", "csv", "csv with a mark"],
)
def test_every_shape_of_data_is_the_same_chart(keys: str, data: bytes) -> None:
    made = chart(keys, data=data)
    assert made.categories == ("2021", "2022")
    assert [(one.name, one.values, one.number_format) for one in made.series] == [
        ("Bus", (1.5, None), NumberFormat(2)),
        ("Bahn", (2, 3.25), NumberFormat(2)),
    ]


@pytest.mark.parametrize(
    ("kind", "second", "decimals"),
    [
        ("column", "3,25", (2, 2)),
        ("line", "3,25", (2, 2)),
        ("combined", "3,25", (1, 2)),  # the line has an axis of its own
        ("column", "3,25 %", (1, 2)),  # of another size
    ],
)
def test_series_on_one_axis_have_as_many_decimals(
    kind: str, second: str, decimals: tuple[int, int]
) -> None:
    made = chart(
        f"kind: {kind}\ndata: |\n  Jahr; Bus; Bahn\n  2021; 1,5; {second}\n  2022; 2; {second}"
    )
    assert tuple(one.number_format.decimals for one in made.series) == decimals


def test_one_series_needs_no_name() -> None:
    made = chart(f"data:\n  {ONE}")
    assert made.kind == "column"
    assert [(one.name, one.values) for one in made.series] == [("", (1.5, None))]


@pytest.mark.parametrize(
    ("keys", "unit"),
    [
        ("unit: Euro\ndata: {a: 1}", "Euro"),
        ("data: |\n  Jahr; Besuche\n  2021; 12", "Besuche"),
        ("unit: Tsd.\ndata: |\n  Jahr; Besuche\n  2021; 12", "Besuche (Tsd.)"),
        ("unit: Besuche\ndata: |\n  Jahr; Besuche\n  2021; 12", "Besuche"),
        ("data: {a: 12 €, b: -3 €}", "€"),
        ("unit: Euro\ndata: {a: 12 €, b: -3 €}", "Euro"),
        ("data: {a: 12 %, b: 3 %}", ""),
        ("kind: pie\ndata: |\n  Jahr; Besuche\n  2021; 12", ""),
    ],
)
def test_the_name_of_the_only_series_stands_with_the_unit(keys: str, unit: str) -> None:
    assert chart(keys).unit == unit


@pytest.mark.parametrize(
    ("unit", "found"), [("Euro", []), ("in € je Monat", []), ("Dollar", ["other-unit"])]
)
def test_a_unit_that_the_numbers_contradict_is_doubtful(unit: str, found: list[str]) -> None:
    made, told = lowered(f"unit: {unit}\ndata: {{a: 12 €, b: -3 €}}")
    assert (made.unit if made else "", told) == (unit, found)


@pytest.mark.parametrize(
    ("source", "lang", "shown"),
    [
        ("Stadt Gera", "de-DE", "Quelle: Stadt Gera"),
        ("Quelle: Stadt Gera", "de-DE", "Quelle: Stadt Gera"),
        ("Town", "en-GB", "Source: Town"),
        ("Ville", "fr-FR", "Source\u202f: Ville"),
    ],
)
def test_the_source_says_that_it_is_one(source: str, lang: str, shown: str) -> None:
    assert chart(f"source: '{source}'\ndata: {{a: 1}}", lang).source == shown


def test_a_scatter_chart_is_names_x_and_y() -> None:
    made = chart("kind: scatter\ndata: |\n  Stadt; x; y\n  Gera; 1; 2\n  Jena; 3; 4")
    assert made.categories == ("Gera", "Jena")
    assert [one.values for one in made.series] == [(1, 3), (2, 4)]


def test_a_scatter_chart_without_names() -> None:
    made = chart("kind: scatter\ndata: |\n  x; y\n  1; 2\n  3; 4")
    assert made.categories == ("", "")
    assert [(one.name, one.values) for one in made.series] == [("x", (1, 3)), ("y", (2, 4))]


@pytest.mark.parametrize(
    ("lines", "expected"), [("", [False, True]), ("lines: Bus\n", [True, False])]
)
def test_the_last_series_of_a_combined_chart_is_a_line(lines: str, expected: list[bool]) -> None:
    made = chart(f"kind: combined\n{lines}data: |\n  {TABLE}")
    assert [one.as_line for one in made.series] == expected


@pytest.mark.parametrize(
    ("keys", "lang", "alt"),
    [
        (
            "unit: Millionen\ndata: {2021: 12, 2022: 1.234, 2023: –}",
            "de-DE",
            "Säulendiagramm: Wege, Millionen. 2021: 12; 2022: 1.234; 2023: kein Wert.",
        ),
        (
            "kind: line\ndata: {1: 5, 2: 3, 3: 9, 4: 4, 5: 4, 6: 4, 7: 4, 8: 4, 9: 4}",
            "de-DE",
            "Liniendiagramm: Wege. 1 – 9, höchster Wert 9 (3), niedrigster Wert 3 (2).",
        ),
        (
            "kind: line\ndata: {1: 5, 2: 3, 3: 9, 4: 4, 5: 4, 6: 4, 7: 4, 8: 4}",
            "en-GB",
            "Line chart: Wege. 1: 5; 2: 3; 3: 9; 4: 4; 5: 4; 6: 4; 7: 4; 8: 4.",
        ),
        ("kind: pie\ndata: {a: 10%, b: 90%}", "en-GB", "Pie chart: Wege. a: 10%; b: 90%."),
        ("kind: bar\ndata: {a: 1}", "fi-FI", "Bar chart: Wege. a: 1."),
        ("alt: Eigene Worte\ndata: {a: 1}", "de-DE", "Eigene Worte"),
        (
            "kind: scatter\ndata: |\n  Ort; x; y\n  Gera; 1,5; 2",
            "de-DE",
            "Punktdiagramm: Wege, y. Gera: 1,5 / 2.",
        ),
    ],
)
def test_the_numbers_are_said_in_the_language_of_the_slide(keys: str, lang: str, alt: str) -> None:
    assert chart(keys, lang).alt == alt


@pytest.mark.parametrize(
    ("keys", "data", "codes"),
    [
        ("data: wege.csv", b"\xff\xfeJ\x00;\x001\x00\n\x00", []),
        ("data: wege.csv", b"", ["bad-csv"]),
        ("data: wege.csv", b"Jahr;Bus\n2021;x\n", ["not-a-number"]),
        ("data: |\n  2021; 1\n  2022; 2; 3", b"", ["uneven-row"]),
        ("data: wege.csv", b"Jahr;km;h\n2021;1 km;2 h\n2022;2 km;3 h\n", ["not-a-number"] * 2),
        ("data: wege.csv", b"Wege\nJahr;Bus;Bahn\n2021;1;2\n2022;2;3\n", ["title-row"]),
        ("data: wege.csv", b"Jahr;Bus\n2021;2\nQuelle: Amt;\n", ["no-number"]),
        ("data: |\n  Jahr; Bus", b"", ["chart-data"]),
        ("data: {2023: [1, 2], 2024: 3}", b"", ["chart-data"]),
        ("data: {Bus: {2023: {Mai: 1}}, Bahn: {2023: 2}}", b"", ["chart-data"]),
        ("data: {Bus: {}, Bahn: {2023: 2}}", b"", ["chart-data"]),
        ("data: [[2023, 1], [2024, [2, 3]]]", b"", ["chart-data"]),
        ("highlight: [a, c]\ndata: {a: 1, b: 2}", b"", ["unknown-name"]),
        ("kind: line\ndata: {a: 1}", b"", ["one-point"]),
    ],
)
def test_what_is_told(keys: str, data: bytes, codes: list[str]) -> None:
    assert lowered(keys, data=data)[1] == codes


def test_a_chart_of_more_series_than_powerpoint_shows_is_refused() -> None:
    names = "; ".join(f"s{at}" for at in range(256))
    values = "; ".join("1" for _ in range(256))
    assert lowered(f"data: |\n  Jahr; {names}\n  2021; {values}\n  2022; {values}")[1] == [
        "too-many-series"
    ]


@pytest.mark.parametrize(
    ("highlight", "hint"), [("", "`highlight:`"), ("highlight: s3, ", "whose the others are")]
)
def test_many_lines_are_told_and_what_is_shown_of_them(highlight: str, hint: str) -> None:
    rows = [["Year", *[f"s{at}" for at in range(9)]], [2024, *[1] * 9], [2025, *[1] * 9]]
    made = talk(f"- {{title: T, chart: {{{highlight}kind: line, data: {rows}}}}}")
    (told,) = made.diagnostics
    assert told.code == "too-many-series"
    assert told.hint
    assert hint in told.hint


def test_series_with_nothing_in_common_make_no_endless_table() -> None:
    lines = "\n".join(f"  s{at}: {{p{at}: 1}}" for at in range(400))
    assert lowered(f"data:\n{lines}")[1] == ["chart-data"]


@pytest.mark.parametrize(
    ("kind", "count", "codes"),
    [
        ("column", 24, []),
        ("column", 25, ["too-many-categories"]),
        ("bar", 25, ["crowded-names"]),
        ("line", 25, []),
    ],
)
def test_too_many_names_are_told_once(kind: str, count: int, codes: list[str]) -> None:
    """Two years have 24 months. Of bars, it is measured how many names have room."""
    data = ", ".join(f"{chr(65 + at)}x: {at + 1}" for at in range(count))
    made = talk(f"- {{title: T, chart: {{kind: {kind}, data: {{{data}}}}}}}")
    assert [each.code for each in made.diagnostics] == codes
