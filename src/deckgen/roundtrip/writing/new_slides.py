"""A slide that colleagues added → an entry: a kind by the importer, or the slide as it is."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from deckgen.importing.imported_talk import OUTLINE
from deckgen.outline.syntax import nodes
from deckgen.outline.syntax.nodes import value_of
from deckgen.roundtrip.comparing.changes import SlideAdded
from deckgen.roundtrip.source_text.author_file import author_file
from deckgen.roundtrip.source_text.list_items import list_lines
from deckgen.roundtrip.writing.edits.edit_entries import MakeEntry, NewEntry
from deckgen.roundtrip.writing.pin_slides import HAND, HandDeck
from deckgen.roundtrip.writing.targets.draft import Draft
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.file_names import path_beside

_FILES = re.compile(r"(?<![\w/])(?:pictures|data|films|sounds)/[\w.-]+")


def slide_importer(deck: HandDeck, draft: Draft, added: Iterable[SlideAdded]) -> MakeEntry:
    """Return what makes the entries of the slides `added` to an edited deck; None: nobody can.

    `draft` has the files as they are.

    The slides are imported together when the first is asked for. Their pictures get names of their
    own beside the outline, one name for a picture that several show. A slide that no kind shows is
    included from a copy of the deck in the folder `hand`.
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
                name = own.setdefault(used, _own_name(used, number))
                files[path_beside(deck.outline, name)] = imported.files[used]
        lines = [_FILES.sub(lambda match: own.get(match[0], match[0]), line) for line in lines]
        if lines[0] == f"include: {ORIGINAL}":
            lines[0] = f"include: {kept}"
            files[path_beside(deck.outline, kept)] = deck.data
        made[number] = NewEntry(tuple(lines), files)
    return made


def _own_name(name: str, number: int) -> str:
    """Return a name that tells from which slide a file comes: `pictures/hand-6-market.png`."""
    folder, _, file = name.rpartition("/")
    return f"{folder}/{HAND}-{number}-{file}"
