"""Numbers of questions and sections stay on the baseline of a headline that is set smaller."""

import pytest

from deckgen.deck.layout import EMU_PER_POINT
from deckgen.fit.measured_slide import MeasuredSlide
from tests.present import present
from tests.talks import talk

LONG = (
    "What was hard in the years between the first drawing and the last of the permits, and what "
    "would you do in another way if you could begin once more on a Monday of this month?"
)
QUESTION = "- {{title: Talk, question: '{}', bullets: [Ask]}}"
SECTION = "- section: Donaudampfschifffahrtsgesellschaften"


def first_baseline(slide: MeasuredSlide, role: str) -> float:
    (text,) = [text for text in slide.texts if text.role == role]
    return text.frame.placeholder.box.y + 0.97 * text.size * EMU_PER_POINT


@pytest.mark.parametrize("size", ["16:9", "4:3"])
@pytest.mark.parametrize("style", ["panel", "editorial"])
def test_the_number_of_a_question_follows_its_headline(style: str, size: str) -> None:
    entries = [QUESTION.format("Why?"), "- quote: Words", QUESTION.format(LONG)]
    short, _, long = talk("\n".join(entries), size=size, style=style).compiled.fitted.slides
    sizes = [slide.texts[0].size for slide in (short, long)]
    assert sizes[0] > sizes[1]
    for slide in (short, long):
        off = first_baseline(slide, "progress") - first_baseline(slide, "title")
        assert abs(off) <= 2 * EMU_PER_POINT


@pytest.mark.parametrize("size", ["16:9", "4:3"])
def test_the_number_of_a_section_follows_its_title(size: str) -> None:
    (slide,) = talk(SECTION, size=size, style="panel").compiled.fitted.slides
    title, number = present(slide.text("title")), present(slide.text("progress"))
    assert title.size < title.frame.placeholder.level_styles[0].size
    feet = [
        text.frame.placeholder.box.y
        + text.frame.placeholder.box.cy
        - 0.246 * text.size * EMU_PER_POINT
        for text in (title, number)
    ]
    assert feet[0] == pytest.approx(feet[1], abs=2 * EMU_PER_POINT)


def test_a_number_on_another_line_stays() -> None:
    entries = [QUESTION.format("Why?"), "- quote: Words", QUESTION.format(LONG)]
    short, _, long = talk("\n".join(entries), style="civic").compiled.fitted.slides
    boxes = [text.frame.placeholder.box for s in (short, long) if (text := s.text("progress"))]
    assert boxes[0] == boxes[1]
