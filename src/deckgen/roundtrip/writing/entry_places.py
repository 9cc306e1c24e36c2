"""Where the entries of the outline stand in their files."""

from collections.abc import Iterator
from typing import NamedTuple

from deckgen.outline.syntax.nodes import Mapping, Node, Sequence
from deckgen.roundtrip.source_text.author_file import Path, node_at
from deckgen.roundtrip.writing.draft import Draft
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
    path = next(_paths(file.root, span, ()), None)
    return None if path is None else EntryPlace(file.name, path)


def _paths(node: Node, span: Span, path: Path) -> Iterator[Path]:
    if isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            if item.span[:3] == span[:3]:
                yield (*path, index)
            yield from _paths(item, span, (*path, index))
    elif isinstance(node, Mapping):
        for index, (_, value) in enumerate(node.pairs):
            yield from _paths(value, span, (*path, index))


def entry_node(draft: Draft, span: Span | None) -> Node | None:
    """Return the node of an entry by its span; None if it is no item of a list."""
    place = entry_place(draft, span)
    file = draft.file(place.file) if place else None
    return node_at(file.root, place.path) if place and file else None
