"""Where the entries of the outline stand in their files."""

from typing import NamedTuple

from deckgen.outline.syntax.nodes import Node
from deckgen.roundtrip.source_text.author_file import Path
from deckgen.roundtrip.writing.targets.draft import Draft
from deckgen.support.diagnostics import Span


class EntryPlace(NamedTuple):
    """An entry in its file: the way to it, which edits of other entries do not change."""

    file: str
    path: Path


def entry_place(draft: Draft, span: Span | None) -> EntryPlace | None:
    """Return the place of an entry by its span; None if it is no item of a list."""
    file = draft.file(span.file) if span else None
    if file is None or span is None:
        return None
    path = file.items.get((span.line, span.column))
    return None if path is None else EntryPlace(file.name, path)


def entry_node(draft: Draft, span: Span | None) -> Node | None:
    """Return the node of an entry by its span; None if it is no item of a list."""
    place = entry_place(draft, span)
    return draft.node(*place) if place else None
