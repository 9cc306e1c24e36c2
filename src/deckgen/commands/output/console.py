"""How the commands speak: the one place through which all that they say reaches a terminal.

What comes out of files (words, names, cells) may hold signs that a terminal obeys. So every text is
made visible here, whoever says it; only our own colours and the line of progress are not.
"""

import contextlib
import datetime as dt
import gc
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NoReturn

from deckgen.files.source_texts import source_texts
from deckgen.support.diagnostics import CodedError, Diagnostics, clipped_message
from deckgen.support.exit_codes import EndAtOnce, ExitCode
from deckgen.support.terminal_text import visible, visible_lines

_WIDTHS = (60, 100, 120)
"""Columns: the minimum, those of a file or a pipe, and the maximum."""


def say(text: str = "", *, err: bool = False, end: str = "\n") -> None:
    """Write a text; signs that are no letters, such as those that move the cursor, as “�”.

    If it cannot be written, since the disk is full, the process ends.
    """
    stream = sys.stderr if err else sys.stdout
    _put(lambda: (stream.write(visible_lines(text) + end), stream.flush()))


def show_progress(text: str) -> None:
    """Write a text over the last line of the terminal; an empty text removes that line."""
    line = f"\r\x1b[2K{visible_lines(text)}"
    _put(lambda: (sys.stderr.write(line), sys.stderr.flush()))


def ask_on_terminal(question: str, offered: str, checked: Callable[[str], str]) -> str:
    """Ask on the terminal until `checked` takes the answer, and return what it makes of it.

    `checked` raises click.UsageError for an answer that it does not take.
    """
    import click

    answer: str = click.prompt(
        visible_lines(question),
        default=visible_lines(offered),
        show_default=bool(offered),
        value_proc=checked,
    )
    return answer


def report(
    diagnostics: Diagnostics,
    around: Iterable[str | None] = (),
    report_format: str = "text",
    *,
    err: bool = True,
) -> None:
    """Print diagnostics: for people, with the source lines; or for programs, as JSON or for GitHub.

    `around` are the files that the command line names: source lines are shown of files in their
    folders and below. For people, nothing is printed if there are no diagnostics.
    """
    if report_format == "text":
        names = {each.span.file for each in diagnostics if each.span}
        report_texts(diagnostics, source_texts(names, around), err=err)
        return
    from deckgen.project.diagnostic_report import github_report, json_report

    output = json_report(diagnostics) if report_format == "json" else github_report(diagnostics)
    say(output, err=err, end="")


def end_if_wrong(diagnostics: Diagnostics, *around: str | None) -> None:
    """Report the diagnostics about the files `around`; end if there is an error."""
    report(diagnostics, around)
    if diagnostics.has_errors:
        sys.exit(ExitCode.OUTLINE)


def report_texts(diagnostics: Diagnostics, sources: Mapping[str, str], *, err: bool = True) -> None:
    """Print diagnostics for people; `sources` holds the texts of files by their names."""
    if not len(diagnostics):
        return
    import click

    from deckgen.project.diagnostic_report import text_report

    # It has colours, and makes what it quotes visible itself; click leaves colours to terminals.
    text = text_report(diagnostics, sources, color=True)
    _put(lambda: click.echo(text, nl=False, err=err))


def tell_problem(message: str, hint: str | None) -> None:
    """Say what cannot be done, and the way out."""
    message, hint = clipped_message(message), hint and clipped_message(hint)
    say(f"deckgen: {visible(message)}" + (f"\n  {hint}" if hint else ""), err=True)


def fail(code: ExitCode, message: str, hint: str | None) -> NoReturn:
    """Say why nothing can be done, and the way out; then end."""
    tell_problem(message, hint)
    sys.exit(code)


@contextlib.contextmanager
def ending_on_failure(code: ExitCode) -> Iterator[None]:
    """End with a code, and say why, where a file cannot be read, written or drawn."""
    try:
        yield
    except CodedError as problem:
        fail(code, problem.message, problem.hint)


@contextlib.contextmanager
def ending_at_once() -> Iterator[None]:
    """Run without a search for reference cycles, and end the process without freeing its objects.

    A build makes no cycles: the search takes up to three quarters of the time of a large deck and
    finds nothing; freeing takes a tenth.
    """
    gc.disable()
    try:
        yield
    except SystemExit as end:
        raise EndAtOnce(end.code) from end  # which holds what was made
    finally:
        # What was made is never searched, also where the process goes on, as in tests.
        gc.freeze()
        gc.enable()


def epoch() -> dt.datetime | None:
    """Return the moment that SOURCE_DATE_EPOCH names (reproducible-builds.org), if it is set."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if not seconds:
        return None
    try:
        return dt.datetime.fromtimestamp(int(seconds), dt.UTC)
    except (ValueError, OverflowError, OSError):
        fail(
            ExitCode.USAGE,
            f"SOURCE_DATE_EPOCH is “{seconds}”, which is no moment.",
            "Set it to the seconds since 1970, or not at all.",
        )


def terminal_width() -> int:
    """Return the width of text in columns: that of the terminal, in limits."""
    import shutil

    least, usual, most = _WIDTHS
    if not sys.stdout.isatty():
        return usual
    return min(max(shutil.get_terminal_size((usual, 24)).columns, least), most)


def _put(write: Callable[[], object]) -> None:
    """Write something; end the process if nobody can."""
    try:
        write()
    except BrokenPipeError:  # whoever read it has seen enough
        raise
    except OSError as problem:
        reason = (problem.strerror or "unknown reason").lower()
        with contextlib.suppress(OSError):
            sys.stderr.write(f"deckgen: What it has to say cannot be written: {reason}.\n")
        sys.exit(ExitCode.OUTSIDE)
