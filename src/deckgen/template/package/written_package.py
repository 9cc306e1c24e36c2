"""A deck that was changed, written as a package: only what was changed gets new bytes."""

from collections.abc import Iterator
from itertools import chain

from deckgen.ooxml_rules.content_types import TYPES_OF_EXTENSION
from deckgen.opc.package_writer import relationships_xml
from deckgen.opc.parsed_package import (
    CONTENT_TYPES_PART,
    ParsedPackage,
    ParsedRelationship,
    relationship_to_write,
    relationships_part_name,
)
from deckgen.opc.xml_parser import parse_xml, q, serialize_xml
from deckgen.opc.zip_reader import DAMAGE_ERRORS, ZipEntries, report_damage
from deckgen.opc.zip_writer import zip_files
from deckgen.support.diagnostics import Diagnostics


def written_package(
    entries: ZipEntries, before: ParsedPackage, after: ParsedPackage, diagnostics: Diagnostics
) -> bytes | None:
    """Return a deck that was read from `entries` as `before`, and changed to `after`.

    The order of the entries stays; new ones follow. None, with an error, if one cannot be unpacked,
    or if the deck is too large for a zip.
    """
    files = chain(_old_entries(entries, before, after), _new_entries(entries, before, after))
    try:
        # One by one: a deck is not unpacked as a whole.
        return zip_files((name[1:], data) for name, data in files)
    except DAMAGE_ERRORS as damage:
        report_damage(damage, diagnostics, before.file)
        return None


def _old_entries(
    entries: ZipEntries, before: ParsedPackage, after: ParsedPackage
) -> Iterator[tuple[str, bytes]]:
    owners = {relationships_part_name(name): name for name in ("/", *before.parts)}
    for name in entries.infos:
        if name == CONTENT_TYPES_PART:
            yield name, _content_types(entries.unpacked(name), before, after)
        elif name in owners:
            links = _links(after, owners[name])
            if links == _links(before, owners[name]):
                yield name, entries.unpacked(name)
            elif links:
                yield name, _links_xml(links, owners[name])
        elif name not in before.parts:
            yield name, entries.unpacked(name)
        elif name in after.parts:
            old, new = before.parts[name], after.parts[name]
            is_same = new.data is old.data or new.data == old.data
            yield name, entries.unpacked(name) if is_same else new.data


def _new_entries(
    entries: ZipEntries, before: ParsedPackage, after: ParsedPackage
) -> Iterator[tuple[str, bytes]]:
    for name, part in after.parts.items():
        if name not in before.parts:
            yield name, part.data
        holder = relationships_part_name(name)
        if part.relationships and holder not in entries.infos:
            yield holder, _links_xml(part.relationships, name)


def _links(package: ParsedPackage, owner: str) -> tuple[ParsedRelationship, ...] | None:
    """Return the relationships of a part, or of the package for “/”; None without the part."""
    if owner == "/":
        return package.relationships
    part = package.parts.get(owner)
    return None if part is None else part.relationships


def _links_xml(links: tuple[ParsedRelationship, ...], owner: str) -> bytes:
    return relationships_xml(tuple(relationship_to_write(each, owner) for each in links))


def _content_types(data: bytes, before: ParsedPackage, after: ParsedPackage) -> bytes:
    """Return the content types of the new package; the same bytes if nothing changes."""
    root = parse_xml(data)
    is_changed = False
    for default in root.iterchildren(q("ct:Default")):
        right = TYPES_OF_EXTENSION.get(default.get("Extension", "").lower())
        if right is not None and default.get("ContentType") not in right:
            default.set("ContentType", right[0])
            is_changed = True
    new_types = {
        name.lower(): {"PartName": name, "ContentType": part.content_type}
        for name, part in after.parts.items()
        if part.content_type
        and (name not in before.parts or before.parts[name].content_type != part.content_type)
    }
    kept = {name.lower() for name in after.parts} - new_types.keys()
    for override in root.findall(q("ct:Override")):
        name = override.get("PartName", "").lower()
        if name not in kept and not name.endswith(".rels"):
            root.remove(override)
            is_changed = True
    for attributes in new_types.values():
        root.append(root.makeelement(q("ct:Override"), attributes))
    return serialize_xml(root) if is_changed or new_types else data
