"""Columns of tables and series of charts, added and deleted by hand."""

import pytest

from tests.roundtrip.edits_by_hand import (
    chart_replaced,
    column_added,
    column_removed,
    retyped,
    row_added,
)
from tests.roundtrip.pulling import MAIN, Edit, all_of, pulled
from tests.sampled import sampled

HEAD = "title: A talk\nlang: en-GB\nslides:\n  - title: Costs\n"
LINES = """\
    table:
      # by size
      - [Item, Euro, "Who, when"]
      - [Trees, 1200, Ann]  # limes

      - [Chairs, 800, Bob]
"""
KEYS = """\
    table:
      header: [Item, Euro]
      rows: [[Trees, 1200], [Chairs, 800]]
      total: [Together, 2000]
"""
TEXT = """\
    table: |
      Item; Euro
      Trees;  1200
      Chairs;  800
"""

TABLES: dict[str, tuple[str, Edit, str]] = {
    "last": (
        LINES,
        column_added(2, "Note", "[a]", "b: c"),
        """\
    table:
      # by size
      - [Item, Euro, "Who, when", Note]
      - [Trees, 1200, Ann, '[a]']  # limes

      - [Chairs, 800, Bob, 'b: c']
""",
    ),
    "in the middle": (
        LINES,
        column_added(0, "Number", "3", "12"),
        """\
    table:
      # by size
      - [Item, Number, Euro, "Who, when"]
      - [Trees, 3, 1200, Ann]  # limes

      - [Chairs, 12, 800, Bob]
""",
    ),
    "deleted": (
        LINES,
        column_removed(1),
        """\
    table:
      # by size
      - [Item, "Who, when"]
      - [Trees, Ann]  # limes

      - [Chairs, Bob]
""",
    ),
    "one for another, and one more": (
        LINES,
        all_of([column_removed(2), column_added(1, "A", "B", "C"), column_added(2, "D", "E", "F")]),
        """\
    table:
      # by size
      - [Item, Euro, A, "D"]
      - [Trees, 1200, B, E]  # limes

      - [Chairs, 800, C, F]
""",
    ),
    "with another word": (
        LINES,
        all_of([column_added(0, "Number", "3", "12"), retyped("Trees", "Old trees")]),
        """\
    table:
      # by size
      - [Item, Number, Euro, "Who, when"]
      - [Old trees, 3, 1200, Ann]  # limes

      - [Chairs, 12, 800, Bob]
""",
    ),
    "of a header and a total of their own": (
        KEYS,
        column_added(1, "Who", "Ann", "Bob", "Both"),
        """\
    table:
      header: [Item, Euro, Who]
      rows: [[Trees, 1200, Ann], [Chairs, 800, Bob]]
      total: [Together, 2000, Both]
""",
    ),
    "of a text": (
        TEXT,
        column_added(1, "Who", "Ann", "Bob"),
        """\
    table: |
      Item; Euro;  Who
      Trees;  1200;   Ann
      Chairs;  800;  Bob
""",
    ),
}


@pytest.mark.parametrize(("table", "edit", "expected"), sampled(TABLES.values()), ids=TABLES)
def test_a_column_comes_and_goes(table: str, edit: Edit, expected: str) -> None:
    result = pulled({MAIN: HEAD + table}, edit)
    assert set(result.results) == {"taken"}, result.outcomes
    assert result.files == {MAIN: HEAD + expected}


PINNED: dict[str, tuple[dict[str, str], Edit]] = {
    "of a file": (
        {MAIN: HEAD + "    table: a.csv\n", "a.csv": "Item;Euro\nTrees;1200\n"},
        column_added(1, "Who", "Ann"),
    ),
    "of rows with a line for each cell": (
        {MAIN: HEAD + "    table:\n      - - Item\n        - Euro\n      - [Trees, 1200]\n"},
        column_added(1, "Who", "Ann"),
    ),
    "with a semicolon in a text that they part": (
        {MAIN: HEAD + TEXT},
        column_added(1, "Who", "Ann; Bob", "Bob"),
    ),
    "beside a new row": (
        {MAIN: HEAD + LINES},
        all_of([column_added(2, "Note", "a", "b"), row_added(2, "Benches", "9", "Cy", "d")]),
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize(("files", "edit"), PINNED.values(), ids=PINNED)
def test_a_column_without_a_place_keeps_its_slide(files: dict[str, str], edit: Edit) -> None:
    result = pulled(files, edit)
    assert set(result.results) == {"pinned"}, result.outcomes
    assert "    pinned: {deck: hand/talk.pptx, slide: 1}\n" in result.files[MAIN]


YEARS = ["2024", "2025"]
TREES, CARS, SHEDS = ("Trees", (5, 7)), ("Cars", (9, 4.5)), ("Sheds", (2, 11))
COLUMNS = """\
      data: |
        Year; Trees; Cars
        2024;     5;  9,0
        2025;     7;  4,5
"""
ROWS = "      data: [[Year, Trees, Cars], [2024, '5', '9'], [2025, '7', '4,5']]\n"

CHARTS: dict[str, tuple[str, Edit, str]] = {
    "a new series": (
        COLUMNS,
        chart_replaced(YEARS, TREES, CARS, SHEDS),
        """\
      data: |
        Year; Trees; Cars; Sheds
        2024;     5;  9,0;     2
        2025;     7;  4,5;    11
""",
    ),
    "a series less": (
        COLUMNS,
        chart_replaced(YEARS, TREES),
        """\
      data: |
        Year; Trees
        2024;     5
        2025;     7
""",
    ),
    "rows": (
        ROWS,
        chart_replaced(YEARS, TREES, SHEDS, CARS),
        "      data: [[Year, Trees, Sheds, Cars], [2024, '5', 2, '9'], [2025, '7', 11, '4,5']]\n",
    ),
}


@pytest.mark.parametrize(("data", "edit", "expected"), sampled(CHARTS.values()), ids=CHARTS)
def test_a_series_comes_and_goes(data: str, edit: Edit, expected: str) -> None:
    outline = f"{HEAD.replace('en-GB', 'de-DE')}    chart:\n      kind: column\n"
    result = pulled({MAIN: outline + data}, edit)
    assert set(result.results) == {"taken"}, result.outcomes
    assert result.files == {MAIN: outline + expected}
