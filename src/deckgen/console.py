"""How the commands speak: what was found, what cannot be done, and when a deck was made."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import sys
from pathlib import Path
from typing import NoReturn

import click

from deckgen.diagnostics import Diagnostics
from deckgen.exit_codes import ExitCode


def report(diagnostics: Diagnostics, style: str = "text", *, err: bool = True) -> None:
    """Print what was found: for people with the lines that it stands in."""
    from deckgen.report import as_github, as_json, as_text

    if style == "json":
        click.echo(as_json(diagnostics), nl=False, err=err)
    elif style == "github":
        click.echo(as_github(diagnostics), nl=False, err=err)
    elif len(diagnostics):
        click.echo(as_text(diagnostics, _sources(diagnostics), color=True), nl=False, err=err)


def fail(code: ExitCode, message: str, hint: str | None) -> NoReturn:
    """Say why nothing can be done, and the way out; then end."""
    click.echo(f"deckgen: {message}" + (f"\n  {hint}" if hint else ""), err=True)
    sys.exit(code)


def epoch() -> dt.datetime | None:
    """Return the moment that SOURCE_DATE_EPOCH names (reproducible-builds.org), if it is set."""
    said = os.environ.get("SOURCE_DATE_EPOCH")
    if not said:
        return None
    try:
        return dt.datetime.fromtimestamp(int(said), dt.UTC)
    except (ValueError, OverflowError, OSError):
        fail(
            ExitCode.USAGE,
            f"SOURCE_DATE_EPOCH is “{said}”, which is no moment.",
            "Set it to the seconds since 1970, or not at all.",
        )


def _sources(diagnostics: Diagnostics) -> dict[str, str]:
    """Return the text of every file that a finding points into."""
    from deckgen.workspace import WorkspaceError, read_file

    sources = {}
    for name in {found.span.file for found in diagnostics if found.span}:
        with contextlib.suppress(WorkspaceError):
            sources[name] = read_file(Path(name)).decode("utf-8-sig", errors="replace")
    return sources
