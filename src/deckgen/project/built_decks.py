"""The decks in the folder build, by whether somebody changed them."""

import re
from typing import NamedTuple

from deckgen.files.overwriting import is_unchanged_output
from deckgen.files.workspace import Workspace
from deckgen.project.output_names import outline_prefix
from deckgen.project.output_paths import OUTPUT_FOLDER
from deckgen.support.file_names import in_folder

_KEPT = re.compile(r"\.by-hand(-\d+)?\.pptx")
"""The end of the names under which replaced decks are kept."""


class BuiltDecks(NamedTuple):
    """Decks by their names, as seen from the current folder."""

    unchanged: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    """Decks that were changed, and replaced."""


def built_decks(outline: str | None = None) -> BuiltDecks:
    """Return the decks in the folder build; with an `outline`, those that bear its name."""
    prefix = "" if outline is None else outline_prefix(outline)
    # It may be a link to a folder elsewhere.
    folder = Workspace(".", within=OUTPUT_FOLDER)
    decks = [
        in_folder(OUTPUT_FOLDER, name)
        for name in folder.names(OUTPUT_FOLDER)
        # Marks of open programs begin so, too: `~$talk.pptx`, `.~lock.talk.pptx#`.
        if name.startswith(prefix) and name.lower().endswith(".pptx") and name[0] not in ".~"
    ]
    kept = [name for name in decks if _KEPT.search(name)]
    standing = [name for name in decks if name not in kept]
    unchanged = [name for name in standing if is_unchanged_output(name)]
    changed = [name for name in standing if name not in unchanged]
    return BuiltDecks(tuple(unchanged), tuple(changed), tuple(kept))
