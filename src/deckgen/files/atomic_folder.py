"""Folders that are written as a whole.

An old folder has another name for a moment; a later run restores it if a run was killed then.
"""

import contextlib
import os
import shutil
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


@contextlib.contextmanager
def staged_folder(folder: str, files: Mapping[str, bytes], called: str) -> Iterator[str]:
    """Yield a complete folder with these files beside `folder`, ready to take its name.

    What still has the yielded name at the end is removed. `folder` is absolute; `called` is its
    name in messages. Raises WorkspaceError.
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


def put_in_place(made: str, folder: str, ending: str = _ASIDE) -> str | None:
    """Give a complete folder its name; return that of an older one, which gets `ending`, or None.

    An empty older folder is replaced. Raises WorkspaceError and then changes nothing.
    """
    try:
        if not os.path.isdir(folder) or not os.listdir(folder):
            if os.name == "nt" and os.path.isdir(folder):
                os.rmdir(folder)
            os.rename(made, folder)
            return None
        return _renamed(made, folder, ending)
    except OSError as problem:
        raise replacing_failed(folder, problem) from None


def remove_folder(folder: str) -> None:
    """Remove a folder, as far as possible; an interruption waits until that is done."""
    try:
        shutil.rmtree(folder, ignore_errors=True)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


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
