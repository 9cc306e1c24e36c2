"""A slide of another deck where it stands here: its name, its number, its own parts."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from deckgen.deck.included_slide import SlideParts
from deckgen.merge.rename_parts import renamed_part, renamed_relationships
from deckgen.opc.xml_parser import parse_xml, q
from deckgen.template.package.kept_parts import with_edited_tree

if TYPE_CHECKING:
    from deckgen.merge.clean_parts import CleanParts
    from deckgen.merge.requested_slide import RequestedSlide
    from deckgen.opc.xml_parser import Element

_SLIDE = "/ppt/slides/slide.xml"
"""The folder where it will be; its number is the writer's."""


def instantiate(wanted: RequestedSlide, clean: CleanParts, links: Mapping[str, str]) -> SlideParts:
    """Return a slide as it stands at its place; `links` are slide ids by part names.

    What it has for itself is copied as often as the slide is shown: programs that edit a chart
    would change all slides that share it.
    """
    part = clean.parts[wanted.name]
    folder = f"/ppt/included/slide-{zlib.crc32(wanted.slide.id.encode()):08x}"
    own = {name: f"{folder}{name.removeprefix('/ppt')}" for name in clean.own[wanted.name]}
    names = {**clean.names, **own}
    root = parse_xml(part.data)
    _mark(root, wanted)
    used = {(one.text or "").strip() for one in root.iter(q("a:tableStyleId"))}
    return SlideParts(
        data=with_edited_tree(replace(part, root=root)).data,
        relationships=renamed_relationships(part.relationships, names, _SLIDE),
        links=tuple(
            (found.id, links[found.target])
            for found in part.relationships
            if found.type == "slide" and found.target in links
        ),
        parts=tuple(renamed_part(clean.parts[name], names) for name in own),
        masters=clean.masters,
        table_styles=tuple((guid, xml) for guid, xml in clean.table_styles.items() if guid in used),
    )


def _mark(root: Element, wanted: RequestedSlide) -> None:
    """Give a slide its id here, say whether it is hidden, and its number where it shows that."""
    slide = root.find(q("p:cSld"))
    if slide is not None:
        slide.set("name", wanted.slide.id)
    if "show" in root.attrib:
        del root.attrib["show"]
    if wanted.slide.hidden:
        root.set("show", "0")
    for field in root.iter(q("a:fld")):
        if field.get("type") == "slidenum" and (text := field.find(q("a:t"))) is not None:
            text.text = str(wanted.place)
