"""What was changed by hand is summed up in a few words, each slide counted once."""

import pytest

from deckgen.deck.box import Box
from deckgen.roundtrip.comparing import changes as ch
from deckgen.roundtrip.comparing.hand_edits import summed_up

WORDS = ch.WordsChanged("a", "body", 0, "old", "new")
NEW = ch.SlideAdded(3, "New", "a")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ([], ""),
        ([WORDS], "words of 1 slide"),
        # Two places of one slide are one slide.
        ([WORDS, WORDS._replace(place="title")], "words of 1 slide"),
        ([WORDS, WORDS._replace(slide_id="b")], "words of 2 slides"),
        ([WORDS._replace(place="notes"), ch.NotesAdded("b", ("Slowly",))], "notes of 2 slides"),
        ([NEW, NEW._replace(number=4)], "2 slides new"),
        (
            [ch.SlideDeleted("c", "Old"), ch.SlideMoved("a", ""), ch.SlideHidden("a", hidden=True)],
            "1 slide deleted, 1 slide hidden, 1 slide moved",
        ),
        (
            [ch.ShapeMoved("a", "Plan", Box(0, 0, 1, 1), Box(1, 0, 1, 1)), WORDS],
            "looks of 1 slide, words of 1 slide",
        ),
    ],
)
def test_changes_are_summed_up(changes: list[ch.Change], words: str) -> None:
    assert summed_up(changes) == words
