"""Pages of a PDF as text and as pictures, and many pictures as one contact sheet."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pypdfium2
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

GAP = 12
BACKGROUND = "#d8d8d8"
HYPHENS = "-\u2010\u2011"


def page_texts(pdf: Path) -> list[str]:
    """Return the text of every page, in the order in which it was painted."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def page_pictures(pdf: Path, folder: Path, width: int = 1600) -> list[Path]:
    """Write every page as a PNG file `width` pixels wide; return the files in page order."""
    folder.mkdir(parents=True, exist_ok=True)
    document = pypdfium2.PdfDocument(pdf)
    files = []
    try:
        for number, page in enumerate(document, start=1):
            picture = page.render(scale=width / page.get_width()).to_pil()
            file = folder / f"{pdf.stem}-{number:03}.png"
            picture.save(file)
            files.append(file)
    finally:
        document.close()
    return files


def contact_sheet(pngs: Sequence[Path], columns: int = 3, width: int = 1800) -> Image.Image:
    """Return one picture, `width` pixels wide, with all pages in rows of `columns`.

    Raises ValueError when there is no page to show.
    """
    if not pngs:
        raise ValueError("a contact sheet needs at least one page")
    cell = (width - GAP * (columns + 1)) // columns
    pages = [_at_width(png, cell) for png in pngs]
    tallest = max(page.height for page in pages)
    rows = -(-len(pages) // columns)
    sheet = Image.new("RGB", (width, rows * (tallest + GAP) + GAP), BACKGROUND)
    for number, page in enumerate(pages):
        row, column = divmod(number, columns)
        sheet.paste(page, (GAP + column * (cell + GAP), GAP + row * (tallest + GAP)))
    return sheet


def _at_width(png: Path, width: int) -> Image.Image:
    """Return the picture in a file, scaled to a width in pixels."""
    with Image.open(png) as page:
        size = (width, round(page.height * width / page.width))
        return page.convert("RGB").resize(size, Image.Resampling.LANCZOS)


def words_missing(expected_words: Iterable[str], page_texts: Iterable[str]) -> list[str]:
    """Return the words that are on none of the pages, in the order given.

    Ligatures, hyphens, bullets, emoji, and words broken over lines do not make a word missing:
    only its letters, digits and signs count, and white space on the page is ignored.
    """
    shown = "\n".join(_letters(text) for text in page_texts)
    return [word for word in expected_words if _letters(word) not in shown]


def _letters(text: str) -> str:
    """Reduce a text to what a reader sees, without white space and hyphens."""
    seen = unicodedata.normalize("NFKC", text)
    return "".join(sign for sign in seen if _is_seen(sign))


def _is_seen(sign: str) -> bool:
    """Whether a sign must be in the text of a page: emoji are painted, and leave no text there."""
    is_emoji = sign >= "\U0001f000" or sign == "\ufe0f"
    unseen = {"Cc", "Cf", "Cn", "So"}
    return not (
        sign.isspace() or sign in HYPHENS or is_emoji or unicodedata.category(sign) in unseen
    )
