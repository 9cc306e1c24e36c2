"""Which decks a run builds: the towns that were asked for, and where the deck of each goes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from deckgen.building import Done, Job
from deckgen.diagnostics import Diagnostic, Diagnostics, Severity, Span
from deckgen.outputs import collisions, fields, output_name
from deckgen.towns import Town, words_of

_SHOWN = 5
"""Towns that are named beside a problem that they share."""


class Problem(NamedTuple):
    """A problem, and the labels of the towns that have it."""

    found: Diagnostic
    towns: list[str]


def jobs(towns: Iterable[Town], pattern: str, found: Diagnostics) -> list[Job]:
    """Return a job for each town; a town whose row is broken has no place to go.

    Two decks in one file are an error: then nothing may be built.
    """
    made = [_job(town, pattern) for town in towns]
    twice = collisions(job.target for job in made if job.target is not None)
    first: dict[str, str] = {}
    for town, target in made:
        if target not in twice or target is None:
            continue
        if target.casefold() not in first:
            first[target.casefold()] = town.label
            continue
        found.error(
            "same-file",
            f"Two towns would be written to {target}: {first[target.casefold()]}; and {town.label}",
            place_of(town),
            f'Let another column tell them apart: -o "{_with_column(pattern)}".',
        )
    return made


def _with_column(pattern: str) -> str:
    stem, dot, ending = pattern.rpartition(".")
    is_file = dot and "/" not in ending and "}" not in ending
    return f"{stem}-{{column}}.{ending}" if is_file else f"{pattern}-{{column}}"


def place_of(town: Town) -> Span | None:
    """Return where a town is said: its row, or the first line of its file."""
    if town.file is not None:
        return Span(town.file, 1, 1)
    return next((each.span for each in town.variation.variables if each.name == "town"), None)


def _job(town: Town, pattern: str) -> Job:
    if town.problems:
        return Job(town, None)
    asked = fields(pattern)
    words = words_of(town, asked)
    missing = next((name for name in asked if name not in words), None)
    if missing is None:
        return Job(town, output_name(pattern, words))
    empty = dict(town.variation.empty)
    problem = Diagnostic(
        Severity.ERROR,
        "empty-cell",
        f"The name of the file asks for {{{missing}}}, which is not said for {town.name}.",
        empty.get(missing) or place_of(town),
        "Fill it in, or take it out of the pattern behind -o.",
    )
    return Job(town._replace(problems=(problem,)), None)


def shared_problems(done: Iterable[Done]) -> list[Problem]:
    """Return what was found in all towns, each problem once."""
    problems: dict[Diagnostic, list[str]] = {}
    for each in done:
        for found in dict.fromkeys(each.found):
            problems.setdefault(found, []).append(each.job.town.label)
    return [Problem(found, towns) for found, towns in problems.items()]


def as_diagnostics(problems: Iterable[Problem], count: int) -> Diagnostics:
    """Return the problems with the towns named in their words; `count` is how many there are."""
    return Diagnostics(
        problem.found._replace(
            message=f"{problem.found.message} ({towns_in_words(problem.towns, count)})"
        )
        for problem in problems
    )


def towns_in_words(labels: Sequence[str], count: int) -> str:
    """Return which towns: all of them, or their names, or the first of them."""
    if len(labels) == count > 1:
        return f"all {count:,} towns"
    rest = len(labels) - _SHOWN
    named = (
        "; ".join(labels[:_SHOWN])
        if any("," in one for one in labels)
        else ", ".join(labels[:_SHOWN])
    )
    return named + (f" and {rest:,} more" if rest > 0 else "")
