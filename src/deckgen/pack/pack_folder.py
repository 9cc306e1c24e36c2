"""The folder of a pack: written as a whole, never in place of the work of others."""

import contextlib
import os
import re
from collections.abc import Mapping
from hashlib import file_digest

from deckgen.files.atomic_folder import put_in_place, remove_folder, staged_folder
from deckgen.files.disk_errors import writing_failed
from deckgen.files.overwriting import OverwritePolicy, is_unchanged_output
from deckgen.files.workspace import WorkspaceError, read_file
from deckgen.pack.text_files import CHECKSUM_FILE, read_checksums
from deckgen.support.file_names import as_on_disk, shell_word

_LITTER = re.compile(r"(?i)\.ds_store|thumbs\.db|desktop\.ini|\._.*")
"""Files that systems put into every folder that is opened."""
_BY_HAND = ".by-hand"


def check_pack_folder(folder: str, policy: OverwritePolicy) -> None:
    """Raise WorkspaceError unless the folder is new, empty, or an unchanged pack.

    `overwrite` permits a changed pack, too. Codes: is-input, not-a-pack, pack-changed, locked.
    """
    path = as_on_disk(folder)
    if policy.overwrite:
        _changed(path, folder, policy)
    else:
        _check_unchanged(path, folder, policy)


def write_pack(folder: str, files: Mapping[str, bytes], policy: OverwritePolicy) -> str | None:
    """Write a pack; an older pack is replaced as a whole.

    A changed pack is replaced only if `policy` permits it; the name under which it is kept is
    returned. Raises WorkspaceError, and then changes nothing; see `check_pack_folder`.
    """
    path = os.path.realpath(as_on_disk(folder))
    with staged_folder(path, files, folder) as made:
        check_pack_folder(folder, policy)
        if _changed(path, folder, policy) is not None:
            kept = put_in_place(made, path, _BY_HAND)
            return kept and os.path.join(os.path.dirname(folder), os.path.basename(kept))
        old = put_in_place(made, path)
        if old is not None:
            try:
                # Checked again under its temporary name: a change made meanwhile is kept.
                _check_unchanged(old, folder, policy)
            except BaseException:
                remove_folder(put_in_place(old, path) or made)
                raise
            remove_folder(old)
    return None


def _check_unchanged(folder: str, called: str, policy: OverwritePolicy) -> None:
    changed = _changed(folder, called, policy)
    if changed is not None:
        raise changed


def _changed(folder: str, called: str, policy: OverwritePolicy) -> WorkspaceError | None:
    """Return the error for a changed pack; None if it is unchanged or does not exist.

    `called` is its name in messages. Raises WorkspaceError if it is no pack or cannot be replaced.
    """
    try:
        names = sorted(name for name in os.listdir(folder) if not _LITTER.fullmatch(name))
    except FileNotFoundError:
        return None
    except NotADirectoryError:
        raise _foreign(called, "is there already, and is no folder") from None
    except OSError as problem:
        raise writing_failed(called, folder, problem) from None
    if not names:
        return None
    if any(_is_inside(folder, name) for name in policy.inputs):
        raise WorkspaceError(
            "is-input",
            f"{called} holds files that are read to make this, so it is never replaced.",
            "Pack into another folder: -o FOLDER.",
        )
    open_in = next((name for name in names if name.startswith("~$")), None)
    if open_in is not None:
        raise WorkspaceError(
            "locked",
            f"{called} cannot be replaced: {open_in.removeprefix('~$')} is open in PowerPoint.",
            "Close it, or pack into another folder with -o.",
        )
    listed = None
    with contextlib.suppress(WorkspaceError):
        listed = read_checksums(read_file(os.path.join(folder, CHECKSUM_FILE)))
    if listed is None:
        raise _foreign(called, "is there already, and is no pack of deckgen's")
    for name in names:
        if name != CHECKSUM_FILE and (
            name not in listed or _digest(os.path.join(folder, name)) != listed[name]
        ):
            reason = "was changed since" if name in listed else "is not of deckgen"
            edited = f"{called}/{name}" if name in listed and name.endswith(".pptx") else ""
            return _not_replaced(called, f"{name} in it {reason}", edited)
    if not any(
        is_unchanged_output(os.path.join(folder, name)) for name in names if name.endswith(".pptx")
    ):
        return _not_replaced(called, "nothing in it shows that this deckgen wrote it")
    return None


def _not_replaced(called: str, why: str, edited: str = "") -> WorkspaceError:
    """Return the error for a pack; `edited` is its deck if that was changed."""
    pull = f"Take over what was changed: deckgen pull {shell_word(edited)}. Or pack"
    return WorkspaceError(
        "pack-changed",
        f"{called} cannot be replaced: {why}, and would be lost.",
        f"{pull if edited else 'Pack'} into another folder with -o; or add --overwrite, which "
        f"replaces this one and keeps it as {os.path.basename(called)}{_BY_HAND}.",
    )


def _is_inside(folder: str, name: str) -> bool:
    above = os.path.realpath(folder)
    try:
        return os.path.commonpath([above, os.path.realpath(as_on_disk(name))]) == above
    except ValueError:  # on Windows: another drive
        return False


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
