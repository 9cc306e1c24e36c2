"""Rows as LibreOffice sets them are as high as we say; decimal signs stand below each other."""

import random
from itertools import cycle, pairwise
from pathlib import Path

import pypdfium2
import pytest

from deckgen.brand.brand import Brand
from deckgen.deck.graphics import Table
from deckgen.deck.layout import EMU_PER_POINT
from deckgen.deck.slide import Deck, Slide
from deckgen.deck.text_body import Paragraph, Run, TextBody
from deckgen.fit.fit import fit
from deckgen.support.diagnostics import Diagnostics, Span
from tests.fit.text.corpus import paragraphs
from tests.fit.text.rendered import pages, plain_brand, printed
from tests.present import present, the_graphic
from tests.tools.needs import need

FONTS = ("Calibri", "Arial", "Cambria")
LONGEST_WORD = 22
SPAN = Span("test.yaml", 1, 1)


def cell(text: str) -> TextBody:
    return TextBody((Paragraph((Run(text),) if text else (), span=SPAN),))


def fitted(brand: Brand, tables: list[Table]) -> tuple[Slide, ...]:
    slides = tuple(
        Slide(
            f"slide-{at}",
            "bullets",
            "light",
            "de-DE",
            (("title", cell(f"{at}")),),
            SPAN,
            graphics=(("body", table),),
        )
        for at, table in enumerate(tables)
    )
    diagnostics = Diagnostics()
    deck = Deck("", "de", slides)
    made = fit(deck, brand.layout, brand.fonts, brand.minimum_size, diagnostics)
    assert not diagnostics.has_errors, list(diagnostics)
    return made.deck.slides


def words(count: int, seed: int) -> list[Table]:
    """Return tables of text, some cells empty and some long; ¦ begins each row."""
    chosen = random.Random(seed)  # noqa: S311
    said = paragraphs(900, seed=seed, chinese=False)
    texts = cycle(text for text in said if max(map(len, text.split())) < LONGEST_WORD)
    return [
        Table(
            tuple(cell(text) for text in ("¦Kopf", "Mitte", "Ende")),
            tuple(
                (
                    cell("¦" + next(texts)[: chosen.choice((5, 30))]),
                    cell(next(texts)[: chosen.choice((0, 20, 90))]),
                    cell(next(texts)[: chosen.choice((4, 40))]),
                )
                for _ in range(chosen.randint(2, 30))
            ),
            ("l", "l", "l"),
            "A table.",
            SPAN,
        )
        for _ in range(count)
    ]


@pytest.mark.slow
def test_rows_are_as_high_as_we_say(tmp_path: Path) -> None:
    """The first line of each row stands where the heights of the rows above put it.

    Rows of one line are centred, and LibreOffice's lines are less high than PowerPoint's.
    """
    need("libreoffice")
    brands = [plain_brand(font) for font in FONTS]
    decks = [(fitted(brand, words(6, seed)), brand) for seed, brand in enumerate(brands)]
    for (slides, _), pdf in zip(decks, printed(decks, tmp_path), strict=True):
        for slide, page in zip(slides, pages(pdf), strict=True):
            table = the_graphic(slide, Table)
            baselines = sorted({y for y, _, sign in page if sign == "¦"}, reverse=True)
            steps = [above - below for above, below in pairwise(baselines)]
            said = [height / EMU_PER_POINT for height in table.heights]
            assert steps[1:] == pytest.approx(said[1:-1], abs=0.25 * table.size), slide.id


@pytest.mark.slow
def test_decimal_signs_and_units_stand_below_each_other(tmp_path: Path) -> None:
    need("libreoffice")
    texts = ("1.234,5 €", "12,25 €", "0,125 €", "−7,5", "99,99 €")
    rows = tuple((cell("Row"), cell(text)) for text in texts)
    table = Table((), rows, ("l", "r"), "A table.", SPAN)
    decks = [(fitted(brand, [table]), brand) for brand in map(plain_brand, FONTS)]
    for pdf in printed(decks, tmp_path):
        (page,) = pages(pdf)
        commas = [x for _, x, sign in page if sign == ","]
        assert len(commas) == len(texts)
        assert max(commas) - min(commas) < 0.4
        units = [x for _, x, sign in page if sign == "€"]
        assert len(units) == len(texts) - 1
        assert max(units) - min(units) < 0.4


@pytest.mark.slow
def test_nothing_stands_below_the_place_of_the_table(tmp_path: Path) -> None:
    need("libreoffice")
    brand = plain_brand("Calibri")
    ((slides, _),) = decks = [(fitted(brand, words(8, 7)), brand)]
    (pdf,) = printed(decks, tmp_path)
    place = present(brand.layout("bullets", "light").placeholder("body"))
    lowest = (brand.height - place.box.y - place.box.cy) / EMU_PER_POINT
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == len(slides)
    document.close()
    for page in pages(pdf):
        assert min(y for y, _, sign in page if not sign.isspace()) > lowest
