"""One deck: of the talk as it is written, or of the town that the command line names."""

from typing import TYPE_CHECKING, NamedTuple

from deckgen.commands.town_selection import Asked, known_towns, one_town, tags_said

if TYPE_CHECKING:
    from deckgen.pipeline.compile import Compiled
    from deckgen.support.diagnostics import Diagnostics


class CompiledOne(NamedTuple):
    """The deck that is asked for, and the files that were read for it."""

    compiled: "Compiled | None"
    """None if there is no deck."""
    read: frozenset[str]


def compile_one(
    outline: str, brand: str | None, diagnostics: "Diagnostics", asked: Asked
) -> CompiledOne:
    """Return the deck of the one town that is asked for, or of the talk."""
    from deckgen.files.workspace import with_slashes
    from deckgen.project.town_builder import BuildOptions, TownBuilder

    town = one_town(outline, asked)
    builder = TownBuilder(BuildOptions(with_slashes(outline), brand and with_slashes(brand), None))
    builder.check_names(known_towns(outline), tags_said(asked), diagnostics)
    compiled = builder.compile(town, diagnostics)
    return CompiledOne(compiled, builder.names())
