"""Rules for embedded fonts: their list, and the parts that it leads to."""

import struct
from collections.abc import Iterator

from deckgen.audit.validity.fault import Fault, FaultRule, presentation, repeated_values
from deckgen.ooxml_rules.shape_queries import attribute, find_all
from deckgen.opc.parsed_package import ParsedPackage, ParsedPart
from deckgen.opc.xml_parser import Element, q

_FACES = ("p:regular", "p:bold", "p:italic", "p:boldItalic")
_CONTENT_TYPE = "application/x-fontdata"
_MAGIC = 0x504C
_HEADER = struct.Struct("<4I10x2x4x2xH")
"""Size, size of the font, version, flags, …, magic number (Embedded OpenType, section 4.1)."""
_VERSIONS = {0x0001_0000, 0x0002_0001, 0x0002_0002}


def embedded_font_entries(package: ParsedPackage) -> Iterator[tuple[ParsedPart, Element]]:
    """Yield the entries in the list of embedded fonts, each with the presentation part."""
    for part, root in presentation(package):
        yield from ((part, entry) for entry in find_all(root, "p:embeddedFontLst/p:embeddedFont"))


def typeface_of(embedded: Element) -> str:
    """Return the typeface of an embedded font, or nothing."""
    return attribute(embedded, "p:font", "typeface")


def _relationship_ids(embedded: Element) -> list[str]:
    faces = (face for tag in _FACES for face in embedded.iterchildren(q(tag)))
    return [face.get(q("r:id"), "") for face in faces]


def embedded_font_twice(package: ParsedPackage) -> Iterator[Fault]:
    """No font is listed twice: it is found by its name (ECMA-376 part 1, embeddedFont; FACTS)."""
    names = (typeface_of(font).casefold() for _, font in embedded_font_entries(package))
    for name in repeated_values(names):
        yield Fault("", f"the font “{name}” is embedded twice")


def embedded_font_broken(package: ParsedPackage) -> Iterator[Fault]:
    """Every embedded font has a name and faces, each a whole Embedded OpenType file.

    PowerPoint refuses a bare .ttf (PptxGenJS, issue 176; FACTS).
    """
    for main, font in embedded_font_entries(package):
        name, ids = typeface_of(font), _relationship_ids(font)
        if not name or not ids:
            yield Fault("", f"the embedded font “{name}” has no name or no face")
        for id_ in ids:
            link, part = main.related(id_), package.linked_part(main, id_)
            if link is not None and (link.type != "font" or part is None or not _is_font(part)):
                yield Fault(link.target, f"is no embedded face of “{name}”")


def embedded_font_unlisted(package: ParsedPackage) -> Iterator[Fault]:
    """Every font part is listed: one that nothing names is of no use (FACTS)."""
    listed = {id_ for _, font in embedded_font_entries(package) for id_ in _relationship_ids(font)}
    for part, _ in presentation(package):
        for link in part.relationships:
            if link.type == "font" and link.id not in listed:
                yield Fault(link.target, "is no face of any font that is listed")


def _is_font(part: ParsedPart) -> bool:
    """Return whether a part is Embedded OpenType of the stated length."""
    if part.content_type != _CONTENT_TYPE or len(part.data) < _HEADER.size:
        return False
    size, font_size, version, _, magic = _HEADER.unpack_from(part.data)
    right = magic == _MAGIC and version in _VERSIONS
    return right and size == len(part.data) and 0 < font_size < size


RULES: tuple[FaultRule, ...] = (embedded_font_twice, embedded_font_broken, embedded_font_unlisted)
