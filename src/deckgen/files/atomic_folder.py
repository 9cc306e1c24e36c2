"""Folders that are written as a whole: at every moment the old or the new folder exists.

Linux and macOS exchange two names in one step. Where the disk or the system cannot, the old folder
has another name for a moment; a later run restores it if a run was killed then.
"""

import contextlib
import os
import shutil
import sys
from collections.abc import Iterator, Mapping

from deckgen.files.disk_errors import replacing_failed, writing_failed
from deckgen.files.workspace import (
    Workspace,
    folder_of,
    missing_folders,
    remove_empty,
    write_atomically,
)
from deckgen.support.file_names import as_on_disk

_ASIDE = ".deckgen-before"
"""The suffix of the old folder while the new one takes its place."""
_HERE, _EXCHANGE = -100, 2
"""AT_FDCWD and RENAME_EXCHANGE of renameat2(2); RENAME_SWAP of renamex_np(2) has the same value."""


@contextlib.contextmanager
def staged_folder(folder: str, files: Mapping[str, bytes], called: str) -> Iterator[str]:
    """Yield a complete folder with these files beside `folder`, ready to take its name.

    Whatever has the yielded name at the end is removed. `folder` is absolute; `called` is its name
    in messages. Raises WorkspaceError.
    """
    try:
        os.lstat(folder)
    except (FileNotFoundError, NotADirectoryError):
        pass
    except OSError as problem:  # no folder can have this name, such as one that is too long
        raise writing_failed(called, folder, problem) from None
    above = folder_of(folder)
    missing = missing_folders(above)
    Workspace(above).sweep("")
    with contextlib.suppress(OSError):
        if not os.path.lexists(folder):  # a run was killed before the new folder had the name
            os.rename(folder + _ASIDE, folder)
    made = os.path.join(above, f".deckgen-{os.urandom(8).hex()}")
    try:
        for name, data in files.items():
            write_atomically(os.path.join(made, name), data, os.path.join(called, name))
        yield made
    finally:
        remove_folder(made)
        remove_empty(missing)


def write_new_folder(folder: str, files: Mapping[str, bytes]) -> None:
    """Write a folder that does not exist or is empty; WorkspaceError leaves it unchanged."""
    path = os.path.realpath(as_on_disk(folder))
    with staged_folder(path, files, folder) as made:
        if not os.path.isdir(path):
            put_in_place(made, path)
            return
        # It may be the current folder of a shell, so it must stay the same folder.
        names = os.listdir(made)
        try:
            for name in names:
                os.rename(os.path.join(made, name), os.path.join(path, name))
        except BaseException as problem:
            for name in set(names) - set(os.listdir(made)):
                os.rename(os.path.join(path, name), os.path.join(made, name))
            if isinstance(problem, OSError):
                raise writing_failed(folder, path, problem) from None
            raise


def put_in_place(made: str, folder: str) -> str | None:
    """Give a complete folder its name; return where an older folder is now, None without one.

    An empty older folder is replaced. Raises WorkspaceError and then changes nothing.
    """
    with _failing_as(folder):
        if not os.path.isdir(folder) or not os.listdir(folder):
            if os.name == "nt" and os.path.isdir(folder):
                os.rmdir(folder)
            os.rename(made, folder)
            return None
        return made if _exchanged(made, folder) else _renamed(made, folder, _ASIDE)


def remove_folder(folder: str) -> None:
    """Remove a folder, as far as possible; an interruption waits until that is done."""
    try:
        shutil.rmtree(folder, ignore_errors=True)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def put_in_place_keeping(made: str, folder: str, ending: str) -> str:
    """Give a complete folder its name; return the name of the older one, which gets `ending`.

    Raises WorkspaceError and then changes nothing.
    """
    with _failing_as(folder):
        return _renamed(made, folder, ending)


def _renamed(made: str, folder: str, ending: str) -> str:
    """Replace a folder by two renames; return the new name of the old one."""
    aside, number = f"{folder}{ending}", 1
    while os.path.lexists(aside):
        number += 1
        aside = f"{folder}{ending}-{number}"
    os.rename(folder, aside)
    try:
        os.rename(made, folder)
    except BaseException:
        os.rename(aside, folder)
        raise
    return aside


@contextlib.contextmanager
def _failing_as(folder: str) -> Iterator[None]:
    try:
        yield
    except OSError as problem:
        raise replacing_failed(folder, problem) from None


def _exchanged(first: str, second: str) -> bool:
    """Exchange two names in one step; False where the system or the disk cannot."""
    import ctypes

    names = os.fsencode(first), os.fsencode(second)
    try:
        library = ctypes.CDLL(None)
        if sys.platform == "darwin":
            return bool(library.renamex_np(*names, _EXCHANGE) == 0)
        return bool(library.renameat2(_HERE, names[0], _HERE, names[1], _EXCHANGE) == 0)
    except (AttributeError, OSError, TypeError):
        return False
