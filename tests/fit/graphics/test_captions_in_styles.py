"""No caption lies on its picture or leaves the page, in every style and size."""

import io
from functools import cache

import pytest
from PIL import Image

from deckgen.brand.styles import style_names
from deckgen.deck.box import Box
from deckgen.deck.graphics import Picture
from deckgen.deck.layout import EMU_PER_INCH
from tests.sampled import sampled
from tests.talks import talk

SHAPES = {"panorama": (960, 200), "square": (400, 400), "portrait": (300, 700)}
ENTRIES = """\
- title: A tree
  image: {file: tree.png, alt: A tree, caption: What is to be seen on it in May}
- title: A tree and some words
  image: {file: tree.png, alt: A tree, caption: What is to be seen on it in May}
  bullets: [A point of words, Another point, The last]
"""


@cache
def png(size: tuple[int, int]) -> bytes:
    """Return a picture of some pixels."""
    file = io.BytesIO()
    Image.new("RGB", size, "teal").save(file, "PNG")
    return file.getvalue()


@pytest.mark.parametrize("style", sampled(style_names(), every=2))
@pytest.mark.parametrize(("size", "width"), [("16:9", 13.333), ("4:3", 10)])
@pytest.mark.parametrize("shape", SHAPES)
def test_captions_stand_off_their_pictures_and_on_the_page(
    shape: str, size: str, width: float, style: str
) -> None:
    files = {"tree.png": png(SHAPES[shape])}
    fitted = talk(ENTRIES, size=size, style=style, files=files).compiled.fitted
    for slide in fitted.deck.slides:
        (shown,) = [graphic for _, graphic in slide.graphics if isinstance(graphic, Picture)]
        assert shown.box is not None
        assert shown.caption is not None
        caption = shown.caption.box
        assert isinstance(caption, Box)
        assert not shown.box.overlaps(caption)
        assert caption.right < width * EMU_PER_INCH
        assert caption.bottom < 7.5 * EMU_PER_INCH
