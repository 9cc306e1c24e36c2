"""One talk built again and again: only what its changed files went into is made anew."""

from collections.abc import Sequence
from typing import NamedTuple

from deckgen.files.tracked_files import TrackedFiles
from deckgen.files.workspace import Workspace
from deckgen.outline.syntax.nodes import Scalar
from deckgen.pipeline.build_cache import BuildCache
from deckgen.pipeline.compile import Compiled, deck_bytes
from deckgen.project.towns.town import Town, town_files
from deckgen.project.towns.town_builder import BuildOptions, TownBuilder
from deckgen.support.diagnostics import Diagnostics

_MOST_PACKED = 64 * 1024 * 1024
"""Bytes of packed parts that are kept; old states of pictures are among them."""


class RebuiltTalk(NamedTuple):
    """A talk as it is now."""

    compiled: Compiled | None
    diagnostics: Diagnostics
    data: bytes | None
    """The deck; None if there is an error."""
    files: dict[str, str | None]
    """What was read of each file, for `file_changes_since`."""


def rebuild(
    options: BuildOptions,
    town: Town,
    tags: Sequence[Scalar],
    cache: BuildCache,
    changed: frozenset[str] = frozenset(),
) -> RebuiltTalk:
    """Return the deck of a town, or of the talk, as the files say now.

    `cache` is what earlier decks left, and `changed` names the files that changed since. The cache
    grows no further than the talk does.
    """
    cache.forget(changed)
    if sum(len(body) for _, _, body in cache.packed.values()) > _MOST_PACKED:
        cache.packed.clear()
    builder = TownBuilder(options, cache)
    own, diagnostics = TrackedFiles(Workspace.around(options.outline)), Diagnostics()
    builder.check_names(
        town_files(options.outline, Workspace.around(options.outline)), tags, diagnostics
    )
    compiled = builder.compile(town, diagnostics, own)
    data = None
    if compiled is not None and not diagnostics.has_errors:
        data = deck_bytes(compiled, options.epoch, cache.packed)
    brands = {name: None for brand in cache.brands.values() for name in brand.read}
    return RebuiltTalk(compiled, diagnostics, data, {**brands, **builder.asked(own)})
