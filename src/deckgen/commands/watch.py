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

import click

from deckgen.commands.console import epoch, fail, report
from deckgen.commands.town_options import Asked, one_town, tags_said, target_of_one
from deckgen.diagnostics import Diagnostic, Diagnostics
from deckgen.exit_codes import ExitCode

if TYPE_CHECKING:
    from deckgen.rebuilding import Built
    from deckgen.watching import Watcher

RETRY = 0.5
"""Seconds between two tries to write a deck that another program has open."""
_GARBAGE = 500_000
"""Objects that may be left over, while a deck is built, before they are searched for circles."""


def watch_talk(
    outline: str,
    output: str | None,
    brand: str | None,
    asked: Asked,
    stop: threading.Event | None = None,
) -> ExitCode:
    """Build the deck of one town, or of the talk, whenever a file of it is saved, until Ctrl-C."""
    from deckgen.building import Task
    from deckgen.compile import Shared
    from deckgen.rebuilding import rebuilt
    from deckgen.workspace import with_slashes

    task = Task(with_slashes(outline), brand and with_slashes(brand), epoch())
    town, tags, shared = one_town(outline, asked), tags_said(asked), Shared()
    writer = _Writer(output, asked)
    with _watching(stop or threading.Event()) as watcher:
        changed: frozenset[str] = frozenset()
        while True:
            began = time.perf_counter()
            built = rebuilt(task, town, tags, shared, changed)
            writer.take(built, began)
            _tidy()
            changed = frozenset()
            while not changed:
                changed = watcher.wait(built.files, RETRY if writer.waits else math.inf)
                if watcher.is_stopped:
                    return ExitCode.OK
                if not changed:
                    writer.try_again()


class _Writer:
    """Where the deck goes, what was said about the last one, and a deck that waits for its turn."""

    def __init__(self, output: str | None, asked: Asked) -> None:
        self._output, self._asked = output, asked
        self._target: str | None = None
        self._waiting: bytes | None = None
        self._said = frozenset[tuple[str, str]]()

    @property
    def waits(self) -> bool:
        """Whether there is a deck that could not be written yet."""
        return self._waiting is not None

    def take(self, built: Built, began: float) -> None:
        """Write a deck that was just built, or say why there is none; the old one stays."""
        self._waiting = None
        self._tell(built.found)
        from deckgen.report import count

        found = f", {count(built.found)}" if len(built.found) else ""
        if built.data is None or built.compiled is None:
            kept = f"; {self._target} is the one before" if self._target else ""
            _line(f"no deck{found}{kept}")
            return
        deck = built.compiled.deck
        # The name stays for as long as we watch: a title is saved many times while it is written.
        self._target = self._target or target_of_one(self._output, self._asked, deck.title)
        if self._write(built.data, is_first_try=True):
            count_of = f"{len(deck.slides)} slide{'' if len(deck.slides) == 1 else 's'}"
            _line(f"{self._target}: {count_of} in {time.perf_counter() - began:.2f} s{found}")

    def try_again(self) -> None:
        """Write the deck that waits, if it can be written now."""
        if self._waiting is not None and self._write(self._waiting, is_first_try=False):
            _line(f"{self._target}: written now")

    def _write(self, data: bytes, *, is_first_try: bool) -> bool:
        from deckgen.workspace import Workspace, WorkspaceError

        if self._target is None:
            return False
        try:
            Workspace(".").write(self._target, data)
        except WorkspaceError as problem:
            self._waiting = data
            if is_first_try:
                _line(f"{problem.message} It is tried again until it can be.\n  {problem.hint}")
            return False
        self._waiting = None
        return True

    def _tell(self, found: Diagnostics) -> None:
        """Report errors, and of everything else what was not said after the save before."""
        new = Diagnostics()
        new.found = [
            each
            for each in found
            if each.severity == "error" or (each.code, each.message) not in self._said
        ]
        report(new)
        self._said = frozenset((each.code, each.message) for each in found)


def watch_towns(
    outline: str,
    output: str | None,
    brand: str | None,
    asked: Asked,
    stop: threading.Event | None = None,
) -> ExitCode:
    """Build the decks of many towns whenever a file of theirs is saved, until Ctrl-C.

    Only the decks are built that are made of the files that changed.
    """
    from deckgen.commands.many_towns import in_words, problems_of
    from deckgen.commands.towns_run import TownsBuilt, build_changed

    said: list[Diagnostic] = []
    read: Mapping[str, str | None] = {}
    with _watching(stop or threading.Event()) as watcher:
        while not watcher.is_stopped:
            began, built = time.perf_counter(), TownsBuilt(Diagnostics())
            always = _always_read(outline, asked)
            try:
                built = build_changed(outline, output, brand, asked, force=False, quiet=True)
            except SystemExit as end:  # what is wrong, such as with the table, is said already
                if end.code == ExitCode.USAGE and not read:
                    raise
            problems, told = problems_of(built), in_words(built)
            say = f"{told.written} in {time.perf_counter() - began:.2f} s"
            say += f"\n  {told.failed}" if built.failed else ""
            if built.written or list(problems) != said:
                report(problems)
                _line(say)
            said = list(problems)
            if built.stopped:
                break
            read = {**always, **(built.read or read)}
            _tidy()
            watcher.wait(read, RETRY * 4 if built.is_outside else math.inf)
    return ExitCode.OK


def _always_read(outline: str, asked: Asked) -> dict[str, str]:
    """Return what every run over many towns begins with: the outline, and what lists the towns."""
    from deckgen.towns import FOLDER
    from deckgen.watching import held
    from deckgen.workspace import folder_of, with_slashes

    listed = asked["table"] or f"{folder_of(outline)}/{FOLDER}/"
    return {name: held(name) for name in (with_slashes(outline), listed)}


@contextlib.contextmanager
def _watching(stop: threading.Event) -> Iterator[Watcher]:
    """Hand out a watcher; Ctrl-C is the way to end it, and no mistake."""
    from deckgen.watching import Watcher, WatchingError

    try:
        watcher = Watcher(stop)
    except WatchingError as problem:
        fail(ExitCode.OUTSIDE, problem.message, problem.hint)
    # The process does not end after the first deck, so its garbage must be found: while nobody
    # waits. What the program itself consists of need not be searched each time.
    if watcher.is_slow:
        click.echo("The system cannot tell of changes; the files are looked at again and again.")
    gc.enable()
    before = gc.get_threshold()
    gc.set_threshold(_GARBAGE)
    try:
        yield watcher
    except KeyboardInterrupt:
        click.echo("")
    finally:
        gc.set_threshold(*before)
        watcher.close()


def _tidy() -> None:
    """Find garbage now that the deck is written and nobody waits."""
    gc.collect()


def _line(text: str) -> None:
    click.echo(f"{dt.datetime.now().astimezone():%H:%M:%S} {text}")
