"""How the commands speak: what was found, what cannot be done, and when a deck was made."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import sys
from collections.abc import Mapping
from typing import NoReturn

from deckgen.diagnostics import Diagnostics
from deckgen.exit_codes import ExitCode


def tell(diagnostics: Diagnostics, made: Mapping[str, str] | None = None) -> None:
    """Print what was found, with the lines that it stands in; nothing if nothing was found.

    `made` holds the text of files that are not on the disk, by their names.
    """
    _tell(diagnostics, made or {}, err=True)


def report(diagnostics: Diagnostics, style: str = "text", *, err: bool = True) -> None:
    """Print what was found: for people as `tell` does, or for programs, or for GitHub."""
    if style == "text":
        _tell(diagnostics, {}, err=err)
        return
    import click

    from deckgen.report import as_github, as_json

    said = as_json(diagnostics) if style == "json" else as_github(diagnostics)
    click.echo(said, nl=False, err=err)


def _tell(diagnostics: Diagnostics, made: Mapping[str, str], *, err: bool) -> None:
    if not len(diagnostics):
        return
    import click

    from deckgen.report import as_text

    sources = {**_sources(diagnostics), **made}
    click.echo(as_text(diagnostics, sources, color=True), nl=False, err=err)


def fail(code: ExitCode, message: str, hint: str | None) -> NoReturn:
    """Say why nothing can be done, and the way out; then end."""
    import click

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
            sources[name] = read_file(name).decode("utf-8-sig", errors="replace")
    return sources
