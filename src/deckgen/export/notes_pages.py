"""Pages with the notes of each slide, on sheets of their own: the slide, and all that is noted.

LibreOffice's own pages of this kind are one a slide: what does not fit there is cut off.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

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
from deckgen.render.deck_slides import deck_slides, main_language
from deckgen.render.fonts.deck_typefaces import deck_typefaces
from deckgen.render.renderer import RenderingError
from deckgen.support.diagnostics import Diagnostics, Span

if TYPE_CHECKING:
    from deckgen.deck.included_slide import SlideSummary
    from deckgen.render.deck_slides import DeckSlide
    from deckgen.render.renderer import SlideImage

_INK = "#1A1A1A"


def notes_pages(
    deck: bytes, pages: Sequence[SlideImage], title: str, lang: str, paper: str
) -> TypesetPdf:
    """Return the notes of a .pptx at 12 points, over as many sheets as they need.

    `pages` are the pictures of the slides that are wanted; each slide begins a sheet, also one
    without notes. `lang` is the language of the document, as BCP 47 has it. Raises RenderingError.
    """
    listed, slides = _opened(deck), deck_slides(deck)
    fonts, installed = deck_typefaces(deck), installed_families()
    wanted = [(page, listed[page.number - 1], slides[page.number - 1]) for page in pages]
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
        "slides": [_slide(*one, lang) for one in wanted],
    }
    pictures = {_picture(page): page for page in pages}
    return typeset_pdf("notes_pages.typ", data, pictures, None)


def _opened(deck: bytes) -> tuple[SlideSummary, ...]:
    """Return what is known of the slides of a deck. Raises RenderingError (not-a-deck)."""
    opened: OpenDecks = {}
    diagnostics = Diagnostics()
    listed = open_deck("The deck", deck, Span("", 1, 1), opened, diagnostics)
    if listed is None:
        problem = next(one for one in diagnostics if diagnostics.has_errors)
        raise RenderingError("not-a-deck", f"{problem.message}.", problem.hint or "")
    return listed.slides


def _slide(page: SlideImage, listed: SlideSummary, slide: DeckSlide, lang: str) -> Data:
    """Return what the template is told of a slide; its own words stand on its page of the PDF."""
    name = f"{phrases(lang)['slide']} {page.number}"
    noted = listed.notes.paragraphs if listed.notes else ()
    return {
        "number": page.number,
        "lang": main_language((slide,)) or lang,
        "title": listed.title or name,
        "text": f"{name}: {listed.title}" if listed.title else name,
        "picture": _picture(page),
        "notes": [block_data(one) for one in document_blocks(noted)],
    }


def _picture(page: SlideImage) -> str:
    return f"{page.number}.svg"
