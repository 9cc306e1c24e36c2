"""Widths, kerning and line heights of real fonts, from the data that lie in the package."""

import pytest

from deckgen.deck.layout import TextStyle
from deckgen.fit.text.line_breaking import plain_face, typeset_plain
from deckgen.fonts.face import (
    _KNOWN,
    Face,
    FaceKey,
    Kerning,
    known_face,
    unpack_face,
    with_tracking,
)
from deckgen.fonts.text_width import (
    EMOJI,
    EMOJI_LINE_HEIGHT,
    FALLBACK_LINE_HEIGHT,
    Fonts,
    blank_width,
    line_height,
    word_width,
)
from tests.executed_lines import executed_lines
from tests.tools.pack_face import pack_face

WIDTHS = {
    # font, text, font units of 1/2048 em: as the font's own tables have it
    "Arial a": (("Arial", False, False), "a", 1139),
    "Arial bold a": (("Arial", True, False), "a", 1139),
    "Arial W": (("Arial", False, False), "W", 1933),
    "Times New Roman a": (("Times New Roman", False, False), "a", 909),
    "Calibri a": (("Calibri", False, False), "a", 981),
    "Calibri ß": (("Calibri", False, False), "ß", 1080),
    "Courier New W": (("Courier New", False, False), "W", 1229),
    "Consolas W": (("Consolas", True, True), "W", 1126),
}


@pytest.mark.parametrize(("key", "text", "units"), WIDTHS.values(), ids=WIDTHS)
def test_widths(key: FaceKey, text: str, units: int) -> None:
    assert word_width(text, known_face(key)) == pytest.approx(units / 2048)


def test_the_height_of_capitals_is_that_of_the_font() -> None:
    heights = [known_face((name, False, False)).cap_height for name in ("Calibri", "Arial")]
    assert heights == [0.642, 0.688]


THEME_FONTS = (
    *("Arial Narrow", "Bookman Old Style", "Calisto MT", "Century Gothic", "Century Schoolbook"),
    *("Corbel", "Garamond", "Gill Sans MT", "Rockwell", "Tw Cen MT"),
)
"""Fonts of the themes that come with Office."""


@pytest.mark.parametrize("name", THEME_FONTS)
def test_a_font_of_a_theme_is_narrower_than_an_unknown_one(name: str) -> None:
    text = "Welchen Mehrwert sehen Sie für Altenburg?"
    face, unknown = (known_face((font, False, False)) for font in (name, "Nobody's Font"))
    width = sum(word_width(word, face) for word in text.split())
    assert width < 0.99 * sum(word_width(word, unknown) for word in text.split())


def test_kerning_brings_letters_together() -> None:
    face = known_face(("Arial", False, False))
    assert word_width("AV", face) < word_width("A", face) + word_width("V", face)


def test_tracking_parts_letters_by_a_share_of_their_size() -> None:
    face = Face(units=10, ascent=9, descent=2, line_gap=0, widths={"a": 7})
    assert word_width("aa", with_tracking(face, 0.1)) == pytest.approx(1.6)
    assert word_width("aa", with_tracking(face, -0.1)) == pytest.approx(1.2)
    assert word_width("a🚀", with_tracking(face, 0.1)) == pytest.approx(0.7 + EMOJI + 0.2)


def test_a_blank_of_a_font_without_one_is_a_quarter_wide() -> None:
    for widths, em in (({"a": 7}, 0.25), ({"a": 7, " ": 3}, 0.3)):
        face = Face(units=10, ascent=9, descent=2, line_gap=0, widths=widths)
        assert blank_width(face) == pytest.approx(em)


def test_bold_is_wider_in_a_text() -> None:
    text = "Verwaltungsstrukturen"
    widths = [word_width(text, known_face(("Calibri", bold, False))) for bold in (False, True)]
    assert widths[0] < widths[1]


BORROWED = {
    "an emoji": ("🚀", EMOJI),
    "an emoji with a skin tone": ("👍🏽", EMOJI),
    "a family": ("👨‍👩‍👧", EMOJI),
    "a flag": ("🇩🇪", EMOJI),
    "a heart that is an emoji": ("❤️", EMOJI),
    "a Chinese character": ("語", 1.0),
    "a combining accent": ("\u0301", 0.0),
    "a soft hyphen": ("\u00ad", 0.0),
    "a joiner": ("\u2060", 0.0),
    "a no-break space": ("\u00a0", 463 / 2048),
    "a narrow one": ("\u202f", 463 / 2048),
}


@pytest.mark.parametrize(("text", "em"), BORROWED.values(), ids=BORROWED)
def test_characters_that_another_font_lends(text: str, em: float) -> None:
    assert word_width(text, known_face(("Calibri", False, False))) == pytest.approx(em)


def test_every_known_font_has_four_faces() -> None:
    for name in _KNOWN:
        for bold in (False, True):
            for italic in (False, True):
                face = known_face((name, bold, italic))
                assert all(letter in face.widths for letter in "aZß€„–é"), name


def test_an_unknown_font_is_taken_for_a_wide_one_and_named() -> None:
    fonts = Fonts("Hausschrift", "Calibri", "Hausschrift")
    text = "Der Stadtrat berät über den Haushalt"
    guessed = word_width(text, fonts.face(("Hausschrift", False, False)))
    for name, (data, _) in _KNOWN.items():
        if data != "liberation-mono":
            assert guessed > word_width(text, known_face((name, False, False))), name
    assert fonts.unknown == ("Hausschrift",)


def test_an_unknown_code_font_is_taken_for_a_wide_one_too() -> None:
    fonts = Fonts("Calibri", "Calibri", "Hausschrift Mono")
    assert 0.6 < word_width("W", fonts.code_face(bold=False, italic=False)) < 0.62


def test_a_face_of_the_brand_comes_before_all_others() -> None:
    own = Face(units=10, ascent=9, descent=2, line_gap=0, widths={"a": 7})
    fonts = Fonts("Hausschrift", "Hausschrift", "Consolas", {("Hausschrift", False, False): own})
    assert word_width("aa", fonts.face(("Hausschrift", False, False))) == pytest.approx(1.4)
    assert fonts.unknown == ()


HEIGHTS = {
    "Arial is lower than any program sets it": ("Arial", "abc", 1.216),
    "Calibri is higher": ("Calibri", "abc", 1.2207),
    "Open Sans needs much more": ("Open Sans", "abc", 1.3618),
    "an emoji makes a line higher": ("Calibri", "abc 🚀", EMOJI_LINE_HEIGHT),
    "Chinese characters more": ("Calibri", "日本", FALLBACK_LINE_HEIGHT),
    "the highest sign decides": ("Calibri", "🚀 日本", FALLBACK_LINE_HEIGHT),
    "an arrow that the font has does not": ("Arial", "→", 1.216),
}


@pytest.mark.parametrize(("font", "text", "em"), HEIGHTS.values(), ids=HEIGHTS)
def test_line_heights(font: str, text: str, em: float) -> None:
    assert line_height(text, known_face((font, False, False))) == pytest.approx(em, abs=1e-4)


def test_a_face_comes_back_from_its_file_as_it_was() -> None:
    kerning = Kerning({"A": 0, "T": 1}, {"V": 1, "o": 0}, 2, (-5, -120, -80, 0))
    face = Face(
        units=2048,
        ascent=1900,
        descent=500,
        line_gap=67,
        widths={"A": 1300, "B": 1301, "€": 1100},
        kerning=kerning,
    )
    back = unpack_face(pack_face(face))
    assert (back.units, back.ascent, back.descent, back.line_gap) == (2048, 1900, 500, 67)
    assert back.widths == face.widths
    assert [back.kerning.between(*pair) for pair in ("AV", "To", "TV", "AA")] == [-120, -80, 0, 0]


def test_a_face_loads_without_a_step_for_each_of_its_letters() -> None:
    face = known_face(("Calibri", False, False))
    data = pack_face(face)
    assert executed_lines(lambda: unpack_face(data)) < len(face.widths) / 2


@pytest.mark.parametrize(
    "text", ["Plain words", "Größe – „so“", "Ein Ziel 🎯 für alle", "日本語 und mehr"]
)
def test_a_line_is_as_high_as_its_highest_word(text: str) -> None:
    ready = plain_face(TextStyle(20, "dk1"), Fonts("Calibri", "Calibri", "Consolas"))
    for _ in range(2):
        assert typeset_plain(text, ready).line_height == line_height(text, ready.face)
        ready.widths.forget()


def test_a_short_word_of_wide_arabic_letters_counts_as_wide() -> None:
    """In DejaVu Sans Bold, which shows Arabic where Calibri is missing, “التخطيط” takes 4.3 em."""
    calibri = known_face(("Calibri", True, False))
    assert word_width("التخطيط", calibri) > 4.3
    assert word_width("دار", calibri) < word_width("طلب", calibri)
