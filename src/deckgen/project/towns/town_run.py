"""One run over many towns: which decks are built, where they go, and what became of each."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from deckgen.files.workspace import Workspace, folder_of, with_slashes
from deckgen.outline.schema.talk import TOWNS_FOLDER
from deckgen.project.output_names import collisions, output_name, pattern_fields, pattern_folder
from deckgen.project.towns.build_manifest import (
    ManifestEntry,
    ManifestWriter,
    decks_built_before,
    request_digest,
    unchanged_decks,
)
from deckgen.project.towns.run_tally import Tally
from deckgen.project.towns.town_builder import BuildOptions, Job, TownBuilder, TownResult
from deckgen.project.towns.town_selection import Town, TownSelection, known_towns, pattern_values
from deckgen.project.towns.worker_pool import build_all
from deckgen.support.diagnostics import Diagnostic, Diagnostics, Severity, Span

_SECONDS_BETWEEN_WRITES = 2.0
_TORN = "torn"
"""Stands for the digest of a file that changed while decks were built; no digest is like it."""

Progress: TypeAlias = Callable[[int], AbstractContextManager[Callable[[TownResult], None]]]
"""Takes the count of decks to build; returns a context with a function for each result."""


@contextmanager
def no_progress(_count: int) -> Iterator[Callable[[TownResult], None]]:
    """Show nothing."""
    yield lambda _: None


class TownsBuilt(NamedTuple):
    """What became of one run over many towns."""

    about_all: Diagnostics
    """What was found before the first town; with an error in it nothing was built."""
    tally: Tally
    """What became of the decks."""
    towns: int = 0
    """How many towns there are."""
    kept: int = 0
    """How many decks did not change."""
    stopped: bool = False
    """Whether Ctrl-C stopped it before the end."""
    read: Mapping[str, str] = MappingProxyType({})
    """What was read of each file, as in `all_digests`; _TORN if it changed meanwhile."""

    @property
    def diagnostics(self) -> Diagnostics:
        """What was found, the same problem of several towns once."""
        diagnostics = Diagnostics(self.about_all)
        diagnostics.extend(self.tally.problems(self.towns))
        return diagnostics

    @property
    def left(self) -> int:
        """How many decks were not begun."""
        return self.towns - self.kept - self.tally.done


def build_changed(
    options: BuildOptions,
    towns: Sequence[Town],
    pattern: str,
    selection: TownSelection,
    progress: Progress,
    *,
    force: bool,
) -> TownsBuilt:
    """Build the decks that are made of something that changed, or all if `force`."""
    diagnostics, read = check_outline(options, towns, selection)
    every = plan_jobs(towns, pattern, diagnostics)
    if diagnostics.has_errors:
        return TownsBuilt(diagnostics, Tally(), len(towns), read=read)
    files, folder = Workspace("."), pattern_folder(pattern)
    files.sweep(folder)
    manifest = {} if force else decks_built_before(files, folder)
    kept = unchanged_decks(every, options, manifest, files)
    changed = [job for job in every if job.target not in kept]
    run = _Run(options, changed, ManifestWriter(files, folder, manifest))
    for files_read in (read.items(), *(manifest[target].read for target in kept)):
        run.note(files_read)
    stopped = run.go(progress)
    return TownsBuilt(diagnostics, run.tally, len(every), len(kept), stopped, run.read)


def check_towns(
    options: BuildOptions, towns: Sequence[Town], selection: TownSelection
) -> Diagnostics:
    """Return what is wrong with the decks of many towns, the same problem once."""
    diagnostics, _ = check_outline(options, towns, selection)
    if not diagnostics.has_errors:
        run = _Run(options, [Job(town, None) for town in towns])
        run.go(no_progress)
        diagnostics.extend(run.tally.problems(len(towns)))
    return diagnostics


def check_outline(
    options: BuildOptions, towns: Iterable[Town], selection: TownSelection
) -> tuple[Diagnostics, dict[str, str]]:
    """Return what is wrong for every town alike, and what was read to find it."""
    builder = TownBuilder(options)
    diagnostics = Diagnostics()
    if any(problem.severity == "error" for problem in builder.problems):
        diagnostics.extend(builder.problems)
        return diagnostics, builder.asked()
    names = [*known_towns(options.outline), *(town.name for town in towns)]
    builder.check_names(dict.fromkeys(names), selection.tags, diagnostics)
    return diagnostics, builder.asked()


def always_read(outline: str, table: str | None) -> dict[str, str]:
    """Return the digests of what every run reads first: the outline, and what lists the towns."""
    from deckgen.files.file_watcher import current_digest

    listed = table or f"{folder_of(outline)}/{TOWNS_FOLDER}/"
    return {name: current_digest(name) for name in (with_slashes(outline), listed)}


class _Run:
    """One run over many towns; what became of each is counted, and not kept."""

    def __init__(
        self, options: BuildOptions, jobs: Sequence[Job], manifest: ManifestWriter | None = None
    ) -> None:
        """Prepare a run; without a `manifest`, the next run knows nothing of this one."""
        self.tally = Tally()
        self.read: dict[str, str] = {}
        self._options, self._jobs, self._manifest = options, jobs, manifest

    def go(self, progress: Progress) -> bool:
        """Build all; return whether Ctrl-C stopped it before the end."""
        due = time.monotonic() + _SECONDS_BETWEEN_WRITES
        with progress(len(self._jobs)) as step:
            results = build_all(self._jobs, self._options)
            try:
                for at, result in results:
                    self._keep(at, result)
                    step(result)
                    if self._manifest and (now := time.monotonic()) > due:
                        self._manifest.write()
                        due = now + _SECONDS_BETWEEN_WRITES
            except KeyboardInterrupt:
                return True
            finally:
                results.close()
                if self._manifest:
                    self._manifest.write()
        return False

    def note(self, read: Iterable[tuple[str, str]]) -> None:
        """Remember what was read of each file."""
        for name, digest in read:
            self.read[name] = digest if self.read.get(name, digest) == digest else _TORN

    def _keep(self, at: int, result: TownResult) -> None:
        job, stamp = result.job, result.stamp
        if self._manifest and job.target is not None and stamp is not None:
            request = request_digest(job, self._options)
            self._manifest.add(job.target, ManifestEntry(request, result.read, stamp))
        self.note(result.read)
        self.tally.add(at, result)


def plan_jobs(towns: Iterable[Town], pattern: str, diagnostics: Diagnostics) -> list[Job]:
    """Return a job for each town; a town whose row is broken has no place to go.

    Two decks in one file are an error: then nothing may be built.
    """
    jobs = [_job(town, pattern) for town in towns]
    twice = collisions(job.target for job in jobs if job.target is not None)
    first: dict[str, Town] = {}
    for town, target in jobs:
        if target not in twice or target is None:
            continue
        other = first.setdefault(target.casefold(), town)
        if other is town:
            continue
        diagnostics.error(
            "same-file",
            f"Two towns would be written to {target}: {other.label}; and {town.label}",
            town_span(town),
            f'Let another column tell them apart: -o "{_with_column(pattern, other, town)}".',
        )
    return jobs


def _with_column(pattern: str, first: Town, other: Town) -> str:
    """Return the pattern with a column in which two towns differ, or with `{column}`."""
    words = {each.name: each.words for each in first.variant.variables}
    names = [each.name for each in other.variant.variables if words.get(each.name) != each.words]
    column = next((f"{{{name}}}" for name in names if f"{{{name}}}" not in pattern), "{column}")
    stem, dot, ending = pattern.rpartition(".")
    is_file = dot and "/" not in ending and "}" not in ending
    return f"{stem}-{column}.{ending}" if is_file else f"{pattern}-{column}"


def town_span(town: Town) -> Span | None:
    """Return where a town is defined: its row, or the first line of its file."""
    if town.file is not None:
        return Span(town.file, 1, 1)
    return next((each.span for each in town.variant.variables if each.name == "town"), None)


def _job(town: Town, pattern: str) -> Job:
    if town.problems:
        return Job(town, None)
    fields = pattern_fields(pattern)
    words = pattern_values(town.name, town.variant.variables, town.variant.tags)
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
