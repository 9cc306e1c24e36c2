"""The commands for many towns: `build` and `check` of all."""

from __future__ import annotations

from typing import NamedTuple

from deckgen.commands.console import fail, report, say
from deckgen.commands.town_run import (
    Run,
    TownsBuilt,
    build_changed,
    check_outline,
    counted,
    task_of,
)
from deckgen.commands.town_selection import Asked, Output, towns_asked
from deckgen.support.diagnostics import REQUIRED_BY_CHECK, Diagnostics
from deckgen.support.exit_codes import ExitCode


def build_towns(
    outline: str, output: Output, brand: str | None, asked: Asked, *, force: bool, quiet: bool
) -> ExitCode:
    """Build the decks of many towns; say what was built, and of each town that failed why."""
    built = build_changed(outline, output, brand, asked, force=force, quiet=quiet)
    report(problems_of(built), (outline, brand, asked["table"]))
    if built.about_all.has_errors:
        return ExitCode.OUTLINE
    told = in_words(built)
    tally = built.tally
    if tally.failed.count:
        say(told.failed, err=True)
    if not quiet:
        say(told.written + told.kept)
    if built.stopped:
        left = built.towns - built.kept - tally.done
        fail(
            ExitCode.OUTSIDE,
            f"Stopped before the end: {counted(left, 'deck')} not begun.",
            "Those that are written are complete; the same command goes on with the others.",
        )
    if not tally.failed.count:
        return ExitCode.OK
    return ExitCode.OUTSIDE if tally.is_outside else ExitCode.OUTLINE


def problems_of(built: TownsBuilt) -> Diagnostics:
    """Return what was found, the same problem of several towns once."""
    diagnostics = Diagnostics(built.about_all)
    diagnostics.extend(built.tally.problems(built.towns))
    return diagnostics


class InWords(NamedTuple):
    """What became of a run, as it is said."""

    written: str
    failed: str
    """Empty if every town has its deck."""
    kept: str
    """A line of its own; empty if nothing was replaced that had to be kept."""


def in_words(built: TownsBuilt) -> InWords:
    """Return how many decks there are now, and which towns have no new one."""
    unchanged = f", {built.kept:,} unchanged" if built.kept else ""
    tally, failed = built.tally, ""
    if count := tally.failed.count:
        names = tally.failed.in_words()
        failed = f"No deck was written for {counted(count, 'town')}: {names}"
    kept = tally.by_hand.in_words()
    return InWords(
        f"{counted(tally.written, 'deck')} written{unchanged}",
        failed,
        f"\nWhat stood there is kept as {kept}" if kept else "",
    )


def check_towns(outline: str, brand: str | None, asked: Asked, style: str) -> ExitCode:
    """Say what is wrong with the decks of many towns, the same problem once."""
    from deckgen.project.town_builder import Job

    towns = towns_asked(outline, asked)
    task = task_of(outline, brand)
    found, _ = check_outline(task, towns, asked)
    if not found.has_errors:
        run = Run(task, [Job(town, None) for town in towns])
        run.go(quiet=True)
        found.extend(run.tally.problems(len(towns)))
    found = found.stricter(REQUIRED_BY_CHECK)
    report(found, (outline, brand, asked["table"]), style, err=False)
    if style == "text" and not len(found):
        say(f"{outline}: all is well in {counted(len(towns), 'town')}")
    return ExitCode.OUTLINE if found.has_errors else ExitCode.OK
