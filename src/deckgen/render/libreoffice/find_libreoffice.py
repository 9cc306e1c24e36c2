"""Where LibreOffice is installed, and how to install it."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from deckgen.render.renderer import RenderingError

VARIABLE = "DECKGEN_LIBREOFFICE"
"""The environment variable that names the program, where it is in an unusual place."""

_MAC = "Applications/LibreOffice*.app/Contents/MacOS/soffice"
_PLACES = (
    "usr/bin/soffice",
    "usr/lib/libreoffice/program/soffice",
    "usr/lib64/libreoffice/program/soffice",
    "opt/libreoffice*/program/soffice",
    "usr/local/bin/soffice",
    _MAC,
)
_WINDOWS_FOLDERS = ("ProgramW6432", "ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA")
_HOW_TO_GET = {
    "win32": "Install it: winget install TheDocumentFoundation.LibreOffice",
    "darwin": "Install it: brew install --cask libreoffice",
    "linux": "Install it. Debian, Ubuntu: sudo apt install libreoffice-impress. "
    "Fedora: sudo dnf install libreoffice-impress. openSUSE: sudo zypper install "
    "libreoffice-impress. Arch: sudo pacman -S libreoffice-fresh",
}
_OR_ELSE = (
    "Or from https://www.libreoffice.org/download. Where it is in an unusual place, let the "
    f"variable {VARIABLE} name its program, soffice."
)


def required_libreoffice() -> str:
    """Return the path of LibreOffice's program.

    Raises RenderingError (no-renderer), whose hint says how to install it on this system.
    """
    program = find_libreoffice()
    if program is None:
        how = _HOW_TO_GET.get(sys.platform, _HOW_TO_GET["linux"])
        raise RenderingError("no-renderer", "LibreOffice is not installed.", f"{how}\n  {_OR_ELSE}")
    return program


def find_libreoffice() -> str | None:
    """Return the path of LibreOffice's program; None if there is none.

    DECKGEN_LIBREOFFICE comes first, then the PATH, then the usual folders of each system.
    """
    named = os.environ.get(VARIABLE)
    if named is not None:
        return shutil.which(named)
    for name in ("soffice", "libreoffice"):
        if path := shutil.which(name):
            return path
    return next(_installed(), None)


def _installed() -> Iterator[str]:
    if os.name == "nt":
        for folder in filter(None, map(os.environ.get, _WINDOWS_FOLDERS)):
            # soffice.com is the console program: it waits, and writes to the standard output.
            for name in ("soffice.com", "soffice.exe"):
                for middle in ("", "Programs/"):
                    yield from _matching(Path(folder), f"{middle}LibreOffice*/program/{name}")
        return
    for pattern in _PLACES:
        yield from _matching(Path("/"), pattern)
    yield from _matching(Path.home(), _MAC)


def _matching(folder: Path, pattern: str) -> Iterator[str]:
    """Yield the programs that a pattern matches, the newest version first."""
    for place in sorted(folder.glob(pattern), reverse=True):
        if os.access(place, os.X_OK):
            yield str(place)
