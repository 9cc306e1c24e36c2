"""The files that commands write beside decks; what exists is replaced only if that is allowed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.commands.output.console import ending_on_failure, fail, say
from deckgen.files.overwriting import OverwritePolicy, write_output
from deckgen.support.exit_codes import ExitCode
from deckgen.support.file_names import is_in_use, is_there

if TYPE_CHECKING:
    from deckgen.pipeline.find_brand import BrandFile


def named_brand_file(name: str) -> BrandFile:
    """Return the file that the command line names, with its folder."""
    from pathlib import Path

    from deckgen.files.workspace import Workspace
    from deckgen.pipeline.find_brand import BrandFile

    path = Path(name)
    return BrandFile(path.as_posix(), Workspace(Path(), within=path.parent))


def end_if_there(file: str, hint: str = "Name another file.") -> None:
    """End if a file with this name exists."""
    if is_there(file):
        fail(ExitCode.USAGE, f"{file} is there already.", hint)


def end_if_in_use(folder: str) -> None:
    """End if a folder with this name exists, unless it is empty."""
    if is_in_use(folder):
        hint = "Name a folder that does not exist yet."
        fail(ExitCode.USAGE, f"{folder} is there already.", hint)


def write_file(file: str, data: bytes, replacing: OverwritePolicy) -> None:
    """Write a file; end with a message if it cannot be written."""
    with ending_on_failure(ExitCode.OUTSIDE):
        kept = write_output(file, data, replacing)
    if kept is not None:
        say(f"The file that stood there is kept as {kept}.", err=True)
