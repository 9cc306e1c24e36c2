"""One deck: of the talk as it is written, or of the town that the command line names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.commands.asked import Asked, known_towns, one_town, tags_said

if TYPE_CHECKING:
    from deckgen.compile import Compiled
    from deckgen.diagnostics import Diagnostics


def compile_one(
    outline: str, brand: str | None, diagnostics: Diagnostics, asked: Asked
) -> Compiled | None:
    """Return the deck of the one town that is asked for, or of the talk; None if there is none."""
    from deckgen.building import Bench, Task
    from deckgen.workspace import with_slashes

    town = one_town(outline, asked)
    bench = Bench(Task(with_slashes(outline), brand and with_slashes(brand), None))
    bench.check_names(known_towns(outline), tags_said(asked), diagnostics)
    return bench.compile(town, diagnostics)
