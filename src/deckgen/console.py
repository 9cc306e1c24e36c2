"""What commands tell people beside their output: findings, and why they cannot go on."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Mapping
from typing import NoReturn

import click

from deckgen.diagnostics import Diagnostics
from deckgen.exit_codes import ExitCode


def tell(diagnostics: Diagnostics, made: Mapping[str, str] | None = None) -> None:
    """Print what was found, with the lines that it stands in; nothing if nothing was found.

    `made` holds the text of files that are not on the disk, by their names.
    """
    if not len(diagnostics):
        return
    from deckgen.report import as_text

    sources = {**_sources(diagnostics), **(made or {})}
    click.echo(as_text(diagnostics, sources, color=True), nl=False, err=True)


def fail(code: ExitCode, message: str, hint: str | None) -> NoReturn:
    """Say what is wrong and the way out, and end with an exit code."""
    click.echo(f"deckgen: {message}" + (f"\n  {hint}" if hint else ""), err=True)
    sys.exit(code)


def _sources(diagnostics: Diagnostics) -> dict[str, str]:
    """Return the text of every file that a finding points into."""
    from pathlib import Path

    from deckgen.workspace import WorkspaceError, read_file

    sources = {}
    for name in {found.span.file for found in diagnostics if found.span}:
        with contextlib.suppress(WorkspaceError):
            sources[name] = read_file(Path(name)).decode("utf-8-sig", errors="replace")
    return sources
