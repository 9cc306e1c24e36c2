"""What stands on most slides beside their contents: typed numbers, footers, and drawings."""

import pytest

from deckgen.deck.box import Box
from deckgen.importing.marked_text import SourceParagraph, SourceRun
from deckgen.importing.powerpoint.reading.furniture import without_furniture
from deckgen.importing.powerpoint.reading.source_slide import (
    SlideText,
    SourceDiagram,
    SourcePicture,
    SourceShape,
    Unread,
    words_of_content,
)
from tests.importing.powerpoint.source_slides import source_slide, text_shape

HEIGHT = 1000
TEXT = text_shape("Gera", box=Box(100, 300, 800, 300))
FOOT = Box(100, 920, 500, 50)
BAR = Box(0, 900, 1600, 100)
LINE = SourceShape(Unread("line"), Box(100, 150, 800, 0))
LOGO = SourceShape(
    SourcePicture(b"logo", "png", "", decorative=False, name="a"), Box(900, 900, 90, 90)
)
STEPS = tuple(SourceParagraph((SourceRun(words),)) for words in ("Why", "How"))
TOLD = (
    SourceShape(Unread("drawn shape"), Box(0, 0, 300, 200), covers=0.1),
    SourceShape(Unread("drawn shape"), Box(0, 300, 1600, 300)),
    SourceShape(Unread("drawn shape"), Box(100, 300, 100, 50)),
    SourceShape(Unread("group of shapes"), Box(100, 300, 100, 50)),
    SourceShape(Unread("picture of type EMF"), Box(100, 300, 100, 50)),
    LOGO,
    LOGO._replace(covers=1),
)
TOLD_NAMES = (
    *("a large drawing", "a band amid the slide", "a small drawing", "a small group"),
    "a logo that is not read",
    *("another logo", "a picture behind all"),
)


def cleared(*on_each: SourceShape, slides: int = 4) -> list[tuple[int, str]]:
    """Return how many shapes each slide keeps beside its text, and its footer.

    Of a text, `#` becomes the number of the slide.
    """
    made = []
    for number in range(1, slides + 1):
        shapes = (_numbered(shape, number) for shape in on_each)
        made.append(source_slide(TEXT, *shapes)._replace(number=number))
    return [(len(each.shapes) - 1, each.footer) for each in without_furniture(made, HEIGHT)]


def _numbered(shape: SourceShape, number: int) -> SourceShape:
    words = words_of_content(shape).replace("#", str(number))
    match shape.content:
        case Unread():
            return shape._replace(content=shape.content._replace(words=words))
        case SlideText():
            return text_shape(words, placeholder=shape.placeholder, box=shape.box)
        case _:
            return shape


@pytest.mark.parametrize(
    ("shape", "footer"),
    [
        (text_shape("#", box=Box(900, 950, 50, 40)), ""),
        (text_shape("Page # of 4", box=Box(900, 950, 50, 40)), ""),
        (text_shape("# / 4", box=Box(900, 10, 50, 40)), ""),
        (SourceShape(Unread("drawn shape", "#"), Box(900, 950, 50, 40)), ""),
        (text_shape("Town of Gera", box=FOOT), "Town of Gera"),
        (text_shape("Town of Gera", box=FOOT, placeholder="body"), "Town of Gera"),
        (LINE, ""),
        (SourceShape(Unread("drawn shape"), BAR), ""),
        (SourceShape(Unread("drawn shape"), Box(100, 20, 100, 50)), ""),
        (LOGO, ""),
        (SourceShape(Unread("group of shapes", "Why\nHow\nWho"), BAR), "Why · How · Who"),
        (SourceShape(SourceDiagram(STEPS, is_process=True), BAR), "Why · How"),
        *((shape, "") for shape in TOLD),
    ],
    ids=[
        *(
            "number",
            "of how many",
            "at the top",
            "drawn number",
            "footer",
            "footer typed as a body",
            "line",
        ),
        *("an empty bar", "a small drawing above", "a logo", "a bar with chapters"),
        *("SmartArt with chapters", *TOLD_NAMES),
    ],
)
def test_what_stands_on_most_slides_is_left_out(shape: SourceShape, footer: str) -> None:
    assert cleared(shape) == [(0, footer)] * 4


@pytest.mark.parametrize(
    "shape",
    [
        text_shape("7#", box=Box(900, 950, 50, 40)),
        text_shape("#", box=Box(900, 500, 50, 40)),
        text_shape("#", box=Box(100, 700, 500, 290)),
        text_shape("#", placeholder="body", box=FOOT),
        text_shape("Gera #", box=FOOT)._replace(placeholder="body"),
        text_shape("Town of Gera", box=Box(100, 20, 500, 50)),
        text_shape("Gera " * 30, box=FOOT),
        SourceShape(Unread("drawn shape", "Back"), FOOT),
        SourceShape(Unread("group of shapes"), Box(0, 0, 300, 200), covers=0.1),
        SourceShape(Unread("picture of type EMF"), Box(100, 300, 300, 300), covers=0.1),
        LOGO._replace(covers=0.1),
    ],
    ids=[
        *("another number", "amid the slide", "a large box", "placeholder", "numbered placeholder"),
        *("a text above", "a long text", "a button", "a group, which may differ"),
        *("a picture that is not read", "a large picture"),
    ],
)
def test_what_may_be_a_content_stays(shape: SourceShape) -> None:
    assert cleared(shape) == [(1, "")] * 4


def test_two_slides_do_not_say_what_is_usual() -> None:
    assert cleared(LINE, slides=2) == [(1, "")] * 2


def test_what_half_of_the_slides_have_is_usual() -> None:
    slides = [source_slide(TEXT, LINE)] * 3 + [source_slide(TEXT)] * 3
    assert [len(each.shapes) for each in without_furniture(slides, HEIGHT)] == [1] * 6
    assert [len(each.shapes) for each in without_furniture(slides + slides[3:4], HEIGHT)] == (
        [2] * 3 + [1] * 4
    )


def test_a_text_at_the_foot_of_a_slide_with_a_footer_stays() -> None:
    note = text_shape("Town of Gera", box=FOOT)
    slides = [source_slide(TEXT, note)._replace(footer="Annual report")] * 3
    made = without_furniture(slides, HEIGHT)
    assert [(len(each.shapes), each.footer) for each in made] == [(2, "Annual report")] * 3


@pytest.mark.parametrize("shape", TOLD, ids=TOLD_NAMES)
def test_the_first_slide_with_a_logo_or_a_drawing_tells_that_it_is_left_out(
    shape: SourceShape,
) -> None:
    slides = [source_slide(TEXT), *[source_slide(TEXT, shape)] * 3]
    remarks = [len(each.remarks) for each in without_furniture(slides, HEIGHT)]
    assert remarks == [0, 1, 0, 0]


def test_a_line_is_left_out_without_a_remark() -> None:
    made = without_furniture([source_slide(TEXT, LINE)] * 3, HEIGHT)
    assert [each.remarks for each in made] == [()] * 3
