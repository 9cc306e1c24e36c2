"""Which towns the command line asks for: by name, every file, or every row of a table."""

import os
import sys
from typing import TYPE_CHECKING, NamedTuple, TypedDict

from deckgen.commands.console import fail, report
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.exit_codes import ExitCode

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckgen.outline.expand.variant import Variable
    from deckgen.outline.syntax.nodes import Scalar
    from deckgen.project.towns import Town


class Output(NamedTuple):
    """Where the command line wants what is made."""

    name: str | None
    """A file, a folder or a pattern for names; None for the usual place."""
    overwrite: bool = False
    """Whether files that deckgen did not write, or that were changed since, may be replaced."""


class Asked(TypedDict):
    """What the options say about towns."""

    towns: tuple[str, ...]
    every: bool
    table: str | None
    words: tuple[str, ...]
    tags: tuple[str, ...]


def is_many(asked: Asked) -> bool:
    """Return whether more than one deck is asked for."""
    return asked["every"] or asked["table"] is not None or len(asked["towns"]) > 1


def one_town(outline: str, asked: Asked) -> "Town":
    """Return the one town that is asked for, or the talk as it is written."""
    from deckgen.outline.expand.variant import Variant
    from deckgen.project.towns import Town

    if asked["towns"]:
        return _chosen(outline, asked)[0]
    variant = Variant("", None, _variables(asked), (), frozenset(asked["tags"]))
    return Town("", "", variant)


def known_towns(outline: str) -> dict[str, str]:
    """Return the files of the talk's towns by their names."""
    from deckgen.files.workspace import Workspace, with_slashes
    from deckgen.project.towns import town_files

    return town_files(with_slashes(outline), Workspace.around(outline))


def tags_said(asked: Asked) -> "list[Scalar]":
    """Return the tags of the command line, with their place there."""
    from deckgen.outline.expand.variant import COMMAND_LINE
    from deckgen.outline.syntax.nodes import Scalar
    from deckgen.support.diagnostics import Span

    return [
        Scalar(tag, Span(COMMAND_LINE, at, 1, len(tag))) for at, tag in enumerate(asked["tags"], 1)
    ]


def _variables(asked: Asked) -> "tuple[Variable, ...]":
    from deckgen.outline.expand.variant import parse_variable

    variables = []
    for at, said in enumerate(asked["words"], 1):
        found = parse_variable(said, at)
        if found is None:
            fail(ExitCode.USAGE, f"--var {said} gives no words.", "Type --var town=Gera.")
        variables.append(found)
    return tuple(variables)


def _chosen(outline: str, asked: Asked) -> "list[Town]":
    """Return the towns that are asked for by their files."""
    from deckgen.project.towns import from_file, unknown_town

    known = known_towns(outline)
    names = dict.fromkeys(known)
    if not asked["every"]:
        meant = {name: _meant(name, known) for name in asked["towns"]}
        for name, town in meant.items():
            if town is None:
                fail(ExitCode.USAGE, f"There is no town “{name}”.", unknown_town(name, known))
        names = dict.fromkeys(town for town in meant.values() if town is not None)
    if not names:
        fail(ExitCode.USAGE, "There is no town to build.", unknown_town("gera", known))
    variables = _variables(asked)
    return [from_file(name, known[name], variables, asked["tags"]) for name in names]


def _meant(said: str, known: "Iterable[str]") -> str | None:
    """Return the town that somebody means: `Schmölln`, `schmoelln` for schmölln; None if none is.

    Capitals make no difference, nor whether an umlaut is one sign, two, or written out.
    """
    from deckgen.project.output_names import file_name
    from deckgen.support.file_names import comparable_name

    names = list(known)
    for alike in (str, comparable_name, file_name):
        found = [name for name in names if alike(name) == alike(said)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _rows(table: str, asked: Asked) -> "list[Town]":
    """Return the towns of a table; ends where it cannot be read as one."""
    from deckgen.files.workspace import WorkspaceError, read_file, with_slashes
    from deckgen.outline.expand.town_table import read_town_table
    from deckgen.project.towns import from_row

    diagnostics = Diagnostics()
    try:
        data = read_file(table)
    except WorkspaceError as problem:
        fail(ExitCode.OUTLINE, problem.message, problem.hint)
    rows = read_town_table(with_slashes(table), data, diagnostics)
    report(diagnostics, (table,))
    if diagnostics.has_errors:
        sys.exit(ExitCode.OUTLINE)
    if not rows:
        fail(ExitCode.OUTLINE, f"{table} has no towns.", "Each row below the first is a town.")
    variables = _variables(asked)
    return [from_row(row, variables, asked["tags"]) for row in rows]


def towns_asked(outline: str, asked: Asked) -> "list[Town]":
    """Return every town that is asked for; ends where they contradict each other."""
    table = asked["table"]
    if table is None:
        return _chosen(outline, asked)
    if asked["towns"] or asked["every"]:
        fail(
            ExitCode.USAGE,
            "--each takes its towns from a table, and the others from files.",
            "Type one of --each, --all and --town.",
        )
    return _rows(table, asked)


def target_of_one(
    output: str | None, outline: str, asked: Asked, title: str, ending: str = ".pptx"
) -> str:
    """Return where the one deck goes that is asked for, or what is made of it.

    Ends where the name of the file asks for what is not said.
    """
    from deckgen.files.workspace import with_slashes
    from deckgen.project.output_names import (
        fields,
        file_name,
        output_name,
        stem_of,
        title_name,
        unreserved,
    )

    if output is None:
        town = next(iter(asked["towns"]), "")
        name = file_name(town) if town else title_name(title)
        if not town and name in {file_name(one) for one in known_towns(outline)}:
            name += "-talk"
        file = unreserved(f"{stem_of(outline)}{name}{_version(asked)}{ending}")
        return os.path.join("build", file)
    named = fields(output)
    if not named:
        return output
    words = _words_said(asked)
    for field in named:
        if field not in words:
            fail(ExitCode.USAGE, f"{output} names {{{field}}}, which is not said.", _to_say(field))
    return output_name(with_slashes(output), words)


def pattern_of_many(output: str | None, outline: str, asked: Asked, ending: str = ".pptx") -> str:
    """Return the pattern for the names of what is made of many towns."""
    from deckgen.files.workspace import with_slashes
    from deckgen.project.output_names import stem_of

    usual = f"build/{stem_of(outline)}{{town}}{_version(asked)}{ending}"
    return usual if output is None else with_slashes(output)


def _version(asked: Asked) -> str:
    from deckgen.project.output_names import version_of

    return version_of(asked["tags"], [(each.name, each.words) for each in _variables(asked)])


def _words_said(asked: Asked) -> dict[str, str]:
    """Return what a name of a file may ask for, with the words of the command line."""
    words = {each.name: each.words for each in _variables(asked)}
    if asked["towns"]:
        words["town"] = asked["towns"][0]
    if asked["tags"]:
        words["tag"] = " ".join(sorted(asked["tags"]))
    return words


def _to_say(field: str) -> str:
    """Return how to say what a name of a file asks for."""
    if field in {"town", "tag"}:
        return f"Add --{field} NAME, or take {{{field}}} out."
    return f"Add --var {field}=WORDS; {{town}} and {{tag}} stand for what --town and --tag say."
