"""Reading a whole package that somebody else made: every part, reachable or not.

Nothing in a package can run code, reach the network or another file, or fill the memory. Faults
become diagnostics, never exceptions.
"""

from collections.abc import Iterable, Mapping

from deckgen.opc.parsed_package import (
    CONTENT_TYPES_PART,
    ParsedPackage,
    ParsedPart,
    ParsedRelationship,
    is_read_as_xml,
    parse_content_types,
    parse_relationships,
    relationships_part_name,
)
from deckgen.opc.xml_parser import (
    Element,
    TooMuchXMLError,
    UnreadableXMLError,
    XMLBudget,
    parse_xml,
)
from deckgen.opc.zip_reader import (
    DAMAGE_ERRORS,
    SAVE_AGAIN,
    ZipEntries,
    open_entries,
    report_damage,
)
from deckgen.support.diagnostics import Diagnostics

_FONTS = "application/x-fontdata"
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
_TYPES = {
    "wordprocessingml": "a Word document",
    "ms-word": "a Word document",
    "spreadsheetml": "an Excel workbook",
    "ms-excel": "an Excel workbook",
    "themeManager": "an Office theme (.thmx)",
    "visio": "a Visio drawing",
}
"""Packages of other kinds: a word in the types of their parts, and their name."""
_OTHER = "Name a .pptx or .potx file."
_WAYS_OUT = {
    "a pointer that Git LFS left in place of the file": "Fetch the file itself: git lfs pull.",
    "an Office theme (.thmx)": "Choose it in PowerPoint under Design, and save an empty "
    "presentation as .potx.",
}


def read_package(data: bytes, diagnostics: Diagnostics, file: str) -> ParsedPackage | None:
    """Return the parts of a .pptx, .potx or the like; None, with an error, if it is no package.

    `file` is the name for messages. Parts that are not well-formed are reported and have no `root`.
    Only XML and fonts have `data`. Parts that no relationship leads to have neither.
    """
    kind, way_out = kind_by_first_bytes(data, file)
    if kind:
        _report_other_kind(kind, way_out, file, diagnostics)
        return None
    entries = open_entries(data, diagnostics, file)
    if entries is None:
        return None
    if CONTENT_TYPES_PART not in entries.infos:
        kind, way_out = package_kind(entries, {})
        if kind:
            _report_other_kind(kind, way_out, file, diagnostics)
        else:
            message = f"{file} is a zip file, but no PowerPoint file: it has no [Content_Types].xml"
            diagnostics.error("not-a-package", message, None, SAVE_AGAIN)
        return None
    try:
        package = _Reader(entries, diagnostics, file).package()
    except DAMAGE_ERRORS as broken:
        if isinstance(broken, TooMuchXMLError):
            report_too_much(str(broken), diagnostics, file)
        else:
            report_damage(broken, diagnostics, file)
        return None
    kind, way_out = package_kind(entries, package.overrides)
    if kind and not any("presentationml" in each for each in package.overrides.values()):
        _report_other_kind(kind, way_out, file, diagnostics)
        return None
    return package


def kind_by_first_bytes(data: bytes, file: str) -> tuple[str, str]:
    """Return what first bytes and name show a file to be that is no package, and the way out.

    Both are empty if they show nothing.
    """
    name = file.rpartition("/")[2]
    if name.startswith("~$"):
        return "the mark of a file that is open in PowerPoint", f"Name that file: {name[2:]}."
    start = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    if words := next((words for sign, words in _STARTS if start.startswith(sign)), ""):
        return words, _WAYS_OUT.get(words, _OTHER)
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
    words = next((words for sign, words in _TYPES.items() if sign in types), "")
    return words, _WAYS_OUT.get(words, _OTHER)


def _report_other_kind(kind: str, way_out: str, file: str, diagnostics: Diagnostics) -> None:
    message = f"{file} is {kind}, not a PowerPoint file"
    diagnostics.error("not-a-package", message, None, way_out)


def report_too_much(reason: str, diagnostics: Diagnostics, file: str) -> None:
    """Add the error for a package with more XML than is read."""
    diagnostics.error(
        "too-large",
        f"{file} {reason}; it is not read",
        None,
        "Divide the presentation into several; one that nobody made to do harm has far less.",
    )


class _Reader:
    """Reads one package; each method raises TooMuchXMLError or one of DAMAGE_ERRORS."""

    def __init__(self, entries: ZipEntries, diagnostics: Diagnostics, file: str) -> None:
        self._entries = entries
        self._diagnostics = diagnostics
        self._file = file
        self._budget = XMLBudget()

    def package(self) -> ParsedPackage:
        """Return the package, its parts in the order of the zip."""
        defaults, overrides = parse_content_types(self._parsed(CONTENT_TYPES_PART)[1])
        own = self._relationships("/")
        reachable = self._reachable(own)
        parts = {}
        for name in self._entries.infos:
            if name == CONTENT_TYPES_PART or name.endswith(".rels"):
                continue
            extension = name.rpartition(".")[2].lower()
            content_type = overrides.get(name.lower()) or defaults.get(extension)
            parts[name] = self._part(name, content_type, reachable.get(name))
        return ParsedPackage(self._file, parts, own, defaults, overrides, self._entries.repeated)

    def _reachable(
        self, own: Iterable[ParsedRelationship]
    ) -> dict[str, tuple[ParsedRelationship, ...]]:
        """Return the relationships of every part that some relationship leads to."""
        relationships: dict[str, tuple[ParsedRelationship, ...]] = {}
        waiting = [link.target for link in own if not link.external]
        while waiting:
            name = waiting.pop()
            if name in self._entries.infos and name not in relationships:
                relationships[name] = self._relationships(name)
                waiting += [link.target for link in relationships[name] if not link.external]
        return relationships

    def _relationships(self, name: str) -> tuple[ParsedRelationship, ...]:
        holder = relationships_part_name(name)
        if holder not in self._entries.infos:
            return ()
        return parse_relationships(self._parsed(holder)[1], holder)

    def _part(
        self, name: str, content_type: str | None, related: tuple[ParsedRelationship, ...] | None
    ) -> ParsedPart:
        if related is None:
            return ParsedPart(name, content_type, b"", None, ())
        if is_read_as_xml(name, content_type):
            return ParsedPart(name, content_type, *self._parsed(name), related)
        data = self._entries.unpacked(name) if content_type == _FONTS else b""
        return ParsedPart(name, content_type, data, None, related)

    def _parsed(self, name: str) -> tuple[bytes, Element | None]:
        """Return the bytes of a part and its root; None, with an error, if it cannot be parsed."""
        data = self._entries.unpacked(name)
        try:
            return data, parse_xml(data, self._budget)
        except TooMuchXMLError:
            raise
        except UnreadableXMLError as unreadable:
            self._diagnostics.error(unreadable.code, f"{self._file}: {name} {unreadable}", None)
            return data, None
