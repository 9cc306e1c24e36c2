"""`deckgen audit`: what is wrong with any deck, ours or anybody's."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Literal, TypedDict, Unpack

import click

from deckgen.commands.options.shared_options import format_option, renderer_option
from deckgen.commands.output.console import (
    ending_on_failure,
    fail,
    say,
    tell_problem,
    terminal_width,
)
from deckgen.files.overwriting import OverwritePolicy, check_replaceable
from deckgen.files.workspace import WorkspaceError, read_deck, with_slashes
from deckgen.support.exit_codes import ExitCode
from deckgen.support.file_names import POWERPOINT_ENDINGS, shell_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.audit.finding import AuditReport
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

    It tells what makes PowerPoint offer a repair, what people cannot read who see little or
    nothing (EN 301 549, WCAG), what cannot be read from the last row, what the file gives away of
    its authors, and what makes it large: each with the slide, the shape, and what to do in
    PowerPoint. Of a FOLDER, all decks in it are looked at.

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
    reports: list[AuditReport] = []
    left: list[AuditReport] = []
    for file in files:
        data = _data(file)
        if data is None:
            continue
        report = audit_deck(data, with_slashes(file))
        if report_format == "text":
            _tell(report, blank=bool(reports))
        reports.append(report)
        left.append(_written(report, data, options, err=report_format != "text"))
    if report_format != "text":
        say(_as_data(reports, report_format), end="")
    if len(reports) < len(files) or any(report.has_errors for report in left):
        sys.exit(ExitCode.OUTLINE)


def _files(name: str) -> Iterator[str]:
    """Yield the decks that an argument names: the file itself, or all in the folder, sorted."""
    from pathlib import Path

    from deckgen.files.existing_names import is_file, is_folder

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
    from deckgen.commands.subcommands.audit_report import check_copy_name, check_report_name

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
        check_copy_name(output, files[0])
    if protocol is not None:
        check_report_name(protocol)
        with ending_on_failure(ExitCode.USAGE):
            check_replaceable(protocol, OverwritePolicy(files, option="--report"))


def _data(file: str) -> bytes | None:
    """Return the bytes of a file; None, and say why, if it cannot be read from the disk."""
    try:
        return read_deck(file)
    except WorkspaceError as problem:
        tell_problem(problem.message, problem.hint)
        return None


def _written(report: AuditReport, data: bytes, options: _FileOptions, *, err: bool) -> AuditReport:
    """Write the protocol and the copy that are asked for; return what is left to do."""
    from deckgen.commands.subcommands.audit_report import mended_copy, write_copy, write_report

    protocol, output, lang = options["protocol"], options["output"], options["report_lang"]
    if protocol is not None:
        known = None if lang == "auto" else lang
        write_report(protocol, report, data, known, options["renderer"])
    if output is None:
        return report
    mended = mended_copy(report, data, private=options["private"])
    if mended is None:
        sys.exit(ExitCode.OUTLINE)
    write_copy(output, report.file, mended, err=err)
    return mended.left


def _tell(report: AuditReport, *, blank: bool) -> None:
    from deckgen.audit.reports import audit_text

    say(("\n" if blank else "") + audit_text(report, terminal_width()), end="")


def _as_data(reports: list[AuditReport], report_format: str) -> str:
    from deckgen import __version__
    from deckgen.audit.audit import RULES
    from deckgen.audit.reports import audit_github, audit_json, audit_sarif

    if report_format == "json":
        return audit_json(reports)
    if report_format == "sarif":
        return audit_sarif(reports, RULES, __version__)
    return audit_github(reports)
