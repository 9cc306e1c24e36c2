"""Rows of tables and categories of charts, added and deleted by hand."""

import pytest

from tests.roundtrip.edits_by_hand import chart_replaced, retyped, row_added, row_removed
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
      rows:
        - [Trees, 1200]
        - [Chairs, 800]
      total: [Together, 2000]
"""
BRACKETS = "    table: [[Item, Euro], [Trees, 1200], [Chairs, 800]]\n"
TEXT = """\
    table: |
      Item | Euro
      Trees | 1200
      Chairs | 800
"""
MARKDOWN = "    table: |\n      | Item | Euro |\n      |---|---|\n      | Chairs | 800 |\n"
CSV = 'Item;Euro;Who\r\nTrees;1200;Ann\r\n"Chairs; old";800;Bob'

TABLES: dict[str, tuple[str, Edit, str, str]] = {
    "behind the last row": (
        LINES,
        row_added(2, "Benches", "300, or 400", "Cy: yes"),
        "800, Bob]\n",
        "800, Bob]\n      - [Benches, '300, or 400', 'Cy: yes']\n",
    ),
    "in the middle": (
        LINES,
        row_added(1, "Benches", "300", "Cy"),
        "# limes\n",
        "# limes\n      - [Benches, 300, Cy]\n",
    ),
    "deleted": (LINES, row_removed(1), "      - [Trees, 1200, Ann]  # limes\n", ""),
    "below a header of its own": (
        KEYS,
        row_added(0, "Benches", "300"),
        "      rows:\n",
        "      rows:\n        - [Benches, 300]\n",
    ),
    "above a total": (
        KEYS,
        row_added(2, "Benches", "300"),
        "800]\n",
        "800]\n        - [Benches, 300]\n",
    ),
    "in brackets": (
        BRACKETS,
        row_added(1, "Benches", "300"),
        "[Trees, 1200], ",
        "[Trees, 1200], [Benches, 300], ",
    ),
    "two in brackets, in their order": (
        BRACKETS,
        all_of([row_added(1, "Walls", "300"), row_added(2, "Benches", "400")]),
        "[Trees, 1200], ",
        "[Trees, 1200], [Walls, 300], [Benches, 400], ",
    ),
    "deleted in brackets": (BRACKETS, row_removed(2), ", [Chairs, 800]", ""),
    "lines of a text": (
        TEXT,
        all_of([row_added(1, "Benches", "300"), retyped("800", "900")]),
        "1200\n      Chairs | 800",
        "1200\n      Benches | 300\n      Chairs | 900",
    ),
    "the sign between cells, as words": (
        TEXT,
        retyped("Trees", "Trees | limes"),
        "Trees | 1200",
        '"Trees | limes"| 1200',
    ),
    "a cell of a Markdown table": (MARKDOWN, retyped("800", "900"), "800", "900"),
    "with another cell": (
        BRACKETS,
        all_of([row_added(2, "Benches", "300"), retyped("Trees", "Limes")]),
        "[Trees, 1200], [Chairs, 800]",
        "[Limes, 1200], [Chairs, 800], [Benches, 300]",
    ),
}


@pytest.mark.parametrize(
    ("table", "edit", "old", "new"), sampled(TABLES.values(), every=8), ids=TABLES
)
def test_a_row_comes_and_goes(table: str, edit: Edit, old: str, new: str) -> None:
    assert table.count(old) == 1
    result = pulled({MAIN: HEAD + table}, edit)
    assert set(result.results) == {"taken"}, result.outcomes
    assert result.files == {MAIN: HEAD + table.replace(old, new)}


FILES: dict[str, tuple[Edit, str]] = {
    "at the end": (row_added(2, "Benches", "300; 400", "Cy"), 'Bob\r\nBenches;"300; 400";Cy\r\n'),
    "deleted": (row_removed(2), "Ann\r\n"),
}


@pytest.mark.parametrize(("edit", "end"), sampled(FILES.values(), every=2), ids=FILES)
def test_a_row_of_a_file_comes_and_goes(edit: Edit, end: str) -> None:
    result = pulled({MAIN: HEAD + "    table: costs.csv\n", "costs.csv": CSV}, edit)
    assert set(result.results) == {"taken"}, result.outcomes
    (name,) = result.files
    assert name == "costs.csv"
    assert result.files[name].endswith(end)


@pytest.mark.slow
def test_the_row_of_a_total_is_changed_by_its_author() -> None:
    result = pulled({MAIN: HEAD + KEYS}, row_removed(3))
    assert result.files == {}
    assert [each.why for each in result.outcomes] == [
        "The outline has no row of its own for this; change it there."
    ]


CHARTS: dict[str, tuple[str, Edit, str, str]] = {
    "lines": (
        "      data:\n        Shade: 12,5\n        Benches: 8,0\n",
        chart_replaced(["Shade", "Water", "Benches"], ("", (12.5, 7.5, 8))),
        "12,5\n",
        "12,5\n        Water: 7,5\n",
    ),
    "rows": (
        "      data:\n        - [Year, Trees, Cars]\n        - [24, 5, 9]\n        - [25, 7, 4]\n",
        chart_replaced(["24", "25", "26"], ("Trees", (5, 7, 11)), ("Cars", (9, 4, 2))),
        "7, 4]\n",
        "7, 4]\n        - [26, 11, 2]\n",
    ),
    "a text with columns in line": (
        (
            "      data: |\n        Year; Trees; Cars\n        2024;    5;    9\n"
            "        2025;    7;    4\n"
        ),
        chart_replaced(["2024", "2025", "2026"], ("Trees", (5, 7, 11)), ("Cars", (9, 4, 2))),
        "7;    4\n",
        "7;    4\n        2026;   11;    2\n",
    ),
    "a text, its first line of numbers deleted": (
        "      data: |\n        Year, Trees\n        2024, 5\n        2025, 7\n        2026, 9\n",
        chart_replaced(["2025", "2026"], ("Trees", (7, 9))),
        "        2024, 5\n",
        "",
    ),
    "a text whose names have more commas than it has semicolons": (
        "      data: |\n        Place; Trees\n        Mill, lane, yard; 5\n",
        chart_replaced(["Mill, lane, yard", "Hill, lane, yard"], ("Trees", (5, 7))),
        "yard; 5\n",
        "yard; 5\n        Hill, lane, yard; 7\n",
    ),
    "rows in brackets, the first deleted": (
        "      data: [[Year, Trees], [2024, 5], [2025, 7], [2026, 9]]\n",
        chart_replaced(["2025", "2026"], ("Trees", (7, 9))),
        ", [2024, 5]",
        "",
    ),
}


@pytest.mark.parametrize(("data", "edit", "old", "new"), sampled(CHARTS.values()), ids=CHARTS)
def test_a_category_comes_and_goes(data: str, edit: Edit, old: str, new: str) -> None:
    outline = f"{HEAD}    chart:\n      kind: column\n{data}"
    assert outline.count(old) == 1
    result = pulled({MAIN: outline}, edit)
    assert set(result.results) == {"taken"}, result.outcomes
    assert result.files == {MAIN: outline.replace(old, new)}
