"""What stands below the headings of columns begins at one height, where there is room for it."""

import pytest

from deckgen.deck.slide import COLUMNS
from tests.talks import talk

FEW = "bullets: [One, Two]"
MANY = f"bullets: [{', '.join(['Of the town'] * 8)}]"
SHORT, LONG = "Before", "After the new square was opened to everybody in May"
CASES = {
    "the longer one at the right": ((SHORT, FEW), (LONG, FEW), True),
    "the longer one at the left": ((LONG, FEW), (SHORT, FEW), True),
    "both alike": ((SHORT, FEW), (SHORT, FEW), True),
    "a column that is full": ((SHORT, MANY), (LONG, FEW), False),
}


@pytest.mark.parametrize("case", CASES)
def test_bullets_of_columns_begin_at_one_height(case: str) -> None:
    *columns, are_even = CASES[case]
    entries = ", ".join(f"{{heading: {heading}, {below}}}" for heading, below in columns)
    made = talk(f"- {{title: T, columns: [{entries}]}}", style="civic")
    assert not made.diagnostics.has_errors
    (slide,) = made.compiled.fitted.slides
    heights = set()
    for text in slide.texts:
        if text.role in COLUMNS:
            size = text.frame.size_steps[text.size_step][0]
            lines = 1 if text.block[0].paragraph.text == SHORT else 2
            heights.add(round(lines * text.block[0].leading * size + text.block[0].after))
            written = dict(slide.slide.placeholders)[text.role].paragraphs[0].space_after
            assert written == text.block[0].paragraph.space_after
            assert text.extent.height <= text.frame.height
    assert (len(heights) == 1) is are_even


def test_a_column_without_a_heading_stays() -> None:
    made = talk(f"- {{title: T, columns: [{{{FEW}}}, {{heading: {LONG}, {FEW}}}]}}", style="civic")
    bodies = dict(made.compiled.fitted.deck.slides[0].placeholders)
    assert [bodies[role].paragraphs[0].space_after for role in ("body", "second")] == [0, 6]
