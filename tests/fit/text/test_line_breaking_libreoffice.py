"""Lines as LibreOffice breaks them are the lines that we count: the proof of measuring."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from deckgen.brand.brand import Brand
from deckgen.deck.layout import EMU_PER_POINT
from deckgen.deck.slide import Deck, Slide
from deckgen.fit.fit import fit
from deckgen.fonts.text_width import Fonts
from deckgen.support.diagnostics import Diagnostics
from tests.fit.set_lines import paragraph_lines
from tests.fit.text.corpus import paragraphs
from tests.fit.text.rendered import (
    bullets,
    bullets_slide,
    pages,
    plain_brand,
    printed,
    rendered_lines,
)
from tests.present import present
from tests.tools.needs import need
from tests.tools.rendering import page_texts, words_missing

FONTS = ("Calibri", "Arial", "Times New Roman", "Cambria", "Courier New")
EACH = 120
LINES_ON_A_SLIDE = 9
ENOUGH = 0.99
LENGTHS = ((1, 400), (4, 400), (6, 90), (8, 60), (9, 200), (12, 30), (14, 120), (25, 80), (60, 40))
"""Slides by the number of their bullets, and the most letters of each."""


@pytest.mark.slow
def test_line_counts_are_those_of_libreoffice(tmp_path: Path) -> None:
    """Chinese is left out: only machines with a Chinese font can show it; the facts have it."""
    need("libreoffice")
    brands = [plain_brand(font) for font in FONTS]
    texts = [paragraphs(EACH, seed=seed, chinese=False) for seed in range(len(FONTS))]
    counts = [
        [count_lines(text, brand, font) for text in some]
        for font, brand, some in zip(FONTS, brands, texts, strict=True)
    ]
    decks = [
        (list(slides(some, lengths)), brand)
        for some, lengths, brand in zip(texts, counts, brands, strict=True)
    ]
    shown = [
        [len(bullet) for page in deck for bullet in page]
        for deck in rendered_lines(decks, tmp_path)
    ]
    assert [len(lengths) for lengths in shown] == [EACH] * len(FONTS)
    wrong = {
        (font, text): (ours, theirs)
        for font, *columns in zip(FONTS, texts, counts, shown, strict=True)
        for text, ours, theirs in zip(*columns, strict=True)
        if ours != theirs
    }
    assert len(wrong) <= (1 - ENOUGH) * EACH * len(FONTS), wrong


@pytest.mark.slow
def test_fitted_text_stays_in_its_frame(tmp_path: Path) -> None:
    need("libreoffice")
    decks = [(fitted(font), plain_brand(font)) for font in FONTS[:3]]
    for (slides, brand), pdf in zip(decks, printed(decks, tmp_path), strict=True):
        said = [
            word for slide in slides for _, body in slide.placeholders for word in body.text.split()
        ]
        assert words_missing(said, page_texts(pdf)) == []
        body = present(brand.layout("bullets", "light").placeholder("body"))
        bottom = (brand.height - body.box.y - body.box.cy) / EMU_PER_POINT
        for slide, page in zip(slides, pages(pdf), strict=True):
            assert min(baseline for baseline, _, sign in page if not sign.isspace()) > bottom, slide


def fitted(font: str) -> tuple[Slide, ...]:
    """Return slides of one to sixty bullets on three levels, fitted."""
    brand = plain_brand(font)
    texts = iter(paragraphs(400, seed=1, chinese=False))
    slides = tuple(
        bullets_slide(
            number,
            [
                bullets([next(texts)[:letters]])[0]._replace(level=min(at % 4, 2))
                for at in range(count)
            ],
        )
        for number, (count, letters) in enumerate(LENGTHS)
    )
    diagnostics = Diagnostics()
    fonts = Fonts(font, font, "Consolas")
    found = fit(Deck("", "de", slides), brand.layout, fonts, brand.minimum_size, diagnostics)
    assert not diagnostics.has_errors
    return found.deck.slides


def count_lines(text: str, brand: Brand, font: str) -> int:
    """Return the number of lines that we expect of a bullet."""
    body = present(brand.layout("bullets", "light").placeholder("body"))
    style = body.level_styles[0]
    (paragraph,) = bullets([text])
    return len(
        paragraph_lines(paragraph, style, style.size, body.box.cx, Fonts(font, font, "Consolas"))
    )


def slides(texts: list[str], counts: list[int]) -> Iterator[Slide]:
    """Yield the texts as bullets, with no more on a slide than stands on the page."""
    page: list[str] = []
    room = LINES_ON_A_SLIDE
    for number, (text, count) in enumerate(zip(texts, counts, strict=True)):
        if page and count > room:
            yield bullets_slide(number, bullets(page))
            page, room = [], LINES_ON_A_SLIDE
        page.append(text)
        room -= count
    yield bullets_slide(len(texts), bullets(page))
