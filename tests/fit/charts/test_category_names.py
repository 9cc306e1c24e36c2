"""How large the names below a plot are, and how many of them are shown."""

import pytest

from deckgen.deck.box import Box
from deckgen.deck.layout import EMU_PER_POINT
from tests.fit.charts.placed_charts import made, plot

YEARS = tuple(str(year) for year in range(2014, 2026))
TOWNS = ("Altenburg", "Schmölln", "Meuselwitz")


@pytest.mark.parametrize(
    ("names", "cell", "size", "every"),
    [
        # A year is 2.03 em wide, with 0.3 em to the next one: 42, 37.3 and 32.6 points.
        (YEARS, 43, 18, 1),
        (YEARS, 39, 16, 1),
        (YEARS, 34, 14, 1),
        (YEARS, 32, 0, 2),
        (TOWNS, 110, 18, 1),
    ],
    ids=["in the size of text", "as a source", "as a footer", "every second one", "no row"],
)
def test_names_in_a_row_are_smaller_before_some_are_left_out(
    names: tuple[str, ...], cell: int, size: int, every: int
) -> None:
    box = Box(0, 0, cell * len(names) * EMU_PER_POINT, 200 * EMU_PER_POINT)
    drawn = plot(made("column", (1,) * len(names), names=names), box)
    assert (drawn.names_size, drawn.category_step) == (size, every)
    assert drawn.size == 18
