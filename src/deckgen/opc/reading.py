"""Reading a package that somebody else made, without trusting it.

Nothing in a package can run code, reach the network or another file, or fill the memory: sizes are
checked before anything is unpacked, and XML with a DOCTYPE is refused. What is wrong becomes a
Diagnostic, never a traceback.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypeAlias, cast
from urllib.parse import unquote

from lxml import etree

from deckgen.opc.entries import BROKEN, open_entries, report_damage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from deckgen.diagnostics import Diagnostics

Element: TypeAlias = etree._Element  # noqa: SLF001  (lxml has no public name for its type)

CONTENT_TYPES_PART = "/[Content_Types].xml"

NAMESPACES: Mapping[str, str] = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "ep": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "p173": "http://schemas.microsoft.com/office/powerpoint/2017/3/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
"""The prefixes that this package uses in names such as `p:sldId`."""


@dataclass(frozen=True, slots=True)
class Relationship:
    """One arrow from a part to another part or out of the package.

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
class Part:
    """One part. `root` is None when the part is not XML, or not readable as XML."""

    name: str
    content_type: str | None
    data: bytes
    root: Element | None
    relationships: tuple[Relationship, ...]

    def related(self, relationship_id: str | None) -> Relationship | None:
        """Return the relationship with an id, or None."""
        return next((rel for rel in self.relationships if rel.id == relationship_id), None)

    def target_of(self, type_: str) -> str | None:
        """Return the part name that the first relationship of a type leads to, or None."""
        return next((rel.target for rel in self.relationships if rel.type == type_), None)


@dataclass(frozen=True, slots=True)
class PackageParts:
    """A package as it was found; it may be faulty in any way that a zip and XML permit.

    `parts` is keyed by absolute part name and holds neither relationships nor content types.
    `repeated` are names of zip entries that stand in the file more than once.
    """

    file: str
    parts: Mapping[str, Part]
    relationships: tuple[Relationship, ...]
    defaults: Mapping[str, str]
    overrides: Mapping[str, str]
    repeated: tuple[str, ...]

    def main(self) -> Part | None:
        """Return the presentation part, or None when the package is no presentation."""
        for rel in self.relationships:
            if rel.type == "officeDocument":
                return self.parts.get(rel.target)
        return None

    def of_root(self, tag: str) -> Iterator[Part]:
        """Yield the parts whose root element has a name such as `p:sld`, in package order."""
        wanted = q(tag)
        for part in self.parts.values():
            if part.root is not None and part.root.tag == wanted:
                yield part


@cache
def q(name: str) -> str:
    """Return a prefixed name such as `p:sldId` as lxml spells it."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def read_package(data: bytes, diagnostics: Diagnostics, file: str) -> PackageParts | None:
    """Read a .pptx, .potx or the like; None when it cannot be read as a package at all.

    `file` is the name for messages. Parts that are not well-formed are reported and kept, without
    a `root`, so that everything else in the package can still be looked at.
    """
    entries = _read_entries(data, diagnostics, file)
    if entries is None:
        return None
    contents, repeated = entries
    if CONTENT_TYPES_PART not in contents:
        diagnostics.error(
            "not-a-package",
            f"{file} is a zip file, but not a PowerPoint file: it has no [Content_Types].xml",
            None,
            "save the presentation again in PowerPoint as .pptx",
        )
        return None
    return _assemble(contents, repeated, diagnostics, file)


def _read_entries(
    data: bytes, diagnostics: Diagnostics, file: str
) -> tuple[dict[str, bytes], tuple[str, ...]] | None:
    """Unpack every entry once its size is known to be harmless."""
    entries = open_entries(data, diagnostics, file)
    if entries is None:
        return None
    try:
        return {name: entries.unpacked(name) for name in entries.infos}, entries.repeated
    except BROKEN as broken:
        report_damage(broken, diagnostics, file)
        return None


def _assemble(
    contents: Mapping[str, bytes],
    repeated: tuple[str, ...],
    diagnostics: Diagnostics,
    file: str,
) -> PackageParts:
    """Make parts of the entries: content type, relationships and parsed XML of each."""
    types = _parse(contents[CONTENT_TYPES_PART], CONTENT_TYPES_PART, diagnostics, file)
    defaults, overrides = content_types(types)
    relationships = {
        name: relationships_of(_parse(data, name, diagnostics, file), name)
        for name, data in contents.items()
        if name.endswith(".rels")
    }
    parts = {}
    for name, data in contents.items():
        if name == CONTENT_TYPES_PART or name in relationships:
            continue
        extension = name.rpartition(".")[2].lower()
        content_type = overrides.get(name.lower()) or defaults.get(extension)
        is_xml = is_read_as_xml(name, content_type)
        root = _parse(data, name, diagnostics, file) if is_xml else None
        rels = relationships.get(relationships_part(name), ())
        parts[name] = Part(name, content_type, data, root, rels)
    return PackageParts(
        file=file,
        parts=parts,
        relationships=relationships.get(relationships_part("/"), ()),
        defaults=defaults,
        overrides=overrides,
        repeated=repeated,
    )


def relationships_part(name: str) -> str:
    """Return the name of the part that holds the relationships of a part."""
    folder, _, last = name.rpartition("/")
    return f"{folder}/_rels/{last}.rels"


def is_read_as_xml(name: str, content_type: str | None) -> bool:
    """Say whether a part is parsed: XML, but for pictures that happen to be XML."""
    extension = name.rpartition(".")[2].lower()
    is_xml = extension == "xml" or (content_type or "").endswith(("+xml", "/xml"))
    return is_xml and extension != "svg"


def content_types(root: Element | None) -> tuple[dict[str, str], dict[str, str]]:
    """Return the content types by extension and by part name, both in lower case."""
    return (
        _attributes(root, "ct:Default", "Extension"),
        _attributes(root, "ct:Override", "PartName"),
    )


def _attributes(root: Element | None, tag: str, key: str) -> dict[str, str]:
    """Return the content types that elements of a name give, by lower-cased key."""
    if root is None:
        return {}
    return {
        element.get(key, "").lower(): element.get("ContentType", "")
        for element in root.iter(q(tag))
    }


def relationships_of(root: Element | None, name: str) -> tuple[Relationship, ...]:
    """Read the relationships that a .rels part holds."""
    if root is None:
        return ()
    folder = name.rpartition("/_rels/")[0]
    return tuple(
        Relationship(
            id=element.get("Id", ""),
            type=element.get("Type", "").rpartition("/")[2],
            target=_target(element, folder),
            external=element.get("TargetMode") == "External",
            type_uri=element.get("Type", ""),
        )
        for element in root.iter(q("rel:Relationship"))
    )


def _target(element: Element, folder: str) -> str:
    """Return a relationship's target: an absolute part name, or the outside address as it is."""
    target = element.get("Target", "")
    if element.get("TargetMode") == "External" or not target:
        return target
    path = unquote(target.partition("#")[0]).replace("\\", "/")
    return "/" + posixpath.normpath(posixpath.join(folder or "/", path)).lstrip("/")


def references(root: Element) -> Iterator[tuple[Element, str, str]]:
    """Yield each element that names relationships, with the attribute and the id."""
    prefix = q("r:")
    # What an XPath returns depends on the path; of this one, it is a list of elements.
    for element in cast("list[Element]", _referring()(root)):
        for name, value in element.attrib.items():
            if str(name).startswith(prefix):
                yield element, str(name), str(value)


@cache
def _referring() -> etree.XPath:
    # In C: to look at every attribute from Python costs as much as all the rest of opening.
    return etree.XPath("descendant-or-self::*[@r:*]", namespaces={"r": NAMESPACES["r"]})


class UnreadableXMLError(ValueError):
    """XML that is not read: not well-formed, or with a DOCTYPE. `code` is that of a Diagnostic."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code


def parsed(data: bytes) -> Element:
    """Return the root of a part. Raises UnreadableXMLError; no entity is ever followed."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = None if b"<!DOCTYPE" in data else etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as broken:
        raise UnreadableXMLError(
            "xml-not-well-formed", f"is not well-formed XML: {broken}"
        ) from broken
    if root is None or root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableXMLError(
            "xml-doctype", "has a DOCTYPE, which no Office file may have; it is not read"
        )
    return root


def serialized(root: Element) -> bytes:
    """Return the part that an element is the root of."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _parse(data: bytes, name: str, diagnostics: Diagnostics, file: str) -> Element | None:
    """Parse one part; what cannot be read is reported and None."""
    try:
        return parsed(data)
    except UnreadableXMLError as unreadable:
        diagnostics.error(unreadable.code, f"{file}: {name} {unreadable}", None)
        return None
