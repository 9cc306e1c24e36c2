"""What somebody changes in LibreOffice is told: its own macros edit, without a window."""

from pathlib import Path
from typing import NamedTuple

import pytest

from deckgen.deck.box import Box
from deckgen.roundtrip.comparing.changes import (
    Change,
    FormatChanged,
    NotesAdded,
    ParagraphAdded,
    ParagraphDeleted,
    ShapeAdded,
    ShapeDeleted,
    ShapeMoved,
    SlideAdded,
    SlideDeleted,
    SlideHidden,
    WordsChanged,
)
from deckgen.roundtrip.comparing.compare import compare
from tests.roundtrip.edited_talk import base, built, read
from tests.roundtrip.test_structural_pulls import FILES, pulled
from tests.tools.libreoffice import edited
from tests.tools.needs import need

_TITLE = "shape = doc.DrawPages.getByIndex({}).getByIndex(0)"
_BODY = "shape = doc.DrawPages.getByIndex({}).getByIndex(1)"
_NOTES = "shape = doc.DrawPages.getByIndex({}).NotesPage.getByIndex(1)"
_BOX = Box(0, 0, 0, 0)


class _Edit(NamedTuple):
    macro: str
    """Statements of LibreOffice Basic."""
    changes: list[Change]
    """Without boxes, which LibreOffice rounds."""


EDITS = {
    "a title": _Edit(
        f'{_TITLE.format(0)}\nshape.String = "What we all want"',
        [WordsChanged("aim", "title", 0, "What we want", "What we all want")],
    ),
    "a new bullet": _Edit(
        f"{_BODY.format(0)}\n"
        "shape.insertControlCharacter(shape.End, 0, False)\n"
        'shape.insertString(shape.End, "A fountain", False)',
        [ParagraphAdded("aim", "body", 5, "A fountain", 0)],
    ),
    "a word in a bullet": _Edit(
        f"{_BODY.format(0)}\ncursor = shape.createTextCursor()\ncursor.gotoStart(False)\n"
        'cursor.goRight(2, False)\ncursor.goRight(6, True)\ncursor.String = "garden"',
        [WordsChanged("aim", "body", 0, "A square for all", "A garden for all")],
    ),
    "a word made bold": _Edit(
        f"{_BODY.format(0)}\ncursor = shape.createTextCursor()\ncursor.gotoStart(False)\n"
        "cursor.goRight(2, False)\ncursor.goRight(6, True)\ncursor.CharWeight = 150",
        [FormatChanged("aim", "body", 0, "A square for all", 2, 8, "bold", added=True)],
    ),
    "a whole bullet made bold": _Edit(
        f"{_BODY.format(0)}\ncursor = shape.createTextCursor()\ncursor.gotoStart(False)\n"
        "cursor.goRight(16, True)\ncursor.CharWeight = 150",
        [FormatChanged("aim", "body", 0, "A square for all", 0, 16, "bold", added=True)],
    ),
    "notes": _Edit(
        f'{_NOTES.format(0)}\nshape.String = "Begin at once."',
        [
            WordsChanged("aim", "notes", 0, "Begin slowly.", "Begin at once."),
            ParagraphDeleted("aim", "notes", 1, "Then ask the room."),
        ],
    ),
    "new notes": _Edit(
        f'{_NOTES.format(3)}\nshape.String = "Show the trees."',
        [NotesAdded("plan", ("Show the trees.",))],
    ),
    "a cell": _Edit(
        f'{_BODY.format(1)}\nshape.Model.getCellByPosition(1, 1).String = "1500"',
        [WordsChanged("costs", "table 1 cell 2 2", 0, "1200", "1500")],
    ),
    "a number of a chart": _Edit(
        f"{_BODY.format(2)}\nnumbers = shape.Model.Data\nrows = numbers.getData()\n"
        "row = rows(1)\nrow(0) = 210.5\nrows(1) = row\nnumbers.setData(rows)",
        [WordsChanged("visitors", "chart 1 value 1 2", 0, "180", "210.5")],
    ),
    "a picture moved": _Edit(
        f"{_BODY.format(3)}\nplace = shape.Position\nplace.X = place.X + 1000\n"
        "shape.Position = place",
        [ShapeMoved("plan", "picture 1", _BOX, _BOX)],
    ),
    "a picture taken away": _Edit(
        f"{_BODY.format(3)}\ndoc.DrawPages.getByIndex(3).remove(shape)",
        [ShapeDeleted("plan", "picture 1")],
    ),
    "a new text box": _Edit(
        'shape = doc.createInstance("com.sun.star.drawing.TextShape")\n'
        "Dim size As New com.sun.star.awt.Size\nsize.Width = 5000\nsize.Height = 1000\n"
        'shape.Size = size\ndoc.DrawPages.getByIndex(3).add(shape)\nshape.String = "Draft!"',
        [ShapeAdded("plan", "text box", "Draft!", None)],
    ),
    "a slide taken away": _Edit(
        "doc.DrawPages.remove(doc.DrawPages.getByIndex(2))", [SlideDeleted("visitors", "Who came")]
    ),
    "a copy of a slide": _Edit(
        "doc.duplicate(doc.DrawPages.getByIndex(0))", [SlideAdded(2, "What we want", "aim", "aim")]
    ),
    "a slide hidden": _Edit(
        "doc.DrawPages.getByIndex(3).Visible = False", [SlideHidden("plan", hidden=True)]
    ),
}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the decks that LibreOffice edited, by the edit."""
    need("libreoffice")
    folder = tmp_path_factory.mktemp("libreoffice")
    deck = folder / "talk.pptx"
    deck.write_bytes(built().data)
    return edited(deck, {name: edit.macro for name, edit in EDITS.items()}, folder / "edited")


@pytest.mark.slow
def test_each_edit_of_libreoffice_is_told(files: dict[str, Path]) -> None:
    told = {
        name: [_without_box(each) for each in compare(base(), read(file.read_bytes()))]
        for name, file in files.items()
    }
    assert told == {name: edit.changes for name, edit in EDITS.items()}


@pytest.mark.slow
def test_what_has_words_is_pulled(files: dict[str, Path]) -> None:
    outcomes = {name: pulled(file.read_bytes(), FILES).outcomes for name, file in files.items()}
    refused = {
        name: [each.why for each in every if each.result != "taken"]
        for name, every in outcomes.items()
    }
    shapes = {"a picture moved", "a picture taken away", "a new text box"}
    assert {name for name, whys in refused.items() if whys} == shapes


def _without_box(change: Change) -> Change:
    match change:
        case ShapeMoved():
            return change._replace(base=_BOX, edited=_BOX)
        case ShapeAdded():
            return change._replace(box=None)
        case _:
            return change
