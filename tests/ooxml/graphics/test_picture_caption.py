"""Headlines and captions beside pictures are read on the ground that the style draws there."""

import io
from pathlib import Path

import pptx
import pytest
from PIL import Image

from deckgen.brand.contrast import TEXT_MINIMUM, contrast_ratio
from deckgen.brand.styles import style_names
from deckgen.deck.graphics import Picture
from deckgen.deck.layout import Layout
from tests.sampled import sampled
from tests.talks import Talk, talk

BRAND = """\
name: Own
style: {}
colors: {{ink: 1B2A2E, paper: FFFFFF, deep: 0F4A50, sand: F4ECE0, accent: A8431C}}
"""


def _talk(style: str, tmp_path: Path) -> Talk:
    brand = tmp_path / "brand.yaml"
    brand.write_text(BRAND.format(style), encoding="utf-8")
    out = io.BytesIO()
    Image.new("RGB", (600, 900), "teal").save(out, "PNG")
    entry = (
        "- title: The square that everybody walks across, seen from above\n"
        "  image: {file: a.png, alt: A square, caption: From the tower of the town hall}\n"
    )
    return talk(entry, brand=brand, files={"a.png": out.getvalue()})


def _fitted(made: Talk) -> tuple[Layout, Picture]:
    slide = made.compiled.fitted.slides[0].slide
    ((_, picture),) = slide.graphics
    assert isinstance(picture, Picture)
    return made.compiled.brand.layout(*slide.layout_key), picture


@pytest.mark.parametrize("style", sampled(style_names(), every=6))
def test_a_caption_is_read_where_it_stands(style: str, tmp_path: Path) -> None:
    made = _talk(style, tmp_path)
    layout, picture = _fitted(made)
    assert picture.caption is not None
    assert picture.caption.box is not None
    ground = layout.color_behind(picture.caption.box)
    (slide,) = pptx.Presentation(io.BytesIO(made.data)).slides
    (caption,) = (shape for shape in slide.shapes if shape.name.startswith("Caption"))
    assert caption._element.find(".//{*}lvl1pPr").get("rtl") == "0"
    color = caption._element.find(".//{*}lvl1pPr/{*}defRPr/{*}solidFill/{*}schemeClr").get("val")
    assert ground is not None
    colors = made.compiled.brand.theme_colors
    assert contrast_ratio(colors[color], ground) >= TEXT_MINIMUM


@pytest.mark.parametrize("style", sampled(style_names(), every=2))
def test_a_headline_beside_a_picture_stays_on_its_ground(style: str, tmp_path: Path) -> None:
    made = _talk(style, tmp_path)
    layout, picture = _fitted(made)
    slide = made.compiled.fitted.slides[0].slide
    title = layout.placeholder("title")
    assert title is not None
    box = dict(slide.placeholders)["title"].box or title.box
    ends = (
        box._replace(cx=box.cx // 50),
        box._replace(x=box.x + box.cx * 49 // 50, cx=box.cx // 50),
    )
    assert len({layout.color_behind(end) for end in ends}) == 1
    assert picture.box is not None
    assert box.x + box.cx <= picture.box.x or box.y + box.cy <= picture.box.y
