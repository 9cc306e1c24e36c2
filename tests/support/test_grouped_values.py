"""Values come in groups by their keys, in their order."""

import pytest

from deckgen.support.grouped_values import grouped


@pytest.mark.parametrize(
    ("pairs", "groups"),
    [
        ("", []),
        ("b1 a2 b3", [("b", ["1", "3"]), ("a", ["2"])]),
        ("a1 a1", [("a", ["1", "1"])]),
    ],
    ids=["nothing", "by key", "equal values stay"],
)
def test_values_are_grouped_by_key(pairs: str, groups: list[tuple[str, list[str]]]) -> None:
    assert list(grouped((pair[0], pair[1]) for pair in pairs.split()).items()) == groups
