"""The only door to the disk: read what lies below one folder, write whole files or nothing.

Paths are text here. To import pathlib takes 7 ms, a twentieth of building a talk; what tells of a
failure may do it.
"""

import contextlib
import errno
import os
import re
import stat
import time
from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol, TypeAlias

from deckgen.files.disk_errors import WorkspaceError as WorkspaceError
from deckgen.files.disk_errors import is_a_folder, reading_failed, writing_failed
from deckgen.support.diagnostics import Diagnostics, Span
from deckgen.support.file_names import as_on_disk

StrPath: TypeAlias = str | os.PathLike[str]

LARGEST_FILE = 50 * 1024 * 1024
"""Bytes that a file may have to be read …"""
LARGEST_RECORDING = 500 * 1024 * 1024
"""… and a film or a sound. Building holds it in memory, and once more in the deck."""
_RECORDINGS = (".mp4", ".m4v", ".mov", ".m4a", ".mp3", ".wav")

_PATIENCE = (0.05, 0.1, 0.2, 0.4)
"""Seconds between tries to replace a file that another program holds for a moment."""

_UNFINISHED = re.compile(r"\.deckgen-[0-9a-f]{16}")
_FORGOTTEN = 3600
"""Seconds after which nobody writes a file any more."""


class Stamp(NamedTuple):
    """What changes about a file when somebody writes it."""

    size: int
    changed: int
    """Nanoseconds since 1970."""


class Files(Protocol):
    """What the stages need of the disk."""

    def read(self, name: str) -> bytes:
        """Return the whole file, or raise WorkspaceError."""
        ...


def read_or_report(
    files: Files, name: str, span: Span | None, diagnostics: Diagnostics
) -> bytes | None:
    """Return the whole file; None, with an error, if it cannot be read.

    `span` is the place that names the file; without one the error points at the file itself.
    """
    try:
        return files.read(name)
    except WorkspaceError as problem:
        place = span or Span(name, 1, 1)
        diagnostics.error(problem.code, problem.message, place, problem.hint)
        return None


class Workspace:
    """The files below the folder `within`, named as they are seen from the folder `root`."""

    def __init__(self, root: StrPath, within: StrPath | None = None) -> None:
        self.root = root
        self.within = root if within is None else within

    @classmethod
    def around(cls, file: str) -> "Workspace":
        """Return what lies beside and below a file, all named as seen from the current folder."""
        return cls(".", within=folder_of(file))

    def read(self, name: str) -> bytes:
        """Read a file by its name relative to the folder, or raise WorkspaceError.

        Nothing outside of the folder is read, also not through links; and nothing but regular
        files of at most 50 MB; films and sounds, by their names, of at most 500 MB.
        """
        return _read(self._inside(name), name)

    def names(self, folder: str) -> list[str]:
        """Return the names of the files in a folder, in order; none where there is no folder."""
        try:
            with os.scandir(self._inside(folder)) as entries:
                return sorted(entry.name for entry in entries if entry.is_file())
        except OSError:
            return []

    def stamp(self, name: str) -> Stamp | None:
        """Return the stamp of a file; None if there is none."""
        try:
            found = os.stat(as_on_disk(os.path.join(self.root, name)))
        except (OSError, ValueError):
            return None
        return Stamp(found.st_size, found.st_mtime_ns)

    def sweep(self, folder: str) -> None:
        """Remove unfinished files from a folder that a run left when it was killed, hours ago."""
        old = time.time() - _FORGOTTEN
        with contextlib.suppress(OSError), os.scandir(os.path.join(self.root, folder)) as entries:
            for entry in entries:
                if _UNFINISHED.fullmatch(entry.name) and entry.stat().st_mtime < old:
                    os.unlink(entry.path)

    def remove(self, name: str) -> None:
        """Remove a file, if it is there and may be removed."""
        with contextlib.suppress(OSError):
            os.unlink(as_on_disk(os.path.join(self.root, name)))

    def write(self, name: str, data: bytes) -> str:
        """Write a whole file as `write_atomically` does; relative names lie in the folder."""
        return write_atomically(os.path.join(self.root, name), data, name)

    def write_here(self, name: str, data: bytes) -> None:
        """Write a whole file in the place of what bears the name, be it a link or a file."""
        folder = os.path.realpath(os.path.join(self.root, folder_of(name)))
        path = os.path.join(folder, os.path.basename(name))
        with staged_file(path, data, name) as finished:
            replace_file(finished, path)

    def append_here(self, name: str, data: bytes) -> None:
        """Add to the end of a file that `write_here` wrote; a link is not followed."""
        folder = os.path.realpath(os.path.join(self.root, folder_of(name)))
        path = os.path.join(folder, os.path.basename(name))
        flags = os.O_WRONLY | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0) | _binary()
        try:
            handle = os.open(path, flags)
            with os.fdopen(handle, "ab") as file:
                file.write(data)
        except OSError as problem:
            raise writing_failed(name, path, problem) from None

    def _inside(self, name: str) -> str:
        if not _is_possible(name):
            raise WorkspaceError(
                "missing-file",
                "There is no file of this name: it holds signs that no name can hold.",
                "Type the name of the file.",
            )
        root = os.path.realpath(as_on_disk(self.within))
        path = os.path.realpath(as_on_disk(os.path.join(self.root, name)))
        try:
            inside = os.path.commonpath([root, path]) == root
        except ValueError:  # on Windows: another drive
            inside = False
        if not inside:
            raise WorkspaceError(
                "outside-folder",
                f"{name} lies outside of the folder of the outline.",
                "Copy the file into the folder of the outline, and give its name there.",
            )
        return path


def folder_of(name: str) -> str:
    """Return the folder that a file lies in, as its name says."""
    return os.path.dirname(name) or "."


def with_slashes(name: str) -> str:
    """Return a file's name as outlines and messages write it: `talk/slides.yaml`."""
    parts = name.replace(os.sep, "/").split("/")
    return "/".join(part for part in parts if part != ".") or "."


def read_file(path: StrPath, name: str | None = None) -> bytes:
    """Read a file wherever it lies, or raise WorkspaceError; `name` is what messages call it.

    For what the user names on the command line. Only regular files of at most 50 MB (films and
    sounds 500 MB) are read, so that no device or pipe can hang or fill the memory.
    """
    return _read(as_on_disk(path), str(path) if name is None else name)


def _read(path: str, name: str) -> bytes:
    is_recording = name.lower().endswith(_RECORDINGS)
    most = LARGEST_RECORDING if is_recording else LARGEST_FILE
    try:
        # Not blocking, so that opening a pipe returns at once; what it is, is asked then.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _binary())
    except OSError as problem:
        raise reading_failed(name, path, problem) from None
    try:
        mode = os.fstat(handle).st_mode
        if stat.S_ISDIR(mode):
            raise is_a_folder(name)
        if not stat.S_ISREG(mode):
            raise WorkspaceError(
                "unreadable", f"{name} is no ordinary file.", "Give the name of a file."
            )
        with os.fdopen(handle, "rb", closefd=False) as file:
            data = file.read(most + 1)
    except OSError as problem:
        raise reading_failed(name, path, problem) from None
    finally:
        os.close(handle)
    if len(data) > most:
        hint = "An outline is a few kilobytes; shrink a picture to the size of the slide."
        if is_recording:
            hint = "Cut it to what you show, or save it smaller: HandBrake, preset “Fast 1080p30”."
        raise WorkspaceError(
            "too-large",
            f"{name} is larger than {most // 1024 // 1024} MB.",
            f"Is it the right file? {hint}",
        )
    return data


def write_atomically(path: StrPath, data: bytes, name: str | None = None) -> str:
    """Write a whole file and return its path, or raise WorkspaceError and leave all as it was.

    The folder is made if it is missing. An existing file keeps its permissions; a link is written
    through to what it points at. Whose file it is, is not asked: see `overwriting.write_output`.
    """
    whole = os.path.realpath(as_on_disk(path))
    with staged_file(whole, data, str(path) if name is None else name) as temporary:
        replace_file(temporary, whole)
    return whole


@contextlib.contextmanager
def staged_file(path: str, data: bytes, name: str) -> Iterator[str]:
    """Hand out a finished file in the folder of `path`, ready to be renamed; then remove it.

    The folder is made if it is missing, and taken back if nothing comes to stand in it. The file
    has the permissions of the one at `path`. An OSError, also one of the caller's, becomes a
    WorkspaceError; `name` is what it calls the file.
    """
    if os.path.isdir(path):
        raise is_a_folder(name)
    temporary = None
    folder = os.path.dirname(path)
    missing = missing_folders(folder)
    try:
        os.makedirs(folder, exist_ok=True)
        mode = stat.S_IMODE(os.stat(path).st_mode) if os.path.exists(path) else None
        if mode is not None and not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, "read-only", path)
        temporary = os.path.join(folder, f".deckgen-{os.urandom(8).hex()}")
        with open(temporary, "xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            os.chmod(temporary, mode)
        yield temporary
    except OSError as problem:
        raise writing_failed(name, path, problem) from None
    finally:
        # Gone already, when it became the file itself.
        if temporary is not None:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
        remove_empty(missing)


def missing_folders(folder: str) -> list[str]:
    """Return the folders that are not there: this one, and those above, the lowest first."""
    missing = []
    while folder and not os.path.lexists(folder) and os.path.dirname(folder) != folder:
        missing.append(folder)
        folder = os.path.dirname(folder)
    return missing


def remove_empty(folders: Iterable[str]) -> None:
    """Remove folders, one after the other, until one is not empty."""
    with contextlib.suppress(OSError):
        for folder in folders:
            os.rmdir(folder)


def replace_file(temporary: str, path: str) -> None:
    """Put a finished file in the place of another; a virus scanner may hold that for a moment."""
    for pause in (*_PATIENCE, None):
        try:
            os.replace(temporary, path)
        except PermissionError:
            if pause is None or os.name != "nt":
                raise
            time.sleep(pause)
        else:
            return


def _is_possible(name: str) -> bool:
    """Return whether a file may have a name: no NUL, and no half of a sign."""
    try:
        os.fsencode(name)
    except UnicodeEncodeError:
        return False
    return "\0" not in name


def _binary() -> int:
    return getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
