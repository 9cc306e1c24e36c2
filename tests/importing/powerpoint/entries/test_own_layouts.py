"""Slides on layouts of ours: each layout is made for one kind."""

import pytest

from deckgen.importing.outline_yaml import Item, Keys
from deckgen.importing.powerpoint.reading.source_slide import SourceShape
from tests.importing.powerpoint.entries.source_shapes import (
    BELOW_LEFT,
    CHART,
    DATA,
    IMAGE,
    LEFT,
    PLAN,
    ROWS,
    TABLE,
    entries,
    free,
    shown,
    slide,
    text,
)

OURS: list[tuple[str, list[SourceShape], list[Keys]]] = [
    ("Cover", [text("Four", idx=1)], [{"cover": "Towns", "subtitle": "Four"}]),
    (
        "Cover with picture",
        [text("Ada", idx=13), shown(PLAN)],
        [{"cover": "Towns", "image": IMAGE}, {"cover": "Towns", "speaker": "Ada", "image": IMAGE}],
    ),
    ("Section (dark)", [text("a", idx=1)], [{"section": "Towns", "subtitle": "a", "tone": "dark"}]),
    ("Quote", [text("Ada", idx=1)], [{"quote": "Towns", "by": "Ada"}]),
    ("Closing", [text("a", idx=1)], [{"closing": "Towns", "text": "a"}]),
    (
        "Title and text",
        [text("a", idx=1), text("k", idx=13)],
        [{"title": "Towns", "text": "a", "kicker": "k"}],
    ),
    (
        "Question",
        [text("a", idx=1), text("Talk", idx=13)],
        [{"question": "Towns", "title": "Talk", "text": "a"}],
    ),
    (
        "Questions",
        [text("a", idx=1), text("Talk", idx=13)],
        [
            {"questions": (Item("a"),), "title": "Talk"},
            {"questions": (Item("a"),), "title": "Towns"},
        ],
    ),
    ("Questions", [text("a", idx=1)], [{"agenda": "Towns"}]),
    ("Full picture", [shown(PLAN)], [{"title": "Towns", "image": IMAGE, "bleed": True}]),
    ("Half picture", [shown(PLAN)], [{"title": "Towns", "image": IMAGE, "bleed": "half"}]),
]


@pytest.mark.parametrize(("layout", "shapes", "expected"), OURS)
def test_a_layout_of_ours_names_the_kind(
    layout: str, shapes: list[SourceShape], expected: list[Keys]
) -> None:
    made = slide(*shapes, layout=layout)._replace(is_own=True)
    assert entries(made)[: len(expected)] == expected


@pytest.mark.parametrize(
    ("is_counted", "expected"),
    [
        (True, {"question": "Towns", "text": "a", "image": IMAGE, "title": "Talk"}),
        (False, {"title": "Towns", "text": "a", "image": IMAGE, "kicker": "Talk"}),
    ],
)
def test_a_question_beside_a_graphic_is_counted(*, is_counted: bool, expected: Keys) -> None:
    shapes = [text("Talk", idx=13), text("a", idx=1), shown(PLAN)]
    made = slide(*shapes, layout="Question with graphic")
    assert entries(made._replace(is_own=True, is_counted=is_counted))[0] == expected


def test_in_a_deck_of_ours_captions_credits_and_made_descriptions_are_known() -> None:
    def first(shape: SourceShape, *more: SourceShape) -> Keys:
        return entries(slide(shape, *more)._replace(is_own=True))[0]

    below = free("A plan  ·  Ada", BELOW_LEFT)
    two = text("A plan", "Ada", box=BELOW_LEFT, placeholder="")
    known = {**IMAGE, "caption": "A plan", "credit": "Ada"}
    assert first(shown(PLAN, LEFT), below)["image"] == known
    assert first(shown(PLAN, LEFT), two)["image"] == known
    made = "Table of Town, People: 1."
    assert first(shown(TABLE._replace(alt=made)))["table"] == ROWS
    assert first(shown(CHART._replace(alt="Bars: Towns")))["chart"] == DATA
