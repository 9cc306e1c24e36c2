"""`deckgen build --watch`: the deck again after every save, until Ctrl-C."""

from __future__ import annotations

import contextlib
import datetime as dt
import gc
import math
import threading
import time
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from deckgen.commands.console import fail, report, say, tell_problem
from deckgen.commands.options.town_options import build_options
from deckgen.files.overwriting import OverwritePolicy, write_output
from deckgen.project.output_paths import Output, deck_path
from deckgen.project.town_selection import TownSelection, known_towns, select_town
from deckgen.support.diagnostics import Diagnostic, Diagnostics
from deckgen.support.exit_codes import ExitCode
from deckgen.support.request_error import RequestError

if TYPE_CHECKING:
    from deckgen.files.file_watcher import FileWatcher
    from deckgen.project.incremental_build import RebuiltTalk
    from deckgen.project.town_builder import BuildOptions

RETRY = 0.5
"""Seconds between two tries to write a deck that another program has open."""
_GARBAGE = 500_000
"""Objects that may be left over, while a deck is built, before they are searched for circles."""


def watch_talk(
    outline: str,
    output: Output,
    brand: str | None,
    selection: TownSelection,
    stop: threading.Event | None = None,
    *,
    explain: bool = False,
    quiet: bool = False,
) -> ExitCode:
    """Build the deck of one town, or of the talk, whenever a file of it is saved, until Ctrl-C.

    `explain` says of every slide how its text was fitted; `quiet` says nothing of decks that are
    well.
    """
    from deckgen.pipeline.build_cache import BuildCache
    from deckgen.project.incremental_build import rebuild

    options, cache = build_options(outline, brand), BuildCache()
    town = select_town(known_towns(outline), selection)
    writer = _Writer(options, output, selection, explain=explain, quiet=quiet)
    with _watching(stop or threading.Event()) as watcher:
        changed: frozenset[str] = frozenset()
        while True:
            began = time.perf_counter()
            built = rebuild(options, town, selection.tags, cache, changed)
            writer.take(built, began)
            gc.collect()  # while nobody waits
            changed = frozenset()
            while not changed:
                changed = watcher.wait(built.files, RETRY if writer.waits else math.inf)
                if watcher.is_stopped:
                    return ExitCode.OK
                if not changed:
                    writer.try_again()


class _Waiting(NamedTuple):
    """A deck that is to be written."""

    data: bytes
    replacing: OverwritePolicy


class _Writer:
    """Where the deck goes, what was said about the last one, and a deck that waits for its turn."""

    def __init__(
        self,
        options: BuildOptions,
        output: Output,
        selection: TownSelection,
        *,
        explain: bool,
        quiet: bool,
    ) -> None:
        self._options, self._output, self._selection = options, output, selection
        self._explain, self._quiet = explain, quiet
        self._target: str | None = None
        self._waiting: _Waiting | None = None
        self._said = frozenset[tuple[str, str]]()

    @property
    def waits(self) -> bool:
        """Whether there is a deck that could not be written yet."""
        return self._waiting is not None

    def take(self, built: RebuiltTalk, began: float) -> None:
        """Write a deck that was just built, or say why there is none; the old one stays.

        So does one that waits for its turn.
        """
        self._tell(built.diagnostics)
        from deckgen.project.diagnostic_report import count

        found = f", {count(built.diagnostics)}" if len(built.diagnostics) else ""
        if built.data is None or built.compiled is None:
            kept = f"; {self._target} is the one before" if self._target else ""
            _line(f"no deck{found}{kept}")
            return
        self._waiting = None
        deck = built.compiled.deck
        # The name stays for as long as we watch: a title is saved many times while it is written.
        if self._target is None:
            outline = self._options.outline
            self._target = deck_path(
                self._output.path, outline, self._selection, deck.title, known_towns(outline)
            )
            _sweep(self._target)
        if self._explain:
            from deckgen.project.diagnostic_report import fitting_report

            say(fitting_report(built.compiled.fitted.reports), end="")
        replacing = OverwritePolicy(built.files.keys(), self._output.overwrite)
        waiting = _Waiting(built.data, replacing)
        if self._write(waiting, is_first_try=True) and not (self._quiet and not found):
            count_of = f"{len(deck.slides)} slide{'' if len(deck.slides) == 1 else 's'}"
            _line(f"{self._target}: {count_of} in {time.perf_counter() - began:.2f} s{found}")

    def try_again(self) -> None:
        """Write the deck that waits, if it can be written now."""
        if self._waiting is not None and self._write(self._waiting, is_first_try=False):
            _line(f"{self._target}: written now")

    def _write(self, deck: _Waiting, *, is_first_try: bool) -> bool:
        from deckgen.files.workspace import WorkspaceError

        if self._target is None:
            return False
        try:
            kept = write_output(self._target, deck.data, deck.replacing)
        except WorkspaceError as problem:
            self._waiting = deck
            if is_first_try:
                _line(f"{problem.message} It is tried again until it can be.\n  {problem.hint}")
            return False
        self._waiting = None
        if kept is not None:
            _line(f"The file that stood there is kept as {kept}.")
        return True

    def _tell(self, diagnostics: Diagnostics) -> None:
        """Report errors, and of everything else what was not said after the save before."""
        new = (
            each
            for each in diagnostics
            if each.severity == "error" or (each.code, each.message) not in self._said
        )
        report(Diagnostics(new), (self._options.outline, self._options.brand))
        self._said = frozenset((each.code, each.message) for each in diagnostics)


def _sweep(target: str) -> None:
    """Remove unfinished files beside a deck, from runs that were killed hours ago."""
    from deckgen.files.workspace import Workspace, folder_of

    Workspace(".").sweep(folder_of(target))


def watch_towns(
    outline: str,
    output: Output,
    brand: str | None,
    selection: TownSelection,
    stop: threading.Event | None = None,
    *,
    force: bool = False,
    quiet: bool = False,
) -> ExitCode:
    """Build the decks of many towns whenever a file of theirs is saved, until Ctrl-C.

    Only the decks are built that are made of the files that changed; at first all, if `force`.
    `quiet` says nothing of decks that are well.
    """
    from deckgen.commands.many_towns import build_selected, summarize
    from deckgen.project.run_tally import Tally
    from deckgen.project.town_run import TownsBuilt

    said: list[Diagnostic] = []
    read: Mapping[str, str | None] = {}
    with _watching(stop or threading.Event()) as watcher:
        while not watcher.is_stopped:
            began, built = time.perf_counter(), TownsBuilt(Diagnostics(), Tally())
            always = _always_read(outline, selection.table)
            try:
                built = build_selected(outline, output, brand, selection, force=force, quiet=True)
            except RequestError as problem:
                if problem.exit_code is ExitCode.USAGE and not read:
                    raise
                tell_problem(problem.message, problem.hint)
            except SystemExit:  # what is wrong with the table is said already
                pass
            problems, summary = built.diagnostics, summarize(built)
            line = f"{summary.written} in {time.perf_counter() - began:.2f} s"
            line += f"\n  {summary.failed}" if summary.failed else ""
            line += summary.kept
            if built.tally.written or list(problems) != said:
                report(problems, (outline, brand, selection.table))
                if not quiet or summary.failed:
                    _line(line)
            said, force = list(problems), False
            if built.stopped:
                break
            # What a run did not come to read again is watched all the same.
            read = {**dict.fromkeys(read), **built.read, **always}
            gc.collect()  # while nobody waits
            watcher.wait(read, RETRY * 4 if built.tally.is_outside else math.inf)
    return ExitCode.OK


def _always_read(outline: str, table: str | None) -> dict[str, str]:
    """Return what every run over many towns begins with: the outline, and what lists the towns."""
    from deckgen.files.file_watcher import current_digest
    from deckgen.files.workspace import folder_of, with_slashes
    from deckgen.outline.schema.town_file import TOWNS_FOLDER

    listed = table or f"{folder_of(outline)}/{TOWNS_FOLDER}/"
    return {name: current_digest(name) for name in (with_slashes(outline), listed)}


@contextlib.contextmanager
def _watching(stop: threading.Event) -> Iterator[FileWatcher]:
    """Hand out a watcher; Ctrl-C is the way to end it, and no mistake."""
    from deckgen.files.file_watcher import FileWatcher, WatchingError

    try:
        watcher = FileWatcher(stop)
    except WatchingError as problem:
        fail(ExitCode.OUTSIDE, problem.message, problem.hint)
    # Garbage is found while nobody waits, and seldom else.
    if watcher.is_slow:
        say("The system cannot tell of changes; the files are looked at again and again.")
    before = gc.get_threshold()
    gc.set_threshold(_GARBAGE)
    try:
        yield watcher
    except KeyboardInterrupt:
        say("")
    finally:
        gc.set_threshold(*before)
        watcher.close()


def _line(text: str) -> None:
    say(f"{dt.datetime.now().astimezone():%H:%M:%S} {text}")
