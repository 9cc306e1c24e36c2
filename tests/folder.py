"""A folder in memory, for what is compiled in tests."""

from collections.abc import Mapping

from deckgen.files.workspace import WorkspaceError


class Folder:
    """A folder whose files are a dictionary."""

    def __init__(self, files: Mapping[str, str | bytes]) -> None:
        self.files = files

    def read(self, name: str) -> bytes:
        """Return the file, or raise as the disk does."""
        if name not in self.files:
            raise WorkspaceError("missing-file", f"There is no file {name}.", "Check the name.")
        data = self.files[name]
        return data.encode() if isinstance(data, str) else data
