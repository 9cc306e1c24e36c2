"""What becomes of text that is too long, told with a font of squares.

The body of the test's layout has ten lines of 30 squares at 20 points; its second level is set at
16. The least size is 15 points: the body may go down to 18, 16 and 15.
"""

from collections.abc import Sequence

import pytest

from deckgen.deck.slide import Deck, Fit, Slide
from deckgen.deck.text_body import Paragraph, Run, SlideLink, TextBody, WebLink
from deckgen.fit.fit import FittedDeck, fit
from deckgen.fonts.text_width import Fonts
from deckgen.support.diagnostics import Diagnostics
from tests.fit.square import FONTS, LINE, bullet, layout, line_of, placeholder, slide
from tests.present import present
from tests.talks import talk

MINIMUM = 15


def fitted(*slides: Slide, fonts: Fonts = FONTS) -> tuple[FittedDeck, list[str]]:
    """Return the fitted slides, and what was said but for warnings of density."""
    diagnostics = Diagnostics()
    found = fit(Deck("Talk", "en", slides), layout, fonts, MINIMUM, diagnostics)
    said = [
        f"{one.severity} {one.span.line if one.span else '-'} {one.code}: {one.message}"
        for one in diagnostics
        if one.code != "dense"
    ]
    return found, said


def body(slide: Slide) -> TextBody:
    return dict(slide.placeholders)["body"]


def title(slide: Slide) -> TextBody:
    return dict(slide.placeholders)["title"]


def words(count: int, letter: str = "a", each: int = 29) -> str:
    """Return as many words, each of which fills a line at 20 points."""
    return " ".join([letter * each] * count)


def lettered(text: str) -> list[Paragraph]:
    """Return a bullet of one line for each letter; a small letter is on the second level."""
    return [bullet(letter * 20, int(letter.islower())) for letter in text]


def letters(found: FittedDeck) -> list[str]:
    """Return the bodies as one letter for each bullet."""
    return ["".join(one.text[0] for one in body(slide).paragraphs) for slide in found.deck.slides]


SIZES = {
    "what fits is left alone": (10, ()),
    "a line too many is set smaller": (11, (18, 15)),
    "two lines too many, too": (12, (16, 15)),
    "down to the least size": (13, (15, 15)),
}


@pytest.mark.parametrize(("lines", "sizes"), SIZES.values(), ids=SIZES)
def test_text_is_set_smaller_before_it_goes_on(lines: int, sizes: tuple[int, ...]) -> None:
    found, said = fitted(slide(*lettered("A" * lines)))
    assert [body(one).sizes for one in found.deck.slides] == [sizes]
    assert said == []


SPLITS = {
    "two halves, not thirteen and one": ("ABCDEFGHIJKLMN", ["ABCDEFG", "HIJKLMN"]),
    "three thirds": ("A" * 30, ["A" * 10, "A" * 10, "A" * 10]),
    "children stay with their parent": ("AbcdeFghijKlmnopQrst", ["AbcdeFghij", "KlmnopQrst"]),
    "a parent is repeated where its children go on": (
        "Abcdefghijklmnop",
        ["Abcdefgh", "Aijklmnop"],
    ),
    "only a parent that goes on is repeated": ("XAbcdefghijklmnop", ["XAbcdefgh", "Aijklmnop"]),
}


@pytest.mark.parametrize(("text", "expected"), SPLITS.values(), ids=SPLITS)
def test_slides_go_on_between_bullets(text: str, expected: list[str]) -> None:
    found, said = fitted(slide(*lettered(text)))
    assert letters(found) == expected
    assert said == []


def test_parts_are_set_as_large_as_they_fit() -> None:
    found, _ = fitted(slide(*lettered("A" * 20)))
    assert [body(one).sizes for one in found.deck.slides] == [(), ()]


def test_parts_keep_what_the_slide_has_and_say_which_they_are() -> None:
    link = SlideLink("one", line_of(3))
    given = slide(*lettered("A" * 14), Paragraph((Run("B", bold=True, link=link),)))._replace(
        notes=TextBody((bullet("Notes"),)),
        footer=TextBody((bullet("Footer"),)),
        numbered=True,
        hidden=True,
        tone="dark",
    )
    found, _ = fitted(given, slide(id_="one-2"))
    first, second, other = found.deck.slides
    assert [first.id, second.id, other.id] == ["one", "one-2-2", "one-2"]
    assert [title(one).text for one in (first, second)] == ["Title (1/2)", "Title (2/2)"]
    assert title(second).paragraphs[0].runs == (Run("Title"), Run(" (2/2)"))
    assert (first.notes, second.notes) == (given.notes, None)
    assert body(second).paragraphs[-1].runs == (Run("B", bold=True, link=link),)
    for part in (first, second):
        assert (part.footer, part.numbered, part.hidden) == (given.footer, True, True)
        assert (part.tone, part.role, part.span) == ("dark", "bullets", given.span)


def test_a_bullet_that_fills_more_than_a_slide_is_cut_between_sentences() -> None:
    link = WebLink("https://example.org")
    long = Paragraph(
        (
            Run(words(6, "a") + ". "),
            Run("B" + words(6, "b", 28) + ".", link=link),
            Run(" C" + words(6, "c", 28) + "."),
        )
    )
    found, said = fitted(slide(long))
    assert said == []
    assert [[one.text[0] for one in body(part).paragraphs] for part in found.deck.slides] == [
        ["a"],
        ["B"],
    ]
    runs = [run for part in found.deck.slides for one in body(part).paragraphs for run in one.runs]
    assert [run.link for run in runs if isinstance(run, Run) and "B" in run.text] == [link]


def test_a_sentence_with_higher_lines_makes_those_of_its_paragraph_high() -> None:
    sentences = ["A" + "a" * 37 + "."] * 25
    found, said = fitted(slide(bullet(" ".join(["中文" + "a" * 35 + ".", *sentences]))))
    told = [one for report in found.reports for one in report.placeholders if one.role == "body"]
    assert said == []
    assert len(told) == 3
    assert all(one.free_height >= 0 for one in told)


ERRORS: dict[str, tuple[Slide, Fit, str]] = {
    "a sentence longer than a slide": (
        slide(bullet("short"), bullet(words(20), line=7)),
        "auto",
        "error 7 too-long: This sentence is too long: of its 20 words, 13 fit at 15 points.",
    ),
    "shrinking does not suffice": (
        slide(*[bullet(words(1), line=n) for n in range(1, 31)]),
        "shrink",
        "error 14 too-long: This text is too long: of its 30 words, 13 fit at 15 points.",
    ),
    "nothing may be done": (
        slide(*[bullet(words(1), line=n) for n in range(1, 12)]),
        "error",
        "error 11 too-long: This text is too long: of its 11 words, 10 fit at 20 points.",
    ),
    "splitting does not suffice": (
        slide(bullet(words(11), line=5)),
        "split",
        "error 5 too-long: This sentence is too long: of its 11 words, 10 fit at 20 points.",
    ),
    "a title": (
        slide(title=words(6)),
        "auto",
        "error 1 too-long: This title is too long: of its 6 words, 3 fit at 18 points.",
    ),
    "a title, told once although its slide goes on": (
        slide(*[bullet(words(1), line=n) for n in range(2, 62)], title=words(6)),
        "auto",
        "error 1 too-long: This title is too long: of its 6 words, 3 fit at 18 points.",
    ),
    "a word": (
        slide(title="a" * 400),
        "auto",
        "error 1 too-long: This title is too long: as one word, it does not fit at 18 points.",
    ),
}


@pytest.mark.parametrize(("given", "way", "expected"), ERRORS.values(), ids=ERRORS)
def test_what_cannot_fit_is_an_error(given: Slide, way: Fit, expected: str) -> None:
    _, said = fitted(given._replace(fit=way))
    assert said == [expected]


@pytest.mark.parametrize(("lines", "fitting"), [(1, 3), (4, 6), (0, 3)])
def test_words_that_fit_are_counted_where_a_text_has_most_room(lines: int, fitting: int) -> None:
    """A title of two lines at 30 points, three at 18, may have a box of other lines."""
    usual = layout("bullets", "light")
    other = placeholder("title", 600, lines * 30 * LINE).box
    titled = usual.placeholders[0]._replace(larger_boxes=(other,))
    grown = usual._replace(placeholders=(titled, *usual.placeholders[1:]))
    diagnostics = Diagnostics()
    fit(Deck("Talk", "en", (slide(title=words(9)),)), lambda *_: grown, FONTS, MINIMUM, diagnostics)
    assert [one.message for one in diagnostics] == [
        f"This title is too long: of its 9 words, {fitting} fit at 18 points."
    ]


def test_splitting_alone_keeps_the_layouts_size() -> None:
    found, _ = fitted(slide(*lettered("A" * 12))._replace(fit="split"))
    assert letters(found) == ["A" * 6, "A" * 6]
    assert [body(one).sizes for one in found.deck.slides] == [(), ()]


TITLES = {
    "two lines fit": (words(2, each=18), ()),
    "a third line is set smaller": (words(3, each=18), (20,)),
    "no word of a title is broken if it can be helped": ("a" * 23, (26,)),
}


@pytest.mark.parametrize(("text", "sizes"), TITLES.values(), ids=TITLES)
def test_titles_are_set_smaller(text: str, sizes: tuple[int, ...]) -> None:
    found, _ = fitted(slide(title=text))
    assert title(found.deck.slides[0]).sizes == sizes


def test_a_kicker_below_the_least_size_keeps_its_own() -> None:
    given = slide()
    given = given._replace(placeholders=(("kicker", TextBody((bullet("Kicker"),))),))
    found, said = fitted(given)
    assert (found.deck.slides, said) == ((given,), [])


def test_neighbours_of_one_kind_look_alike() -> None:
    small, large = lettered("A" * 11), lettered("A" * 4)
    other = slide(*large, id_="c")._replace(role="text")
    found, _ = fitted(slide(*large, id_="a"), slide(*small, id_="b"), other, slide(*large, id_="d"))
    assert [body(one).sizes for one in found.deck.slides] == [(18, 15), (18, 15), (), ()]


def test_a_crowded_slide_is_set_smaller_alone() -> None:
    small, large = lettered("A" * 12), lettered("A" * 3)
    found, _ = fitted(slide(*large, id_="a"), slide(*small, id_="b"), slide(*large, id_="c"))
    assert [body(one).sizes for one in found.deck.slides] == [(), (16, 15), ()]


def test_a_deck_that_fits_comes_back_as_it_was() -> None:
    given = Deck("Talk", "en", (slide(*lettered("AbC"), id_="a"), slide(*lettered("A"), id_="b")))
    assert fit(given, layout, FONTS, MINIMUM, Diagnostics()).deck == given


def test_what_was_decided_can_be_told() -> None:
    found, _ = fitted(slide(*lettered("A" * 14 + "b")))
    first = found.reports[0]
    assert (first.id, first.role, first.layout) == ("one", "bullets", "Test")
    assert first.why_split == "the text needs 2 slides, even at 15 points"
    told = {one.role: one for one in first.placeholders}
    assert (told["body"].sizes, told["body"].smaller, told["body"].lines) == ((20,), False, 7)
    assert told["body"].free_height == pytest.approx(3 * 20 * LINE, abs=0.1)


def test_an_unknown_font_is_named_once() -> None:
    _, said = fitted(slide(), slide(id_="b"), fonts=Fonts("Hausschrift", "Arial", "Consolas"))
    assert [one.split(":")[0] for one in said] == ["note - unknown-font"]


DENSE: dict[str, tuple[Sequence[Paragraph], str, list[str]]] = {
    "calm": (lettered("A" * 6), "Title", []),
    "many lines": (lettered("A" * 13), "Title", ["dense"]),
    "many words": ([bullet("a " * 91)], "Title", ["dense"]),
    "a title of three lines": ((), words(3, each=18), ["long-title"]),
    "parts are warned of once": (lettered("A" * 52), "Title", ["dense"]),
}


@pytest.mark.parametrize(("paragraphs", "headline", "codes"), DENSE.values(), ids=DENSE)
def test_dense_slides_are_warned_of(
    paragraphs: Sequence[Paragraph], headline: str, codes: list[str]
) -> None:
    diagnostics = Diagnostics()
    given = slide(*(paragraphs or lettered("A")), title=headline)
    fit(Deck("Talk", "en", (given,)), layout, FONTS, MINIMUM, diagnostics)
    assert [one.code for one in diagnostics] == codes


def test_an_address_on_a_closing_page_is_smaller_rather_than_broken() -> None:
    made = talk(
        "- closing: Thanks\n  text: anna.elisabeth.muster@stadt.example.org\n"
        "  qr: https://example.org",
        size="4:3",
    )
    (slide,) = made.compiled.fitted.slides
    text = present(slide.text("body"))
    assert text.extent.lines == 1
    assert text.size < 24
