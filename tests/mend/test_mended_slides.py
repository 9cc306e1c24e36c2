"""What is mended on slides, and what is left, as it may mean something."""

import io
from typing import Literal

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches, Pt

from tests.mend.mended_decks import blank, mended, reopened, saved, text_box
from tests.sampled import sampled


@pytest.mark.parametrize(
    ("words", "titles"),
    sampled(
        [
            (["Budget", "Budget", ""], ["Budget", "Budget (2)", "Slide 3"]),
            (["x " * 60, "12", "A\nB"], [f"{'x ' * 39}x …", "Slide 2", "A"]),
        ],
        every=2,
    ),
)
def test_new_titles_are_unique_and_above_the_slide(words: list[str], titles: list[str]) -> None:
    deck = Presentation()
    for text in words:
        text_box(deck.slides.add_slide(deck.slide_layouts[6]), text, 2)
    made = mended(saved(deck))
    slides = Presentation(io.BytesIO(made.data)).slides
    assert [slide.shapes.title.text for slide in slides] == titles
    assert all(slide.shapes.title.top + slide.shapes.title.height < 0 for slide in slides)
    assert [slide.shapes[0].name for slide in slides] == ["Title"] * 3
    assert "title-missing" not in made.left.counts
    assert "title-repeated" not in made.left.counts


def test_the_largest_words_become_the_title() -> None:
    deck, slide = blank()
    text_box(slide, "small", 1)
    text_box(slide, "Large", 3).text_frame.paragraphs[0].runs[0].font.size = Pt(40)
    assert reopened(deck)[0].shapes.title.text == "Large"


def test_a_title_that_is_seen_is_never_changed() -> None:
    deck = Presentation()
    for _ in range(2):
        deck.slides.add_slide(deck.slide_layouts[5]).shapes.title.text = "Same"
    made = mended(saved(deck))
    assert "title-repeated" in made.left.counts
    assert not [mend for mend in made.mends if mend.code.startswith("title")]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("tops", "order"),
    sampled(
        [
            ([(3, 1), (1, 1)], ["1", "0"]),
            ([(1, 5), (1, 1), (3, 1)], ["1", "0", "2"]),
            # The second covers a part of the first: their order is that of the drawing.
            ([(2, 1), (1.5, 1)], ["0", "1"]),
        ]
    ),
)
def test_shapes_are_sorted_where_none_covers_another(
    tops: list[tuple[float, float]], order: list[str]
) -> None:
    deck, slide = blank()
    for number, (top, left) in enumerate(tops):
        box = slide.shapes.add_shape(
            MSO_SHAPE.RECTANGLE, Inches(left), Inches(top), Inches(3), Inches(1)
        )
        box.text_frame.text, box.name = f"words {number}", str(number)
    shapes = reopened(deck)[0].shapes
    assert [shape.name for shape in shapes if shape.name != "Title"] == order


@pytest.mark.slow
def test_what_was_sorted_needs_no_second_look() -> None:
    deck, slide = blank()
    # Sorting the first two must not bring the fourth before the third.
    for number, (top, left) in enumerate([(5, 1), (1, 1), (3, 1), (3, 5), (1, 5)]):
        text_box(slide, f"words {number}", top, left)
    made = mended(saved(deck))
    assert "reading-order" not in made.left.counts
    assert mended(made.data).mends == ()
    assert mended(made.data).data == made.data


@pytest.mark.parametrize(
    ("lines", "words", "marks"),
    sampled(
        [
            (["- one", "- two"], ["one", "two"], ['buChar char="-"', 'buChar char="-"']),
            (["• one"], ["one"], ['buChar char="•"']),
            (["- one", "two"], ["- one", "two"], ["", ""]),
            (["1. one", "2. two"], ["one", "two"], ['buAutoNum type="arabicPeriod"'] * 2),
            (["3) one", "4) two"], ["one", "two"], ['type="arabicParenR" startAt="3"'] * 2),
            (["1. one", "5. two"], ["1. one", "5. two"], ["", ""]),
            (["Intro", "* a", "* b"], ["Intro", "a", "b"], ["", 'char="*"', 'char="*"']),
        ],
        every=7,
    ),
)
def test_typed_lists_become_real(lines: list[str], words: list[str], marks: list[str]) -> None:
    from lxml import etree

    deck, slide = blank()
    text_box(slide, "\n".join(lines), 2)
    mended_slide, made = reopened(deck)
    box = mended_slide.shapes[-1]
    paragraphs = box.text_frame.paragraphs
    assert [paragraph.text for paragraph in paragraphs] == words
    for paragraph, mark in zip(paragraphs, marks, strict=True):
        assert mark in etree.tostring(paragraph._p, encoding="unicode")
        assert bool(mark) == (b"<a:bu" in etree.tostring(paragraph._p))
    assert not {each.rule.code for each in made.left.findings} & {"element-order"}


@pytest.mark.parametrize(
    ("rows", "is_header"),
    sampled(
        [
            ([["Town", "2024"], ["Gera", "12"]], True),
            ([["", "2024"], ["Gera", "12"]], True),
            ([["Gera", "12"], ["Jena", "14"]], False),
            ([["Town", ""], ["Gera", "12"]], False),
            ([["Town", "Why"], ["Gera", "so"]], False),
        ],
        every=5,
    ),
)
def test_a_header_row_is_only_set_where_it_is_plainly_one(
    rows: list[list[str]], is_header: Literal[True, False]
) -> None:
    deck, slide = blank()
    shape = slide.shapes.add_table(2, 2, Inches(1), Inches(1), Inches(4), Inches(2))
    shape.table.first_row = False
    for at, row in enumerate(rows):
        for column, words in enumerate(row):
            shape.table.cell(at, column).text = words
    assert reopened(deck)[0].shapes[-1].table.first_row == is_header


@pytest.mark.parametrize(
    ("box", "decorates"),
    sampled(
        [
            ((1, 3, 5, 0.05), True),
            ((0, 6.5, 10, 1), True),
            ((1, 1.5, 4, 2), True),
            ((6, 4, 2, 2), False),
        ],
        every=4,
    ),
)
def test_only_what_plainly_decorates_is_marked(
    box: tuple[float, float, float, float], decorates: Literal[True, False]
) -> None:
    deck, slide = blank()
    slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(Inches, box))
    text_box(slide, "Words on the panel", 2)
    made = reopened(deck)[1]
    assert ("drawing-alt-missing" in {mend.code for mend in made.mends}) == decorates
    assert ("drawing-alt-missing" in made.left.counts) != decorates
