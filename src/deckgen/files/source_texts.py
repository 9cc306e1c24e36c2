"""The text of the files that diagnostics point into, to be shown with them.

Only files that the talk may read are shown: a refused link to another folder must show nothing.
"""

import re
from collections.abc import Iterable
from contextlib import suppress

from deckgen.files.workspace import Workspace, WorkspaceError


def source_texts(names: Iterable[str], around: Iterable[str | None]) -> dict[str, str]:
    """Return the text of files by their names; binary and unreadable files are absent.

    Each must be in or below the folder of one of the files `around`; None there is ignored.
    """
    folders = [Workspace.around(file) for file in around if file is not None]
    texts = {}
    for name in set(names):
        for folder in folders:
            with suppress(WorkspaceError):
                data = folder.read(name)
                if b"\0" not in data:
                    texts[name] = _readable(data)
                break
    return texts


def _readable(data: bytes) -> str:
    """Return UTF-8 as text; bytes that are not UTF-8 are taken as Windows-1252."""
    text = data.decode("utf-8-sig", errors="surrogateescape")
    return re.sub(
        "[\udc80-\udcff]",
        lambda byte: bytes([ord(byte[0]) - 0xDC00]).decode("cp1252", errors="replace"),
        text,
    )
