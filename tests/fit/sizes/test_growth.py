"""Text that has room is larger, neighbours alike; rows of overviews fill their height."""

from pathlib import Path

import pytest

from tests.present import present
from tests.talks import Talk, talk
from tests.template.opened import plain_template

EDITORIAL = """\
name: Own
style: editorial
colors: {ink: 1B2A2E, paper: FFFFFF, deep: 0F4A50, sand: F4ECE0, accent: A8431C}
"""
FEW, FOUR = "bullets: [One, Two, Three]", "bullets: [One, Two, Three, Four]"
POINT = "Ein Punkt mit einigen Worten"
CROWDED = "bullets: [" + ", ".join([POINT] * 8) + f", {POINT}: [{POINT}]]"
MANY = "bullets: [{}]".format(", ".join(["A bullet of some words that stands among many"] * 7))
LINES = "A line that is somewhat longer than few words, And another one"
WIDE = "bullets: [A line of words up to the very end of its whole width that it fills"
WIDER = WIDE.removeprefix("bullets: [")
NESTED = "bullets: [One: [below, below], Two]"
LONG = "A headline of so many words that it has to be set smaller than others, as it says a lot"


def body_sizes(made: Talk) -> list[list[int]]:
    """Return the size of each level of each slide's body, in points."""
    return [
        sorted({round(size) for level in text.frame.size_steps[text.size_step : text.size_step + 1]
                for size in level[: max(one.level for one in text.block) + 1]}, reverse=True)
        for slide in made.compiled.fitted.slides
        if (text := slide.text("body"))
    ]  # fmt: skip


CASES = {
    "few words": (f"- {{title: T, {FEW}}}", [[44]]),
    "five lines of few words": ("- {title: T, bullets: [A, B, C, D, E]}", [[36]]),
    "lines of two thirds": (
        "- {title: T, bullets: [Find an empty shop or ask us, Two, Three]}",
        [[44]],
    ),
    "lines of three quarters": (
        "- {title: T, bullets: [Find an empty shop or ask for ours, Two, Three, Four]}",
        [[36]],
    ),
    "lines of nine tenths": (
        "- {title: T, bullets: [Find an empty shop or ask all of them for ours, Two, Three, Four]}",
        [[28]],
    ),
    "six lines": ("- {title: T, bullets: [A, B, C, D, E, F]}", [[28]]),
    "a line of more words": (f"- {{title: T, bullets: [One, {LINES}, Four]}}", [[28]]),
    "one bullet or two are a statement": (f"- {{title: T, {WIDE}, Two]}}", [[44]]),
    "also beside a full page": (f"- {{title: T, {MANY}}}\n- {{title: T, {WIDE}]}}", [[24], [44]]),
    "of which one is full": (
        f"- {{question: T, {MANY}}}\n- {{question: T, bullets: [One, Two]}}",
        [[24], [44]],
    ),
    "beside a slide set smaller": (
        f"- {{title: T, {CROWDED}}}\n- {{title: T, {CROWDED}}}\n- {{title: T, bullets: [A, B]}}",
        [[20, 18], [20, 18], [44]],
    ),
    "of two levels": (f"- {{title: T, {NESTED}}}", [[44, 37]]),
    "of two levels, six lines": (f"- {{title: T, {NESTED[:-1]}, Three, Four]}}", [[28, 23]]),
    "many bullets, which stand closer": (
        f"- {{title: T, bullets: [{', '.join([f'{POINT} hier und da'] * 9)}]}}",
        [[24]],
    ),
    "below a long headline, which has more lines": (
        f"- {{title: '{' '.join(['headline'] * 24)}', {FEW}}}",
        [[40]],
    ),
    "few words below a question": (f"- {{question: T, {FEW}}}", [[44]]),
    "below a larger headline": (
        "- {question: T, bullets: [A line of nine words or so it seems, Two, Three, Four]}",
        [[32]],
    ),
    "a full page": (f"- {{title: T, {MANY}}}", [[24]]),
    "a line that breaks": (f"- {{title: T, {WIDE}, Two, Three, Four]}}", [[28]]),
    "code that would be broken": (
        "- {title: T, bullets: [Forty towns and more villages look for `our-open-questions`, Two]}",
        [[24]],
    ),
    "lines half of which break": (f"- {{title: T, {WIDE}, {WIDER}, Two, Three]}}", [[28]]),
    "lines most of which would break": (f"- {{title: T, {WIDE}, {WIDER}, {WIDER}, Four]}}", [[24]]),
    "a crowded page does not make its neighbours smaller": (
        f"- {{title: T, {FEW}}}\n- {{title: T, {CROWDED}}}\n- {{title: T, {FEW}}}",
        [[44], [20, 18], [44]],
    ),
    "neighbours alike": (f"- {{title: T, {FOUR}}}\n- {{title: T, {MANY}}}", [[24], [24]]),
    "three bullets beside them are smaller than the headline": (
        f"- {{title: T, {FEW}}}\n- {{title: T, {MANY}}}",
        [[28], [24]],
    ),
    "three, the first of which is no longer than two lines": (
        f"- {{title: T, {WIDE}, Two, Three]}}",
        [[44]],
    ),
    "three that would have a second line for a word": (
        "- {title: T, bullets: [Find an empty shop or ask them all for ours, Two, Three]}",
        [[36]],
    ),
    "apart": (
        f"- {{title: T, {FEW}}}\n- {{quote: Q, by: B}}\n- {{title: T, {MANY}}}",
        [[44], [24]],
    ),
    "running text": ("- {title: T, text: A sentence.}", [[60]]),
}


@pytest.mark.parametrize("case", CASES)
def test_bodies_are_as_large_as_their_neighbours_allow(case: str) -> None:
    entries, expected = CASES[case]
    assert body_sizes(talk(entries)) == expected


@pytest.mark.parametrize("size", ["16:9", "4:3"])
@pytest.mark.parametrize("headline", ["T", LONG])
def test_no_body_is_about_as_large_as_its_headline(headline: str, size: str) -> None:
    made = talk(f"- {{title: {headline}, {FEW}}}\n- {{question: {headline}, {FEW}}}", size=size)
    for slide in made.compiled.fitted.slides:
        title, body = present(slide.text("title")), present(slide.text("body"))
        assert body.size < title.size or body.size > title.size * 1.1


def test_marks_of_large_bullets_hang_in_proportion() -> None:
    (slide,) = talk(f"- {{title: T, {NESTED}}}").slides
    properties = slide.placeholders[1]._element.xpath(".//a:pPr")
    hanging = [(int(each.get("marL")), int(each.get("indent"))) for each in properties]
    hang = round(0.34 * 914_400 * 44 / 24)
    assert hanging == [(hang, -hang), (2 * hang, -hang), (2 * hang, -hang), (hang, -hang)]


def test_bullets_stand_closer_to_what_they_belong_to_than_to_each_other() -> None:
    (slide,) = talk(f"- {{title: T, {NESTED}}}").slides
    before = [each.space_before.pt for each in slide.placeholders[1].text_frame.paragraphs]
    first, child, other, second = before
    assert child == other < second / 2.5
    assert first == second


def test_columns_have_one_size() -> None:
    made = talk(f"- {{title: T, columns: [{{bullets: [One]}}, {{{MANY}}}]}}")
    (slide,) = made.compiled.fitted.slides
    first, second = present(slide.text("body")), present(slide.text("second"))
    assert first.size == second.size < 24


COLUMNS = {
    "few words": ("{bullets: [One]}, {bullets: [Two]}", 28),
    "a line that would break": (
        "{bullets: [One]}, {bullets: [Until the next election is held]}",
        28,
    ),
    "three short texts": ("{text: One}, {text: A sentence of some words.}, {text: Three}", 28),
    "a column of five": (f"{{bullets: [One]}}, {{bullets: [{', '.join(['Some words'] * 5)}]}}", 28),
    "a column three quarters full": (
        f"{{bullets: [One]}}, {{bullets: [{', '.join(['Some words'] * 6)}]}}",
        28,
    ),
    "a full column": (f"{{bullets: [One]}}, {{bullets: [{', '.join(['Some words'] * 8)}]}}", 24),
    "a word that would stand alone between two lines": (
        "{bullets: [One]}, {bullets: [Landesgartenschau in Landesgartenschau]}, {bullets: [Three]}",
        24,
    ),
    "a word that would break": ("{text: One}, {text: Two}, {text: Donaudampfschifffahrt}", 24),
}


SHORT = "{bullets: [One]}, {bullets: [Two]}"
LINE = "{bullets: [A market held twice a week]}, {bullets: [Two]}"


@pytest.mark.parametrize(("columns", "size"), [(SHORT, 32), (LINE, 28)])
def test_columns_of_a_larger_headline_grow_twice_only_without_new_lines(
    columns: str, size: int, tmp_path: Path
) -> None:
    brand = tmp_path / "brand.yaml"
    brand.write_text(EDITORIAL, encoding="utf-8")
    made = talk(f"- {{title: T, columns: [{columns}]}}", brand=brand)
    assert not made.diagnostics.has_errors
    (slide,) = made.compiled.fitted.slides
    assert {text.size for text in slide.texts if text.role != "title"} == {size}


@pytest.mark.parametrize("case", COLUMNS)
def test_columns_grow_alike(case: str) -> None:
    columns, expected = COLUMNS[case]
    (slide,) = talk(f"- {{title: T, columns: [{columns}]}}").compiled.fitted.slides
    assert {text.size for text in slide.texts if text.role != "title"} == {expected}


@pytest.mark.parametrize("count", [2, 5, 7])
def test_rows_of_an_overview_fill_its_height(count: int) -> None:
    questions = [f"What is number {n}?" for n in range(count)]
    pages = "\n".join(f"- {{question: {question}, {FEW}}}" for question in questions)
    made = talk(f"- questions: [{', '.join(questions)}]\n{pages}")
    text = present(made.compiled.fitted.slides[0].text("body"))
    gap = text.space_before[0]
    full = text.extent.height / text.frame.height
    widest = 18 * (48 if count == 2 else 36) / 24 * 3.2
    assert 0.75 < full < 0.95 or gap == round(widest)
    spaces = {
        space.get("val")
        for shape in made.slides[0].placeholders
        for space in shape._element.xpath(".//a:pPr/a:spcBef/a:spcPts")
    }
    assert spaces == {str(gap * 100)}


WORDS = "bullets: [Some words, Some words, Some words, Some words, Some words, Some words]"
SENTENCES = "text: |\n    {0}\n\n    {0}".format("A sentence of so many words. " * 6)
GAPS = {
    "few beside many": (f"- {{title: T, {FOUR}}}\n- {{title: T, {WORDS}}}", [44, 23]),
    "alone": (f"- {{title: T, {FEW}}}", [53]),
    "prose": (f"- title: T\n  {SENTENCES}", [25]),
}


@pytest.mark.parametrize("case", GAPS)
def test_few_short_bullets_stand_further_apart_than_those_of_their_neighbours(case: str) -> None:
    entries, expected = GAPS[case]
    texts = [slide.text("body") for slide in talk(entries).compiled.fitted.slides]
    assert [text.space_before[0] for text in texts if text] == expected


def test_bullets_as_large_as_allowed_stand_further_apart(tmp_path: Path) -> None:
    brand = tmp_path / "brand.yaml"
    brand.write_text(EDITORIAL + "limits: {largest: 24}\n", encoding="utf-8")
    (slide,) = talk(f"- {{title: T, {FEW}}}", brand=brand).compiled.fitted.slides
    text = present(slide.text("body"))
    assert (text.size, text.space_before[0]) == (24, round(12 * 3.2))


def test_few_bullets_stand_apart_also_where_their_neighbours_are_set_smaller() -> None:
    many = f"bullets: [{LONG}, {', '.join(['Some words'] * 3)}: [Others]]"
    made = talk(f"- {{title: T, {FOUR}}}\n- {{title: {LONG}, {many}}}", style="civic")
    few, full = [slide.text("body") for slide in made.compiled.fitted.slides]
    assert few
    assert full
    assert few.size == full.size < few.frame.placeholder.level_styles[0].size
    assert few.space_before[0] > 2 * few.frame.levels[0].before


def test_rows_with_lines_between_fill_their_page_also_beside_fuller_neighbours() -> None:
    rows = "bullets: [One, Two, Three, Four, Five]"
    made = talk(f"- {{question: T, {rows}}}\n- {{question: T, {WORDS}}}", style="civic")
    few = present(made.compiled.fitted.slides[0].text("body"))
    assert few.extent.height == pytest.approx(0.9 * few.frame.height, rel=0.02)


@pytest.mark.parametrize(("bullets", "space"), [("[A, B, C]", 32), ("[A, B, C, D, E]", 17)])
def test_few_bullets_of_a_template_with_close_ones_stand_a_size_apart_if_they_have_the_room(
    bullets: str, space: int, tmp_path: Path
) -> None:
    """It has a fifth of the size between them; that is 6 points."""
    template = tmp_path / "t.potx"
    template.write_bytes(plain_template())
    made = talk(f"- {{title: T, bullets: {bullets}}}", brand=template)
    body = present(made.compiled.fitted.slides[0].text("body"))
    assert (body.size, body.space_before[0]) == (32, space)


@pytest.mark.parametrize(("bullets", "spaces"), [(7, [(25,), (13,)]), (8, [(25,), (10,)])])
def test_bullets_that_are_smaller_for_their_headlines_alone_stand_further_apart(
    bullets: int, spaces: list[tuple[int, ...]], tmp_path: Path
) -> None:
    template = tmp_path / "t.potx"
    template.write_bytes(plain_template())
    longer = " and next" * 4
    asked = f"question: 'What has changed in our town, and what do you say will come next{longer}?'"
    many = f"bullets: [{', '.join(['More words than half of a line has'] * bullets)}]"
    made = talk(f"- {{title: T, {asked}, {FEW}}}\n- {{title: T, {asked}, {many}}}", brand=template)
    texts = [slide.text("body") for slide in made.compiled.fitted.slides]
    assert [(text.size, text.space_before[:1]) for text in texts if text] == [
        (22, before) for before in spaces
    ]


@pytest.mark.parametrize(("words", "size"), [(1, 44), (16, 36), (24, 28)])
def test_few_words_are_clearly_larger_than_a_headline_that_is_far_smaller(
    words: int, size: int
) -> None:
    """In `bold`, headlines are 54; those of 16 words 34, of 24 words 26."""
    made = talk(f"- {{title: {' '.join(['headline'] * words)}, {FEW}}}", style="bold")
    assert body_sizes(made) == [[size]]


def test_few_bullets_stand_apart_as_they_are_shown() -> None:
    """A line that only a wider font would break counts as one; one that all fonts break, as two."""

    def gap(words: int) -> tuple[int, int]:
        few = f"bullets: [Some words, Some words, Some words, {'o ' * words}]"
        made = talk(f"- {{title: T, {few}}}\n- {{title: T, {CROWDED}}}")
        text = present(made.compiled.fitted.slides[0].text("body"))
        return text.extent.lines, text.space_before[0]

    gaps = [gap(words) for words in range(30, 36)]  # by which a line grows by less than 4 %
    ones, twos = ([space for lines, space in gaps if lines == count] for count in (4, 5))
    assert twos[0] == ones[0] > twos[-1]
