"""Boxes with words, cards, ornaments of title pages: what is looks, and what a kind shows."""

import io
from collections.abc import Callable

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide
from pptx.util import Inches

from deckgen.importing.outline_yaml import Item, LiteralBlock, Value
from deckgen.importing.powerpoint.entries.asset_files import AssetFiles
from deckgen.importing.powerpoint.entries.candidate_entries import candidate_entries, why_included
from deckgen.importing.powerpoint.reading.read_slides import read_slides
from deckgen.importing.powerpoint.reading.source_slide import SourceSlide, words_of_content
from tests.importing.powerpoint.old_slides import (
    BLANK,
    COVER,
    SECTION,
    TITLE_AND_BODY,
    TITLE_ONLY,
    add_box,
    add_slide,
    picture_of,
)

Drawing = Callable[[Slide], object]
RECTANGLE, ROUNDED = MSO_SHAPE.RECTANGLE, MSO_SHAPE.ROUNDED_RECTANGLE


def drawn(
    slide: Slide,
    form: MSO_SHAPE,
    words: str,
    place: tuple[float, float, float, float] = (1, 2, 6, 1),
) -> Shape:
    """Add a shape with the fill and the line of PowerPoint's usual style."""
    shape = slide.shapes.add_shape(form, *map(Inches, place))
    shape.text_frame.text = words
    return shape


def framed(slide: Slide) -> None:
    shape = drawn(slide, RECTANGLE, "Twelve of them")
    shape.fill.background()


def unseen(slide: Slide, line: str) -> None:
    """Add an oval without words and fill; its line is that of the style, or none."""
    shape = drawn(slide, MSO_SHAPE.OVAL, "")
    shape.fill.background()
    next(shape._element.iter(qn("a:lnRef"))).set("idx", line)


CODE = "<town>\n  <bench>red</bench>\n  <bench>green</bench>\n</town>"


WITH_BREAKS = CODE.replace("\n", "\v")
CODE_LINES = "`<town>`\n`  <bench>red</bench>`\n`  <bench>green</bench>`\n`</town>`"


def code_and_text(slide: Slide, left: float, top: float, code: str = CODE) -> None:
    add_box(slide, "Twelve of them", 2, 18)
    drawn(slide, RECTANGLE, code, (left, top, 6, 2))


def cards(
    count: int, *, columns: int = 1, words: str = "Bench", last: str = "", gap: float = 1.1
) -> Drawing:
    def draw(slide: Slide) -> None:
        for at in range(count):
            row, column = divmod(at, columns)
            text = last if last and at == count - 1 else f"{words} {at}"
            drawn(slide, ROUNDED, text, (0.5 + 2.2 * column, 2 + gap * row, 2, 1))

    return draw


def listed(*texts: str) -> dict[str, Value]:
    return {"title": "Benches", "bullets": tuple(Item(text) for text in texts)}


def text(*lines: str) -> dict[str, Value]:
    words = LiteralBlock("\n\n".join(lines)) if len(lines) > 1 else lines[0]
    return {"title": "Benches", "text": words}


CASES: dict[str, tuple[Drawing, dict[str, Value] | str]] = {
    # A text in a box is a text, however the box is seen.
    "a filled box": (lambda slide: drawn(slide, RECTANGLE, "Twelve"), text("Twelve")),
    "a rounded box": (lambda slide: drawn(slide, ROUNDED, "Twelve"), text("Twelve")),
    "a framed box": (framed, text("Twelve of them")),
    "an arrow": (lambda slide: drawn(slide, MSO_SHAPE.RIGHT_ARROW, "Next"), "a drawn shape"),
    "an oval": (lambda slide: drawn(slide, MSO_SHAPE.OVAL, "Twelve"), "a drawn shape"),
    "a box without words": (lambda slide: drawn(slide, RECTANGLE, ""), "a drawn shape"),
    # What has neither fill nor line is not seen.
    "neither fill nor line": (lambda slide: unseen(slide, "0"), {"title": "Benches"}),
    "the line of the style": (lambda slide: unseen(slide, "1"), "a drawn shape"),
    # Code in a box is a listing; with other text it keeps its lines.
    "code in a box": (
        lambda slide: drawn(slide, RECTANGLE, CODE),
        {"title": "Benches", "code": LiteralBlock(CODE)},
    ),
    "code below a text": (
        lambda slide: code_and_text(slide, 1, 3),
        text("Twelve of them", CODE_LINES),
    ),
    "code with line breaks": (
        lambda slide: code_and_text(slide, 1, 3, WITH_BREAKS),
        text("Twelve of them", CODE_LINES),
    ),
    "code beside a text": (
        lambda slide: code_and_text(slide, 7.2, 2),
        {
            "title": "Benches",
            "columns": ({"text": "Twelve of them"}, {"text": LiteralBlock(CODE_LINES)}),
        },
    ),
    # Boxes of one size are a list.
    "three in a column": (cards(3), listed("Bench 0", "Bench 1", "Bench 2")),
    "four in a grid": (cards(4, columns=2), listed("Bench 0", "Bench 1", "Bench 2", "Bench 3")),
    "two lines each": (
        cards(4, columns=2, words="Bench\nred"),
        {
            "title": "Benches",
            "bullets": tuple(Item("Bench", (Item(f"red {at}"),)) for at in range(4)),
        },
    ),
    "two are a text": (cards(2), text("Bench 0", "Bench 1")),
    "three on each other": (cards(3, gap=0.9), text("Bench 0", "Bench 1", "Bench 2")),
}


@pytest.mark.parametrize(("draw", "expected"), CASES.values(), ids=CASES)
def test_what_a_drawn_shape_becomes(draw: Drawing, expected: dict[str, Value] | str) -> None:
    talk = Presentation()
    add_slide(talk, TITLE_AND_BODY, "First", "one")
    draw(add_slide(talk, TITLE_ONLY, "Benches"))
    assert said(read_slides(talk)[1]) == expected


def said(slide: SourceSlide) -> dict[str, Value] | str:
    """Return the keys of the first entry without those of the talk, or why there is none."""
    entries = candidate_entries(slide, AssetFiles("."), is_first=slide.number == 1)
    keys = next((entry.keys for entry in entries), None)
    if keys is None:
        return why_included(slide)
    return {key: value for key, value in keys.items() if key not in {"transition", "lang"}}


def ornament(slide: Slide) -> None:
    drawn(slide, MSO_SHAPE.HEXAGON, "")
    slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, Inches(1), Inches(5), Inches(4), Inches(5))


def logos(slide: Slide, side: float = 1) -> None:
    for left in (0, 5):
        picture = io.BytesIO(picture_of(40, 30))
        slide.shapes.add_picture(picture, Inches(left), Inches(0), Inches(side), Inches(side))


def large_pictures(slide: Slide) -> None:
    logos(slide, side=4)


PAGES: dict[str, tuple[int, Drawing, dict[str, Value] | str]] = {
    "a cover": (COVER, ornament, {"cover": "Benches"}),
    "a section": (SECTION, ornament, {"section": "Benches"}),
    "a slide": (TITLE_ONLY, ornament, "a drawn shape, a line"),
    "two logos on a cover": (COVER, logos, {"cover": "Benches"}),
    "two large pictures": (COVER, large_pictures, "several pictures on a title page"),
}


@pytest.mark.parametrize(("layout", "draw", "expected"), PAGES.values(), ids=PAGES)
def test_what_is_drawn_on_a_title_page_is_left_out(
    layout: int, draw: Drawing, expected: dict[str, Value] | str
) -> None:
    talk = Presentation()
    add_slide(talk, COVER, "Towns")
    draw(add_slide(talk, layout, "Benches"))
    assert said(read_slides(talk)[1]) == expected


def test_a_headline_has_letters() -> None:
    talk = Presentation()
    slide = add_slide(talk, BLANK)
    add_box(slide, "01", 0.5, 60)
    add_box(slide, "Benches", 1.5, 30)
    add_box(slide, "Twelve of them", 3, 18)
    titles = [shape for shape in read_slides(talk)[0].shapes if shape.placeholder == "title"]
    assert [words_of_content(shape) for shape in titles] == ["Benches"]
