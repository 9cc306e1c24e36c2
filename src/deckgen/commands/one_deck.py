"""Build one deck and say so: what `deckgen build` does where no more is asked for.

Nothing here waits for click: what speaks imports it.
"""

from __future__ import annotations

import sys
from typing import NoReturn

from deckgen.commands.console import epoch, fail, report, say
from deckgen.commands.one_town import compile_one
from deckgen.commands.town_selection import Asked, Output, target_of_one
from deckgen.files.overwriting import OverwritePolicy, write_output
from deckgen.files.workspace import WorkspaceError
from deckgen.pipeline.compile import deck_bytes
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.exit_codes import ExitCode


def build_one(
    outline: str,
    output: Output,
    brand: str | None,
    asked: Asked,
    *,
    explain: bool = False,
    quiet: bool = False,
) -> NoReturn:
    """Build the deck of the talk, or of the one town that is asked for; then end.

    If the outline has errors, they are told and nothing is written.
    """
    diagnostics, moment = Diagnostics(), epoch()
    compiled, read = compile_one(outline, brand, diagnostics, asked)
    if compiled is None or diagnostics.has_errors:
        report(diagnostics, (outline, brand))
        sys.exit(ExitCode.OUTLINE)
    deck = compiled.deck
    target = target_of_one(output.name, outline, asked, deck.title)
    try:
        replacing = OverwritePolicy(read, output.overwrite)
        kept = write_output(target, deck_bytes(compiled, moment), replacing)
    except WorkspaceError as problem:
        fail(ExitCode.OUTSIDE, problem.message, problem.hint)
    if not quiet or any(found.severity == "warning" for found in diagnostics):
        report(diagnostics, (outline, brand))
    if explain:
        from deckgen.project.diagnostic_report import as_explanation

        say(as_explanation(compiled.fitted.reports), end="")
    if not quiet:
        count = len(deck.slides)
        say(f"{target}: {count} slide{'s' if count != 1 else ''}, brand “{compiled.brand.name}”")
        if kept is not None:
            say(f"  The file that stood there is kept as {kept}.")
    sys.exit(ExitCode.OK)  # keeps what was made until the process ends, which is soon
