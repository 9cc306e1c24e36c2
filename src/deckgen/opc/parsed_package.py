"""The values that reading a package gives: package, parts, relationships (ECMA-376 Part 2).

Their fields follow the file. `part_to_write` turns a part into one that can be written again.
"""

import posixpath
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import cast
from urllib.parse import unquote

from lxml import etree

from deckgen.opc.package_writer import Part, Relationship
from deckgen.opc.xml_parser import NAMESPACES, Element, q

CONTENT_TYPES_PART = "/[Content_Types].xml"
_REFERRING = etree.XPath("descendant-or-self::*[@r:*]", namespaces={"r": NAMESPACES["r"]})
"""In C: a loop over all attributes in Python takes as long as all other steps of opening."""


@dataclass(frozen=True, slots=True)
class ParsedRelationship:
    """A relationship from a part to another part or out of the package, as it was read.

    `type` is the last word of the relationship's type (`slide`, `slideLayout`, `image`, …).
    `target` is an absolute part name, or the address as written when `external`.
    `type_uri` is the type in full.
    """

    id: str
    type: str
    target: str
    external: bool
    type_uri: str = ""


@dataclass(frozen=True, slots=True)
class ParsedPart:
    """A part as it was read. `root` is None if the part is not XML, or cannot be parsed."""

    name: str
    content_type: str | None
    data: bytes
    root: Element | None
    relationships: tuple[ParsedRelationship, ...]
    _by_id: Mapping[str, ParsedRelationship] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_id = {link.id: link for link in reversed(self.relationships)}
        object.__setattr__(self, "_by_id", by_id)

    def related(self, relationship_id: str | None) -> ParsedRelationship | None:
        """Return the first relationship with an id, or None."""
        return self._by_id.get(relationship_id or "")

    def target_of(self, type_: str) -> str | None:
        """Return the part name that the first relationship of a type leads to, or None."""
        return next((rel.target for rel in self.relationships if rel.type == type_), None)


@dataclass(frozen=True, slots=True)
class ParsedPackage:
    """A package as it was read; it may be faulty in any way that a zip and XML permit.

    `parts` is keyed by absolute part name and holds neither relationships nor content types.
    `repeated` are the names that several zip entries have.
    """

    file: str
    parts: Mapping[str, ParsedPart]
    relationships: tuple[ParsedRelationship, ...]
    defaults: Mapping[str, str]
    overrides: Mapping[str, str]
    repeated: tuple[str, ...]

    def main(self) -> ParsedPart | None:
        """Return the presentation part, or None when the package is no presentation."""
        targets = (rel.target for rel in self.relationships if rel.type == "officeDocument")
        return self.parts.get(next(targets, ""))

    def related_part(self, part: ParsedPart | None, type_: str) -> ParsedPart | None:
        """Return the part that the first relationship of a type leads to from a part, or None."""
        return None if part is None else self.parts.get(part.target_of(type_) or "")

    def related_root(self, part: ParsedPart | None, type_: str) -> Element | None:
        """Return the root of the part that the first relationship of a type leads to, or None."""
        target = self.related_part(part, type_)
        return None if target is None else target.root

    def linked_part(self, part: ParsedPart, relationship_id: str | None) -> ParsedPart | None:
        """Return the part that the first relationship with an id leads to from a part, or None."""
        link = part.related(relationship_id)
        return None if link is None else self.parts.get(link.target)

    def reached(
        self,
        links: Iterable[ParsedRelationship],
        is_followed: Callable[[ParsedRelationship], bool] = lambda _: True,
    ) -> dict[str, ParsedPart]:
        """Return the parts, by name, that relationships and those of these parts lead to.

        The nearest come first.
        """
        queue = deque(links)
        reached: dict[str, ParsedPart] = {}
        while queue:
            link = queue.popleft()
            part = None if link.external else self.parts.get(link.target)
            if part is not None and part.name not in reached and is_followed(link):
                reached[part.name] = part
                queue.extend(part.relationships)
        return reached

    def of_root(self, tag: str) -> Iterator[ParsedPart]:
        """Yield the parts whose root element has a name such as `p:sld`, in package order."""
        for part in self.parts.values():
            if part.root is not None and part.root.tag == q(tag):
                yield part


def relationships_part_name(name: str) -> str:
    """Return the name of the part that holds the relationships of a part."""
    folder, _, last = name.rpartition("/")
    return f"{folder}/_rels/{last}.rels"


def is_read_as_xml(name: str, content_type: str | None) -> bool:
    """Return whether a part is parsed: it is XML, and no SVG."""
    extension = name.rpartition(".")[2].lower()
    is_xml = extension == "xml" or (content_type or "").endswith(("+xml", "/xml"))
    return is_xml and extension != "svg"


def parse_content_types(root: Element | None) -> tuple[dict[str, str], dict[str, str]]:
    """Return the content types by extension and by part name, both in lower case."""
    defaults, overrides = (
        {
            element.get(key, "").lower(): element.get("ContentType", "")
            for element in (() if root is None else root.iter(q(tag)))
        }
        for tag, key in (("ct:Default", "Extension"), ("ct:Override", "PartName"))
    )
    return defaults, overrides


def parse_relationships(root: Element | None, name: str) -> tuple[ParsedRelationship, ...]:
    """Return the relationships in the .rels part with this name."""
    folder = name.rpartition("/_rels/")[0]
    return tuple(
        ParsedRelationship(
            id=element.get("Id", ""),
            type=element.get("Type", "").rpartition("/")[2],
            target=_target(element, folder),
            external=element.get("TargetMode") == "External",
            type_uri=element.get("Type", ""),
        )
        for element in (() if root is None else root.iter(q("rel:Relationship")))
    )


def _target(element: Element, folder: str) -> str:
    """Return a relationship's target: an absolute part name, or an external address unchanged."""
    target = element.get("Target", "")
    if element.get("TargetMode") == "External" or not target:
        return target
    path = unquote(target.partition("#")[0]).replace("\\", "/")
    return "/" + posixpath.normpath(posixpath.join(folder or "/", path)).lstrip("/")


def relationship_uses(root: Element) -> Iterator[tuple[Element, str, str]]:
    """Yield each element that refers to a relationship, with the attribute and the id."""
    prefix = q("r:")
    # What an XPath returns depends on the path; of this one, it is a list of elements.
    for element in cast("list[Element]", _REFERRING(root)):
        for name, value in element.attrib.items():
            if str(name).startswith(prefix):
                yield element, str(name), str(value)


def part_to_write(part: ParsedPart) -> Part:
    """Return a part as `package_bytes` takes it."""
    return Part(
        part.name,
        part.content_type or "application/octet-stream",
        part.data,
        tuple(relationship_to_write(each, part.name) for each in part.relationships),
    )


def relationship_to_write(relationship: ParsedRelationship, source: str) -> Relationship:
    """Return a relationship of the part `source` as `package_bytes` takes it."""
    target = relationship.target
    if not relationship.external:
        target = posixpath.relpath(target, posixpath.dirname(source))
    return Relationship(relationship.id, relationship.type_uri, target, relationship.external)
