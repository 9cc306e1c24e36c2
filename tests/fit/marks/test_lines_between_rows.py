"""The lines between the rows of lists, in the styles that have them, in both sizes."""

from itertools import pairwise

import pytest

from deckgen.deck.box import Box
from deckgen.deck.graphics import Drawing
from deckgen.deck.layout import EMU_PER_INCH, EMU_PER_POINT
from deckgen.fit.measured_slide import MeasuredText
from deckgen.fit.text.text_height import block_extent
from deckgen.ooxml_rules.shape_queries import is_decorative
from deckgen.opc.xml_parser import q
from tests.present import present
from tests.talks import talk

OVERVIEW = (
    "- questions: [One?, Was ist herausfordernd? Was würden Sie anders machen?, Two?, Three?]"
)
ANSWERS = """\
- question: Why?
  bullets:
    - One answer
    - Another one:
        - with this
        - and that below it
    - The last
"""
ALMOST = "- questions: [What do you want to hear from all of those who took part in?, Why?, How?]"
"""In the style editorial, the first row has two lines only with the reserve of width."""
PROSE = """\
- question: Why?
  text: |
    Because.

    And because.
"""
with_rules = pytest.mark.parametrize(
    ("entries", "style", "count"), [(OVERVIEW, "editorial", 3), (ANSWERS, "civic", 2)]
)
every_size = pytest.mark.parametrize("size", ["16:9", "4:3"])


@every_size
@with_rules
def test_a_line_stands_in_the_middle_between_a_baseline_and_the_capitals_of_the_next_row(
    entries: str, style: str, count: int, size: str
) -> None:
    body, lines = body_and_lines(entries, style, size)
    assert len(lines) == count
    rows, em = rows_of(body), body.size * EMU_PER_POINT
    capitals = (body.block[0].leading - 0.25 - 0.65) * em
    for line, (upper, lower) in zip(lines, pairwise(rows), strict=True):
        middle = line.y + line.cy / 2
        above, below = middle - (upper.bottom - 0.25 * em), lower.y + capitals - middle
        assert above == pytest.approx(below, abs=4)
        assert above > 4 * EMU_PER_POINT


@every_size
@pytest.mark.parametrize(("entries", "style"), [(OVERVIEW, "editorial"), (ANSWERS, "civic")])
def test_lines_are_as_wide_as_the_place_of_the_list(entries: str, style: str, size: str) -> None:
    body, lines = body_and_lines(entries, style, size)
    place = body.frame.placeholder.box
    assert {(line.x, line.cx) for line in lines} == {(place.x, place.cx)}


def test_a_row_that_only_the_reserve_breaks_has_the_height_of_its_lines() -> None:
    body, lines = body_and_lines(ALMOST, "editorial", "16:9")
    assert [measured_lines(body, number) for number in range(3)] == [2, 1, 1]
    size, leading = body.size, body.block[0].leading
    first = body.top + (leading + (leading - 1.15) / 2) * size * EMU_PER_POINT
    middle = first + body.before(body.block[1]) / 2 * EMU_PER_POINT
    assert lines[0].y + lines[0].cy / 2 == pytest.approx(middle, abs=2)


@every_size
def test_lines_around_a_list_stand_close_to_it(size: str) -> None:
    body, (top, *between, bottom) = body_and_lines(OVERVIEW, "civic", size)
    assert len(between) == 3
    assert body.top - 0.21 * EMU_PER_INCH < top.y < body.top
    assert body.bottom < bottom.y < body.bottom + 0.3 * EMU_PER_INCH
    title_end = body.top - 0.35 * EMU_PER_INCH
    assert top.y > title_end


def test_styles_without_rules_draw_none() -> None:
    assert body_and_lines(OVERVIEW, "minimal", "16:9")[1] == []


def test_running_text_has_none() -> None:
    assert body_and_lines(PROSE, "civic", "16:9")[1] == []


def test_a_single_row_has_no_line() -> None:
    assert body_and_lines("- questions: [One?]", "editorial", "16:9")[1] == []


def test_the_lines_are_decoration() -> None:
    (slide,) = talk(OVERVIEW, style="editorial").slides
    (lines,) = [shape for shape in slide.shapes if shape.name == "Lines"]
    assert not lines.is_placeholder
    assert all(is_decorative(each) for each in lines.element.iter(q("p:cNvPr")))


def body_and_lines(entries: str, style: str, size: str) -> tuple[MeasuredText, list[Box]]:
    """Return the body of a slide, and the lines between its rows."""
    made = talk(entries, size=size, style=style)
    (slide,) = made.compiled.fitted.deck.slides
    (measured,) = made.compiled.fitted.slides
    body = present(measured.text("body"))
    drawn = [graphic for _, graphic in slide.graphics if isinstance(graphic, Drawing)]
    return body, [shape.box for drawing in drawn for shape in drawing.shapes]


def measured_lines(body: MeasuredText, number: int) -> int:
    """Return the lines of a row, which are measured with the reserve."""
    return block_extent(
        body.block[number : number + 1], body.frame.size_steps[body.size_step]
    ).lines


def rows_of(body: MeasuredText) -> list[Box]:
    """Return the boxes of the bullets of the first level, with what stands below each."""
    sizes, y, rows = body.frame.size_steps[body.size_step], float(body.top), list[Box]()
    for number, paragraph in enumerate(body.block):
        y += body.before(paragraph) * EMU_PER_POINT if number else 0
        height = block_extent((paragraph,), sizes).height * EMU_PER_POINT
        if paragraph.level:
            first = rows.pop()
            rows.append(first._replace(cy=round(y + height) - first.y))
        else:
            rows.append(Box(0, round(y), 0, round(height)))
        y += height
    return rows


def test_a_row_that_may_have_fewer_lines_keeps_its_width() -> None:
    # Three lines with the reserve for other fonts, two without it: hairlines are drawn for two.
    long = "Che cosa chiediamo agli Amici per il prossimo anno, e che cosa offriamo in cambio?"
    short = "Quanti siamo stati? E chi manca ancora?"
    entry = f"- {{title: Domande, questions: ['{short}', '{long}']}}"
    made = talk(entry, lang="it-IT", style="civic", size="4:3").compiled
    body = dict(made.fitted.deck.slides[0].placeholders)["body"]
    assert (body.sizes[0], body.side_insets) == (32, None)


@pytest.mark.parametrize(
    ("words", "lang", "count"),
    [
        ("אנו מבחינים ביתר מודעות מי שותף להיגוי העיר", "he-IL", 0),
        ("מה מעשי", "he-IL", 3),
        ("Wir nehmen bewusster wahr, wer in der Stadt mitsteuert", "de-DE", 3),
    ],
)
def test_no_line_lies_on_a_row_that_may_have_fewer_lines_than_measured(
    words: str, lang: str, count: int
) -> None:
    """Hebrew in a font without its letters is measured wide: the first row may have one line."""
    entry = f"- {{question: Why?, bullets: ['{words}', A, B, C]}}"
    made = talk(entry, lang=lang, style="civic", size="4:3").compiled
    drawn = [each for _, each in made.deck.slides[0].graphics if isinstance(each, Drawing)]
    assert [len(each.shapes) for each in drawn] == ([count] if count else [])
