"""Several files that are replaced together, or not at all."""

import contextlib
import os
from collections.abc import Mapping
from typing import NamedTuple

from deckgen.files.disk_errors import WorkspaceError, writing_failed
from deckgen.files.workspace import replace_file, staged_file
from deckgen.support.file_names import as_on_disk


class FileChange(NamedTuple):
    """The bytes that a file has, and those that it shall have."""

    before: bytes | None
    """None: there is no such file."""
    after: bytes


def write_together(files: Mapping[str, FileChange]) -> None:
    """Replace files, or raise WorkspaceError and change none.

    A file that has other bytes by now than `before` is an error: somebody saved it meanwhile.
    """
    with contextlib.ExitStack() as stack:
        staged = []
        for name, file in files.items():
            path = os.path.realpath(as_on_disk(name))
            if _bytes(path, name) != file.before:
                raise WorkspaceError(
                    "changed-meanwhile",
                    f"{name} was saved by another program just now.",
                    "Nothing was written. Try it again.",
                )
            staged.append((stack.enter_context(staged_file(path, file.after, name)), path, file))
        done: list[tuple[str, FileChange]] = []
        try:
            for temporary, path, file in staged:
                replace_file(temporary, path)
                done.append((path, file))
        except OSError as problem:
            for path, file in done:
                _restore(path, file)
            raise writing_failed(path, path, problem) from None


def _bytes(path: str, name: str) -> bytes | None:
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None
    except OSError as problem:
        raise writing_failed(name, path, problem) from None


def _restore(path: str, file: FileChange) -> None:
    with contextlib.suppress(OSError, WorkspaceError):
        if file.before is None:
            os.unlink(path)
            return
        with staged_file(path, file.before, path) as temporary:
            replace_file(temporary, path)
