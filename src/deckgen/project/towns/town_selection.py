"""Which towns are asked for: by name, every file, or every row of a table."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from deckgen.files.workspace import Workspace, WorkspaceError, read_file, with_slashes
from deckgen.outline.expand.variant import COMMAND_LINE, Variable, Variant, parse_variable
from deckgen.outline.syntax.nodes import Scalar
from deckgen.project.output_names import safe_name
from deckgen.project.towns.town import Town, town_files, town_from_row, unknown_town
from deckgen.support.diagnostics import Diagnostics, Span
from deckgen.support.exit_codes import ExitCode, RequestError
from deckgen.support.file_names import comparable_name
from deckgen.support.terminal_text import visible


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
        parsed = parse_variable(argument, at)
        if parsed is None:
            raise RequestError(f"--var {argument} gives no words.", "Type --var town=Gera.")
        variables.append(parsed)
    return tuple(variables)


def located_variables(words: Mapping[str, str], file: str) -> tuple[Variable, ...]:
    """Return variables with their places: the line is the place in `words`; `file` says where."""
    return tuple(
        Variable(name, text, Span(file, at, 1, len(name)), Span(file, at, len(name) + 2))
        for at, (name, text) in enumerate(words.items(), 1)
    )


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
                raise RequestError(f"There is no town “{town}”.", unknown_town(town, files))
            names[name] = None
    if not names:
        raise RequestError("There is no town to build.", unknown_town("gera", files))
    variant = Variant("", None, selection.variables, (), selection.tag_names)
    return [Town(name, visible(name), variant._replace(town=name), files[name]) for name in names]


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
