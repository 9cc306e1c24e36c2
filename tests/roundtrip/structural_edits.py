"""Changes as people make them in a deck: to words, notes, tables, charts, shapes and slides."""

import copy
from collections.abc import Callable, Mapping
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.util import Emu, Pt

from tests.roundtrip.edited_talk import delete_slide, duplicate_slide, move_slide, shape

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
    run.text, run.font.size, run.font.bold = "for all", paragraph.runs[0].font.size, True


def _unbold_word(deck: Any) -> None:
    for run in shape(deck, MOTTO, "Title").text_frame.paragraphs[0].runs:
        run.font.bold = None


def _color_word(deck: Any) -> None:
    run = shape(deck, AIM, "Content").text_frame.paragraphs[0].runs[0]
    run.font.color.rgb, run.font.underline = _Color(255, 0, 0), True


def _enlarge_word(deck: Any) -> None:
    shape(deck, AIM, "Content").text_frame.paragraphs[0].runs[0].font.size = Pt(60)


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


EDITS: Mapping[str, Callable[[Any], None]] = {
    "nothing": _nothing,
    "a title": _reword_title,
    "a bullet": _reword_bullet,
    "a new bullet": _add_bullet,
    "a bullet taken away": _delete_bullet,
    "a bullet indented": _indent_bullet,
    "a word made bold": _bold_word,
    "a word bold no longer": _unbold_word,
    "a word coloured and underlined": _color_word,
    "a word larger than its neighbours": _enlarge_word,
    "a line broken": _line_break,
    "notes": _reword_notes,
    "new notes": _add_notes,
    "notes taken away": _delete_notes,
    "a cell": _change_cell,
    "a new row": _add_row,
    "a number of a chart": _change_number,
    "a picture moved": _move_picture,
    "a picture taken away": _delete_picture,
    "an alternative text": _reword_alt,
    "a new text box": _add_text_box,
    "a title taken away": _delete_title,
    "a slide moved": _move_slide,
    "a slide taken away": _delete_slide,
    "a copy of a slide": _duplicate_slide,
    "a new slide": _insert_slide,
    "a slide hidden": _hide_slide,
}
"""Each changes the deck of `edited_talk`."""
