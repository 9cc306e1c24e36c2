"""Text for XML is escaped, and has no character that XML excludes."""

import pytest

from deckgen.support.xml_text import escape


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Bund & Länder", "Bund &amp; Länder"),
        ('<"a">', "&lt;&quot;a&quot;&gt;"),
        ("a\tb\r\n", "a&#9;b&#13;&#10;"),
        ("bell\x07, end\uffff", "bell, end"),
        ("a byte of a name\udcff, half a letter\ud83d", "a byte of a name, half a letter"),
        ("\U0001f3d8 \x7f", "\U0001f3d8 \x7f"),
    ],
)
def test_escaped_text(text: str, written: str) -> None:
    assert escape(text) == written
