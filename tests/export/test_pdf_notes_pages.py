"""Pages with notes: every word, at 12 points; and two PDFs that become one without losing tags."""

import re
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2 import raw

from deckgen.export.pdf import notes_pages
from deckgen.export.talk_contents import talk_contents
from deckgen.export.typst_paper import DrawnTalk, TypesetPdf, handout_pdf
from deckgen.pipeline.compile import deck_bytes
from tests.export.reading import read
from tests.export.talks import compiled, pictures

pytest.importorskip("typst")

MANY = "".join(f"      Sentence {at} is one that nobody forgets.\n\n" for at in range(1, 201))
LONG = f"title: T\nslides:\n  - title: S\n    bullets: [a]\n    notes: |\n{MANY}"
TALK = """
title: Offene Fragen
lang: de-DE
slides:
  - title: Eins
    bullets: [Erstens]
    notes: |
      Langsam **sprechen**, ~~nicht~~ H~2~O.

      1. Atmen
      2. Lächeln
          - [ansehen](https://gera.example/wer)
  - title: Zwei
    lang: en-GB
    bullets: [b]
"""


def printed(outline: str, folder: Path, paper: str = "a4") -> TypesetPdf:
    made = compiled(outline, folder)
    pages = pictures(talk_contents(made))
    return notes_pages(deck_bytes(made, None), pages, made.deck.title, made.deck.lang, paper)


def sizes(pdf: bytes) -> dict[str, float]:
    """Return the size of each word, in points; the largest of those that stand several times."""
    found: dict[str, float] = {}
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        text = page.get_textpage()
        for word in re.finditer(r"\w+", text.get_text_range()):
            size = round(raw.FPDFText_GetFontSize(text, word.start()), 1)
            found[word[0]] = max(size, found.get(word[0], 0))
    document.close()
    return found


@pytest.mark.slow
def test_long_notes_go_on_at_12_points(tmp_path: Path) -> None:
    pdf = printed(LONG, tmp_path).pdf
    found = read(pdf)
    assert found.pages > 3
    assert re.findall(r"Sentence (\d+) is one", found.text) == [str(at) for at in range(1, 201)]
    assert (sizes(pdf)["Sentence"], sizes(pdf)["forgets"]) == (12, 12)


@pytest.mark.slow
def test_each_slide_has_its_sheet_with_what_is_noted(tmp_path: Path) -> None:
    found = read(printed(TALK, tmp_path).pdf)
    assert (found.pages, found.sizes, found.lang) == (2, {(595, 842)}, "de-DE")
    for words in ("1 Eins", "Langsam sprechen, nicht H2O.", "1. Atmen", "2. Lächeln", "2 Zwei"):
        assert words in found.text
    assert found.outline == ["Eins", "Zwei"]
    assert found.alts == ["Folie 1: Eins", "Folie 2: Zwei"]
    assert [found.tags.count(tag) for tag in ("H1", "Figure", "L", "Link")] == [2, 2, 2, 1]


@pytest.mark.slow
def test_the_sheet_may_be_another(tmp_path: Path) -> None:
    assert read(printed(TALK, tmp_path, "letter").pdf).sizes == {(612, 792)}


@pytest.mark.slow
def test_two_pdfs_become_one_with_all_tags_and_bookmarks(tmp_path: Path) -> None:
    joined_pdf = pytest.importorskip("deckgen.export.joined_pdf").joined_pdf
    made = compiled(TALK, tmp_path)
    talk = talk_contents(made)
    first = handout_pdf(DrawnTalk(talk, made.brand, pictures(talk), None), "notes", 6, "a4").pdf
    second = printed(LONG, tmp_path).pdf
    one, other, both = read(first), read(second), read(joined_pdf(first, second, "Notizen"))
    assert both.pages == one.pages + other.pages
    assert both.text == f"{one.text} {other.text}"
    assert (both.title, both.lang, both.tagged) == (one.title, one.lang, True)
    assert both.outline == [*one.outline, "Notizen", *other.outline]
    assert both.alts == [*one.alts, *other.alts]
    assert _below(both.tags) == _below([*one.tags, *other.tags])


def _below(tags: list[str]) -> list[str]:
    """Return the tags without their root, in which those of both PDFs stand then."""
    return [tag for tag in tags if tag != "Document"]
