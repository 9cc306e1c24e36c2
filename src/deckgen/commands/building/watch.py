"""`deckgen build --watch`: the deck again after every save, until Ctrl-C."""

from __future__ import annotations

import contextlib
import datetime as dt
import gc
import math
import threading
import time
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from deckgen.commands.building.many_towns import build_selected, summarize
from deckgen.commands.building.one_deck import taken_over_by, with_hand_edits
from deckgen.commands.options.town_options import BuildRequest, build_options
from deckgen.commands.output.console import report, say, tell_problem
from deckgen.files.workspace import WorkspaceError
from deckgen.pipeline.compile import map_deck
from deckgen.project.incremental_build import WatchedDeck
from deckgen.project.towns.town_selection import known_towns, select_town
from deckgen.support.diagnostics import Diagnostic, Diagnostics, counted
from deckgen.support.exit_codes import ExitCode, RequestError

if TYPE_CHECKING:
    from deckgen.files.file_watcher import FileWatcher
    from deckgen.project.incremental_build import RebuiltTalk

RETRY = 0.5
"""Seconds between two tries to write a deck that another program has open."""
_RETRY_TOWNS = 5.0
"""The same for decks of towns, which are built anew."""
_OBJECTS = 500_000
"""Objects that may be left over before Python searches them for reference cycles."""


def watch_talk(request: BuildRequest, stop: threading.Event | None = None) -> ExitCode:
    """Build the deck of one town, or of the talk, whenever a file of it is saved, until Ctrl-C."""
    from deckgen.pipeline.build_cache import BuildCache
    from deckgen.project.incremental_build import rebuild

    options = build_options(request.outline, request.look, is_clean=request.is_clean)
    cache = BuildCache()
    selection = request.selection
    town = select_town(known_towns(request.outline), selection)
    deck = WatchedDeck(options.outline, request.output, selection)
    with _watching(stop or threading.Event()) as watcher:
        changed: frozenset[str] = frozenset()
        while True:
            began = time.perf_counter()
            built = rebuild(options, town, selection.tags, cache, changed)
            report(deck.unreported(built.diagnostics), (options.outline, options.brand))
            _write(deck, built, began, request)
            gc.collect()  # while nobody waits
            changed = frozenset()
            while not changed:
                changed = watcher.wait(built.files, RETRY if deck.waits else math.inf)
                if watcher.is_stopped:
                    return ExitCode.OK
                if not changed and deck.waits:
                    _write_again(deck)


def _write(deck: WatchedDeck, built: RebuiltTalk, began: float, request: BuildRequest) -> None:
    """Write a deck that was just built, or say why there is none; the old one stays.

    A deck that waits to be written stays, too. `began` is the time in seconds.
    """
    from deckgen.project.diagnostic_report import fitting_report, severity_counts

    problems = f", {severity_counts(built.diagnostics)}" if len(built.diagnostics) else ""
    if built.data is None or built.compiled is None:
        _line(f"no deck{problems}" + (f"; {deck.path} is the one before" if deck.path else ""))
        return
    if request.explain:
        say(fitting_report(built.compiled.fitted.reports), end="")
    compiled, slides = built.compiled, built.compiled.deck.slides
    taken_over = taken_over_by(lambda: map_deck(compiled), built.data)
    try:
        kept = deck.write(built.data, compiled.deck.title, built.files.keys(), taken_over)
    except WorkspaceError as found:
        problem = with_hand_edits(found, deck.path or "", map_deck(compiled), built.data)
        _line(f"{problem.message} It is tried again until it can be.\n  {problem.hint}")
        return
    _tell_kept(kept)
    if problems or not request.quiet:
        seconds = time.perf_counter() - began
        _line(f"{deck.path}: {counted(len(slides), 'slide')} in {seconds:.2f} s{problems}")


def _write_again(deck: WatchedDeck) -> None:
    try:
        kept = deck.write_again()
    except WorkspaceError:  # it was said at the first try
        return
    _tell_kept(kept)
    _line(f"{deck.path}: written now")


def _tell_kept(kept: str | None) -> None:
    if kept is not None:
        _line(f"The file that stood there is kept as {kept}.")


def watch_towns(request: BuildRequest) -> ExitCode:
    """Build the decks of many towns whenever a file of theirs is saved, until Ctrl-C.

    Only the decks are built that are made of the files that changed; at first all, if `force`.
    """
    from deckgen.project.towns.run_tally import Tally
    from deckgen.project.towns.town_run import TownsBuilt, always_read

    earlier: list[Diagnostic] = []
    read: Mapping[str, str | None] = {}
    with _watching(threading.Event()) as watcher:
        while True:
            began, built = time.perf_counter(), TownsBuilt(Diagnostics(), Tally())
            always = always_read(request.outline, request.selection.table)
            try:
                built = build_selected(request._replace(quiet=True), leaves_open=True)
            except RequestError as problem:
                if problem.exit_code is ExitCode.USAGE and not read:
                    raise
                tell_problem(problem.message, problem.hint)
            except SystemExit:  # what is wrong with the table is said already
                pass
            problems, (written, failed, kept) = built.diagnostics, summarize(built)
            seconds = time.perf_counter() - began
            if built.tally.written or list(problems) != earlier:
                report(problems, request.files)
                if not request.quiet or failed:
                    failed = f"\n  {failed}" if failed else ""
                    _line(f"{written} in {seconds:.2f} s{failed}{kept}")
            earlier, request = list(problems), request._replace(force=False)
            if built.stopped:
                break
            # What a run did not come to read again is watched all the same.
            read = {**dict.fromkeys(read), **built.read, **always}
            gc.collect()  # while nobody waits
            watcher.wait(read, _RETRY_TOWNS if built.tally.waiting else math.inf)
    return ExitCode.OK


@contextlib.contextmanager
def _watching(stop: threading.Event) -> Iterator[FileWatcher]:
    """Yield a watcher; Ctrl-C ends it without an error.

    Meanwhile cycles are seldom searched: it takes a fifth of the time of a large talk.
    """
    from deckgen.files.file_watcher import FileWatcher

    before = gc.get_threshold()
    gc.set_threshold(_OBJECTS)
    try:
        yield FileWatcher(stop)
    except KeyboardInterrupt:
        say("")
    finally:
        gc.set_threshold(*before)


def _line(text: str) -> None:
    say(f"{dt.datetime.now().astimezone():%H:%M:%S} {text}")
