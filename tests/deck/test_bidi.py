"""The direction of text is that of its language; it is written only if the layout differs."""

import pytest

from deckgen.deck.bidi import (
    has_letters_from_right,
    runs_right_to_left,
    with_text_at_its_side,
    with_text_direction,
)
from deckgen.deck.box import Box
from deckgen.deck.graphics import Media, Picture
from deckgen.deck.layout import FilledArea, Layout, Placeholder, TextStyle
from deckgen.deck.slide import COLUMNS, Slide
from deckgen.deck.text_body import Direction, Paragraph, Run, TextBody
from deckgen.support.diagnostics import Span
from tests.present import present

SPAN = Span("talk.yaml", 1, 1)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("ar", True),
        ("ar-EG", True),
        ("AR-eg", True),
        ("he-IL", True),
        ("iw", True),
        ("fa-IR", True),
        ("ur-PK", True),
        ("yi", True),
        ("ku-Arab-IQ", True),
        ("ku-TR", False),
        ("arn-CL", False),
        ("de-DE", False),
        ("tr-TR", False),
        ("ja-JP", False),
        ("", False),
    ],
)
def test_a_language_runs_one_way(lang: str, expected: bool) -> None:  # noqa: FBT001
    assert runs_right_to_left(lang) is expected


LEFT = TextStyle(20, "dk1")
RIGHT = TextStyle(20, "dk1", align="r", rtl=True)
CENTRED = TextStyle(20, "dk1", align="ctr")
CENTRED_RIGHT = TextStyle(20, "dk1", align="ctr", rtl=True)


def directions(lang: str, *styles: TextStyle, levels: tuple[int, ...] = (0,)) -> list[Direction]:
    """Return how the paragraphs of a body run whose levels have these styles."""
    place = Placeholder("body", "body", 1, "Body", Box(0, 0, 1, 1), styles)
    body = TextBody(tuple(Paragraph((Run("x"),), level) for level in levels))
    slide = Slide("one", "bullets", "light", lang, (("body", body),), SPAN)
    made = with_text_direction(slide, Layout("Test", "bullets", "light", "/layout.xml", (place,)))
    ((_, content),) = made.placeholders
    return [paragraph.direction for paragraph in content.paragraphs]


CASES: dict[str, tuple[str, TextStyle, Direction]] = {
    "German on a layout from the left": ("de", LEFT, "layout"),
    "Arabic on a layout from the right": ("ar", RIGHT, "layout"),
    "Arabic on ours": ("ar", LEFT, "rtl"),
    "Hebrew, centred": ("he", CENTRED, "centred-rtl"),
    "German on an Arabic template": ("de", RIGHT, "ltr"),
    "German, centred there": ("de", CENTRED_RIGHT, "centred-ltr"),
}


@pytest.mark.parametrize(("lang", "style", "expected"), CASES.values(), ids=CASES)
def test_paragraphs_turn_against_their_layout(
    lang: str, style: TextStyle, expected: Direction
) -> None:
    assert directions(lang, style) == [expected]


@pytest.mark.parametrize(
    ("lang", "expected"),
    [("ar", ["rtl", "layout", "centred-rtl"]), ("de", ["layout", "ltr", "layout"])],
)
def test_each_level_turns_as_its_own_style_asks(lang: str, expected: list[Direction]) -> None:
    """The third level counts for all below it; a level that runs so already says nothing."""
    assert directions(lang, LEFT, RIGHT, CENTRED, levels=(0, 1, 5)) == expected


def test_a_placeholder_of_another_role_stays() -> None:
    place = Placeholder("title", "title", 1, "Title", Box(0, 0, 1, 1), (RIGHT,))
    body = TextBody((Paragraph((Run("x"),)),))
    slide = Slide("one", "bullets", "light", "de", (("body", body),), SPAN)
    assert (
        with_text_direction(slide, Layout("Test", "bullets", "light", "/layout.xml", (place,)))
        == slide
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [("−21.5", False), ("12 km", False), ("12 كم", True), ("שלום", True), ("", False)],
)
def test_letters_of_scripts_from_the_right(text: str, expected: bool) -> None:  # noqa: FBT001
    assert has_letters_from_right(text) is expected


ORDER: dict[str, tuple[str, tuple[int, ...], bool, str]] = {
    "German": ("de", (0, 5, 9), False, "abc"),
    "Arabic on a layout from the left": ("ar", (0, 5, 9), False, "cba"),
    "Arabic on one that has its first column at the right": ("ar", (9, 5, 0), False, "abc"),
    "Arabic on one that is mirrored afterwards": ("ar", (0, 5, 9), True, "abc"),
    "German on that": ("de", (0, 5, 9), True, "cba"),
}
"""A language, the x of the three columns, whether they are mirrored, and what they hold."""


@pytest.mark.parametrize("case", ORDER)
def test_columns_begin_where_the_language_does(case: str) -> None:
    lang, lefts, is_mirrored, expected = ORDER[case]
    places = tuple(
        Placeholder(role, "obj", at, role, Box(x, 0, 1, 1), (LEFT,))
        for at, (role, x) in enumerate(zip(COLUMNS, lefts, strict=True), 1)
    )
    layout = Layout("Test", "three-contents", "light", "/layout.xml", places, mirrored=is_mirrored)
    texts = tuple(
        (role, TextBody((Paragraph((Run(word),)),)))
        for role, word in zip(COLUMNS, "abc", strict=True)
    )
    slide = with_text_direction(Slide("one", "three-contents", "light", lang, texts, SPAN), layout)
    there = dict(slide.placeholders)
    assert "".join(there[role].text for role in COLUMNS) == expected
    # They are read in the order of the author, wherever they stand.
    assert "".join(body.text for _, body in slide.placeholders) == "abc"


HEAD, LIST, REST = Box(10, 0, 60, 20), Box(10, 30, 70, 60), Box(10, 30, 80, 60)
FIELDS = (FilledArea(Box(0, 0, 50, 100), "FFFFFF"), FilledArea(Box(50, 0, 50, 100), "112233"))
PAGE = Layout(
    "Test",
    "bullets",
    "light",
    "/layout.xml",
    (
        Placeholder("title", "title", 0, "Title", HEAD, (LEFT,)),
        Placeholder("body", "body", 1, "Body", LIST, (LEFT,)),
    ),
    graphic_boxes=(("body", REST),),
)


@pytest.mark.parametrize(
    ("lang", "layout", "stands", "x"),
    [
        ("ar", PAGE, None, 20),
        ("ar", PAGE, Box(15, 30, 30, 60), 60),
        ("ar", PAGE, Box(10, 30, 80, 60), 10),
        ("de", PAGE, None, 10),
        ("de", PAGE._replace(mirrored=True), None, 20),
        ("ar", PAGE._replace(mirrored=True), None, 10),
        ("ar", PAGE._replace(least_size=12), None, 10),
        ("ar", PAGE._replace(filled_areas=FIELDS), Box(10, 30, 30, 60), 10),
        ("ar", PAGE._replace(graphic_boxes=(("body", Box(0, 0, 100, 100)),)), Box(0, 0, 9, 9), 91),
        ("ar", PAGE._replace(graphic_boxes=(("body", Box(0, 0, 100, 100)),)), None, 20),
    ],
    ids=[
        *("ends", "own box", "full", "same", "turned", "also", "template", "another ground"),
        *("at the edge", "at the margin"),
    ],
)
def test_text_that_is_read_from_the_other_side_begins_at_the_other_edge(
    lang: str, layout: Layout, stands: Box | None, x: int
) -> None:
    body = TextBody((Paragraph((Run("x"),)),), box=stands)
    slide = Slide("one", "bullets", "light", lang, (("body", body),), SPAN)
    ((_, moved),) = with_text_at_its_side(slide, layout).placeholders
    assert (moved.box or stands or LIST).x == x


def test_text_beside_the_number_of_the_slide_stays() -> None:
    number = Placeholder("number", "sldNum", 9, "Number", Box(90, 0, 5, 20), (LEFT,))
    page = PAGE._replace(placeholders=(*PAGE.placeholders, number))
    body = TextBody((Paragraph((Run("x"),)),))
    slide = Slide("one", "bullets", "light", "ar", (("title", body), ("body", body)), SPAN)
    moved = with_text_at_its_side(slide, page).placeholders
    assert [text.box and text.box.x for _, text in moved] == [None, 25]


def test_text_beside_a_graphic_stays_and_the_headline_below_a_kicker_keeps_its_height() -> None:
    lower = PAGE.placeholders[0].in_box(HEAD._replace(y=7))
    page, body = PAGE._replace(below_kicker=(lower,)), TextBody((Paragraph((Run("x"),)),))
    shown = Picture(Media("/a.png", "image/png", b"", 1, 1), "", SPAN)
    slide = Slide("one", "two-contents", "light", "ar", (), SPAN, graphics=(("second", shown),))
    moved = with_text_at_its_side(
        slide.with_texts({"title": body, "kicker": body, "body": body}), page
    )
    assert present(moved.text("title")).box == HEAD._replace(x=30, y=7)
    assert present(moved.text("body")).box is None


def test_text_with_something_beside_it_stays() -> None:
    head = TextBody((Paragraph((Run("x"),)),), box=Box(10, 0, 20, 50))
    body = TextBody((Paragraph((Run("x"),)),), box=Box(40, 30, 20, 50))
    slide = Slide("one", "bullets", "light", "ar", (("title", head), ("body", body)), SPAN)
    moved = with_text_at_its_side(slide, PAGE).placeholders
    assert [text.box and text.box.x for _, text in moved] == [10, 70]
