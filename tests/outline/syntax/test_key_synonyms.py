"""Did you mean …? Keys in German, French and Spanish, and as other programs call them."""

import typing

import pytest

from deckgen.brand.tokens import BrandTokens, TemplateTokens
from deckgen.outline.kinds import kinds
from deckgen.outline.schema import talk
from deckgen.outline.schema.record_reader import keys_of
from deckgen.outline.schema.table_rows import TABLE_KEYS
from deckgen.outline.schema.talk import Talk
from deckgen.outline.syntax.key_synonyms import nearest_key, synonyms
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.records import fields, is_record
from tests.outline.reading import outline_of


def every_key() -> set[str]:
    """Return the keys of all that is read from files, records within records."""
    found = {
        *TABLE_KEYS,
        "slides",
        talk.INSERT_BEFORE,
        talk.INSERT_AFTER,
        talk.MOVE,
        talk.TAGS,
    }
    todo: list[typing.Any] = [Talk, BrandTokens, TemplateTokens, *(kind.entry for kind in kinds())]
    while todo:
        one = todo.pop()
        todo += typing.get_args(one)
        if is_record(one):
            found.update(keys_of(one))
            todo += [field.type for field in fields(one)]
    return found


def test_every_key_has_words_in_each_language() -> None:
    assert every_key() - set(synonyms()) == set(), "say it in German, French and Spanish"
    assert [key for key, words in synonyms().items() if len(words) != 4 or not all(words[:3])] == []


SLIDE = {key for kind in kinds() for key in keys_of(kind.entry)}
IMAGE = ("file", "alt", "decorative", "caption", "credit", "fit", "focus")
COLUMN = ("heading", "bullets", "text", "image")


@pytest.mark.parametrize(
    ("word", "keys", "meant"),
    [
        ("frage", SLIDE, "question"),
        ("Fragen", SLIDE, "questions"),
        ("bild", SLIDE, "image"),
        ("Aufzählung", SLIDE, "bullets"),
        ("aufzaehlung", SLIDE, "bullets"),
        ("citation", SLIDE, "quote"),
        ("imágenes", SLIDE, "image"),
        ("imagenes", SLIDE, "image"),
        ("speaker notes", SLIDE, "notes"),
        ("bulets", SLIDE, "bullets"),
        ("Title", SLIDE, "title"),
        ("überschrift", SLIDE, "title"),
        ("überschrift", COLUMN, "heading"),
        ("beschreibung", IMAGE, "alt"),
        ("untertitel", keys_of(Talk), "subtitle"),
        ("untertitel", ("file", "subtitles"), "subtitles"),
        ("frage", COLUMN, None),
        ("bild", ("id", "notes"), None),
        ("footnotes", SLIDE, None),
        ("ids", ("id", "notes"), "id"),
        ("idea", ("id", "notes"), None),
        ("fragee", COLUMN, None),
        ("xyzzy", SLIDE, None),
    ],
)
def test_the_key_that_was_meant(word: str, keys: typing.Iterable[str], meant: str | None) -> None:
    assert nearest_key(word, keys) == meant


def hints(text: str) -> list[str]:
    diagnostics = Diagnostics()
    outline_of(text, diagnostics)
    return [each.hint or "" for each in diagnostics]


@pytest.mark.parametrize(
    ("head", "slide", "hint"),
    [
        ("titel: A", "cover", "Did you mean `title`?"),
        ("ort: Gera", "cover", "`place` belongs to the event: type `event: {place: …}`."),
        ("date: 2027-01-01", "cover", "`date` belongs to the event: type `event: {date: …}`."),
        ("frage: A", "cover", "`question` belongs to a slide: type it below `slides:`"),
        ("style: bold", "cover", "`style` belongs to the brand: type it in brand.yaml"),
        ("lang: Deutsch", "cover", "Type de."),
        ("lang: de_AT", "cover", "Type de-AT."),
        ("lang: xyzzy", "cover", "Type a language and, behind a hyphen, a country"),
        ("brand: [a]", "cover", "Type it as `brand: assets/brand.yaml`."),
        ("lang: zh", "title\uff1a A", "Did you mean `- title: A`?"),
        ("lang: de", "folie: A", "Did you mean `title`?"),
        ("lang: de", "slide: A\n    bullets: [a]", "Did you mean `title`?"),
        ("lang: de", "question: A\n    antworten: [a]", "Did you mean `bullets`?"),
        ("lang: de", "qr: www.gera.de\n    title: A", "Type https://www.gera.de."),
        ("lang: de", "qr: gera\n    title: A", "Type a link as it stands in the browser"),
        ("lang: de", "title: A\n    bild: a.png", "Did you mean `image`?"),
        ("lang: de", "text: A\n    fußnoten: b", "There are no footnotes. A chart has `source`"),
        ("lang: de", "text: A\n    hintergrund: b", "The background is the brand's."),
        ("lang: de", "quote: A\n    schriftart: b", "Fonts, sizes and colours are the brand's"),
        ("lang: de", "Danke", "Did you mean `closing`?"),
        ("lang: de", "xyzzy: 1", "What a slide is follows from its key: agenda"),
    ],
)
def test_the_hint_leads_to_the_key(head: str, slide: str, hint: str) -> None:
    said = hints(f"{head}\ntitle: A\nslides:\n  - {slide}\n")
    assert any(each.startswith(hint) for each in said), said


@pytest.mark.parametrize("name", ["folien", "folie", "slide", "diapos"])
def test_the_list_of_slides_may_be_called_otherwise(name: str) -> None:
    assert hints(f"title: A\n{name}:\n  - titel: B\n") == [
        "Did you mean `slides`?",
        "Did you mean `title`?",
    ]
