"""One talk built again and again: only what its changed files went into is made anew.

Its deck may wait to be written while another program has it open.
"""

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from deckgen.files.overwriting import OverwritePolicy, write_output
from deckgen.files.tracked_files import TrackedFiles
from deckgen.files.workspace import Workspace, folder_of
from deckgen.outline.syntax.nodes import Scalar
from deckgen.pipeline.build_cache import BuildCache
from deckgen.pipeline.compile import Compiled, deck_bytes
from deckgen.project.output_paths import Output, deck_path
from deckgen.project.towns.town_builder import BuildOptions, TownBuilder
from deckgen.project.towns.town_selection import Town, TownSelection, known_towns
from deckgen.support.diagnostics import Diagnostics, Severity

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

    `cache` is what earlier decks left, and grows with the talk only; `changed` names changed files.
    """
    cache.forget(changed)
    if sum(len(body) for _, _, body in cache.packed.values()) > _MOST_PACKED:
        cache.packed.clear()
    builder = TownBuilder(options, cache)
    own, diagnostics = TrackedFiles(Workspace.around(options.outline)), Diagnostics()
    builder.check_names(known_towns(options.outline), tags, diagnostics)
    compiled = builder.compile(town, diagnostics, own)
    data = None
    if compiled is not None and not diagnostics.has_errors:
        data = deck_bytes(compiled, options.epoch, cache.packed)
    brands = {name: None for brand in cache.brands.values() for name in brand.read}
    return RebuiltTalk(compiled, diagnostics, data, {**brands, **builder.asked(own)})


class WatchedDeck:
    """The path of a deck, the diagnostics of its last build, and a state not written yet."""

    def __init__(self, outline: str, output: Output, selection: TownSelection) -> None:
        self._outline, self._output, self._selection = outline, output, selection
        self.path: str | None = None
        """The path of the first deck; it stays, as a title is saved many times while typed."""
        self._waiting: tuple[bytes, OverwritePolicy] | None = None
        self._reported = frozenset[tuple[str, str]]()

    @property
    def waits(self) -> bool:
        """Whether there is a deck that could not be written yet."""
        return self._waiting is not None

    def unreported(self, diagnostics: Diagnostics) -> Diagnostics:
        """Return all errors, and of the rest what the build before did not have."""
        new = Diagnostics(
            each
            for each in diagnostics
            if each.severity is Severity.ERROR or (each.code, each.message) not in self._reported
        )
        self._reported = frozenset((each.code, each.message) for each in diagnostics)
        return new

    def write(
        self, data: bytes, title: str, read: Collection[str], is_taken_over: Callable[[str], bool]
    ) -> str | None:
        """Write the deck of a talk, made of the files `read`, as `write_again` does.

        `is_taken_over` is that of OverwritePolicy.
        """
        if self.path is None:
            towns = known_towns(self._outline)
            self.path = deck_path(self._output.path, self._outline, self._selection, title, towns)
            Workspace(".").sweep(folder_of(self.path))
        overwrite = self._output.overwrite
        policy = OverwritePolicy(read, overwrite, is_taken_over=is_taken_over, leaves_open=True)
        self._waiting = data, policy
        return self.write_again()

    def write_again(self) -> str | None:
        """Write the deck that waits; return the name under which a file in its place is kept.

        Raises WorkspaceError; then the deck waits.
        """
        if self._waiting is None or self.path is None:
            return None
        kept = write_output(self.path, *self._waiting)
        self._waiting = None
        return kept
