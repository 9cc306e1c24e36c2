"""The text of files that findings point into, to be shown beside them.

Only what lies where the talk may read is shown: a file that was refused, since it is a link to
somewhere else, must not be shown in the message that refuses it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress

from deckgen.files.workspace import Workspace, WorkspaceError


def source_texts(names: Iterable[str], around: Iterable[str | None]) -> dict[str, str]:
    """Return the text of files by their names, as far as they can be read.

    Those that hold no text are left out. Each must lie in or below the folder of one of the files
    `around`; None stands for no file.
    """
    folders = [Workspace.around(file) for file in around if file is not None]
    found = {}
    for name in set(names):
        for folder in folders:
            with suppress(WorkspaceError):
                data = folder.read(name)
                if b"\0" not in data:
                    found[name] = _readable(data)
                break
    return found


def _readable(data: bytes) -> str:
    """Return UTF-8 as text; what is none in it, as an old Windows encoding has it."""
    text = data.decode("utf-8-sig", errors="surrogateescape")
    return re.sub("[\udc80-\udcff]", lambda sign: _windows(ord(sign[0]) - 0xDC00), text)


def _windows(byte: int) -> str:
    return bytes([byte]).decode("cp1252", errors="replace")
