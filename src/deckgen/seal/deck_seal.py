"""The seal of a deck: a custom XML part (ECMA-376 Part 1, 22.5), which PowerPoint keeps.

The part holds the checksum of all other entries of the zip, and of the rest of the part itself. The
rest may be the map of the deck (`ooxml/map/map_element.py`).
"""

import re
import zlib
from collections.abc import Iterable

from deckgen.seal.condition import as_digits, listing_checksum
from deckgen.support.xml_text import DECLARATION, RELATIONSHIPS

NAMESPACE = "urn:deckgen:build"
"""The namespace of the part's root element; the part is not copied from a sealed template."""
PART = re.compile(rb"customXml/item[0-9]+\.xml", re.IGNORECASE)
"""The names of PowerPoint for custom XML parts, as zip entries."""
CONTENT_TYPE = "application/xml"
PROPERTIES_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
RELATIONSHIP = f"{RELATIONSHIPS}/customXml"
PROPERTIES_RELATIONSHIP = f"{RELATIONSHIPS}/customXmlProps"

PROPERTIES = (
    f"{DECLARATION}<ds:datastoreItem"
    ' xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"'
    ' ds:itemID="{6D0C4A57-2E9B-4F0B-9D7A-5C0B7A1E4D23}"><ds:schemaRefs>'
    f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
).encode()

_ROOT = re.compile(rb'<build xmlns="urn:deckgen:build" checksum="([0-9a-f]*)"')


def unsealed_part(content: str) -> bytes:
    """Return the part before its checksum is known, with the XML of its content."""
    return f'{DECLARATION}<build xmlns="{NAMESPACE}" checksum="">{content}</build>'.encode()


def with_checksums(unsealed: bytes, others: Iterable[tuple[bytes, bytes]]) -> bytes:
    """Return a part that holds a map, with the CRC-32 of each other XML part before the map.

    By these it is known which parts of a deck that is built again are as they were sent.
    """
    at = unsealed.find(b"<map")
    if at < 0:
        return unsealed
    sums = "".join([crc[3::-1].hex() for name, crc in others if name.endswith(b".xml")])
    # A long map is copied once: `memoryview` only looks at it.
    parts = f"<parts>{sums}</parts>".encode()
    return b"".join((unsealed[:at], parts, memoryview(unsealed)[at:]))


def seal_part(unsealed: bytes, others: Iterable[tuple[bytes, bytes]]) -> bytes:
    """Return the part with its checksum; `others` are all other entries of the zip."""
    match = _ROOT.search(unsealed)
    if match is None:
        raise ValueError("the part has no place for the seal")
    checksum = zlib.crc32(unsealed, listing_checksum(others))
    rest = memoryview(unsealed)[match.end(1) :]
    return b"".join((unsealed[: match.start(1)], as_digits(checksum), rest))


def is_seal(part: bytes) -> bool:
    """Return whether a custom XML part is the seal of a deck, as deckgen or PowerPoint wrote it."""
    return NAMESPACE.encode() in part


def is_unbroken(part: bytes, others: Iterable[tuple[bytes, bytes]]) -> bool:
    """Return whether the checksum in the part is that of the other entries and of the part."""
    match = _ROOT.search(part)
    if match is None:
        return False
    unsealed = part[: match.start(1)] + part[match.end(1) :]
    return seal_part(unsealed, others) == part


def free_number(names: Iterable[str]) -> int:
    """Return the first number that no custom XML part among these part names has."""
    taken = {name.lower() for name in names if "customxml" in name.lower()}
    number = 1
    while not taken.isdisjoint(map(str.lower, (part_name(number), properties_name(number)))):
        number += 1
    return number


def part_name(number: int) -> str:
    """Return the name of the part."""
    return f"/customXml/item{number}.xml"


def properties_name(number: int) -> str:
    """Return the name of the part with its properties."""
    return f"/customXml/itemProps{number}.xml"
