"""The lines between columns of text, in every style and size."""

from itertools import pairwise

import pytest

from deckgen.brand.styles import style_names
from deckgen.deck.box import Box
from deckgen.deck.graphics import Drawing
from deckgen.deck.layout import EMU_PER_INCH, EMU_PER_POINT
from deckgen.fit.marks.lines import with_column_rules
from deckgen.fit.measured_slide import MeasuredSlide, MeasuredText
from tests.fit import square
from tests.fit.sizes.test_headline_order import measured as measured_text
from tests.present import the_graphic
from tests.talks import talk

TWO = "- {title: T, columns: [{heading: A, bullets: [x, y]}, {heading: B, bullets: [z]}]}"
THREE = "- {title: T, columns: [{text: One}, {text: Two}, {text: Three}]}"


LONG = (
    "- {title: T, columns: [{text: Words that fill their lines from one edge to the other one, as "
    "there are so many of them that it takes three lines}, {text: Two}]}"
)
ALMOST = """\
- title: Two clocks in one town
  columns:
    - {heading: A, bullets: [A, Is afraid of the first mistake, Has time until the next election]}
    - {heading: B, bullets: [A, Is afraid of the last mistake, Has time until it rains]}
"""
"""In the style editorial, the second bullet has two lines only with the reserve of width."""


@pytest.mark.parametrize("style", style_names())
@pytest.mark.parametrize("size", ["16:9", "4:3"])
@pytest.mark.parametrize(("entries", "count"), [(TWO, 2), (THREE, 3), (LONG, 2)])
def test_a_line_seems_as_far_from_the_words_at_both_sides(
    entries: str, count: int, size: str, style: str
) -> None:
    columns, lines = columns_and_lines(entries, size, style)
    assert len(columns) == count
    gaps = pairwise(text.frame.placeholder.box for text in columns)
    for line, (left, right) in zip(lines, gaps, strict=True):
        before, after = line.x - left.right, right.x - line.right
        assert before >= 0.1 * EMU_PER_INCH
        if entries == LONG:
            assert before <= after
        else:
            assert before == round(0.1 * EMU_PER_INCH)
        assert line.y == left.y


def test_where_lines_run_from_the_right_they_seem_so_too() -> None:
    (slide,) = talk(THREE, style="panel", lang="ar").slides
    first, second, third = (one for one in slide.shapes if one.name.startswith("Content"))
    assert third.left < second.left < first.left
    lines = [one for one in slide.shapes if one.name == "Line"]
    for line, right in zip(lines, (first, second), strict=True):
        assert right.left - line.left - line.width == round(0.1 * EMU_PER_INCH)


def test_in_a_narrow_gap_a_line_stands_in_the_middle() -> None:
    gap = 6 * EMU_PER_POINT
    left = Box(0, 0, 1_000_000, 900_000)
    right = left._replace(x=1_000_000 + gap)
    texts = measured_text("body", 20, left), measured_text("second", 20, right)
    slide = with_column_rules(square.slide(), MeasuredSlide(square.slide(), "Test", texts), 1)
    line = the_graphic(slide, Drawing)
    box = line.shapes[0].box
    assert box.x + box.cx / 2 == pytest.approx(1_000_000 + gap / 2, abs=1)


@pytest.mark.parametrize("entries", [TWO, THREE])
def test_a_line_is_as_high_as_the_longest_column(entries: str) -> None:
    columns, lines = columns_and_lines(entries, "16:9", "panel")
    assert {line.bottom for line in lines} == {max(text.bottom for text in columns)}


def test_no_line_is_longer_for_the_reserve_of_width() -> None:
    (first, second), (line,) = columns_and_lines(ALMOST, "16:9", "editorial")
    assert (first.extent.lines, second.extent.lines) == (6, 5)
    one = round(first.block[0].leading * first.size * EMU_PER_POINT)
    assert first.bottom - line.bottom == pytest.approx(one, abs=2)


def columns_and_lines(
    entries: str, size: str, style: str, lang: str = "en-GB"
) -> tuple[list[MeasuredText], list[Box]]:
    """Return the columns of a slide in their order, and the lines between them."""
    made = talk(entries, size=size, style=style, lang=lang)
    (slide,) = made.compiled.fitted.deck.slides
    (measured,) = made.compiled.fitted.slides
    columns = [text for text in measured.texts if text.role in {"body", "second", "third"}]
    drawn = [graphic for _, graphic in slide.graphics if isinstance(graphic, Drawing)]
    return columns, [graphic.shapes[0].box for graphic in drawn]


@pytest.mark.parametrize(
    "entries",
    [
        "- {title: T, columns: [{text: One}, {table: [[a, b], [c, d]]}]}",
        "- {title: T, bullets: [a]}",
    ],
)
def test_there_is_none_beside_a_graphic_and_on_other_slides(entries: str) -> None:
    (slide,) = talk(entries).compiled.fitted.deck.slides
    assert not [each for _, each in slide.graphics if isinstance(each, Drawing)]


def test_it_is_decoration() -> None:
    (slide,) = talk(TWO).slides
    (line,) = [shape for shape in slide.shapes if shape.name == "Line"]
    assert not line.is_placeholder
    assert "decorative" in line.element.xml


def test_headings_have_room_below_them_but_text_stands_close() -> None:
    (listed, prose) = talk(
        "- {title: T, columns: [{heading: A, bullets: [x, y]}, {bullets: [z]}]}\n"
        "- {title: T, columns: [{heading: A, text: x}, {heading: B, text: y}]}"
    ).compiled.fitted.deck.slides
    bodies = [dict(slide.placeholders)["body"] for slide in (listed, prose)]
    assert [body.paragraphs[0].space_after for body in bodies] == [6, 6]
    assert [body.paragraphs[1].space_after for body in bodies] == [0, 0]
    spread, close = (body.space_before[0] for body in bodies)
    assert close <= 16 < spread
