"""What a file is that is no template, with the way out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deckgen.support.diagnostics import Diagnostics

_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"{\\rtf", "an RTF text"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"version https://git-lfs", "a pointer that Git LFS left in place of the file"),
    (b"<?xml", "an XML file"),
    (b"<!DOCTYPE", "a web page"),
    (b"<!doctype", "a web page"),
    (b"<html", "a web page"),
)
_OTHER = "name a .pptx or .potx file"
_HINTS = {
    "a pointer that Git LFS left in place of the file": "fetch the file itself: git lfs pull",
}

_TYPES = (
    ("wordprocessingml", "a Word document", _OTHER),
    ("ms-word", "a Word document", _OTHER),
    ("spreadsheetml", "an Excel workbook", _OTHER),
    ("ms-excel", "an Excel workbook", _OTHER),
    (
        "themeManager",
        "an Office theme (.thmx)",
        "choose it in PowerPoint under Design, and save an empty presentation as .potx",
    ),
    ("visio", "a Visio drawing", _OTHER),
)
"""Packages of other kinds: a word in the types of their parts, their name, the way out."""


def report_other_file(data: bytes, file: str, diagnostics: Diagnostics) -> bool:
    """Return whether the first bytes show that a file is no package; add the error if so."""
    if not data:
        diagnostics.error("empty-file", f"{file} is empty", None, "copy or download it again")
        return True
    start = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    for beginning, words in _STARTS:
        if start.startswith(beginning):
            diagnostics.error(
                "not-a-template",
                f"{file} is {words}, not a PowerPoint file",
                None,
                _HINTS.get(words, _OTHER),
            )
            return True
    return False


def package_kind(
    names: Collection[str], mimetype: bytes, overrides: Mapping[str, str]
) -> tuple[str, str]:
    """Return the kind of a package, empty if unknown, and the way out."""
    if b"opendocument" in mimetype:
        return "an OpenDocument file, such as Impress saves", "save it in Impress as .pptx"
    if any(name.endswith(".iwa") or name == "/Index.zip" for name in names):
        return "a Keynote file", "export it from Keynote to PowerPoint"
    types = " ".join(overrides.values())
    return next(((words, way) for sign, words, way in _TYPES if sign in types), ("", _OTHER))
