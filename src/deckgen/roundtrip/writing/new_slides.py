"""A slide that colleagues added → an entry: a kind by the importer, or the slide as it is."""

import re

from deckgen.importing.imported_talk import OUTLINE
from deckgen.outline.syntax.nodes import Sequence, value_of
from deckgen.roundtrip.comparing.changes import SlideAdded
from deckgen.roundtrip.source_text.author_file import author_file
from deckgen.roundtrip.source_text.list_items import list_lines
from deckgen.roundtrip.writing.draft import Draft
from deckgen.roundtrip.writing.edit_entries import MakeEntry, NewEntry
from deckgen.roundtrip.writing.pin_slides import HAND, HandDeck
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.file_names import path_beside

_FILES = re.compile(r"(?<![\w/])(?:pictures|data|films|sounds)/[\w.-]+")


def slide_importer(deck: HandDeck, draft: Draft) -> MakeEntry:
    """Return what makes the entry of a slide of an edited deck; None: nobody can.

    `draft` has the files as they are.

    Its pictures get names of their own beside the outline. A slide that no kind shows is included
    from a copy of the deck in the folder `hand`.
    """

    def make(slide: SlideAdded) -> NewEntry | None:
        from deckgen.importing.powerpoint.import_presentation import ORIGINAL, import_presentation

        imported = import_presentation(
            deck.name, deck.data, Diagnostics(), lambda _: {slide.number}
        )
        file = author_file(OUTLINE, imported.files[OUTLINE]) if imported else None
        if imported is None or file is None:
            return None
        slides = value_of(file.root, "slides")
        listed = list_lines(file.source, slides) if isinstance(slides, Sequence) else None
        if listed is None or len(listed.items) != 1:
            return None
        item = listed.items[0]
        column = listed.column + 2
        lines = [line.rstrip("\r\n")[column:] for line in listed.lines[item.dash : item.end]]
        files: dict[str, bytes] = {}
        for at, line in enumerate(lines):
            lines[at] = _FILES.sub(lambda match: _own_name(match[0], slide.number), line)
            for used in _FILES.findall(line):
                if used in imported.files:
                    own = path_beside(deck.outline, _own_name(used, slide.number))
                    files[own] = imported.files[used]
        if lines[0] == f"include: {ORIGINAL}":
            kept = deck.kept_as(draft)
            lines[0] = f"include: {kept}"
            files[path_beside(deck.outline, kept)] = deck.data
        return NewEntry(tuple(lines), files)

    return make


def _own_name(name: str, number: int) -> str:
    """Return a name that tells from which slide a file comes: `pictures/hand-6-market.png`."""
    folder, _, file = name.rpartition("/")
    return f"{folder}/{HAND}-{number}-{file}"
