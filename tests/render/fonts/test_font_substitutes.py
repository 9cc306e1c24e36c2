"""Fonts in place of those that are not installed: first of the same widths."""

import pytest

from deckgen.render.fonts.font_substitutes import substitute_families


@pytest.mark.parametrize(
    ("family", "first"),
    [
        ("Calibri", "Carlito"),
        ("CAMBRIA", "Caladea"),
        ("Arial", "Liberation Sans"),
        ("Unknown", "Liberation Sans"),
        ("Unknown Serif", "Liberation Serif"),
        ("Unknown Sans Serif", "Liberation Sans"),
        ("Unknown Mono", "Liberation Mono"),
        ("JetBrains Code", "Liberation Mono"),
        ("", "Liberation Sans"),
    ],
)
def test_the_most_similar_font_stands_first(family: str, first: str) -> None:
    assert substitute_families(family)[0] == first


@pytest.mark.parametrize("family", ["Calibri", "Cambria", "Consolas", "Unknown", "arial", ""])
def test_no_font_stands_in_for_itself(family: str) -> None:
    names = substitute_families(family)
    assert family.casefold() not in {name.casefold() for name in names}
    assert len(names) == len(set(names))
