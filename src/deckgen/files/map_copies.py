"""Copies of the maps of decks, for programs that leave the map out when they save a deck.

The copy lies in the folder `.deckgen` beside the deck, and is that of the deck which deckgen wrote
there last; so it belongs to a deck that was edited in its place. It is kept for decks in a folder
`build` alone: that is deckgen's own. What cannot be written or read is no loss: it is a copy.
"""

import contextlib
import io
import os

from deckgen.files.workspace import WorkspaceError, read_file
from deckgen.seal.seal import seal_in
from deckgen.support.file_names import as_on_disk

_FOLDER, _OWN = ".deckgen", "build"


def keep_map_copy(deck: str, data: bytes, kept: str | None) -> None:
    """Write the copy for a deck that was just written.

    `kept` is the name under which the deck is kept that stood there: its copy goes with it.
    """
    folder = os.path.dirname(os.path.realpath(as_on_disk(deck)))
    if os.path.basename(folder) != _OWN:
        return
    path = _copy_path(deck)
    with contextlib.suppress(OSError):
        os.mkdir(os.path.dirname(path))
    if kept is not None:
        with contextlib.suppress(OSError):
            os.replace(path, _copy_path(kept))
    with contextlib.suppress(OSError):
        os.unlink(path)  # a link is not followed
    part = seal_in(io.BytesIO(data))
    if part is not None and b"<map" in part:
        with contextlib.suppress(OSError), open(path, "xb") as file:
            file.write(part)


def map_copy(deck: str) -> bytes | None:
    """Return the part that holds the map of the deck that was built in this place, or None."""
    try:
        return read_file(_copy_path(deck))
    except WorkspaceError:
        return None


def _copy_path(deck: str) -> str:
    folder, name = os.path.split(os.path.realpath(as_on_disk(deck)))
    return os.path.join(folder, _FOLDER, f"{name}.xml")
