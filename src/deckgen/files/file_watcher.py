"""Reports which files changed, until it is stopped: docs/decisions/watching.md.

Events of the system only wake the watcher; the content of a file decides whether it changed. So it
does not matter how an editor saves: over the file, beside it and renamed, emptied first, twice.
"""

import contextlib
import math
import os
import threading
import time
from collections.abc import Callable, Collection, Generator, Iterable, Mapping
from typing import NamedTuple

from deckgen.files.tracked_files import MISSING, OUTSIDE, UNREADABLE, digest, whereabouts
from deckgen.files.workspace import Workspace, WorkspaceError, folder_of, read_file
from deckgen.support.exit_codes import ExitCode, RequestError
from deckgen.support.extras import INSTALL_SHOW

_STEP = 5
"""Milliseconds between two looks at what the system reports."""
_TICK = 50
"""Milliseconds after which the system's listener returns though nothing happened."""
_POLL_LISTENING = 1.0
"""Seconds after which files are looked at though nothing was reported, as on network drives."""
_POLL_ALONE = 0.3
"""The same, where the system cannot report changes at all."""
_QUIET = 0.015
"""Seconds without a change after which a save is complete."""
_QUIET_IN_A_BURST = 0.15
"""The same, where one save follows another."""
_BURST = 0.5
"""Saves this many seconds apart belong to one burst."""
_BETWEEN = 0.3
"""Seconds that a file may be empty or missing while it is saved."""
_LONGEST = 2.0
"""Seconds after which a change is reported though saves go on without a pause."""
_COARSE = 3_000_000_000
"""Nanoseconds: some disks (FAT) store the time of a change only to two seconds."""


def file_changes_since(
    read: Callable[[], Mapping[str, str | None]], stop: threading.Event
) -> Generator[frozenset[str], None, None]:
    """Yield the names of files whose content changed, bursts gathered, until `stop` is set.

    `read` is called before each wait, and may return other files each time; files that do not
    exist yet are waited for. It returns the digest (`TrackedFiles.all_digests`) of what was read of
    each file, so that a save while a deck was being built is not lost; None stands for a file that
    was not read since it was last yielded, or never. A name that ends with a slash is a folder,
    whose content is its list of names. Raises RequestError.
    """
    watcher = FileWatcher(stop)
    try:
        while not stop.is_set():
            changed = watcher.wait(read())
            if changed:
                yield changed
    finally:
        watcher.close()


class _FileState(NamedTuple):
    """A file without its content: every writer changes one of these."""

    size: int
    modified: int
    changed: int
    inode: int


class FileWatcher:
    """The files as they were last looked at; for callers that wait for other things as well."""

    def __init__(self, stop: threading.Event) -> None:
        """Raise RequestError where the library is missing."""
        self._stop = stop
        self._events = _FolderEvents(stop)
        self._known: dict[str, str] = {}
        """The digest of each file when it was last reported or read."""
        self._digests: dict[str, tuple[_FileState, int, str]] = {}
        """The digest of each file when it was last opened here, with its state and that time."""
        self._last_report = 0.0

    def close(self) -> None:
        """Stop watching."""
        self._events.close()

    @property
    def is_stopped(self) -> bool:
        """Whether `stop` is set."""
        return self._stop.is_set()

    @property
    def is_slow(self) -> bool:
        """Whether the system reports no changes, so that all files are looked at in turn."""
        return self._events.are_unavailable

    def wait(self, files: Mapping[str, str | None], seconds: float = math.inf) -> frozenset[str]:
        """Return the files that changed, once no save goes on; none after `seconds` or a stop.

        `files` holds the digest of each as it was read, as for `file_changes_since`. Raises
        KeyboardInterrupt.
        """
        self._update_known(files)
        names = list(files)
        until = time.monotonic() + seconds
        while not self._stop.is_set():
            # Of a file outside, the folder of its name alone is listened to.
            self._events.listen(
                f"{folder_of(name)}/" if self._is_outside(name) else name for name in names
            )
            if not self._changed(names):
                left = until - time.monotonic()
                if left <= 0:
                    break
                self._events.wait(left)
                continue
            self._wait_for_quiet(names)
            if changed := self._changed(names):
                self._known.update({name: self._digest(name) for name in changed})
                self._last_report = time.monotonic()
                return frozenset(changed)
        return frozenset()

    def _update_known(self, files: Mapping[str, str | None]) -> None:
        """Take over what was read meanwhile; forget files that are not in `files`."""
        before = self._known
        self._known = {
            name: read
            if read is not None
            else before[name]
            if name in before
            else self._digest(name)
            for name, read in files.items()
        }
        self._digests = {name: self._digests[name] for name in files if name in self._digests}

    def _changed(self, names: Iterable[str]) -> list[str]:
        return [name for name in names if self._digest(name) != self._known[name]]

    def _is_outside(self, name: str) -> bool:
        """Return whether a file must not be read; that its links lead elsewhere is a change."""
        return self._known.get(name, "").startswith(OUTSIDE)

    def _digest(self, name: str) -> str:
        """Return the digest of a file; the file is opened only if its state differs."""
        if self._is_outside(name):
            return whereabouts(name)
        state = _state(name)
        if state is None:
            return MISSING
        before = self._digests.get(name)
        if before is not None and before[0] == state and before[1] - state.modified > _COARSE:
            return before[2]
        now = time.time_ns()
        content = current_digest(name)
        self._digests[name] = state, now, content
        return content

    def _wait_for_quiet(self, names: list[str]) -> None:
        began = time.monotonic()
        pause = _QUIET_IN_A_BURST if began - self._last_report < _BURST else _QUIET
        before = list(map(_state, names))
        quiet = 0.0
        while time.monotonic() - began < _LONGEST:
            if self._stop.wait(pause):
                return
            now = list(map(_state, names))
            quiet = quiet + pause if now == before else 0.0
            before = now
            if quiet and (quiet >= _BETWEEN or not self._is_mid_save(names)):
                return

    def _is_mid_save(self, names: Iterable[str]) -> bool:
        """Return whether a file has just gone or become empty, as editors do while they save.

        On Windows it may also be locked for a moment.
        """
        nothing = {MISSING, UNREADABLE, digest(b"")}
        return any(
            (now := self._digest(name)) in nothing and now != self._known[name] for name in names
        )


class _FolderEvents:
    """Events of the system in the folders that hold the files."""

    def __init__(self, stop: threading.Event) -> None:
        try:
            import watchfiles
        except ImportError:
            raise RequestError(
                "Watching files needs the extra “show”, which is not installed.",
                f"Type: {INSTALL_SHOW}",
                ExitCode.OUTSIDE,
            ) from None
        self._watch = watchfiles.watch
        self._stop = stop
        self._names: tuple[str, ...] = ()
        self._wanted: frozenset[str] = frozenset()
        self._folders: frozenset[tuple[str, int, int]] = frozenset()
        self._events: Generator[Collection[object], None, None] | None = None
        self.are_unavailable = False
        self.listen(["."])

    def listen(self, names: Iterable[str]) -> None:
        """Listen to the folders of these files, also where a folder was replaced by another."""
        files = tuple(names)
        if files != self._names:
            self._names, self._wanted = files, _folders_of(files)
        folders = _existing(self._wanted)
        if folders == self._folders or self.are_unavailable:
            return
        self.close()
        self._folders = folders
        self._events = self._watch(
            *sorted(folder for folder, _, _ in folders),
            watch_filter=None,
            debounce=_STEP * 4,
            step=_STEP,
            stop_event=self._stop,
            rust_timeout=_TICK,
            yield_on_timeout=True,
            debug=False,
            force_polling=False,
            recursive=False,
            ignore_permission_denied=True,
        )
        try:
            next(self._events, None)  # only now it listens
        except FileNotFoundError:
            self.close()  # a folder has just gone; the next call finds out
            self._folders = frozenset()
        except (OSError, RuntimeError):
            self.close()
            self.are_unavailable = True

    def wait(self, seconds: float) -> None:
        """Return when something happened, after some time, or on a stop.

        Raises KeyboardInterrupt.
        """
        if self._events is None:
            self._stop.wait(min(_POLL_ALONE, seconds))
            return
        until = time.monotonic() + min(_POLL_LISTENING, seconds)
        for happened in self._events:
            if happened or time.monotonic() >= until:
                return

    def close(self) -> None:
        """Stop listening."""
        if self._events is not None:
            self._events.close()
            self._events = None


def _folders_of(names: Iterable[str]) -> frozenset[str]:
    """Return the folders that hold the files, also behind a link, and the folders above those.

    Events of the latter report that a folder was replaced.
    """
    folders: set[str] = set()
    for name in names:
        for file in {name, os.path.realpath(name)}:
            folder = folder_of(file)
            while folder not in folders:
                folders.add(folder)
                if not os.path.isabs(folder) and folder not in {"", ".", ".."}:
                    folder = folder_of(folder)
    return frozenset(folders)


def _existing(folders: Iterable[str]) -> frozenset[tuple[str, int, int]]:
    """Return each folder with its device and inode; for a missing one, the nearest above it."""
    names = set()
    for wanted in folders:
        folder = wanted
        while not os.path.isdir(folder) and folder_of(folder) != folder:
            folder = folder_of(folder)
        with contextlib.suppress(OSError):
            state = os.stat(folder)
            names.add((folder, state.st_dev, state.st_ino))
    return frozenset(names)


def _state(name: str) -> _FileState | None:
    try:
        status = os.stat(name)
    except OSError:
        return None
    return _FileState(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def current_digest(name: str) -> str:
    """Return the digest of a file, or of the names in a folder, as it is now."""
    if name.endswith("/"):
        return digest("\0".join(Workspace(name).names(".")).encode())
    try:
        return digest(read_file(name))
    except WorkspaceError as problem:
        return MISSING if problem.code == "missing-file" else UNREADABLE
