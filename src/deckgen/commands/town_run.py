"""One run over many towns: which decks are built, by whom, and what became of each."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import click

from deckgen.commands.console import epoch, fail, say
from deckgen.commands.options.file_endings import end_without_ending
from deckgen.commands.town_selection import (
    Asked,
    Output,
    known_towns,
    pattern_of_many,
    tags_said,
    towns_asked,
)
from deckgen.project.run_tally import Tally
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.exit_codes import ExitCode

if TYPE_CHECKING:
    from deckgen.project.build_manifest import ManifestWriter
    from deckgen.project.town_builder import BuildOptions, Job, TownResult
    from deckgen.project.towns import Town

_FEW = 50
"""So many decks are named one by one, where no bar shows the progress."""
_SECONDS_BETWEEN_RECORDS = 2.0
_TORN = "torn"
"""Stands for a file that changed while decks were built of it; no digest looks like this."""


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
    """What was read of each file, as `Recorded.asked` has it; _TORN if it changed meanwhile."""


def build_changed(
    outline: str, output: Output, brand: str | None, asked: Asked, *, force: bool, quiet: bool
) -> TownsBuilt:
    """Build the decks that are made of something that changed, or of all if `force`."""
    from deckgen.files.workspace import Workspace
    from deckgen.project.build_manifest import ManifestWriter, read_manifest, unchanged
    from deckgen.project.build_plan import jobs
    from deckgen.project.output_names import folder_of

    pattern = pattern_of_many(output.name, outline, asked)
    towns = towns_asked(outline, asked)
    check_pattern(pattern, towns, asked)
    task = task_of(outline, brand, overwrite=output.overwrite)
    found, read = check_outline(task, towns, asked)
    every = jobs(towns, pattern, found)
    if found.has_errors:
        return TownsBuilt(found, Tally(), len(towns), read=read)
    files = Workspace(".")
    folder = folder_of(pattern)
    files.sweep(folder)
    record = {} if force else read_manifest(files, folder)
    kept = unchanged(every, task, record, files)
    changed = [job for job in every if job.target not in kept]
    run = Run(task, changed, ManifestWriter(files, folder, record))
    for deck_read in (read.items(), *(record[target].read for target in kept)):
        run.note(deck_read)
    stopped = run.go(quiet=quiet)
    return TownsBuilt(found, run.tally, len(every), len(kept), stopped, run.read)


def task_of(outline: str, brand: str | None, *, overwrite: bool = False) -> BuildOptions:
    """Return what the decks of this run have in common."""
    from deckgen.files.workspace import with_slashes
    from deckgen.project.town_builder import BuildOptions

    return BuildOptions(with_slashes(outline), brand and with_slashes(brand), epoch(), overwrite)


def check_outline(
    task: BuildOptions, towns: list[Town], asked: Asked
) -> tuple[Diagnostics, dict[str, str]]:
    """Return what is wrong for every town alike, and what was read to find it."""
    from deckgen.project.town_builder import TownBuilder

    builder = TownBuilder(task)
    diagnostics = Diagnostics()
    if any(problem.severity == "error" for problem in builder.problems):
        diagnostics.extend(builder.problems)
        return diagnostics, builder.asked()
    names = [*known_towns(task.outline), *(town.name for town in towns)]
    builder.check_names(dict.fromkeys(names), tags_said(asked), diagnostics)
    return diagnostics, builder.asked()


def check_pattern(pattern: str, towns: list[Town], asked: Asked, ending: str = ".pptx") -> None:
    """End where the pattern lacks its ending, gives one name to all, or names what nothing says."""
    from deckgen.project.output_names import fields
    from deckgen.support.nearest import nearest

    end_without_ending(pattern, ending, name="{town}")
    named = fields(pattern)
    if not named:
        fail(
            ExitCode.USAGE,
            f"All towns would be written to {pattern}.",
            f'Type {{town}} in it, such as -o "build/{{town}}{ending}".',
        )
    known = {"town", *(each.name for town in towns for each in town.variant.variables)}
    known |= {name for town in towns for name, _ in town.variant.empty}
    known |= {"tag"} if any(town.variant.tags for town in towns) else set()
    for name in named:
        if name not in known:
            near = nearest(name, known)
            kind = "column" if asked["table"] else "variable"
            fail(
                ExitCode.USAGE,
                f"The pattern {pattern} names {{{name}}}, which is no {kind}.",
                f"Did you mean {{{near}}}?" if near else f"There are: {', '.join(sorted(known))}.",
            )


class Run:
    """One run over many towns; what became of each is counted, and forgotten."""

    def __init__(
        self, task: BuildOptions, jobs: Sequence[Job], journal: ManifestWriter | None = None
    ) -> None:
        """Without a journal nothing is remembered for the next run."""
        self.tally = Tally()
        self.read: dict[str, str] = {}
        self._task, self._jobs, self._journal = task, jobs, journal

    def go(self, *, quiet: bool) -> bool:
        """Build all; return whether Ctrl-C stopped it before the end."""
        from deckgen.project.worker_pool import build_all

        due = time.monotonic() + _SECONDS_BETWEEN_RECORDS
        with _progress(len(self._jobs), quiet=quiet) as step:
            results = build_all(self._jobs, self._task)
            try:
                for at, done in results:
                    self._keep(at, done)
                    step(done)
                    if self._journal and (now := time.monotonic()) > due:
                        self._journal.write()
                        due = now + _SECONDS_BETWEEN_RECORDS
            except KeyboardInterrupt:
                return True
            finally:
                results.close()
                if self._journal:
                    self._journal.write()
        return False

    def note(self, read: Iterable[tuple[str, str]]) -> None:
        """Remember what was read of each file."""
        for name, of in read:
            self.read[name] = of if self.read.get(name, of) == of else _TORN

    def _keep(self, at: int, done: TownResult) -> None:
        from deckgen.project.build_manifest import manifest_entry

        deck = manifest_entry(done, self._task) if self._journal else None
        if self._journal and deck is not None and done.job.target is not None:
            self._journal.add(done.job.target, deck)
        self.note(done.read)
        self.tally.add(at, done)


@contextlib.contextmanager
def _progress(count: int, *, quiet: bool) -> Iterator[Callable[[TownResult], None]]:
    """Show what is done: as a bar on a terminal, else a line for each deck or each tenth."""
    if quiet or not count:
        yield lambda _: None
        return
    if sys.stderr.isatty():
        with click.progressbar(length=count, file=sys.stderr, show_pos=True) as bar:
            yield lambda _: bar.update(1)
        return
    seen = 0

    def step(done: TownResult) -> None:
        nonlocal seen
        seen += 1
        if count <= _FEW and done.slides:
            say(f"{done.job.target}: {counted(done.slides, 'slide')}")
        elif count > _FEW and seen * 10 // count > (seen - 1) * 10 // count:
            say(f"{seen:,} of {count:,}")

    yield step


def counted(number: int, what: str) -> str:
    """Return a number with what it counts, which takes an s for many."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"
