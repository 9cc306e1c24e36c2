"""Slides with changes that no outline can say: pinned to the deck that has them."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from deckgen.importing.outline_yaml import mapping_yaml
from deckgen.outline.syntax.nodes import Mapping as MappingNode
from deckgen.outline.syntax.nodes import Sequence
from deckgen.roundtrip.writing.edits.edit_entries import written_key
from deckgen.roundtrip.writing.targets.change_targets import CurrentTalk, Refusal
from deckgen.roundtrip.writing.targets.draft import Draft
from deckgen.roundtrip.writing.targets.entry_places import entry_node, entry_place
from deckgen.support.file_names import numbered_names, path_beside

HAND = "hand"
"""The folder for decks whose slides are kept as they are."""
_KEY = "pinned"


class HandDeck(NamedTuple):
    """A deck that was changed by hand."""

    name: str
    """Its file name, without a folder."""
    data: bytes
    outline: str
    """The outline beside which it is kept."""
    numbers: Mapping[str, int] = {}
    """The numbers of its slides, by the ids of those that were built."""

    def kept_as(self, draft: Draft) -> str:
        """Return the name of its copy, as seen from the outline: one that no other file has."""
        return next(
            name
            for name in numbered_names(f"{HAND}/{self.name}")
            if draft.read(path_beside(self.outline, name)) in {None, self.data}
        )

    def keep(self, draft: Draft) -> str:
        """Write the copy into a draft; return its name as seen from the outline."""
        name = self.kept_as(draft)
        draft.write(path_beside(self.outline, name), self.data)
        return name


def pin_slide(
    talk: CurrentTalk, draft: Draft, entry: int, slides: Iterable[str], deck: HandDeck
) -> Refusal | None:
    """Pin an entry to the slide of a deck; `slides` are the ids by which the deck may know it."""
    span = talk.entries[entry].span
    number = next((deck.numbers[each] for each in slides if each in deck.numbers), None)
    if number is None or len(talk.entries[entry].ids) > 1:
        return Refusal("Its entry has several slides, so it cannot be pinned.", span)
    place, node = entry_place(draft, span), entry_node(draft, span)
    if place is None or isinstance(node, Sequence) or node is None:
        return Refusal("Its entry is not written with lines of its own.", span)
    if isinstance(node, MappingNode) and node.get("include") is not None:
        return Refusal("It comes from another deck; change it there.", span)
    name = deck.kept_as(draft)
    lines = mapping_yaml({_KEY: {"deck": name, "slide": number}})
    edits = written_key(draft, place, _KEY, lines)
    if edits is None:
        return Refusal("Its entry is not written with a line for each key.", span)
    draft.edit(place.file, edits)
    deck.keep(draft)
    return None
