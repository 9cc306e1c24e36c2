"""Titles of two words, or three, are set on one line where they are not much smaller there."""

import pytest

from deckgen.deck.graphics import Media, Picture
from deckgen.deck.layout import Anchor
from deckgen.deck.slide import LayoutRole, PlaceholderRole, Slide
from deckgen.deck.text_body import TextBody
from deckgen.fit.sizes.fitting_sizes import FitContext, text_that_fits
from deckgen.fit.sizes.layout_frames import FitCache
from deckgen.fit.text.text_height import text_frame
from deckgen.support.diagnostics import Diagnostics
from tests.fit.square import FONTS, LINE, bullet, layout, line_of, placeholder, style
from tests.present import present

NINE = "aaaa bbbb"
"""Nine squares, at 40 points on two lines where the place is less than 360 points wide."""


@pytest.mark.parametrize(
    ("role", "placed", "words", "lines", "width", "size"),
    [
        ("closing", "title", NINE, 2, 9 * 40, 40),
        ("closing", "title", NINE, 2, 9 * 38, 38),
        ("section", "title", NINE, 2, 9 * 30, 30),
        ("section", "title", NINE, 2, 9 * 28, 40),
        ("closing", "title", "aaaa bb c", 2, 9 * 33, 40),
        ("section", "title", "aaaa bb c", 2, 9 * 34, 34),
        ("section", "title", "aaa, bb c", 2, 9 * 38, 40),
        ("section", "title", "aa bb c d", 2, 9 * 38, 40),
        ("closing", "title", "aaaa bbbb", 1, 9 * 30, 30),
        ("closing", "subtitle", NINE, 2, 9 * 30, 40),
        ("quote", "title", NINE, 2, 9 * 30, 40),
    ],
    ids=[
        *("fits", "a little", "3/4", "too small", "3 words", "3 words, a little"),
        *("3 words with a comma", "4 words", "one line", "subtitle", "quotation"),
    ],
)
def test_two_words_are_set_down_to_three_quarters_of_their_size(
    role: LayoutRole, placed: PlaceholderRole, words: str, lines: int, width: int, size: int
) -> None:
    frame = text_frame(placeholder(placed, width, lines * 40 * LINE, style(40)), 10, FONTS)
    context = FitContext(layout, FONTS, 10, Diagnostics(), set(), FitCache(), {})
    slide = Slide("a", role, "light", "en", (), line_of(1))
    text = present(text_that_fits(slide, placed, TextBody((bullet(words),)), frame, context))
    assert text.size == size


@pytest.mark.parametrize(
    ("role", "anchor", "width", "size"),
    [
        ("question", "ctr", 9 * 34, 34),
        ("question", "ctr", 9 * 32, 40),
        ("question", "t", 9 * 34, 40),
        ("quote", "ctr", 9 * 34, 40),
    ],
    ids=["a little", "too small", "not on a field", "quotation"],
)
def test_a_headline_on_a_field_has_two_lines_rather_than_three(
    role: LayoutRole, anchor: Anchor, width: int, size: int
) -> None:
    place = placeholder("title", width, 3 * 40 * LINE, style(40))._replace(anchor=anchor)
    context = FitContext(layout, FONTS, 10, Diagnostics(), set(), FitCache(), {})
    slide = Slide("a", role, "light", "en", (), line_of(1))
    body = TextBody((bullet("aaaa bbbb cccc"),))
    text = present(text_that_fits(slide, "title", body, text_frame(place, 10, FONTS), context))
    assert (text.size, text.extent.lines) == (size, 2 if size < 40 else 3)


@pytest.mark.parametrize(
    ("role", "beside", "largest", "width", "size"),
    [
        ("bullets", "picture", 0, 9 * 32, 32),
        ("bullets", "picture", 0, 9 * 27, 40),
        ("two-contents", "picture", 0, 9 * 34, 40),
        ("bullets", "picture", 56, 9 * 34, 40),
        ("bullets", "body", 0, 9 * 34, 40),
    ],
    ids=[
        *("alone beside a picture", "too small", "with text below it", "a poster"),
        "above a picture",
    ],
)
def test_a_headline_alone_beside_a_picture_has_two_lines_rather_than_three(
    role: LayoutRole, beside: PlaceholderRole, largest: int, width: int, size: int
) -> None:
    place = placeholder("title", width, 3 * 40 * LINE, style(40))._replace(largest_size=largest)
    context = FitContext(layout, FONTS, 10, Diagnostics(), set(), FitCache(), {})
    shown = Picture(Media("/ppt/media/a.png", "image/png", b"", 9, 9), "A shop", line_of(1))
    slide = Slide("a", role, "light", "en", (), line_of(1), graphics=((beside, shown),))
    headline = TextBody((bullet("aaaa bbbb cccc"),))
    text = present(text_that_fits(slide, "title", headline, text_frame(place, 10, FONTS), context))
    assert text.size == size
