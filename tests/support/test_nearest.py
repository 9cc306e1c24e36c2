"""The nearest option is the one that a misspelled word probably means."""

import pytest

from deckgen.support.nearest import nearest

MANY = [f"town-{number:05}" for number in range(10_000)]


@pytest.mark.parametrize(
    ("word", "options", "expected"),
    [
        ("gerra", ["jena", "gera"], "gera"),
        (" GERA ", ["Gera"], "Gera"),
        ("xyzzy", ["gera"], None),
        ("gera", [], None),
        ("a" * 101, ["a" * 100], None),
        ("town-077777", MANY, "town-07777"),
    ],
)
def test_the_nearest_option(word: str, options: list[str], expected: str | None) -> None:
    assert nearest(word, options) == expected
