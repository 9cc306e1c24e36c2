"""Writes output files, and protects the work of other people.

Only files that deckgen wrote, unchanged since, are replaced: docs/decisions/overwriting.md.
"""

import contextlib
import errno
import os
import stat
from collections.abc import Callable, Collection, Iterator
from itertools import islice
from typing import NamedTuple, TypeAlias

from deckgen.files.disk_errors import WorkspaceError, folder_error, office_mark
from deckgen.files.map_copies import keep_map_copy
from deckgen.files.workspace import real_path, replace_file, staged_file
from deckgen.seal.condition import Condition
from deckgen.support.file_names import as_on_disk, numbered_names, shell_word

_DECK = ".pptx"
_MOST_KEPT = 10_000
_TRIES = 5
"""How often another program may write the same file meanwhile."""
_WHY = {
    Condition.CHANGED: "was changed since deckgen wrote it",
    Condition.FOREIGN: "was not written by deckgen, or was saved by another program since",
}


class OverwritePolicy(NamedTuple):
    """What a command may replace."""

    inputs: Collection[str] = ()
    """The files that it reads, relative to the current folder: never replaced."""
    overwrite: bool = False
    """Whether it may replace work of others, which is then kept under another name."""
    option: str = "-o"
    """The option that names another output, for messages."""
    overwrite_option: str = "--overwrite"
    """What permits to replace work of others, in messages."""
    is_taken_over: Callable[[str], bool] = lambda _name: False
    """Whether all that was changed by hand in a deck is in the one that is written: then it may be
    replaced, and is kept under another name."""
    leaves_open: bool = False
    """Whether a file is left as it is while an office program has it open."""


class KeptFileError(WorkspaceError):
    """An existing file must not be replaced; `why` is the reason without its name.

    `beside` is the name to keep it under. Codes: changed-by-hand, not-deckgens, is-input.
    """

    def __init__(self, code: str, name: str, why: str, hint: str, beside: str = "") -> None:
        super().__init__(code, f"{name} {why}", hint)
        self.why = why
        self.beside = beside


_Version: TypeAlias = tuple[int, int, int, int]
"""Device, inode, size, time of change: the same file has the same four."""


def check_replaceable(name: str, policy: OverwritePolicy) -> None:
    """Raise WorkspaceError if `write_output` would. For use before work that takes long."""
    _existing(real_path(name), name, policy)


def is_unchanged_output(name: str) -> bool:
    """Return whether there is a file that deckgen wrote, unchanged since."""
    return os.path.isfile(name) and _condition(name) is Condition.AS_WRITTEN


def write_output(name: str, data: bytes, policy: OverwritePolicy) -> str | None:
    """Write a whole file, or raise WorkspaceError and change nothing.

    `name` is relative to the current folder. Work of others is replaced only if `policy` permits
    it; the name under which it is kept is returned. Of a deck, the copy of its map is written, too.
    """
    kept = _write(name, data, policy)
    if name.lower().endswith(_DECK):
        keep_map_copy(name, data, kept)
    return kept


def _write(name: str, data: bytes, policy: OverwritePolicy) -> str | None:
    path = real_path(name)
    with staged_file(path, data, name) as finished:
        for _ in range(_TRIES):
            existing = _existing(path, name, policy)
            if existing is None:
                if _put_in_free_place(finished, path):
                    return None
                continue
            version, is_ours = existing
            kept = None if is_ours else _keep(path)
            if _replace_existing(version, finished, path, kept):
                return kept and os.path.join(os.path.dirname(name), os.path.basename(kept))
    raise WorkspaceError(
        "locked",
        f"{name} cannot be replaced: another program writes it again and again.",
        f"Close that program, or write to another file with {policy.option}.",
    )


def _existing(path: str, name: str, policy: OverwritePolicy) -> tuple[_Version, bool] | None:
    """Return the file at a path, if it may be replaced; None if there is none.

    Whether deckgen wrote it, unchanged since, or it is empty, comes second. `name` is what the user
    calls it, perhaps a link to the path.
    """
    is_link = os.path.islink(as_on_disk(name))
    try:
        status = os.stat(path)
    except OSError:
        if is_link:
            raise _link(name, path, policy) from None
        return None
    if stat.S_ISDIR(status.st_mode):
        raise folder_error(name)
    if not stat.S_ISREG(status.st_mode):
        raise WorkspaceError("not-writable", f"{name} is no ordinary file.", "Give another name.")
    if any(_is_same(name, status) for name in policy.inputs):
        raise KeptFileError(
            "is-input",
            name,
            "is read to make this, so it is never replaced.",
            f"Write to another file with {policy.option}.",
        )
    # On Windows it could not be replaced. Elsewhere the program would not notice, and its next save
    # would replace the new file.
    if policy.leaves_open and (mark := office_mark(path)):
        raise WorkspaceError(
            "locked",
            f"{name} is open in another program.",
            f"Close it there; or, if no program has it open, delete {mark} beside it.",
        )
    condition = _condition(path) if status.st_size else Condition.AS_WRITTEN
    is_ours = condition is Condition.AS_WRITTEN
    if is_link and not (is_ours and status.st_size):
        raise _link(name, path, policy)
    is_deck = name.lower().endswith(_DECK)
    may_be_replaced = is_ours or policy.overwrite or (is_deck and policy.is_taken_over(name))
    if not may_be_replaced:
        code = "changed-by-hand" if condition is Condition.CHANGED else "not-deckgens"
        free = (kept for kept in _kept_names(path) if not os.path.lexists(kept))
        beside = os.path.basename(next(free))
        write = "Write"
        if is_deck and condition is Condition.CHANGED:
            write = f"Take over what was changed: deckgen pull {shell_word(name)}. Or write"
        raise KeptFileError(
            code,
            name,
            f"{_WHY[condition]}; it stays as it is.",
            f"{write} to another file with {policy.option}; or add "
            f"{policy.overwrite_option}, which replaces this one and keeps it as {beside}.",
            beside,
        )
    return _version(status), is_ours


def _link(name: str, path: str, policy: OverwritePolicy) -> KeptFileError:
    return KeptFileError(
        "not-deckgens",
        name,
        f"is a link to {path}, where there is no file as deckgen wrote it; it stays as it is.",
        f"Name the file itself with {policy.option}; or take the link away.",
    )


def _is_same(name: str, status: os.stat_result) -> bool:
    try:
        return os.path.samestat(os.stat(as_on_disk(name)), status)
    except (OSError, ValueError):
        return False


def _version(status: os.stat_result) -> _Version:
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


def _condition(path: str) -> Condition:
    from deckgen.seal.seal import seal_condition

    try:
        with open(path, "rb") as file:
            return seal_condition(file)
    except OSError:
        return Condition.FOREIGN


def _put_in_free_place(finished: str, path: str) -> bool:
    """Give a file its name; False if another program has taken the name meanwhile."""
    try:
        if os.name == "nt":
            os.rename(finished, path)
        else:
            os.link(finished, path)
    except FileExistsError:
        return False
    except OSError:
        # The file systems of USB sticks have no hard links.
        if os.path.lexists(path):
            return False
        replace_file(finished, path)
    return True


def _replace_existing(version: _Version, finished: str, path: str, kept: str | None) -> bool:
    """Rename a file over the existing one; False if that is another file by now.

    In that case the name under which the existing file is kept is removed.
    """
    is_replaced = False
    try:
        # A save in the microseconds between this check and the renaming would be lost.
        if _version(os.stat(path)) == version:
            replace_file(finished, path)
            is_replaced = True
    finally:
        if kept is not None and not is_replaced:
            with contextlib.suppress(OSError):
                os.unlink(kept)
    return is_replaced


def _keep(path: str) -> str:
    """Give a file a second name, or copy it where there are no hard links; return the name."""
    for kept in _kept_names(path):
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


def _kept_names(path: str) -> Iterator[str]:
    """Return the names for a file that is kept: `talk.by-hand.pptx` and so on."""
    stem, ending = os.path.splitext(path)
    return islice(numbered_names(f"{stem}.by-hand{ending}"), _MOST_KEPT)
