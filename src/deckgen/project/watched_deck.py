"""The deck of a talk that is watched: where it goes, and that it waits while it is locked."""

from collections.abc import Callable, Collection

from deckgen.files.overwriting import OverwritePolicy, write_output
from deckgen.files.workspace import Workspace, folder_of
from deckgen.project.output_paths import Output, deck_path
from deckgen.project.towns.town_selection import TownSelection, known_towns
from deckgen.support.diagnostics import Diagnostics, Severity


class WatchedDeck:
    """Its path, the diagnostics of the last build, and a deck that could not be written yet."""

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
