"""Under which name a file lies on the disk: with letters such as ü in one sign, or in two.

macOS, and what is packed there, writes ü as u and ¨ (decomposed); keyboards type it as one sign
(composed). They look alike, and most disks take them for two names.
"""

import os
from contextlib import suppress

StrPath = str | os.PathLike[str]


def as_on_disk(path: StrPath) -> str:
    """Return a path in the spelling that the disk has for it.

    A path that exists as it is said, or in no spelling at all, is returned as it is.
    """
    said = os.fspath(path)
    if said.isascii() or os.path.lexists(said):
        return said
    from unicodedata import normalize

    folder, name = os.path.split(said)
    if not name:
        return said
    folder = as_on_disk(folder) if folder else folder
    wanted = normalize("NFC", name)
    with suppress(OSError), os.scandir(folder or ".") as entries:
        for entry in entries:
            if normalize("NFC", entry.name) == wanted:
                return os.path.join(folder, entry.name)
    return os.path.join(folder, name)


def is_folder(name: str) -> bool:
    """Return whether there is a folder of this name."""
    return os.path.isdir(name)


def in_folder(folder: str, name: str) -> str:
    """Return the path of a file in a folder, as the system writes it."""
    return os.path.join(folder, name)


def comparable_name(name: str) -> str:
    """Return a name so that those that look alike are equal: small letters, composed."""
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
    parts: list[str] = []
    for part in name.replace("\\", "/").split("/"):
        if part == ".." and parts and parts[-1] != "..":
            parts.pop()
        elif part not in {"", "."}:
            parts.append(part)
    return ("/" if name.startswith("/") else "") + "/".join(parts)
