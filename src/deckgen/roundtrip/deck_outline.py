"""The outline that an edited deck was made of, compiled for the town of that deck."""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from deckgen.deck.deck_map import DeckMap
from deckgen.deck.slide import DeckOrigin
from deckgen.files.workspace import Files
from deckgen.outline.expand.variant import COMMAND_LINE, Variant, apply_variant
from deckgen.pipeline.build_cache import BuildCache
from deckgen.pipeline.compile import Compiled, compile_nodes, deck_bytes, map_deck
from deckgen.pipeline.read_source import Source, read_nodes
from deckgen.project.towns.town_selection import (
    Town,
    TownSelection,
    known_towns,
    located_tags,
    located_variables,
    select_town,
    select_towns,
)
from deckgen.roundtrip.reading.edited_deck import EditedDeck
from deckgen.roundtrip.writing.targets.draft import CurrentTalk, current_talk
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.exit_codes import RequestError
from deckgen.support.file_names import path_beside

_OWN = 0.1
"""The share of the paragraphs that were built from which two maps are of one talk."""
_LEFT = 0.5
"""The same of the paragraphs of today: nearly all others may have been deleted."""


def current_town(origin: DeckOrigin, outline: str, diagnostics: Diagnostics) -> Town:
    """Return the town that a deck was built for, as its file or its row says today.

    Raises RequestError if there is no such town any longer.
    """
    selection = TownSelection(
        variables=located_variables(dict(origin.variables), COMMAND_LINE),
        tags=located_tags(origin.tags),
    )
    if origin.table:
        table = path_beside(outline, origin.table)
        rows = select_towns(outline, selection._replace(table=table), diagnostics)
        for row in rows:
            if row.name == origin.town:
                return row
        raise RequestError(f"{table} has no row for {origin.town} any longer.", "Add the row.")
    towns = (origin.town,) if origin.town else ()
    return select_town(known_towns(outline), selection._replace(towns=towns))


def share_words(base: DeckMap, current: DeckMap) -> bool:
    """Return whether what was built and what an outline gives today are of one talk.

    A talk in which every sentence was rewritten is not recognised.
    """
    old, new = _paragraphs(base), _paragraphs(current)
    shared = len(old & new)
    return not old or shared >= min(_OWN * len(old), _LEFT * max(len(new), 1))


def _paragraphs(deck: DeckMap) -> set[str]:
    return {
        paragraph.words
        for slide in deck.slides
        for text in slide.texts
        for paragraph in text.paragraphs
        if paragraph.words and not paragraph.is_generated
    }


class TalkVersion(NamedTuple):
    """What a deck is made of, beside the files."""

    outline: str
    town: Town
    cache: BuildCache
    """What does not change when words change."""
    style: str | None = None


CompileSource: TypeAlias = Callable[[Source, Variant, BuildCache, Diagnostics], Compiled | None]
"""`compile_nodes`; or `compile_words`, whose map has the words and boxes of the talk, but knows
pictures and other decks only by their names."""


def compile_version(
    version: TalkVersion,
    files: Files,
    diagnostics: Diagnostics,
    compile_source: CompileSource = compile_nodes,
) -> CurrentTalk | None:
    """Return what a version of a talk shows; None, with errors, if it cannot be made."""
    read = _source(version, files, diagnostics)
    compiled = read and compile_source(*read, version.cache, diagnostics)
    if read is None or compiled is None:
        return None
    source, variant = read
    return current_talk(map_deck(compiled), apply_variant(source.nodes, variant, Diagnostics()))


def rebuilt_deck(version: TalkVersion, files: Files, edited: EditedDeck) -> bytes | None:
    """Return the deck that a version gives today, dated as an edited one; None if it gives none."""
    source, diagnostics = _source(version, files, Diagnostics()), Diagnostics()
    compiled = source and compile_nodes(*source, version.cache, diagnostics)
    if compiled is None or diagnostics.has_errors:
        return None
    return deck_bytes(compiled, edited.created)


def _source(
    version: TalkVersion, files: Files, diagnostics: Diagnostics
) -> tuple[Source, Variant] | None:
    nodes = read_nodes(version.outline, files, diagnostics)
    variant = version.town.variant
    if version.town.file is not None:
        file = read_nodes(version.town.file, files, diagnostics)
        variant = variant._replace(file=file)
    if nodes is None or diagnostics.has_errors:
        return None
    return Source(version.outline, nodes, files, style=version.style), variant
