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
        ("pl", "1 000 000 osób, 1 200 miast", "1~000~000 osób, 1~200~miast"),
        ("fr", "en 2024 100 visites", "en 2024 100 visites"),
        ("fr", "`41 000` - 3", "41 000 - 3"),
        ("fr", "salle 3 100e", "salle 3 100e"),
        ("de", "41 000 Gäste, 2 x 4 m", "41~000 Gäste, 2~x~4~m"),
        ("de", "Am 22. Mai - 185.000 € nach § 5", "Am 22.~Mai - 185.000~€ nach §~5"),
        ("de", "z. B. Dr. Muster, `5 km`", "z. B. Dr. Muster, 5 km"),
    ],
)
def test_numbers_are_kept_whole_where_nothing_else_is_set(
    lang: str, typed: str, shown: str
) -> None:
    before = slide(typed)._replace(lang=lang, placeholders=(("second", body(typed)),))
    (made,) = apply_typography([(before, False)], Diagnostics())
    assert made.placeholders[0][1].text == shown.replace("~", "\u00a0")


@pytest.mark.parametrize(
    ("lang", "typed", "shown"),
    [
        ("de", "Neue Passage 12, zweite Tür", "Neue Passage~12, zweite Tür"),
        ("de", "Raum 4b oder Raum 12–14.", "Raum~4b oder Raum~12–14."),
        ("de", "Am 30. Juni 2028 zieht Amt 3 um", "Am 30.~Juni~2028 zieht Amt~3 um"),
        ("de", "Rund 60 % sind 100 000 Gäste", "Rund 60~% sind 100~000~Gäste"),
        ("de", "über 75 nur 14 %", "über 75 nur 14~%"),
        ("de", "Hauptverwaltungsgebäude 12", "Hauptverwaltungsgebäude 12"),
        ("de", "Kurs 1.5 seit 2026 Gewinne", "Kurs 1.5 seit 2026 Gewinne"),
        ("de", "`Raum 12` und `x` 3", "Raum 12 und x 3"),
        ("en", "In Room 12, we count 40 benches", "In Room~12, we count 40~benches"),
        ("en", "By 2030 the 12 Swiss", "By~2030 the 12 Swiss"),
    ],
)
def test_numbers_in_bodies_stand_with_their_names(lang: str, typed: str, shown: str) -> None:
    before = slide("Passage 12")._replace(lang=lang)
    both = before._replace(placeholders=(*before.placeholders, ("body", body(typed))))
    (made,) = apply_typography([(both, False)], Diagnostics())
    (_, headline), (_, text) = made.placeholders
    assert text.text == shown.replace("~", "\u00a0")
    assert headline.text == "Passage 12"  # its place may be narrow, and its lines are balanced


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
