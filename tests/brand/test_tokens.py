"""Colours as design manuals write them, and the six digits that are meant."""

import pytest

from deckgen.brand.tokens import hexadecimal_color


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("rgb(0, 51, 68)", "003344"),
        ("rgb(0,51,68)", "003344"),
        ("RGB 0/51/68", "003344"),
        ("255 255 255", "FFFFFF"),
        ("#036", "003366"),
        ("rgb(0, 51, 256)", None),
        ("rgb(0, 51)", None),
        ("red", None),
        ("#12345", None),
        ("1, 2, 3, 4", None),
    ],
)
def test_the_digits_of_a_colour(text: str, digits: str | None) -> None:
    assert hexadecimal_color(text) == digits
