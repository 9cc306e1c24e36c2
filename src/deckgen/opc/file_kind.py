"""What a file is that is no presentation, with the way out."""

from collections.abc import Mapping

from deckgen.opc.zip_reader import ZipEntries

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
_OTHER = "Name a .pptx or .potx file."
_HINTS = {
    "a pointer that Git LFS left in place of the file": "Fetch the file itself: git lfs pull."
}

_TYPES = (
    ("wordprocessingml", "a Word document", _OTHER),
    ("ms-word", "a Word document", _OTHER),
    ("spreadsheetml", "an Excel workbook", _OTHER),
    ("ms-excel", "an Excel workbook", _OTHER),
    (
        "themeManager",
        "an Office theme (.thmx)",
        "Choose it in PowerPoint under Design, and save an empty presentation as .potx.",
    ),
    ("visio", "a Visio drawing", _OTHER),
)
"""Packages of other kinds: a word in the types of their parts, their name, the way out."""


def kind_by_first_bytes(data: bytes) -> tuple[str, str]:
    """Return what the first bytes show a file to be that is no package, and the way out.

    Both are empty if they show nothing.
    """
    start = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    for beginning, words in _STARTS:
        if start.startswith(beginning):
            return words, _HINTS.get(words, _OTHER)
    if not data:
        return "empty", "Copy or download it again."
    return ("", "") if any(byte < 9 for byte in data[:1000]) else ("a text file", _OTHER)


def package_kind(entries: ZipEntries, overrides: Mapping[str, str]) -> tuple[str, str]:
    """Return the kind of a package that is no presentation, empty if unknown, and the way out.

    `overrides` are the content types of its parts.
    """
    names = entries.infos
    if b"opendocument" in entries.unpacked_or_empty("/mimetype")[:100]:
        return "an OpenDocument file, such as Impress saves", "Save it in Impress as .pptx."
    if any(name.endswith(".iwa") or name == "/Index.zip" for name in names):
        return "a Keynote file", "Export it from Keynote to PowerPoint."
    types = " ".join(overrides.values())
    return next(((words, way) for sign, words, way in _TYPES if sign in types), ("", _OTHER))
