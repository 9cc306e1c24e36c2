"""A deck as a PDF file."""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.deck.face import FaceKey
from deckgen.render.office import PdfFacts, PdfOptions, office_pdf, pdf_facts
from deckgen.workspace import Workspace


def write_pdf(
    deck: bytes,
    options: PdfOptions,
    own: Mapping[FaceKey, bytes],
    target: str,
    files: Workspace,
) -> PdfFacts:
    """Write a .pptx as a PDF; `own` holds a brand's font files.

    Raises RenderingError and WorkspaceError; then an older file stays as it was.
    """
    pdf = office_pdf(deck, options, own)
    files.write(target, pdf)
    return pdf_facts(pdf)
