"""Slides as PowerPoint users make them, by python-pptx."""

import io
from typing import Any

from PIL import Image
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as PresentationType
from pptx.slide import Slide
from pptx.table import Table
from pptx.util import Inches, Pt

COVER, TITLE_AND_BODY, SECTION, TWO_CONTENTS, TITLE_ONLY, BLANK = 0, 1, 2, 3, 5, 6
"""Layouts of python-pptx's template."""


def add_slide(talk: PresentationType, layout: int, *texts: str) -> Slide:
    """Add a slide; its placeholders get the texts in their order."""
    slide: Slide = talk.slides.add_slide(talk.slide_layouts[layout])
    for holder, text in zip(slide.placeholders, texts, strict=False):
        holder.text_frame.text = text
    return slide


def notes(talk: PresentationType) -> None:
    slide = add_slide(talk, TITLE_AND_BODY, "Trees", "Eleven")
    frame = slide.notes_slide.notes_text_frame
    assert frame is not None
    frame.text = "Tell of the man.\nAnd of his dog."


def bold_title(talk: PresentationType) -> None:
    """Make a headline bold as a whole, as LibreOffice writes it, and one in which a word is."""
    for text, bold in (("Trees", "Trees"), ("Trees and benches", "benches")):
        slide = add_slide(talk, TITLE_AND_BODY, "", "Eleven")
        assert slide.shapes.title is not None
        paragraph = slide.shapes.title.text_frame.paragraphs[0]
        for words in filter(None, (text.removesuffix(bold), bold)):
            run = paragraph.add_run()
            run.text, run.font.bold = words, words == bold


def hidden(talk: PresentationType) -> None:
    add_slide(talk, TITLE_AND_BODY, "Spare", "Only if asked").element.set("show", "0")


def chapter(talk: PresentationType) -> None:
    """Begin a section at the second slide; PowerPoint gives the first one a name of its own."""
    first = add_slide(talk, TITLE_AND_BODY, "First", "one")
    second = add_slide(talk, TITLE_AND_BODY, "Second", "two")
    uri, p14 = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}", "powerpoint/2010/main"
    sections = "".join(
        f"<p14:section name='{name}' id='{{6B1F9A4C-0000-4000-8000-00000000000{at}}}'>"
        f"<p14:sldIdLst><p14:sldId id='{slide.slide_id}'/></p14:sldIdLst></p14:section>"
        for at, (name, slide) in enumerate((("Default Section", first), ("Later", second)))
    )
    talk.element.append(
        parse_xml(
            f"<p:extLst {nsdecls('p')}><p:ext uri='{uri}'><p14:sectionLst "
            f"xmlns:p14='http://schemas.microsoft.com/office/{p14}'>{sections}"
            "</p14:sectionLst></p:ext></p:extLst>"
        )
    )


def links(talk: PresentationType) -> None:
    first = add_slide(talk, TITLE_AND_BODY, "Here", "See ")
    second = add_slide(talk, TITLE_AND_BODY, "There", "Found")
    paragraph = first.placeholders[1].text_frame.paragraphs[0]
    run = paragraph.add_run()
    run.text = "there"
    run.hyperlink.address = "https://example.org"
    click = run._r.rPr.find(qn("a:hlinkClick"))
    id_ = first.part.relate_to(
        second.part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide"
    )
    click.set(qn("r:id"), id_)
    click.set("action", "ppaction://hlinksldjump")
    outside = paragraph.add_run()
    outside.text = " outside"
    outside.hyperlink.address = "https://example.org/a"


def numbered(talk: PresentationType) -> None:
    slide = add_slide(talk, TITLE_AND_BODY, "Order", "Ask\nPlan\nBuild")
    for paragraph in slide.placeholders[1].text_frame.paragraphs:
        properties = paragraph._p.get_or_add_pPr()
        number = parse_xml(f"<a:buAutoNum {nsdecls('a')} type='arabicPeriod' startAt='3'/>")
        properties.append(number)


def lines_on_title_pages(talk: PresentationType) -> None:
    add_slide(talk, COVER, "Trees", "How a town\nplants them\nEva Muster, mayor\nLeipzig, 2025")
    add_slide(talk, SECTION, "Benches", "Part two:\nwhere to sit\nWho pays")


def two_contents(talk: PresentationType) -> None:
    add_slide(talk, TWO_CONTENTS, "For and against", "Light\nCheap", "Loud")


def table(talk: PresentationType) -> None:
    slide = add_slide(talk, TITLE_ONLY, "Costs")
    fill(slide, [["What", "Euro"], ["Bench", "340"], ["Tree", "55.5"]])


def fill(slide: Slide, rows: list[list[str]]) -> Table:
    shape = slide.shapes.add_table(
        len(rows), len(rows[0]), Inches(1), Inches(2), Inches(6), Inches(2)
    )
    for row, texts in zip(shape.table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    return shape.table


def merged_cells(talk: PresentationType) -> None:
    slide = add_slide(talk, TITLE_ONLY, "Costs")
    cells = fill(slide, [["All", ""], ["Bench", "340"]])
    cells.cell(0, 0).merge(cells.cell(0, 1))


def chart(talk: PresentationType) -> None:
    add_chart(add_slide(talk, TITLE_ONLY, "On foot"))


def add_chart(slide: Slide) -> Any:
    new_data: Any = CategoryChartData  # python-pptx gives chart data no types
    data = new_data()
    data.categories = ["2021", "2022"]
    data.add_series("walkers", (120, 180.5))
    size = Inches(1), Inches(2), Inches(6), Inches(4)
    frame: Any = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *size, data)
    return frame.chart


def cropped_picture(talk: PresentationType) -> None:
    slide = add_slide(talk, TITLE_ONLY, "The square")
    picture = slide.shapes.add_picture(io.BytesIO(picture_of(400, 200)), Inches(1), Inches(2))
    picture.crop_left = 0.5
    next(picture._element.iter(qn("p:cNvPr"))).set("descr", "The market")


def picture_of(width: int, height: int) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(data, "PNG")
    return data.getvalue()


def text_box_title(talk: PresentationType) -> None:
    add_slide(talk, TITLE_AND_BODY, "First", "one")
    slide = add_slide(talk, BLANK)
    for text, top, size in (("Benches", 0.5, 40), ("Twelve of them", 3, 18)):
        box = slide.shapes.add_textbox(Inches(1), Inches(top), Inches(6), Inches(1))
        box.text_frame.text = text
        box.text_frame.paragraphs[0].runs[0].font.size = Pt(size)


def text_boxes_side_by_side(talk: PresentationType) -> None:
    add_slide(talk, TITLE_AND_BODY, "First", "one")
    slide = add_slide(talk, TITLE_ONLY, "Benches")
    for left, text in ((0.5, "Red ones\nNew ones"), (5, "Old ones\nBroken ones")):
        box = slide.shapes.add_textbox(Inches(left), Inches(2), Inches(4), Inches(2))
        box.text_frame.text = text


def add_box(slide: Slide, text: str, top: float, size: int, left: float = 1) -> None:
    box = slide.shapes.add_textbox(Inches(left), Inches(top), Inches(6), Inches(0.8))
    box.text_frame.text = text
    for paragraph in box.text_frame.paragraphs:
        paragraph.runs[0].font.size = Pt(size)


def title_below_small_text(talk: PresentationType) -> None:
    add_slide(talk, TITLE_AND_BODY, "First", "one")
    slide = add_slide(talk, BLANK)
    add_box(slide, "Town of Tarnwick", 0.2, 12)
    add_box(slide, "Benches", 1, 40)
    add_box(slide, "Twelve of them", 3, 14)


def two_large_texts(talk: PresentationType) -> None:
    slide = add_slide(talk, BLANK)
    add_box(slide, "Benches", 1, 40)
    add_box(slide, "Trees", 3, 40)


def text_boxes_in_a_column(talk: PresentationType) -> None:
    add_slide(talk, TITLE_AND_BODY, "First", "one")
    slide = add_slide(talk, TITLE_ONLY, "Benches")
    add_box(slide, "Twelve of them", 2, 20)
    add_box(slide, "All of them red", 3, 18)


def text_boxes_on_the_first_slide(talk: PresentationType) -> None:
    slide = add_slide(talk, TITLE_ONLY, "Benches")
    add_box(slide, "Twelve of them", 2, 20)
    add_box(slide, "Ruth Ashdown", 3, 18)


def text_on_a_picture(talk: PresentationType) -> None:
    add_slide(talk, TITLE_AND_BODY, "First", "one")
    slide = add_slide(talk, TITLE_ONLY, "Benches")
    slide.shapes.add_picture(io.BytesIO(picture_of(40, 30)), Inches(1), Inches(2), Inches(6))
    add_box(slide, "this one", 3, 18, left=2)


def frame_behind_a_picture(talk: PresentationType) -> None:
    slide = add_slide(talk, TITLE_ONLY, "Benches")
    slide.shapes.add_shape(
        MSO_SHAPE.RECTANGLE, Inches(0.95), Inches(1.95), Inches(6.1), Inches(4.6)
    )
    slide.shapes.add_picture(io.BytesIO(picture_of(40, 30)), Inches(1), Inches(2), Inches(6))


def mark_on_a_picture(talk: PresentationType) -> None:
    slide = add_slide(talk, TITLE_ONLY, "Benches")
    slide.shapes.add_picture(io.BytesIO(picture_of(40, 30)), Inches(1), Inches(2), Inches(6))
    slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Inches(1), Inches(2), Inches(6), Inches(4.5))


def long_text_with_notes(talk: PresentationType) -> None:
    """Make a text that goes on over a second slide of a kind, and notes."""
    words = "\n".join(
        f"Bench {at} stands under a tree of the old market square" for at in range(24)
    )
    slide = add_slide(talk, TITLE_AND_BODY, "Benches", words)
    frame = slide.notes_slide.notes_text_frame
    assert frame is not None
    frame.text = "Tell of the trees."


def long_text_boxes_in_a_column(talk: PresentationType) -> None:
    slide = add_slide(talk, TITLE_ONLY, "Benches")
    add_box(slide, "Twelve of them", 1.5, 20)
    add_box(slide, "\n".join(f"Bench {at} is red" for at in range(24)), 3, 18)


def source_below_a_picture(talk: PresentationType) -> None:
    slide = add_slide(talk, TITLE_AND_BODY, "First", "one")
    slide = add_slide(talk, TITLE_ONLY, "Benches")
    slide.shapes.add_picture(io.BytesIO(picture_of(40, 30)), Inches(3), Inches(2), Inches(4))
    add_box(slide, "example.org/benches", 7, 9, left=0.2)


def chart_with_a_title(talk: PresentationType) -> None:
    slide = add_slide(talk, BLANK)
    drawn = add_chart(slide)
    drawn.has_title = True
    drawn.chart_title.text_frame.text = "On foot"


def picture_that_fills_the_slide(talk: PresentationType) -> None:
    slide = add_slide(talk, BLANK)
    picture = slide.shapes.add_picture(
        io.BytesIO(picture_of(40, 30)), Pt(0), Pt(0), talk.slide_width, talk.slide_height
    )
    next(picture._element.iter(qn("p:cNvPr"))).set("descr", "The market")


def repeated_titles(talk: PresentationType) -> None:
    add_slide(talk, TITLE_AND_BODY, "Trees", "one")
    add_slide(talk, TITLE_AND_BODY, "Trees", "two")


def languages(talk: PresentationType) -> None:
    for lang, title, text in (
        ("de-DE", "Bäume", "elf"),
        ("de-AT", "Bänke", "zwölf"),
        ("fr-FR", "Arbres", "onze"),
        ("x-none", "A", "B"),
    ):
        slide = add_slide(talk, TITLE_AND_BODY, title, text)
        for run in list(slide.element.iter(qn("a:r"))):
            run.get_or_add_rPr().set("lang", lang)


def no_title(talk: PresentationType) -> None:
    slide = add_slide(talk, BLANK)
    slide.shapes.add_picture(io.BytesIO(picture_of(40, 20)), Inches(1), Inches(2))
