"""Running text: as large as its page allows, each slide for itself, in lines that read well."""

from pathlib import Path

import pytest

from deckgen.brand.styles import style_names
from deckgen.deck.slide import COLUMNS
from deckgen.fit.measured_slide import MeasuredSlide, MeasuredText
from deckgen.fit.sizes.fitting_sizes import text_at_step
from deckgen.fit.sizes.running_text import with_text_filled
from deckgen.fit.text.text_height import measured_paragraphs, text_frame
from tests.fit import square
from tests.media.sample_pictures import pixels, saved
from tests.talks import talk

SENTENCE = "A small town cannot do everything itself."
TWO = (
    "A small town cannot do everything itself. But it can bring together those who can, and it did."
)
THREE = (
    "The council heard both sides: the shopkeepers, who feared for their parking spaces, and the "
    "families, who wanted a square without cars.\\n\\nThe town tried it for four weekends. Takings "
    "rose in two of three shops.\\n\\nThe council voted for a square that is open on market days."
)
LONG = " ".join([THREE.replace("\\n\\n", " ")] * 2)
TEXTS = {
    "a sentence": (SENTENCE, 0.3, 40),
    "two sentences": (TWO, 0.4, 32),
    "three paragraphs": (THREE, 0.55, 24),
    "a full page": (LONG, 0.6, 18),
}
"""A text, and in any style the least share of its height that it fills, and its least size."""
_MOST_LETTERS = 75


NEIGHBOURS = {
    "a sentence beside a long text": (f"{SENTENCE}|{LONG}", [60, 24]),
    "text that goes on over a second slide": ("\\n\\n".join([THREE] * 3), [24, 24]),
    "a list in text is no statement": ("We ask:\\n\\n- One\\n- Two", [32]),
    "code that would be broken": (
        "- Look for `the-one-page-form-of-our-town`, then\\n- Two\\n- Three",
        [28],
    ),
}
"""Texts, and the size of each slide in the style `panel`."""
BELOW_QUESTIONS = {
    "a sentence": (f"text: {SENTENCE}", 44),
    "lines": (f'text: "{SENTENCE} It asks.\\n\\n{SENTENCE}\\n\\n{SENTENCE}"', 28),
    "a list in text": ('text: "We ask:\\n\\n- One\\n- Two\\n- Three"', 24),
}
"""What stands below a question beside a long list, and its size in the style `panel`."""

TALL = "image: {file: tall.png, alt: A}"
SHORT = "It was built in 1904."
BESIDE_PICTURES = {
    "a sentence": (f'text: "{SHORT}", {TALL}', 44),
    "two bullets": (f"bullets: [From Leeds, Began in May], {TALL}", 44),
    "four bullets": (f"bullets: [One, Two, Three, Four], {TALL}", 44),
    "five bullets": (f"bullets: [One, Two, Three, Four, Five], {TALL}", 36),
    "six bullets": (f"bullets: [One, Two, Three, Four, Five, Six], {TALL}", 28),
    "three, one of which is longer": (
        f"bullets: [One, Two, Three words fill most of their line], {TALL}",
        28,
    ),
    "three beside a table": ("bullets: [One, Two, Three], table: [[A, B], [C, 1]]", 28),
    "a list in a text": (f'text: "We ask:\\n\\n- One\\n- Two", {TALL}', 44),
    "a long text": (f'text: "{THREE}", {TALL}', 28),
    "a sentence beside a code": (f'text: "{SHORT}", qr: "https://a.example"', 44),
    "a sentence beside a table": (f'text: "{SHORT}", table: [[A, B], [C, 1]]', 28),
}
"""What stands below a headline, and the size of its words in the style `panel`."""


def body(slide: MeasuredSlide) -> MeasuredText:
    (found,) = [text for text in slide.texts if text.role in COLUMNS]
    return found


@pytest.mark.parametrize("style", style_names())
@pytest.mark.parametrize("size", ["16:9", "4:3"])
@pytest.mark.parametrize(("text", "least", "points"), TEXTS.values(), ids=TEXTS)
def test_text_fills_its_page(text: str, least: float, points: int, size: str, style: str) -> None:
    made = talk(f'- {{title: Why we did it, text: "{text}"}}', size=size, style=style)
    (slide,) = made.compiled.fitted.slides
    found = body(slide)
    letters = len(text) / found.extent.lines

    assert least <= found.extent.height / found.frame.height <= 1
    assert found.size >= points
    assert letters <= _MOST_LETTERS


@pytest.mark.parametrize(("texts", "sizes"), NEIGHBOURS.values(), ids=NEIGHBOURS)
def test_each_slide_has_its_size(texts: str, sizes: list[int]) -> None:
    entries = "\n".join(f'- {{title: T, text: "{text}"}}' for text in texts.split("|"))
    slides = talk(entries).compiled.fitted.slides

    assert [body(slide).size for slide in slides] == sizes


@pytest.mark.parametrize(
    ("bullets", "size"),
    [
        ("[One]", 72),
        ("[A bullet of so many words that it would take two lines if it were larger]", 44),
        ("[One, Two]", 44),
    ],
)
@pytest.mark.parametrize("key", ["title", "question"])
def test_a_single_bullet_is_as_large_as_a_sentence(bullets: str, size: int, key: str) -> None:
    (slide,) = talk(f"- {{{key}: T, bullets: {bullets}}}").compiled.fitted.slides

    assert body(slide).size == size


@pytest.mark.parametrize(
    ("words", "lines", "size"),
    [
        ("The roof is new", 1, 72),
        ("The library opens on Sundays", 1, 52),
        ("The library opens on Sundays from May", 2, 68),
        ("The library opens on Sundays from May to October, and on the evenings of Friday", 3, 44),
    ],
)
def test_a_single_bullet_has_one_line_or_two_long_ones(words: str, lines: int, size: int) -> None:
    (slide,) = talk(f"- {{title: T, bullets: ['{words}']}}").compiled.fitted.slides

    assert (body(slide).extent.lines, body(slide).size) == (lines, size)


BRAND = """\
name: Own
colors: {ink: 1B2A2E, paper: FFFFFF, deep: 0F4A50, sand: F4ECE0, accent: A8431C}
limits: {largest: 48}
"""


def test_a_single_bullet_is_no_larger_than_the_brand_allows(tmp_path: Path) -> None:
    brand = tmp_path / "brand.yaml"
    brand.write_text(BRAND, encoding="utf-8")
    made = talk("- {title: T, bullets: [One]}", brand=brand)
    assert [body(slide).size for slide in made.compiled.fitted.slides] == [48]


@pytest.mark.parametrize(("contents", "size"), BESIDE_PICTURES.values(), ids=BESIDE_PICTURES)
def test_few_words_beside_a_picture_are_a_statement(contents: str, size: int) -> None:
    """Also after a slide with so much text that it has to be smaller."""
    fuller = f'- {{title: T, text: "{LONG}", {TALL}}}'
    tall = saved(pixels(600, 900), "PNG")
    slides = talk(f"{fuller}\n- {{title: T, {contents}}}", files={"tall.png": tall}, style="panel")

    assert body(slides.compiled.fitted.slides[-1]).size == size


@pytest.mark.parametrize(("text", "size"), BELOW_QUESTIONS.values(), ids=BELOW_QUESTIONS)
def test_text_below_a_question_has_its_own_size_and_space(text: str, size: int) -> None:
    long = ", ".join([SENTENCE] * 7)
    entries = f"- {{question: Q, bullets: [{long}]}}\n- {{question: Q, {text}}}"
    first, second = talk(entries).compiled.fitted.slides

    assert body(second).size == size
    assert body(first).size == 24


@pytest.mark.parametrize(
    ("words", "size"),
    [
        ("aaaa aaaa aaaa aaaa", 28),
        ("aaaa aaaa aaaa aaaa aaaa a", 32),
        ("aaaa aaaa aaa Room 12, aaaa aaaa", 24),
        ("aaaa aaaa aaa room so, aaaa aaaa", 32),
    ],
    ids=["a word", "more", "the number of a name", "a word behind another"],
)
def test_lines_get_no_second_one_for_a_word_and_end_within_no_number(words: str, size: int) -> None:
    place = square.placeholder("body", 600, 300, square.style(20))._replace(largest_size=32)
    frame = text_frame(place, 15, square.FONTS)
    block = measured_paragraphs(tuple(map(square.bullet, [words, "a", "a"])), frame, square.FONTS)
    texts = (text_at_step("title", frame, block, 0), text_at_step("body", frame, block, 0))
    given = MeasuredSlide(square.slide(), "Test", texts)
    assert body(with_text_filled(given)).size == size


@pytest.mark.parametrize(
    ("step", "why_split", "size"),
    [(0, "", 32), (1, "", 32), (0, "the text needs 2 slides", 20)],
    ids=["has room", "was made smaller", "goes on over a second slide"],
)
def test_only_a_text_of_one_slide_is_set_larger(step: int, why_split: str, size: int) -> None:
    place = square.placeholder("body", 600, 300, square.style(20))._replace(largest_size=32)
    frame = text_frame(place, 15, square.FONTS)
    block = measured_paragraphs((square.bullet("a"),), frame, square.FONTS)
    texts = (text_at_step("title", frame, block, 0), text_at_step("body", frame, block, step))
    given = MeasuredSlide(square.slide(), "Test", texts, why_split)
    assert body(with_text_filled(given)).size == size


@pytest.mark.parametrize(
    ("words", "sizes"), [(1, (38, 44)), (16, (36, 44)), (20, (30, 36)), (24, (28, 32))]
)
def test_a_statement_keeps_its_proportion_to_a_headline_that_is_set_smaller(
    words: int, sizes: tuple[int, int]
) -> None:
    headline = (
        "Why the calculation of the year before last no longer holds today, and what follows from "
        "it for all of us who live here and pay"
    )
    title = " ".join(headline.split()[:words])
    entry = f"- {{title: '{title}', bullets: [The price of gas, No grants]}}"
    (slide,) = talk(entry, style="editorial").compiled.fitted.slides
    assert tuple([text.size for text in slide.texts]) == sizes


@pytest.mark.parametrize(("style", "size"), [("editorial", 24), ("panel", 28)])
def test_the_lines_of_a_list_that_stays_small_stand_far_apart(style: str, size: int) -> None:
    lines = (
        "One form",
        "Four rules",
        "Forty towns do it by now; look for `open-questions`",
        "Come",
    )
    listed = "\n".join([f"    - {line}" for line in lines])
    (slide,) = talk(f"- title: T\n  text: |\n{listed}", style=style).compiled.fitted.slides
    body = slide.texts[-1]
    assert body.size == size
    assert body.space_before[1] > 2.5 * body.block[1].before
