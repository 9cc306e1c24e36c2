"""A line of a cover that becomes the place of a list."""

import pytest

from deckgen.deck.box import Box
from deckgen.deck.layout import Anchor, Placeholder, TextStyle
from deckgen.template.match.free_areas import with_large_body

_WIDTH, _HEIGHT = 12192000, 6858000


@pytest.mark.parametrize(
    ("height", "anchor", "expected"),
    [
        # A line above or below the title of a cover: a list on it begins at the top.
        (750000, "b", ("t", True)),
        (750000, "ctr", ("t", True)),
        (750000, "t", ("t", False)),
        # A body that has the page already stays as the template wants it.
        (4000000, "b", ("b", False)),
    ],
)
def test_a_list_on_the_line_of_a_cover_begins_at_the_top(
    height: int, anchor: Anchor, expected: tuple[Anchor, bool]
) -> None:
    style = TextStyle(24, "000000")
    line = Placeholder(
        "body", "subTitle", 1, "Line", Box(900000, 500000, 8000000, height), (style,), anchor
    )
    body = with_large_body("bullets", {"body": line}, _WIDTH, _HEIGHT)["body"]
    assert (body.anchor, body.overrides_anchor) == expected
