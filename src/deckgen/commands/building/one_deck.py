"""`deckgen build` and `check` of one deck: of the talk, or of one town."""

import sys
from typing import NoReturn

from deckgen.commands.building.kept_deck import is_taken_over, with_hand_edits
from deckgen.commands.options.town_options import BrandChoice, BuildRequest, build_options
from deckgen.commands.output.console import ending_on_failure, report, say
from deckgen.files.overwriting import OverwritePolicy, write_output
from deckgen.files.workspace import WorkspaceError
from deckgen.pipeline.compile import deck_bytes, map_deck
from deckgen.project.included_faults import warn_of_included_faults
from deckgen.project.selected_decks import compile_selected
from deckgen.project.towns.town_selection import TownSelection
from deckgen.support.diagnostics import REQUIRED_BY_CHECK, counted
from deckgen.support.exit_codes import ExitCode


def build_one(request: BuildRequest) -> NoReturn:
    """Build the deck of the talk, or of the one town that is asked for; then end the process.

    If the outline has errors, they are reported and nothing is written.
    """
    output = request.output
    options = build_options(request.outline, request.look, is_clean=request.is_clean)
    deck = compile_selected(options, request.selection, output.path)
    compiled = deck.compiled
    if compiled is None:
        report(deck.diagnostics, request.files)
        sys.exit(ExitCode.OUTLINE)
    policy = OverwritePolicy(
        deck.read,
        output.overwrite,
        is_taken_over=lambda written: is_taken_over(written, map_deck(compiled)),
    )
    with ending_on_failure(ExitCode.OUTSIDE):
        try:
            kept = write_output(deck.path, deck_bytes(compiled, options.epoch), policy)
        except WorkspaceError as problem:
            raise with_hand_edits(problem, deck.path, map_deck(compiled)) from None
    if not request.quiet or any(each.severity == "warning" for each in deck.diagnostics):
        report(deck.diagnostics, request.files)
    if request.explain:
        from deckgen.project.diagnostic_report import fitting_report

        say(fitting_report(compiled.fitted.reports), end="")
    if not request.quiet:
        slides = counted(len(compiled.deck.slides), "slide")
        say(f"{deck.path}: {slides}, brand “{compiled.brand.name}”")
        if kept is not None:
            say(f"  The file that stood there is kept as {kept}.")
    sys.exit(ExitCode.OK)  # with what was made, so that nothing is taken apart before the end


def check_one(
    outline: str, look: BrandChoice, selection: TownSelection, report_format: str
) -> None:
    """Report everything that is wrong with the talk, or with one town; end if there are errors."""
    deck = compile_selected(build_options(outline, look), selection, None)
    diagnostics = deck.diagnostics.stricter(REQUIRED_BY_CHECK)
    if deck.compiled is not None:
        warn_of_included_faults(deck.compiled, diagnostics)
    report(diagnostics, (outline, look.file), report_format, err=False)
    if diagnostics.has_errors:
        sys.exit(ExitCode.OUTLINE)
    if report_format == "text" and not len(diagnostics):
        say(f"{outline}: all is well")
