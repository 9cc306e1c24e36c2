"""The files that the commands about brands read and write, for all of them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from deckgen.commands.output.console import ending_on_failure, fail, report, say
from deckgen.files.existing_names import is_there
from deckgen.files.overwriting import OverwritePolicy, write_output
from deckgen.support.exit_codes import ExitCode

if TYPE_CHECKING:
    from deckgen.pipeline.find_brand import BrandFile
    from deckgen.support.diagnostics import Diagnostics

_WIDTHS = (60, 100, 120)
"""Columns: the minimum, those of a file or a pipe, and the maximum."""


def named_brand_file(name: str) -> BrandFile:
    """Return the file that the command line names, with its folder."""
    from pathlib import Path

    from deckgen.files.workspace import Workspace
    from deckgen.pipeline.find_brand import BrandFile

    path = Path(name)
    return BrandFile(path.as_posix(), Workspace(Path(), within=path.parent))


def end_if_wrong(diagnostics: Diagnostics, *around: str | None) -> None:
    """Report the diagnostics about the files `around`; end if there is an error."""
    report(diagnostics, around)
    if diagnostics.has_errors:
        sys.exit(ExitCode.OUTLINE)


def end_if_there(file: str, hint: str = "Name another file.") -> None:
    """End if a file with this name exists."""
    if is_there(file):
        fail(ExitCode.USAGE, f"{file} is there already.", hint)


def write_file(file: str, data: bytes, replacing: OverwritePolicy) -> None:
    """Write a file; end with a message if it cannot be written."""
    with ending_on_failure(ExitCode.OUTSIDE):
        kept = write_output(file, data, replacing)
    if kept is not None:
        say(f"The file that stood there is kept as {kept}.", err=True)


def terminal_width() -> int:
    """Return the width of text in columns: that of the terminal, in limits."""
    import shutil

    least, usual, most = _WIDTHS
    if not sys.stdout.isatty():
        return usual
    return min(max(shutil.get_terminal_size((usual, 24)).columns, least), most)
