"""A town's file where an outline is expected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.outline.expand.town_keys import TAGS, TOWNS
from deckgen.outline.syntax.nodes import Mapping, Node

if TYPE_CHECKING:
    from deckgen.support.diagnostics import Diagnostics


def tell_if_of_town(node: Mapping, slides: Node | None, diagnostics: Diagnostics) -> bool:
    """Tell that this is what a town changes, if it is, and return whether.

    `slides` stands under the key of that name, and is no list.
    """
    path, _, name = node.span.file.rpartition("/")
    is_there = path.rpartition("/")[2] == TOWNS
    keys = {key.text for key, _ in node.pairs}
    has_changes = isinstance(slides, Mapping) and "title" not in keys
    has_little = bool(keys) and keys <= {"vars", "event", TAGS}
    if not (is_there or has_changes or has_little):
        return False
    town = name.rpartition(".")[0]
    diagnostics.error(
        "town-alone",
        "This is what is different in a town, and no whole talk.",
        node.span,
        f"Name the town beside the outline: `deckgen check slides.yaml --town {town}`.",
    )
    return True
