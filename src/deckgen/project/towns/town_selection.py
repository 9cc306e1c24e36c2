"""The towns of a talk, files beside its outline or rows of a table; and which are asked for."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple, Protocol

from deckgen.files.workspace import Files, Workspace, WorkspaceError, read_file, with_slashes
from deckgen.outline.expand.variant import COMMAND_LINE, Variable, Variant, located_variable
from deckgen.outline.schema.talk import TOWNS_FOLDER
from deckgen.outline.syntax.nodes import Scalar
from deckgen.project.output_names import safe_name
from deckgen.support.diagnostics import Diagnostic, Diagnostics, Severity, Span
from deckgen.support.exit_codes import ExitCode, RequestError
from deckgen.support.file_names import comparable_name, path_beside, shell_word
from deckgen.support.nearest import nearest
from deckgen.support.terminal_text import visible

if TYPE_CHECKING:
    from deckgen.outline.expand.town_table import TownRow

_ENDING = ".yaml"
_ENDINGS = {_ENDING, ".yml"}
_COPY = r"(?i)[\W_]+(?:\d+\)$|.*(?:conflict|konflikt|conflit|copy|copie|kopie))"
"""What shared folders and file managers add to the name of a second version."""


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
    problems: tuple[Diagnostic, ...] = ()
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


def town_from_row(row: "TownRow", variables: tuple[Variable, ...], tags: Iterable[str]) -> Town:
    """Return the town of a row; `variables` and `tags` are those of the command line."""
    own = row.variant
    given = own._replace(variables=own.variables + variables, tags=own.tags | set(tags))
    place = f"{row.span.file}:{row.span.line}"
    label = visible(f"{row.town}, {place}" if row.town else place)
    return Town(row.town, label, given, None, row.problems)


def pattern_values(
    town: str, variables: Iterable[Variable], tags: frozenset[str]
) -> dict[str, str]:
    """Return what a pattern for file names may name: variables, and a town and tags if given."""
    words = {each.name: each.words for each in variables}
    own = (("town", town), ("tag", " ".join(sorted(tags))))
    return words | {name: text for name, text in own if text}


def _unknown_town(name: str, files: Mapping[str, str]) -> str:
    """Return the way out for a town that has no file."""
    # `towns/gera.yaml` is the file of gera.
    near = nearest(name.rpartition("/")[2].removesuffix(_ENDING), files)
    if near:
        return f"Did you mean {near}?"
    if files:
        return f"There are: {', '.join(files)}. `deckgen towns` lists them."
    file = f"{TOWNS_FOLDER}/{name}{_ENDING}"
    return f"Write {file} beside the outline, with vars: {{town: {name}}} in it."


class TownSelection(NamedTuple):
    """The towns that a command or a caller asks for, with the words and tags for all of them."""

    towns: tuple[str, ...] = ()
    """Names as people write them."""
    every: bool = False
    """Whether every file in the folder towns is meant."""
    table: str | None = None
    """A CSV file, a town in each row."""
    variables: tuple[Variable, ...] = ()
    tags: tuple[Scalar, ...] = ()

    @property
    def is_many(self) -> bool:
        """Whether more than one deck is asked for."""
        return self.every or self.table is not None or len(self.towns) > 1

    @property
    def tag_names(self) -> frozenset[str]:
        """The tags without their places."""
        return frozenset(tag.text for tag in self.tags)


def parse_variables(arguments: Iterable[str]) -> tuple[Variable, ...]:
    """Return the variables of arguments such as `town=Gera`; raise RequestError."""
    variables = []
    for at, argument in enumerate(arguments, 1):
        name, sign, words = argument.partition("=")
        if not sign or not name.strip():
            raise RequestError(f"--var {argument} gives no words.", "Type --var town=Gera.")
        variables.append(located_variable(name.strip(), words, COMMAND_LINE, at))
    return tuple(variables)


def located_variables(words: Mapping[str, str], file: str) -> tuple[Variable, ...]:
    """Return variables with their places: the line is the place in `words`; `file` says where.

    Raises TypeError for a name or words that are no text, such as a number.
    """
    for pair in words.items():
        if not all(isinstance(each, str) for each in pair):
            raise TypeError(f"Variables are texts, and {pair!r} is not; type str(…) around it.")
    pairs = enumerate(words.items(), 1)
    return tuple(located_variable(name, text, file, at) for at, (name, text) in pairs)


def located_tags(tags: Iterable[str], file: str = COMMAND_LINE) -> tuple[Scalar, ...]:
    """Return tags with their places: the line is the place in `tags`; `file` says where."""
    return tuple(Scalar(tag, Span(file, at, 1, len(tag))) for at, tag in enumerate(tags, 1))


def known_towns(outline: str) -> dict[str, str]:
    """Return the files of the talk's towns by the name of the town."""
    return town_files(with_slashes(outline), Workspace.around(outline))


def select_town(files: Mapping[str, str], selection: TownSelection) -> Town:
    """Return the one town that is asked for, or the talk as it is written.

    `files` holds the files of towns by their names. Raises RequestError for a town without a file.
    """
    if selection.towns:
        return _from_files(files, selection)[0]
    return Town("", "", Variant("", None, selection.variables, (), selection.tag_names))


def select_towns(outline: str, selection: TownSelection, diagnostics: Diagnostics) -> list[Town]:
    """Return every town that is asked for; what is wrong with a table stands in `diagnostics`.

    Raises RequestError where there is no such town, or the selection contradicts itself.
    """
    if selection.table is None:
        return _from_files(known_towns(outline), selection)
    if selection.towns or selection.every:
        raise RequestError(
            "--each takes its towns from a table, and the others from files.",
            "Type one of --each, --all and --town.",
        )
    return _from_table(selection.table, selection, diagnostics)


def _from_files(files: Mapping[str, str], selection: TownSelection) -> list[Town]:
    names = dict.fromkeys(files)
    if not selection.every:
        names = {}
        for town in selection.towns:
            name = _nearest_town(town, files)
            if name is None:
                raise RequestError(f"There is no town “{town}”.", _unknown_town(town, files))
            names[name] = None
    if not names:
        raise RequestError("There is no town to build.", _unknown_town("gera", files))
    variant = Variant("", None, selection.variables, (), selection.tag_names)
    return [
        Town(
            name,
            visible(name),
            variant._replace(town=name),
            files[name],
            _copied(name, files) if selection.every else (),
        )
        for name in names
    ]


def _copied(name: str, files: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """Return an error if the name is that of another town, and what makes it a copy."""
    others = [town for town in files if name.startswith(town)] if re.search(_COPY, name) else []
    for town in others:
        if re.match(_COPY, name.removeprefix(town)):
            message = f"By its name, this file is a second version of {files[town]}."
            compared = f"{shell_word(town)} {shell_word(name)}"
            hint = f"Compare the two: deckgen towns diff {compared}. Then delete one, or rename it."
            span = Span(files[name], 1, 1)
            return (Diagnostic(Severity.ERROR, "town-twice", message, span, hint),)
    return ()


def _nearest_town(wanted: str, names_of_towns: Iterable[str]) -> str | None:
    """Return the town that is meant: `Schmölln`, `schmoelln` for schmölln; None if none is.

    Capitals make no difference, nor whether an umlaut is one sign, two, or written out.
    """
    names = list(names_of_towns)
    for alike in (str, comparable_name, safe_name):
        alike_names = [name for name in names if alike(name) == alike(wanted)]
        if alike_names:
            return alike_names[0] if len(alike_names) == 1 else None
    return None


def _from_table(table: str, selection: TownSelection, diagnostics: Diagnostics) -> list[Town]:
    from deckgen.outline.expand.town_table import read_town_table

    try:
        data = read_file(table)
    except WorkspaceError as problem:
        raise RequestError(problem.message, problem.hint, ExitCode.OUTLINE) from None
    rows = read_town_table(with_slashes(table), data, diagnostics)
    if not rows and not diagnostics.has_errors:
        raise RequestError(
            f"{table} has no towns.", "Each row below the first is a town.", ExitCode.OUTLINE
        )
    return [town_from_row(row, selection.variables, selection.tag_names) for row in rows]
