"""What the outline gives today, by its entries, and the author's files with the changes so far.

The text of an entry may go on over several slides; here it is one text.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from deckgen.deck.deck_map import DeckMap, MappedSlide, MappedText
from deckgen.files.memory_overlay import MemoryOverlay
from deckgen.files.workspace import Files, WorkspaceError
from deckgen.outline.syntax.nodes import Mapping, Node, Scalar, Sequence, value_of
from deckgen.roundtrip.source_text.author_file import (
    AuthorFile,
    Path,
    PlacedScalar,
    author_file,
    node_at,
)
from deckgen.roundtrip.source_text.list_items import ListLines, list_lines
from deckgen.roundtrip.source_text.splice_scalar import SourceEdit
from deckgen.support.diagnostics import Span

_GOES_ON = frozenset({"body", "second", "third"})
"""The places whose text goes on over further slides."""


class TalkEntry(NamedTuple):
    """An entry of the outline, and what is shown of it."""

    span: Span | None
    ids: tuple[str, ...]
    """The ids of its slides."""
    texts: tuple[MappedText, ...]
    """Its texts, without the shapes that show them."""
    is_hidden: bool
    section: str = ""
    """The name of the section that begins with it; empty if none does."""
    transition: str = "none"
    links: tuple[str, ...] = ()
    """The addresses that its words lead to."""

    def text(self, place: str) -> MappedText | None:
        """Return the text of a place."""
        return next((text for text in self.texts if text.place == place), None)


class CurrentTalk(NamedTuple):
    """What the outline gives today."""

    deck: DeckMap
    outline: Node
    """Its nodes in the version of the deck, with its variables, which are not inserted."""
    entries: tuple[TalkEntry, ...]
    of_slides: dict[str, int]
    """The index of the first entry that a slide comes from, by the slide's id."""
    starts: dict[tuple[str, int, int], int]
    """The index of the first entry that begins at a place: file, line and column."""
    titles: tuple[Scalar, ...]
    """The title of the talk, and those of overviews of questions."""


def current_talk(deck: DeckMap, outline: Node) -> CurrentTalk:
    """Return a talk with its slides by their entries; one without a span is an entry of its own."""
    groups = groupby(deck.slides, lambda slide: slide.span or slide.id)
    entries = tuple(_entry(*slides) for _, slides in groups)
    of_slides = dict[str, int]()
    starts = dict[tuple[str, int, int], int]()
    for at, entry in enumerate(entries):
        for slide_id in entry.ids:
            of_slides.setdefault(slide_id, at)
        if entry.span:
            starts.setdefault(entry.span[:3], at)
    return CurrentTalk(deck, outline, entries, of_slides, starts, tuple(_titles(outline)))


def _titles(outline: Node) -> Iterator[Scalar]:
    slides = value_of(outline, "slides")
    items: tuple[Node, ...] = slides.items if isinstance(slides, Sequence) else ()
    overviews = (
        each for each in items if isinstance(each, Mapping) and each.get("questions") is not None
    )
    for node in (outline, *overviews):
        title = value_of(node, "title")
        if isinstance(title, Scalar):
            yield title


def _entry(first: MappedSlide, *others: MappedSlide) -> TalkEntry:
    texts = {text.place: list(text.paragraphs) for text in first.texts}
    for slide in others:
        for text in slide.texts:
            if text.place in _GOES_ON:
                texts.setdefault(text.place, []).extend(text.paragraphs)
            else:
                texts.setdefault(text.place, list(text.paragraphs))
    return TalkEntry(
        first.span,
        (first.id, *(slide.id for slide in others)),
        tuple(MappedText(place, 0, tuple(paragraphs)) for place, paragraphs in texts.items()),
        first.is_hidden,
        first.section,
        first.transition,
        (*first.links, *(link for slide in others for link in slide.links)),
    )


def is_yaml(name: str) -> bool:
    """Return whether a file has nodes, by its name; else it is a table."""
    return name.lower().endswith((".yaml", ".yml"))


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

    def scalar(self, span: Span) -> tuple[AuthorFile, PlacedScalar] | None:
        """Return the scalar that holds a place, and its file; None if there is none."""
        file = self.file(span.file) if is_yaml(span.file) else None
        placed = file.at(span) if file else None
        return (file, placed) if file and placed else None

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
