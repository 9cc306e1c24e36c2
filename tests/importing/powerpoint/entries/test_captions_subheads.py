"""The line right below a headline: both become one title."""

import pytest

from deckgen.deck.box import Box
from deckgen.importing.powerpoint.reading.source_slide import SourceShape
from tests.importing.powerpoint.entries.source_shapes import (
    PLAN,
    TABLE,
    entries,
    shown,
    slide,
    text,
)

HEAD = Box(0, 500_000, 8_000_000, 600_000)
BELOW = HEAD._replace(y=1_150_000, cy=400_000)
TITLE = text("Joins", placeholder="title", box=HEAD)
BODY = text("a", "b", mark="bullet", box=Box(0, 2_000_000, 8_000_000, 4_000_000))
TYPED = text("Problem", placeholder="", box=BELOW)


def first_title(*shapes: SourceShape, title: SourceShape = TITLE) -> str:
    made = entries(slide(*shapes, title=title))
    return str(made[0]["title"]) if made else ""


@pytest.mark.parametrize(
    ("headline", "subhead", "expected"),
    [
        ("Joins", text("Problem", box=BELOW), "Joins: Problem"),
        ("Why joins?", text("Problem", box=BELOW), "Why joins? Problem"),
        ("Joins:", text("Problem", box=BELOW), "Joins: Problem"),
        ("Joins", TYPED._replace(largest_size=24), "Joins: Problem"),
    ],
    ids=["a line", "after a question", "after a colon", "a larger text box"],
)
def test_the_line_below_a_headline_goes_on_with_it(
    headline: str, subhead: SourceShape, expected: str
) -> None:
    title = text(headline, placeholder="title", box=HEAD)
    assert first_title(subhead, BODY, title=title) == expected


def test_a_line_between_a_headline_and_a_table_goes_on_with_the_headline() -> None:
    table = shown(TABLE, BODY.box)
    assert first_title(TYPED, table) == "Joins: Problem"
    assert first_title(TYPED, shown(PLAN, BODY.box)) == "Joins"


OTHERS = {
    "alone": [text("Problem", box=BELOW)],
    "two lines": [text("Problem", "Idea", box=BELOW), BODY],
    "a bullet": [text("Problem", mark="bullet", box=BELOW), BODY],
    "long": [text("Problem " * 12, box=BELOW), BODY],
    "high": [text("Problem", box=BELOW._replace(cy=900_000)), BODY],
    "far below": [text("Problem", box=BELOW._replace(y=5_000_000)), BODY],
    "beside": [text("Problem", box=BELOW._replace(x=7_000_000)), BODY],
    "a text box of the same size": [TYPED, BODY],
}


@pytest.mark.parametrize("shapes", OTHERS.values(), ids=OTHERS)
def test_other_lines_are_texts_of_their_own(shapes: list[SourceShape]) -> None:
    assert first_title(*shapes) == "Joins"


def test_of_two_texts_at_one_place_no_kind_shows_the_slide() -> None:
    assert first_title(text("Problem", box=BELOW), BODY._replace(box=BELOW)) == ""
