"""Files in memory, in front of those on the disk; what an outline may read."""

from collections.abc import Mapping
from typing import NamedTuple

from deckgen.files.workspace import Files, Workspace, WorkspaceError, with_slashes
from deckgen.support.file_names import StrPath, normalized_path


class MemoryOverlay(NamedTuple):
    """Files by their names; all others are read from `others`."""

    made: Mapping[str, bytes]
    others: Files

    def read(self, name: str) -> bytes:
        """Return a whole file, or raise WorkspaceError."""
        data = self.made.get(name, self.made.get(normalized_path(name)))
        return self.others.read(name) if data is None else data


class NoFiles:
    """No files at all, behind those in memory."""

    def read(self, name: str) -> bytes:
        """Raise WorkspaceError."""
        raise WorkspaceError("missing-file", f"{name} is not there.", "Name a file that is there.")


class OutlineFiles(NamedTuple):
    """The files of one talk, named as seen from the current folder."""

    name: str
    """The outline."""
    text: bytes | None
    """The outline, if it is not on the disk."""
    disk: Workspace | None
    """The folder of the outline; None if nothing may be read from the disk."""

    def read(self, name: str) -> bytes:
        """Return a whole file, or raise WorkspaceError."""
        if name == self.name and self.text is not None:
            return self.text
        if self.disk is None:
            raise WorkspaceError(
                "missing-file",
                f"{name} cannot be read: this outline has no folder.",
                "Give the folder in which its files lie.",
            )
        return self.disk.read(name)

    def names(self, folder: str) -> list[str]:
        """Return the names of the files in a folder, in order; none where there is no folder."""
        return [] if self.disk is None else self.disk.names(folder)


def files_of(name: str, text: bytes | None = None, folder: StrPath | None = None) -> OutlineFiles:
    """Return the files of an outline on the disk; of `text`, if it is given, in `folder`."""
    if text is None:
        return OutlineFiles(with_slashes(name), None, Workspace.around(name))
    if folder is None:
        return OutlineFiles(name, text, None)
    path = with_slashes(f"{folder}/{name}")
    return OutlineFiles(path, text, Workspace.around(path))
