"""A map whose places no deck of ours can have counts as none."""

import pytest

from deckgen.deck.deck_map import MappedSlide, MappedText
from deckgen.roundtrip.reading.read_map import has_sound_places


@pytest.mark.parametrize(
    ("places", "is_sound"),
    [
        (["title", "body", "alt 1", "drawing 1 shape 2", "notes"], True),
        (["table 1 cell 1 1", "table 1 cell 1 2", "table 2 cell 1 1"], True),
        (["table 1 cell 1 1", "table 1 cell 2 2"], False),
        (["table 1 cell 1 2"], False),
        (["table 1 cell 0 1"], False),
        (["table 1 cell 999999 1"], False),
        (["table 1 cell one 1"], False),
        (["table 1 cell 99999999999 1"], False),
        (["table 1 cell 1"], False),
        (["../slides.yaml"], False),
        (["chart 1 category 1", "chart 1 series 1", "chart 1 value 1 1", "chart 1 unit"], True),
        (["chart 1 category 1", "chart 1 series 1"], True),
        (["chart 1 category 2", "chart 1 series 1"], False),
        (["chart 1 category 1", "chart 1 series 1", "chart 1 value 2 1"], False),
        (["chart 1 category 1", "chart 1 series 1", "chart 1 value 1 2"], False),
        (["chart 1 value 1 1"], False),
    ],
)
def test_places_are_those_that_a_slide_has(places: list[str], *, is_sound: bool) -> None:
    texts = tuple(MappedText(place, 2, ()) for place in places)
    assert has_sound_places(MappedSlide("a", 256, "Layout", texts, ())) is is_sound


def test_a_chart_has_no_more_numbers_than_a_chart_may_have() -> None:
    categories = [f"chart 1 category {number}" for number in range(1, 1001)]
    series = [f"chart 1 series {number}" for number in range(1, 102)]
    texts = tuple(MappedText(place, 2, ()) for place in (*categories, *series, "chart 1 value 1 1"))
    assert not has_sound_places(MappedSlide("a", 256, "Layout", texts, ()))
