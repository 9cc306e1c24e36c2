"""The headline of a slide without a title: what is plainly one, by size and place."""

import pytest

from deckgen.deck.box import Box
from deckgen.importing.marked_text import ListMark, SourceParagraph, SourceRun
from deckgen.importing.powerpoint.reading.headlines import sort_of_layout, with_headline
from deckgen.importing.powerpoint.reading.source_slide import (
    SlideText,
    SourcePicture,
    SourceShape,
    Unread,
    paragraphs_in,
)
from tests.importing.powerpoint.source_slides import text_shape

HEIGHT = 1000


def text(words: str, top: int, size: float = 18, *, placeholder: str = "") -> SourceShape:
    return text_shape(
        *words.split("|"), box=Box(0, top, 500, 80), size=size, placeholder=placeholder
    )


def picture(top: int, height: int) -> SourceShape:
    return SourceShape(
        SourcePicture(b"", "png", "", decorative=True, name="a"), Box(0, top, 9, height)
    )


DRAWING = SourceShape(Unread("drawing"), Box(0, 0, 9, 50))


@pytest.mark.parametrize(
    ("shapes", "headline"),
    [
        ([text("Towns", 900)], 0),
        ([text("a", 300), text("Towns", 50, 30)], 1),
        ([text("Towns", 50, 30), text("a", 300, placeholder="title")], None),
        # Two are equally large; or it is too low, too long, or a list of three lines.
        ([text("Towns", 50), text("Rivers", 300)], None),
        ([text("Towns", 359, 30), text("a", 500)], 0),
        ([text("Towns", 360, 30), text("a", 500)], None),
        ([text("T" * 120, 50, 30), text("a", 300)], 0),
        ([text("T" * 121, 50, 30), text("a", 300)], None),
        ([text("Towns|of|Thuringia", 50, 30), text("a", 300)], None),
        # A small text may stand above it, another not.
        ([text("Talk", 0, 14), text("Towns", 100, 20)], 1),
        ([text("Talk", 0, 14.1), text("Towns", 100, 20)], None),
        # The only text of a slide may be low if it is large, but not as a caption or a label.
        ([text("Towns", 600, 40), picture(900, 80)], 0),
        ([text("Towns", 600, 39), picture(900, 80)], None),
        ([text("Towns", 300), picture(0, 300)], None),
        ([text("Towns", 300), picture(0, 160)], 0),
        ([text("Towns", 100), DRAWING], None),
        ([text("Towns", 49), DRAWING], 0),
        ([], None),
    ],
)
def test_the_headline(shapes: list[SourceShape], headline: int | None) -> None:
    made = with_headline(shapes, HEIGHT)
    before = [shape.placeholder for shape in shapes]
    if headline is not None:
        before[headline] = "title"
    assert [shape.placeholder for shape in made] == before


@pytest.mark.parametrize(
    ("shapes", "headline"),
    [
        # As covers of text boxes have it: the title in the middle, who speaks below it.
        ([text("Towns", 600, 32), text("Ann Lee", 720, 12)], 0),
        ([text("May 2026", 100, 12), text("Towns", 600, 32)], 1),
        ([text("A talk|Towns|of|Thuringia", 100, 32), text("Ann Lee", 720, 12)], 0),
        ([text("A talk|Towns|of|all|Thuringia", 100, 32), text("Ann Lee", 720, 12)], None),
        ([text("May 2026", 100, 32), text("Towns", 600, 32)], None),
        ([text("May 2026", 100, 24), text("Towns", 600, 32)], None),
    ],
)
def test_the_headline_of_a_first_slide_may_stand_low(
    shapes: list[SourceShape], headline: int | None
) -> None:
    made = with_headline(shapes, HEIGHT, is_first=True)
    titles = [at for at, each in enumerate(made) if each.placeholder == "title"]
    assert titles == ([] if headline is None else [headline])


BOLD, PLAIN, GAP = SourceRun("Towns", bold=True), SourceRun("Gera"), SourceRun(" ")
LINES = {
    "bold, then a list": ([(BOLD, "none"), (PLAIN, "bullet"), (PLAIN, "bullet")], [1, 2]),
    "bold, then a bold list": ([(BOLD, "none"), (BOLD, "bullet")], [1, 1]),
    "two bold lines": ([(BOLD, "none"), (BOLD, "none")], [2]),
    "not bold": ([(PLAIN, "none"), (PLAIN, "bullet")], [2]),
    "a bold bullet": ([(BOLD, "bullet"), (PLAIN, "bullet")], [2]),
    "a bold bullet, a gap": ([(BOLD, "bullet"), (GAP, "none"), (PLAIN, "bullet")], [1, 1]),
}


@pytest.mark.parametrize(("lines", "lengths"), LINES.values(), ids=LINES)
def test_the_bold_first_line_of_the_only_text_is_the_headline(
    lines: list[tuple[SourceRun, ListMark]], lengths: list[int]
) -> None:
    content = SlideText(tuple(SourceParagraph((run,), mark=mark) for run, mark in lines))
    shape = SourceShape(content, Box(0, 0, 9, 500), "obj", 0, 18)
    made = with_headline([shape, DRAWING], HEIGHT)[:-1]
    assert [len(paragraphs_in(each)) for each in made] == lengths
    assert len(made) == 1 or made[0].placeholder == "title"


HIGH = text("Towns", 0, placeholder="ctrTitle")


@pytest.mark.parametrize(
    ("layout", "shapes", "sort"),
    [
        ("", [text("Towns", 260, placeholder="title")], "secHead"),
        ("blank", [text("Towns", 500, placeholder="title")], "secHead"),
        ("", [text("Towns", 250, placeholder="title")], ""),
        ("titleOnly", [text("Towns", 500, placeholder="title")], "secHead"),
        ("obj", [text("Towns", 260, placeholder="title")], "secHead"),
        ("titleOnly", [text("Towns", 250, placeholder="title")], "titleOnly"),
        ("twoObj", [text("Towns", 500, placeholder="title")], "twoObj"),
        ("", [text("Towns", 500, placeholder="title"), text("a", 700)], ""),
        ("", [text("Towns", 500)], ""),
        ("", [HIGH, text("a", 700, placeholder="subTitle")], "secHead"),
        ("title", [HIGH, text("a", 700, placeholder="subTitle")], "title"),
        ("", [HIGH, text("a", 700, placeholder="body")], ""),
        ("", [HIGH, text("a|b|c", 700, placeholder="subTitle")], ""),
        ("", [HIGH, text("a" * 121, 700, placeholder="subTitle")], ""),
    ],
)
def test_a_title_in_the_middle_or_above_a_subtitle_is_a_section(
    layout: str, shapes: list[SourceShape], sort: str
) -> None:
    assert sort_of_layout(layout, shapes, HEIGHT) == sort
