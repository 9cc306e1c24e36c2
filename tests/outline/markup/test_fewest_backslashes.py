"""A sign has a backslash only where the text would else be read as something other than it is."""

import re
from collections.abc import Callable

import pytest

from deckgen.outline.markup.fewest_backslashes import fewest_backslashes


def without(pattern: str) -> Callable[[str], bool]:
    """Return what reads a text wrongly where the pattern occurs without a backslash before it."""
    return lambda text: re.search(rf"(?<!\\){pattern}", text) is None


@pytest.mark.parametrize(
    ("text", "misread", "expected"),
    [
        pytest.param("a: b@c", "!", "a: b@c", id="nothing is misread"),
        pytest.param("a: b@c", "b@c", r"a: b\@c", id="one sort of sign"),
        pytest.param("a: b :c: d", ":c:", r"a: b \:c: d", id="the first of those that are needed"),
        pytest.param("[a] [b](c)", r"\[b\]", r"[a] \[b](c)", id="the opening bracket decides"),
        pytest.param("*a* 2 * 3", r"\*a\*", r"\*a\* 2 \* 3", id="signs in pairs keep theirs"),
        pytest.param("::" * 7 + "a", ":a", r"\:" * 14 + "a", id="of very many, all"),
    ],
)
def test_backslashes(text: str, misread: str, expected: str) -> None:
    pieces = [(piece, bool(at % 2)) for at, piece in enumerate(re.split(r"([*@:\[\]])", text))]
    assert fewest_backslashes(pieces, without(misread)) == expected
