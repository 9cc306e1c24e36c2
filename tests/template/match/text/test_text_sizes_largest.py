"""Lists of templates grow by a third, to 32 points or to the limit of the brand; none shrinks."""

import pytest

from deckgen.deck.box import Box
from deckgen.deck.layout import EMU_PER_INCH, Placeholder, TextStyle
from deckgen.template.match.text.text_sizes import with_room_to_grow

HEIGHT = round(7.5 * EMU_PER_INCH)


@pytest.mark.parametrize(
    ("size", "limit", "expected"),
    [(18, 0, 24), (28, 0, 32), (28, 30, 30), (18, 40, 24), (36, 0, 36)],
)
def test_the_largest_size_of_a_body(size: int, limit: int, expected: int) -> None:
    body = Placeholder("body", "body", 1, "body", Box(0, 0, 1, 1), (TextStyle(size, "000000"),))
    found = with_room_to_grow(body, HEIGHT, limit)
    assert found.largest_size == expected
