"""Capitals of a text beside a picture begin at the picture's upper edge, in every style."""

from pathlib import Path

import pytest

from deckgen.brand.styles import style_names
from deckgen.deck.graphics import Picture
from deckgen.deck.layout import EMU_PER_POINT
from deckgen.deck.slide import Slide
from deckgen.fonts.face import known_face
from tests.fit.graphics.test_captions_in_styles import SHAPES, png
from tests.fit.text.rendered import pages
from tests.talks import Talk, talk
from tests.tools.libreoffice import to_pdf
from tests.tools.needs import need

ENTRIES = """\
- title: A tree
  image: {file: tree.png, alt: A tree}
  bullets: [Hanging gardens, Another point, The last]
- title: A tree and a sentence
  text: Hanging gardens are what we shall see here in May, if the bees come.
  image: {file: tree.png, alt: A tree}
- title: A question
  question: What is to be seen?
  bullets: [Hanging gardens, "Another point, which is a longer one than the first", The last]
  image: {file: tree.png, alt: A tree}
"""
ABOVE = """\
- title: A panorama
  text: Hanging gardens.
  image: {file: tree.png, alt: A tree}
"""
PAGE = 540
"""Points: the height of a page."""


def beside(style: str, shape: str = "square", entries: str = ENTRIES) -> Talk:
    return talk(entries, size="16:9", style=style, files={"tree.png": png(SHAPES[shape])})


def top_of_picture(slide: Slide) -> float:
    """Return the points above the picture of a slide."""
    (top,) = [
        graphic.box.y / EMU_PER_POINT
        for _, graphic in slide.graphics
        if isinstance(graphic, Picture) and graphic.box
    ]
    return top


@pytest.mark.parametrize("style", style_names())
def test_capitals_begin_at_the_upper_edge(style: str) -> None:
    compiled = beside(style).compiled
    for slide in compiled.fitted.slides:
        (text,) = [each for each in slide.texts if each.role in {"body", "second"}]
        level = text.frame.placeholder.level_styles[0]
        cap = known_face((compiled.brand.fonts.named(level.font), False, False)).cap_height
        # A line is 1.2 em high, more where lines are further apart; its baseline lies at 0.95 to 1.
        em = 0.975 + (level.line_spacing / 100 - 1) * 1.2 - cap
        capitals = text.frame.placeholder.inner_box.y / EMU_PER_POINT + em * text.size
        assert capitals == pytest.approx(top_of_picture(slide.slide), abs=1), slide.slide.id
        assert text.frame.placeholder.overrides_box


def test_text_above_a_panorama_stays() -> None:
    (slide,) = beside("panel", "panorama", ABOVE).compiled.fitted.slides
    (text,) = [each for each in slide.texts if each.role in {"body", "second"}]
    assert text.bottom < top_of_picture(slide.slide) * EMU_PER_POINT


@pytest.mark.slow
def test_capitals_begin_there_in_libreoffice(tmp_path: Path) -> None:
    need("libreoffice")
    built = [beside(style) for style in ("panel", "editorial", "civic")]
    files = [tmp_path / f"{at}.pptx" for at in range(len(built))]
    for file, each in zip(files, built, strict=True):
        file.write_bytes(each.data)
    for each, pdf in zip(built, to_pdf(files, tmp_path), strict=True):
        fonts = each.compiled.brand.fonts
        cap = known_face((fonts.body, False, False)).cap_height
        for slide, page in zip(each.compiled.fitted.slides, pages(pdf), strict=True):
            (size,) = [text.size for text in slide.texts if text.role in {"body", "second"}]
            baseline = PAGE - max(y for y, _, sign in page if sign == "H")
            # There a baseline lies 1 em below the top of its line, lower than in PowerPoint.
            assert baseline - cap * size == pytest.approx(top_of_picture(slide.slide), abs=2)
