"""`deckgen build` and `check` of many towns: the decks, the progress and the summary."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from deckgen.commands.building.one_deck import is_taken_over
from deckgen.commands.options.town_options import (
    BrandChoice,
    BuildRequest,
    build_options,
    selected_towns,
)
from deckgen.commands.output.console import fail, report, say
from deckgen.project.output_paths import check_pattern, path_pattern
from deckgen.project.towns.town_builder import TownResult
from deckgen.project.towns.town_run import TownsBuilt, build_changed, check_towns, no_progress
from deckgen.project.towns.town_selection import TownSelection
from deckgen.support.diagnostics import REQUIRED_BY_CHECK, counted
from deckgen.support.exit_codes import ExitCode

_FEW = 50
"""The most decks that are named one by one where no bar shows the progress."""


def build_towns(request: BuildRequest) -> ExitCode:
    """Build the decks of many towns; say what was built, and why a town has no new deck."""
    built = build_selected(request)
    report(built.diagnostics, request.files)
    if built.about_all.has_errors:
        return ExitCode.OUTLINE
    (written, failed, kept), tally = summarize(built), built.tally
    if failed:
        say(failed, err=True)
    if not request.quiet:
        say(written + kept)
    if built.stopped:
        fail(
            ExitCode.OUTSIDE,
            f"Stopped before the end: {counted(built.left, 'deck')} not begun.",
            "Those that are written are complete; the same command goes on with the others.",
        )
    if not tally.failed.count:
        return ExitCode.OK
    return ExitCode.OUTSIDE if tally.is_outside else ExitCode.OUTLINE


def build_selected(request: BuildRequest, *, leaves_open: bool = False) -> TownsBuilt:
    """Build the decks that changed, and show how far it is unless `quiet`.

    With `leaves_open`, decks are left as they are while an office program has them open.
    """
    outline, output, selection = request.outline, request.output, request.selection
    pattern = path_pattern(output.path, outline, selection)
    towns = selected_towns(outline, selection)
    check_pattern(pattern, towns, from_table=selection.table is not None)
    options = build_options(
        outline, request.look, overwrite=output.overwrite, is_clean=request.is_clean
    )._replace(is_taken_over=is_taken_over, leaves_open=leaves_open)
    progress = no_progress if request.quiet else _progress
    return build_changed(options, towns, pattern, selection, progress, force=request.force)


def summarize(built: TownsBuilt) -> tuple[str, str, str]:
    """Return what became of a run, in sentences, of which the last two may be empty.

    They say how many decks there are now; which towns have no new one; under a line feed, the names
    under which replaced decks are kept.
    """
    unchanged = f", {built.kept:,} unchanged" if built.kept else ""
    tally, failed = built.tally, ""
    if count := tally.failed.count:
        names = tally.failed.in_words()
        failed = f"No deck was written for {counted(count, 'town')}: {names}"
    kept = tally.by_hand.in_words()
    kept = f"\nWhat stood there is kept as {kept}" if kept else ""
    return f"{counted(tally.written, 'deck')} written{unchanged}", failed, kept


def check_many(
    outline: str, look: BrandChoice, selection: TownSelection, report_format: str
) -> ExitCode:
    """Report what is wrong with the decks of many towns, the same problem once."""
    towns = selected_towns(outline, selection)
    findings = check_towns(build_options(outline, look), towns, selection)
    diagnostics = findings.stricter(REQUIRED_BY_CHECK)
    report(diagnostics, (outline, look.file, selection.table), report_format, err=False)
    if report_format == "text" and not len(diagnostics):
        say(f"{outline}: all is well in {counted(len(towns), 'town')}")
    return ExitCode.OUTLINE if diagnostics.has_errors else ExitCode.OK


@contextmanager
def _progress(count: int) -> Iterator[Callable[[TownResult], None]]:
    """Show what is done: as a bar on a terminal, else a line for each deck or each tenth."""
    if not count:
        yield lambda _: None
        return
    if sys.stderr.isatty():
        with click.progressbar(length=count, file=sys.stderr, show_pos=True) as bar:
            yield lambda _: bar.update(1)
        return
    seen = 0

    def step(result: TownResult) -> None:
        nonlocal seen
        seen += 1
        if count <= _FEW and result.slides:
            say(f"{result.job.target}: {counted(result.slides, 'slide')}")
        elif count > _FEW and seen * 10 // count > (seen - 1) * 10 // count:
            say(f"{seen:,} of {count:,}")

    yield step
