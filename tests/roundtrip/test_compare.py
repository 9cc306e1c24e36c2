"""What was changed by hand is told: words, notes, order, slides, shapes; nothing else."""

import copy
import io
from collections.abc import Callable
from typing import Any

import pptx
import pytest
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.util import Emu, Pt

from deckgen.deck.box import Box
from deckgen.deck.deck_map import DeckMap
from deckgen.roundtrip.changes import (
    Change,
    FormatChanged,
    LevelChanged,
    NotesAdded,
    ParagraphAdded,
    ParagraphDeleted,
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
from deckgen.roundtrip.compare import compare
from tests.building import ROOT, built
from tests.roundtrip.edited_talk import (
    base,
    changes_of,
    delete_slide,
    duplicate_slide,
    move_slide,
    opened,
    read,
    saved,
    shape,
)

_ChartData: Any = CategoryChartData
_Color: Any = RGBColor
AIM, COSTS, VISITORS, PLAN, STEPS, MOTTO = range(6)


def _nothing(deck: Any) -> None:
    assert len(deck.slides) == 6


def _reword_title(deck: Any) -> None:
    shape(deck, AIM, "Title").text_frame.paragraphs[0].runs[0].text = "What we all want"


def _reword_bullet(deck: Any) -> None:
    shape(deck, AIM, "Content").text_frame.paragraphs[2].runs[0].text = "lime trees"


def _add_bullet(deck: Any) -> None:
    paragraph = shape(deck, AIM, "Content").text_frame.add_paragraph()
    paragraph.text, paragraph.level = "A fountain", 1


def _delete_bullet(deck: Any) -> None:
    element = shape(deck, AIM, "Content").text_frame.paragraphs[2]._p
    element.getparent().remove(element)


def _indent_bullet(deck: Any) -> None:
    shape(deck, AIM, "Content").text_frame.paragraphs[4].level = 1


def _bold_word(deck: Any) -> None:
    paragraph = shape(deck, AIM, "Content").text_frame.paragraphs[0]
    paragraph.runs[0].text = "A square "
    run = paragraph.add_run()
    run.text, run.font.bold = "for all", True


def _unbold_word(deck: Any) -> None:
    for run in shape(deck, MOTTO, "Title").text_frame.paragraphs[0].runs:
        run.font.bold = None


def _color_word(deck: Any) -> None:
    run = shape(deck, AIM, "Content").text_frame.paragraphs[0].runs[0]
    run.font.color.rgb, run.font.underline = _Color(255, 0, 0), True


def _enlarge_word(deck: Any) -> None:
    shape(deck, AIM, "Content").text_frame.paragraphs[0].runs[0].font.size = Pt(44)


def _line_break(deck: Any) -> None:
    shape(deck, STEPS, "Title").text_frame.paragraphs[0].text = "How it\vgoes on"


def _reword_notes(deck: Any) -> None:
    deck.slides[AIM].notes_slide.notes_text_frame.paragraphs[0].runs[0].text = "Begin at once."


def _add_notes(deck: Any) -> None:
    deck.slides[PLAN].notes_slide.notes_text_frame.text = "Show the trees."


def _delete_notes(deck: Any) -> None:
    deck.slides[AIM].notes_slide.notes_text_frame.text = ""


def _change_cell(deck: Any) -> None:
    table = shape(deck, COSTS, "Table").table
    table.cell(1, 1).text_frame.paragraphs[0].runs[0].text = "1500"


def _add_row(deck: Any) -> None:
    last = shape(deck, COSTS, "Table").table._tbl.tr_lst[-1]
    last.addnext(copy.deepcopy(last))


def _change_number(deck: Any) -> None:
    data: Any = _ChartData()
    data.categories = ["2024", "2025"]
    data.add_series("Visitors", (120, 210.5))
    shape(deck, VISITORS, "Chart").chart.replace_data(data)


def _move_picture(deck: Any) -> None:
    picture = shape(deck, PLAN, "Picture")
    picture.left = Emu(picture.left + 360_000)


def _delete_picture(deck: Any) -> None:
    element = shape(deck, PLAN, "Picture")._element
    element.getparent().remove(element)


def _reword_alt(deck: Any) -> None:
    shape(deck, PLAN, "Picture")._element._nvXxPr.cNvPr.set("descr", "The square from above")


def _add_text_box(deck: Any) -> None:
    box = deck.slides[PLAN].shapes.add_textbox(Emu(0), Emu(0), Emu(900_000), Emu(360_000))
    box.text_frame.text = "Draft!"


def _delete_title(deck: Any) -> None:
    element = shape(deck, PLAN, "Title")._element
    element.getparent().remove(element)


def _move_slide(deck: Any) -> None:
    move_slide(deck, MOTTO, COSTS)


def _delete_slide(deck: Any) -> None:
    delete_slide(deck, VISITORS)


def _duplicate_slide(deck: Any) -> None:
    duplicate_slide(deck, AIM)
    move_slide(deck, 6, 1)


def _insert_slide(deck: Any) -> None:
    slide = deck.slides.add_slide(deck.slides[AIM].slide_layout)
    slide.shapes.title.text = "What is new"
    move_slide(deck, 6, 2)


def _hide_slide(deck: Any) -> None:
    deck.slides[PLAN]._element.set("show", "0")


def _box(place: str, slide: str) -> Box:
    boxes = {(one.id, box.place): box.box for one in base().slides for box in one.boxes}
    return boxes[slide, place]


PICTURE = _box("picture 1", "plan")
CASES: dict[str, tuple[Callable[[Any], None], list[Change]]] = {
    "nothing": (_nothing, []),
    "a title": (
        _reword_title,
        [WordsChanged("aim", "title", 0, "What we want", "What we all want")],
    ),
    "a bullet": (_reword_bullet, [WordsChanged("aim", "body", 2, "limes", "lime trees")]),
    "a new bullet": (_add_bullet, [ParagraphAdded("aim", "body", 5, "A fountain", 1)]),
    "a bullet taken away": (_delete_bullet, [ParagraphDeleted("aim", "body", 2, "limes")]),
    "a bullet indented": (_indent_bullet, [LevelChanged("aim", "body", 4, "Fewer cars", 0, 1)]),
    "a word made bold": (
        _bold_word,
        [FormatChanged("aim", "body", 0, "A square for all", 9, 16, "bold", added=True)],
    ),
    "a word bold no longer": (
        _unbold_word,
        [
            FormatChanged(
                "motto", "title", 0, "Well begun is half done.", 5, 10, "bold", added=False
            )
        ],
    ),
    "a word coloured and underlined": (
        _color_word,
        [ShapeChanged("aim", "body", "has words with a line below and another colour")],
    ),
    "a word larger than its neighbours": (
        _enlarge_word,
        [ShapeChanged("aim", "body", "has words with another size")],
    ),
    "a line broken": (
        _line_break,
        [WordsChanged("steps", "title", 0, "How it goes on", "How it\vgoes on")],
    ),
    "notes": (
        _reword_notes,
        [WordsChanged("aim", "notes", 0, "Begin slowly.", "Begin at once.")],
    ),
    "new notes": (_add_notes, [NotesAdded("plan", ("Show the trees.",))]),
    "notes taken away": (
        _delete_notes,
        [TextDeleted("aim", "notes", ("Begin slowly.", "Then ask the room."))],
    ),
    "a cell": (_change_cell, [WordsChanged("costs", "table 1 cell 2 2", 0, "1200", "1500")]),
    "a new row": (
        _add_row,
        [ShapeChanged("costs", "table 1", "has 4 rows and 2 columns; it was built with 3 and 2")],
    ),
    "a number of a chart": (
        _change_number,
        [WordsChanged("visitors", "chart 1 value 1 2", 0, "180", "210.5")],
    ),
    "a picture moved": (
        _move_picture,
        [ShapeMoved("plan", "picture 1", PICTURE, PICTURE._replace(x=PICTURE.x + 360_000))],
    ),
    "a picture taken away": (_delete_picture, [ShapeDeleted("plan", "picture 1")]),
    "an alternative text": (
        _reword_alt,
        [WordsChanged("plan", "alt 1", 0, "A plan of the square", "The square from above")],
    ),
    "a new text box": (
        _add_text_box,
        [ShapeAdded("plan", "text box", "Draft!", Box(0, 0, 900_000, 360_000))],
    ),
    "a title taken away": (_delete_title, [TextDeleted("plan", "title", ("How it looks",))]),
    "a slide moved": (_move_slide, [SlideMoved("motto", "aim")]),
    "a slide taken away": (_delete_slide, [SlideDeleted("visitors", "Who came")]),
    "a copy of a slide": (_duplicate_slide, [SlideAdded(2, "What we want", "aim", "aim")]),
    "a new slide": (_insert_slide, [SlideAdded(3, "What is new", "costs")]),
    "a slide hidden": (_hide_slide, [SlideHidden("plan", hidden=True)]),
}


@pytest.mark.parametrize("case", CASES)
def test_each_change_is_told(case: str) -> None:
    edit, expected = CASES[case]
    deck = opened()
    edit(deck)
    assert list(changes_of(deck)) == expected


def _renumbered(deck: Any) -> None:
    """Take away what LibreOffice and others do not keep: ids and names of slides and shapes."""
    for number, entry in enumerate(deck.slides._sldIdLst):
        entry.set("id", str(256 + number))
    for slide in deck.slides:
        slide._element.cSld.attrib.pop("name", None)
        for each in slide.shapes:
            each._element._nvXxPr.cNvPr.set("name", "Shape")
            each._element._nvXxPr.cNvPr.set("id", str(each.shape_id + 100))


@pytest.mark.parametrize("case", CASES)
def test_the_same_is_told_of_a_deck_without_ids_and_names(case: str) -> None:
    edit, expected = CASES[case]
    deck = opened()
    edit(deck)
    _renumbered(deck)
    assert list(changes_of(deck)) == expected


def test_without_slides_all_are_deleted() -> None:
    deck = opened()
    for _ in range(6):
        delete_slide(deck, 0)
    assert [type(each) for each in changes_of(deck)] == [SlideDeleted] * 6


def test_current_words_are_not_needed() -> None:
    assert changes_of(opened(), DeckMap(())) == ()


def test_words_of_an_included_slide_are_told_but_not_which() -> None:
    deck = pptx.Presentation(io.BytesIO(built(ROOT / "examples" / "include.yaml")))
    included = next(slide for slide in deck.slides if "stay" in slide.shapes.title.text)
    included.shapes.title.text_frame.paragraphs[0].runs[0].text = "A place to go"
    read_deck = read(saved(deck))
    assert read_deck.base is not None
    (change,) = compare(read_deck.base, read_deck)
    assert isinstance(change, SlideRestyled)
    assert "comes from another deck" in change.what
