"""Pages with each slide and all of its notes.

LibreOffice makes one such page a slide and cuts longer notes off.
"""

from collections.abc import Sequence

from deckgen.deck.included_slide import SlideSummary
from deckgen.export.document_blocks import document_blocks
from deckgen.export.document_phrases import phrases
from deckgen.export.typst_paper import (
    PAPERS,
    Data,
    TypesetPdf,
    available_fonts,
    block_data,
    installed_families,
    typeset_pdf,
)
from deckgen.merge.open_deck import OpenDecks, open_deck
from deckgen.render.deck_slides import DeckSlide, deck_slides, main_language
from deckgen.render.fonts.deck_typefaces import deck_typefaces
from deckgen.render.renderer import RenderingError, SlideImage
from deckgen.support.diagnostics import Diagnostics, Span

_INK = "#1A1A1A"


def notes_pages(
    deck: bytes, pages: Sequence[SlideImage], title: str, lang: str, paper: str
) -> TypesetPdf:
    """Return the notes of a .pptx at 12 points, on as many pages as they need.

    `pages` are the pictures of the slides to print; each begins a page, also without notes. `lang`
    is the language of the document (BCP 47). Raises RenderingError.
    """
    listed, slides = _opened(deck), deck_slides(deck)
    fonts, installed = deck_typefaces(deck), installed_families()
    printed = [(page, listed[page.number - 1], slides[page.number - 1]) for page in pages]
    data: Data = {
        "title": title or phrases(lang)["notes"],
        "author": "",
        "event": "",
        "foot": title,
        "lang": lang,
        "paper": PAPERS[paper],
        "ink": _INK,
        "accent": _INK,
        "ratio": pages[0].width / pages[0].height,
        "fonts": available_fonts((fonts.body,), installed),
        "heading-fonts": available_fonts((fonts.heading, fonts.body), installed),
        "code-fonts": available_fonts((), installed),
        "slides": [_slide(*each, lang) for each in printed],
    }
    pictures = {_picture(page): page for page in pages}
    return typeset_pdf("notes_pages.typ", data, pictures, None)


def _opened(deck: bytes) -> tuple[SlideSummary, ...]:
    """Return the slides of a deck with their notes. Raises RenderingError (not-a-deck)."""
    opened: OpenDecks = {}
    diagnostics = Diagnostics()
    listed = open_deck("The deck", deck, Span("", 1, 1), opened, diagnostics)
    if listed is None:
        problem = next(iter(diagnostics))
        raise RenderingError("not-a-deck", f"{problem.message}.", problem.hint or "")
    return listed.slides


def _slide(page: SlideImage, listed: SlideSummary, slide: DeckSlide, lang: str) -> Data:
    """Return the template's data of a slide, without its text, which is on its page of the PDF."""
    name = f"{phrases(lang)['slide']} {page.number}"
    noted = listed.notes.paragraphs if listed.notes else ()
    return {
        "number": page.number,
        "lang": main_language((slide,)) or lang,
        "title": listed.title or name,
        "text": f"{name}: {listed.title}" if listed.title else name,
        "picture": _picture(page),
        "notes": [block_data(block) for block in document_blocks(noted)],
    }


def _picture(page: SlideImage) -> str:
    return f"{page.number}.svg"
