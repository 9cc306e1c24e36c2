"""Names of files in composed and decomposed Unicode.

macOS writes ü as u and ¨ (decomposed, NFD); keyboards type one character (composed, NFC). The names
look alike, but are two names to most disks.
"""

import os
import posixpath
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import count

StrPath = str | os.PathLike[str]
path_name = os.fspath
"""Returns a path as a text. Raises TypeError for what is no path."""

POWERPOINT_ENDINGS = (".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".potm")
"""The endings of decks, shows and templates, each without and with macros."""


def as_on_disk(path: StrPath) -> str:
    """Return a path in the spelling on the disk.

    A path that exists as written, or in no spelling, is returned unchanged.
    """
    written = os.fspath(path)
    if written.isascii() or os.path.lexists(written):
        return written
    from unicodedata import normalize

    folder, name = os.path.split(written)
    if not name:
        return written
    folder = as_on_disk(folder) if folder else folder
    composed = normalize("NFC", name)
    with suppress(OSError), os.scandir(folder or ".") as entries:
        for entry in entries:
            if normalize("NFC", entry.name) == composed:
                return os.path.join(folder, entry.name)
    return os.path.join(folder, name)


def in_folder(folder: str, name: str) -> str:
    """Return the path of a file in a folder, as the system writes it."""
    return os.path.join(folder, name)


def folder_from_here(folder: str) -> str:
    """Return the path from the current folder to one below it; of one elsewhere, its name alone.

    The current folder itself is "".
    """
    here, there = os.getcwd(), os.path.abspath(folder)
    if there == here or there.startswith(here + os.sep):
        return there[len(here) + 1 :]
    return os.path.basename(there)


def comparable_name(name: str) -> str:
    """Return a name, composed and case-folded, so that names that look alike are equal."""
    if name.isascii():
        return name.strip().casefold()
    from unicodedata import normalize

    return normalize("NFC", normalize("NFC", name.strip()).casefold())


def path_beside(name: str, other: str) -> str:
    """Return the path of a file that the file `name` calls `other`, relative to its own folder."""
    folder, slash, _ = name.rpartition("/")
    return folder + slash + other


def normalized_path(name: str) -> str:
    """Return a path without `.` and `..`, its parts joined by `/`: one file has one path."""
    return posixpath.normpath(name.replace("\\", "/"))


def numbered_names(name: str) -> Iterator[str]:
    """Yield a name and those that a file has where it is taken: `a.png`, `a-2.png` and so on."""
    stem, ending = os.path.splitext(name)
    yield name
    yield from (f"{stem}-{number}{ending}" for number in count(2))


def shell_word(name: str) -> str:
    """Return a name as it is typed in a shell: in quotation marks if it needs any.

    Between double ones, shells read `$` and `` ` ``.
    """
    if re.fullmatch(r"[\w./\\:-]+", name):
        return name
    return f"'{name}'" if re.search(r'[$`"]', name) else f'"{name}"'


def is_file(name: str) -> bool:
    """Return whether a file has this name."""
    return os.path.isfile(name)


def is_folder(name: str) -> bool:
    """Return whether a folder has this name."""
    return os.path.isdir(name)


def is_there(name: str) -> bool:
    """Return whether anything has this name, also a link that leads nowhere."""
    return os.path.lexists(name)


def is_in_use(name: str) -> bool:
    """Return whether a file, or a folder that is not empty or cannot be read, has this name."""
    if not is_folder(name):
        return is_there(name)
    try:
        with os.scandir(name) as entries:
            return any(entries)
    except OSError:
        return True
