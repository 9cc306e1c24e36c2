"""Slides as PowerPoint has them, and the entries that they become."""

import io
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from PIL import Image
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as PresentationType
from pptx.util import Inches

from deckgen.files.memory_overlay import MemoryOverlay
from deckgen.files.workspace import Workspace
from deckgen.importing.outline_yaml import ImportedTalk
from deckgen.importing.powerpoint.import_presentation import import_presentation
from deckgen.pipeline.compile import compile_talk, deck_bytes
from deckgen.support.diagnostics import Diagnostics
from tests.importing.powerpoint.old_slides import (
    TITLE_AND_BODY,
    TITLE_ONLY,
    add_box,
    add_slide,
    bold_title,
    chapter,
    chart,
    chart_with_a_title,
    cropped_picture,
    frame_behind_a_picture,
    hidden,
    languages,
    lines_on_title_pages,
    links,
    long_text_boxes_in_a_column,
    long_text_with_notes,
    mark_on_a_picture,
    merged_cells,
    no_title,
    notes,
    numbered,
    picture_of,
    picture_that_fills_the_slide,
    repeated_titles,
    source_below_a_picture,
    table,
    text_box_title,
    text_boxes_in_a_column,
    text_boxes_on_the_first_slide,
    text_boxes_side_by_side,
    text_on_a_picture,
    title_below_small_text,
    two_contents,
    two_large_texts,
)
from tests.sampled import sampled
from tests.tools.packages import saved

FIRST = "  - title: First\n    bullets:\n      - one\n"
NO_PLACE = (
    "  # Slide 1: the covers of its template have no place for a picture; "
    "those of your own brand do.\n"
)
INCLUDED = "  - include: original.pptx\n    slides: 1\n"

SLIDES: dict[Callable[[PresentationType], None], str] = {
    notes: (
        "  - title: Trees\n    bullets:\n      - Eleven\n"
        "    notes: |\n      Tell of the man.\n\n      And of his dog.\n"
    ),
    bold_title: (
        "  - title: Trees\n    bullets:\n      - Eleven\n"
        "  - title: Trees and **benches**\n    bullets:\n      - Eleven\n"
    ),
    hidden: "  - title: Spare\n    bullets:\n      - Only if asked\n    hidden: yes\n",
    chapter: (FIRST + "  - title: Second\n    bullets:\n      - two\n    chapter: Later\n"),
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
    merged_cells: "  # Slide 1 stays as it is: a table with merged cells.\n" + INCLUDED,
    chart: "  - title: On foot\n    chart: {kind: column, data: data/walkers.csv, unit: walkers}\n",
    lines_on_title_pages: (
        "  - cover: Trees\n    subtitle: How a town plants them\n"
        "    speaker: Eva Muster, mayor, Leipzig, 2025\n"
        "  - section: Benches\n    subtitle: 'Part two: where to sit, Who pays'\n"
    ),
    cropped_picture: (
        f"{NO_PLACE}  - cover: The square\n"
        "    image: {file: pictures/the-market.png, alt: The market}\n"
    ),
    text_box_title: (FIRST + "  - title: Benches\n    text: Twelve of them\n"),
    text_boxes_side_by_side: (
        FIRST + "  - title: Benches\n    columns:\n"
        "      - text: |\n          Red ones\n\n          New ones\n"
        "      - text: |\n          Old ones\n\n          Broken ones\n"
    ),
    title_below_small_text: (
        FIRST + "  - title: Benches\n    text: |\n      Town of Tarnwick\n\n      Twelve of them\n"
    ),
    two_large_texts: "  # Slide 1 stays as it is: no title.\n" + INCLUDED,
    text_boxes_on_the_first_slide: (
        "  - cover: Benches\n    subtitle: Twelve of them\n    speaker: Ruth Ashdown\n"
    ),
    text_boxes_in_a_column: (
        FIRST + "  - title: Benches\n    text: |\n      Twelve of them\n\n      All of them red\n"
    ),
    long_text_boxes_in_a_column: (
        "  # Slide 1 stays as it is: its texts would not fit on one slide.\n" + INCLUDED
    ),
    text_on_a_picture: (
        FIRST + "  # Slide 2 stays as it is: no kind has a place for a picture and a text.\n"
        "  - include: original.pptx\n    slides: 2\n"
    ),
    frame_behind_a_picture: (
        f'{NO_PLACE}  - cover: Benches\n    image: {{file: pictures/slide-1.png, alt: ""}}\n'
    ),
    mark_on_a_picture: "  # Slide 1 stays as it is: a drawn shape.\n" + INCLUDED,
    source_below_a_picture: (
        FIRST + "  - title: Benches\n"
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
    no_title: "  # Slide 1 stays as it is: no title.\n" + INCLUDED,
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


@pytest.mark.slow
@pytest.mark.parametrize("draw", sampled({draw.__name__: draw for draw in SLIDES}))
def test_an_old_slide_becomes_an_entry(draw: Callable[[PresentationType], None]) -> None:
    found = imported_slide(draw)
    assert found.files["slides.yaml"].decode().split("slides:\n", 1)[1] == SLIDES[draw]
    assert [slide.lost for slide in found.slides if slide.lost] == []


@pytest.mark.slow
def test_a_text_with_notes_may_go_on_over_a_second_slide() -> None:
    assert [slide.kind for slide in imported_slide(long_text_with_notes).slides] == ["bullets"]


@pytest.mark.slow
def test_the_numbers_of_a_chart_are_a_file() -> None:
    assert imported_slide(chart).files["data/walkers.csv"].decode() == "2021;120\n2022;180,5\n"


@pytest.mark.slow
def test_a_cropped_picture_is_the_part_that_was_seen() -> None:
    data = imported_slide(cropped_picture).files["pictures/the-market.png"]
    assert Image.open(io.BytesIO(data)).size == (200, 200)


@pytest.mark.slow
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


@pytest.mark.slow
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


@pytest.mark.slow
def test_a_deck_whose_places_for_text_have_no_size_gets_a_brand_in_its_colours() -> None:
    talk = Presentation()
    text_box_title(talk)
    for layout in talk.slide_layouts:
        for holder in list(layout.placeholders):
            layout.shapes._spTree.remove(holder._element)
    assert "\ntemplate: original.pptx\n" in imported(talk).files["brand.yaml"].decode()
    for holder in talk.slide_master.placeholders:
        holder.width = holder.height = 0
    found = imported(talk)
    assert [slide.kind for slide in found.slides] == ["bullets", "text"]
    brand = found.files["brand.yaml"].decode()
    assert "\ntemplate:" not in brand
    assert "  deep: 1F497D " in brand
    assert "size: 4:3\n" in found.files["slides.yaml"].decode().replace("'", "")
    assert shown_footers(found) == []


@pytest.mark.slow
def test_a_second_list_of_slides_is_passed_over() -> None:
    talk = Presentation()
    add_slide(talk, TITLE_AND_BODY, "Trees", "Eleven")
    talk.element.append(deepcopy(talk.element.find(qn("p:sldIdLst"))))
    assert [slide.kind for slide in imported(talk).slides] == ["bullets"]


@pytest.mark.slow
def test_equal_pictures_are_one_file_and_cropped_ones_others() -> None:
    talk = Presentation()
    for crop in (0, 0, 0.5):
        slide = add_slide(talk, TITLE_ONLY, "Benches")
        data = io.BytesIO(picture_of(40, 30))
        picture = slide.shapes.add_picture(data, Inches(1), Inches(2), Inches(6))
        picture.crop_left = crop
    found = imported(talk)
    assert [name for name in found.files if name.startswith("pictures/")] == [
        "pictures/slide-1.png",
        "pictures/slide-3.png",
    ]


@pytest.mark.slow
def test_pictures_that_are_lost_are_told_and_kept_as_files() -> None:
    talk = Presentation()
    slide = add_slide(talk, TITLE_ONLY, "Benches")
    for number in range(10):
        slide.shapes.add_picture(
            io.BytesIO(picture_of(40 + number, 30)), Inches(number), Inches(2), Inches(0.5)
        )
    diagnostics = Diagnostics()
    found = import_presentation("old.pptx", saved(talk), diagnostics, words=True)
    assert found is not None
    assert len(found.slides[0].lost_pictures) == 10
    assert set(found.slides[0].lost_pictures) <= set(found.files)


@pytest.mark.slow
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
