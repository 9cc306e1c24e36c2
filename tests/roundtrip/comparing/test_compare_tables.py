"""The rows of tables and the categories of charts, by the places of their texts."""

import pytest

from deckgen.roundtrip.comparing.compare_tables import row_of_place


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
