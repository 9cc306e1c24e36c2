"""Shapes behind others that are only a frame or a ground: they are passed over."""

import pytest

from deckgen.deck.box import Box
from deckgen.importing.powerpoint.reading.places import (
    without_frames,
    without_grounds,
)
from deckgen.importing.powerpoint.reading.source_slide import SourcePicture, SourceShape, Unread
from tests.importing.powerpoint.source_slides import text_shape

WHOLE = Box(0, 0, 1000, 1000)
TITLE = text_shape("Towns", placeholder="title", box=Box(0, 0, 1000, 100))
TEXT = text_shape("Gera", box=Box(100, 300, 300, 300))


def drawn(box: Box, words: str = "", *, is_box: bool = True) -> SourceShape:
    return SourceShape(Unread("drawn shape", words, is_box and not words), box)


def picture(box: Box) -> SourceShape:
    return SourceShape(SourcePicture(b"", "png", "", decorative=False, name="a"), box)


PLAN = picture(Box(500, 300, 200, 200))
DECORATION = SourceShape(
    SourcePicture(b"", "png", "", decorative=True, name="a"), Box(0, 10, 1000, 980)
)
CARD = Box(90, 290, 320, 320)
AROUND = Box(495, 295, 210, 210)


@pytest.mark.parametrize(
    ("shapes", "kept"),
    [
        ([drawn(AROUND, is_box=False), PLAN], [1]),
        ([PLAN, drawn(AROUND, is_box=False)], [0, 1]),
        ([drawn(AROUND, "A plan"), PLAN], [0, 1]),
        ([drawn(Box(490, 290, 230, 230)), PLAN], [0, 1]),
        ([drawn(TEXT.box), TEXT], [0, 1]),
    ],
    ids=["behind", "before", "with words", "too large", "behind a text"],
)
def test_a_frame_is_almost_hidden_by_a_picture(shapes: list[SourceShape], kept: list[int]) -> None:
    assert without_frames(shapes) == [shapes[at] for at in kept]


@pytest.mark.parametrize(
    ("shapes", "kept"),
    [
        ([drawn(WHOLE), TITLE, TEXT, PLAN], [1, 2, 3]),
        ([drawn(Box(0, 200, 1000, 700)), TITLE, TEXT, PLAN], [1, 2, 3]),
        ([TITLE, drawn(Box(400, 200, 400, 700)), TEXT, PLAN], [0, 1, 2, 3]),
        ([TITLE, TEXT, PLAN, drawn(Box(0, 200, 1000, 700))], [0, 1, 2, 3]),
        ([drawn(WHOLE, is_box=False), TITLE, TEXT], [0, 1, 2]),
        ([drawn(WHOLE, "Draft"), TITLE, TEXT], [0, 1, 2]),
        ([drawn(WHOLE)], [0]),
        ([TITLE, drawn(Box(600, 0, 400, 1000)), TEXT], [0, 2]),
        ([drawn(Box(0, 0, 1000, 120)), TITLE, TEXT], [1, 2]),
        ([TITLE, drawn(CARD), TEXT, PLAN], [0, 2, 3]),
        ([DECORATION, TITLE, TEXT], [1, 2]),
        ([TITLE, DECORATION], [0, 1]),
        ([picture(WHOLE), TITLE, TEXT], [0, 1, 2]),
        ([TITLE, drawn(Box(250, 290, 160, 320)), TEXT, PLAN], [0, 1, 2, 3]),
        ([TITLE, drawn(Box(50, 250, 400, 400)), drawn(CARD), TEXT, PLAN], [0, 1, 3, 4]),
    ],
    ids=[
        *("whole", "panel", "some alone", "above", "other form", "words", "alone"),
        *("half of the slide", "a band", "a card", "a decorative picture"),
        *(
            "a decorative picture above",
            "a picture that says something",
            "a part of a text",
            "a card on a card",
        ),
    ],
)
def test_a_ground_lies_below_all_but_the_title(shapes: list[SourceShape], kept: list[int]) -> None:
    assert without_grounds(shapes, WHOLE) == [shapes[at] for at in kept]
