"""Pictures of more than 8 bits a sample keep their greys; what cannot be read has no colours."""

import io
from typing import Any

import pytest
from PIL import Image

from deckgen.media.raster import png_of, small_copy
from tests.media.sample_pictures import pixels, saved

GREY = Image.new("I;16", (8, 4), 0x8000)
"""Half of white, in 16 bits a sample."""


def test_a_grey_of_16_bits_is_half_of_white_in_8() -> None:
    copy = small_copy(saved(GREY, "PNG"))
    assert copy
    assert copy.colors == [(32, "808080")]
    made = png_of(saved(GREY, "TIFF"))
    assert made
    with Image.open(io.BytesIO(made), formats=("PNG",)) as image:
        assert (image.mode, image.getpixel((0, 0))) == ("L", 0x80)


def test_only_opaque_pixels_have_a_colour() -> None:
    image = Image.new("RGBA", (4, 4), (200, 0, 0, 255))
    image.paste((0, 200, 0, 127), (0, 0, 4, 1))
    copy = small_copy(saved(image, "PNG"))
    assert copy
    assert copy.colors == [(12, "C80000")]


@pytest.mark.parametrize(
    ("mode", "color", "shown"),
    [("CMYK", (0, 255, 255, 0), ("RGB", (255, 0, 0))), ("F", 128.0, ("RGB", (128, 128, 128)))],
)
def test_colours_of_printers_and_fractions_become_those_of_screens(
    mode: str, color: Any, shown: tuple[str, tuple[int, ...]]
) -> None:
    made = png_of(saved(Image.new(mode, (2, 2), color), "TIFF"))
    assert made
    with Image.open(io.BytesIO(made), formats=("PNG",)) as image:
        assert (image.mode, image.getpixel((0, 0))) == shown


@pytest.mark.parametrize("data", [b"", b"Words.", saved(pixels(), "BMP")[:60]])
def test_what_cannot_be_read_has_none(data: bytes) -> None:
    assert small_copy(data) is None
    assert png_of(data) is None
