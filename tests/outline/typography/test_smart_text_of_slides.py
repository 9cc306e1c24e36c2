"""Whole slides set by the rules of their language: every text that people read in them."""

import pytest

from deckgen.deck.graphics import Caption, Drawing, DrawingItem, Media, Picture, Table
from deckgen.deck.slide import Slide
from deckgen.deck.text_body import Paragraph, TextBody
from deckgen.outline.markup.inline_text import parse_inline
from deckgen.outline.schema.fields import Text
from deckgen.outline.typography.smart_text import TypesetParagraphs, apply_typography
from deckgen.support.diagnostics import Diagnostics, Severity, Span

SPAN = Span("talk.yaml", 4, 7)


def slide(raw: str) -> Slide:
    return Slide("one", "text", "light", "de", (("title", body(raw)),), SPAN)


def body(raw: str) -> TextBody:
    return TextBody((Paragraph(parse_inline(Text(raw, SPAN), Diagnostics()), span=SPAN),))


def test_every_text_of_a_slide_is_set_where_asked_for() -> None:
    table = Table((body("a..."),), ((body("b..."),),), ("l",), "c...", SPAN)
    media = Media("/ppt/media/a.png", "image/png", b"", 1, 1)
    picture = Picture(media, "g...", SPAN, caption=Caption(body("h...")))
    item = DrawingItem(SPAN, lead=body("i..."), title=body("`j...`"), text=body("k..."))
    steps = Drawing("steps", (item,), SPAN, "Steps")
    before = slide("d...")._replace(
        notes=body("e..."),
        footer=body("f..."),
        day=body("22. Mai"),
        graphics=(("body", table), ("second", picture), ("body", steps)),
    )
    made, untouched = apply_typography([(before, True), (before, False)], Diagnostics())
    assert untouched == before
    shown_table, shown_picture, shown_steps = (graphic for _, graphic in made.graphics)
    assert isinstance(shown_table, Table)
    assert isinstance(shown_picture, Picture)
    assert isinstance(shown_steps, Drawing)
    assert shown_picture.alt == "g..."
    (step,) = shown_steps.items
    texts = [made.placeholders[0][1], made.notes, made.footer, made.day]
    texts += [*shown_table.header, *shown_table.rows[0]]
    texts += [
        shown_picture.caption and shown_picture.caption.body,
        step.lead,
        step.title,
        step.text,
    ]
    words = " ".join(text.text if text else "nothing" for text in texts)
    assert words == "d… e… f… 22.\u00a0Mai a… b… h… i… j... k…"


@pytest.mark.parametrize(
    ("lang", "typed", "shown"),
    [
        ("fr", "41 000 visiteurs", "41~000 visiteurs"),
        ("pl", "1 000 000 osób, 1 200 miast", "1~000~000 osób, 1~200 miast"),
        ("fr", "en 2024 100 visites", "en 2024 100 visites"),
        ("fr", "`41 000` - 3", "41 000 - 3"),
        ("fr", "salle 3 100e", "salle 3 100e"),
        ("de", "41 000 Gäste", "41 000 Gäste"),
    ],
)
def test_numbers_are_kept_whole_where_nothing_else_is_set(
    lang: str, typed: str, shown: str
) -> None:
    before = slide(typed)._replace(lang=lang)
    (made,) = apply_typography([(before, False)], Diagnostics())
    assert made.placeholders[0][1].text == shown.replace("~", "\u00a0")


def test_a_mark_without_partner_is_noted_once() -> None:
    diagnostics = Diagnostics()
    apply_typography([(slide('"offen'), True), (slide('"offen'), True)], diagnostics)
    assert [(one.severity, one.code, one.span) for one in diagnostics] == [
        (Severity.NOTE, "unpaired-quote", SPAN)
    ]


def test_kept_paragraphs_are_those_of_their_language_and_noted_in_every_deck() -> None:
    kept: TypesetParagraphs = {}
    german, english = slide('"offen "da"...'), slide('"offen "da"...')._replace(lang="en")
    for one in (german, english, german):
        alone, beside = Diagnostics(), Diagnostics()
        expected = apply_typography([(one, True)], alone)
        assert apply_typography([(one, True)], beside, kept) == expected
        assert list(beside) == list(alone) != []
