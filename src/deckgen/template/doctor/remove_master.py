"""A package without a master, with its layouts and all that only they use."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from deckgen.opc.parsed_package import (
    CONTENT_TYPES_PART,
    ParsedRelationship,
    parse_relationships,
    relationships_part_name,
)
from deckgen.opc.xml_parser import Element, UnreadableXMLError, parse_xml, q
from deckgen.support.xml_text import DECLARATION


def without_master(parts: Mapping[str, bytes], master: str) -> dict[str, bytes] | None:
    """Return the parts of a package without a master; all that is used elsewhere stays.

    None if it must stay: a slide stands on one of its layouts, or it is the only one.
    """
    try:
        return _without(parts, master)
    except (UnreadableXMLError, KeyError, StopIteration):
        return None


def _without(parts: Mapping[str, bytes], master: str) -> dict[str, bytes] | None:
    main = next(one.target for one in _relationships(parts, "/") if one.type == "officeDocument")
    root, links = parse_xml(parts[main]), _relationships(parts, main)
    ids = {one.id for one in links if one.target == master}
    listed = root.findall(f"{q('p:sldMasterIdLst')}/{q('p:sldMasterId')}")
    gone = [one for one in listed if one.get(q("r:id")) in ids]
    before = _reachable(parts)
    layouts = {one.target for one in _relationships(parts, master) if one.type == "slideLayout"}
    users = {
        one.target
        for part in before - {master}
        for one in _relationships(parts, part)
        if not one.external and one.type == "slideLayout"
    }
    if not gone or len(gone) == len(listed) or users & layouts:
        return None
    for element in gone:
        _remove(element)
    holder = relationships_part_name(main)
    relationships = parse_xml(parts[holder])
    for element in [one for one in relationships if one.get("Id") in ids]:
        _remove(element)
    changed = {**parts, main: _written(root), holder: _written(relationships)}
    lost = before - _reachable(changed)
    kept = {
        name: data
        for name, data in changed.items()
        if name not in lost and not any(name == relationships_part_name(one) for one in lost)
    }
    types = parse_xml(parts[CONTENT_TYPES_PART])
    for element in [one for one in types if one.get("PartName") in lost]:
        _remove(element)
    return kept | {CONTENT_TYPES_PART: _written(types)}


def _relationships(parts: Mapping[str, bytes], name: str) -> tuple[ParsedRelationship, ...]:
    """Return the relationships of a part, or of the package for “/”."""
    holder = relationships_part_name(name)
    return parse_relationships(parse_xml(parts[holder]), holder) if holder in parts else ()


def _reachable(parts: Mapping[str, bytes]) -> set[str]:
    """Return the parts that relationships lead to."""
    found, waiting = set[str](), ["/"]
    while waiting:
        for one in _relationships(parts, waiting.pop()):
            if not one.external and one.target in parts and one.target not in found:
                found.add(one.target)
                waiting.append(one.target)
    return found


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _written(root: Element) -> bytes:
    return DECLARATION.encode() + etree.tostring(root, encoding="UTF-8")
