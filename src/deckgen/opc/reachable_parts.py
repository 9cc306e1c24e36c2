"""Reading only the needed parts of a package: those that its relationships lead to.

Other parts, and those that the caller does not follow, are never unpacked. Part names are
normalised: a relationship and its part may differ in case, percent signs and backslashes.
"""

import posixpath
import re
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NamedTuple, TypeAlias
from urllib.parse import unquote

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
from deckgen.opc.xml_parser import Element, UnreadableXMLError, XMLBudget, parse_xml
from deckgen.opc.zip_reader import DAMAGE_ERRORS, ZipEntries, damage_reason

Follow: TypeAlias = Callable[[ParsedRelationship, str | None], bool]
"""Returns whether to follow a relationship to a part with this content type."""

MAIN_PART = "/ppt/presentation.xml"
_UNSAFE = re.compile(r"[^A-Za-z0-9_./\-]")


class UnreadablePart(NamedTuple):
    """A reachable part that cannot be read; `code` is that of a Diagnostic.

    After the code `too-large` no further part was read.
    """

    name: str
    relationship_type: str
    code: str
    reason: str


class ReachableParts(NamedTuple):
    """The parts that were read of a package.

    Followed relationships lead to one of its parts. Others, and those to nowhere, are unchanged.
    """

    package: ParsedPackage
    unread: tuple[UnreadablePart, ...]


def part_key(name: str) -> str:
    """Return a key that equivalent part names share (ECMA-376 Part 2, 6.2.2.3)."""
    path = unquote(name.replace("\\", "/")).lstrip("/")
    return posixpath.normpath(f"/{path}").lower()


def read_reachable(
    entries: ZipEntries, file: str, follow: Follow, reserved: re.Pattern[str] | None = None
) -> ReachableParts:
    """Return the parts that can be reached from the root of a package, nearest first.

    The main part gets the name MAIN_PART; `reserved` are names that no other part may get.
    """
    return _Walk(entries, file, follow, reserved).reached()


class _Walk:
    """One walk through a package, in time proportional to the bytes read and the entries."""

    def __init__(
        self, entries: ZipEntries, file: str, follow: Follow, reserved: re.Pattern[str] | None
    ) -> None:
        self._entries = entries
        self._file = file
        self._follow = follow
        self._reserved = reserved
        self._unread: list[UnreadablePart] = []
        self._budget = XMLBudget()
        self._by_key = {part_key(name): name for name in entries.infos}
        self._defaults, overrides = self._content_types()
        self._overrides = {part_key(name): type_ for name, type_ in overrides.items()}
        self._names: dict[str, str] = {}
        """The new part name of each entry."""
        self._taken: set[str] = {MAIN_PART}
        self._queue: deque[tuple[str, str]] = deque()
        """Entries to be read, with the type of the relationship that led to them first."""
        self._has_main = False
        self._last_numbers: dict[str, int] = {}
        """The last number that was added to a name, to make it unique."""

    def reached(self) -> ReachableParts:
        relationships = self._relationships("/", "/")
        parts: dict[str, ParsedPart] = {}
        while self._queue and not self._is_too_much:
            entry, type_ = self._queue.popleft()
            part = self._part(entry, type_)
            if part is not None:
                parts[part.name] = part
        names = self._names
        repeated = tuple(names[name] for name in self._entries.repeated if name in names)
        types = self._defaults, self._overrides
        package = ParsedPackage(self._file, parts, relationships, *types, repeated)
        return ReachableParts(package, tuple(self._unread))

    @property
    def _is_too_much(self) -> bool:
        return bool(self._unread) and self._unread[-1].code == "too-large"

    def _part(self, entry: str, type_: str) -> ParsedPart | None:
        name = self._names[entry]
        content_type = self._content_type(entry)
        data, root = self._data(entry, name, type_), None
        if data is None:
            return None
        if is_read_as_xml(entry, content_type) and (root := self._tree(data, name, type_)) is None:
            return None
        return ParsedPart(name, content_type, data, root, self._relationships(entry, name))

    def _data(self, entry: str, name: str, type_: str) -> bytes | None:
        try:
            return self._entries.unpacked(entry)
        except DAMAGE_ERRORS as broken:
            reason = f"is damaged: {damage_reason(broken)}"
            self._unread.append(UnreadablePart(name, type_, "part-damaged", reason))
            return None

    def _tree(self, data: bytes, name: str, type_: str) -> Element | None:
        try:
            return parse_xml(data, self._budget)
        except UnreadableXMLError as unreadable:
            self._unread.append(UnreadablePart(name, type_, unreadable.code, str(unreadable)))
            return None

    def _content_types(self) -> tuple[Mapping[str, str], Mapping[str, str]]:
        entry = self._by_key.get(CONTENT_TYPES_PART.lower())
        data = self._data(entry, CONTENT_TYPES_PART, "") if entry else None
        try:
            return parse_content_types(parse_xml(data, self._budget) if data else None)
        except UnreadableXMLError:
            return {}, {}

    def _content_type(self, entry: str) -> str | None:
        extension = entry.rpartition(".")[2].lower()
        return self._overrides.get(part_key(entry)) or self._defaults.get(extension)

    def _relationships(self, entry: str, name: str) -> tuple[ParsedRelationship, ...]:
        """Return the relationships of a part; their targets join the queue."""
        holder = self._by_key.get(part_key(relationships_part_name(entry)))
        new_name = relationships_part_name(name)
        data = self._data(holder, new_name, "relationships") if holder else None
        root = None if data is None else self._tree(data, new_name, "relationships")
        relationships = parse_relationships(root, relationships_part_name(entry))
        return tuple(self._renamed(relationship) for relationship in relationships)

    def _renamed(self, relationship: ParsedRelationship) -> ParsedRelationship:
        """Return a relationship with the new name of its target, which joins the queue."""
        if relationship.external:
            return relationship
        entry = self._by_key.get(part_key(relationship.target))
        if entry is None:
            return relationship
        if entry.lower().endswith(".rels") or entry.lower() == CONTENT_TYPES_PART.lower():
            return replace(relationship, target="")
        if not self._follow(relationship, self._content_type(entry)):
            return relationship
        if entry not in self._names:
            is_main = relationship.type == "officeDocument" and not self._has_main
            self._has_main |= is_main
            self._names[entry] = MAIN_PART if is_main else self._new_name(entry)
            self._queue.append((entry, relationship.type))
        return replace(relationship, target=self._names[entry])

    def _new_name(self, entry: str) -> str:
        """Return a unique part name for an entry, in ASCII letters that every reader accepts."""
        path = posixpath.normpath(unquote(entry.replace("\\", "/")))
        plain = name = _UNSAFE.sub("_", path)
        stem, dot, extension = plain.rpartition(".")
        number = self._last_numbers.get(plain.lower(), 1)
        reserved = self._reserved
        while name.lower() in self._taken or (reserved and reserved.fullmatch(name)):
            number += 1
            name = f"{stem}-{number}{dot}{extension}"
        self._last_numbers[plain.lower()] = number
        self._taken.add(name.lower())
        return name
