"""`deckgen build` and `check` of one deck: of the talk, or of one town."""

import sys
from typing import NoReturn

import deckgen
from deckgen.commands.building.kept_deck import is_taken_over, with_hand_edits
from deckgen.commands.options.town_options import BrandChoice, BuildRequest
from deckgen.commands.output.console import ending_on_failure, epoch, report, say
from deckgen.files.overwriting import OverwritePolicy, write_output
from deckgen.files.workspace import WorkspaceError
from deckgen.outline.expand.variant import COMMAND_LINE
from deckgen.project.output_paths import deck_path
from deckgen.project.towns.town_selection import TownSelection, known_towns
from deckgen.support.diagnostics import Diagnostics, counted
from deckgen.support.exit_codes import ExitCode


def build_one(request: BuildRequest) -> NoReturn:
    """Build the deck of the talk, or of the one town that is asked for; then end the process.

    If the outline has errors, they are reported and nothing is written.
    """
    outline, output, selection = request.outline, request.output, request.selection
    try:
        result = deckgen.build(
            outline,
            brand=request.look.file,
            style=request.look.style,
            timestamp=epoch(),
            town=next(iter(selection.towns), None),
            variables={each.name: each.words for each in selection.variables},
            tags=[tag.text for tag in selection.tags],
            given_in=COMMAND_LINE,
        )
    except deckgen.OutlineError as error:
        report(Diagnostics(error.diagnostics), request.files)
        sys.exit(ExitCode.OUTLINE)
    if request.is_clean:
        result = result.cleaned()
    path = deck_path(output.path, outline, selection, result.title, known_towns(outline))
    policy = OverwritePolicy(
        result.files,
        output.overwrite,
        is_taken_over=lambda deck: is_taken_over(deck, result.deck_map, result.pptx),
    )
    with ending_on_failure(ExitCode.OUTSIDE):
        try:
            kept = write_output(path, result.pptx, policy)
        except WorkspaceError as problem:
            raise with_hand_edits(problem, path, result.deck_map, result.pptx) from None
    if not request.quiet or any(each.severity == "warning" for each in result.diagnostics):
        report(Diagnostics(result.diagnostics), request.files)
    if request.explain:
        say(result.explanation, end="")
    if not request.quiet:
        say(f"{path}: {counted(result.slide_count, 'slide')}, brand “{result.brand}”")
        if kept is not None:
            say(f"  The file that stood there is kept as {kept}.")
    sys.exit(ExitCode.OK)  # with what was made, so that nothing is taken apart before the end


def check_one(
    outline: str, look: BrandChoice, selection: TownSelection, report_format: str
) -> None:
    """Report everything that is wrong with the talk, or with one town; end if there are errors."""
    findings = deckgen.check(
        outline,
        brand=look.file,
        style=look.style,
        town=next(iter(selection.towns), None),
        variables={each.name: each.words for each in selection.variables},
        tags=[tag.text for tag in selection.tags],
        given_in=COMMAND_LINE,
    )
    diagnostics = Diagnostics(findings)
    report(diagnostics, (outline, look.file), report_format, err=False)
    if diagnostics.has_errors:
        sys.exit(ExitCode.OUTLINE)
    if report_format == "text" and not findings:
        say(f"{outline}: all is well")
