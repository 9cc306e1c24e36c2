"""The rows and columns of tables and charts, by the places of their texts."""

import pytest

from deckgen.roundtrip.comparing.graphic_grid import place_of, row_of_place, with_columns


@pytest.mark.parametrize(
    ("place", "row"),
    [
        ("table 1 cell 2 3", (2, "table 1 cell {} 3")),
        ("cell 12 1", (12, "cell {} 1")),
        ("chart 2 category 4", (4, "chart 2 category {}")),
        ("chart 2 value 3 4", (4, "chart 2 value 3 {}")),
        ("chart 2 series 3", None),
        ("body", None),
    ],
)
def test_a_place_tells_its_row(place: str, row: tuple[int, str] | None) -> None:
    assert row_of_place(place) == row


@pytest.mark.parametrize(
    ("graphic", "columns", "expected"),
    [
        ("table 1", (0, 2), {"table 1 cell 2 2": "c", "table 1 cell 2 1": "a"}),
        ("table 1", (0, None, 1), {"table 1 cell 2 1": "a", "table 1 cell 2 3": "b"}),
        ("chart 1", (0, 2), {"chart 1 value 1 4": "two", "chart 1 series 1": "Cars"}),
    ],
    ids=["one less", "one new", "a series less"],
)
def test_texts_go_with_their_columns(
    graphic: str, columns: tuple[int | None, ...], expected: dict[str, str]
) -> None:
    table = {"table 1 cell 2 1": "a", "table 1 cell 2 2": "b", "table 1 cell 2 3": "c"}
    chart = {
        "chart 1 value 1 4": "one",
        "chart 1 value 2 4": "two",
        "chart 1 series 2": "Cars",
        "chart 1 category 4": "2024",
    }
    others = {"title": "Costs", "chart 1 category 4": "2024"}
    own = {"table 1": table, "chart 1": chart}[graphic]
    assert with_columns(own | others, columns, f"{graphic} ") == expected | others


@pytest.mark.parametrize(
    ("graphic", "row", "column", "place"),
    [
        ("table 2", 0, 1, "table 2 cell 1 2"),
        ("chart 1", 0, 2, "chart 1 series 2"),
        ("chart 1", 3, 0, "chart 1 category 3"),
        ("chart 1", 3, 2, "chart 1 value 2 3"),
    ],
)
def test_a_cell_has_a_place(graphic: str, row: int, column: int, place: str) -> None:
    assert place_of(graphic, row, column) == place
