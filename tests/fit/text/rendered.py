"""What LibreOffice makes of paragraphs: the lines of each, read from the PDF that it prints."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2
import pypdfium2.raw

from deckgen.brand.brand import Brand
from deckgen.brand.generate.generate_brand import generate_brand
from deckgen.brand.tokens import PLAIN_TOKENS, FontTokens
from deckgen.deck.slide import Deck, Slide
from deckgen.deck.text_body import Paragraph, Run, TextBody
from deckgen.ooxml.presentation import write
from deckgen.support.diagnostics import Diagnostics, Span
from deckgen.support.records import changed
from tests.tools.libreoffice import to_pdf

MARK = "▪"
AUTOFIT, NO_AUTOFIT = b"<a:normAutofit/>", b"<a:noAutofit/>"
_SPAN = Span("test.yaml", 1, 1)


def plain_brand(font: str) -> Brand:
    """Return the embedded brand in another font."""
    fonts = FontTokens(heading=font, body=font, span=_SPAN, spans={})
    return generate_brand(changed(PLAIN_TOKENS, fonts=fonts), "16:9", None, Diagnostics())


def bullets_slide(number: int, paragraphs: Sequence[Paragraph]) -> Slide:
    """Return a slide with nothing but bullets on its body."""
    return Slide(
        f"slide-{number}",
        "bullets",
        "light",
        "de-DE",
        (
            ("title", TextBody((Paragraph((Run(f"{number}"),)),))),
            ("body", TextBody(tuple(paragraphs))),
        ),
        _SPAN,
    )


def bullets(texts: Sequence[str]) -> tuple[Paragraph, ...]:
    """Return texts as bullets of the first level."""
    return tuple(Paragraph((Run(text),)) for text in texts)


def rendered_lines(
    decks: Sequence[tuple[Sequence[Slide], Brand]], folder: Path
) -> list[list[list[list[str]]]]:
    """Return, for every deck and slide, the bullets of its body as lists of lines."""
    return [[list(_bullets(page)) for page in pages(pdf)] for pdf in printed(decks, folder)]


def printed(decks: Sequence[tuple[Sequence[Slide], Brand]], folder: Path) -> list[Path]:
    """Return the PDF of each deck, its text as large as is written, whatever autofit says."""
    files = []
    for number, (slides, brand) in enumerate(decks):
        file = folder / f"deck{number}.pptx"
        data = write(Deck("Lines", "de-DE", tuple(slides)), brand, None)
        with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(file, "w") as copy:
            for name in given.namelist():
                copy.writestr(name, given.read(name).replace(AUTOFIT, NO_AUTOFIT))
        files.append(file)
    return to_pdf(files, folder)


def pages(pdf: Path) -> Iterator[list[tuple[float, float, str]]]:
    """Yield the characters of every page as baseline, left edge and character."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            text = page.get_textpage()
            yield [_character(text, at) for at in range(text.count_chars())]
    finally:
        document.close()


def _character(text: pypdfium2.PdfTextPage, at: int) -> tuple[float, float, str]:
    x, y = pypdfium2.raw.c_double(), pypdfium2.raw.c_double()
    pypdfium2.raw.FPDFText_GetCharOrigin(text, at, x, y)
    return y.value, x.value, chr(pypdfium2.raw.FPDFText_GetUnicode(text, at))


def _bullets(characters: list[tuple[float, float, str]]) -> Iterator[list[str]]:
    """Group characters to lines by their baseline, and lines to bullets by the mark before them."""
    rows: list[tuple[float, list[tuple[float, str]]]] = []
    for y, x, sign in sorted(characters, key=lambda found: -found[0]):
        if sign.isspace():
            continue
        if not rows or rows[-1][0] - y > 12:
            rows.append((y, []))
        rows[-1][1].append((x, sign))
    lines = ["".join(sign for _, sign in sorted(row)) for _, row in rows]
    starts = [at for at, line in enumerate(lines) if line.startswith(MARK)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield [line.removeprefix(MARK) for line in lines[start:end]]
