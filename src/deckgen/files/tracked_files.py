"""Files that remember what was read from them, so that somebody can tell what changed since."""

from __future__ import annotations

from deckgen.files.workspace import Files, WorkspaceError

MISSING, UNREADABLE = "", "?"
"""What stands for the content of a file that is not there, or is and cannot be read."""


class TrackedFiles:
    """Files that remember what was read from them."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._read: dict[str, bytes] = {}
        self._digests: dict[str, str] = {}
        self._failed: dict[str, str] = {}

    def read(self, name: str) -> bytes:
        """Read a file as the files beneath do."""
        try:
            self._read[name] = data = self._files.read(name)
        except WorkspaceError as problem:
            if problem.code == "missing-file":
                self._failed[name] = MISSING
            elif problem.code != "outside-folder":  # whatever changes there, it is not read
                self._failed[name] = UNREADABLE
            raise
        return data

    def digests(self) -> dict[str, str]:
        """Return the digests of all files that were read; a single deck never asks for them."""
        while self._read:
            name, data = self._read.popitem()
            self._digests[name] = digest(data)
        return self._digests

    def names(self) -> set[str]:
        """Return the names of the files that `asked` tells of, at no cost."""
        return {*self._read, *self._digests, *self._failed}

    def asked(self) -> dict[str, str]:
        """Return the same, and MISSING or UNREADABLE for files that were asked for in vain.

        What may not be read, as it lies outside of the folder, is not named.
        """
        return {**self._failed, **self.digests()}


def digest(data: bytes) -> str:
    """Return what stands for the bytes of a file."""
    from hashlib import blake2b

    return blake2b(data, digest_size=16).hexdigest()
