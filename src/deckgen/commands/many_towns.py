"""The commands for many towns: `build` and `check` of all, `towns` and its `diff`."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import click

from deckgen.commands.console import epoch, fail, report
from deckgen.commands.town_options import Asked, known_towns, tags_said, towns_asked
from deckgen.diagnostics import REQUIRED_BY_CHECK, Diagnostics
from deckgen.exit_codes import ExitCode

if TYPE_CHECKING:
    from deckgen.building import Done, Job, Task
    from deckgen.towns import Town

_FEW = 50
"""So many decks are named one by one, where no bar shows the progress."""
_SECONDS_BETWEEN_RECORDS = 2.0
_SHARE = 50
"""How many times longer than it takes to write the record is waited for the next."""


def build_towns(
    outline: str, output: str | None, brand: str | None, asked: Asked, *, force: bool, quiet: bool
) -> ExitCode:
    """Build the decks of many towns; say what was built, and of each town that failed why."""
    from deckgen.built import read_record, unchanged
    from deckgen.outputs import folder_of
    from deckgen.plan import jobs
    from deckgen.workspace import Workspace, with_slashes

    pattern = with_slashes(output or "build/{town}.pptx")
    towns = towns_asked(outline, asked)
    check_pattern(pattern, towns, asked)
    task = _task(outline, brand)
    found = check_outline(task, towns, asked)
    every = jobs(towns, pattern, found)
    report(found)
    if found.has_errors:
        return ExitCode.OUTLINE
    files = Workspace(".")
    folder = folder_of(pattern)
    files.sweep(folder)
    record = {} if force else read_record(files, folder)
    kept = unchanged(every, task, record, files)
    run = _Run(task, [job for job in every if job.target not in kept], record, folder)
    stopped = run.go(quiet=quiet)
    return _summary(run, len(every), len(kept), stopped=stopped, quiet=quiet)


def check_towns(outline: str, brand: str | None, asked: Asked, style: str) -> ExitCode:
    """Say what is wrong with the decks of many towns, the same problem once."""
    from deckgen.building import Job
    from deckgen.plan import as_diagnostics, shared_problems

    towns = towns_asked(outline, asked)
    task = _task(outline, brand)
    found = check_outline(task, towns, asked)
    if not found.has_errors:
        run = _Run(task, [Job(town, None) for town in towns], {}, "")
        run.go(quiet=True)
        found.found += as_diagnostics(shared_problems(run.done), len(towns))
    found = found.stricter(REQUIRED_BY_CHECK)
    report(found, style, err=False)
    if style == "text" and not len(found):
        click.echo(f"{outline}: all is well in {_count(len(towns), 'town')}")
    return ExitCode.OUTLINE if found.has_errors else ExitCode.OK


def _task(outline: str, brand: str | None) -> Task:
    from deckgen.building import Task
    from deckgen.workspace import with_slashes

    return Task(with_slashes(outline), brand and with_slashes(brand), epoch())


def check_outline(task: Task, towns: list[Town], asked: Asked) -> Diagnostics:
    """Return what is wrong for every town alike, so that it need not be found by each."""
    from deckgen.building import Bench

    bench = Bench(task)
    found = Diagnostics()
    if any(problem.severity == "error" for problem in bench.problems):
        found.found += bench.problems
        return found
    names = [*known_towns(task.outline), *(town.name for town in towns)]
    bench.check_names(dict.fromkeys(names), tags_said(asked), found)
    return found


def check_pattern(pattern: str, towns: list[Town], asked: Asked, ending: str = ".pptx") -> None:
    """End where the pattern lacks its ending, gives one name to all, or names what nothing says."""
    from deckgen.outline.reader import nearest
    from deckgen.outputs import fields

    if not pattern.lower().endswith(ending):
        fail(ExitCode.USAGE, f"{pattern} does not end in {ending}.", f"Type -o {pattern}{ending}.")
    named = fields(pattern)
    if not named:
        fail(
            ExitCode.USAGE,
            f"All towns would be written to {pattern}.",
            f'Type {{town}} in it, such as -o "build/{{town}}{ending}".',
        )
    known = {"town", *(each.name for town in towns for each in town.variation.variables)}
    known |= {name for town in towns for name, _ in town.variation.empty}
    for name in named:
        if name not in known:
            near = nearest(name, known)
            kind = "column" if asked["table"] else "variable"
            fail(
                ExitCode.USAGE,
                f"The pattern {pattern} names {{{name}}}, which is no {kind}.",
                f"Did you mean {{{near}}}?" if near else f"There are: {', '.join(sorted(known))}.",
            )


class _Run:
    """One run over many towns, and what became of each."""

    def __init__(self, task: Task, jobs: list[Job], record: dict[str, Any], folder: str) -> None:
        self.done: list[Done] = []
        self._task, self._jobs, self._record, self._folder = task, jobs, record, folder

    def go(self, *, quiet: bool) -> bool:
        """Build all; return whether Ctrl-C stopped it before the end."""
        from deckgen.batch import build_all

        due = time.monotonic() + _SECONDS_BETWEEN_RECORDS
        with _progress(len(self._jobs), quiet=quiet) as step:
            results = build_all(self._jobs, self._task)
            try:
                for done in results:
                    self._keep(done)
                    step(done)
                    if (now := time.monotonic()) > due:
                        self._write_record()
                        # The longer it takes, the more seldom: it must stay a small part of all.
                        taken = time.monotonic() - now
                        due = now + max(_SECONDS_BETWEEN_RECORDS, _SHARE * taken)
            except KeyboardInterrupt:
                return True
            finally:
                results.close()
                self._write_record()
                place = {job.town.label: at for at, job in enumerate(self._jobs)}
                self.done.sort(key=lambda done: place[done.job.town.label])
        return False

    def _keep(self, done: Done) -> None:
        from deckgen.built import recorded

        deck = recorded(done, self._task)
        if deck is not None and done.job.target is not None:
            self._record[done.job.target] = deck
        # Of a deck without problems nothing need be kept but that it was built.
        self.done.append(done._replace(read=()))

    def _write_record(self) -> None:
        from deckgen.built import write_record
        from deckgen.workspace import Workspace

        if any(done.stamp for done in self.done):
            write_record(Workspace("."), self._folder, self._record)


def _summary(run: _Run, count: int, kept: int, *, stopped: bool, quiet: bool) -> ExitCode:
    """Say what was found in which towns, and how many decks there are now."""
    from deckgen.plan import as_diagnostics, shared_problems

    failed = [done for done in run.done if done.failed]
    report(as_diagnostics(shared_problems(run.done), count))
    written = len(run.done) - len(failed)
    if failed:
        names = "; ".join(done.job.town.label for done in failed)
        click.echo(f"No deck was written for {_count(len(failed), 'town')}: {names}", err=True)
    if not quiet:
        unchanged = f", {kept:,} unchanged" if kept else ""
        click.echo(f"{_count(written, 'deck')} written{unchanged}")
    if stopped:
        left = count - kept - len(run.done)
        fail(
            ExitCode.OUTSIDE,
            f"Stopped before the end: {_count(left, 'deck')} not begun.",
            "Those that are written are complete; the same command goes on with the others.",
        )
    if not failed:
        return ExitCode.OK
    outside = all(done.outside for done in failed)
    return ExitCode.OUTSIDE if outside else ExitCode.OUTLINE


@contextlib.contextmanager
def _progress(count: int, *, quiet: bool) -> Iterator[Callable[[Done], None]]:
    """Show what is done: as a bar on a terminal, else a line for each deck or each tenth."""
    if quiet or not count:
        yield lambda _: None
        return
    if sys.stderr.isatty():
        with click.progressbar(length=count, file=sys.stderr, show_pos=True) as bar:
            yield lambda _: bar.update(1)
        return
    seen = 0

    def step(done: Done) -> None:
        nonlocal seen
        seen += 1
        if count <= _FEW and done.slides:
            click.echo(f"{done.job.target}: {_count(done.slides, 'slide')}")
        elif count > _FEW and seen * 10 // count > (seen - 1) * 10 // count:
            click.echo(f"{seen:,} of {count:,}")

    yield step


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
