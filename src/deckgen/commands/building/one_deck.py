"""`deckgen build` and `check` of one deck, and what was changed by hand in the one before."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, NoReturn

import deckgen
from deckgen.commands.options.town_options import BrandChoice, BuildRequest
from deckgen.commands.output.console import ending_on_failure, epoch, report, say
from deckgen.files.disk_errors import office_mark
from deckgen.files.overwriting import KeptFileError, OverwritePolicy, write_output
from deckgen.files.workspace import Stamp, Workspace, WorkspaceError, read_file
from deckgen.outline.expand.variant import COMMAND_LINE
from deckgen.project.output_paths import deck_path
from deckgen.project.towns.town_selection import TownSelection, known_towns
from deckgen.support.diagnostics import Diagnostics, counted
from deckgen.support.exit_codes import ExitCode
from deckgen.support.file_names import shell_word

if TYPE_CHECKING:
    from deckgen.deck.deck_map import DeckMap
    from deckgen.roundtrip.comparing.hand_edits import HandEdits


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
    if mark := office_mark(path):
        say(
            f"  Another program still shows the old one, as {mark} says: close it there without "
            "saving, and open it anew.",
            err=True,
        )
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


_OTHERS = frozenset({"changed-by-hand", "not-deckgens"})
"""The codes of decks that somebody else wrote."""


def with_hand_edits(
    problem: WorkspaceError, deck: str, current: "DeckMap", built: bytes
) -> WorkspaceError:
    """Return why a deck cannot be written, with what was changed in the one that stands there.

    `current` is what the outline gives, `built` its deck. Other problems are returned as they are.
    """
    if not isinstance(problem, KeptFileError) or problem.code not in _OTHERS:
        return problem
    edits = _hand_edits(deck, current, built)
    if edits is None:
        return problem
    hint = problem.hint
    if not edits.open:
        hint = f"Add --overwrite: it replaces this one, and keeps it as {problem.beside}."
    elif problem.code == "not-deckgens":  # by the copy of its map, it is known all the same
        pull = f"Take over what was changed: deckgen pull {shell_word(deck)}."
        hint = f"{pull} Or {hint[:1].lower()}{hint[1:]}"
    why = f"{problem.why} {edits.sentence}"
    return KeptFileError(problem.code, deck, why, hint, problem.beside)


def is_taken_over(deck: str, current: "DeckMap", built: bytes) -> bool:
    """Return whether a deck was changed by hand, and the outline has all of that by now.

    `current` is what the outline gives, `built` its deck.
    """
    edits = _hand_edits(deck, current, built)
    return edits is not None and bool(edits.all) and not edits.open


def taken_over_by(current: Callable[[], "DeckMap"], built: bytes) -> Callable[[str], bool]:
    """Return `is_taken_over` for one outline; it looks once at each saved state of a deck."""
    known: dict[tuple[str, Stamp | None], bool] = {}

    def answer(deck: str) -> bool:
        key = deck, Workspace(".").stamp(deck)
        if key not in known:
            known[key] = is_taken_over(deck, current(), built)
        return known[key]

    return answer


def _hand_edits(deck: str, current: "DeckMap", built: bytes) -> "HandEdits | None":
    """Return what was changed in a deck; None if it is unknown."""
    from deckgen.roundtrip.comparing.hand_edits import hand_edits

    try:
        return hand_edits(deck, read_file(deck), current, built)
    except WorkspaceError:
        return None
