"""Reports which files changed, until it is stopped: docs/decisions/watching.md.

The files are looked at again and again; the content of one decides whether it changed. So it does
not matter how an editor saves: over the file, beside it and renamed, emptied first, twice.
"""

import math
import os
import threading
import time
from collections.abc import Callable, Generator, Iterable, Mapping
from typing import NamedTuple

from deckgen.files.tracked_files import MISSING, OUTSIDE, UNREADABLE, digest, whereabouts
from deckgen.files.workspace import Workspace, WorkspaceError, read_file

_LEAST_REST, _LONGEST_REST = 0.03, 1.0
"""Seconds between two looks at all files."""
_LOOKS = 30
"""How many times longer than a look a rest is, within these bounds: many files cost little."""
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
    whose content is its list of names.
    """
    watcher = FileWatcher(stop)
    while not stop.is_set():
        changed = watcher.wait(read())
        if changed:
            yield changed


class _FileState(NamedTuple):
    """A file without its content: every writer changes one of these."""

    size: int
    modified: int
    changed: int
    inode: int


class FileWatcher:
    """The files as they were last looked at; for callers that wait for other things as well."""

    def __init__(self, stop: threading.Event) -> None:
        self._stop = stop
        self._known: dict[str, str] = {}
        """The digest of each file when it was last reported or read."""
        self._digests: dict[str, tuple[_FileState, int, str]] = {}
        """The digest of each file when it was last opened here, with its state and that time."""
        self._last_report = 0.0

    @property
    def is_stopped(self) -> bool:
        """Whether `stop` is set."""
        return self._stop.is_set()

    def wait(self, files: Mapping[str, str | None], seconds: float = math.inf) -> frozenset[str]:
        """Return the files that changed, once no save goes on; none after `seconds` or a stop.

        `files` has digests by name, as for `file_changes_since`. Raises KeyboardInterrupt.
        """
        self._update_known(files)
        names = list(files)
        until = time.monotonic() + seconds
        while not self._stop.is_set():
            began = time.monotonic()
            changed, looked = self._changed(names), time.monotonic()
            if changed:
                self._wait_for_quiet(names)
                if changed := self._changed(names):
                    self._known.update({name: self._digest(name) for name in changed})
                    self._last_report = time.monotonic()
                    return frozenset(changed)
            if looked >= until:
                break
            rest = min(max(_LOOKS * (looked - began), _LEAST_REST), _LONGEST_REST)
            self._stop.wait(min(rest, until - looked))
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
