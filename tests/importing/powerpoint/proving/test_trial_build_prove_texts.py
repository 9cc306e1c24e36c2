"""An untouched deck of ours comes back as entries that are built to the same text."""

import pytest

from deckgen.importing.outline_yaml import Item, OutlineEntry
from deckgen.importing.powerpoint.proving.trial_build import (
    Choice,
    Proof,
    choices_as_built,
    compile_entries,
    slide_texts,
)
from deckgen.pipeline.build_cache import BuildCache
from deckgen.pipeline.compile import deck_bytes
from deckgen.support.diagnostics import Diagnostics
from tests.importing.powerpoint.source_slides import source_slide

TREES = OutlineEntry({"title": "Trees", "bullets": (Item("Eleven"),)}, 1)
TOWNS = OutlineEntry({"title": "Towns", "bullets": (Item("Gera"),)}, 2)
QUOTE = OutlineEntry({"quote": "Eleven", "by": "Trees"}, 1)
WRONG = OutlineEntry({"title": "Trees", "bullets": (Item("Twelve"),)}, 1)
AS_IS = OutlineEntry({"title": "As it is", "bullets": (Item("Eleven"),)}, 1)
WORDS = OutlineEntry({"title": "Trees", "text": "Eleven"}, 1)
REFUSED = OutlineEntry({"title": "Trees", "bulets": "Eleven"}, 1)


def with_id(id_: str, entry: OutlineEntry) -> OutlineEntry:
    return entry._replace(keys={"id": id_, **entry.keys})


def proof(*entries: OutlineEntry) -> Proof:
    """Return what proves that entries are built to the deck of others."""
    bare = Proof({"title": "A talk"}, {}, "", BuildCache())
    diagnostics = Diagnostics()
    compiled, _ = compile_entries(bare, entries, diagnostics)
    assert compiled is not None
    assert not diagnostics.has_errors
    texts = slide_texts(deck_bytes(compiled, None))
    return bare._replace(texts=dict(enumerate(texts, 1)))


def choice(number: int, id_: str, *entries: OutlineEntry) -> Choice:
    """Return a choice of entries; the last two stand for the slide as it is."""
    return Choice(source_slide()._replace(number=number, id=id_), entries)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("id_", "entries", "expected"),
    [
        ("trees", (TREES, AS_IS, WORDS), TREES),
        ("trees", (WRONG, TREES, AS_IS, WORDS), TREES),
        ("trees", (WRONG, QUOTE, TREES, AS_IS, WORDS), TREES),
        ("trees", (WRONG, AS_IS, WORDS), AS_IS),
        ("forest", (TREES, AS_IS, WORDS), with_id("forest", TREES)),
        ("forest", (REFUSED, AS_IS, WORDS), REFUSED),
    ],
    ids=["the first", "the second", "the third", "none", "another id", "not built"],
)
def test_the_first_kind_with_the_same_id_and_text_is_taken(
    id_: str, entries: tuple[OutlineEntry, ...], expected: OutlineEntry
) -> None:
    deck = proof(with_id(id_, TREES), TOWNS)
    given = [choice(1, id_, *entries), choice(2, "towns", TOWNS, AS_IS, WORDS)]
    assert [each.entries[0] for each in choices_as_built(deck, given)] == [expected, TOWNS]
