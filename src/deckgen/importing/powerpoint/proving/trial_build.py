"""The outline of some entries, built in memory."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from deckgen.files.memory_overlay import MemoryOverlay, NoFiles
from deckgen.importing.imported_talk import OUTLINE
from deckgen.importing.outline_entry import OutlineEntry, Value
from deckgen.importing.outline_yaml import outline_yaml
from deckgen.importing.powerpoint.reading.source_slide import SourceSlide
from deckgen.outline.expand.variant import AS_WRITTEN
from deckgen.pipeline.build_cache import BuildCache
from deckgen.pipeline.compile import Compiled, compile_nodes
from deckgen.pipeline.read_source import Source, read_nodes
from deckgen.support.diagnostics import Diagnostics


class Choice(NamedTuple):
    """The entries that a slide may be: kinds, the best first; its include; its words alone."""

    slide: SourceSlide
    entries: tuple[OutlineEntry, ...]

    @property
    def is_included(self) -> bool:
        """Whether no kind is left."""
        return len(self.entries) <= 2

    def without_first(self) -> "Choice":
        """Return the choice without its best entry, if another is left."""
        return self._replace(entries=self.entries[1:] or self.entries)

    def included(self) -> "Choice":
        """Return the choice without its kinds."""
        return self._replace(entries=self.entries[-2:])

    def with_id(self) -> "Choice":
        """Return the choice with the id of its slide in each entry."""
        id_ = {"id": self.slide.id}
        entries = tuple(each._replace(keys={**id_, **each.keys}) for each in self.entries)
        return self._replace(entries=entries)


class Proof(NamedTuple):
    """What the outlines have in common that are built, and what shows that they are right."""

    head: Mapping[str, Value]
    files: Mapping[str, bytes]
    brand: str
    """The name of the brand's file."""
    cache: BuildCache
    texts: Mapping[int, str] = MappingProxyType({})
    """The slides of an untouched deck of ours as text, by number: a kind has to show the same."""


def compile_entries(
    proof: Proof, entries: Iterable[OutlineEntry], diagnostics: Diagnostics
) -> tuple[Compiled | None, str]:
    """Return the deck of some entries, and their outline; None instead if it cannot be made."""
    text = outline_yaml(proof.head, entries)
    files = MemoryOverlay({**proof.files, OUTLINE: text.encode()}, NoFiles())
    nodes = read_nodes(OUTLINE, files, diagnostics)
    if nodes is None:
        return None, text
    source = Source(OUTLINE, nodes, files)
    return compile_nodes(source, AS_WRITTEN, proof.cache, diagnostics), text


def entry_lines(text: str) -> list[int]:
    """Return the lines, from 1, on which entries begin."""
    lines = text.split("\n")
    start = lines.index("slides:")
    return [n for n, line in enumerate(lines, 1) if n > start and line.startswith("  - ")]


def entry_at(starts: Sequence[int], line: int) -> int | None:
    """Return the index of the entry that a line belongs to, given the lines of `entry_lines`."""
    before = bisect_right(starts, line)
    return before - 1 if before else None
