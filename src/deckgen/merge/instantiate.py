"""A slide of another deck at its place in this deck: its id, its number, its own parts."""

import zlib
from collections.abc import Mapping
from dataclasses import replace

from deckgen.deck.included_slide import SlideParts
from deckgen.merge.clean_parts import CleanParts
from deckgen.merge.requested_slide import RequestedSlide
from deckgen.opc import part as written
from deckgen.opc.parsed_package import (
    ParsedPart,
    ParsedRelationship,
    part_to_write,
    relationship_to_write,
)
from deckgen.opc.xml_parser import Element, parse_xml, q
from deckgen.template.package.kept_parts import with_edited_tree

_SLIDE = "/ppt/slides/slide.xml"
"""Relationships are relative to this folder; the writer gives the number."""


def instantiate(
    requested: RequestedSlide, clean: CleanParts, links: Mapping[str, str]
) -> SlideParts:
    """Return the parts of a slide at its place; `links` are slide ids by part names.

    The slide's own parts are copied each time it is included: to edit a chart must not change
    other slides.
    """
    part = clean.parts[requested.name]
    folder = f"/ppt/included/slide-{zlib.crc32(requested.slide.id.encode()):08x}"
    own = {name: f"{folder}{name.removeprefix('/ppt')}" for name in clean.own[requested.name]}
    names = {**clean.names, **own}
    root = parse_xml(part.data)
    _set_place(root, requested)
    used = {(element.text or "").strip() for element in root.iter(q("a:tableStyleId"))}
    return SlideParts(
        data=with_edited_tree(replace(part, root=root)).data,
        relationships=tuple(
            relationship_to_write(target, _SLIDE)
            for target in _with_new_targets(part.relationships, names)
        ),
        links=tuple(
            (each.id, links[each.target])
            for each in part.relationships
            if each.type == "slide" and each.target in links
        ),
        parts=tuple(renamed_part(clean.parts[name], names) for name in own),
        masters=clean.masters,
        table_styles=tuple((guid, xml) for guid, xml in clean.table_styles.items() if guid in used),
    )


def _set_place(root: Element, requested: RequestedSlide) -> None:
    """Set the slide's id, whether it is hidden, and the number that it shows."""
    slide = root.find(q("p:cSld"))
    if slide is not None:
        slide.set("name", requested.slide.id)
    if "show" in root.attrib:
        del root.attrib["show"]
    if requested.slide.hidden:
        root.set("show", "0")
    for field in root.iter(q("a:fld")):
        if field.get("type") == "slidenum" and (text := field.find(q("a:t"))) is not None:
            text.text = str(requested.number)


def renamed_part(part: ParsedPart, names: Mapping[str, str]) -> written.Part:
    """Return a part to write; `names` are the new names of the part and its targets."""
    new = replace(part, name=names[part.name])
    return part_to_write(replace(new, relationships=_with_new_targets(part.relationships, names)))


def _with_new_targets(
    relationships: tuple[ParsedRelationship, ...], names: Mapping[str, str]
) -> tuple[ParsedRelationship, ...]:
    """Return relationships under new names, without targets that have none."""
    return tuple(
        each if each.external else replace(each, target=names[each.target])
        for each in relationships
        if each.external or each.target in names
    )
