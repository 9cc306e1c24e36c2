"""Slides as PowerPoint has them, and the entries that they become."""

import io
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from PIL import Image
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as PresentationType
from pptx.slide import Slide
from pptx.table import Table
from pptx.util import Inches, Pt

from deckgen.files.memory_overlay import MemoryOverlay
from deckgen.files.workspace import Workspace
from deckgen.importing.imported_talk import ImportedTalk
from deckgen.importing.powerpoint.import_presentation import import_presentation
from deckgen.pipeline.compile import compile_talk, deck_bytes
from deckgen.support.diagnostics import Diagnostics

TITLE_AND_BODY, TWO_CONTENTS, TITLE_ONLY, BLANK = 1, 3, 5, 6
"""Layouts of python-pptx's template."""


def add_slide(talk: PresentationType, layout: int, *texts: str) -> Slide:
    """Add a slide; its placeholders get the texts in their order."""
    slide: Slide = talk.slides.add_slide(talk.slide_layouts[layout])
    for holder, text in zip(slide.placeholders, texts, strict=False):
        holder.text_frame.text = text
    return slide


def saved(talk: PresentationType) -> bytes:
    data = io.BytesIO()
    talk.save(data)
    return data.getvalue()


def notes(talk: PresentationType) -> None:
    slide = add_slide(talk, TITLE_AND_BODY, "Trees", "Eleven")
    frame = slide.notes_slide.notes_text_frame
    assert frame is not None
    frame.text = "Tell of the man.\nAnd of his dog."


def hidden(talk: PresentationType) -> None:
    add_slide(talk, TITLE_AND_BODY, "Spare", "Only if asked").element.set("show", "0")


def chapter(talk: PresentationType) -> None:
    add_slide(talk, TITLE_AND_BODY, "First", "one")
    slide = add_slide(talk, TITLE_AND_BODY, "Second", "two")
    uri, p14 = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}", "powerpoint/2010/main"
    talk.element.append(
        parse_xml(
            f"<p:extLst {nsdecls('p')}><p:ext uri='{uri}'>"
            f"<p14:sectionLst xmlns:p14='http://schemas.microsoft.com/office/{p14}'>"
            "<p14:section name='Later' id='{6B1F9A4C-0000-4000-8000-000000000001}'><p14:sldIdLst>"
            f"<p14:sldId id='{slide.slide_id}'/></p14:sldIdLst></p14:section>"
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
    slide = add_slide(talk, BLANK)
    for text, top, size in (("Benches", 0.5, 40), ("Twelve of them", 3, 18)):
        box = slide.shapes.add_textbox(Inches(1), Inches(top), Inches(6), Inches(1))
        box.text_frame.text = text
        box.text_frame.paragraphs[0].runs[0].font.size = Pt(size)


def animated(talk: PresentationType, start: str, sort: str) -> None:
    """Add a slide whose text fades: `start` is a nodeType, `sort` a presetClass (19.5.33)."""
    slide = add_slide(talk, TITLE_AND_BODY, "Trees", "Eleven")
    target = (
        f'<p:tgtEl><p:spTgt spid="{slide.placeholders[1].shape_id}"><p:txEl>'
        '<p:pRg st="0" end="0"/></p:txEl></p:spTgt></p:tgtEl>'
    )
    effect = (
        f'<p:animEffect transition="in" filter="fade"><p:cBhvr><p:cTn id="4" dur="500"/>{target}'
        "</p:cBhvr></p:animEffect>"
    )
    slide.element.append(
        parse_xml(
            f'<p:timing {nsdecls("p")}><p:tnLst><p:par><p:cTn id="1" nodeType="tmRoot">'
            '<p:childTnLst><p:seq><p:cTn id="2" nodeType="mainSeq"><p:childTnLst><p:par>'
            f'<p:cTn id="3" presetID="10" presetClass="{sort}" nodeType="{start}"><p:childTnLst>'
            f"{effect}</p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:seq>"
            "</p:childTnLst></p:cTn></p:par></p:tnLst></p:timing>"
        )
    )


def faded_in_by_itself(talk: PresentationType) -> None:
    animated(talk, "withEffect", "entr")


def faded_in_by_clicks(talk: PresentationType) -> None:
    animated(talk, "clickEffect", "entr")


def faded_out(talk: PresentationType) -> None:
    animated(talk, "withEffect", "exit")


def add_box(slide: Slide, text: str, top: float, size: int, left: float = 1) -> None:
    box = slide.shapes.add_textbox(Inches(left), Inches(top), Inches(6), Inches(0.8))
    box.text_frame.text = text
    for paragraph in box.text_frame.paragraphs:
        paragraph.runs[0].font.size = Pt(size)


def title_below_small_text(talk: PresentationType) -> None:
    slide = add_slide(talk, BLANK)
    add_box(slide, "Town of Tarnwick", 0.2, 12)
    add_box(slide, "Benches", 1, 40)
    add_box(slide, "Twelve of them", 3, 14)


def two_large_texts(talk: PresentationType) -> None:
    slide = add_slide(talk, BLANK)
    add_box(slide, "Benches", 1, 40)
    add_box(slide, "Trees", 3, 40)


def text_boxes_in_a_column(talk: PresentationType) -> None:
    slide = add_slide(talk, TITLE_ONLY, "Benches")
    add_box(slide, "Twelve of them", 2, 20)
    add_box(slide, "All of them red", 3, 18)


def text_on_a_picture(talk: PresentationType) -> None:
    slide = add_slide(talk, TITLE_ONLY, "Benches")
    slide.shapes.add_picture(io.BytesIO(picture_of(40, 30)), Inches(1), Inches(2), Inches(6))
    add_box(slide, "this one", 3, 18, left=2)


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


SLIDES: dict[Callable[[PresentationType], None], str] = {
    notes: (
        "  - title: Trees\n    bullets:\n      - Eleven\n"
        "    notes: |\n      Tell of the man.\n\n      And of his dog.\n"
    ),
    hidden: "  - title: Spare\n    bullets:\n      - Only if asked\n    hidden: yes\n",
    chapter: (
        "  - title: First\n    bullets:\n      - one\n"
        "  - title: Second\n    bullets:\n      - two\n    chapter: Later\n"
    ),
    links: (
        "  - title: Here\n    bullets:\n"
        "      - See [there](#there) [outside](https://example.org/a)\n"
        "  - id: there\n    title: There\n    bullets:\n      - Found\n"
    ),
    numbered: "  - title: Order\n    bullets:\n      - 3. Ask\n      - 4. Plan\n      - 5. Build\n",
    two_contents: (
        "  - title: For and against\n    columns:\n"
        "      - bullets:\n          - Light\n          - Cheap\n"
        "      - bullets:\n          - Loud\n"
    ),
    table: (
        "  - title: Costs\n    table:\n"
        "      - [What, Euro]\n      - [Bench, 340]\n      - [Tree, 55.5]\n"
    ),
    merged_cells: (
        "  # Slide 1 stays as it is: a table with merged cells.\n"
        "  - include: original.pptx\n    slides: 1\n"
    ),
    chart: "  - title: On foot\n    chart: {kind: column, data: data/slide-1.csv}\n",
    cropped_picture: (
        "  - cover: The square\n    image: {file: pictures/the-market.png, alt: The market}\n"
    ),
    text_box_title: "  - title: Benches\n    text: Twelve of them\n",
    faded_in_by_itself: "  - title: Trees\n    bullets:\n      - Eleven\n",
    faded_in_by_clicks: "  - title: Trees\n    bullets:\n      - Eleven\n    reveal: yes\n",
    faded_out: (
        "  # Slide 1 stays as it is: an animation.\n  - include: original.pptx\n    slides: 1\n"
    ),
    title_below_small_text: (
        "  - title: Benches\n    text: |\n      Town of Tarnwick\n\n      Twelve of them\n"
    ),
    two_large_texts: (
        "  # Slide 1 stays as it is: no title.\n  - include: original.pptx\n    slides: 1\n"
    ),
    text_boxes_in_a_column: (
        "  - title: Benches\n    text: |\n      Twelve of them\n\n      All of them red\n"
    ),
    text_on_a_picture: (
        "  # Slide 1 stays as it is: its words do not fit another kind of slide.\n"
        "  - include: original.pptx\n    slides: 1\n"
    ),
    source_below_a_picture: (
        "  - title: First\n    bullets:\n      - one\n"
        "  - title: Benches\n"
        '    image: {file: pictures/slide-2.png, alt: "", caption: example.org/benches}\n'
    ),
    chart_with_a_title: "  - title: On foot\n    chart: {kind: column, data: data/slide-1.csv}\n",
    picture_that_fills_the_slide: (
        "  - title: The market\n    image: {file: pictures/the-market.png, alt: The market}\n"
        "    bleed: yes\n    panel: no\n"
    ),
    repeated_titles: (
        "  - title: Trees\n    bullets:\n      - one\n  - title: Trees\n    bullets:\n      - two\n"
    ),
    languages: (
        "  - title: Bäume\n    bullets:\n      - elf\n"
        "  - title: Bänke\n    bullets:\n      - zwölf\n"
        "  - title: Arbres\n    bullets:\n      - onze\n    lang: fr-FR\n"
        "  - title: A\n    bullets:\n      - B\n"
    ),
    no_title: (
        "  # Slide 1 stays as it is: no title.\n  - include: original.pptx\n    slides: 1\n"
    ),
}


def imported(talk: PresentationType) -> ImportedTalk:
    diagnostics = Diagnostics()
    found = import_presentation("old.pptx", saved(talk), diagnostics)
    assert not diagnostics.has_errors
    assert found is not None
    return found


def imported_slide(draw: Callable[[PresentationType], None]) -> ImportedTalk:
    talk = Presentation()
    draw(talk)
    return imported(talk)


@pytest.mark.parametrize("draw", SLIDES, ids=lambda draw: draw.__name__)
def test_an_old_slide_becomes_an_entry(draw: Callable[[PresentationType], None]) -> None:
    found = imported_slide(draw)
    assert found.files["slides.yaml"].decode().split("slides:\n", 1)[1] == SLIDES[draw]
    assert [slide.lost for slide in found.slides if slide.lost] == []


def test_the_numbers_of_a_chart_are_a_file() -> None:
    assert imported_slide(chart).files["data/slide-1.csv"].decode() == "2021;120\n2022;180,5\n"


def test_a_cropped_picture_is_the_part_that_was_seen() -> None:
    data = imported_slide(cropped_picture).files["pictures/the-market.png"]
    assert Image.open(io.BytesIO(data)).size == (200, 200)


@pytest.mark.parametrize(
    ("sizes", "limit"),
    [([20, 24], 18), ([14, 20], 14), ([6, 20], 8), ([20] * 30 + [9], 18)],
    ids=["large", "small", "tiny", "one small source"],
)
def test_text_may_be_as_small_as_it_was(sizes: list[int], limit: int) -> None:
    talk = Presentation()
    for size in sizes:
        slide = add_slide(talk, TITLE_ONLY, "Benches")
        add_box(slide, "Twelve of them", 2, size)
    assert f"limits: {{size: {limit}}}" in imported(talk).files["brand.yaml"].decode()


def test_a_single_slide_has_what_differs_from_the_whole_talk() -> None:
    talk = Presentation()
    for title, fades in (("Trees", False), ("Benches", True), ("Lamps", False)):
        slide = add_slide(talk, TITLE_AND_BODY, title, "Eleven")
        if fades:
            slide.element.append(
                parse_xml(f"<p:transition {nsdecls('p')}><p:fade/></p:transition>")
            )
    found = import_presentation("old.pptx", saved(talk), Diagnostics(), lambda _: {2})
    assert found is not None
    outline = found.files["slides.yaml"].decode()
    assert outline.startswith("title: Trees\n")
    assert outline.endswith("      - Eleven\n    transition: fade\n")


def test_a_deck_whose_layouts_hold_no_text_gets_a_brand_in_its_colours() -> None:
    talk = Presentation()
    text_box_title(talk)
    for layout in talk.slide_layouts:
        for holder in list(layout.placeholders):
            layout.shapes._spTree.remove(holder._element)
    found = imported(talk)
    assert [slide.kind for slide in found.slides] == ["text"]
    brand = found.files["brand.yaml"].decode()
    assert "\ntemplate:" not in brand
    assert "  deep: 1F497D " in brand
    assert "size: 4:3\n" in found.files["slides.yaml"].decode().replace("'", "")
    assert shown_footers(found) == []


def test_a_second_list_of_slides_is_passed_over() -> None:
    talk = Presentation()
    add_slide(talk, TITLE_AND_BODY, "Trees", "Eleven")
    talk.element.append(deepcopy(talk.element.find(qn("p:sldIdLst"))))
    assert [slide.kind for slide in imported(talk).slides] == ["bullets"]


def test_equal_pictures_are_one_file_and_cropped_ones_others() -> None:
    talk = Presentation()
    for crop in (0, 0, 0.5):
        slide = add_slide(talk, TITLE_ONLY, "Benches")
        picture = slide.shapes.add_picture(io.BytesIO(picture_of(40, 30)), Inches(1), Inches(2))
        picture.crop_left = crop
    found = imported(talk)
    assert [name for name in found.files if name.startswith("pictures/")] == [
        "pictures/slide-1.png",
        "pictures/slide-3.png",
    ]


def test_pictures_that_are_lost_are_told_and_kept_as_files() -> None:
    talk = Presentation()
    slide = add_slide(talk, TITLE_ONLY, "Benches")
    for number in range(8):
        slide.shapes.add_picture(
            io.BytesIO(picture_of(40 + number, 30)), Inches(number), Inches(2), Inches(0.5)
        )
    diagnostics = Diagnostics()
    found = import_presentation("old.pptx", saved(talk), diagnostics, words=True)
    assert found is not None
    assert len(found.slides[0].lost_pictures) == 8
    assert set(found.slides[0].lost_pictures) <= set(found.files)


@pytest.mark.parametrize(
    ("footers", "kept"),
    [
        (["Town * of $5", "Town * of $5", ""], "Town * of $5"),
        (["Town", "", "City", ""], None),
        (["Town", "City"], None),
    ],
)
def test_the_footer_of_most_slides_is_the_footer_of_the_talk(
    footers: list[str], kept: str | None
) -> None:
    talk = Presentation()
    for footer in footers:
        slide: Any = add_slide(talk, TITLE_AND_BODY, "Trees", "Eleven")
        if footer:
            copied = next(each for each in slide.slide_layout.placeholders if is_footer(each))
            slide.shapes._spTree.append(deepcopy(copied._element))
            slide.shapes[-1].text_frame.text = footer
    found = imported(talk)
    assert [slide.kind for slide in found.slides] == ["bullets"] * len(footers)
    assert shown_footers(found) == ([kept] * len(footers) if kept else [])


def is_footer(shape: Any) -> bool:
    return bool(shape.placeholder_format.type == PP_PLACEHOLDER.FOOTER)


def shown_footers(talk: ImportedTalk) -> list[str]:
    """Return the footers of the deck that the talk builds."""
    diagnostics = Diagnostics()
    files = MemoryOverlay(talk.files, Workspace("."))
    compiled = compile_talk("slides.yaml", files, None, diagnostics)
    assert compiled is not None, list(diagnostics)
    deck = Presentation(io.BytesIO(deck_bytes(compiled, None)))
    return [
        each.text_frame.text
        for slide in deck.slides
        for each in slide.placeholders
        if is_footer(each)
    ]
