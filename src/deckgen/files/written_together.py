"""Several files that are replaced together, or not at all."""

import contextlib
import os
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from deckgen.files.disk_errors import WorkspaceError, office_mark, writing_failed
from deckgen.files.workspace import Workspace, replace_file, staged_file
from deckgen.support.file_names import as_on_disk

_WAYS_OUT = {
    "locked": "Close it there.",
    "not-writable": "Check the permissions of the file and of its folder.",
}
"""By the code of the error; the hints of other errors hold here, too."""


class FileChange(NamedTuple):
    """The bytes that a file has, and those that it shall have."""

    before: bytes | None
    """None: there is no such file."""
    after: bytes


class _StagedFile(NamedTuple):
    name: str
    """For messages."""
    path: str
    """With links resolved."""
    temporary: str
    """The path of the complete new file."""
    change: FileChange


def write_together(files: Mapping[str, FileChange]) -> None:
    """Replace files, or raise WorkspaceError and change none, also where it is interrupted.

    A file that has other bytes by now than `before`, or that an office program has open, is an
    error. New files are made first: if the process is killed in between, no file names one that is
    missing, and the same changes can be written again.
    """
    # Sorting is stable: new files come first.
    in_order = sorted(files.items(), key=lambda file: file[1].before is not None)
    try:
        with contextlib.ExitStack() as stack:
            staged = [stack.enter_context(_staged(name, change)) for name, change in in_order]
            for file in staged:
                _check(file)
            _replace(staged)
    except WorkspaceError as problem:
        way_out = _WAYS_OUT.get(problem.code, problem.hint)
        if problem.code != "half-written":
            way_out = f"{way_out} Nothing was written; try it again then."
        raise WorkspaceError(problem.code, problem.message, way_out) from None


@contextlib.contextmanager
def _staged(name: str, change: FileChange) -> Iterator[_StagedFile]:
    path = os.path.realpath(as_on_disk(name))
    Workspace(".").sweep(os.path.dirname(path))
    with staged_file(path, change.after, name) as temporary:
        yield _StagedFile(name, path, temporary, change)


def _check(file: _StagedFile) -> None:
    """Raise WorkspaceError if somebody saved a file meanwhile, or has it open."""
    if _bytes(file) != file.change.before:
        raise WorkspaceError(
            "changed-meanwhile", f"{file.name} was saved by another program just now.", ""
        )
    if mark := office_mark(file.path):
        raise WorkspaceError(
            "open-elsewhere",
            f"{file.name} is open in another program, whose next save would undo the change.",
            f"Close it there; or, if no program has it open, delete {mark} beside it.",
        )


def _replace(staged: Sequence[_StagedFile]) -> None:
    begun: list[_StagedFile] = []
    try:
        for file in staged:
            begun.append(file)
            replace_file(file.temporary, file.path)
    except BaseException as problem:
        left = [each.name for each in begun if not _restored(each)]
        if left:
            raise WorkspaceError(
                "half-written",
                f"{begun[-1].name} cannot be replaced; {', '.join(left)} could not be set back.",
                "Make sure that no program has them open, then try it again: what stands there is "
                "not written twice.",
            ) from problem
        if isinstance(problem, OSError):
            raise writing_failed(begun[-1].name, begun[-1].path, problem) from None
        raise


def _bytes(file: _StagedFile) -> bytes | None:
    try:
        with open(file.path, "rb") as source:
            return source.read()
    except FileNotFoundError:
        return None
    except OSError as problem:
        raise writing_failed(file.name, file.path, problem) from None


def _restored(file: _StagedFile) -> bool:
    """Give a file back the bytes that it had; return whether it has them."""
    before = file.change.before
    with contextlib.suppress(OSError, WorkspaceError):
        if _bytes(file) == before:
            return True
        if before is None:
            os.unlink(file.path)
            return True
        with staged_file(file.path, before, file.name) as temporary:
            replace_file(temporary, file.path)
        return True
    return False
