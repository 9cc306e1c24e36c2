"""The pictures of films and sounds that have none."""

import pytest

from deckgen.media.poster import PosterColors, film_poster, is_film_poster, sound_symbol
from tests.sampled import sampled

COLORS = PosterColors("101010", "FFFFFF", "C00000")


@pytest.mark.parametrize(
    ("film", "units", "pixels"),
    sampled(
        {
            "wide": ((1920, 1080), (1778, 1000), (1280, 720)),
            "square": ((500, 500), (1000, 1000), (1280, 1280)),
            "upright": ((720, 1280), (1000, 1778), (1280, 2276)),
        }
    ),
)
def test_a_poster_has_the_ratio_of_its_film_and_a_symbol_of_one_size_in_the_middle(
    film: tuple[int, int], units: tuple[int, int], pixels: tuple[int, int]
) -> None:
    raster, vector = film_poster(*film, COLORS)
    assert (vector.width, vector.height) == units
    assert (raster.width, raster.height) == pixels
    text = vector.data.decode()
    assert f'viewBox="0 0 {units[0]} {units[1]}"' in text
    assert f'<circle cx="{units[0] // 2}" cy="{units[1] // 2}" r="150" fill="#FFFFFF"/>' in text
    assert is_film_poster(vector.data)


def test_the_symbol_of_a_sound_is_a_square_in_the_colours_of_the_theme() -> None:
    raster, vector = sound_symbol(COLORS)
    assert (raster.width, raster.height, raster.content_type) == (480, 480, "image/png")
    assert vector.data.count(b'fill="#C00000"') == 5
    assert not is_film_poster(vector.data)
