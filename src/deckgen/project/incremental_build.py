"""One talk built again and again: only what its changed files went into is made anew."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from deckgen.files.recorded_files import Recorded
from deckgen.files.workspace import Workspace
from deckgen.outline.syntax.nodes import Scalar
from deckgen.pipeline.compile import Compiled, Shared, deck_bytes
from deckgen.project.town_builder import Bench, Task
from deckgen.project.towns import Town, town_files
from deckgen.support.diagnostics import Diagnostics

_MOST_PACKED = 64 * 1024 * 1024
"""Bytes of packed parts that are kept; old states of pictures are among them."""


class Built(NamedTuple):
    """A talk as it is now."""

    compiled: Compiled | None
    diagnostics: Diagnostics
    data: bytes | None
    """The deck; None if there is an error."""
    files: dict[str, str | None]
    """What was read of each file, for `watching.changes_since`."""


def rebuilt(
    task: Task,
    town: Town,
    tags: Sequence[Scalar],
    shared: Shared,
    changed: frozenset[str] = frozenset(),
) -> Built:
    """Return the deck of a town, or of the talk, as the files say now.

    `shared` is what earlier decks left, and `changed` names the files that changed since. It grows
    no further than the talk does.
    """
    shared.forget(changed)
    if sum(len(entry.local) for entry in shared.packed.values()) > _MOST_PACKED:
        shared.packed.clear()
    bench = Bench(task, shared)
    own, diagnostics = Recorded(Workspace.around(task.outline)), Diagnostics()
    bench.check_names(town_files(task.outline, Workspace.around(task.outline)), tags, diagnostics)
    compiled = bench.compile(town, diagnostics, own)
    data = None
    if compiled is not None and not diagnostics.has_errors:
        data = deck_bytes(compiled, task.epoch, shared.packed)
    looks = {name: None for look in shared.looks.values() for name in look.read}
    return Built(compiled, diagnostics, data, {**looks, **bench.asked(own)})
