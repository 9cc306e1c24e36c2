"""`deckgen audit --report`: the protocol of an audit, as a page or as PDF."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from deckgen.commands.output.console import ending_on_failure, epoch, fail, say
from deckgen.commands.output.written_files import write_file
from deckgen.files.overwriting import OverwritePolicy
from deckgen.support.exit_codes import ExitCode

if TYPE_CHECKING:
    from deckgen.audit.finding import AuditReport
    from deckgen.export.protocol.protocol_phrases import ProtocolLanguage
    from deckgen.export.protocol.protocol_values import AuditProtocol
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
