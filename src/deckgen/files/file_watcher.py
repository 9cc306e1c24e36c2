"""Which files changed: editors' habits understood, until somebody says stop.

What happens in the folders only wakes us; whether a file changed is decided by what it holds. So it
does not matter how an editor saves: over the file, beside it and renamed, emptied first, or twice.
"""

from __future__ import annotations

import contextlib
import math
import os
import threading
import time
from collections.abc import Callable, Generator, Iterable, Mapping
from typing import NamedTuple

from deckgen.files.tracked_files import MISSING, UNREADABLE, digest
from deckgen.files.workspace import Workspace, WorkspaceError, folder_of, read_file
from deckgen.support.extras import INSTALL_SHOW

_STEP = 5
"""Milliseconds that the system's events are gathered for."""
_SELDOM = 1.0
"""Seconds after which files are looked at though nothing was heard: network drives say nothing."""
_OFTEN = 0.3
"""The same, where the system cannot tell of changes at all."""
_QUIET = 0.015
"""Seconds without a change after which a save is over."""
_QUIET_IN_A_BURST = 0.15
"""The same, where one save follows another."""
_BURST = 0.5
"""Saves this many seconds apart belong to one burst."""
_BETWEEN = 0.3
"""Seconds that a file may be empty or missing while it is saved."""
_LONGEST = 2.0
"""Seconds after which somebody who saves without a pause is shown what there is."""
_COARSE = 3_000_000_000
"""Nanoseconds: some disks (FAT) tell times of change only to two seconds."""


class WatchingError(Exception):
    """Files cannot be watched; `hint` is the way out."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def file_changes(
    files: Callable[[], Iterable[str]], stop: threading.Event
) -> Generator[frozenset[str], None, None]:
    """Yield the names of files whose content changed, bursts gathered, until `stop` is set.

    `files` is asked before each wait, so that it may answer with others after each change; files
    that are not there yet are waited for. What a file held when it was first answered is what it is
    compared with. A name that ends with a slash is a folder: the names in it count. Raises
    WatchingError.
    """
    return file_changes_since(lambda: dict.fromkeys(files()), stop)


def file_changes_since(
    read: Callable[[], Mapping[str, str | None]], stop: threading.Event
) -> Generator[frozenset[str], None, None]:
    """Yield as `file_changes` does, compared with what was read.

    `read` answers with the digest (`Recorded.asked`) of what was read of each file, so that a save
    while a deck was being built is not lost. None stands for a file that was not read since it was
    last yielded. Raises WatchingError.
    """
    watcher = FileWatcher(stop)
    try:
        while not stop.is_set():
            changed = watcher.wait(read())
            if changed:
                yield changed
    finally:
        watcher.close()


class _Glance(NamedTuple):
    """What is seen of a file without opening it; anybody who writes it changes something of it."""

    size: int
    changed: int
    touched: int
    number: int


class FileWatcher:
    """The files as they were last looked at; for those who wait for other things as well."""

    def __init__(self, stop: threading.Event) -> None:
        """Raise WatchingError where the library is missing."""
        self._stop = stop
        self._events = _Events(stop)
        self._told: dict[str, str] = {}
        """What each file held when somebody was told of it, or read it."""
        self._looked: dict[str, tuple[_Glance, int, str]] = {}
        """What each file held when it was last opened here, and when that was."""
        self._last = 0.0

    def close(self) -> None:
        """Watch no longer."""
        self._events.close()

    @property
    def is_stopped(self) -> bool:
        """Whether it is time to end."""
        return self._stop.is_set()

    @property
    def is_slow(self) -> bool:
        """Whether the system tells nothing of changes, so that files are looked at in turn."""
        return self._events.is_deaf

    def wait(self, files: Mapping[str, str | None], seconds: float = math.inf) -> frozenset[str]:
        """Return the files that changed, once they are quiet; none after `seconds`, or to stop.

        `files` says of each what was read, as for `file_changes_since`. Raises KeyboardInterrupt.
        """
        self._take(files)
        names = list(files)
        until = time.monotonic() + seconds
        while not self._stop.is_set():
            self._events.listen(names)
            if not self._changed(names):
                left = until - time.monotonic()
                if left <= 0:
                    break
                self._events.wait(left)
                continue
            self._settle(names)
            changed = self._changed(names)
            if changed:
                self._told.update({name: self._digest(name) for name in changed})
                self._last = time.monotonic()
                return frozenset(changed)
        return frozenset()

    def _take(self, files: Mapping[str, str | None]) -> None:
        """Take over what was read meanwhile; forget the files that are of no interest now."""
        told = self._told
        self._told = {
            name: of if of is not None else told[name] if name in told else self._digest(name)
            for name, of in files.items()
        }
        self._looked = {name: self._looked[name] for name in files if name in self._looked}

    def _changed(self, names: Iterable[str]) -> list[str]:
        return [name for name in names if self._digest(name) != self._told[name]]

    def _digest(self, name: str) -> str:
        """Return what stands for the content of a file; only one that was touched is opened."""
        seen = _glance(name)
        if seen is None:
            return MISSING
        before = self._looked.get(name)
        if before is not None and before[0] == seen and before[1] - seen.changed > _COARSE:
            return before[2]
        now = time.time_ns()
        content = current_digest(name)
        self._looked[name] = seen, now, content
        return content

    def _settle(self, names: list[str]) -> None:
        """Wait until nobody writes any more."""
        began = time.monotonic()
        pause = _QUIET_IN_A_BURST if began - self._last < _BURST else _QUIET
        before = list(map(_glance, names))
        quiet = 0.0
        while time.monotonic() - began < _LONGEST:
            if self._stop.wait(pause):
                return
            now = list(map(_glance, names))
            quiet = quiet + pause if now == before else 0.0
            before = now
            if quiet and (quiet >= _BETWEEN or not self._is_between(names)):
                return

    def _is_between(self, names: Iterable[str]) -> bool:
        """Return whether a file has just gone, or was just emptied: editors do that as they save.

        On Windows it may be held for a moment as well.
        """
        nothing = {MISSING, UNREADABLE, digest(b"")}
        return any(
            (now := self._digest(name)) in nothing and now != self._told[name] for name in names
        )


class _Events:
    """What the system tells of the folders that files lie in."""

    def __init__(self, stop: threading.Event) -> None:
        try:
            from watchfiles._rust_notify import RustNotify
        except ImportError:
            raise WatchingError(
                "Watching files needs the extra “show”, which is not installed.",
                f"Type: {INSTALL_SHOW}",
            ) from None
        self._listener = RustNotify
        self._stop = stop
        self._names: tuple[str, ...] = ()
        self._places: frozenset[str] = frozenset()
        self._folders: frozenset[tuple[str, int, int]] = frozenset()
        self._heard: RustNotify | None = None
        self.is_deaf = False
        self.listen(["."])

    def listen(self, names: Iterable[str]) -> None:
        """Listen to the folders of these files, and to those that have taken their places."""
        wanted = tuple(names)
        if wanted != self._names:
            self._names, self._places = wanted, _places(wanted)
        folders = _folders(self._places)
        if folders == self._folders or self.is_deaf:
            return
        self.close()
        self._folders = folders
        places = sorted(place for place, _, _ in folders)
        try:
            self._heard = self._listener(places, False, False, 0, False, True)  # noqa: FBT003
        except FileNotFoundError:
            self._folders = frozenset()  # gone this moment; the next look finds out
        except (OSError, RuntimeError):
            self.is_deaf = True

    def wait(self, seconds: float) -> None:
        """Return when something happened, or some time has passed, or it is time to stop.

        Raises KeyboardInterrupt.
        """
        if self._heard is None:
            self._stop.wait(min(_OFTEN, seconds))
            return
        least = int(min(_SELDOM, seconds) * 1000) or 1
        said = self._heard.watch(_STEP * 4, _STEP, least, self._stop)
        if said == "signal":
            raise KeyboardInterrupt

    def close(self) -> None:
        """Listen no longer."""
        if self._heard is not None:
            self._heard.close()
            self._heard = None


def _places(names: Iterable[str]) -> frozenset[str]:
    """Return the folders that files lie in, also behind a link, and those on the way to them.

    The latter tell when a folder is replaced.
    """
    places: set[str] = set()
    for name in names:
        for file in {name, os.path.realpath(name)}:
            place = folder_of(file)
            while place not in places:
                places.add(place)
                if not os.path.isabs(place) and place not in {"", ".", ".."}:
                    place = folder_of(place)
    return frozenset(places)


def _folders(places: Iterable[str]) -> frozenset[tuple[str, int, int]]:
    """Return the folders to listen to, each with what tells it from another of its name.

    For one that is missing, the nearest above.
    """
    found = set()
    for place in places:
        here = place
        while not os.path.isdir(here) and folder_of(here) != here:
            here = folder_of(here)
        with contextlib.suppress(OSError):
            state = os.stat(here)
            found.add((here, state.st_dev, state.st_ino))
    return frozenset(found)


def _glance(name: str) -> _Glance | None:
    try:
        found = os.stat(name)
    except OSError:
        return None
    return _Glance(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


def current_digest(name: str) -> str:
    """Return what stands for the content of a file, or of a folder, as it is now."""
    if name.endswith("/"):
        return digest("\0".join(Workspace(name).names(".")).encode())
    try:
        return digest(read_file(name))
    except WorkspaceError as problem:
        return MISSING if problem.code == "missing-file" else UNREADABLE
