"""A PDF as pdfium reads it, which is not ours: words, tags, outline."""

import contextlib
import ctypes
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium


class Read(NamedTuple):
    """What stands in a PDF."""

    pages: int
    text: str
    """Blanks and line ends as one blank."""
    title: str
    lang: str
    tagged: bool
    outline: list[str]
    tags: list[str]
    """The types of all elements, in reading order."""
    alts: list[str]
    """The alternative texts."""
    sizes: set[tuple[int, int]]
    """Points of the pages."""


def read(pdf: bytes) -> Read:
    document = pypdfium2.PdfDocument(pdf)
    try:
        said = [page.get_textpage().get_text_range() for page in document]
        elements = [each for page in document for each in _elements(page)]
        return Read(
            len(document),
            " ".join(" ".join(said).split()),
            document.get_metadata_value("Title"),
            _text(pdfium.FPDFCatalog_GetLanguage, document.raw),
            bool(pdfium.FPDFCatalog_IsTagged(document.raw)),
            [entry.get_title() for entry in document.get_toc()],
            [tag for tag, _ in elements],
            [alt for _, alt in elements if alt],
            {tuple(map(round, page.get_size())) for page in document},
        )
    finally:
        document.close()


def _elements(page: Any) -> Iterator[tuple[str, str]]:
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    try:
        for at in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            yield from _below(pdfium.FPDF_StructTree_GetChildAtIndex(tree, at))
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def _below(element: Any) -> Iterator[tuple[str, str]]:
    if not element:
        return
    get_type, get_alt = pdfium.FPDF_StructElement_GetType, pdfium.FPDF_StructElement_GetAltText
    yield _text(get_type, element), _text(get_alt, element)
    for at in range(pdfium.FPDF_StructElement_CountChildren(element)):
        yield from _below(pdfium.FPDF_StructElement_GetChildAtIndex(element, at))


def _text(get: Any, of: Any) -> str:
    size = get(of, None, 0)
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    get(of, buffer, size)
    return bytes(buffer)[:size].decode("utf-16-le").rstrip("\0")


@contextlib.contextmanager
def opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    document = pypdfium2.PdfDocument(pdf)
    yield document
    document.close()


def texts(pdf: bytes) -> list[str]:
    with opened(pdf) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def links(pdf: bytes, page: int) -> list[int | str]:
    """Return where the links of a page lead: the index of a page, or an address."""
    found: list[int | str] = []
    with opened(pdf) as document:
        at, link = ctypes.c_int(0), pdfium.FPDF_LINK()
        while pdfium.FPDFLink_Enumerate(document[page], at, link):
            if destination := pdfium.FPDFLink_GetDest(document, link):
                found.append(pdfium.FPDFDest_GetDestPageIndex(document, destination))
                continue
            action = pdfium.FPDFLink_GetAction(link)
            address = ctypes.create_string_buffer(200)
            pdfium.FPDFAction_GetURIPath(document, action, address, 200)
            found.append(address.value.decode())
    return found
