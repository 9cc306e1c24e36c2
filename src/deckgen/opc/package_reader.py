"""Reading a whole package: every part by its name in the zip, what leads nowhere among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
from deckgen.opc.xml_parser import TooMuchXMLError, UnreadableXMLError, XMLBudget, parse_xml
from deckgen.opc.zip_reader import DAMAGE_ERRORS, ZipEntries, open_entries, report_damage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckgen.opc.xml_parser import Element
    from deckgen.support.diagnostics import Diagnostics

_FONTS = "application/x-fontdata"


def read_package(data: bytes, diagnostics: Diagnostics, file: str) -> ParsedPackage | None:
    """Read a .pptx, .potx or the like; None when it cannot be read as a package at all.

    `file` is the name for messages. Parts that are not well-formed are reported and kept, without
    a `root`, so that everything else in the package can still be looked at. What no relationship
    leads to has neither `root` nor `data`; and only XML and fonts have data, as nobody who reads a
    whole package looks into pictures and films.
    """
    entries = open_entries(data, diagnostics, file)
    if entries is None:
        return None
    if CONTENT_TYPES_PART not in entries.infos:
        diagnostics.error(
            "not-a-package",
            f"{file} is a zip file, but not a PowerPoint file: it has no [Content_Types].xml",
            None,
            "save the presentation again in PowerPoint as .pptx",
        )
        return None
    try:
        return _Reader(entries, diagnostics, file).package()
    except DAMAGE_ERRORS as broken:
        if isinstance(broken, TooMuchXMLError):
            report_too_much(str(broken), diagnostics, file)
        else:
            report_damage(broken, diagnostics, file)
        return None


def report_too_much(reason: str, diagnostics: Diagnostics, file: str) -> None:
    """Add the error for a package with more XML than is read."""
    diagnostics.error(
        "too-large",
        f"{file} {reason}; it is not read",
        None,
        "divide the presentation into several; one that nobody made to do harm has far less",
    )


class _Reader:
    """One look at a package; each method raises TooMuchXMLError, or one of DAMAGE_ERRORS."""

    def __init__(self, entries: ZipEntries, diagnostics: Diagnostics, file: str) -> None:
        self._entries = entries
        self._diagnostics = diagnostics
        self._file = file
        self._budget = XMLBudget()

    def package(self) -> ParsedPackage:
        """Return the package, its parts in the order of the zip."""
        defaults, overrides = parse_content_types(self._parsed(CONTENT_TYPES_PART))
        own = self._relationships("/")
        related = self._reached(own)
        parts = {}
        for name in self._entries.infos:
            if name == CONTENT_TYPES_PART or name.endswith(".rels"):
                continue
            extension = name.rpartition(".")[2].lower()
            content_type = overrides.get(name.lower()) or defaults.get(extension)
            parts[name] = self._part(name, content_type, related.get(name))
        return ParsedPackage(self._file, parts, own, defaults, overrides, self._entries.repeated)

    def _reached(
        self, own: Iterable[ParsedRelationship]
    ) -> dict[str, tuple[ParsedRelationship, ...]]:
        """Return the relationships of every part that others lead to."""
        found: dict[str, tuple[ParsedRelationship, ...]] = {}
        waiting = list(own)
        while waiting:
            one = waiting.pop()
            if not one.external and one.target in self._entries.infos and one.target not in found:
                found[one.target] = self._relationships(one.target)
                waiting += found[one.target]
        return found

    def _relationships(self, name: str) -> tuple[ParsedRelationship, ...]:
        holder = relationships_part_name(name)
        if holder not in self._entries.infos:
            return ()
        return parse_relationships(self._parsed(holder), holder)

    def _part(
        self, name: str, content_type: str | None, related: tuple[ParsedRelationship, ...] | None
    ) -> ParsedPart:
        if related is None:
            return ParsedPart(name, content_type, b"", None, ())
        if is_read_as_xml(name, content_type):
            data = self._entries.unpacked(name)
            return ParsedPart(name, content_type, data, self._parse(data, name), related)
        data = self._entries.unpacked(name) if content_type == _FONTS else b""
        return ParsedPart(name, content_type, data, None, related)

    def _parsed(self, name: str) -> Element | None:
        return self._parse(self._entries.unpacked(name), name)

    def _parse(self, data: bytes, name: str) -> Element | None:
        """Parse one part; what cannot be read is reported and None."""
        try:
            return parse_xml(data, self._budget)
        except TooMuchXMLError:
            raise
        except UnreadableXMLError as unreadable:
            self._diagnostics.error(unreadable.code, f"{self._file}: {name} {unreadable}", None)
            return None
