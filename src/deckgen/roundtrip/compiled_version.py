"""The version of a talk that a deck is of, compiled from files that may be in memory."""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from deckgen.files.workspace import Files
from deckgen.outline.expand.variant import Variant, apply_variant
from deckgen.pipeline.build_cache import BuildCache
from deckgen.pipeline.compile import Compiled, compile_nodes, compile_words, map_deck
from deckgen.pipeline.find_brand import BrandFile
from deckgen.pipeline.read_source import Source, read_nodes
from deckgen.project.towns.town import Town
from deckgen.roundtrip.writing.targets.change_targets import CurrentTalk, current_talk
from deckgen.support.diagnostics import Diagnostics


class TalkVersion(NamedTuple):
    """What a deck is made of, beside the files."""

    outline: str
    town: Town
    cache: BuildCache
    """What does not change when words change."""
    brand_file: BrandFile | None = None
    style: str | None = None


def compile_version(
    version: TalkVersion, files: Files, diagnostics: Diagnostics
) -> CurrentTalk | None:
    """Return what a version of a talk shows; None, with errors, if it cannot be made."""
    return _compiled_with(compile_nodes, version, files, diagnostics)


def compile_version_words(
    version: TalkVersion, files: Files, diagnostics: Diagnostics
) -> CurrentTalk | None:
    """Do the same without drawing pictures, and without reading slides of other decks.

    Its map has the words and boxes of the talk, but knows other pictures and other decks only by
    their names.
    """
    return _compiled_with(compile_words, version, files, diagnostics)


_Compile: TypeAlias = Callable[[Source, Variant, BuildCache, Diagnostics], Compiled | None]


def _compiled_with(
    compile_source: _Compile, version: TalkVersion, files: Files, diagnostics: Diagnostics
) -> CurrentTalk | None:
    nodes = read_nodes(version.outline, files, diagnostics)
    variant = version.town.variant
    if version.town.file is not None:
        file = read_nodes(version.town.file, files, diagnostics)
        variant = variant._replace(file=file)
    if nodes is None or diagnostics.has_errors:
        return None
    source = Source(version.outline, nodes, files, version.brand_file, version.style)
    compiled = compile_source(source, variant, version.cache, diagnostics)
    if compiled is None:
        return None
    return current_talk(map_deck(compiled), apply_variant(nodes, variant, Diagnostics()))
