"""Files that remember what was read from them, to find out what has changed since."""

from deckgen.files.workspace import Files, WorkspaceError, real_path

MISSING, UNREADABLE = "", "?"
"""In place of the digest of a file that does not exist, or cannot be read."""
OUTSIDE = ">"
"""Begins what stands in place of the digest of a file that must not be read."""


class TrackedFiles:
    """Files that remember what was read from them."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._read: dict[str, bytes] = {}
        self._digests: dict[str, str] = {}
        self._failed: dict[str, str] = {}

    def read(self, name: str) -> bytes:
        """Return a whole file, or raise WorkspaceError, as the underlying files do."""
        try:
            self._read[name] = data = self._files.read(name)
        except WorkspaceError as problem:
            if problem.code == "missing-file":
                self._failed[name] = MISSING
            elif problem.code == "outside-folder":  # such a file is never read
                self._failed[name] = whereabouts(name)
            else:
                self._failed[name] = UNREADABLE
            raise
        return data

    def digests(self) -> dict[str, str]:
        """Return the digests of all files that were read, made only now."""
        while self._read:
            name, data = self._read.popitem()
            self._digests[name] = digest(data)
        return self._digests

    def names(self) -> set[str]:
        """Return the names of the files in `all_digests`, without making digests."""
        return {*self._read, *self._digests, *self._failed}

    def all_digests(self) -> dict[str, str]:
        """Return `digests`, with MISSING, UNREADABLE or `whereabouts` for those not read."""
        return {**self._failed, **self.digests()}


def whereabouts(name: str) -> str:
    """Return what stands for the digest of a file outside the folder: where its links lead."""
    return OUTSIDE + real_path(name)


def digest(data: bytes) -> str:
    """Return a digest of the bytes of a file."""
    from hashlib import blake2b

    return blake2b(data, digest_size=16).hexdigest()
