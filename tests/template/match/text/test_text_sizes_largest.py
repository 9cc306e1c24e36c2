"""Lists of templates grow by half, to 32 points or to the limit of the brand; none shrinks."""

import pytest

from deckgen.deck.box import Box
from deckgen.deck.layout import EMU_PER_INCH, EMU_PER_POINT, Mark, Placeholder, TextStyle
from deckgen.template.match.text.text_sizes import with_room_to_grow

HEIGHT = round(7.5 * EMU_PER_INCH)


def text(size: int, color: str = "000000", hanging: int = 0) -> Placeholder:
    mark: Mark = "dot" if hanging else "none"
    style = TextStyle(size, color, indent=-hanging * EMU_PER_POINT, mark=mark)
    return Placeholder("body", "body", 1, "body", Box(0, 0, 1, 1), (style,))


@pytest.mark.parametrize(
    ("size", "title", "limit", "expected"),
    [
        (18, 44, 0, 27),
        (28, 44, 0, 32),
        (28, 44, 30, 30),
        (18, 44, 40, 27),
        (36, 44, 0, 36),
        (24, 36, 0, 28),
        (24, 28, 0, 24),
        (24, 28, 30, 30),
        (24, 0, 0, 32),
    ],
)
def test_the_largest_size_of_a_body(size: int, title: int, limit: int, expected: int) -> None:
    """It is four fifths of the headline's at most, where the brand says no limit."""
    found = with_room_to_grow(text(size), text(title) if title else None, HEIGHT, limit)
    assert found.largest_size == expected


@pytest.mark.parametrize(("color", "expected"), [("000000", 19), ("0F4A50", 22)])
def test_below_a_headline_of_another_colour_a_list_grows_nearly_to_its_size(
    color: str, expected: int
) -> None:
    assert with_room_to_grow(text(18), text(24, color), HEIGHT, 0).largest_size == expected


@pytest.mark.parametrize(("hanging", "expected"), [(18, 27), (13, 23), (8, 18)])
def test_words_grow_no_closer_to_their_marks(hanging: int, expected: int) -> None:
    body = text(18, hanging=hanging)
    assert with_room_to_grow(body, text(44), HEIGHT, 0).largest_size == expected
