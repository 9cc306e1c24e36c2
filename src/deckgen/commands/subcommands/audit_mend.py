"""`deckgen audit --mend`: a copy of a deck in which what is safe is mended."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from deckgen.commands.output.console import fail, report, say, terminal_width
from deckgen.commands.output.written_files import end_if_there, write_file
from deckgen.files.overwriting import OverwritePolicy
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.exit_codes import ExitCode
from deckgen.support.file_names import shell_word
from deckgen.support.terminal_text import visible, wrapped_lines

if TYPE_CHECKING:
    from deckgen.audit.finding import AuditReport
    from deckgen.mend.mend_values import MendedDeck


def check_copy_name(output: str | None, deck: str) -> None:
    """End if a copy of a deck cannot have this name."""
    ending = deck[deck.rfind(".") :].lower()
    hint = f"deckgen audit {shell_word(deck)} --mend -o better{ending}"
    if output is None:
        fail(ExitCode.USAGE, "The mended copy needs a name.", hint)
    if not output.lower().endswith(ending):
        fail(ExitCode.USAGE, f"{output} and {deck} have different endings.", hint)
    end_if_there(output)


def mended_copy(audited: AuditReport, data: bytes, *, private: bool) -> MendedDeck | None:
    """Return the mended copy of a deck; None, and say why, if it cannot be mended."""
    from deckgen.mend.mend_deck import mend_deck

    diagnostics = Diagnostics()
    mended = mend_deck(data, audited, diagnostics, private=private)
    if mended is None:
        report(diagnostics)
    return mended


def write_copy(output: str, deck: str, mended: MendedDeck, *, err: bool) -> None:
    """Write a mended copy, and tell what was done, one by one; with `err`, on standard error."""
    from deckgen.audit.reports import summary

    write_file(output, mended.data, OverwritePolicy([deck]))
    if not mended.mends:
        say(f"\n{output} is a copy; there was nothing to do that is safe.", err=err)
        return
    say(f"\n{output} is a copy in which this is done:", err=err)
    ordered = sorted(mended.mends, key=lambda each: each.slide or 0)
    for number, mends in groupby(ordered, key=lambda each: each.slide):
        say("  The whole file" if number is None else f"  Slide {number}", err=err)
        for mend in mends:
            lines = wrapped_lines(f"{visible(mend.message)} ({mend.code})", terminal_width() - 6)
            say("    - " + "\n      ".join(lines), err=err)
    say(f"In the copy: {summary(mended.left)}.", err=err)
