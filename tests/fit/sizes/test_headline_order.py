"""Sizes fall from the headline on, alike on neighbours; small texts stand close to it."""

import pytest

from deckgen.deck.box import Box
from deckgen.deck.layout import EMU_PER_POINT, Anchor, Placeholder, TextStyle
from deckgen.deck.slide import PlaceholderRole, Slide
from deckgen.deck.text_body import Paragraph, Run
from deckgen.fit.measured_slide import MeasuredSlide, MeasuredText
from deckgen.fit.sizes.headline_order import (
    with_alike_headlines,
    with_alike_kickers,
    with_close_small_texts,
    with_even_headlines,
    with_smaller_parts,
)
from deckgen.fit.text.text_height import block_extent, measured_paragraphs, text_frame
from deckgen.fonts.text_width import Fonts
from deckgen.support.diagnostics import Span
from tests.present import present

FONTS = Fonts("Calibri", "Calibri", "Consolas")


def points(x: float, y: float, cx: float, cy: float) -> Box:
    return Box(*(round(length * EMU_PER_POINT) for length in (x, y, cx, cy)))


def measured(
    role: PlaceholderRole,
    size: int,
    box: Box,
    text: str = "Why?",
    step: int = 0,
    anchor: Anchor = "t",
) -> MeasuredText:
    placeholder = Placeholder(
        role,
        "body",
        None,
        role,
        box,
        (TextStyle(size, "dk1"),),
        anchor=anchor,
        minimum_size=14,
        is_text_box=role in {"kicker", "by"},
    )
    frame = text_frame(placeholder, 14, FONTS)
    block = measured_paragraphs((Paragraph((Run(text),)),), frame, FONTS)
    return MeasuredText(role, frame, block, step, block_extent(block, frame.size_steps[step]))


def slide(*texts: MeasuredText) -> MeasuredSlide:
    return MeasuredSlide(Slide("a", "question", "light", "en", (), Span("a", 1, 1)), "L", texts)


TITLE, BODY = points(0, 100, 600, 100), points(0, 220, 600, 200)


def sizes(slides: list[MeasuredSlide]) -> list[dict[str, int]]:
    return [{text.role: text.size for text in one.texts} for one in slides]


@pytest.mark.parametrize(
    ("own", "step", "body", "expected"),
    [
        (44, 8, 32, {"title": 28, "body": 24}),  # 0.85 of 28, as 32 is less than that of 44
        (44, 8, 40, {"title": 28, "body": 24}),  # 40/44 of 28
        (44, 8, 44, {"title": 28, "body": 28}),
        (44, 8, 20, {"title": 28, "body": 20}),
        (44, 10, 32, {"title": 24, "body": 24}),
        (44, 12, 32, {"title": 20, "body": 20}),
    ],
)
def test_headlines_of_neighbours_have_the_smallest_size_and_lead_their_bodies(
    own: int, step: int, body: int, expected: dict[str, int]
) -> None:
    slides = [
        slide(measured("title", own, TITLE, step=at), measured("body", body, BODY))
        for at in (step, 0, step)
    ]
    assert sizes(with_even_headlines(slides)) == [expected] * 3


def test_a_headline_that_is_far_too_long_is_set_smaller_alone_with_its_body() -> None:
    usual = slide(measured("title", 44, TITLE, step=1), measured("body", 32, BODY))
    long = slide(measured("title", 44, TITLE, step=10), measured("body", 32, BODY))
    assert sizes(with_even_headlines([usual, long, usual])) == [
        {"title": 42, "body": 32},
        {"title": 24, "body": 24},
        {"title": 42, "body": 32},
    ]


def test_of_two_headlines_one_that_is_far_too_long_does_not_make_the_other_small() -> None:
    slides = [slide(measured("title", 44, TITLE, step=step)) for step in (10, 0)]
    assert sizes(with_even_headlines(slides)) == [{"title": 24}, {"title": 44}]


def test_a_headline_that_is_somewhat_too_long_makes_the_others_smaller() -> None:
    slides = [slide(measured("title", 26, TITLE, step=step)) for step in (0, 0, 2)]
    assert sizes(with_even_headlines(slides)) == [{"title": 22}] * 3


def test_headlines_of_a_talk_on_a_template_are_alike() -> None:
    def page(own: int, step: int = 0) -> MeasuredSlide:
        return slide(measured("title", own, TITLE, step=step))

    two_too_long = [page(44, 11), page(44, 11), page(44), page(44, 2)]

    def alike(pages: list[MeasuredSlide]) -> list[int]:
        return [one["title"] for one in sizes(with_alike_headlines(pages, 18))]

    assert alike(two_too_long) == [22] * 4
    assert alike(two_too_long[1:]) == [22, 40, 40]
    cover = slide(measured("title", 44, TITLE))
    cover = cover._replace(slide=cover.slide._replace(role="cover"))
    pages = [cover, page(44), page(44, 2), page(44, 11), page(36), page(44)]
    assert alike(pages) == [44, 40, 40, 22, 36, 40]


@pytest.mark.parametrize(
    ("headline", "floor", "body"),
    [(24, 18, 18), (18, 18, 18), (24, 14, 18), (18, 14, 14), (32, 18, 24), (40, 18, 24)],
)
def test_a_list_stands_back_where_the_headline_of_a_template_is_small(
    headline: int, floor: int, body: int
) -> None:
    """It is four fifths of it, in sizes two points apart, down to what is readable."""
    at = (44 - headline) // 2
    page = slide(measured("title", 44, TITLE, step=at), measured("body", 24, BODY))
    assert sizes(with_alike_headlines([page], floor)) == [{"title": headline, "body": body}]


def test_sizes_that_fall_stay() -> None:
    slides = [slide(measured("title", 44, TITLE), measured("body", 24, BODY))]
    assert with_even_headlines(slides) == slides


def test_kickers_of_neighbours_stand_at_the_height_that_the_longest_headline_leaves() -> None:
    kicker = measured("kicker", 18, points(0, 60, 600, 24))
    long = "What was hard, and what would you do differently the next time in this town?"
    slides = [
        slide(kicker, measured("title", 40, TITLE, anchor="b")),
        slide(kicker, measured("title", 40, TITLE, long, anchor="b")),
    ]
    alone, *_ = with_close_small_texts(slides[:1])
    assert round(top(alone, "kicker")) == 122  # a line of 44 points above 200
    assert {round(top(one, "kicker")) for one in with_close_small_texts(slides)} == {76}


@pytest.mark.parametrize("anchor", ["ctr", "b"])
@pytest.mark.parametrize("own_box", [True, False])
def test_headlines_below_kickers_begin_at_one_height_in_boxes_of_the_decks_own(
    anchor: Anchor, *, own_box: bool
) -> None:
    words = "What do people who have never been here see before they have asked anybody at all?"
    kicker = measured("kicker", 16, points(0, 40, 600, 20))
    long, short = (
        _with_own_box(measured("title", 32, TITLE, text, anchor=anchor), own=own_box)
        for text in (words, "Why?")
    )
    first, second = with_close_small_texts([slide(kicker, long), slide(kicker, short)])
    assert top(first, "kicker") == top(second, "kicker")
    begins = [title.top for one in (first, second) if (title := one.text("title"))]
    assert (abs(begins[0] - begins[1]) < EMU_PER_POINT) is own_box


def test_kickers_of_a_talk_on_a_template_stand_at_one_height() -> None:
    long, short = (
        slide(
            measured("kicker", 16, points(0, y, 600, 20)),
            _with_own_box(measured("title", 32, TITLE, text, anchor="ctr"), own=True),
        )
        for y, text in ((80, "What do people who have never been here see first?"), (110, "Why?"))
    )
    other = slide(
        measured("kicker", 16, points(0, 200, 300, 20)),
        measured("title", 32, points(0, 220, 300, 80)),
    )
    bare = slide(measured("title", 32, TITLE))
    found = with_alike_kickers([short, long, other, bare])
    assert [top(each, "kicker") for each in found[:3]] == [80, 80, 200]
    begins = [title.top for each in found[:2] if (title := each.text("title"))]
    assert abs(begins[0] - begins[1]) < EMU_PER_POINT
    assert found[2:] == [other, bare]


def test_headlines_over_a_kicker_stay_in_their_boxes() -> None:
    kicker = measured("kicker", 16, points(0, 205, 600, 20))
    slides = [
        slide(kicker, _with_own_box(measured("title", 32, TITLE, text, anchor="b"), own=True))
        for text in ("What do people who have never been here see first?", "Why?")
    ]
    assert with_alike_kickers(with_close_small_texts(slides)) == slides


def _with_own_box(text: MeasuredText, *, own: bool) -> MeasuredText:
    placeholder = text.frame.placeholder._replace(overrides_box=own)
    return text._replace(frame=text_frame(placeholder, 14, FONTS))


def test_an_author_stands_below_the_last_line() -> None:
    by = measured("by", 18, points(0, 400, 600, 24))
    (found,) = with_close_small_texts([slide(measured("title", 40, TITLE), by)])
    assert 160 < top(found, "by") < 170


def top(found: MeasuredSlide, role: PlaceholderRole) -> float:
    text = present(found.text(role))
    return text.frame.placeholder.box.y / EMU_PER_POINT


def test_a_kicker_is_smaller_than_the_headline_of_its_neighbours() -> None:
    kicker = points(0, 70, 600, 26)
    slides = [
        slide(measured("title", 44, TITLE, step=11), measured("kicker", 20, kicker)),
        slide(measured("title", 44, TITLE, step=12), measured("kicker", 20, kicker)),
    ]
    assert sizes(with_even_headlines(slides)) == [{"title": 20, "kicker": 16}] * 2


def test_a_quotation_stands_in_its_area_a_little_above_the_middle() -> None:
    area = points(0, 100, 600, 300)
    anchors: list[Anchor] = ["t", "ctr", "b"]
    starts = []
    for anchor in anchors:
        words = measured("title", 40, area, "Words", anchor=anchor)
        author = measured("by", 16, points(0, 400, 600, 24), "Author")
        given = slide(words, author)
        given = given._replace(slide=given.slide._replace(role="quote"))
        (found,) = with_close_small_texts([given])
        title, by = present(found.text("title")), present(found.text("by"))
        starts.append(by.frame.placeholder.box.y // EMU_PER_POINT)
        box = title.frame.placeholder.box
        assert area.y <= box.y
        assert box.bottom <= area.bottom
    assert len({*starts}) == 1
    assert 250 < starts[0] < 290


@pytest.mark.parametrize("anchor", ["t", "ctr", "b"])
def test_a_question_alone_stands_near_the_middle_of_an_area_that_is_not_the_layouts_own(
    anchor: Anchor,
) -> None:
    area = points(0, 100, 600, 300)
    words = measured("title", 40, area, "Why?", anchor=anchor)
    given = slide(words.moved(area))
    given = given._replace(slide=given.slide._replace(role="quote"))
    (found,) = with_close_small_texts([given])
    assert 210 < present(found.text("title")).top / EMU_PER_POINT < 230
    own = given.with_texts([words])
    assert with_close_small_texts([own]) == [own]


@pytest.mark.parametrize(
    ("own", "step", "anchor", "expected"),
    [
        (38, 0, "t", 38),
        (38, 3, "t", 32),
        (44, 3, "t", 36),  # 44/38 of 32 is 37
        (54, 3, "t", 54),
        (38, 3, "b", 38),
    ],
    ids=[
        *("a headline of its own size", "as large", "a little larger", "a large number"),
        "elsewhere",
    ],
)
def test_a_number_beside_a_smaller_headline_stays_on_its_baseline(
    own: int, step: int, anchor: Anchor, expected: int
) -> None:
    number = measured("progress", own, points(600, 100, 90, 100), "1/6", anchor=anchor)
    given = slide(measured("title", 38, TITLE, step=step), number)
    assert sizes([with_smaller_parts(given)]) == [{"title": 38 - 2 * step, "progress": expected}]


@pytest.mark.parametrize(("step", "title", "subtitle"), [(0, 30, 28), (1, 28, 22), (4, 22, 18)])
def test_a_subtitle_is_smaller_than_a_title_that_was_set_smaller(
    step: int, title: int, subtitle: int
) -> None:
    given = slide(measured("title", 30, TITLE, step=step), measured("subtitle", 28, BODY))
    assert sizes([with_smaller_parts(given)]) == [{"title": title, "subtitle": subtitle}]
