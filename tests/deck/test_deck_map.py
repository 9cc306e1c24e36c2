"""The places of texts in the map of a deck."""

import pytest

from deckgen.deck.deck_map import counted_places


@pytest.mark.parametrize(
    ("first", "count", "places"),
    [
        ("title", 1, ["title"]),
        ("table 1 cell 2 3", 1, ["table 1 cell 2 3"]),
        ("table 1 cell 2 3", 3, ["table 1 cell 2 3", "table 1 cell 2 4", "table 1 cell 2 5"]),
        ("chart 1 category 9", 2, ["chart 1 category 9", "chart 1 category 10"]),
    ],
)
def test_texts_in_a_row_are_counted(first: str, count: int, places: list[str]) -> None:
    assert counted_places(first, count) == places


def test_only_a_place_with_a_number_is_counted() -> None:
    with pytest.raises(ValueError, match="title"):
        counted_places("title", 2)
