"""Which slides --slides means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.export.slide_selection import selected_slides
from deckgen.support.exit_codes import RequestError

IDS = ("cover", "why", "the-shop", "end")


@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        ("2", [2]),
        ("4,1", [1, 4]),
        ("2-3", [2, 3]),
        ("2–3, 3", [2, 3]),
        ("3-", [3, 4]),
        ("-2", [1, 2]),
        ("why,the-shop", [2, 3]),
        (" end , 1 ,", [1, 4]),
    ],
)
def test_slides_are_named_by_number_range_or_id(said: str, numbers: list[int]) -> None:
    assert selected_slides(said, IDS, 4) == numbers


@pytest.mark.parametrize(
    ("said", "message", "hint"),
    [
        ("5", "There is no slide 5: the deck has 4.", "Type 1-4."),
        ("0", "There is no slide 0: the deck has 4.", "Type 1-4."),
        ("3-2", "There is no slide 3-2: the deck has 4.", "Type 2-3."),
        ("5-2", "There is no slide 5-2: the deck has 4.", "Type 1-4."),
        ("9" * 5000, f"There is no slide {'9' * 5000}: the deck has 4.", "Type 1-4."),
        (f"1-{'9' * 5000}", f"There is no slide 1-{'9' * 5000}: the deck has 4.", "Type 1-4."),
        ("2-9", "There is no slide 2-9: the deck has 4.", "Type 1-4."),
        ("whi", "There is no slide with the id “whi”.", "Did you mean why?"),
        ("-", "There is no slide with the id “-”.", "Type numbers from 1 to 4, or ids."),
        (" ,", "--slides names no slide.", "Type --slides 3,5-7."),
    ],
)
def test_what_is_not_there_is_told(said: str, message: str, hint: str) -> None:
    with pytest.raises(RequestError) as raised:
        selected_slides(said, IDS, 4)
    assert (raised.value.message, raised.value.hint) == (message, hint)


@pytest.mark.slow
@given(st.sets(st.integers(1, 40), min_size=1))
def test_every_choice_of_numbers_can_be_said(numbers: set[int]) -> None:
    assert selected_slides(",".join(map(str, numbers)), (), 40) == sorted(numbers)
