"""Which decks a run builds: the towns that were asked for, and where the deck of each goes."""

from collections.abc import Iterable

from deckgen.project.output_names import collisions, output_name, pattern_fields
from deckgen.project.towns.town import Town, pattern_values
from deckgen.project.towns.town_builder import Job
from deckgen.support.diagnostics import Diagnostic, Diagnostics, Severity, Span


def plan_jobs(towns: Iterable[Town], pattern: str, diagnostics: Diagnostics) -> list[Job]:
    """Return a job for each town; a town whose row is broken has no place to go.

    Two decks in one file are an error: then nothing may be built.
    """
    jobs = [_job(town, pattern) for town in towns]
    twice = collisions(job.target for job in jobs if job.target is not None)
    first: dict[str, str] = {}
    for town, target in jobs:
        if target not in twice or target is None:
            continue
        if target.casefold() not in first:
            first[target.casefold()] = town.label
            continue
        diagnostics.error(
            "same-file",
            f"Two towns would be written to {target}: {first[target.casefold()]}; and {town.label}",
            town_span(town),
            f'Let another column tell them apart: -o "{_with_column(pattern)}".',
        )
    return jobs


def _with_column(pattern: str) -> str:
    stem, dot, ending = pattern.rpartition(".")
    is_file = dot and "/" not in ending and "}" not in ending
    return f"{stem}-{{column}}.{ending}" if is_file else f"{pattern}-{{column}}"


def town_span(town: Town) -> Span | None:
    """Return where a town is defined: its row, or the first line of its file."""
    if town.file is not None:
        return Span(town.file, 1, 1)
    return next((each.span for each in town.variant.variables if each.name == "town"), None)


def _job(town: Town, pattern: str) -> Job:
    if town.problems:
        return Job(town, None)
    fields = pattern_fields(pattern)
    words = pattern_values(town, fields)
    missing = next((name for name in fields if name not in words), None)
    if missing is None:
        return Job(town, output_name(pattern, words))
    empty = dict(town.variant.empty)
    problem = Diagnostic(
        Severity.ERROR,
        "empty-cell",
        f"The name of the file asks for {{{missing}}}, which is not said for {town.name}.",
        empty.get(missing) or town_span(town),
        "Fill it in, or take it out of the pattern behind -o.",
    )
    return Job(town._replace(problems=(problem,)), None)
