"""Errors of the disk for people: what happened to which file, and the way out."""

from __future__ import annotations

import errno
import os
import re
from contextlib import suppress
from typing import TYPE_CHECKING

from deckgen.support.diagnostics import CodedError

if TYPE_CHECKING:
    from pathlib import Path

_FULL = {errno.ENOSPC, errno.EDQUOT}
_OUTLINE = "slides.yaml"
"""The name that an outline has if nobody names another."""
_GIVEN = (".yaml", ".yml", ".pptx", ".potx")
"""Endings of outlines, brands, decks and templates."""
_ESCAPED = str.maketrans({"\n": "/n", "\r": "/r", "\t": "/t"})
"""What YAML makes of a backslash and a letter in a name such as "pictures\\new.png"."""
_WAYS_OUT = {
    errno.ENAMETOOLONG: "Choose a shorter name.",
    errno.ELOOP: "Delete the link, and put the file in its place.",
}
"""What to do about failures that have a cause of their own."""
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


class WorkspaceError(CodedError):
    """A file cannot be read or written.

    Codes of reading: missing-file, is-a-directory, too-large, outside-folder, unreadable. Codes of
    writing: locked, not-writable, disk-full, is-a-directory.
    """


def reading_failed(name: str, path: str | os.PathLike[str], problem: OSError) -> WorkspaceError:
    """Return the error for a file that could not be read."""
    if isinstance(problem, FileNotFoundError | NotADirectoryError):
        if os.path.islink(path):
            return link_error(name, path)
        return WorkspaceError("missing-file", f"There is no file {name}.", _neighbours(name, path))
    if isinstance(problem, IsADirectoryError) or os.path.isdir(path):
        return folder_error(name, path)
    way_out = "Check the permissions of the file, and whether another program holds it."
    hint = _WAYS_OUT.get(problem.errno or 0, way_out)
    return WorkspaceError("unreadable", f"{name} cannot be read: {_reason(problem)}.", hint)


def link_error(name: str, link: str | os.PathLike[str]) -> WorkspaceError:
    """Return the error for a link whose file is missing; `link` is its own path."""
    message = f"{name} is a link to {os.fspath(os.readlink(link))}, which is missing."
    return WorkspaceError("missing-file", message, "Put the file there, or name another.")


def _neighbours(name: str, missing: str | os.PathLike[str]) -> str:
    from difflib import get_close_matches
    from pathlib import Path

    path = Path(missing)
    if (meant := name.translate(_ESCAPED)) != name:
        return f"Between double quotes a backslash begins another sign; type {meant}."
    try:
        names = sorted(entry.name for entry in os.scandir(path.parent))
    except OSError:
        return _other_folder(Path(name), path)
    if f"{path.name}.txt" in names:
        return (
            f"It is called {path.name}.txt: editors on Windows add the .txt. Rename it; in the "
            "Explorer, View > Show > File name extensions shows such endings."
        )
    folded = {other.casefold(): other for other in names if not other.startswith(".")}
    # Endings do not distinguish: every outline and every brand is a .yaml.
    stems = {Path(other).stem for other in folded}
    near = get_close_matches(path.stem.casefold(), stems, n=1)
    if near:
        alike = [other for other in folded if Path(other).stem == near[0]]
        (meant,) = get_close_matches(path.name.casefold(), alike, n=1, cutoff=0)
        return f"Did you mean {Path(name).with_name(folded[meant]).as_posix()}?"
    return _others(name, path, list(folded.values()))


def _other_folder(name: Path, missing: Path) -> str:
    """Return the file or folder that was meant by a name in a folder that is not there."""
    from difflib import get_close_matches

    if re.match(r"~/|\w+:/", name.as_posix()):  # from a home folder, a drive, the web
        return "Copy the file into the folder of the outline, and give its name there."
    folder = missing.parent
    with suppress(OSError):
        folders = {each.name.casefold(): each for each in folder.parent.iterdir() if each.is_dir()}
        for near in get_close_matches(folder.name.casefold(), folders, n=1):
            there = {each.casefold(): each for each in os.listdir(folders[near])}
            meant = name.parent.with_name(folders[near].name)
            if file := there.get(missing.name.casefold()):
                return f"Did you mean {(meant / file).as_posix()}?"
            return f"There is no folder {name.parent}; did you mean {meant.as_posix()}?"
    return f"There is no folder {name.parent} either; check the name."


def _others(name: str, missing: Path, names: list[str]) -> str:
    """Return what a folder has in the place of a file that no other is named like."""
    if name == _OUTLINE and (missing.parent.parent / name).is_file():
        return f"Did you mean ../{name}?"
    alike = [other for other in names if missing.suffix in ("", os.path.splitext(other)[1])]
    if alike:
        from deckgen.support.diagnostics import name_list

        return f"Check the name. In its folder there are: {name_list(alike)}."
    below = [other for other in names if (missing.parent / other / missing.name).is_file()]
    if below:
        return f"Did you mean {name[: -len(missing.name)]}{below[0]}/{missing.name}?"
    if missing.suffix in {".yaml", ".yml"}:
        return "Check the name and the folder; `deckgen new talk` makes a folder with an example."
    return "Check the name and the folder."


def folder_error(name: str, path: str | os.PathLike[str] = "") -> WorkspaceError:
    """Return the error for a folder in the place of a file; `path` leads to it, if it is read."""
    hint = "Give the name of a file in it."
    names: list[str] = []
    with suppress(OSError):
        names = sorted(os.listdir(path), key=lambda each: (each != _OUTLINE, each)) if path else []
    if found := [each for each in names if each.lower().endswith(_GIVEN)]:
        from deckgen.support.diagnostics import name_list

        hint = f"Give the name of a file in it: {name_list(found)}."
    if len(found) == 1:
        hint = f"Did you mean {name.rstrip('/')}/{found[0]}?"
    return WorkspaceError("is-a-directory", f"{name} is a folder, not a file.", hint)


def writing_failed(name: str, path: str, problem: OSError) -> WorkspaceError:
    """Return the error for a file that could not be written; `path` is absolute."""
    held = problem.errno == errno.EBUSY or getattr(problem, "winerror", None) in {5, 32, 33}
    if problem.errno in _FULL:
        return WorkspaceError(
            "disk-full", f"{name} cannot be written: the disk is full.", "Make room, and try again."
        )
    if held or (problem.errno in _FORBIDDEN and office_mark(path)):
        return WorkspaceError(
            "locked",
            f"{name} cannot be replaced: another program has it open.",
            "Close it in PowerPoint, or write to another file with -o.",
        )
    way_out = "Check the permissions of the folder, or write to another one with -o."
    return _not_writable(f"{name} cannot be written", problem, way_out)


def office_mark(path: str) -> str:
    """Return the name of the file that PowerPoint or LibreOffice puts beside a file it has open.

    Empty if there is none. After a crash it may stay.
    """
    folder, file = os.path.split(path)
    marks = f"~${file}", f".~lock.{file}#"
    return next((mark for mark in marks if os.path.exists(os.path.join(folder, mark))), "")


def replacing_failed(folder: str, problem: OSError) -> WorkspaceError:
    """Return the error for a folder that could not get its name."""
    way_out = "Close the programs that show files of it, or choose another folder."
    return _not_writable(f"{folder} cannot be replaced", problem, way_out)


def _not_writable(what: str, problem: OSError, way_out: str) -> WorkspaceError:
    hint = _WAYS_OUT.get(problem.errno or 0, way_out)
    return WorkspaceError("not-writable", f"{what}: {_reason(problem)}.", hint)


def _reason(problem: OSError) -> str:
    reasons = {
        errno.EACCES: "it is not permitted",
        errno.EPERM: "it is not permitted",
        errno.EROFS: "the disk is read-only",
        errno.ENOTDIR: "a part of its path is no folder",
        errno.EEXIST: "a part of its path is no folder",
        errno.ENAMETOOLONG: "its name is too long",
        errno.ELOOP: "links lead round in a circle",
    }
    return reasons.get(problem.errno or 0, (problem.strerror or "unknown reason").lower())
