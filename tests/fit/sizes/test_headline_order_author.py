"""Who said a quotation stands as close to it after its lines were made even and smaller."""

import pytest

from deckgen.deck.layout import EMU_PER_POINT, Anchor
from deckgen.deck.slide import PlaceholderRole, Slide
from deckgen.deck.text_body import Paragraph, Run, TextBody
from deckgen.fit.measured_slide import MeasuredSlide
from deckgen.fit.sizes.headline_order import with_close_author
from deckgen.support.diagnostics import Span
from tests.fit.sizes.test_headline_order import BODY, TITLE, measured
from tests.fit.square import FONTS

_WORDS = TextBody((Paragraph((Run("Why?"),)),))


def quotation(size: int) -> Slide:
    contents: tuple[tuple[PlaceholderRole, TextBody], ...] = (
        ("title", _WORDS._replace(sizes=(size,))),
        ("by", _WORDS._replace(box=BODY)),
    )
    return Slide("a", "quote", "light", "en", contents, Span("a", 1, 1))


@pytest.mark.parametrize(
    ("anchor", "size", "share"), [("t", 30, 0.25), ("ctr", 30, 0.125), ("b", 30, 0), ("t", 40, 0)]
)
def test_an_author_follows_a_quotation_that_becomes_smaller(
    anchor: Anchor, size: int, share: float
) -> None:
    words, by = measured("title", 40, TITLE, anchor=anchor), measured("by", 18, BODY)
    slide = quotation(size)
    moved = dict(
        with_close_author(slide, MeasuredSlide(slide, "L", (words, by)), FONTS).placeholders
    )
    box = moved["by"].box
    assert box
    assert BODY.y - box.y == round(words.extent.height * share * EMU_PER_POINT)


def test_an_author_in_a_placeholder_of_the_template_stays() -> None:
    by = measured("by", 18, BODY)
    frame = by.frame._replace(placeholder=by.frame.placeholder._replace(is_text_box=False))
    slide = quotation(30)
    texts = (measured("title", 40, TITLE), by._replace(frame=frame))
    assert with_close_author(slide, MeasuredSlide(slide, "L", texts), FONTS) == slide


def test_an_author_makes_room_for_a_line_more() -> None:
    """Even lines may take one: here a narrower frame does."""
    words, by = measured("title", 40, TITLE, "Why not?"), measured("by", 18, BODY)
    narrow = TITLE.cx - round(5 * 40 * EMU_PER_POINT)
    said = TextBody((Paragraph((Run("Why not?"),)),), side_insets=(0, narrow))
    contents: tuple[tuple[PlaceholderRole, TextBody], ...] = (
        ("title", said),
        ("by", _WORDS._replace(box=BODY)),
    )
    slide = quotation(40)._replace(placeholders=contents)
    moved = dict(
        with_close_author(slide, MeasuredSlide(slide, "L", (words, by)), FONTS).placeholders
    )
    box = moved["by"].box
    assert box
    assert words.extent.lines == 1
    assert box.y - BODY.y == round(words.extent.height * EMU_PER_POINT)
