"""Every change in plain words, with the old and the new words where it has them."""

import pytest

from deckgen.deck.box import Box
from deckgen.roundtrip.comparing import changes as ch
from deckgen.roundtrip.comparing.change_report import DescribedChange, described, place_name

BOX, MOVED, LARGER = Box(0, 0, 9, 9), Box(5, 0, 9, 9), Box(0, 0, 9, 20)

CASES = [
    (ch.WordsChanged("aim", "title", 0, "Old", "New"), DescribedChange("title", "Old", "New")),
    (ch.WordsChanged("aim", "body", 1, "Old", "New"), DescribedChange("text", "Old", "New")),
    (ch.WordsChanged("aim", "by", 0, "Old", "New"), DescribedChange("author", "Old", "New")),
    (
        ch.ParagraphAdded("aim", "body", 1, "More", 0),
        DescribedChange("text: a new paragraph", "", "More"),
    ),
    (
        ch.ParagraphDeleted("aim", "second", 0, "Less"),
        DescribedChange("second text: a paragraph deleted", "Less"),
    ),
    (ch.LevelChanged("aim", "body", 0, "limes", 0, 1), DescribedChange("text: “limes” indented")),
    (
        ch.LevelChanged("aim", "body", 0, "limes", 1, 0),
        DescribedChange("text: “limes” indented less"),
    ),
    (
        ch.FormatChanged("aim", "body", 0, "a bold word", 2, 6, "bold", added=True),
        DescribedChange("text: “bold” made bold"),
    ),
    (
        ch.FormatChanged("aim", "body", 0, "a bold word", 2, 6, "strike", added=False),
        DescribedChange("text: “bold” struck through no longer"),
    ),
    (ch.NotesAdded("aim", ("One", "Two")), DescribedChange("notes, new", "", "One\nTwo")),
    (ch.TextDeleted("aim", "notes", ("One", "Two")), DescribedChange("notes: deleted", "One\nTwo")),
    (ch.SlideMoved("aim", "costs"), DescribedChange("moved behind costs")),
    (ch.SlideMoved("aim", ""), DescribedChange("moved to the beginning")),
    (ch.SlideDeleted("aim", "What we want"), DescribedChange("deleted")),
    (ch.SlideAdded(4, "New", "aim"), DescribedChange("new, behind aim")),
    (ch.SlideAdded(1, "New", ""), DescribedChange("new, at the beginning")),
    (ch.SlideAdded(4, "New", "aim", "costs"), DescribedChange("a copy of costs, behind aim")),
    (ch.SlideHidden("aim", hidden=True), DescribedChange("hidden")),
    (ch.SlideHidden("aim", hidden=False), DescribedChange("hidden no longer")),
    (
        ch.SlideRestyled("aim", "has another layout"),
        DescribedChange("the slide has another layout"),
    ),
    (ch.ShapeMoved("aim", "picture 1", BOX, MOVED), DescribedChange("picture 1: moved")),
    (
        ch.ShapeMoved("aim", "picture 1", BOX, LARGER),
        DescribedChange("picture 1: another size or place"),
    ),
    (ch.ShapeAdded("aim", "Arrow 7", "Here", BOX), DescribedChange("Arrow 7, new", "", "Here")),
    (ch.ShapeDeleted("aim", "picture 1"), DescribedChange("picture 1: deleted")),
    (
        ch.ShapeChanged("aim", "picture 1", "shows another picture"),
        DescribedChange("picture 1 shows another picture"),
    ),
]


@pytest.mark.parametrize(("change", "expected"), CASES)
def test_a_change_in_plain_words(change: ch.Change, expected: DescribedChange) -> None:
    assert described(change) == expected


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("title", "title"),
        ("kicker", "line above the title"),
        ("number", "slide number"),
        ("alt 2", "description of graphic 2"),
        ("table 1 cell 3 2", "table 1, row 3, column 2"),
        ("chart 1 value 2 1", "chart 1, value 2, 1"),
        ("picture 1", "picture 1"),
    ],
)
def test_a_place_in_plain_words(place: str, expected: str) -> None:
    assert place_name(place) == expected
