"""LibreOffice: decks in, PDF files or decks out, with nothing of the user's own profile."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from deckgen.render.libreoffice.libreoffice_process import _remove_socket

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

HOW_TO_GET = "install LibreOffice Impress, on Debian: apt install libreoffice-impress-nogui"

SECONDS_TO_START = 60
SECONDS_PER_DECK = 30

_BASIC_MODULE = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
  script:language="StarBasic">{}</script:module>
"""
_BASIC_HEAD = """
Function Opened(source As String) As Object
  Dim options(0) As New com.sun.star.beans.PropertyValue
  options(0).Name = "Hidden"
  options(0).Value = True
  Opened = StarDesktop.loadComponentFromURL(source, "_blank", 0, options())
End Function
Sub Save(doc As Object, target As String)
  Dim options(0) As New com.sun.star.beans.PropertyValue
  options(0).Name = "FilterName"
  options(0).Value = "Impress MS PowerPoint 2007 XML"
  doc.storeToURL(target, options())
  doc.close(True)
End Sub
"""


class RenderingFailedError(Exception):
    """LibreOffice made no PDF of a deck, or did not finish in time."""


def find() -> Path | None:
    """Return the path of the `soffice` program, or None when LibreOffice is not installed."""
    places = [
        shutil.which("soffice"),
        shutil.which("libreoffice"),
        "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    ]
    return next((Path(place) for place in places if place and Path(place).exists()), None)


def to_pdf(decks: Sequence[Path], folder: Path) -> list[Path]:
    """Convert decks to PDF, as `_converted` does."""
    return _converted(decks, "pdf", folder)


def saved_again(decks: Sequence[Path], folder: Path) -> list[Path]:
    """Have LibreOffice open presentations and save them as .pptx, as `_converted` does."""
    return _converted(decks, "pptx", folder)


def saved_as_odp_between(decks: Sequence[Path], folder: Path) -> list[Path]:
    """Have LibreOffice save presentations in its own format, and that as .pptx again."""
    return _converted(_converted(decks, "odp", folder / "odp"), "pptx", folder)


def edited(deck: Path, macros: Mapping[str, str], folder: Path) -> dict[str, Path]:
    """Have LibreOffice change a presentation, anew with each macro; return the new files.

    A macro is statements of LibreOffice Basic, in which `doc` is the presentation. Raises
    RenderingFailedError as `_converted` does.
    """
    program = find()
    if program is None:
        raise RenderingFailedError(HOW_TO_GET)
    folder.mkdir(parents=True, exist_ok=True)
    targets = {name: folder / f"{number}.pptx" for number, name in enumerate(macros)}
    # A mistake in a macro opens a window that nobody sees, and waits.
    lines = [_BASIC_HEAD, "Sub EditAll()", "On Error GoTo Failed"]
    for name, statements in macros.items():
        lines += [f'doc = Opened("{deck.as_uri()}")', statements]
        lines += [f'Save(doc, "{targets[name].as_uri()}")']
    lines += ["Exit Sub", "Failed:", "doc.setModified(False)", "doc.close(True)", "End Sub"]
    with _scratch(folder) as scratch:
        profile = scratch / "profile"
        start = [str(program), f"-env:UserInstallation={profile.as_uri()}", "--headless"]
        # The first start makes the profile, with an empty module.
        _run([*start, "--terminate_after_init"], SECONDS_TO_START, scratch)
        module = profile / "user" / "basic" / "Standard" / "Module1.xba"
        module.write_text(_BASIC_MODULE.format(escape("\n".join(lines))), "utf-8")
        seconds = SECONDS_TO_START + SECONDS_PER_DECK * len(macros)
        said = _run([*start, "--norestore", "macro:///Standard.Module1.EditAll"], seconds, scratch)
    if missing := [name for name, target in targets.items() if not target.exists()]:
        raise RenderingFailedError(f"LibreOffice did not make {missing}: {said}")
    return targets


def _converted(decks: Sequence[Path], suffix: str, folder: Path) -> list[Path]:
    """Convert decks with one start of LibreOffice; the new files stand in `folder`.

    Returns one path for each deck, in the same order. The decks may share a file name.
    Raises RenderingFailedError when the program is absent, too slow, or leaves out a deck.
    """
    program = find()
    if program is None:
        raise RenderingFailedError(HOW_TO_GET)
    folder.mkdir(parents=True, exist_ok=True)
    with _scratch(folder) as scratch:
        inputs = _with_distinct_names(decks, scratch / "in")
        output = scratch / "out"
        said = _run(
            [
                str(program),
                f"-env:UserInstallation={(scratch / 'profile').as_uri()}",
                "--headless",
                "--norestore",
                "--nologo",
                "--convert-to",
                suffix,
                "--outdir",
                str(output),
                *map(str, inputs),
            ],
            SECONDS_TO_START + SECONDS_PER_DECK * len(decks),
            scratch,
        )
        made = []
        for deck, copy in zip(decks, inputs, strict=True):
            new = output / f"{copy.stem}.{suffix}"
            if not new.exists():
                raise RenderingFailedError(f"LibreOffice made no {suffix} of {deck}: {said}")
            made.append(Path(shutil.move(new, folder / new.name)))
        return made


@contextmanager
def _scratch(folder: Path) -> Iterator[Path]:
    """Yield a folder for the profile and all temporary files of LibreOffice, and remove them.

    It is in the folder of the test, which pytest removes even if the run was killed.
    """
    with tempfile.TemporaryDirectory(dir=folder.resolve()) as name:
        try:
            yield Path(name)
        finally:
            _remove_socket(name)


def _with_distinct_names(decks: Sequence[Path], folder: Path) -> list[Path]:
    """Copy the decks: LibreOffice names its output after the input and would overwrite twins."""
    folder.mkdir()
    stems = [deck.stem for deck in decks]
    copies = []
    for number, deck in enumerate(decks):
        stem = deck.stem if stems.count(deck.stem) == 1 else f"{number + 1:03}-{deck.stem}"
        copies.append(Path(shutil.copyfile(deck, folder / f"{stem}{deck.suffix}")))
    return copies


def _run(command: list[str], seconds: float, scratch: Path) -> str:
    """Run a command in a process group of its own, so that a time-out ends its children too."""
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=os.environ | {"TMPDIR": str(scratch)},
        start_new_session=True,
    ) as process:
        try:
            said, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired as too_slow:
            raise RenderingFailedError(f"LibreOffice needed over {seconds:.0f} s") from too_slow
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
        return said.strip()
