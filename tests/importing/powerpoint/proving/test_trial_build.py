"""Entries are built in memory, and their lines tell which of them an error is about."""

import pytest

from deckgen.importing.outline_yaml import OutlineEntry, outline_yaml
from deckgen.importing.powerpoint.proving.trial_build import Choice, entry_at, entry_lines
from tests.importing.powerpoint.source_slides import source_slide

KINDS = tuple(OutlineEntry({key: "A"}, 1) for key in ("quote", "title", "include", "headline"))
"""Two kinds, the slide as it is, its words alone."""


@pytest.mark.parametrize(
    ("given", "without_first", "included"),
    [
        (KINDS, KINDS[1:], KINDS[2:]),
        (KINDS[1:], KINDS[2:], KINDS[2:]),
        (KINDS[2:], KINDS[3:], KINDS[2:]),
        (KINDS[3:], KINDS[3:], KINDS[3:]),
    ],
    ids=["two kinds", "one", "the slide as it is", "its words alone"],
)
def test_kinds_give_way_to_the_slide_as_it_is(
    given: tuple[OutlineEntry, ...],
    without_first: tuple[OutlineEntry, ...],
    included: tuple[OutlineEntry, ...],
) -> None:
    choice = Choice(source_slide(), given)
    assert choice.without_first().entries == without_first
    assert choice.included().entries == included
    assert choice.is_included is (given == included)


@pytest.mark.parametrize(
    ("given", "expected"),
    [(KINDS, ()), (KINDS[1:], ("Slide 1 stays as it is: lost.",)), (KINDS[2:], ())],
    ids=["another kind is left", "the last kind", "no kind"],
)
def test_the_last_kind_says_why_it_gives_way(
    given: tuple[OutlineEntry, ...], expected: tuple[str, ...]
) -> None:
    first, *_ = Choice(source_slide(), given).without_first("lost").entries
    assert first.comments == expected


def test_with_its_id_a_slide_has_it_first_in_each_entry() -> None:
    entries = KINDS[0], OutlineEntry({"title": "A", "id": "own"}, 1)
    named = Choice(source_slide(), entries).with_id().entries
    assert [list(each.keys.items()) for each in named] == [
        [("id", "a"), ("quote", "A")],
        [("id", "own"), ("title", "A")],
    ]


def test_each_line_belongs_to_the_entry_that_begins_before_it() -> None:
    text = outline_yaml({"title": "A talk"}, [KINDS[0], OutlineEntry({"title": "A", "b": "c"}, 1)])
    lines, starts = text.split("\n"), entry_lines(text)
    assert [lines[start - 1].split(":")[0] for start in starts] == ["  - quote", "  - title"]
    first, second = starts
    assert [entry_at(starts, line) for line in (1, first, second - 1, second, second + 1)] == [
        *(None, 0, 0, 1, 1)
    ]
