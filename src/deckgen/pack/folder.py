"""A pack on the disk: the whole folder or nothing, and never in the place of somebody's work."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import time
from collections.abc import Mapping
from hashlib import file_digest

from deckgen.pack.sums import FILE, read_sums
from deckgen.workspace import WorkspaceError, folder_of, read_file, write_atomically

_UNFINISHED = re.compile(r"\.deckgen-pack-[0-9a-f]{16}")
_FORGOTTEN = 3600
"""Seconds after which nobody writes a pack any more."""
_LITTER = re.compile(r"(?i)\.ds_store|thumbs\.db|desktop\.ini|\._.*")
"""What systems leave in every folder that somebody looks at."""


def check_place(folder: str) -> None:
    """Raise WorkspaceError unless the folder is new, empty, or a pack that nobody has touched.

    Codes: not-a-pack, pack-changed, locked.
    """
    try:
        names = sorted(name for name in os.listdir(folder) if not _LITTER.fullmatch(name))
    except FileNotFoundError:
        return
    except OSError:
        raise _foreign(folder, "is there already, and is no folder") from None
    if not names:
        return
    open_in = next((name for name in names if name.startswith("~$")), None)
    if open_in is not None:
        raise WorkspaceError(
            "locked",
            f"{folder} cannot be replaced: {open_in.removeprefix('~$')} is open in PowerPoint.",
            "Close it, or pack into another folder with -o.",
        )
    try:
        listed = read_sums(read_file(os.path.join(folder, FILE)))
    except WorkspaceError:
        listed = None
    if listed is None:
        raise _foreign(folder, "is there already, and is no pack of deckgen's")
    for name in names:
        if name == FILE:
            continue
        if name not in listed or _digest(os.path.join(folder, name)) != listed[name]:
            what = "was changed since" if name in listed else "is not of deckgen"
            raise WorkspaceError(
                "pack-changed",
                f"{folder} cannot be replaced: {name} in it {what}, and would be lost.",
                "Move it to another place, or pack into another folder with -o.",
            )


def write_folder(folder: str, files: Mapping[str, bytes]) -> None:
    """Write a pack; an older one of ours is replaced at once and as a whole.

    Raises WorkspaceError: those of `check_place` and of writing; then everything is as it was.
    """
    check_place(folder)
    folder = os.path.realpath(folder)
    above = folder_of(folder)
    new, old = (os.path.join(above, f".deckgen-pack-{os.urandom(8).hex()}") for _ in range(2))
    try:
        _sweep(above)
        for name, data in files.items():
            write_atomically(os.path.join(new, name), data, os.path.join(folder, name))
        _put_in_place(new, folder, old)
    finally:
        for left in (new, old):
            shutil.rmtree(left, ignore_errors=True)


def _put_in_place(new: str, folder: str, old: str) -> None:
    try:
        if not os.path.isdir(folder):
            os.rename(new, folder)
            return
        os.rename(folder, old)
        try:
            os.rename(new, folder)
        except OSError:
            os.rename(old, folder)
            raise
    except OSError as problem:
        raise WorkspaceError(
            "not-writable",
            f"{folder} cannot be replaced: {(problem.strerror or 'unknown reason').lower()}.",
            "Close the programs that show files of it, or pack into another folder with -o.",
        ) from None


def _sweep(above: str) -> None:
    """Remove what a run left that was killed, hours ago."""
    old = time.time() - _FORGOTTEN
    with contextlib.suppress(OSError), os.scandir(above) as entries:
        for entry in entries:
            if _UNFINISHED.fullmatch(entry.name) and entry.stat().st_mtime < old:
                shutil.rmtree(entry.path, ignore_errors=True)


def _digest(path: str) -> str | None:
    try:
        with open(path, "rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def _foreign(folder: str, what: str) -> WorkspaceError:
    return WorkspaceError(
        "not-a-pack",
        f"{folder} {what}; it is left alone.",
        "Pack into a folder that does not exist yet: -o FOLDER.",
    )
