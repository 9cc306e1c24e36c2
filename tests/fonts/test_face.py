"""Faces of fonts, and which of them are for code by their names."""

import pytest

from deckgen.fonts.face import is_known, is_monospaced


@pytest.mark.parametrize(
    ("name", "is_code"),
    [
        *((name, True) for name in ("Consolas", "COURIER NEW", "Courier", "Menlo", "Monaco")),
        *((name, True) for name in ("Liberation Mono", "DejaVuSansMono", "Inconsolata")),
        *((name, True) for name in ("Fira Code", "Source Code Pro", "Lucida Console")),
        *((name, True) for name in ("Lucida Sans Typewriter", "JetBrainsMono Nerd Font")),
        # Their names hold the same letters, their characters are not as wide as each other.
        *((name, False) for name in ("Monotype Corsiva", "Encode Sans", "American Typewriter")),
        *((name, False) for name in ("Arial", "+mn-lt", "")),
    ],
)
def test_fonts_for_code_are_known_by_name(name: str, *, is_code: bool) -> None:
    assert is_monospaced(name) is is_code


@pytest.mark.parametrize(
    ("name", "known"),
    [("Consolas", True), ("CALIBRI", True), ("Arial", True), ("Altenburg Sans", False)],
)
def test_fonts_whose_measures_are_known(name: str, *, known: bool) -> None:
    assert is_known(name) is known
