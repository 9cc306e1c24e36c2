"""A package without some masters, their layouts, and all that only they use."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from lxml import etree

from deckgen.opc.parsed_package import (
    CONTENT_TYPES_PART,
    ParsedRelationship,
    parse_relationships,
    relationships_part_name,
)
from deckgen.opc.xml_parser import Element, UnreadableXMLError, parse_xml, q
from deckgen.support.xml_text import DECLARATION


class FewerMasters(NamedTuple):
    """The parts of a package, and the part names of the masters that are gone."""

    parts: dict[str, bytes]
    gone: tuple[str, ...]


def without_masters(parts: Mapping[str, bytes], masters: Collection[str]) -> FewerMasters:
    """Return the parts of a package without some masters; all that is used elsewhere stays.

    A master stays if a slide stands on one of its layouts, or if it would be the last.
    """
    try:
        return _without(parts, masters)
    except (UnreadableXMLError, KeyError, StopIteration):
        return FewerMasters({**parts}, ())


def _without(parts: Mapping[str, bytes], masters: Collection[str]) -> FewerMasters:
    main = next(each.target for each in _relationships(parts, "/") if each.type == "officeDocument")
    root, before = parse_xml(parts[main]), _reachable(parts)
    names = {each.id: each.target for each in _relationships(parts, main)}
    listed = root.findall(f"{q('p:sldMasterIdLst')}/{q('p:sldMasterId')}")
    kept = {names.get(entry.get(q("r:id"), ""), "") for entry in listed} - {*masters}
    gone = _not_needed(parts, before, {*masters} & {*names.values()}) if kept else set()
    for element in listed:
        if names.get(element.get(q("r:id"), "")) in gone:
            _remove(element)
    holder = relationships_part_name(main)
    relationships = parse_xml(parts[holder])
    for element in list(relationships):
        if names.get(element.get("Id", "")) in gone:
            _remove(element)
    changed = {**parts, main: _written(root), holder: _written(relationships)}
    lost = before - _reachable(changed)
    holders = {relationships_part_name(name) for name in lost}
    types = parse_xml(parts[CONTENT_TYPES_PART])
    for element in list(types):
        if element.get("PartName") in lost:
            _remove(element)
    left = {name: data for name, data in changed.items() if name not in lost | holders}
    return FewerMasters(left | {CONTENT_TYPES_PART: _written(types)}, tuple(sorted(gone)))


def _not_needed(
    parts: Mapping[str, bytes], reachable: Collection[str], masters: Collection[str]
) -> set[str]:
    """Return those of some masters on whose layouts no slide stands."""
    layouts = {
        each.target: master
        for master in masters
        for each in _relationships(parts, master)
        if each.type == "slideLayout"
    }
    needed = {
        layouts[each.target]
        for part in reachable
        if part not in masters
        for each in _relationships(parts, part)
        if each.type == "slideLayout" and each.target in layouts
    }
    return {*masters} - needed


def _relationships(parts: Mapping[str, bytes], name: str) -> tuple[ParsedRelationship, ...]:
    """Return the relationships of a part, or of the package for “/”."""
    holder = relationships_part_name(name)
    return parse_relationships(parse_xml(parts[holder]), holder) if holder in parts else ()


def _reachable(parts: Mapping[str, bytes]) -> set[str]:
    """Return the parts that relationships lead to."""
    reached, waiting = set[str](), ["/"]
    while waiting:
        for relationship in _relationships(parts, waiting.pop()):
            if (
                not relationship.external
                and relationship.target in parts
                and relationship.target not in reached
            ):
                reached.add(relationship.target)
                waiting.append(relationship.target)
    return reached


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _written(root: Element) -> bytes:
    return DECLARATION.encode() + etree.tostring(root, encoding="UTF-8")
