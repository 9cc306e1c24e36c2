"""Numbered lists over several slides count on, and only within their own list."""

import pytest

from deckgen.deck.layout import TextStyle
from deckgen.deck.text_body import Bullet, Paragraph
from deckgen.fit.text.pagination import continued_list, list_numbers
from deckgen.support.diagnostics import Span

NUMBERED = (TextStyle(24, "dk1", mark="number"), TextStyle(20, "dk1", mark="dash"))
PLAIN = (TextStyle(24, "dk1"),)


def listed(*marks: tuple[Bullet, int]) -> list[Paragraph]:
    return [
        Paragraph((), level, bullet, Span("talk.yaml", line, 1))
        for line, (bullet, level) in enumerate(marks, 1)
    ]


@pytest.mark.parametrize(
    ("paragraphs", "levels", "expected"),
    [
        ([("layout", 0)] * 3, NUMBERED, {1: 1, 2: 2, 3: 3}),
        ([("layout", 0), ("layout", 1), ("layout", 0)], NUMBERED, {1: 1, 3: 2}),
        ([("layout", 0)] * 2, PLAIN, {}),
        ([("number", 0), ("number", 0), ("layout", 0), ("number", 0)], PLAIN, {1: 1, 2: 2, 4: 1}),
        (
            [("number", 0), ("number", 1), ("number", 1), ("number", 0), ("number", 1)],
            PLAIN,
            {1: 1, 2: 1, 3: 2, 4: 2, 5: 1},
        ),
        ([("disc", 0), ("number", 0)], PLAIN, {2: 1}),
    ],
)
def test_a_list_counts_within_its_level(
    paragraphs: list[tuple[Bullet, int]], levels: tuple[TextStyle, ...], expected: dict[int, int]
) -> None:
    found = list_numbers(listed(*paragraphs), levels)
    assert {span.line: number for span, number in found.items()} == expected


def test_a_part_begins_where_the_one_before_it_ended() -> None:
    five: list[tuple[Bullet, int]] = [("layout", 0)] * 5
    paragraphs = listed(*five)
    known = list_numbers(paragraphs, NUMBERED)
    assert [one.start_at for one in continued_list(paragraphs[:3], known)] == [1, 1, 1]
    assert [one.start_at for one in continued_list(paragraphs[3:], known)] == [4, 4]


def test_a_second_list_on_a_slide_begins_anew() -> None:
    paragraphs = listed(("number", 0), ("number", 0), ("layout", 0), ("number", 0))
    known = list_numbers(paragraphs, PLAIN)
    assert [one.start_at for one in continued_list(paragraphs[1:], known)] == [2, 1, 1]


def test_lists_start_where_they_were_told_to_also_further_on() -> None:
    starts = (3, 3, 9, 9, 9)
    five: list[tuple[Bullet, int]] = [("number", 0)] * 5
    pairs = zip(listed(*five), starts, strict=True)
    paragraphs = [one._replace(start_at=start) for one, start in pairs]
    known = list_numbers(paragraphs, PLAIN)
    assert list(known.values()) == [3, 4, 9, 10, 11]
    assert [one.start_at for one in continued_list(paragraphs[1:], known)] == [4, 9, 9, 9]
    assert [one.start_at for one in continued_list(paragraphs[3:], known)] == [10, 10]
