"""A deck for programs that follow what it names: a copy in which nothing leads out of it.

LibreOffice fetches a linked picture from any address, draws an SVG with the pictures that it names
on the disk, opens embedded documents by whichever filter fits, and asks other programs for some
kinds of picture. So it gets the parts that a slide is drawn of and no others; of addresses only
those on the web that text links to; of pictures only pixels and metafiles of Windows. XML is
written anew from what was read, so that nobody can read it otherwise than we did.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import replace
from itertools import chain
from typing import cast

from deckgen.ooxml_rules.link_addresses import is_web_address
from deckgen.opc.package_writer import package_bytes
from deckgen.opc.parsed_package import (
    ParsedPackage,
    ParsedPart,
    ParsedRelationship,
    part_to_write,
    relationship_to_write,
)
from deckgen.opc.reachable_parts import PartNaming, read_reachable
from deckgen.opc.xml_parser import Element, UnreadableXMLError, parse_xml, q, serialize_xml
from deckgen.opc.zip_reader import open_entries
from deckgen.render.renderer import RenderingError
from deckgen.support.diagnostics import Diagnostics

_MAIN = "/ppt/presentation.xml"
_NAMING = PartNaming(_MAIN, re.compile(r"(?i)/ppt/presentation\.xml"))
_FROM_ROOT = frozenset({"officeDocument", "core-properties"})
_DRAWN = _FROM_ROOT | {
    "slide",
    "slideLayout",
    "slideMaster",
    "theme",
    "themeOverride",
    "presProps",
    "tableStyles",
    "font",
    "image",
    "chart",
    "chartUserShapes",
    "diagramData",
    "diagramLayout",
    "diagramQuickStyle",
    "diagramColors",
    "diagramDrawing",
    "vmlDrawing",
}
"""Relationships to what a slide is drawn of, by the last word of their type. Notes are not, nor are
films and embedded documents: of these a slide shows a picture."""
_TYPE = re.compile(r"https?://[\w./-]+", re.ASCII)
_WITH_LINKS = frozenset(map(q, ("p:sld", "p:sldLayout", "p:sldMaster")))
_LINKS = frozenset({"hlinkClick", "hlinkHover", "hlinkMouseOver"})
_SVG = q("asvg:svgBlip")
"""The other form of a picture, of which LibreOffice 24 and later draw; all have its pixels too."""
_REFERRING = ".//*[@*[contains(namespace-uri(), '/relationships')]]"
"""Elements that name a relationship, in the namespace of either edition of the standard."""
_PIXELS_OR_METAFILE = re.compile(
    rb"\x89PNG\r\n\x1a\n|\xff\xd8\xff|GIF8[79]a|BM|II\*\0|MM\0\*|RIFF....WEBP"
    rb"|\x01\0\0\0.{36} EMF|\xd7\xcd\xc6\x9a|[\x01\x02]\0\x09\0",
    re.DOTALL,
)
_MARKUP = re.compile(rb"(?i)<svg|<!doctype|%!ps")
_HEAD = 4096
"""Bytes at the beginning of a picture in which programs look for signs of its kind."""
_GZIP, _LARGEST_UNPACKED = b"\x1f\x8b", 64 << 20
_HOSTILE = frozenset({"too-large", "xml-too-deep", "xml-doctype"})
"""Why a part is not read that somebody made to do harm."""
_EMPTY_PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c02"
    "0000000b4944415478da6360600000000300012b094d840000000049454e44ae426082"
)
"""One pixel that cannot be seen."""


def self_contained(deck: bytes) -> bytes:
    """Return a .pptx without anything that leads out of it, or is more than its slides show.

    What cannot be read of it is left out, but for slides and what is refused as hostile: these
    raise RenderingError (not-a-deck), as does what is no deck.
    """
    diagnostics = Diagnostics()
    entries = open_entries(deck, diagnostics, "The deck")
    if entries is None:
        problem = next(iter(diagnostics))
        raise RenderingError("not-a-deck", problem.message, problem.hint or "")
    package, unread = read_reachable(entries, "the deck", _NAMING, _is_drawn)
    for one in unread:
        if one.relationship_type == "slide" or one.code in _HOSTILE:
            where = "it" if one.code == "too-large" else one.name
            raise RenderingError(
                "not-a-deck",
                f"The deck cannot be drawn: {where} {one.reason}.",
                "Open it in PowerPoint and save it again as .pptx.",
            )
    uses = _uses(package)
    copies = [copy for part in package.parts.values() if (copy := _copy(part, uses[part.name]))]
    there = {copy.name for copy in copies}
    if _MAIN not in there:
        raise RenderingError(
            "not-a-deck",
            "The deck is no PowerPoint file that can be read.",
            "Open it in PowerPoint and save it again as .pptx.",
        )
    root = tuple(one for one in package.relationships if one.type in _FROM_ROOT)
    return package_bytes(
        [part_to_write(_linked(copy, there)) for copy in copies],
        [relationship_to_write(one, "/") for one in _inward(root, there)],
    )


def _is_drawn(one: ParsedRelationship, _content_type: str | None = None) -> bool:
    return one.type in _DRAWN and not one.external and bool(_TYPE.fullmatch(one.type_uri))


def _uses(package: ParsedPackage) -> Mapping[str, AbstractSet[str]]:
    """Return as what each part is used: the types of the relationships that lead to it."""
    uses: dict[str, set[str]] = defaultdict(set)
    sources = (package.relationships, *(part.relationships for part in package.parts.values()))
    for one in chain.from_iterable(sources):
        if not one.external:
            uses[one.target].add(one.type)
    return uses


def _copy(part: ParsedPart, uses: AbstractSet[str]) -> ParsedPart | None:
    """Return what a program may read of a part; None if it may not read it at all."""
    if "image" in uses:
        picture = _picture(part.data)
        type_ = "image/png" if picture is _EMPTY_PNG else part.content_type
        return replace(part, content_type=type_, data=picture, root=None)
    if part.root is not None:
        for image in list(part.root.iter(_SVG)):
            if (extension := image.getparent()) is not None:
                extension.remove(image)
        return part
    if "font" in uses:
        return part
    if "vmlDrawing" in uses:
        try:
            return replace(part, root=parse_xml(part.data))
        except UnreadableXMLError:
            return None
    return None


def _picture(data: bytes) -> bytes:
    """Return a picture if it is one that names nothing, else one that cannot be seen."""
    if data.startswith(_GZIP):
        unpacker = zlib.decompressobj(wbits=31)
        with suppress(zlib.error):
            data = unpacker.decompress(data, _LARGEST_UNPACKED)
    is_plain = _PIXELS_OR_METAFILE.match(data) and not _MARKUP.search(data, 0, _HEAD)
    return data if is_plain else _EMPTY_PNG


def _linked(part: ParsedPart, there: Container[str]) -> ParsedPart:
    """Return a part with the relationships that it may have."""
    kept = [*_inward(part.relationships, there)]
    if part.root is None:
        return replace(part, relationships=tuple(kept))
    if part.root.tag in _WITH_LINKS:
        taken = {one.id for one in kept}
        outward = (one for one in part.relationships if one.external and one.id not in taken)
        kept += (one for one in outward if one.type == "hyperlink" and is_web_address(one.target))
    _keep_to_text(part.root, {one.id for one in kept if one.external})
    return replace(part, data=serialize_xml(part.root), relationships=tuple(kept))


def _inward(
    arrows: Iterable[ParsedRelationship], there: Container[str]
) -> Iterator[ParsedRelationship]:
    """Yield the relationships to what slides are drawn of; of several with one id the first."""
    taken = set[str]()
    for one in arrows:
        if _is_drawn(one) and one.target in there and one.id not in taken:
            taken.add(one.id)
            yield one


def _keep_to_text(root: Element, ids: AbstractSet[str]) -> None:
    """Let only text and shapes link to the web: a picture could name the same relationship."""
    # What an XPath returns depends on the path; of this one, it is a list of elements.
    for element in cast("list[Element]", root.xpath(_REFERRING)) if ids else ():
        if str(element.tag).rpartition("}")[2] not in _LINKS:
            for name in [name for name, value in element.attrib.items() if value in ids]:
                del element.attrib[name]
