"""A picture that shows something else, also from LibreOffice, which keeps pictures as they were."""

import pytest

from deckgen.roundtrip.comparing.changes import Change, LookTold, ShapeChanged
from deckgen.roundtrip.comparing.compare import compare
from deckgen.roundtrip.reading.edited_deck import EditedDeck, EditedShape
from deckgen.roundtrip.reading.read_edited import read_edited
from deckgen.support.diagnostics import Diagnostics
from tests.roundtrip.pulling import MAIN, edited
from tests.tools.packages import png

OUTLINE = """\
title: A talk
slides:
  - title: Trees
    image: {file: trees.png, alt: Trees}
  - title: Bells
    image: {file: bells.png, alt: Bells}
"""
FILES: dict[str, str | bytes] = {MAIN: OUTLINE, "trees.png": png("green"), "bells.png": png("grey")}


def changes(program: str, exchanged: int, *, is_vector: bool = False) -> list[Change]:
    """Return the changes of a deck whose first pictures show something else."""
    deck = read_edited(edited(FILES, lambda _: None), Diagnostics(), "talk.pptx")
    assert deck is not None
    assert deck.base is not None
    return list(
        compare(
            deck.base, _exchanged(deck._replace(program=program), exchanged, is_vector=is_vector)
        )
    )


def _exchanged(deck: EditedDeck, count: int, *, is_vector: bool) -> EditedDeck:
    def other(shape: EditedShape) -> EditedShape:
        return shape._replace(media="0" * 8, is_vector=is_vector) if shape.media else shape

    slides = [
        slide._replace(shapes=tuple(map(other, slide.shapes))) if at < count else slide
        for at, slide in enumerate(deck.slides)
    ]
    return deck._replace(slides=tuple(slides))


@pytest.mark.parametrize(
    ("program", "exchanged", "is_vector", "told"),
    [
        ("Microsoft Office PowerPoint", 1, False, 1),
        ("Microsoft Office PowerPoint", 2, False, 2),
        ("LibreOffice/7.4", 1, False, 1),
        ("LibreOffice/24.8", 1, True, 0),
    ],
    ids=["PowerPoint", "all by PowerPoint", "LibreOffice", "drawn anew"],
)
def test_an_exchanged_picture_is_told(
    program: str, exchanged: int, told: int, *, is_vector: bool
) -> None:
    made = changes(program, exchanged, is_vector=is_vector)
    assert len(made) == told
    assert all(
        isinstance(each, ShapeChanged) and each.what == "shows something else" for each in made
    )


def test_pictures_of_which_none_is_as_it_was_are_told_once() -> None:
    """Nobody knows whether one was exchanged, or whether LibreOffice wrote all of them anew."""
    (told,) = changes("LibreOffice/24.8", 2)
    assert isinstance(told, LookTold)
    assert told.what == "pictures: none is as it was built"
    assert changes("LibreOffice/24.8", 2, is_vector=True) == []
