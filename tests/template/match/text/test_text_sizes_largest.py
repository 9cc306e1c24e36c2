"""Lists of templates grow by a third, to 32 points or to the limit of the brand; none shrinks."""

import pytest

from deckgen.deck.box import Box
from deckgen.deck.layout import EMU_PER_INCH, Placeholder, TextStyle
from deckgen.template.match.text.text_sizes import with_room_to_grow

HEIGHT = round(7.5 * EMU_PER_INCH)


@pytest.mark.parametrize(
    ("size", "title", "limit", "expected"),
    [
        (18, 44, 0, 24),
        (28, 44, 0, 32),
        (28, 44, 30, 30),
        (18, 44, 40, 24),
        (36, 44, 0, 36),
        (24, 36, 0, 28),
        (24, 28, 0, 24),
        (24, 28, 30, 30),
        (24, 0, 0, 32),
    ],
)
def test_the_largest_size_of_a_body(size: int, title: int, limit: int, expected: int) -> None:
    """It is four fifths of the headline's at most, where the brand says no limit."""

    def text(size: int) -> Placeholder:
        style = TextStyle(size, "000000")
        return Placeholder("body", "body", 1, "body", Box(0, 0, 1, 1), (style,))

    found = with_room_to_grow(text(size), text(title) if title else None, HEIGHT, limit)
    assert found.largest_size == expected
