"""Pictures are converted if necessary, and scaled to what a slide shows."""

import io

import pytest
from PIL import Image

from deckgen.deck.box import Box
from deckgen.deck.graphics import Media, Picture
from deckgen.deck.slide import Deck, Slide
from deckgen.media.image_inspection import inspect_image
from deckgen.media.prepare import prepare_pictures
from deckgen.support.diagnostics import Diagnostics, Span
from tests.media.sample_pictures import noise, pixels, saved, svg, turned

INCH = 914_400
SPAN = Span("talk.yaml", 3, 5)
HUGE = noise(1_200, 300)


def shown(data: bytes, *inches: float, crop: float = 0) -> tuple[list[Picture], Diagnostics]:
    """Return a picture as it is prepared for places of these widths."""
    media, diagnostics = inspect_image("picture", data), Diagnostics()
    slides = [
        Slide(
            str(wide),
            "bullets",
            "light",
            "en",
            (),
            SPAN,
            graphics=(
                (
                    "body",
                    Picture(
                        media,
                        "",
                        SPAN,
                        box=Box(0, 0, round(wide * INCH), INCH),
                        crop=(crop, 0, 0, 0),
                    ),
                ),
            ),
        )
        for wide in inches
    ]
    deck = prepare_pictures(Deck("Talk", "en", tuple(slides)), {}, diagnostics)
    graphics = [graphic for slide in deck.slides for _, graphic in slide.graphics]
    return [graphic for graphic in graphics if isinstance(graphic, Picture)], diagnostics


def image(media: Media) -> Image.Image:
    return Image.open(io.BytesIO(media.data))


@pytest.mark.parametrize(
    ("data", "inches", "crop", "width"),
    [
        (HUGE, (6,), 0, 1200),  # 200 dots an inch, just as many as there are
        (HUGE, (5,), 0, 1200),  # a little more than needed
        (HUGE, (2,), 0, 400),
        (HUGE, (2, 3, 1), 0, 600),  # the largest place counts
        (HUGE, (2,), 0.5, 800),  # half of it is seen
        (saved(pixels(1200, 300), "PNG"), (2,), 0, 1200),  # a small file stays as it is
    ],
)
def test_no_more_dots_than_a_slide_shows(
    data: bytes, inches: tuple[float, ...], crop: float, width: int
) -> None:
    pictures, found = shown(data, *inches, crop=crop)
    assert list(found) == []
    assert {picture.media.part_name for picture in pictures} == {pictures[0].media.part_name}
    assert pictures[0].media.width == image(pictures[0].media).width == width


@pytest.mark.parametrize(
    ("data", "kind", "size"),
    [
        (turned(6), "JPEG", (30, 40)),
        (turned(3), "JPEG", (40, 30)),
        (saved(pixels(mode="CMYK"), "JPEG"), "JPEG", (40, 30)),
        (saved(pixels(), "WEBP"), "JPEG", (40, 30)),
        (saved(Image.new("RGBA", (40, 30), (255, 0, 0, 90)), "WEBP"), "PNG", (40, 30)),
        (saved(pixels(), "WEBP", lossless=True), "PNG", (40, 30)),
        (
            saved(pixels(), "WEBP", save_all=True, append_images=[pixels(mode="L")]),
            "JPEG",
            (40, 30),
        ),
        (svg("<rect width='20' height='30'/>"), "PNG", (200, 150)),
    ],
)
def test_what_programs_do_not_show_is_converted(
    data: bytes, kind: str, size: tuple[int, int]
) -> None:
    (picture,), found = shown(data, 1)
    assert list(found) == []
    made = image(picture.media)
    assert (made.format, made.size) == (kind, size)
    assert made.mode in {"RGB", "RGBA"}
    assert not made.getexif()
    assert picture.media.content_type == f"image/{kind.lower()}"


@pytest.mark.parametrize(
    ("orientation", "corner"),
    [(1, "top left"), (3, "bottom right"), (6, "top right"), (8, "bottom left")],
)
def test_a_photograph_stands_upright(orientation: int, corner: str) -> None:
    """The dark corner of the file, at the top left, goes where the camera says."""
    (picture,), _ = shown(turned(orientation, 64, 48), 1)
    upright = image(picture.media).convert("RGB")
    across, down = ("right" in corner, "bottom" in corner)
    x, y = (upright.width - 8 if across else 8), (upright.height - 8 if down else 8)
    red, _, blue = upright.getpixel((x, y))  # type: ignore[misc]
    assert red < 60 < blue


def test_an_svg_goes_along_with_its_twin() -> None:
    (picture,), _ = shown(svg("<rect width='9' height='9'/>"), 2)
    assert picture.vector is not None
    assert picture.vector.content_type == "image/svg+xml"
    assert picture.media.part_name.endswith(".png")


def test_colours_for_print_keep_their_look() -> None:
    (picture,), _ = shown(saved(Image.new("CMYK", (40, 30), (0, 255, 255, 0)), "JPEG"), 1)
    red, green, blue = image(picture.media).getpixel((20, 15))  # type: ignore[misc]
    assert red > 200
    assert max(green, blue) < 80


def test_pixels_that_cannot_be_read_are_told_at_the_line() -> None:
    whole = saved(pixels(400, 300), "WEBP")
    broken = whole[:60] + b"\xff" * (len(whole) - 60)
    _, found = shown(broken, 1)
    assert [(one.code, one.span) for one in found] == [("broken-picture", SPAN)]
