"""Words are set smaller before they are cut; a word that every size cuts is told."""

import pytest

from deckgen.audit.legibility import overflow_findings
from deckgen.audit.slide_facts.audited_deck import audited_deck, audited_slides
from deckgen.brand.styles import style_names
from deckgen.deck.box import Box
from deckgen.deck.graphics import Caption, Media, Picture
from deckgen.deck.layout import EMU_PER_POINT
from deckgen.deck.text_body import TextBody
from deckgen.fit.graphics.captions import CAPTION_GAP
from deckgen.fit.measured_slide import MeasuredSlide
from deckgen.fit.reports.text_warnings import warn_of_cut_words
from deckgen.opc.package_reader import read_package
from deckgen.opc.zip_reader import open_entries
from deckgen.support.diagnostics import Diagnostics
from tests.fit import square
from tests.fit.graphics.test_captions_in_styles import png
from tests.present import present
from tests.sampled import pairs, sampled
from tests.talks import Talk, talk

GAP = CAPTION_GAP / EMU_PER_POINT
SHORT, LONG = "Stadtentwicklung", "Straßenverkehrszulassungsordnung"
LONGER = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
ENTRIES = {
    "headline": "- {title: 'WORD gilt', bullets: [Ein Punkt]}",
    "headline of a picture": "- {title: WORD gilt, image: {file: a.png, alt: A, caption: C}}",
    "caption": "- {title: T, image: {file: a.png, alt: A, caption: WORD gilt}, bullets: [Eins]}",
    "half a page": "- {title: WORD gilt, image: {file: a.png, alt: A}, bleed: half}",
    "section": "- {section: WORD gilt}",
    "overview": "- agenda\n- {section: WORD gilt}\n- {section: Zwei}\n- {section: Drei}",
    "question": "- questions\n- {question: WORD gilt?, text: Ja.}\n- {question: Was?, text: Ja.}",
    "quote": "- {quote: WORD gilt, by: Jo}",
    "closing": "- {closing: WORD}",
    "kicker": "- {title: T, kicker: WORD, text: Ein Satz.}",
    "bullet": "- {title: T, bullets: [WORD gilt, Zwei]}",
    "columns": "- {title: T, columns: [{heading: WORD, bullets: [WORD]}, {heading: B, text: b}]}",
    "three": "- {title: T, columns: [{heading: WORD, text: WORD}, {text: b}, {text: c}]}",
}
SIZES = ("16:9", "4:3")
CASES = pairs(ENTRIES, (LONG, LONGER), style_names(), SIZES)


def of(kind: str, word: str, style: str, size: str) -> Talk:
    """Return a talk with this word at a place."""
    files = {"a.png": png((900, 700))}
    entry = ENTRIES[kind].replace("WORD", word)
    return talk(entry, lang="de-DE", size=size, style=style, files=files)


def cut(made: Talk) -> bool:
    """Return whether the audit, which measures the written deck, finds a word that is cut."""
    package = present(read_package(made.data, Diagnostics(), "a.pptx"))
    entries = present(open_entries(made.data, Diagnostics(), "a.pptx"))
    deck = present(audited_deck(package, entries))
    findings = [each for slide in audited_slides(deck) for each in overflow_findings(slide)]
    return "word-broken" in [each.rule.code for each in findings]


@pytest.mark.parametrize(("kind", "word", "style", "size"), sampled(CASES, every=25))
def test_a_word_that_is_cut_is_told(kind: str, word: str, style: str, size: str) -> None:
    made = of(kind, word, style, size)
    assert set(made.codes) <= {"cut-word", "long-title"}
    assert cut(made) is ("cut-word" in made.codes)


WHOLE = [
    *(
        (kind, SHORT, style, size)
        for kind, style, size in pairs(ENTRIES, style_names(), SIZES)
        if (kind, style) != ("kicker", "editorial")  # in a narrow margin, at the least size
    ),
    ("headline", LONG, "minimal", "16:9"),
    ("headline of a picture", LONG, "minimal", "16:9"),
    ("question", LONG, "minimal", "16:9"),
    ("headline", LONGER, "minimal", "16:9"),
    *pairs(("section", "overview", "quote", "bullet"), (LONG,), style_names(), SIZES),
]


@pytest.mark.parametrize(("kind", "word", "style", "size"), sampled(WHOLE, every=27))
def test_a_word_is_set_smaller_before_it_is_cut(
    kind: str, word: str, style: str, size: str
) -> None:
    made = of(kind, word, style, size)
    assert "cut-word" not in made.codes
    assert not cut(made)


def test_the_message_says_which_word_and_where() -> None:
    word = f"{LONGER}{LONG}sfrage"
    made = of("headline", word, "minimal", "16:9")
    (told,) = [each for each in made.diagnostics if each.code == "cut-word"]
    assert told.message == f"“{word[:40]}…” is wider than its line, and is cut where the line ends."
    assert told.span is not None
    assert told.span.line == 5


@pytest.mark.parametrize(
    ("word", "example"),
    [
        ("Gewährleistungsverwaltung", ": Gewährleistungs-Verwaltung"),
        ("Zuständigkeitsübertragungsverordnung", ": Zuständigkeits-Übertragungs-Verordnung"),
        ("Gesellschaftsinformationsstelle", ": Gesellschafts-Informations-Stelle"),
        ("Jungsteinzeit", ""),
        ("Kraftstoffbereitschaft", ""),
        ("Donaudampfschiff", ""),
        ("internationalisation", ""),
    ],
)
def test_the_hint_shows_hyphens_where_german_words_are_joined(word: str, example: str) -> None:
    box = Box(0, 0, EMU_PER_POINT, EMU_PER_POINT)
    caption = Caption(TextBody((square.bullet(word, line=3),)), box, 10, "dk1")
    media = Media("/ppt/media/a.png", "image/png", b"", 1, 1)
    picture = Picture(media, "", square.line_of(2), box=box, caption=caption)
    slide = square.slide()._replace(graphics=(("body", picture),))
    diagnostics = Diagnostics()
    warn_of_cut_words([MeasuredSlide(slide, "Test", ())], square.FONTS, diagnostics)
    (told,) = diagnostics
    assert told.hint == f"Choose a shorter word, or write a hyphen where a line may end{example}."


def test_a_formula_that_is_wider_than_its_line_is_called_one() -> None:
    terms = " + ".join(["x_{long}"] * 40)
    made = talk(f"- {{title: T, text: 'So ${terms}$'}}")
    (told,) = made.diagnostics
    assert (told.code, told.message, told.hint) == (
        "cut-word",
        "This formula is wider than its line, and goes on in the next one.",
        "Write two shorter formulas, with an empty line between them.",
    )


def test_a_hyphen_keeps_the_rest_whole() -> None:
    made = of("headline", "Straßenverkehrs-Zulassungsordnung", "minimal", "16:9")
    assert "cut-word" not in made.codes
    assert not cut(made)


@pytest.mark.parametrize(
    ("letters", "width", "fill", "shown"),
    [
        (9, 90, "", ""),
        (10, 90, "", "a" * 10),
        (9, 90 + 2 * GAP, "dk1", ""),
        (9, 89 + 2 * GAP, "dk1", "a" * 9),
        (40, 90, "", "a" * 40),
        (41, 90, "", "a" * 40 + "…"),
    ],
)
def test_a_caption_is_told_whose_word_is_wider_than_its_box_has_room(
    letters: int, width: float, fill: str, shown: str
) -> None:
    box = Box(0, 0, round(width * EMU_PER_POINT), EMU_PER_POINT)
    body = TextBody((square.bullet("a" * letters, line=3),))
    caption = Caption(body, box, 10, "dk1", fill=fill)
    media = Media("/ppt/media/a.png", "image/png", b"", 1, 1)
    picture = Picture(media, "", square.line_of(2), box=box, caption=caption)
    slide = square.slide()._replace(graphics=(("body", picture),))
    diagnostics = Diagnostics()
    warn_of_cut_words([MeasuredSlide(slide, "Test", ())] * 2, square.FONTS, diagnostics)
    told = [(each.message.partition("”")[0], each.span) for each in diagnostics]
    assert told == ([(f"“{shown}", square.line_of(3))] if shown else [])
