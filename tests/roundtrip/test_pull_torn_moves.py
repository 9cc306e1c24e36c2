"""What was moved is taken as a whole: in both places, or in none."""

from typing import Any

import pytest

from deckgen.roundtrip.comparing.changes import (
    Change,
    ParagraphAdded,
    ParagraphDeleted,
    RowAdded,
    RowDeleted,
    WordsChanged,
)
from deckgen.roundtrip.pull import torn_moves
from tests.roundtrip.edits_by_hand import added, removed, retyped
from tests.roundtrip.pulling import MAIN, Edit, all_of, paragraphs, pulled

GONE = ParagraphDeleted("a", "body", 1, "Gera and Jena")
NEW = ParagraphAdded("b", "body", 0, "Gera  and Jena", 0)
ANOTHER = ParagraphAdded("a", "body", 0, "Altenburg", 0)
OLD_ROW, NEW_ROW = (
    RowDeleted("a", "table 1", 2, ("Gera", "94")),
    RowAdded("a", "table 1", 4, ("Gera", "94")),
)
SHORTER = WordsChanged("a", "body", 0, "Trees for all in Gera", "Trees for all")
REST = ParagraphAdded("a", "body", 1, "in Gera", 0)
LONGER = WordsChanged("a", "body", 0, "Fewer cars", "Gera and Jena, fewer cars")
JOINED = WordsChanged("a", "body", 0, "Fewer cars", "Gera and Jena fewer cars")


@pytest.mark.parametrize(
    ("changes", "taken", "torn"),
    [
        ([GONE, NEW], [GONE], [GONE, NEW]),
        ([NEW, GONE], [NEW], [GONE, NEW]),
        ([GONE, NEW], [GONE, NEW], []),
        ([GONE, NEW], [], []),
        ([GONE, ANOTHER], [GONE], []),
        ([OLD_ROW, NEW_ROW], [OLD_ROW], [OLD_ROW, NEW_ROW]),
        ([GONE, NEW, NEW._replace(before=3)], [GONE, NEW], []),
        ([SHORTER, REST], [REST], [REST, SHORTER]),
        ([SHORTER, REST], [SHORTER, REST], []),
        ([SHORTER, REST._replace(edited="Jena")], [SHORTER], []),
        ([SHORTER, REST._replace(place="second")], [SHORTER], []),
        ([GONE, JOINED], [JOINED], [GONE, JOINED]),
        ([GONE, LONGER], [GONE], []),
    ],
    ids=[
        *("gone", "twice", "moved", "left", "other words", "a row", "pasted twice"),
        *("split", "split and taken", "a new line", "another text", "joined", "other signs"),
    ],
)
def test_half_of_a_move_is_torn(
    changes: list[Change], taken: list[Change], torn: list[Change]
) -> None:
    assert list(torn_moves(changes, taken)) == torn


def moved_up(words: str) -> Edit:
    """Return what moves a paragraph before the one above it."""

    def edit(presentation: Any) -> None:
        element = next(each for each in paragraphs(presentation) if each.text == words)._p
        element.getprevious().addprevious(element)

    return edit


OUTLINE = """\
title: A talk
slides:
  - title: Trees
    bullets:
      - 'More trees:':
          - limes
          - maples
      - Fewer cars
"""


@pytest.mark.parametrize(
    ("words", "expected"),
    [("limes", ["refused", "refused"]), ("maples", ["taken", "taken"])],
    ids=["above the first bullet", "above its neighbour"],
)
def test_a_bullet_that_cannot_be_moved_stays_where_it_is(words: str, expected: list[str]) -> None:
    made = pulled({MAIN: OUTLINE}, moved_up(words))
    assert made.results == expected
    assert bool(made.files) == ("taken" in expected)


SPLIT = """\
title: A talk
vars: {town: Gera}
slides:
  - title: Trees
    bullets:
      - A square for all in ${town}
      - A square for the old limes
"""


def split(words: str, at: int) -> Edit:
    """Return what splits a paragraph before a blank, as Enter does."""
    return all_of([added(words, words[at:]), retyped(words, words[:at])])


@pytest.mark.parametrize(
    ("words", "expected", "line"),
    [
        ("A square for all in Gera", ["refused", "refused"], ""),
        (
            "A square for the old limes",
            ["taken", "taken"],
            "      - A square for\n      - the old limes\n",
        ),
    ],
    ids=["a variable", "words"],
)
def test_a_bullet_is_split_as_a_whole(words: str, expected: list[str], line: str) -> None:
    made = pulled({MAIN: SPLIT}, split(words, 12))
    assert made.results == expected
    assert made.files.get(MAIN, "").endswith(line)
    assert bool(made.files) == bool(line)


CONDITIONAL = """\
title: A talk
slides:
  - title: Trees
    bullets:
      - Limes
      # from the council
      - text: More **maples**
        except: short
      - Fewer cars
"""


def test_a_bullet_that_was_moved_keeps_its_lines() -> None:
    made = pulled({MAIN: CONDITIONAL}, moved_up("More maples"))
    assert made.results == ["taken", "taken"]
    lines = CONDITIONAL.splitlines(keepends=True)
    assert made.files[MAIN] == "".join([*lines[:4], *lines[5:8], lines[4], *lines[8:]])


def test_a_bullet_with_a_condition_is_deleted_with_it() -> None:
    made = pulled({MAIN: CONDITIONAL}, removed("More maples"))
    assert made.results == ["taken"]
    lines = CONDITIONAL.splitlines(keepends=True)
    assert made.files[MAIN] == "".join([*lines[:5], *lines[8:]])
