"""Signs of symbol fonts become those that every font has."""

import pytest

from deckgen.importing.powerpoint.reading.paragraphs import with_letters_of_unicode


@pytest.mark.parametrize(
    ("text", "font", "expected"),
    [
        ("now \uf0e0 then", "Wingdings", "now → then"),
        ("good \uf04a", "Wingdings", "good ☺"),
        ("\uf0fc done", "", "✓ done"),
        ("5 \uf06dm", "Symbol", "5 μm"),
        ("\uf020", "Symbol", "\uf020"),
        ("plain → J", "Wingdings", "plain → J"),
    ],
    ids=["arrow", "face", "a font that is not said", "Greek", "unknown", "nothing to do"],
)
def test_signs_of_symbol_fonts(text: str, font: str, expected: str) -> None:
    assert with_letters_of_unicode(text, font) == expected
