"""The kind of an entry is told by its first key that not every kind has."""

import pytest

from deckgen.importing.outline_yaml import Keys, OutlineEntry, kind_of


@pytest.mark.parametrize(
    ("keys", "kind"),
    [
        ({"title": "Towns"}, "title"),
        ({"title": "Towns", "text": "Gera", "image": "a.png"}, "text"),
        ({"cover": "Towns", "subtitle": "Four"}, "cover"),
        ({"id": "a", "title": "Towns", "notes": "Slowly", "lang": "de"}, "title"),
    ],
)
def test_kind_of(keys: Keys, kind: str) -> None:
    assert kind_of(OutlineEntry(keys, 1)) == kind
