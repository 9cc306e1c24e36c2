"""Reading a package that somebody else made, without trusting it.

Nothing in a package can run code, reach the network or another file, or fill the memory: sizes are
checked before anything is unpacked, and XML with a DOCTYPE is refused. What is wrong becomes a
Diagnostic, never a traceback.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, TypeAlias, cast
from urllib.parse import unquote

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


Element: TypeAlias = etree._Element  # noqa: SLF001  (lxml has no public name for its type)

MOST_MARKS = 3_000_000
"""Elements and attributes of a package, as `XMLBudget` counts: those of 15,000 of our slides."""
MOST_LEVELS = 128
"""How deep elements may lie in one another: groups in groups, conditions in animations."""

_ENCODING = re.compile(rb"""<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)""")
_DECLARATION = re.compile(r"<\?xml[^>]*>")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
"""How parts in UTF-16 begin."""
_ENCODINGS = frozenset({b"UTF-8", b"UTF-16", b"US-ASCII", b"ASCII", b"ISO-8859-1", b"WINDOWS-1252"})
"""ECMA-376 Part 2, 9.1.1 permits the first two; in the others `<` is the same byte."""

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
    _by_id: Mapping[str, Relationship] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_id = {found.id: found for found in reversed(self.relationships)}
        object.__setattr__(self, "_by_id", by_id)

    def related(self, relationship_id: str | None) -> Relationship | None:
        """Return the relationship with an id, the first of several; or None."""
        return self._by_id.get(relationship_id or "")

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
    """XML that is not read, and why; `code` is that of a Diagnostic."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code


class TooMuchXMLError(UnreadableXMLError):
    """More XML than a package may hold: no further part of it is read."""

    def __init__(self) -> None:
        most = MOST_MARKS // 1_000_000
        super().__init__("too-large", f"holds more than {most} million elements and attributes")


class XMLBudget:
    """How much XML may still be read of one package.

    An element takes some hundred bytes of memory, and of a file not even one, as it deflates to
    nothing. So elements and attributes are counted before they are made: no more than there are
    `<` and `=` in the bytes.
    """

    def __init__(self) -> None:
        self._left = MOST_MARKS

    def spend(self, data: bytes) -> None:
        """Take what a part needs. Raises TooMuchXMLError when there is not so much left."""
        self._left -= data.count(b"<") + data.count(b"=")
        if self._left < 0:
            raise TooMuchXMLError


def parsed(data: bytes, budget: XMLBudget | None = None) -> Element:
    """Return the root of a part. Raises UnreadableXMLError; no entity is ever followed.

    `budget` is that of the package whose part it is; without one, a part may take all of its own.
    """
    (budget or XMLBudget()).spend(data)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        plain = _countable(data)
        if b"<!DOCTYPE" in plain:
            raise _has_doctype()
        root = etree.fromstring(plain, parser)
    except UnreadableXMLError:
        raise
    except (etree.XMLSyntaxError, ValueError) as broken:
        if "Excessive depth" in str(broken):
            raise _is_too_deep() from broken
        raise UnreadableXMLError(
            "xml-not-well-formed", f"is not well-formed XML: {broken}"
        ) from broken
    if root.getroottree().docinfo.internalDTD is not None:
        raise _has_doctype()
    if _deeper_than_allowed()(root):
        raise _is_too_deep()
    return root


def _countable(data: bytes) -> bytes:
    """Return a part in an encoding in which `<` is the one byte that it looks like.

    In others, such as UTF-7, elements could not be counted before they are made. Raises
    UnreadableXMLError, and UnicodeDecodeError for what is no UTF-16.
    """
    if data.startswith(_UTF_16):
        order = "-be" if data[0] == 0 else "-le" if data[0] == ord("<") else ""
        data = _DECLARATION.sub("", data.decode(f"utf-16{order}"), count=1).encode()
    plain = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    encoding = _ENCODING.match(plain)
    if not plain.startswith(b"<") or (encoding and encoding[1].upper() not in _ENCODINGS):
        raise UnreadableXMLError(
            "xml-not-well-formed", "is not XML in an encoding that Office files may have"
        )
    return data


@cache
def _deeper_than_allowed() -> etree.XPath:
    return etree.XPath(f"boolean({'/*' * (MOST_LEVELS + 1)})")


def _is_too_deep() -> UnreadableXMLError:
    return UnreadableXMLError(
        "xml-too-deep", f"is nested more than {MOST_LEVELS} levels deep; it is not read"
    )


def _has_doctype() -> UnreadableXMLError:
    return UnreadableXMLError(
        "xml-doctype", "has a DOCTYPE, which no Office file may have; it is not read"
    )


def serialized(root: Element) -> bytes:
    """Return the part that an element is the root of."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
