"""Balanced headlines on slides: the insets of their frames, and quotation marks that hang."""

from __future__ import annotations

from typing import Any

import pytest

from deckgen.deck.box import Box, Insets
from deckgen.deck.layout import EMU_PER_POINT, Layout, Placeholder
from deckgen.deck.slide import Deck, LayoutRole, PictureRole, PlaceholderRole, Tone
from deckgen.deck.text_body import Direction, Paragraph, Run, TextBody
from deckgen.fit.fit import fit
from deckgen.fit.text.line_breaking import break_lines, typeset
from deckgen.fit.text.line_space import line_space
from deckgen.fonts.text_width import Fonts
from deckgen.support.diagnostics import Diagnostics
from tests.fit.square import FONTS, placeholder, slide, style
from tests.present import present
from tests.talks import talk

POINT = EMU_PER_POINT
HEADLINE = "aaaaaaaaa aaa aaa"
"""In a frame of 14 squares “aaaaaaaaa aaa / aaa”; balanced “aaaaaaaaa / aaa aaa”.

The frame is then between 9 and 13 squares wide: their geometric mean is 10.817.
"""
CUT = round((14 - (9 * 12.9999) ** 0.5) * 10 * POINT)


def title(changes: dict[str, Any]) -> Placeholder:
    """Return a title 14 squares wide at 10 points, 50 points from the edge of the slide."""
    level = style(10)
    level = level._replace(**{key: changes[key] for key in level._fields if key in changes})
    found = placeholder("title", 140, 100, level)
    found = found._replace(box=found.box._replace(x=50 * POINT))
    return found._replace(**{key: changes[key] for key in found._fields if key in changes})


def fitted(
    place: Placeholder,
    text: str,
    role: LayoutRole = "bullets",
    direction: Direction = "layout",
    placed: PlaceholderRole = "title",
    fonts: Fonts = FONTS,
) -> TextBody:
    """Return the text of a title, or what is `placed` instead, as `fit` leaves it."""
    place = place._replace(role=placed)

    def on_layout(_role: LayoutRole | PictureRole, tone: Tone | None, _name: str) -> Layout:
        return Layout("Test", role, tone or "light", "/layout.xml", (place,))

    contents: tuple[tuple[PlaceholderRole, TextBody], ...] = (
        (placed, TextBody((Paragraph((Run(text),), direction=direction),))),
    )
    one = slide()._replace(role=role, placeholders=contents)
    return (
        fit(Deck("Talk", "en", (one,)), on_layout, fonts, 10, Diagnostics())
        .deck.slides[0]
        .placeholders[0][1]
    )


INSETS: dict[str, tuple[dict[str, Any], tuple[int, int] | None]] = {
    "on the left": ({}, (0, CUT)),
    "beside those of the layout": (
        {"insets": Insets(7, 0, 0, 0), "box": Box(0, 0, 140 * POINT + 7, 100 * POINT)},
        (7, CUT),
    ),
    "on the right": ({"align": "r"}, (CUT, 0)),
    "in the middle": ({"align": "ctr"}, (CUT // 2, CUT - CUT // 2)),
    "none where lines run from the right": ({"rtl": True}, None),
    "none in columns": ({"columns": 2, "box": Box(0, 0, 280 * POINT, 50 * POINT)}, None),
    "none where lines run downwards": (
        {"vertical": True, "box": Box(0, 0, 100 * POINT, 140 * POINT)},
        None,
    ),
}


@pytest.mark.parametrize(("changes", "expected"), INSETS.values(), ids=INSETS)
def test_insets(changes: dict[str, Any], expected: tuple[int, int] | None) -> None:
    found = fitted(title(changes), HEADLINE)

    assert found.text == HEADLINE
    if expected is None:
        assert found.side_insets is None
    else:
        assert found.side_insets == pytest.approx(expected, abs=200)


def test_a_single_line_stays() -> None:
    assert fitted(title({}), "aaaa") == TextBody((Paragraph((Run("aaaa"),)),))


def test_paragraphs_from_the_right_stay() -> None:
    assert fitted(title({}), HEADLINE, direction="rtl").side_insets is None


def test_german_on_an_arabic_template_is_balanced_at_its_right_side() -> None:
    found = fitted(title({"rtl": True, "align": "r"}), HEADLINE, direction="ltr")
    assert found.side_insets == pytest.approx((0, CUT), abs=200)


HANGING: dict[str, tuple[str, dict[str, Any], int]] = {
    "a mark": ("“aaa aaa”", {}, 10),
    "a mark and its narrow space": ("«\u202faaa\u202f»", {}, 20),
    "two marks": ("“‘Aaa’ aaa”", {}, 20),
    "no mark": ("aaa", {}, 0),
    "not in centred text": ("“aaa”", {"align": "ctr"}, 0),
    "not within a coloured area": ("“aaa”", {"fill": "lt2"}, 0),
    "where the place left of it is free": ("“aaa”", {"free_left": 10 * POINT}, 10),
    "not into what stands on the left": ("“aaa”", {"free_left": 9 * POINT}, 0),
    "not in a font without measures": ("“aaa”", {"font": "Nobody's Own"}, 0),
    "seven tenths of the margin": (
        "“aaa”",
        {"box": Box(15 * POINT, 0, 140 * POINT, 100 * POINT)},
        10,
    ),
    "not to the edge of the slide": (
        "“aaa”",
        {"box": Box(14 * POINT, 0, 140 * POINT, 100 * POINT)},
        0,
    ),
    "not off the slide": ("“aaa”", {"box": Box(9 * POINT, 0, 140 * POINT, 100 * POINT)}, 0),
}


@pytest.mark.parametrize(("said", "changes", "points"), HANGING.values(), ids=HANGING)
def test_opening_quotation_marks_hang(said: str, changes: dict[str, Any], points: int) -> None:
    place = title(changes)
    found = fitted(place, said, "quote")

    assert found.outdent == points * POINT
    if points:
        x, y, cx, cy = place.box
        assert found.box == Box(x - points * POINT, y, cx + points * POINT, cy)
    else:
        assert found.box is None


def test_a_word_has_room_in_a_font_that_is_a_fifth_wider() -> None:
    # “aaaaaaaaa / aa aa” needs a frame between 9 and 12 squares wide. 9 × 1.2 are 10.8 squares.
    cut = fitted(title({}), "aaaaaaaaa aa aa").side_insets
    assert cut == pytest.approx((0, 32 * POINT), abs=200)
    # Behind a mark that hangs, a word of ten squares with the mark has room for twelve.
    found = fitted(title({}), f"“{HEADLINE}", "quote")
    assert (found.outdent, found.side_insets) == (10 * POINT, (0, 20 * POINT))


@pytest.mark.parametrize(
    ("role", "words", "expected"),
    [
        ("bullets", "aaaa aaaa aaaa a", "aaaa aaaa aaaa\u00a0a"),
        ("bullets", "aaaa aaaa aaaa", "aaaa aaaa aaaa"),
        ("bullets", "aaaa aaaa aaaa aaaaaaa", "aaaa aaaa aaaa aaaaaaa"),
    ],
    ids=["lost", "one line", "a long word"],
)
def test_a_lost_last_word_of_running_text_gets_the_word_before_it(
    role: LayoutRole, words: str, expected: str
) -> None:
    assert fitted(title({}), words, role, placed="body").text == expected


def test_short_running_text_has_balanced_lines() -> None:
    found = fitted(title({}), HEADLINE, "text", placed="body")
    assert found.side_insets == pytest.approx((0, CUT), abs=200)
    long = " ".join([HEADLINE] * 3)
    assert fitted(title({}), long, "text", placed="body").side_insets is None
    assert fitted(title({}), HEADLINE, "bullets", placed="body").side_insets is None


def test_marks_of_other_headlines_do_not_hang() -> None:
    assert not fitted(title({}), "“aaa” aaa").outdent


def test_a_title_is_set_a_little_smaller_where_that_saves_a_phrase() -> None:
    made = talk("- closing: Now, your question.", lang="en-GB", style="panel").compiled
    title = dict(made.fitted.deck.slides[0].placeholders)["title"]
    place = present(made.brand.layout("closing").placeholder("title"))
    own = place.level_styles[0].size
    assert 0.85 * own <= title.sizes[0] < own
    assert title.text == "Now, your\u00a0question."


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Now, your comments.", ((58,), "Now, your\u00a0comments.")),
        ("Now, your commentaries.", ((64,), "Now, your commentaries.")),
    ],
    ids=["three fifths", "would be half"],
)
def test_a_large_title_is_smaller_before_words_that_belong_together_are_parted(
    words: str, expected: tuple[tuple[int, ...], str]
) -> None:
    made = talk(f"- closing: {words}", lang="en-GB", style="bold", size="4:3").compiled
    title = dict(made.fitted.deck.slides[0].placeholders)["title"]
    assert (title.sizes, title.text) == expected


def test_a_title_has_a_line_more_where_no_smaller_size_saves_a_phrase() -> None:
    entry = "- cover: The shop of serious questions"
    made = talk(entry, lang="en-GB", style="bold", size="4:3").compiled
    title = dict(made.fitted.deck.slides[0].placeholders)["title"]
    place = present(made.brand.layout("cover").placeholder("title"))
    assert title.sizes == ()
    assert lines_of(title, place, made.brand.fonts) == ["The shop", "of serious", "questions"]


def lines_of(text: TextBody, place: Placeholder, fonts: Fonts) -> list[str]:
    """Return the lines of the first paragraph of a text as it is shown in its placeholder."""
    style = place.level_styles[0]
    left, right = text.side_insets or (0, 0)
    space = line_space("layout", 0, style, place.inner_box.cx - left - right)
    words = typeset(text.paragraphs[0], style, fonts)
    lines = break_lines(words, space, (text.sizes or (style.size,))[0])
    return [
        "".join(word + " " * (blank > 0) for _, blank, word in line).replace("\u00a0", " ").strip()
        for line in lines
    ]


STATEMENTS = {
    "an answer": (
        (
            "{question: Does it transfer?, "
            "text: 'Partly. From brick to brick, yes; from brick to timber frame, not yet.'}"
        ),
        "en-GB",
        ["Partly. From brick to brick, yes;", "from brick to timber frame, not yet."],
    ),
    "beside a code to scan": (
        (
            "{title: Sortie, qr: 'https://a.example', "
            "text: 'Le samedi 17 avril, départ à 9 h au ponton.'}"
        ),
        "fr-FR",
        ["Le samedi 17 avril,", "départ à 9 h", "au ponton."],
    ),
}


@pytest.mark.parametrize("case", STATEMENTS)
def test_text_larger_than_lists_has_balanced_lines_beside_pictures_and_below_questions(
    case: str,
) -> None:
    entry, lang, lines = STATEMENTS[case]
    made = talk(f"- {entry}", lang=lang, style="civic").compiled
    slide = made.fitted.deck.slides[0]
    place = present(made.brand.layout(*slide.layout_key).placeholder("body"))
    assert lines_of(dict(slide.placeholders)["body"], place, made.brand.fonts) == lines


BESIDE_TEXT = {
    # On three lines, each line would end with an article or a preposition.
    "a line more": ("minimal", ["Welche Impulse", "hat das Projekt", "in der Stadt", "ausgelöst?"]),
    "bodies below": ("panel", ["Welche Impulse hat das Projekt", "in der Stadt ausgelöst?"]),
}


@pytest.mark.parametrize("case", BESIDE_TEXT)
def test_a_headline_below_which_nothing_stands_has_a_line_more_rather_than_parted_words(
    case: str,
) -> None:
    style, lines = BESIDE_TEXT[case]
    asked = "Welche Impulse hat das Projekt in der Stadt ausgelöst?"
    made = talk(f"- {{question: '{asked}', bullets: [A]}}", lang="de-DE", style=style).compiled
    slide = made.fitted.deck.slides[0]
    place = present(made.brand.layout(*slide.layout_key).placeholder("title"))
    assert lines_of(dict(slide.placeholders)["title"], place, made.brand.fonts) == lines


SMALL = {
    "a row of an overview": (
        (
            "{title: T, questions: "
            "[Quels projets voulons-nous porter ensemble en 2027 et en 2028 ?, Divers]}"
        ),
        "editorial",
        ["Quels projets voulons-nous porter", "ensemble en 2027 et en 2028 ?"],
    ),
    "a contact": (
        (
            "{closing: Merci, qr: 'https://a.example', "
            "text: 'Mairie de Saint-Geniez, place du Marché 1, deuxième étage, bureau 204'}"
        ),
        "minimal",
        ["Mairie de Saint-Geniez, place du Marché 1,", "deuxième étage, bureau 204"],
    ),
}


@pytest.mark.parametrize("case", SMALL)
def test_rows_of_overviews_and_contacts_end_where_the_sense_allows(case: str) -> None:
    entry, style, lines = SMALL[case]
    made = talk(f"- {entry}", lang="fr-FR", style=style).compiled
    slide = made.fitted.deck.slides[0]
    place = present(made.brand.layout(*slide.layout_key).placeholder("body"))
    assert lines_of(dict(slide.placeholders)["body"], place, made.brand.fonts) == lines
