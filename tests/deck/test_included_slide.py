"""Which words stand on a slide of another deck."""

import pytest

from deckgen.deck.included_slide import SlideSummary, letters_of

SLIDE = SlideSummary(
    "Busse", "Title", hidden=False, notes=None, letters=letters_of("Bus & Bahn, 2024!")
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [("Bus und", False), ("Bus-Bahn", True), ("bahn", False), ("Bahn: 2024", True), ("–", True)],
)
def test_signs_and_blanks_do_not_count(words: str, *, expected: bool) -> None:
    assert SLIDE.shows(words) is expected
