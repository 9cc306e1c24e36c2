"""The measures of capitals, tracking, spacing and of fonts by their names."""

import pytest

from deckgen.deck.layout import EMU_PER_POINT, TextStyle
from deckgen.deck.text_body import LineBreak, Paragraph, Run
from deckgen.fit.text.line_breaking import typeset
from deckgen.fit.text.line_space import line_space
from deckgen.fit.text.pagination import split_body
from deckgen.fit.text.text_height import (
    block_extent,
    block_fits,
    may_fit,
    measured_paragraphs,
    text_frame,
    words_that_fit,
)
from deckgen.fonts.face import Face, Kerning, with_capitals, with_tracking
from deckgen.fonts.text_width import Fonts, word_width
from tests.fit.set_lines import paragraph_lines
from tests.fit.square import FONTS, LINE, SQUARE, bullet, placeholder, style

LETTERS = Face(
    units=10,
    ascent=8,
    descent=2,
    line_gap=0,
    widths={"a": 5, "A": 7, "s": 4, "S": 6, "ß": 5, " ": 3, "1": 5, "ﬁ": 4, "F": 6, "ĳ": 5},
    kerning=Kerning({"A": 0, "s": 1, "S": 2}, {"A": 0, "S": 1}, 2, (0, -1, 0, -3, 0, 2)),
)

CAPITALS = {
    "a small letter is as wide as its capital": ("a", "A"),
    "a capital stays": ("A", "A"),
    "ß is two letters, kerned": ("ß", "SS"),
    "pairs kern as capitals": ("as", "AS"),
    "on the left of a capital": ("aS", "AS"),
    "on the right of one": ("Ss", "SS"),
    "no longer as small letters": ("sa", "SA"),
    "ß kerns with what stands beside it": ("aß", "ASS"),
    "a figure stays": ("1", "1"),
}


@pytest.mark.parametrize(("small", "shown"), CAPITALS.values(), ids=CAPITALS)
def test_small_letters_shown_as_capitals(small: str, shown: str) -> None:
    assert word_width(small, with_capitals(LETTERS)) == pytest.approx(word_width(shown, LETTERS))


@pytest.mark.parametrize("letter", ["ﬁ", "ĳ"])
def test_a_letter_whose_capital_the_font_lacks_stays(letter: str) -> None:
    assert word_width(letter, with_capitals(LETTERS)) == word_width(letter, LETTERS)


@pytest.mark.parametrize("font", ["Calibri", "Arial", "Georgia", "Open Sans"])
def test_real_fonts_in_capitals(font: str) -> None:
    fonts = Fonts("Arial", "Arial", "Consolas")
    said = "Große Straße für Tövenich, äöü"
    plain = TextStyle(24, "dk1", font=font)
    small = typeset(Paragraph((Run(said),)), plain._replace(capitals=True), fonts)
    large = typeset(Paragraph((Run(said.upper()),)), plain, fonts)
    assert small.width == pytest.approx(large.width)


TRACKED = {"none": (0, 4.0), "a tenth of an em": (0.1, 4.4), "closer": (-0.1, 3.6)}


@pytest.mark.parametrize(("share", "squares"), TRACKED.values(), ids=TRACKED)
def test_tracking_widens_every_character(share: float, squares: float) -> None:
    fine = Face(units=100, ascent=100, descent=0, line_gap=0, widths={" ": 100}, fixed=100)
    fonts = Fonts("Fine", "Fine", "Fine", {("Fine", False, False): fine})
    text = typeset(bullet("aa b"), style(20)._replace(tracking=share), fonts)
    assert text.width == pytest.approx(squares)


def test_tracking_applies_to_what_other_fonts_lend() -> None:
    bare = Face(units=10, ascent=8, descent=2, line_gap=0, widths={"a": 5})
    assert word_width("日本", with_tracking(bare, 0.2)) == pytest.approx(
        word_width("日本", bare) + 0.4
    )


def test_letters_never_stand_before_each_other() -> None:
    assert word_width("aaa", with_tracking(SQUARE, -5)) == 0


def test_a_tracked_face_is_made_once() -> None:
    assert with_tracking(LETTERS, 0.25) is with_tracking(LETTERS, 0.25)
    assert with_capitals(LETTERS) is with_capitals(LETTERS)


def test_tracking_keeps_its_share_where_the_text_is_set_smaller() -> None:
    fine = Face(units=100, ascent=100, descent=0, line_gap=0, widths={" ": 100}, fixed=100)
    fonts = Fonts("Fine", "Fine", "Fine", {("Fine", False, False): fine}, reserve=1)
    wide = style(20)._replace(tracking=0.1)
    # At 10 points each letter takes 11: five stand in 60 points, of six one goes on.
    filled = text_frame(placeholder("body", 60, 100, wide), 10, fonts)
    (ten,) = [sizes for sizes in filled.size_steps if sizes == (10,)]
    for letters, lines in (("aaaaa", 1), ("aaaaaa", 2)):
        block = measured_paragraphs([bullet(letters)], filled, fonts)
        assert block_extent(block, ten).lines == lines
        found = paragraph_lines(bullet(letters), wide, 10, 60 * EMU_PER_POINT, fonts)
        assert len(found) == lines


SPACED = {
    "nothing after": (0, 3 * 10 * LINE),
    "after each but the last": (5, 3 * 10 * LINE + 2 * 5),
}


@pytest.mark.parametrize(("after", "points"), SPACED.values(), ids=SPACED)
def test_space_after_paragraphs(after: float, points: float) -> None:
    filled = text_frame(
        placeholder("body", 100, 100, style(10)._replace(space_after=after)), 10, FONTS
    )
    block = measured_paragraphs([bullet("a"), bullet("b"), bullet("c")], filled, FONTS)
    assert block_extent(block, (10,)).height == pytest.approx(points)


def test_space_after_and_before_add_up() -> None:
    both = style(10, space_before=3)._replace(space_after=4)
    filled = text_frame(placeholder("body", 100, 100, both), 10, FONTS)
    assert block_extent(
        measured_paragraphs([bullet("a"), bullet("b")], filled, FONTS), (10,)
    ).height == pytest.approx(2 * 10 * LINE + 3 + 4)


def test_a_split_body_ends_without_the_space_after_it() -> None:
    # Two lines and the space between them fill the frame to the point.
    spaced = style(10)._replace(space_after=6)
    filled = text_frame(placeholder("body", 100, 2 * 10 * LINE + 6, spaced), 10, FONTS)
    block = measured_paragraphs([bullet(letter) for letter in "abcd"], filled, FONTS)
    step, parts = split_body(block, filled, range(1), FONTS)
    assert [len(part) for part in parts] == [2, 2]
    assert all(block_fits(part, filled.size_steps[step], filled) for part in parts)


def test_text_may_be_a_little_wider_on_the_slide_than_measured() -> None:
    place = placeholder("body", 104, 100, style(10))
    for words, lines in (("aaaaaaaaaa", 1), ("aaaaa aaaaa", 2)):
        fonts = FONTS._replace(reserve=1.04)
        block = measured_paragraphs([bullet(words)], text_frame(place, 10, fonts), fonts)
        assert block_extent(block, (10,)).lines == lines


@pytest.mark.parametrize("size", [20, 10])
def test_lines_set_in_points_do_not_shrink_with_the_text(size: int) -> None:
    filled = text_frame(
        placeholder("body", 100, 100, style(20)._replace(line_points=30)), 10, FONTS
    )
    block = measured_paragraphs([bullet("a"), bullet("b")], filled, FONTS)
    assert block_extent(block, (size,)).height == pytest.approx(60)


def test_a_font_by_its_own_name() -> None:
    fonts = Fonts("Arial", "Arial", "Consolas", others=("Courier New",))
    named = TextStyle(20, "dk1", font="Courier New")
    assert typeset(bullet("iiii"), named, fonts).width == pytest.approx(4 * 0.6, abs=0.01)


MARKED = {
    "the indent leaves room for the mark": ("dot", 30, -30, (30, 30)),
    "too little room: the text follows the mark": ("dot", 4, -4, (4, 8)),
    "none at all": ("dot", 0, 0, (0, 8)),
    "a number takes more": ("number", 10, -10, (10, 16)),
    "the first line stands further in": ("dot", 10, 5, (10, 23)),
    "without a mark the first line hangs out": ("none", 30, -30, (30, 0)),
}


@pytest.mark.parametrize(("mark", "margin", "indent", "expected"), MARKED.values(), ids=MARKED)
def test_where_text_begins_beside_its_mark(
    mark: str, margin: int, indent: int, expected: tuple[float, float]
) -> None:
    level = TextStyle(20, "dk1", margin=margin * EMU_PER_POINT, indent=indent * EMU_PER_POINT)
    level = level._replace(
        mark="number" if mark == "number" else "dot" if mark == "dot" else "none"
    )
    found = line_space("layout", 0, level, 100 * EMU_PER_POINT)
    assert (found.left, found.first) == pytest.approx(expected)


LONG = {
    "words": "word " * 200,
    "letters that fill their lines": "w " * 899 + "w",
    "many blanks": ("word" + " " * 500) * 110 + "word",
    "forced breaks": "word\n" * 110,
    "a word that is cut": "w" * 900 + " w" * 110,
    "ideographs": "日本語 " * 110,
}


@pytest.mark.parametrize("words", LONG.values(), ids=LONG)
@pytest.mark.parametrize("height", [1, 5, 20, 60, 150, 500])
def test_what_may_not_fit_does_not_fit(words: str, height: int) -> None:
    """The quick look at a text that fills more than a hundred lines: it errs on one side only."""
    frame = text_frame(placeholder("body", 300, height * LINE * 10, style(10)), 10, FONTS)
    runs = [part for line in words.split("\n") for part in (Run(line), LineBreak())]
    block = measured_paragraphs([Paragraph(tuple(runs[:-1]))], frame, FONTS)
    fits = block_fits(block, (10,), frame)
    assert may_fit(block, (10,), frame) or not fits
    assert not (height == 1 and may_fit(block, (10,), frame))


@pytest.mark.parametrize(
    ("height", "count"), [(1, 5), (1, 100), (2, 9), (2, 64), (8, 33), (8, 100), (20, 81)]
)
def test_as_many_words_fit_as_fill_the_lines(height: int, count: int) -> None:
    """Four words of four squares stand on a line of nineteen."""
    frame = text_frame(placeholder("body", 190, height * LINE * 10, style(10)), 10, FONTS)
    block = measured_paragraphs([bullet(" ".join(["word"] * count))], frame, FONTS)
    assert words_that_fit(block, (10,), frame, FONTS)[0] == 4 * height
