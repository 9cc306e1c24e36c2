"""Files in memory, in front of those on the disk."""

from collections.abc import Mapping
from typing import NamedTuple

from deckgen.files.workspace import Files


class MemoryOverlay(NamedTuple):
    """Files by their names; all others are read from `others`."""

    made: Mapping[str, bytes]
    others: Files

    def read(self, name: str) -> bytes:
        """Return a whole file, or raise WorkspaceError."""
        data = self.made.get(name)
        return self.others.read(name) if data is None else data
