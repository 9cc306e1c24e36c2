"""`deckgen audit`: what is wrong with any deck, ours or anybody's."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Literal, TypedDict, Unpack

import click

from deckgen.commands.brand_files import terminal_width
from deckgen.commands.console import ending_on_failure, fail, say, tell_problem
from deckgen.files.overwriting import OverwritePolicy, check_replaceable
from deckgen.support.exit_codes import ExitCode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.audit.finding import AuditReport
    from deckgen.render.choose_renderer import RendererName

_ENDINGS = (".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".potm")


class _ReportOptions(TypedDict):
    """The options of --report."""

    protocol: str | None
    report_lang: Literal["auto", "en", "de"]
    renderer: RendererName


@click.command()
@click.argument("decks", metavar="DECK.pptx|FOLDER", nargs=-1, required=True)
@click.option(
    "--format",
    "report_format",
    type=click.Choice(["text", "json", "sarif", "github"]),
    default="text",
    help="For people, for programs, for code scanning, or for GitHub's checks.",
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
@click.option(
    "--renderer",
    type=click.Choice(["auto", "light", "libreoffice"]),
    default="auto",
    help="What draws its pictures; auto takes LibreOffice if it is installed, else light.",
)
def audit(decks: tuple[str, ...], report_format: str, **options: Unpack[_ReportOptions]) -> None:
    """Say what is wrong with a deck, ours or anybody's, and change nothing.

    It tells what makes PowerPoint offer a repair, what people cannot read who see little or
    nothing (EN 301 549, WCAG), what cannot be read from the last row, what the file gives away of
    its authors, and what makes it large: each with the slide, the shape, and what to do in
    PowerPoint. Of a FOLDER, all decks in it are looked at.

    --report writes a protocol on one deck for those who must show that it was examined: each
    rule with its outcome, pictures with the places marked, and the checks that need a person.

    \b
    Example:
      deckgen audit talk.pptx
      deckgen audit decks --format json
      deckgen audit talk.pptx --report protocol.html
    """
    files = [file for name in decks for file in _files(name)]
    if not files:
        fail(
            ExitCode.USAGE, "There is no deck in this folder.", f"Looked for: {', '.join(_ENDINGS)}"
        )
    if options["protocol"] is not None:
        _check_report(options["protocol"], files)
    unread = False
    reports: list[AuditReport] = []
    for file in files:
        report = _audited(file, options)
        if report is None:
            unread = True
        elif report_format == "text":
            _tell(report, blank=bool(reports))
        if report is not None:
            reports.append(report)
    if report_format != "text":
        say(_as_data(reports, report_format), end="")
    if unread or any(report.has_errors for report in reports):
        sys.exit(ExitCode.OUTLINE)


def _files(name: str) -> Iterator[str]:
    """Yield the decks that an argument names: the file itself, or all in the folder, sorted."""
    from pathlib import Path

    folder = Path(name)
    if not folder.is_dir():
        yield name
        return
    for file in sorted(folder.rglob("*")):
        # PowerPoint keeps a file with the owner's name beside a deck that is open: ~$talk.pptx.
        is_deck = file.suffix.lower() in _ENDINGS and not file.name.startswith("~$")
        if is_deck and file.is_file():
            yield str(file)


def _check_report(protocol: str, files: list[str]) -> None:
    """End if the protocol cannot be written, before the work."""
    from deckgen.commands.audit_report import check_report_name

    check_report_name(protocol)
    if len(files) > 1:
        fail(ExitCode.USAGE, "A protocol is about one deck.", "Name one deck with --report.")
    with ending_on_failure(ExitCode.USAGE):
        check_replaceable(protocol, OverwritePolicy(files, option="--report"))


def _audited(file: str, options: _ReportOptions) -> AuditReport | None:
    """Return the report on a file, and write its protocol, if one is asked for.

    None, and say why, if it cannot be read from the disk.
    """
    from deckgen.audit.audit import audit_deck
    from deckgen.commands.audit_report import write_report
    from deckgen.files.workspace import WorkspaceError, read_file, with_slashes

    try:
        data = read_file(file)
    except WorkspaceError as problem:
        tell_problem(problem.message, problem.hint)
        return None
    report = audit_deck(data, with_slashes(file))
    if options["protocol"] is not None:
        lang = options["report_lang"]
        write_report(
            options["protocol"],
            report,
            data,
            None if lang == "auto" else lang,
            options["renderer"],
        )
    return report


def _tell(report: AuditReport, *, blank: bool) -> None:
    from deckgen.audit.report_text import audit_text

    say(("\n" if blank else "") + audit_text(report, terminal_width()), end="")


def _as_data(reports: list[AuditReport], report_format: str) -> str:
    from deckgen import __version__
    from deckgen.audit.audit import RULES
    from deckgen.audit.report_data import audit_github, audit_json, audit_sarif

    if report_format == "json":
        return audit_json(reports)
    if report_format == "sarif":
        return audit_sarif(reports, RULES, __version__)
    return audit_github(reports)
