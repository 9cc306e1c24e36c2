"""What is told of each text: its sizes in use, and how it stands in its place."""

import pytest

from deckgen.fit.measured_slide import MeasuredSlide
from deckgen.fit.reports.explain import fitted_slide
from deckgen.fit.sizes.fitting_sizes import text_at_step
from deckgen.fit.text.text_height import measured_paragraphs, text_frame
from tests.fit.square import FONTS, LINE, bullet, placeholder, slide, style


@pytest.mark.parametrize(
    ("levels", "step", "sizes", "smaller"),
    [
        ([0], 0, (20,), False),
        ([0, 1], 0, (20, 16), False),
        ([0, 1, 0], 1, (18, 15), True),
        ([], 0, (20,), False),
    ],
    ids=["one level", "two", "smaller", "no text"],
)
def test_a_text_is_told_with_the_sizes_that_it_uses(
    levels: list[int], step: int, sizes: tuple[int, ...], *, smaller: bool
) -> None:
    frame = text_frame(placeholder("body", 400, 300, style(20), style(16)), 15, FONTS)
    block = measured_paragraphs([bullet("a", level) for level in levels], frame, FONTS)
    text = text_at_step("body", frame, block, step)
    (told,) = fitted_slide(MeasuredSlide(slide(), "Test", (text,))).placeholders
    assert (told.sizes, told.smaller, told.lines) == (sizes, smaller, len(levels))
    used = frame.size_steps[step]
    high = sum(used[level] * LINE for level in levels)
    assert told.free_height == pytest.approx(300 - high, abs=0.06)
