"""Which columns of a table keep their lines whole, and how far its lines stand apart."""

import pytest

from deckgen.deck.graphics import Table
from deckgen.deck.layout import EMU_PER_POINT
from deckgen.fit.graphics.table_grid import measured, padding, roomy_padding
from tests.fit.graphics.test_tables import BRAND, put, table
from tests.present import present

LONG = "Two health visitors for families with newborn children in all wards of the old harbour"
DATES = (
    ("12 January 2026", LONG, "9 to 2"),
    ("9 February 2026", "The walk-in clinic closes in the summer", "11 to 0"),
)


def decisions() -> Table:
    return table(*DATES, header=("Date", "Decision", "Votes"))


@pytest.mark.parametrize(
    ("heights", "space", "more"),
    [([1000, 1000], 2400, 100), ([1000, 1000], 1600, 0), ([1000], 1000, 0)],
)
def test_rows_share_the_room_that_they_leave(heights: list[int], space: int, more: int) -> None:
    assert roomy_padding(20, heights, space) == padding(20) + more


@pytest.mark.parametrize("points", [520, 560, 640])
def test_dates_stay_whole_where_the_table_is_no_higher_so(points: int) -> None:
    grid = measured(decisions(), "en-GB", BRAND.fonts)
    widths = present(grid.column_widths(20, points * EMU_PER_POINT))
    assert sum(widths) <= points * EMU_PER_POINT
    assert not grid.has_broken_names(20, widths)


def test_a_column_is_broken_where_the_table_is_lower_so() -> None:
    """Were the dates whole, the sentence would have its width of one word, and many lines."""
    grid = measured(decisions(), "en-GB", BRAND.fonts)
    space = 300 * EMU_PER_POINT
    widths = present(grid.column_widths(20, space))
    assert grid.has_broken_names(20, widths)
    date = round((grid.columns[0].natural * 20 + 12) * EMU_PER_POINT)
    whole = (date, space - date - widths[2], widths[2])
    assert sum(grid.row_heights(20, widths)) < sum(grid.row_heights(20, whole))


def test_a_table_is_smaller_before_its_names_and_dates_are_broken() -> None:
    rows = [(f"{place} Health Centre", "8.30 am", "20 September 2027", LONG) for place in "ABC"]
    ((_, found),), told = put(table(*rows, header=("Clinic", "Opens", "Review", "Task")))
    assert told == []
    grid = measured(found, "en-GB", BRAND.fonts)
    assert not grid.has_broken_names(found.size, found.widths)
    assert BRAND.minimum_size <= found.size < 24


def test_lines_stand_as_far_apart_as_they_are_measured() -> None:
    ((_, found),), _ = put(table((LONG * 2, "1"), ("Close", "2"), header=("Decision", "No.")))
    grid = measured(found, "en-GB", BRAND.fonts)
    assert found.line_distance == pytest.approx(grid.line_height * found.size)
    lines = [(height - 2 * found.padding) / EMU_PER_POINT for height in found.heights]
    counted = [points / found.line_distance for points in lines]
    assert counted == pytest.approx([round(count) for count in counted], abs=0.01)
    assert counted[0] == pytest.approx(1, abs=0.01)
    assert max(counted) >= 2


def test_parts_of_a_long_table_are_smaller_before_its_names_are_broken() -> None:
    """At 24 points, one name needs two lines; at 22 it has one, on as many slides."""
    names = ["Healthcentre number one", *["Old wards"] * 11]
    places = [(name, "8.30 am to 6 pm", "B" * 32) for name in names]
    parts, told = put(table(*places, header=("Clinic", "Opens", "Code")))
    assert told == []
    assert len(parts) == 2
    for _, part in parts:
        grid = measured(part, "en-GB", BRAND.fonts)
        assert not grid.has_broken_names(part.size, part.widths)
        assert part.size < 24


def test_numbers_of_several_units_and_words_between_numbers_end_at_the_edge() -> None:
    """A decimal sign of millions below one of euros would compare what cannot be compared."""
    mixed, words = ("1,2 Mio. €", "640.000 €", "159,25 €"), ("4,50 €", "frei", "5 €")
    rows = tuple(zip(mixed, words, strict=True))
    ((_, found),), _ = put(table(*rows, header=("X", "Y"), aligns="rr"))
    free = found.decimal_padding[1:]
    assert [first for first, _ in free] == [0, 0, 0]
    assert [second > 0 for _, second in free] == [False, False, True]


@pytest.mark.parametrize(
    ("column", "ends_at_edge"),
    [(("$4", "2 min"), True), (("$4", "−$12"), True), (("$4", "$1.50"), False)],
)
def test_a_currency_before_a_number_is_its_unit(
    column: tuple[str, ...], *, ends_at_edge: bool
) -> None:
    ((_, found),), _ = put(table(*((cell,) for cell in column), header=("X",), aligns="r"))
    free = [padding for (padding,) in found.decimal_padding[1:]]
    assert (free == [0, 0]) is ends_at_edge


@pytest.mark.parametrize(("columns", "is_smaller"), [(7, False), (9, True)])
def test_many_columns_are_smaller_rather_than_close(columns: int, *, is_smaller: bool) -> None:
    """In the largest size without broken words, nine would stand 0.2 inches apart."""
    header = ("Partner", *["Budget" for _ in range(columns - 1)])
    row = ("Bucharest", *["4,100,200" for _ in range(columns - 1)])
    ((_, found),), _ = put(table(row, row, header=header, aligns="l" + "r" * (columns - 1)))
    grid = measured(found, "en-GB", BRAND.fonts)
    space = sum(found.widths)
    larger = grid.column_widths(found.size + 2, space)
    fits = larger is not None and grid.natural_width(found.size + 2) <= space
    assert fits is is_smaller
