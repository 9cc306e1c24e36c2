"""What `deckgen audit` writes: the protocol, as a page or as PDF (`--report`); a mended copy."""

from __future__ import annotations

import datetime as dt
from itertools import groupby
from typing import TYPE_CHECKING

from deckgen.commands.output.console import (
    ending_on_failure,
    epoch,
    fail,
    report,
    say,
    terminal_width,
)
from deckgen.commands.output.written_files import end_if_there, write_file
from deckgen.files.overwriting import OverwritePolicy
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.exit_codes import ExitCode
from deckgen.support.file_names import shell_word
from deckgen.support.terminal_text import visible, wrapped_lines

if TYPE_CHECKING:
    from deckgen.audit.finding import AuditReport
    from deckgen.export.protocol.protocol_phrases import ProtocolLanguage
    from deckgen.export.protocol.protocol_values import AuditProtocol
    from deckgen.mend.mend_values import MendedDeck
    from deckgen.render.choose_renderer import RendererName


def check_report_name(file: str) -> None:
    """End if a protocol cannot have this name."""
    if not file.lower().endswith((".html", ".pdf")):
        fail(
            ExitCode.USAGE,
            f"{file} is no name for a protocol.",
            "Give it the ending .html or .pdf: --report protocol.html",
        )


def write_report(
    file: str,
    audited: AuditReport,
    data: bytes,
    lang: ProtocolLanguage | None,
    renderer: RendererName,
) -> None:
    """Write the protocol on a deck, the bytes `data`, in its own language if `lang` is None."""
    from deckgen.commands.output.drawn_slides import drawn_slides
    from deckgen.export.protocol.audit_protocol import audit_protocol, slides_to_show
    from deckgen.export.protocol.protocol_page import WIDTH, protocol_page
    from deckgen.export.protocol.protocol_phrases import protocol_language, protocol_phrases
    from deckgen.seal.seal import seal_file

    lang = lang or protocol_language(audited.facts.language)
    words = protocol_phrases(lang)
    drawn = drawn_slides(data, slides_to_show(audited), WIDTH, renderer, {}, "The protocol")
    by = words["pictures-by"].format(program=drawn.by)
    remark = by if drawn.images else words["no-pictures"]
    day = (epoch() or dt.datetime.now().astimezone()).date()
    protocol = audit_protocol(audited, data, drawn.images, remark, lang, day)
    made = _pdf(protocol) if file.lower().endswith(".pdf") else protocol_page(protocol)
    write_file(file, seal_file(made), OverwritePolicy([audited.file], option="--report"))
    say(f"\n{file} is the protocol.", err=True)


def _pdf(protocol: AuditProtocol) -> bytes:
    from deckgen.export.protocol.protocol_paper import protocol_pdf

    with ending_on_failure(ExitCode.OUTSIDE):
        printed = protocol_pdf(protocol, epoch())
    if printed.missing:
        say(
            f"No font of this computer has {printed.missing}; they are printed as boxes, and the "
            "PDF is not declared as PDF/UA.",
            err=True,
        )
    return printed.pdf


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
