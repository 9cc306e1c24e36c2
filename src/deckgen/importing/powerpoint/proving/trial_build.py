"""The outline of some entries, built in memory; what `deckgen text` shows of a deck built again."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from deckgen.dump.deck_dump import dump_deck
from deckgen.files.memory_overlay import MemoryOverlay, NoFiles
from deckgen.importing.outline_yaml import OUTLINE, OutlineEntry, Value, outline_yaml
from deckgen.importing.powerpoint.reading.source_slide import SourceSlide
from deckgen.outline.expand.variant import AS_WRITTEN
from deckgen.pipeline.build_cache import BuildCache
from deckgen.pipeline.compile import Compiled, compile_nodes, deck_bytes
from deckgen.pipeline.read_source import Source, read_nodes
from deckgen.support.diagnostics import Diagnostics

_MOST_BUILDS = 8
_START = re.compile(r"\n\n(?:section: .*\n\n)?slide \d+")


class Choice(NamedTuple):
    """The entries that a slide may be: kinds, the best first; its include; its words alone."""

    slide: SourceSlide
    entries: tuple[OutlineEntry, ...]

    @property
    def is_included(self) -> bool:
        """Whether no kind is left."""
        return len(self.entries) <= 2

    def without_first(self, why: str = "") -> "Choice":
        """Return the choice without its best entry, if another is left, and why it is that."""
        rest = self._replace(entries=self.entries[1:] or self.entries)
        return rest.included(why) if rest.is_included and not self.is_included else rest

    def included(self, why: str = "") -> "Choice":
        """Return the choice without its kinds; `why` says what is wrong with the last of them."""
        include, *words = self.entries[-2:]
        told = (f"Slide {self.slide.number} stays as it is: {why}.",) if why else include.comments
        return self._replace(entries=(include._replace(comments=told), *words))

    def with_id(self) -> "Choice":
        """Return the choice with the id of its slide in each entry."""
        id_ = {"id": self.slide.id}
        entries = tuple(each._replace(keys={**id_, **each.keys}) for each in self.entries)
        return self._replace(entries=entries)


class Proof(NamedTuple):
    """What all trial outlines have in common, and what proves that they are right."""

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


def slide_texts(deck: bytes) -> tuple[str, ...]:
    """Return each slide of a deck as `deckgen text` shows it, without its number."""
    text = dump_deck(deck, Diagnostics()) or ""
    return tuple(each.rstrip("\n") for each in _START.split(text)[1:])


def choices_as_built(proof: Proof, choices: list[Choice]) -> list[Choice]:
    """Return the choices with which the deck is built again as it was.

    A slide that no kind makes with the same id and text stays as it is, unless others would then
    differ, as they are numbered: a kind has all of its words in any case.
    """
    for _ in range(_MOST_BUILDS):
        built = _built_slides(proof, choices)
        named = [
            each.with_id() if at in built and built[at].id != each.slide.id else each
            for at, each in enumerate(choices)
        ]
        if named == choices:
            break
        choices = named
    chosen, tried = choices, set[int]()
    for _ in range(_MOST_BUILDS):
        differing = _differing(proof, chosen) - tried
        if not differing:
            break
        tried |= {at for at in differing if chosen[at].without_first().is_included}
        chosen = [
            each.without_first() if at in differing - tried else each
            for at, each in enumerate(chosen)
        ]
    if not tried:
        return chosen
    included = [each.included() if at in tried else each for at, each in enumerate(chosen)]
    if not _differing(proof, included):
        return included
    return [choices[at] if at in tried else each for at, each in enumerate(chosen)]


class _BuiltSlide(NamedTuple):
    id: str
    text: str
    """The text of all slides of an entry, as `deckgen text` shows it."""


def _built_slides(proof: Proof, choices: Sequence[Choice]) -> dict[int, _BuiltSlide]:
    """Return what an outline is built to, by the indices of its choices; nothing with errors."""
    diagnostics = Diagnostics()
    compiled, text = compile_entries(proof, [each.entries[0] for each in choices], diagnostics)
    if compiled is None or diagnostics.has_errors:
        return {}
    starts = entry_lines(text)
    texts = slide_texts(deck_bytes(compiled, None, proof.cache.packed))
    built: dict[int, _BuiltSlide] = {}
    for slide, shown in zip(compiled.deck.slides, texts, strict=True):
        at = entry_at(starts, slide.span.line)
        if at is not None:
            first = built.get(at, _BuiltSlide(slide.id, ""))
            built[at] = first._replace(text=first.text + shown)
    return built


def _differing(proof: Proof, choices: Sequence[Choice]) -> set[int]:
    """Return which kinds make slides that differ from those of the deck."""
    built = _built_slides(proof, choices)
    return {
        at
        for at, each in enumerate(choices)
        if at in built and not each.is_included and built[at].text != proof.texts[each.slide.number]
    }
