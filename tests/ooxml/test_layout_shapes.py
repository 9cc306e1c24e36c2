"""Text boxes on slides say all of their style: the presentation may have another one for these."""

import re

import pytest

from deckgen.deck.box import Box
from deckgen.deck.layout import Placeholder, TextStyle
from deckgen.ooxml.layout_shapes import text_box_xml


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (TextStyle(20, "dk1"), 'cap="none" spc="0" baseline="0"'),
        (TextStyle(20, "dk1", capitals=True), 'cap="all" spc="0" baseline="0"'),
        (TextStyle(20, "dk1", tracking=0.05), 'cap="none" spc="100" baseline="0"'),
    ],
)
def test_letters_of_a_text_box(style: TextStyle, expected: str) -> None:
    box = Placeholder("kicker", "body", None, "Kicker", Box(0, 0, 9, 9), (style,), is_text_box=True)
    (level,) = re.findall("<a:lvl1pPr.*<a:defRPr ([^>]*)>", text_box_xml(2, box, "<a:p/>"))
    assert level.endswith(expected)
