"""Puts finished files in their places, and replaces no work of anybody else's.

Only what deckgen wrote and nobody has changed since is replaced: docs/decisions/overwriting.md.
"""

import contextlib
import errno
import os
import stat
from collections.abc import Collection, Iterator
from typing import NamedTuple

from deckgen.files.disk_errors import WorkspaceError, is_a_folder
from deckgen.files.workspace import replace_file, staged_file
from deckgen.seal.condition import Condition
from deckgen.support.file_names import as_on_disk

_TRIES = 5
"""How often somebody may write the same file while it is being replaced."""
_WHY = {
    Condition.CHANGED: "was changed since deckgen wrote it",
    Condition.UNSEALED: "was written by an older deckgen, which left no way to see whether it was "
    "changed since",
    Condition.FOREIGN: "was not written by deckgen, or was saved by another program since",
}


class OverwritePolicy(NamedTuple):
    """What a command may replace."""

    inputs: Collection[str] = ()
    """The files that it reads, as seen from the current folder: these never."""
    overwrite: bool = False
    """Whether it may replace work of others, which is then kept beside."""
    option: str = "-o"
    """What names another file, in messages."""
    overwrite_option: str = "--overwrite"
    """What permits to replace work of others, in messages."""


class KeptFileError(WorkspaceError):
    """The file in the place is not to be replaced; `why` says it without its name.

    Codes: changed-by-hand, not-deckgens, is-input.
    """

    def __init__(self, code: str, name: str, why: str, hint: str) -> None:
        super().__init__(code, f"{name} {why}", hint)
        self.why = why


class _Place(NamedTuple):
    """Where a file goes."""

    path: str
    """Without links."""
    is_link: bool
    """Whether the name of the file is itself a link."""


class _Standing(NamedTuple):
    """The file that stands in the place."""

    version: tuple[int, int, int, int]
    """What tells whether it is still the same: device, number, size, time of change."""
    is_ours: bool
    """Whether deckgen wrote it and nobody has changed it since; or it is empty."""


def check_replaceable(name: str, replacing: OverwritePolicy) -> None:
    """Raise WorkspaceError if `write_output` could not put a file there.

    To be asked before something is made that takes long.
    """
    _standing(_place(name), name, replacing)


def is_unchanged_output(name: str) -> bool:
    """Return whether there is a file that deckgen wrote, and nobody has changed since."""
    return os.path.isfile(name) and _condition(name) is Condition.AS_WRITTEN


def write_output(name: str, data: bytes, replacing: OverwritePolicy) -> str | None:
    """Write a whole file, or raise WorkspaceError and leave all as it was.

    `name` is seen from the current folder. Work of others is replaced only if `replacing` permits
    it; the name under which it is kept beside is returned.
    """
    place = _place(name)
    path = place.path
    with staged_file(path, data, name) as finished:
        for _ in range(_TRIES):
            standing = _standing(place, name, replacing)
            if standing is None:
                if _put_where_nothing_is(finished, path):
                    return None
                continue
            kept = None if standing.is_ours else _keep(path)
            if _put_in_place_of(standing, finished, path, kept):
                return kept and os.path.join(os.path.dirname(name), os.path.basename(kept))
    raise WorkspaceError(
        "locked",
        f"{name} cannot be replaced: another program writes it again and again.",
        f"Close that program, or write to another file with {replacing.option}.",
    )


def _place(name: str) -> _Place:
    named = as_on_disk(name)
    return _Place(os.path.realpath(named), os.path.islink(named))


def _standing(place: _Place, name: str, replacing: OverwritePolicy) -> _Standing | None:
    """Return what stands in the place, if it may be replaced; None if nothing stands there."""
    path = place.path
    try:
        found = os.stat(path)
    except OSError:
        if place.is_link:
            raise _link(name, path, replacing) from None
        return None
    if stat.S_ISDIR(found.st_mode):
        raise is_a_folder(name)
    if not stat.S_ISREG(found.st_mode):
        raise WorkspaceError("not-writable", f"{name} is no ordinary file.", "Give another name.")
    if any(_is_same(one, found) for one in replacing.inputs):
        raise KeptFileError(
            "is-input",
            name,
            "is read to make this, so it is never replaced.",
            f"Write to another file with {replacing.option}.",
        )
    condition = _condition(path) if found.st_size else Condition.AS_WRITTEN
    is_ours = condition is Condition.AS_WRITTEN
    if place.is_link and not (is_ours and found.st_size):
        raise _link(name, path, replacing)
    if not is_ours and not replacing.overwrite:
        code = "changed-by-hand" if condition is Condition.CHANGED else "not-deckgens"
        free = (one for one in _names_beside(path) if not os.path.lexists(one))
        beside = os.path.basename(next(free))
        raise KeptFileError(
            code,
            name,
            f"{_WHY[condition]}; it stays as it is.",
            f"Write to another file with {replacing.option}; or add "
            f"{replacing.overwrite_option}, which replaces this one and keeps it as {beside}.",
        )
    return _Standing(_version(found), is_ours)


def _link(name: str, path: str, replacing: OverwritePolicy) -> KeptFileError:
    return KeptFileError(
        "not-deckgens",
        name,
        f"is a link to {path}, where there is no file as deckgen wrote it; it stays as it is.",
        f"Name the file itself with {replacing.option}; or take the link away.",
    )


def _is_same(name: str, found: os.stat_result) -> bool:
    try:
        return os.path.samestat(os.stat(as_on_disk(name)), found)
    except (OSError, ValueError):
        return False


def _version(found: os.stat_result) -> tuple[int, int, int, int]:
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def _condition(path: str) -> Condition:
    from deckgen.seal.seal import seal_condition

    try:
        with open(path, "rb") as file:
            return seal_condition(file)
    except OSError:
        return Condition.FOREIGN


def _put_where_nothing_is(finished: str, path: str) -> bool:
    """Give a finished file its name; False if somebody else has taken the name meanwhile."""
    try:
        if os.name == "nt":
            os.rename(finished, path)
        else:
            os.link(finished, path)
    except FileExistsError:
        return False
    except OSError:
        # Disks of USB sticks know no second name for a file.
        if os.path.lexists(path):
            return False
        replace_file(finished, path)
    return True


def _put_in_place_of(standing: _Standing, finished: str, path: str, kept: str | None) -> bool:
    """Rename a finished file over what stands there; False if that is another file by now.

    If it is not replaced, the name under which it is kept goes as well.
    """
    done = False
    try:
        # What is saved between this look and the renaming would be lost: some microseconds.
        if _version(os.stat(path)) == standing.version:
            replace_file(finished, path)
            done = True
    finally:
        if kept is not None and not done:
            with contextlib.suppress(OSError):
                os.unlink(kept)
    return done


def _keep(path: str) -> str:
    """Give a file a second name, or a copy where the disk knows no second names; return it."""
    for kept in _names_beside(path):
        try:
            os.link(path, kept)
        except FileExistsError:
            continue
        except OSError:
            if os.path.lexists(kept):
                continue
            _copy(path, kept)
        return kept
    raise OSError(errno.EEXIST, "all names are taken", path)


def _copy(path: str, kept: str) -> None:
    import shutil

    try:
        with open(path, "rb") as source, open(kept, "xb") as copy:
            shutil.copyfileobj(source, copy)
            copy.flush()
            os.fsync(copy.fileno())
        shutil.copystat(path, kept)
    except OSError:
        with contextlib.suppress(OSError):
            os.unlink(kept)
        raise


def _names_beside(path: str) -> Iterator[str]:
    """Yield the names that what is replaced may be kept under: `talk.by-hand.pptx` and so on."""
    stem, ending = os.path.splitext(path)
    yield f"{stem}.by-hand{ending}"
    for number in range(2, 10_000):
        yield f"{stem}.by-hand-{number}{ending}"
