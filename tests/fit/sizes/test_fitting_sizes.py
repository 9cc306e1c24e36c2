"""Texts in a larger box stay near their own place; rows of overviews stand on one line each."""

import pytest

from deckgen.deck.layout import EMU_PER_POINT, Anchor, Layout, Placeholder, TextStyle
from deckgen.deck.slide import LayoutRole, Slide
from deckgen.deck.text_body import Paragraph, Run, TextBody
from deckgen.fit.sizes.fitting_sizes import FitContext, text_that_fits
from deckgen.fit.sizes.layout_frames import FitCache
from deckgen.fit.text.text_height import text_frame
from deckgen.support.diagnostics import Diagnostics, Span
from tests.fit import square
from tests.fit.sizes.test_headline_order import FONTS, points
from tests.present import present
from tests.talks import talk

_OWN = points(50, 200, 600, 40)
_LAYOUT = Layout("L", None, "light", "", ())


@pytest.mark.parametrize(
    ("anchor", "larger", "top", "bottom"),
    [
        pytest.param("t", (50, 200, 600, 300), 200, 330, id="from the top"),
        pytest.param("b", (50, 200, 600, 300), 200, 330, id="at the bottom, only downwards"),
        pytest.param("b", (50, 20, 600, 220), 110, 240, id="at the bottom, upwards"),
        pytest.param("ctr", (50, 20, 600, 480), 155, 285, id="around its middle"),
    ],
)
def test_a_text_takes_no_more_of_a_larger_box_than_it_needs(
    anchor: Anchor, larger: tuple[int, int, int, int], top: int, bottom: int
) -> None:
    place = Placeholder(
        "subtitle",
        "subTitle",
        1,
        "Subtitle",
        _OWN,
        (TextStyle(24, "000000"),),
        anchor=anchor,
        minimum_size=24,
        larger_boxes=(points(*larger),),
    )
    slide = Slide("a", "cover", "light", "en", (), Span("a", 1, 1))
    content = TextBody(tuple(Paragraph((Run(word),)) for word in ("Who", "Where", "When", "Why")))
    context = FitContext(lambda *_: _LAYOUT, FONTS, 18, Diagnostics(), set(), FitCache(), {})
    frame = text_frame(place, 18, FONTS)
    text = present(text_that_fits(slide, "subtitle", content, frame, context))
    assert text.frame.placeholder.overrides_box
    box = text.frame.placeholder.box
    assert box.y / EMU_PER_POINT == pytest.approx(top, abs=5)
    assert box.bottom / EMU_PER_POINT == pytest.approx(bottom, abs=5)


@pytest.mark.parametrize(
    ("role", "words", "expected"),
    [
        pytest.param("questions", 5, 24, id="rows on one line at a little less"),
        pytest.param("bullets", 5, 28, id="bullets keep the size that fits"),
        pytest.param("questions", 8, 28, id="so do rows that would be far smaller"),
        pytest.param("questions", 2, 32, id="and those that fit on one line"),
    ],
)
def test_rows_of_overviews_are_set_a_little_smaller_for_one_line(
    role: LayoutRole, words: int, expected: int
) -> None:
    place = square.placeholder("body", 25 * 24, 6 * 28 * square.LINE, square.style(32))
    slide = Slide("a", role, "light", "en", (), Span("a", 1, 1))
    rows = (" ".join(["aaaa"] * words), "b", "c", "d", "e")
    content = TextBody(tuple(Paragraph((Run(row),)) for row in rows))
    context = FitContext(lambda *_: _LAYOUT, square.FONTS, 18, Diagnostics(), set(), FitCache(), {})
    frame = text_frame(place, 18, square.FONTS)
    text = present(text_that_fits(slide, "body", content, frame, context))
    assert text.size == expected


@pytest.mark.parametrize(
    ("words", "kicker", "size"),
    [
        (8, "", "16:9"),  # two lines at 36 of 54 stay in their box
        (12, "", "4:3"),
        (12, "kicker: K, ", "4:3"),
    ],
)
def test_a_headline_that_would_be_far_smaller_begins_where_no_kicker_stands(
    words: int, kicker: str, size: str
) -> None:
    """In `bold` on 4:3, a headline of 12 long words is 24 below a kicker, else about 30."""
    entry = f"- {{{kicker}title: {' '.join(['headline'] * words)}, bullets: [One]}}"
    made = talk(entry, style="bold", size=size)
    title = present(made.compiled.fitted.slides[0].text("title"))
    own = present(made.compiled.brand.layout("bullets").placeholder("title"))
    is_higher = title.frame.placeholder.box.y < own.box.y
    assert is_higher == (words == 12 and not kicker)
    assert title.frame.placeholder.box.bottom == own.box.bottom
    assert not is_higher or title.size >= 28


@pytest.mark.parametrize(
    ("below_kicker", "is_larger"),
    [
        pytest.param(False, False, id="of a template, over what it draws"),
        pytest.param(True, True, id="of a missing kicker"),
    ],
)
def test_a_small_headline_takes_no_larger_box_that_is_for_text_that_fits_nowhere_else(
    *, below_kicker: bool, is_larger: bool
) -> None:
    """Eight words are at most 24 of 48 in two lines; with four lines, they are far larger."""
    style, box = TextStyle(48, "000000"), points(50, 200, 300, 60)
    own = Placeholder("title", "title", None, "Title", box, (style,), "b", minimum_size=12)
    place = own._replace(larger_boxes=(points(50, 20, 300, 240),))
    layout = _LAYOUT._replace(below_kicker=(own,) if below_kicker else ())
    context = FitContext(lambda *_: layout, FONTS, 12, Diagnostics(), set(), FitCache(), {})
    content = TextBody((Paragraph((Run("A bench at every door of Mill Lane"),)),))
    slide = Slide("a", "bullets", "light", "en", (), Span("a", 1, 1))
    text = present(text_that_fits(slide, "title", content, text_frame(place, 12, FONTS), context))
    assert (text.size > 0.65 * 48) == is_larger
    assert (text.frame.placeholder.box.y < own.box.y) == is_larger
