"""The author's files as they shall be, with the places of entries: edits of text in memory."""

from collections.abc import Iterable
from typing import NamedTuple

from deckgen.files.memory_overlay import MemoryOverlay
from deckgen.files.workspace import Files, WorkspaceError
from deckgen.outline.syntax.nodes import Node, Sequence
from deckgen.roundtrip.source_text.author_file import AuthorFile, Path, author_file, node_at
from deckgen.roundtrip.source_text.list_items import ListLines, list_lines
from deckgen.roundtrip.source_text.splice_scalar import SourceEdit
from deckgen.roundtrip.writing.targets.talk_entries import CurrentTalk
from deckgen.support.diagnostics import Span


class Draft:
    """Files in memory in front of those on the disk, which stay as they are, and their talk."""

    def __init__(self, files: Files, talk: CurrentTalk) -> None:
        self._files, self.talk = files, talk
        self.made: dict[str, bytes] = {}
        """The files that are new or other than on the disk, by their names."""
        self._parsed: dict[str, AuthorFile | None] = {}

    @property
    def files(self) -> Files:
        """All files, as they shall be."""
        return MemoryOverlay(dict(self.made), self._files)

    def read(self, name: str) -> bytes | None:
        """Return a file as it shall be; None if it cannot be read."""
        if name in self.made:
            return self.made[name]
        try:
            return self._files.read(name)
        except WorkspaceError:
            return None

    def file(self, name: str) -> AuthorFile | None:
        """Return a file with its nodes; None if it cannot be read, or is no YAML."""
        if name not in self._parsed:
            data = self.read(name)
            self._parsed[name] = None if data is None else author_file(name, data)
        return self._parsed[name]

    def node(self, name: str, path: Path) -> Node | None:
        """Return the node of a file at the end of a path; None if there is none."""
        file = self.file(name)
        return node_at(file.root, path) if file else None

    def listed(self, name: str, path: Path) -> ListLines | None:
        """Return where the items of a list of a file stand; None if it has no line for each."""
        file, node = self.file(name), self.node(name, path)
        return list_lines(file.source, node) if file and isinstance(node, Sequence) else None

    def edit(self, name: str, edits: Iterable[SourceEdit]) -> None:
        """Make edits of a file, which do not overlap, all at once."""
        file = self.file(name)
        if file is not None:
            self.write(name, file.edited(edits))

    def write(self, name: str, data: bytes) -> None:
        """Let a file have other bytes."""
        self.made[name] = data
        self._parsed.pop(name, None)


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
