"""Reading a package that somebody else made, without trusting it.

Nothing in a package can run code, reach the network or another file, or fill the memory: sizes are
checked before anything is unpacked, and XML with a DOCTYPE is refused. What is wrong becomes a
Diagnostic, never a traceback.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import unquote

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from deckgen.diagnostics import Diagnostics

Element: TypeAlias = etree._Element  # noqa: SLF001  (lxml has no public name for its type)

CONTENT_TYPES_PART = "/[Content_Types].xml"

MAX_PARTS = 100_000
MAX_BYTES = 1 << 30
MAX_RATIO = 150
SMALL_ENOUGH = 64 << 20
"""Packages that unpack to less than this are read however well they are packed."""

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, OSError, ValueError)
"""What zipfile raises for archives that are damaged, encrypted, or packed in an unknown way."""

COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

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
    """

    id: str
    type: str
    target: str
    external: bool


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
    if data.startswith(COMPOUND_FILE):
        diagnostics.error(
            "encrypted-or-old",
            f"{file} is protected with a password, or is a .ppt file of before 2007",
            None,
            "open it in PowerPoint, remove the password, and save it as .pptx",
        )
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            if not _is_harmless(infos, len(data), diagnostics, file):
                return None
            contents: dict[str, bytes] = {}
            repeated = []
            for info in infos:
                name = "/" + info.filename.lstrip("/")
                if name in contents:
                    repeated.append(name)
                contents[name] = archive.read(info)
            return contents, tuple(repeated)
    except BROKEN as broken:
        diagnostics.error(
            "not-a-zip",
            f"{file} is not a PowerPoint file, or is damaged or cut off: {broken}",
            None,
            "open it in PowerPoint and save it again as .pptx",
        )
        return None


def _is_harmless(
    infos: list[zipfile.ZipInfo], packed: int, diagnostics: Diagnostics, file: str
) -> bool:
    """Refuse a package that is built to fill memory; Python never unpacks beyond these sizes."""
    total = sum(info.file_size for info in infos)
    too_dense = total > SMALL_ENOUGH and total > MAX_RATIO * packed
    if len(infos) <= MAX_PARTS and total <= MAX_BYTES and not too_dense:
        return True
    diagnostics.error(
        "too-large",
        f"{file} would unpack to {total >> 20} MB in {len(infos)} parts; it is not read",
        None,
        f"deckgen reads up to {MAX_BYTES >> 20} MB in {MAX_PARTS} parts",
    )
    return False


def _assemble(
    contents: Mapping[str, bytes],
    repeated: tuple[str, ...],
    diagnostics: Diagnostics,
    file: str,
) -> PackageParts:
    """Make parts of the entries: content type, relationships and parsed XML of each."""
    types = _parse(contents[CONTENT_TYPES_PART], CONTENT_TYPES_PART, diagnostics, file)
    defaults = _attributes(types, "ct:Default", "Extension")
    overrides = _attributes(types, "ct:Override", "PartName")
    relationships = {
        name: _relationships(_parse(data, name, diagnostics, file), name)
        for name, data in contents.items()
        if name.endswith(".rels")
    }
    parts = {}
    for name, data in contents.items():
        if name == CONTENT_TYPES_PART or name in relationships:
            continue
        extension = name.rpartition(".")[2].lower()
        content_type = overrides.get(name.lower()) or defaults.get(extension)
        is_xml = extension == "xml" or (content_type or "").endswith(("+xml", "/xml"))
        is_xml = is_xml and extension != "svg"
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


def _attributes(root: Element | None, tag: str, key: str) -> dict[str, str]:
    """Return the content types that elements of a name give, by lower-cased key."""
    if root is None:
        return {}
    return {
        element.get(key, "").lower(): element.get("ContentType", "")
        for element in root.iter(q(tag))
    }


def _relationships(root: Element | None, name: str) -> tuple[Relationship, ...]:
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
        )
        for element in root.iter(q("rel:Relationship"))
    )


def _target(element: Element, folder: str) -> str:
    """Return a relationship's target: an absolute part name, or the outside address as it is."""
    target = element.get("Target", "")
    if element.get("TargetMode") == "External" or not target:
        return target
    path = unquote(target.partition("#")[0])
    return posixpath.normpath(posixpath.join(folder or "/", path))


def _parse(data: bytes, name: str, diagnostics: Diagnostics, file: str) -> Element | None:
    """Parse one part; what is not well-formed, or wants a DTD, is reported and None."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = None if b"<!DOCTYPE" in data else etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as broken:
        diagnostics.error(
            "xml-not-well-formed", f"{file}: {name} is not well-formed XML: {broken}", None
        )
        return None
    if root is None or root.getroottree().docinfo.internalDTD is not None:
        diagnostics.error(
            "xml-doctype",
            f"{file}: {name} has a DOCTYPE, which no Office file may have; it is not read",
            None,
        )
        return None
    return root
