"""Pictures with few pixels for their size are told."""

import pytest

from deckgen.deck.box import Box
from deckgen.deck.graphics import Media, Picture
from deckgen.deck.layout import EMU_PER_INCH
from deckgen.fit.graphics.pictures import placed_pictures, warn_of_coarse
from deckgen.support.diagnostics import Diagnostics
from tests.fit.graphics.test_pictures import AREA, SPAN, placing


@pytest.mark.parametrize(("pixels", "told"), [(250, ["coarse-picture"]), (2_000, [])])
def test_few_pixels_are_told(pixels: int, told: list[str]) -> None:
    media = Media("/ppt/media/a.png", "image/png", b"", pixels, pixels)
    place = placing()
    placed_pictures(
        (Picture(media, "Alt", SPAN),), AREA._replace(cx=9_000_000, cy=9_000_000), place
    )
    assert [found.code for found in place.diagnostics] == told


@pytest.mark.parametrize(
    ("kind", "wide", "crop", "inches", "said"),
    [
        ("image/png", 600, 0, 10, ""),
        ("image/png", 599, 0, 10, "This picture has few pixels: 599 × 9, for 10.0 inches"),
        ("image/png", 800, 0.125, 10, ""),
        ("image/png", 798, 0.125, 10, "This picture has few pixels: 798 × 9, for 10.0 inches"),
        ("video/mp4", 300, 0, 7.5, "This film has few pixels: 300 × 9, for 7.5 inches"),
        ("image/svg+xml", 10, 0, 10, ""),
    ],
)
def test_a_picture_with_less_than_sixty_pixels_an_inch_is_coarse(
    kind: str, wide: int, crop: float, inches: float, said: str
) -> None:
    media = Media("/ppt/media/a", kind, b"", wide, 9)
    box = Box(0, 0, round(inches * EMU_PER_INCH), 9)
    diagnostics = Diagnostics()
    warn_of_coarse([Picture(media, "", SPAN, box=box, crop=(crop, 0, crop, 0))], diagnostics)
    assert [each.message.partition(" on the")[0] for each in diagnostics] == ([said] * bool(said))


@pytest.mark.parametrize(("crop", "wanted"), [(0, "300"), (0.25, "600")])
def test_the_hint_says_the_pixels_of_the_whole_picture(crop: float, wanted: str) -> None:
    media, box = Media("/ppt/media/a", "image/png", b"", 90, 9), Box(0, 0, 2 * EMU_PER_INCH, 9)
    diagnostics = Diagnostics()
    warn_of_coarse([Picture(media, "", SPAN, box=box, crop=(crop, 0, crop, 0))], diagnostics)
    (told,) = diagnostics
    assert told.hint == f"Take a larger one; {wanted} pixels across would be sharp."
