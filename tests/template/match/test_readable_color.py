"""Links on templates: in the theme's colour where it can be read, else in that of the text."""

from __future__ import annotations

import pytest

from deckgen.deck.box import Box
from deckgen.deck.layout import Placeholder, TextStyle
from deckgen.template.match.readable_color import with_readable_links

WHITE, BLUE, PURPLE, PALE = "FFFFFF", "0563C1", "954F72", "FF9999"
INK, GREY = "000000", "595959"


@pytest.mark.parametrize(
    ("links", "ground", "text", "expected"),
    [
        pytest.param((BLUE, PURPLE), WHITE, INK, "", id="both can be read"),
        pytest.param((PALE, PURPLE), WHITE, INK, "tx1", id="a weak one, a colour of the theme"),
        pytest.param((BLUE, PALE), WHITE, INK, "tx1", id="weak once it was followed"),
        pytest.param((PALE, PURPLE), WHITE, GREY, GREY, id="a colour of the text's own"),
        pytest.param((PALE, PURPLE), None, INK, "", id="on a picture nobody can tell"),
        pytest.param((), WHITE, INK, "", id="a theme without colours for links"),
    ],
)
def test_colors_of_links(
    links: tuple[str, ...], ground: str | None, text: str, expected: str
) -> None:
    body = Placeholder("body", "body", 1, "Text", Box(0, 0, 1, 1), (TextStyle(20, text),))
    found = with_readable_links(body._replace(background=ground), links, {"tx1": INK})
    assert found.link_color == expected
