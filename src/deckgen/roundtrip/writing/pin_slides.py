"""Slides whose changes no outline can express: pinned to the edited deck, or added as entries."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from deckgen.importing.outline_yaml import OUTLINE, mapping_yaml
from deckgen.outline.syntax import nodes
from deckgen.outline.syntax.nodes import value_of
from deckgen.roundtrip.comparing.changes import SlideAdded
from deckgen.roundtrip.source_text.author_file import author_file
from deckgen.roundtrip.source_text.list_items import list_lines
from deckgen.roundtrip.writing.edits.edit_entries import MakeEntry, NewEntry, written_key
from deckgen.roundtrip.writing.targets.change_targets import Refusal
from deckgen.roundtrip.writing.targets.draft import Draft, entry_node, entry_place
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.file_names import numbered_names, path_beside

HAND = "hand"
"""The folder for decks whose slides are kept as they are."""
_KEY = "pinned"
_FILES = re.compile(r"(?<![\w/])(?:pictures|data|films|sounds)/[\w.-]+")


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


def pin_slide(draft: Draft, entry: int, slides: Iterable[str], deck: HandDeck) -> Refusal | None:
    """Pin an entry to the slide of a deck; `slides` are the ids by which the deck may know it."""
    span = draft.talk.entries[entry].span
    number = next((deck.numbers[each] for each in slides if each in deck.numbers), None)
    if number is None or len(draft.talk.entries[entry].ids) > 1:
        return Refusal("Its entry has several slides, so it cannot be pinned.", span)
    place, node = entry_place(draft, span), entry_node(draft, span)
    if place is None or isinstance(node, nodes.Sequence) or node is None:
        return Refusal("Its entry is not written with lines of its own.", span)
    if isinstance(node, nodes.Mapping) and node.get("include") is not None:
        return Refusal("It comes from another deck; change it there.", span)
    name = deck.kept_as(draft)
    lines = mapping_yaml({_KEY: {"deck": name, "slide": number}})
    edits = written_key(draft, place, _KEY, lines)
    if edits is None:
        return Refusal("Its entry is not written with a line for each key.", span)
    draft.edit(place.file, edits)
    draft.write(path_beside(deck.outline, name), deck.data)
    return None


def slide_importer(deck: HandDeck, draft: Draft, added: Iterable[SlideAdded]) -> MakeEntry:
    """Return a function from a slide that was added to its entry, or to None if it has none.

    `draft` has the files as they are. `added` are all slides that may be asked for: they are
    imported together at the first call. Their pictures get names of their own beside the outline,
    one name for a picture that several show. A slide that no kind shows is included from a copy of
    the deck in the folder `hand`.
    """
    numbers = sorted({slide.number for slide in added})

    @cache
    def entries() -> dict[int, NewEntry]:
        return _entries(deck, deck.kept_as(draft), numbers)

    return lambda slide: entries().get(slide.number)


def _entries(deck: HandDeck, kept: str, numbers: Sequence[int]) -> dict[int, NewEntry]:
    """Return the entries of slides by their numbers; `kept` is the name of the deck's copy."""
    from deckgen.importing.powerpoint.import_presentation import ORIGINAL, import_presentation

    imported = import_presentation(deck.name, deck.data, Diagnostics(), lambda _: numbers)
    file = author_file(OUTLINE, imported.files[OUTLINE]) if imported else None
    if imported is None or file is None:
        return {}
    slides = value_of(file.root, "slides")
    listed = list_lines(file.source, slides) if isinstance(slides, nodes.Sequence) else None
    if listed is None or len(listed.items) != len(numbers):
        return {}
    column = listed.column + 2
    own: dict[str, str] = {}
    made: dict[int, NewEntry] = {}
    for number, item in zip(numbers, listed.items, strict=True):
        lines = [line.rstrip("\r\n")[column:] for line in listed.lines[item.dash : item.end]]
        files: dict[str, bytes] = {}
        for used in dict.fromkeys(_FILES.findall("\n".join(lines))):
            if used in imported.files:
                folder, _, file_name = used.rpartition("/")
                name = own.setdefault(used, f"{folder}/{HAND}-{number}-{file_name}")
                files[path_beside(deck.outline, name)] = imported.files[used]
        lines = [_FILES.sub(lambda match: own.get(match[0], match[0]), line) for line in lines]
        if lines[0] == f"include: {ORIGINAL}":
            lines[0] = f"include: {kept}"
            files[path_beside(deck.outline, kept)] = deck.data
        made[number] = NewEntry(tuple(lines), files)
    return made
