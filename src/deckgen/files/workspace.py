"""Reads files below one folder, and writes files atomically; all other rooms use this module.

Paths are strings: importing pathlib takes 7 ms. Only the making of error messages imports it.
"""

import contextlib
import errno
import os
import re
import stat
import time
from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol

from deckgen.files.disk_errors import WorkspaceError as WorkspaceError
from deckgen.files.disk_errors import folder_error, link_error, reading_failed, writing_failed
from deckgen.support.diagnostics import Diagnostics, Span
from deckgen.support.file_names import StrPath, as_on_disk

LARGEST_FILE = 50 * 1024 * 1024
"""Bytes of a file that is read."""
LARGEST_RECORDING = 500 * 1024 * 1024
"""Bytes of a film or a sound. A build holds it in memory, and again in the deck."""
_RECORDINGS = (".mp4", ".m4v", ".mov", ".m4a", ".mp3", ".wav")

_PATIENCE = (0.05, 0.1, 0.2, 0.4)
"""Seconds between attempts to replace a file that another program holds for a moment."""

_UNFINISHED = re.compile(r"\.deckgen-(?:pack-)?[0-9a-f]{16}")
_FORGOTTEN = 3600
"""Seconds after which an unfinished file or folder is abandoned."""


class Stamp(NamedTuple):
    """What changes when a file is written."""

    size: int
    modified: int
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

    The error is at `span`, which names the file, or else at the file itself.
    """
    try:
        return files.read(name)
    except WorkspaceError as problem:
        place = span or Span(name, 1, 1)
        diagnostics.error(problem.code, problem.message, place, problem.hint)
        return None


class Workspace:
    """The files below the folder `within`; their names are relative to the folder `root`."""

    def __init__(self, root: StrPath, within: StrPath | None = None) -> None:
        self.root = root
        self.within = root if within is None else within

    @classmethod
    def around(cls, file: str) -> "Workspace":
        """Return the workspace of a file's folder; names are relative to the current folder."""
        return cls(".", within=folder_of(file))

    def read(self, name: str) -> bytes:
        """Return a whole file, or raise WorkspaceError.

        Only regular files inside the folder are read, also through links, of at most 50 MB; films
        and sounds, known by the ending of the name, of at most 500 MB.
        """
        return _read(self._inside(name), name)

    def names(self, folder: str) -> list[str]:
        """Return the sorted names of the files in a folder; none if none of this name is inside."""
        try:
            with os.scandir(self._inside(folder)) as entries:
                return sorted(entry.name for entry in entries if entry.is_file())
        except (OSError, WorkspaceError):
            return []

    def stamp(self, name: str) -> Stamp | None:
        """Return the stamp of a file; None if there is none."""
        try:
            status = os.stat(as_on_disk(os.path.join(self.root, name)))
        except (OSError, ValueError):
            return None
        return Stamp(status.st_size, status.st_mtime_ns)

    def sweep(self, folder: str) -> None:
        """Remove the unfinished files and folders of runs that were killed over an hour ago."""
        old = time.time() - _FORGOTTEN
        with contextlib.suppress(OSError), os.scandir(os.path.join(self.root, folder)) as entries:
            for entry in entries:
                if _UNFINISHED.fullmatch(entry.name) and entry.stat().st_mtime < old:
                    if entry.is_dir(follow_symlinks=False):
                        from shutil import rmtree

                        rmtree(entry.path, ignore_errors=True)
                    else:
                        os.unlink(entry.path)

    def remove(self, name: str) -> None:
        """Remove a file if it exists and may be removed."""
        with contextlib.suppress(OSError):
            os.unlink(as_on_disk(os.path.join(self.root, name)))

    def write_here(self, name: str, data: bytes) -> None:
        """Write a whole file; a link of this name is replaced, not followed."""
        folder = os.path.realpath(os.path.join(self.root, folder_of(name)))
        path = os.path.join(folder, os.path.basename(name))
        with staged_file(path, data, name) as finished:
            replace_file(finished, path)

    def append_here(self, name: str, data: bytes) -> None:
        """Append to a file that `write_here` wrote; a link is not followed."""
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
            message = "There is no file of this name: it holds signs that no name can hold."
            raise WorkspaceError("missing-file", message, "Type the name of the file.")
        root = os.path.realpath(as_on_disk(self.within))
        named = as_on_disk(os.path.join(self.root, name))
        path = os.path.realpath(named)
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
        if os.path.islink(named) and not os.path.lexists(path):
            raise link_error(name, named)
        return path


def folder_of(name: str) -> str:
    """Return the folder of a file, from its name."""
    return os.path.dirname(name) or "."


def real_path(name: str) -> str:
    """Return the path of a file, its links resolved; nothing is read."""
    return os.path.realpath(as_on_disk(name))


def with_slashes(name: str) -> str:
    """Return a file's name with slashes, as outlines and messages have it: `talk/slides.yaml`."""
    parts = name.replace(os.sep, "/").split("/")
    return "/".join(part for part in parts if part != ".") or "."


def read_file(path: StrPath, name: str | None = None) -> bytes:
    """Return a whole file from anywhere, or raise WorkspaceError, with `name` in messages.

    For files that the user names on the command line. Only regular files of at most 50 MB (films
    and sounds 500 MB) are read, so no device or pipe can hang the program or fill the memory.
    """
    return _read(as_on_disk(path), str(path) if name is None else name)


def read_deck(path: str) -> bytes:
    """Return a whole deck from anywhere, or raise WorkspaceError; it may be as large as a film."""
    return _read_at_most(
        as_on_disk(path), path, LARGEST_RECORDING, "Divide the presentation into several."
    )


def _read(path: str, name: str) -> bytes:
    if name.lower().endswith(_RECORDINGS):
        hint = "Cut it to what you show, or save it smaller: HandBrake, preset “Fast 1080p30”."
        return _read_at_most(path, name, LARGEST_RECORDING, hint)
    hint = "An outline is a few kilobytes; shrink a picture to the size of the slide."
    return _read_at_most(path, name, LARGEST_FILE, hint)


def _read_at_most(path: str, name: str, most: int, hint: str) -> bytes:
    try:
        # Non-blocking, so that opening a pipe returns at once; the type is checked afterwards.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _binary())
    except OSError as problem:
        raise reading_failed(name, path, problem) from None
    try:
        mode = os.fstat(handle).st_mode
        if stat.S_ISDIR(mode):
            raise folder_error(name, path)
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
        raise WorkspaceError(
            "too-large",
            f"{name} is larger than {most // 1024 // 1024} MB.",
            f"Is it the right file? {hint}",
        )
    return data


def write_atomically(path: StrPath, data: bytes, name: str | None = None) -> str:
    """Write a whole file and return its path, or raise WorkspaceError and change nothing.

    A missing folder is made. An existing file keeps its permissions; a link is followed. Files of
    other programs are replaced too: `overwriting.write_output` protects them.
    """
    whole = os.path.realpath(as_on_disk(path))
    with staged_file(whole, data, str(path) if name is None else name) as temporary:
        replace_file(temporary, whole)
    return whole


@contextlib.contextmanager
def staged_file(path: str, data: bytes, name: str) -> Iterator[str]:
    """Yield a complete temporary file in the folder of `path`, to be renamed; then remove it.

    A missing folder is made, and removed again if it stays empty. The temporary file gets the
    permissions of the file at `path`. OSErrors in the block become WorkspaceErrors about `name`.
    """
    if os.path.isdir(path):
        raise folder_error(name)
    temporary = None
    folder = os.path.dirname(path)
    missing = missing_folders(folder)
    try:
        for each in reversed(missing):  # os.makedirs calls itself for each
            with contextlib.suppress(FileExistsError):
                os.mkdir(each)
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
        # It does not exist any more if it was renamed.
        if temporary is not None:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
        remove_empty(missing)


def missing_folders(folder: str) -> list[str]:
    """Return the folders that do not exist: this one and those above it, the lowest first."""
    missing = []
    while folder and not os.path.lexists(folder) and os.path.dirname(folder) != folder:
        missing.append(folder)
        folder = os.path.dirname(folder)
    return missing


def remove_empty(folders: Iterable[str]) -> None:
    """Remove folders in turn, up to the first that is not empty."""
    with contextlib.suppress(OSError):
        for folder in folders:
            os.rmdir(folder)


def replace_file(temporary: str, path: str) -> None:
    """Rename a file over another; on Windows a virus scanner may hold that for a moment."""
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
    """Return whether a name is possible: without NUL and lone surrogates."""
    try:
        os.fsencode(name)
    except UnicodeEncodeError:
        return False
    return "\0" not in name


def _binary() -> int:
    return getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
