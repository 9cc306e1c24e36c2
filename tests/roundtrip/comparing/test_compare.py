"""What was changed by hand is told: words, notes, order, slides, shapes; nothing else."""

import io
from typing import Any

import pptx
import pytest

from deckgen.deck.box import Box
from deckgen.deck.deck_map import DeckMap
from deckgen.roundtrip.comparing.changes import (
    Change,
    FormatChanged,
    LevelChanged,
    NotesAdded,
    ParagraphAdded,
    ParagraphDeleted,
    RowAdded,
    ShapeAdded,
    ShapeChanged,
    ShapeDeleted,
    ShapeMoved,
    SlideAdded,
    SlideDeleted,
    SlideHidden,
    SlideMoved,
    SlideRestyled,
    TextDeleted,
    WordsChanged,
)
from deckgen.roundtrip.comparing.compare import compare
from tests.building import ROOT, built
from tests.roundtrip.edited_talk import base, changes_of, delete_slide, opened, read
from tests.roundtrip.structural_edits import EDITS
from tests.sampled import sampled
from tests.tools.packages import saved


def _box(place: str, slide: str) -> Box:
    boxes = {(one.id, box.place): box.box for one in base().slides for box in one.boxes}
    return boxes[slide, place]


PICTURE = _box("picture 1", "plan")
CASES: dict[str, list[Change]] = {
    "nothing": [],
    "a title": [WordsChanged("aim", "title", 0, "What we want", "What we all want")],
    "a bullet": [WordsChanged("aim", "body", 2, "limes", "lime trees")],
    "a new bullet": [ParagraphAdded("aim", "body", 5, "A fountain", 1)],
    "a bullet taken away": [ParagraphDeleted("aim", "body", 2, "limes")],
    "a bullet indented": [LevelChanged("aim", "body", 4, "Fewer cars", 0, 1)],
    "a word made bold": [
        FormatChanged("aim", "body", 0, "A square for all", 9, 16, "bold", added=True)
    ],
    "a word bold no longer": [
        FormatChanged("motto", "title", 0, "Well begun is half done.", 5, 10, "bold", added=False)
    ],
    "a word coloured and underlined": [
        ShapeChanged("aim", "body", "has another colour of words and a line below")
    ],
    "a word larger than its neighbours": [
        ShapeChanged("aim", "body", "has another size or spacing of words")
    ],
    "a line broken": [WordsChanged("steps", "title", 0, "How it goes on", "How it\vgoes on")],
    "notes": [WordsChanged("aim", "notes", 0, "Begin slowly.", "Begin at once.")],
    "new notes": [NotesAdded("plan", ("Show the trees.",))],
    "notes taken away": [TextDeleted("aim", "notes", ("Begin slowly.", "Then ask the room."))],
    "a cell": [WordsChanged("costs", "table 1 cell 2 2", 0, "1200", "1500")],
    "a new row": [RowAdded("costs", "table 1", 3, ("Chairs", "800"))],
    "a number of a chart": [WordsChanged("visitors", "chart 1 value 1 2", 0, "180", "210.5")],
    "a picture moved": [
        ShapeMoved("plan", "picture 1", PICTURE, PICTURE._replace(x=PICTURE.x + 360_000))
    ],
    "a picture taken away": [ShapeDeleted("plan", "picture 1")],
    "an alternative text": [
        WordsChanged("plan", "alt 1", 0, "A plan of the square", "The square from above")
    ],
    "a new text box": [ShapeAdded("plan", "text box", "Draft!", Box(0, 0, 900_000, 360_000))],
    "a title taken away": [TextDeleted("plan", "title", ("How it looks",))],
    "a slide moved": [SlideMoved("motto", "aim")],
    "a slide taken away": [SlideDeleted("visitors", "Who came")],
    "a copy of a slide": [SlideAdded(2, "What we want", "aim", "aim")],
    "a new slide": [SlideAdded(3, "What is new", "costs")],
    "a slide hidden": [SlideHidden("plan", hidden=True)],
}


@pytest.mark.parametrize("case", sampled([*CASES], every=2))
def test_each_change_is_told(case: str) -> None:
    deck = opened()
    EDITS[case](deck)
    assert list(changes_of(deck)) == CASES[case]


def _renumbered(deck: Any) -> None:
    """Take away what LibreOffice and others do not keep: ids and names of slides and shapes."""
    for number, entry in enumerate(deck.slides._sldIdLst):
        entry.set("id", str(256 + number))
    for slide in deck.slides:
        slide._element.cSld.attrib.pop("name", None)
        for each in slide.shapes:
            each._element._nvXxPr.cNvPr.set("name", "Shape")
            each._element._nvXxPr.cNvPr.set("id", str(each.shape_id + 100))


@pytest.mark.parametrize("case", sampled([*CASES], every=9))
def test_the_same_is_told_of_a_deck_without_ids_and_names(case: str) -> None:
    deck = opened()
    EDITS[case](deck)
    _renumbered(deck)
    assert list(changes_of(deck)) == CASES[case]


@pytest.mark.parametrize(
    ("bold", "told"),
    sampled(
        [
            ([0], [FormatChanged("aim", "body", 0, "A square for all", 0, 16, "bold", added=True)]),
            ([0, 1, 2, 3, 4], []),
        ],
        every=2,
    ),
    ids=["one paragraph: somebody did it", "all of them: the layout's, as the program writes it"],
)
def test_of_libreoffice_what_all_paragraphs_have_is_inherited(
    bold: list[int], told: list[Change]
) -> None:
    deck = opened()
    for at in bold:
        for run in deck.slides[0].placeholders[1].text_frame.paragraphs[at].runs:
            run.font.bold = True
    edited = read(saved(deck))._replace(program="LibreOffice/7.4")
    assert [each for each in compare(base(), edited) if isinstance(each, FormatChanged)] == told


def test_without_slides_all_are_deleted() -> None:
    deck = opened()
    for _ in range(6):
        delete_slide(deck, 0)
    assert [type(each) for each in changes_of(deck)] == [SlideDeleted] * 6


@pytest.mark.slow
def test_current_words_are_not_needed() -> None:
    assert changes_of(opened(), DeckMap(())) == ()


@pytest.mark.slow
def test_words_of_an_included_slide_are_told_but_not_which() -> None:
    deck = pptx.Presentation(io.BytesIO(built(ROOT / "examples" / "include.yaml")))
    included = next(slide for slide in deck.slides if "stay" in slide.shapes.title.text)
    included.shapes.title.text_frame.paragraphs[0].runs[0].text = "A place to go"
    read_deck = read(saved(deck))
    assert read_deck.base is not None
    (change,) = compare(read_deck.base, read_deck)
    assert isinstance(change, SlideRestyled)
    assert "comes from another deck" in change.what
