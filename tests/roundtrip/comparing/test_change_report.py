"""Changes for programs: a list of objects that say which change each is."""

import json

from deckgen.deck.box import Box
from deckgen.roundtrip.comparing import changes as ch
from deckgen.roundtrip.comparing.change_report import changes_json
from deckgen.support.diagnostics import Span


def test_changes_are_objects_with_their_places() -> None:
    current = ch.Current("conflict", "newer", Span("slides.yaml", 3, 5, 5))
    words = ch.WordsChanged("a", "body", 1, "old", "new", current)
    moved = ch.ShapeMoved("a", "Plan", Box(0, 0, 9, 9), Box(1, 2, 9, 9))
    text = changes_json([words, moved])
    first, second = json.loads(text)
    assert text.endswith("]\n")
    assert first == {
        "change": "words-changed",
        "slide_id": "a",
        "place": "body",
        "paragraph": 1,
        "base": "old",
        "edited": "new",
        "current": {
            "state": "conflict",
            "words": "newer",
            "span": {"file": "slides.yaml", "line": 3, "column": 5, "length": 5},
            "generated": False,
        },
    }
    assert (second["change"], second["edited"]) == (
        "shape-moved",
        {"x": 1, "y": 2, "cx": 9, "cy": 9},
    )
    assert second["current"]["span"] is None
