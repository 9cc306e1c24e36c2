"""Which kinds an outline's words name: only these are imported."""

import pytest

from deckgen.outline.kinds import kinds

ODD = {"titles", "notes", "os", "__init__", "a.b", "cover ", "Cover", "größe", ""}


@pytest.mark.parametrize("more", [0, 200], ids=["few words", "many words"])
def test_the_kinds_among_the_words(more: int) -> None:
    words = {"cover", "bullets", *ODD, *(f"word{number}" for number in range(more))}
    assert [kind.name for kind in kinds(words)] == ["bullets", "cover"]


def test_each_kind_is_found_by_its_name() -> None:
    everything = kinds()
    assert [kinds({kind.name}) for kind in everything] == [(kind,) for kind in everything]
