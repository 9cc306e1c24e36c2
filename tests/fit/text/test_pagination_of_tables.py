"""Rows of a table over slides: as few parts as there can be, of like height."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.fit.text.pagination import balanced_rows
from tests.present import present


@given(st.lists(st.integers(1, 100), min_size=1, max_size=80), st.integers(100, 400))
def test_parts_hold_every_row_once_and_are_as_few_as_can_be(heights: list[int], room: int) -> None:
    parts = present(balanced_rows(heights, room))
    assert [at for start, end in parts for at in range(start, end)] == [*range(len(heights))]
    assert all(sum(heights[start:end]) <= room for start, end in parts)
    greedy, filled = 1, 0
    for height in heights:
        fits = filled + height <= room
        greedy, filled = (greedy, filled + height) if fits else (greedy + 1, height)
    assert len(parts) == greedy


@pytest.mark.parametrize(
    ("count", "sizes"), [(10, [5, 5]), (11, [6, 5]), (19, [6, 7, 6]), (9, [9]), (0, None)]
)
def test_parts_are_balanced(count: int, sizes: list[int] | None) -> None:
    parts = balanced_rows([1] * count, 9)
    assert sizes == (None if parts is None else [end - start for start, end in parts])


def test_a_row_that_is_too_high_has_no_parts() -> None:
    assert balanced_rows([1, 10, 1], 9) is None
