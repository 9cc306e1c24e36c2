"""A copy of a deck without references to anything outside it, for programs that follow them.

LibreOffice fetches a linked picture from any address, draws an SVG with pictures from the disk,
opens embedded documents with any filter that fits, and calls other programs for some kinds of
picture. So it gets only the parts that slides are drawn from; only the web addresses that text
links to; only pixels and Windows metafiles as pictures. Names that a chart leaves out are empty.
The XML is written from what was parsed, so no program can parse it differently.
"""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import chain
from typing import cast

from deckgen.ooxml_rules.attributes import is_web_address, parse_integer
from deckgen.opc.package_writer import package_bytes
from deckgen.opc.parsed_package import (
    ParsedPackage,
    ParsedPart,
    ParsedRelationship,
    part_to_write,
    relationship_to_write,
)
from deckgen.opc.reachable_parts import MAIN_PART, read_reachable
from deckgen.opc.xml_parser import Element, UnreadableXMLError, parse_xml, q, serialize_xml
from deckgen.render.deck_slides import not_a_deck, open_deck_package
from deckgen.render.plain_pictures import TRANSPARENT_PIXEL, plain_picture
from deckgen.render.renderer import RenderingError

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
"""Relationships to what a slide is drawn from, by the last word of their type. A slide shows films
and embedded documents as a picture, and notes not at all."""
_TYPE = re.compile(r"https?://[\w./-]+", re.ASCII)
_WITH_LINKS = frozenset(map(q, ("p:sld", "p:sldLayout", "p:sldMaster")))
_LINKS = frozenset({"hlinkClick", "hlinkHover", "hlinkMouseOver"})
_SVG = q("asvg:svgBlip")
"""The SVG of a picture, which LibreOffice 24 and later draws; the pixels are always there too."""
_REFERRING = ".//*[@*[contains(namespace-uri(), '/relationships')]]"
"""Elements with a relationship id, in the namespaces of both editions of the standard."""
_HOSTILE = frozenset({"too-large", "xml-too-deep", "xml-doctype"})
"""Codes of parts that are made to do harm."""


def self_contained(deck: bytes) -> ParsedPackage:
    """Return a .pptx with only what its slides show, and no reference to anything outside it.

    Parts that cannot be read are left out. Raises RenderingError (not-a-deck) for a slide that
    cannot be read, a hostile part, and a file that is no deck.
    """
    entries = open_deck_package(deck)
    package, unread = read_reachable(entries, "the deck", _is_drawn)
    for part in unread:
        if part.relationship_type == "slide" or part.code in _HOSTILE:
            where = "it" if part.code == "too-large" else part.name
            raise RenderingError(
                "not-a-deck",
                f"The deck cannot be drawn: {where} {part.reason}.",
                "Open it in PowerPoint and save it again as .pptx.",
            )
    types = _incoming_types(package)
    copies = [copy for part in package.parts.values() if (copy := _copy(part, types[part.name]))]
    there = {copy.name for copy in copies}
    if MAIN_PART not in there:
        raise not_a_deck()
    root = (each for each in package.relationships if each.type in _FROM_ROOT)
    return replace(
        package,
        parts={copy.name: _linked(copy, there) for copy in copies},
        relationships=tuple(_inward(root, there)),
    )


def as_file(package: ParsedPackage) -> bytes:
    """Return the .pptx of a package; its XML is written from what was parsed."""
    parts = [
        part if part.root is None else replace(part, data=serialize_xml(part.root))
        for part in package.parts.values()
    ]
    return package_bytes(
        map(part_to_write, parts),
        [relationship_to_write(each, "/") for each in package.relationships],
    )


def _is_drawn(relationship: ParsedRelationship, _content_type: str | None = None) -> bool:
    return (
        relationship.type in _DRAWN
        and not relationship.external
        and bool(_TYPE.fullmatch(relationship.type_uri))
    )


def _incoming_types(package: ParsedPackage) -> Mapping[str, AbstractSet[str]]:
    """Return the types of the relationships that lead to each part, by part name."""
    types: dict[str, set[str]] = defaultdict(set)
    sources = (package.relationships, *(part.relationships for part in package.parts.values()))
    for relationship in chain.from_iterable(sources):
        if not relationship.external:
            types[relationship.target].add(relationship.type)
    return types


def _copy(part: ParsedPart, types: AbstractSet[str]) -> ParsedPart | None:
    """Return a part as a program may read it; None if it may not read it."""
    if "image" in types:
        picture = plain_picture(part.data)
        type_ = "image/png" if picture is TRANSPARENT_PIXEL else part.content_type
        return replace(part, content_type=type_, data=picture, root=None)
    if part.root is not None:
        for image in list(part.root.iter(_SVG)):
            if (extension := image.getparent()) is not None:
                extension.remove(image)
        if "chart" in types:
            leave_out_names(part.root)
        return part
    if "font" in types:
        return part
    if "vmlDrawing" in types:
        try:
            return replace(part, root=parse_xml(part.data))
        except UnreadableXMLError:
            return None
    return None


def _linked(part: ParsedPart, there: Container[str]) -> ParsedPart:
    """Return a part with only the relationships that it may have."""
    remaining = [*_inward(part.relationships, there)]
    if part.root is None:
        return replace(part, relationships=tuple(remaining))
    if part.root.tag in _WITH_LINKS:
        taken = {each.id for each in remaining}
        outward = (each for each in part.relationships if each.external and each.id not in taken)
        remaining += (
            each for each in outward if each.type == "hyperlink" and is_web_address(each.target)
        )
    _keep_to_text(part.root, {each.id for each in remaining if each.external})
    return replace(part, relationships=tuple(remaining))


def _inward(
    relationships: Iterable[ParsedRelationship], there: Container[str]
) -> Iterator[ParsedRelationship]:
    """Yield the relationships to what slides are drawn from; of equal ids only the first."""
    taken = set[str]()
    for relationship in relationships:
        target, id_ = relationship.target, relationship.id
        if _is_drawn(relationship) and target in there and id_ not in taken:
            taken.add(id_)
            yield relationship


def _keep_to_text(root: Element, ids: AbstractSet[str]) -> None:
    """Remove web relationships from everything but links: a picture could use the same id."""
    # The type of an XPath result depends on the path; this path returns elements.
    for element in cast("list[Element]", root.xpath(_REFERRING)) if ids else ():
        if str(element.tag).rpartition("}")[2] not in _LINKS:
            for name in [name for name, value in element.attrib.items() if value in ids]:
                del element.attrib[name]


def leave_out_names(root: Element) -> None:
    """Empty the names in a `c:chartSpace` that its axis leaves out, so that nothing shows them.

    LibreOffice knows no `c:tickLblSkip`: it turns names without room (docs/facts/charts.md).
    """
    skips = [parse_integer(skip.get("val")) or 1 for skip in root.iter(q("c:tickLblSkip"))]
    step = max(skips, default=1)
    if step <= 1:
        return
    copies = (categories.iter(q("c:strCache")) for categories in root.iter(q("c:cat")))
    for point in chain.from_iterable(cache.iter(q("c:pt")) for cache in chain(*copies)):
        name = point.find(q("c:v"))
        if name is not None and (parse_integer(point.get("idx")) or 0) % step:
            name.text = ""
