"""A presentation becomes an outline; each slide the kind that it is, with all of its words."""

import io
from functools import cache

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches

from deckgen.importing.outline_yaml import ImportedTalk
from deckgen.importing.powerpoint.import_presentation import import_presentation
from deckgen.support.diagnostics import Diagnostics
from tests.building import ROOT, built
from tests.importing.powerpoint.old_slides import COVER, TITLE_AND_BODY, add_slide, picture_of
from tests.sampled import sampled
from tests.tools.packages import saved


def imported(data: bytes) -> ImportedTalk:
    diagnostics = Diagnostics()
    talk = import_presentation("old.pptx", data, diagnostics)
    assert talk is not None, list(diagnostics)
    return talk


def outline_of(talk: ImportedTalk) -> str:
    return talk.files["slides.yaml"].decode().split("slides:\n", 1)[1]


@cache
def own_talk() -> ImportedTalk:
    return imported(built(ROOT / "slides.yaml"))


@pytest.mark.slow
def test_the_kinds_of_our_own_talk() -> None:
    kinds = [slide.kind for slide in own_talk().slides]
    assert kinds == ["cover", "questions", *["question"] * 6, "quote"]


@pytest.mark.slow
def test_no_word_of_our_own_talk_is_lost() -> None:
    assert [slide.lost for slide in own_talk().slides if slide.lost] == []


def presentation(layout: int, title: str, *paragraphs: tuple[str, int]) -> bytes:
    """Return a presentation of one slide on a layout of python-pptx's template."""
    made = Presentation()
    slide = made.slides.add_slide(made.slide_layouts[layout])
    slide.shapes.title.text = title
    frame = slide.placeholders[1].text_frame
    for number, (text, level) in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.text, paragraph.level = text, level
    return saved(made)


SLIDES = {
    "a cover": (
        presentation(0, "Die Stadt", ("Ein Anfang", 0)),
        "  - cover: Die Stadt\n    subtitle: Ein Anfang\n",
    ),
    "bullets": (
        presentation(1, "Was wir tun", ("Fragen", 0), ("oft", 1), ("Bauen", 0)),
        "  - title: Was wir tun\n    bullets:\n      - Fragen:\n          - oft\n      - Bauen\n",
    ),
    "a chapter": (
        presentation(2, "Der Rückblick", ("Zwei Jahre", 0)),
        "  - section: Der Rückblick\n    subtitle: Zwei Jahre\n",
    ),
}


@pytest.mark.parametrize("name", sampled([*SLIDES]))
def test_a_slide_as_its_kind(name: str) -> None:
    data, expected = SLIDES[name]
    assert outline_of(imported(data)) == expected


@pytest.mark.slow
def test_what_no_kind_shows_stays_as_it_is() -> None:
    made = Presentation()
    slide = made.slides.add_slide(made.slide_layouts[5])
    slide.shapes.title.text = "Ein Plan"
    box = Inches(1), Inches(2), Inches(2), Inches(1)
    slide.shapes.add_shape(MSO_SHAPE.RIGHT_ARROW, *box).text_frame.text = "Hier"
    talk = imported(saved(made))
    assert outline_of(talk) == (
        "  # Slide 1 stays as it is: a drawn shape.\n  - include: original.pptx\n    slides: 1\n"
    )
    assert talk.slides[0].lost == ()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "title"), [("Ein Plan", "Ein Plan"), ("0", "old"), ("1 × 7", "old"), ("", "old")]
)
def test_the_talk_has_the_first_words_as_its_title_unless_they_are_a_number(
    words: str, title: str
) -> None:
    made = Presentation()
    slide = made.slides.add_slide(made.slide_layouts[6])
    slide.shapes.add_textbox(0, 0, Inches(2), Inches(1)).text_frame.text = words
    head = imported(saved(made)).files["slides.yaml"].decode()
    assert head.splitlines()[0] == f"title: {title}"


@pytest.mark.slow
def test_the_logos_of_a_cover_are_left_out_told_and_kept_as_files() -> None:
    talk = Presentation()
    slide = add_slide(talk, COVER, "Trees", "In our town")
    for left in (0, 9):
        logo = io.BytesIO(picture_of(40 + left, 30))
        slide.shapes.add_picture(logo, Inches(left), Inches(0), Inches(1))
    found = imported(saved(talk))
    assert found.slides[0].lost_pictures == ("pictures/slide-1.png", "pictures/slide-1-2.png")
    assert set(found.slides[0].lost_pictures) <= set(found.files)
    assert outline_of(found) == (
        "  # Slide 1: left out: pictures/slide-1.png, pictures/slide-1-2.png.\n"
        "  # “include: original.pptx” with “slides: 1” shows the slide as it was.\n"
        "  - cover: Trees\n    subtitle: In our town\n"
    )


@pytest.mark.slow
def test_links_to_files_are_told() -> None:
    made = Presentation()
    slide = add_slide(made, TITLE_AND_BODY, "Plans", "See ")
    paragraph = slide.placeholders[1].text_frame.paragraphs[0]
    for words, address in (("one", "Plans/One.pdf"), (" two", "file:///T:/Two.xlsx\u009b")):
        run = paragraph.add_run()
        run.text = words
        run.hyperlink.address = address
    assert outline_of(imported(saved(made))) == (
        "  # Slide 1: links to files are left out: Plans/One.pdf, file:///T:/Two.xlsx.\n"
        "  - title: Plans\n    bullets:\n      - See one two\n"
    )
