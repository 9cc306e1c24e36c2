"""A deck as a PDF file, with pages of all of its notes.

LibreOffice makes one such page a slide and cuts longer notes off.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from deckgen.deck.included_slide import SlideSummary
from deckgen.export.document_blocks import document_blocks
from deckgen.export.document_phrases import phrases
from deckgen.export.typst_paper import (
    PAPERS,
    PICTURE_WIDTH,
    Data,
    TypesetPdf,
    available_fonts,
    block_data,
    installed_families,
    typeset_pdf,
)
from deckgen.files.overwriting import OverwritePolicy, write_output
from deckgen.fonts.face import FaceKey
from deckgen.merge.open_deck import OpenDecks, open_deck
from deckgen.render.deck_slides import DeckSlide, deck_slides, main_language
from deckgen.render.fonts.deck_typefaces import deck_typefaces
from deckgen.render.libreoffice.libreoffice_renderer import (
    PdfOptions,
    libreoffice_differences,
    libreoffice_pdf,
    pdf_facts,
    pdf_slide_images,
)
from deckgen.render.renderer import Feature, RenderingError, SlideImage
from deckgen.seal.seal import seal_file
from deckgen.support.diagnostics import Diagnostics, Span
from deckgen.support.extras import INSTALL_SHOW

_INK = "#1A1A1A"


class WrittenPdf(NamedTuple):
    """A PDF that was written."""

    made_by: str
    """For people: “LibreOffice 24.8”."""
    pages: int
    missing: str
    """Characters of the notes that no font of this computer has; they are printed as boxes."""
    differing: Mapping[int, tuple[Feature, ...]]
    """What its slides show differently from PowerPoint, by number."""
    kept: str | None
    """The name under which the replaced work of others is kept."""


def write_pdf(
    deck: bytes,
    options: PdfOptions,
    own: Mapping[FaceKey, bytes],
    target: str,
    replacing: OverwritePolicy,
    notes: str | None,
) -> WrittenPdf:
    """Write a .pptx as a PDF; `own` holds a brand's font files.

    `notes` is the paper of additional pages with the notes; None: no such pages. Raises
    RenderingError and WorkspaceError, and then leaves an older file unchanged.
    """
    pdf = libreoffice_pdf(deck, options, own)
    made_by, missing = pdf_facts(pdf).made_by, ""
    if notes:
        pdf, missing = _with_notes(pdf, deck, options, notes)
    kept = write_output(target, seal_file(pdf), replacing)
    every, numbers = libreoffice_differences(deck, made_by), options.shown(deck_slides(deck))
    differing = {at: features for at, features in every.items() if at in numbers}
    return WrittenPdf(made_by, pdf_facts(pdf).pages, missing, differing, kept)


def _with_notes(pdf: bytes, deck: bytes, options: PdfOptions, paper: str) -> tuple[bytes, str]:
    """Return a PDF with pages of notes after the slides, and the characters without a font."""
    try:
        from deckgen.export.joined_pdf import joined_pdf
    except ImportError:
        raise RenderingError(
            "no-renderer",
            "What puts PDFs together is not installed: pypdf.",
            f"Type: {INSTALL_SHOW}",
        ) from None
    slides = deck_slides(deck)
    lang = options.lang or main_language(slides) or "en-US"
    pages = [*pdf_slide_images(pdf, deck, options.shown(slides), PICTURE_WIDTH)]
    printed = notes_pages(deck, pages, pdf_facts(pdf).title, lang, paper)
    return joined_pdf(pdf, printed.pdf, phrases(lang)["notes"]), printed.missing


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
    pictures = {f"{page.number}.svg": page for page in pages}
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
        "picture": f"{page.number}.svg",
        "notes": [block_data(block) for block in document_blocks(noted)],
    }
