"""The towns of a talk: files in the folder `towns` beside its outline, or the rows of a table."""

import unicodedata
from typing import TYPE_CHECKING, NamedTuple, Protocol

from deckgen.files.workspace import Files
from deckgen.outline.expand.variant import Variable, Variant
from deckgen.outline.schema.town_file import TOWNS_FOLDER
from deckgen.support.file_names import path_beside
from deckgen.support.nearest import nearest
from deckgen.support.terminal_text import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from deckgen.outline.expand.town_table import TownRow
    from deckgen.support.diagnostics import Diagnostic

_ENDING = ".yaml"
_ENDINGS = {_ENDING, ".yml"}


class ListableFiles(Files, Protocol):
    """Files that can be listed."""

    def names(self, folder: str) -> list[str]:
        """Return the names of the files in a folder, in order; none where there is no folder."""
        ...


class Town(NamedTuple):
    """A town, or an event, that the talk is given in."""

    name: str
    label: str
    """What reports call it: a row with its line."""
    variant: Variant
    file: str | None = None
    """The town's file, which is read when its turn comes."""
    problems: "tuple[Diagnostic, ...]" = ()
    """What is wrong with its row; then it cannot be built."""


def town_files(outline: str, files: ListableFiles) -> dict[str, str]:
    """Return the files of the talk's towns by the name of the town.

    A .yml beside a .yaml of its name keeps its ending in the name: neither is lost.
    """
    folder = path_beside(outline, TOWNS_FOLDER)
    towns: dict[str, str] = {}
    for name in files.names(folder):
        stem, dot, ending = unicodedata.normalize("NFC", name).rpartition(".")
        if dot + ending.lower() in _ENDINGS and not name.startswith((".", "~")):
            towns[f"{stem}{dot}{ending}" if stem in towns else stem] = f"{folder}/{name}"
    return towns


def town_from_row(row: "TownRow", variables: tuple[Variable, ...], tags: "Iterable[str]") -> Town:
    """Return the town of a row; `variables` and `tags` are those of the command line."""
    own = row.variant
    given = own._replace(variables=own.variables + variables, tags=own.tags | set(tags))
    place = f"{row.span.file}:{row.span.line}"
    label = visible(f"{row.town}, {place}" if row.town else place)
    return Town(row.town, label, given, None, row.problems)


def pattern_values(town: Town, names: "Iterable[str]") -> dict[str, str]:
    """Return what a pattern for file names may name of a town: itself, its tags and variables."""
    words = {each.name: each.words for each in town.variant.variables} | {"town": town.name}
    if town.variant.tags:
        words["tag"] = " ".join(sorted(town.variant.tags))
    return {name: words[name] for name in names if name in words}


def unknown_town(name: str, files: "Mapping[str, str]") -> str:
    """Return the way out for a town that has no file."""
    # `towns/gera.yaml` is the file of gera.
    near = nearest(name.rpartition("/")[2].removesuffix(_ENDING), files)
    if near:
        return f"Did you mean {near}?"
    if files:
        return f"There are: {', '.join(files)}. `deckgen towns` lists them."
    file = f"{TOWNS_FOLDER}/{name}{_ENDING}"
    return f"Write {file} beside the outline, with vars: {{town: {name}}} in it."
