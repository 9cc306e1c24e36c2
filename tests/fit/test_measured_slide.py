"""Bodies that begin below a headline follow it, those that stand elsewhere stay."""

import pytest

from deckgen.deck.box import Box
from deckgen.deck.layout import EMU_PER_POINT
from deckgen.deck.slide import PlaceholderRole
from deckgen.fit.measured_slide import MeasuredSlide, MeasuredText
from deckgen.fit.sizes.fitting_sizes import text_at_step
from deckgen.fit.text.text_height import measured_paragraphs, text_frame
from tests.fit.square import FONTS, LINE, bullet, placeholder, slide, style

GAP = 12 * EMU_PER_POINT
LINE_AT_TEN = round(10 * LINE * EMU_PER_POINT)


def text(role: PlaceholderRole, y: int) -> MeasuredText:
    """Return a line at 10 points in a box 100 points high; at the next step it has 8 points."""
    place = placeholder(role, 400, 100, style(10))
    frame = text_frame(place._replace(box=place.box._replace(y=y)), 8, FONTS)
    return text_at_step(role, frame, measured_paragraphs((bullet("a"),), frame, FONTS), 0)


def boxes(measured: MeasuredSlide) -> list[Box]:
    return [each.frame.placeholder.box for each in measured.texts[1:]]


@pytest.mark.parametrize(("gap", "less"), [(GAP, round(2 * LINE * EMU_PER_POINT)), (0, 0)])
def test_bodies_below_a_headline_have_the_room_that_it_leaves(gap: int, less: int) -> None:
    below, elsewhere = LINE_AT_TEN + GAP, 90 * EMU_PER_POINT
    texts = text("title", 0), text("body", below), text("second", elsewhere)
    measured = MeasuredSlide(slide(), "Test", texts, headline_gap=gap)
    smaller = measured.at_step("title", 1)
    assert smaller.texts[0].size == 8
    (box, kept), (moved, stayed) = boxes(measured), boxes(smaller)
    assert (moved.y, moved.cy) == pytest.approx((box.y - less, box.cy + less), abs=1)
    assert stayed == kept
    assert boxes(measured.at_step("body", 1)) == boxes(measured)
    assert measured.at_step("title", 0) is measured
    assert smaller.at_step("title", 5) is smaller
