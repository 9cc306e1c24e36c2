"""Files in memory, in front of those on the disk."""

from collections.abc import Mapping
from typing import NamedTuple

from deckgen.files.workspace import Files, WorkspaceError


class MemoryOverlay(NamedTuple):
    """Files by their names; all others are read from `others`."""

    made: Mapping[str, bytes]
    others: Files

    def read(self, name: str) -> bytes:
        """Return a whole file, or raise WorkspaceError."""
        data = self.made.get(name)
        return self.others.read(name) if data is None else data


class NoFiles:
    """No files at all, behind those in memory."""

    def read(self, name: str) -> bytes:
        """Raise WorkspaceError."""
        raise WorkspaceError("missing-file", f"{name} is not there.", "Name a file that is there.")
