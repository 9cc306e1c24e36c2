"""A deck as a PDF file."""

from collections.abc import Mapping
from typing import NamedTuple

from deckgen.export.document_phrases import phrases
from deckgen.export.typst_paper import PICTURE_WIDTH
from deckgen.files.overwriting import OverwritePolicy, write_output
from deckgen.fonts.face import FaceKey
from deckgen.render.deck_slides import deck_slides, main_language
from deckgen.render.libreoffice.libreoffice_renderer import (
    PdfOptions,
    libreoffice_differences,
    libreoffice_pdf,
    pdf_facts,
    pdf_slide_images,
)
from deckgen.render.renderer import Feature, RenderingError
from deckgen.seal.seal import seal_file
from deckgen.support.extras import INSTALL_SHOW


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
    from deckgen.export.notes_pages import notes_pages

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
