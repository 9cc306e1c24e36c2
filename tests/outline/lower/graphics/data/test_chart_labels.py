"""What is said of the numbers of a chart: a cell that is no number has the number in its hint."""

import pytest

from deckgen.outline.lower.graphics.data.chart_labels import number_hint


@pytest.mark.parametrize(
    ("cell", "hint"),
    [
        ("6,00 €", "Type the number alone, `6,00`; what it counts is said once: `unit: €`."),
        ("€ 6", "Type the number alone, `6`; what it counts is said once: `unit: €`."),
        ("(5,00) €", "Type the number alone, `-5,00`; what it counts is said once: `unit: €`."),
        ("(5)", "Type the number alone, `-5`."),
        ("about", "Type a number such as 12,5 or 12 %; a dash for none."),
        ("#NV", "Mend it in the spreadsheet and save anew; or type what is meant, or a dash."),
        ("9" * 16, "Round it: a chart shows 15 digits before the decimal point, and 15 behind it."),
    ],
)
def test_the_hint_for_a_cell_that_is_no_number(cell: str, hint: str) -> None:
    assert number_hint(cell, "de") == hint
