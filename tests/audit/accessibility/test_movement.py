"""A picture of several frames moves; one of a single frame does not."""

from functools import partial

import pytest

from deckgen.audit.audit import audit_deck
from tests.audit.corpus.fault import base_deck
from tests.audit.corpus.file_edits import moving_picture
from tests.tools.packages import edited


@pytest.mark.parametrize(("frames", "found"), [(1, 0), (2, 1)])
def test_how_many_frames_are_told(frames: int, found: int) -> None:
    deck = edited(base_deck(), [partial(moving_picture, frames=frames)])
    assert audit_deck(deck, "a.pptx").counts.get("moving-picture", 0) == found
