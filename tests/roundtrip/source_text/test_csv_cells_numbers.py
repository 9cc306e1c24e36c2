"""Numbers of charts, in the spelling of their author."""

import pytest

from deckgen.roundtrip.source_text.csv_cells import text_of_new_value

NUMBERS = [
    # as the author writes it, the old and the new value, as it is written then
    ("1,240", "1240", "1310", "1,310"),
    ("1.240", "1240", "980", "980"),
    ("12,50 €", "12.5", "13.75", "13,75 €"),
    ("900,00 €", "900", "910", "910,00 €"),
    ("12,5", "12.5", "13", "13"),
    ("54 %", "0.54", "0.555", "55.5 %"),
    ("1 200", "1200", "12000", "12 000"),
    ("-3.5", "-3.5", "2.5", "2.5"),
    ("7", "7", "-7", "-7"),
]


@pytest.mark.parametrize(("text", "old", "new", "expected"), NUMBERS)
def test_a_number_keeps_its_spelling(text: str, old: str, new: str, expected: str) -> None:
    assert text_of_new_value(text, old, new) == expected


@pytest.mark.parametrize("text", ["", "none", "12"])
def test_another_number_is_left_alone(text: str) -> None:
    assert text_of_new_value(text, "7", "8") is None
