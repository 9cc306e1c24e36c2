"""A large title that is one line in its own font, and two where a wider one replaces that."""

from typing import Any

import pytest

from deckgen.deck.box import Box
from deckgen.deck.slide import LayoutRole
from deckgen.fonts.text_width import Fonts
from tests.fit.sizes.test_balanced_slides import POINT, fitted, title
from tests.fit.square import FONTS, SQUARE

LIGHT = FONTS._replace(
    heading="Calibri Light", faces={("Calibri Light", False, False): SQUARE, **FONTS.faces}
)
"""Squares, too, but where the font is missing, they are a quarter wider."""


@pytest.mark.parametrize(
    ("fonts", "role", "said", "changes", "squares"),
    [
        pytest.param(LIGHT, "section", "aaa aaaa aaaa", {}, 10, id="in a wider font"),
        pytest.param(LIGHT, "section", "aaa aaaaaaa", {}, None, id="where that has room"),
        pytest.param(FONTS, "section", "aaa aaaa aaaa", {}, None, id="in its own font"),
        pytest.param(LIGHT, "bullets", "aaa aaaa aaaa", {}, None, id="above a list"),
        pytest.param(
            LIGHT,
            "section",
            "aaa aaaa aaaa",
            {"box": Box(0, 0, 140 * POINT, 20 * POINT)},
            None,
            id="without room for a second one",
        ),
    ],
)
def test_a_line_of_a_large_title_that_would_be_two(
    fonts: Fonts, role: LayoutRole, said: str, changes: dict[str, Any], squares: int | None
) -> None:
    """Of two lines, both have room for a wider font, and so has the frame for no word more."""
    found = fitted(title({"font": "heading", **changes}), said, role, fonts=fonts)
    cut = found.side_insets and found.side_insets[1]
    assert (cut and round(14 - cut / POINT / 10)) == squares
