"""A town's file: its folder, the keys that only it has, what to say if it is empty or alone."""

from __future__ import annotations

from deckgen.outline.syntax.nodes import Mapping, Node
from deckgen.outline.syntax.yaml_parser import EMPTY_OUTLINE_HINT
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.file_names import shell_word

TOWNS_FOLDER = "towns"
"""The folder, beside the outline, of the files of towns."""

INSERT_BEFORE, INSERT_AFTER, MOVE, DROP = "insert-before", "insert-after", "move", "drop"
"""The keys that insert and move slides, and the word that drops one."""
TAGS = "tags"


def empty_file_hint(file: str) -> str:
    """Return what to do with an empty file: an outline, or a town's file by its folder."""
    if not _is_in_towns_folder(file):
        return EMPTY_OUTLINE_HINT
    town = _town_of(file)
    return f"Say what is different there, such as `vars: {{town: {town}}}`; or delete the file."


def report_town_file(node: Mapping, slides: Node | None, diagnostics: Diagnostics) -> bool:
    """Report a town's file that was given as an outline; return whether it is one.

    `slides` is the value of that key, which is not a list.
    """
    file = node.span.file
    keys = {key.text for key, _ in node.pairs}
    has_changes = isinstance(slides, Mapping) and "title" not in keys
    has_little = bool(keys) and keys <= {"vars", "event", TAGS}
    if not (_is_in_towns_folder(file) or has_changes or has_little):
        return False
    town = shell_word(_town_of(file))
    diagnostics.error(
        "town-alone",
        "This is what is different in a town, and no whole talk.",
        node.span,
        f"Name the town beside the outline: `deckgen check slides.yaml --town {town}`.",
    )
    return True


def _is_in_towns_folder(file: str) -> bool:
    return file.rpartition("/")[0].rpartition("/")[2] == TOWNS_FOLDER


def _town_of(file: str) -> str:
    return file.rpartition("/")[2].rpartition(".")[0]
