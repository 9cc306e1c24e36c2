"""`deckgen audit`: what is wrong with any deck, ours or anybody's."""

from __future__ import annotations

import datetime as dt
import sys
from itertools import groupby
from typing import TYPE_CHECKING, Literal, TypedDict, Unpack

import click

from deckgen.commands.options.shared_options import format_option, renderer_option
from deckgen.commands.output.console import (
    ending_on_failure,
    epoch,
    fail,
    report,
    say,
    tell_problem,
    terminal_width,
)
from deckgen.commands.output.written_files import end_if_there, write_file
from deckgen.files.overwriting import OverwritePolicy, check_replaceable
from deckgen.files.workspace import WorkspaceError, read_deck, with_slashes
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.exit_codes import ExitCode
from deckgen.support.file_names import POWERPOINT_ENDINGS, shell_word
from deckgen.support.terminal_text import visible, wrapped_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.audit.finding import AuditReport
    from deckgen.mend.mend_values import MendedDeck
    from deckgen.render.choose_renderer import RendererName


class _FileOptions(TypedDict):
    """The options of what is written."""

    protocol: str | None
    report_lang: Literal["auto", "en", "de"]
    renderer: RendererName
    mend: bool
    output: str | None
    private: bool


@click.command()
@click.argument("decks", metavar="DECK.pptx|FOLDER", nargs=-1, required=True)
@format_option(
    ("text", "json", "sarif", "github"),
    "For people, for programs, for code scanning, or for GitHub's checks.",
)
@click.option(
    "--report", "protocol", metavar="FILE", help="Write a protocol to sign, as .html or .pdf."
)
@click.option(
    "--report-lang",
    type=click.Choice(["auto", "en", "de"]),
    default="auto",
    help="The language of the protocol; auto takes that of the deck.",
)
@renderer_option("its pictures")
@click.option("--mend", is_flag=True, help="Write a copy in which what is safe is mended.")
@click.option("-o", "--output", metavar="FILE", help="The mended copy, a new file.")
@click.option("--private", is_flag=True, help="With --mend: no authors, comments, photos' places.")
def audit(decks: tuple[str, ...], report_format: str, **options: Unpack[_FileOptions]) -> None:
    """Say what is wrong with a deck, ours or anybody's, and change nothing.

    It tells what makes PowerPoint offer a repair, what people who see little or nothing cannot read
    (EN 301 549, WCAG), what cannot be read from the last row, what the file gives away of its
    authors, and what makes it large: each with the slide, the shape, and what to do in PowerPoint.
    If you name a FOLDER, it looks at all decks in it.

    --report writes a protocol on one deck for those who must show that it was examined: each
    rule with its outcome, pictures with the places marked, and the checks that need a person.

    --mend writes a copy of one deck: repaired, with titles, languages, reading order, lists and
    header rows as far as that is safe, each told; DECK stays as it is.

    \b
    Example:
      deckgen audit talk.pptx
      deckgen audit decks --format json
      deckgen audit talk.pptx --report protocol.html
      deckgen audit talk.pptx --mend -o better.pptx
    """
    from deckgen.audit.audit import audit_deck
    from deckgen.audit.reports import audit_text

    for name in decks:
        if name.lower().endswith((".yaml", ".yml")):
            fail(
                ExitCode.USAGE,
                f"{name} is an outline, and no deck.",
                f"An outline is checked by `deckgen check {shell_word(name)}`, at its lines.",
            )
    files = [file for name in decks for file in _files(name)]
    if not files:
        fail(
            ExitCode.USAGE,
            "There is no deck in this folder.",
            f"Looked for: {', '.join(POWERPOINT_ENDINGS)}",
        )
    _check_written(files, options)
    is_text = report_format == "text"
    reports: list[AuditReport] = []
    left: list[AuditReport] = []
    for file in files:
        try:
            data = read_deck(file)
        except WorkspaceError as problem:
            tell_problem(problem.message, problem.hint)
            continue
        audited = audit_deck(data, with_slashes(file))
        if is_text:
            say(("\n" if reports else "") + audit_text(audited, terminal_width()), end="")
        reports.append(audited)
        left.append(_written(audited, data, options, err=not is_text))
    if not is_text:
        say(_as_data(reports, report_format), end="")
    if len(reports) < len(files) or any(each.has_errors for each in left):
        sys.exit(ExitCode.OUTLINE)


def _files(name: str) -> Iterator[str]:
    """Yield the decks that an argument names: the file itself, or all in the folder, sorted."""
    from pathlib import Path

    from deckgen.support.file_names import is_file, is_folder

    if not is_folder(name):
        yield name
        return
    for file in sorted(Path(name).rglob("*")):
        # PowerPoint keeps a file with the owner's name beside a deck that is open: ~$talk.pptx.
        is_deck = file.suffix.lower() in POWERPOINT_ENDINGS and not file.name.startswith("~$")
        if is_deck and is_file(str(file)):
            yield str(file)


def _check_written(files: list[str], options: _FileOptions) -> None:
    """End if the protocol or the copy cannot be written, before the work."""
    protocol, output = options["protocol"], options["output"]
    if not options["mend"] and (output is not None or options["private"]):
        fail(
            ExitCode.USAGE,
            "Without --mend, no copy is written.",
            f"deckgen audit {shell_word(files[0])} --mend -o {shell_word(output or 'better.pptx')}",
        )
    for asked, option, what in (
        (protocol is not None, "--report", "A protocol is about one deck."),
        (options["mend"], "--mend", "One deck is mended at a time."),
    ):
        if asked and len(files) > 1:
            fail(ExitCode.USAGE, what, f"Name one deck with {option}.")
    if options["mend"]:
        _check_copy_name(output, files[0])
    if protocol is not None:
        if not protocol.lower().endswith((".html", ".pdf")):
            fail(
                ExitCode.USAGE,
                f"{protocol} is no name for a protocol.",
                "Give it the ending .html or .pdf: --report protocol.html",
            )
        with ending_on_failure(ExitCode.USAGE):
            check_replaceable(protocol, OverwritePolicy(files, option="--report"))


def _check_copy_name(output: str | None, deck: str) -> None:
    """End if a copy of a deck cannot have this name."""
    ending = deck[deck.rfind(".") :].lower()
    hint = f"deckgen audit {shell_word(deck)} --mend -o better{ending}"
    if output is None:
        fail(ExitCode.USAGE, "The mended copy needs a name.", hint)
    if not output.lower().endswith(ending):
        fail(ExitCode.USAGE, f"{output} and {deck} have different endings.", hint)
    end_if_there(output)


def _written(audited: AuditReport, data: bytes, options: _FileOptions, *, err: bool) -> AuditReport:
    """Write the protocol and the copy that are asked for; return what is left to do."""
    from deckgen.mend.mend_deck import mend_deck

    if options["protocol"] is not None:
        _write_protocol(options["protocol"], audited, data, options)
    if options["output"] is None:
        return audited
    diagnostics = Diagnostics()
    mended = mend_deck(data, audited, diagnostics, private=options["private"])
    if mended is None:
        report(diagnostics)
        sys.exit(ExitCode.OUTLINE)
    write_file(options["output"], mended.data, OverwritePolicy([audited.file]))
    _tell_mends(options["output"], mended, err=err)
    return mended.left


def _write_protocol(file: str, audited: AuditReport, data: bytes, options: _FileOptions) -> None:
    """Write the protocol on a deck, the bytes `data`."""
    from deckgen.commands.output.drawn_slides import drawn_slides
    from deckgen.export.pages.html_head import PICTURE_WIDTH
    from deckgen.export.protocol.audit_protocol import audit_protocol, slides_to_show
    from deckgen.export.protocol.protocol_page import protocol_page
    from deckgen.export.protocol.protocol_paper import protocol_pdf
    from deckgen.export.protocol.protocol_values import protocol_language, protocol_phrases
    from deckgen.seal.seal import seal_file

    lang, renderer = options["report_lang"], options["renderer"]
    lang = protocol_language(audited.facts.language) if lang == "auto" else lang
    words = protocol_phrases(lang)
    drawn = drawn_slides(data, slides_to_show(audited), PICTURE_WIDTH, renderer, {}, "The protocol")
    by = words["pictures-by"].format(program=drawn.by)
    remark = by if drawn.images else words["no-pictures"]
    day = (epoch() or dt.datetime.now().astimezone()).date()
    protocol = audit_protocol(audited, data, drawn.images, remark, lang, day)
    if file.lower().endswith(".pdf"):
        with ending_on_failure(ExitCode.OUTSIDE):
            made, missing, _ = protocol_pdf(protocol, epoch())
        if missing:
            say(
                f"No font of this computer has {missing}; they are printed as boxes, and the PDF "
                "is not declared as PDF/UA.",
                err=True,
            )
    else:
        made = protocol_page(protocol)
    write_file(file, seal_file(made), OverwritePolicy([audited.file], option="--report"))
    say(f"\n{file} is the protocol.", err=True)


def _tell_mends(output: str, mended: MendedDeck, *, err: bool) -> None:
    """Tell what was done in a mended copy, slide by slide; with `err`, on standard error."""
    from deckgen.audit.reports import summary

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


def _as_data(reports: list[AuditReport], report_format: str) -> str:
    from deckgen import __version__
    from deckgen.audit.audit import RULES
    from deckgen.audit.reports import audit_github, audit_json, audit_sarif

    if report_format == "json":
        return audit_json(reports)
    if report_format == "sarif":
        return audit_sarif(reports, RULES, __version__)
    return audit_github(reports)
