"""Text that always fits, on templates of others: as LibreOffice shows it with autofit taken out."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from deckgen.brand.brand import Brand
from deckgen.deck.layout import EMU_PER_POINT
from deckgen.deck.slide import Deck, Slide
from deckgen.files.workspace import Workspace
from deckgen.fit.fit import fit
from deckgen.fit.rearrange import rearrange
from deckgen.ooxml.presentation import write
from deckgen.pipeline.find_brand import BrandFile, read_brand
from deckgen.support.diagnostics import Diagnostics
from tests.fit.text.corpus import paragraphs
from tests.fit.text.rendered import bullets, bullets_slide, pages
from tests.template.test_any_template import FILES, GOOD
from tests.tools.libreoffice import to_pdf
from tests.tools.needs import need
from tests.tools.rendering import page_texts, words_missing

LENGTHS = ((1, 400), (3, 300), (6, 90), (8, 60), (14, 120), (25, 80), (60, 40))
"""Slides by the number of their bullets, and the most letters of each."""
SILENT = [name for name in GOOD if name != "one-layout-title-subtitle"]
"""Templates that draw no words of their own below the place for lists."""
BODY = re.compile(rb"<a:bodyPr[^>]*/>|<a:bodyPr[^>]*><a:normAutofit/></a:bodyPr>")


@pytest.mark.slow
def test_no_text_leaves_its_frame(tmp_path: Path) -> None:
    need("libreoffice")
    brands = {name: brand_on(FILES[name]) for name in SILENT}
    fitted = {name: slides_on(brand) for name, brand in brands.items()}
    files = [
        unfitted(tmp_path / f"{name}.pptx", fitted[name], brand) for name, brand in brands.items()
    ]
    outside = []
    for name, pdf in zip(SILENT, to_pdf(files, tmp_path / "pdf"), strict=True):
        brand = brands[name]
        body = brand.layout("bullets", "light").placeholder("body")
        assert body is not None
        bottom = (brand.height - body.box.y - body.box.cy) / EMU_PER_POINT
        said = [
            word
            for slide in fitted[name]
            for _, content in slide.placeholders
            for word in content.text.upper().split()
        ]
        assert words_missing(said, [text.upper() for text in page_texts(pdf)]) == [], name
        for number, page in enumerate(pages(pdf), 1):
            lowest = min(baseline for baseline, _, sign in page if not sign.isspace())
            if lowest <= bottom:
                outside.append(f"{name}, page {number}: {bottom - lowest:.1f} points")
    assert outside == []


@pytest.mark.slow
@pytest.mark.parametrize("name", GOOD)
def test_no_text_is_smaller_than_the_minimum_or_the_template_itself(name: str) -> None:
    brand = brand_on(FILES[name])
    body = brand.layout("bullets", "light").placeholder("body")
    assert body is not None
    least = min(brand.minimum_size, *(level.size for level in body.level_styles))
    sizes = {
        size
        for slide in slides_on(brand)
        for role, content in slide.placeholders
        if role == "body"
        for size in content.sizes
    }
    assert min(sizes, default=least) >= least


def brand_on(template: Path) -> Brand:
    diagnostics = Diagnostics()
    asked = BrandFile(template.name, Workspace(template.parent))
    found = read_brand(asked, None, None, diagnostics)
    assert found is not None, list(diagnostics)
    return found.brand


def slides_on(brand: Brand) -> tuple[Slide, ...]:
    texts = iter(paragraphs(400, seed=2, chinese=False))
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
    deck = rearrange(Deck("", "de", slides), brand.layout)
    found = fit(deck, brand.layout, brand.fonts, brand.minimum_size, diagnostics)
    assert [one for one in diagnostics if one.severity == "error"] == []
    return found.deck.slides


def unfitted(file: Path, slides: tuple[Slide, ...], brand: Brand) -> Path:
    """Write a deck whose text has the sizes that are written, whatever autofit would make of it."""
    data = write(Deck("Fit", "de-DE", slides), brand, None)
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(file, "w") as copy:
        for name in given.namelist():
            content = given.read(name)
            if name.startswith("ppt/slides/slide"):
                content = BODY.sub(b"<a:bodyPr><a:noAutofit/></a:bodyPr>", content)
            copy.writestr(name, content)
    return file
