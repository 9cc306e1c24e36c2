"""What of a template is kept: everything but its sample slides, and what only they use."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import replace

from deckgen.opc.parsed_package import ParsedPackage, ParsedPart, ParsedRelationship
from deckgen.opc.reachable_parts import PartNaming
from deckgen.opc.xml_parser import Element, q
from deckgen.support.xml_text import DECLARATION

PRESENTATION_PART = "/ppt/presentation.xml"

NAMING = PartNaming(
    PRESENTATION_PART,
    re.compile(
        r"(?i)/ppt/presentation\.xml|/docProps/(core|app)\.xml|/docProps/thumbnail\.\w+"
        r"|/ppt/slides/slide\d+\.xml|/ppt/notesSlides/notesSlide\d+\.xml"
        r"|/ppt/fonts/deckgen\d+\.fntdata"
    ),
)
"""The names that a deck gives to parts of its own stay free for them."""

SAMPLES = frozenset(
    {"slide", "notesSlide", "comments", "commentAuthors", "authors", "changesInfo", "revisionInfo"}
)
"""Relationships to what belongs to sample slides, by the last word of their type."""

OWN_PARTS = frozenset({"core-properties", "extended-properties", "thumbnail"})
"""What every deck writes for itself."""

MACROS = frozenset({"vbaProject", "attachedToolbars"})
SIGNATURES = frozenset({"origin"})
"""What a deck, being another file, cannot have: macros, and the signatures of the package."""

_SAVED_BY_GOOGLE = frozenset({"presentationmetadata"})
"""What Google Slides keeps of the slides as it saved them, to know them again."""
_DROPPED = SAMPLES | OWN_PARTS | MACROS | SIGNATURES | _SAVED_BY_GOOGLE

_LONGEST_NAME = 100
"""Letters of a layout's name in messages."""
_KINDS = {
    q("p:sldLayout"): "the layout",
    q("p:sldMaster"): "the slide master",
    q("p:notesMaster"): "the notes master",
    q("p:handoutMaster"): "the handout master",
    q("p:presentation"): "the presentation",
    q("a:theme"): "the theme",
}
_SAMPLE_TYPES = re.compile(
    r"application/vnd\.openxmlformats-officedocument\.presentationml\.(slide|notesSlide)\+xml"
)


def is_kept(relationship: ParsedRelationship, content_type: str | None) -> bool:
    """Say whether what a relationship leads to is kept."""
    if relationship.type in _DROPPED:
        return False
    return not _SAMPLE_TYPES.fullmatch(content_type or "")


def tree_of(part: ParsedPart) -> Element:
    """Return the root of a part. Raises ValueError if it is not XML: that was for the caller."""
    if part.root is None:
        raise ValueError(f"{part.name} is not XML")
    return part.root


def with_parts(package: ParsedPackage, parts: Iterable[ParsedPart]) -> ParsedPackage:
    """Return the package with these parts, in place of those of their names."""
    changed = {part.name: part for part in parts}
    return replace(package, parts={**package.parts, **changed}) if changed else package


def with_edited_tree(
    part: ParsedPart, relationships: Iterable[ParsedRelationship] | None = None
) -> ParsedPart:
    """Return a part whose tree was edited, with the bytes that say so."""
    from lxml import etree

    data = DECLARATION.encode() + etree.tostring(tree_of(part), encoding="UTF-8")
    kept = part.relationships if relationships is None else tuple(relationships)
    return replace(part, data=data, relationships=kept)


def without_unreachable(package: ParsedPackage) -> ParsedPackage:
    """Return the package without the parts that nothing leads to any more."""
    queue = deque(package.relationships)
    found: dict[str, ParsedPart] = {}
    while queue:
        relationship = queue.popleft()
        part = None if relationship.external else package.parts.get(relationship.target)
        if part is not None and part.name not in found:
            found[part.name] = part
            queue.extend(part.relationships)
    return replace(package, parts=found)


def new_relationship_id(relationships: Iterable[ParsedRelationship]) -> str:
    """Return a relationship id that is still free."""
    taken = {relationship.id for relationship in relationships}
    number = 1
    while f"rId{number}" in taken:
        number += 1
    return f"rId{number}"


def part_label(part: ParsedPart) -> str:
    """Return what people call a part: by its kind, and by its name in PowerPoint if it has one."""
    root = part.root
    file = part.name.rpartition("/")[2]
    kind = _KINDS.get(str(root.tag)) if root is not None else None
    if root is None or kind is None:
        return file
    slide = root.find(q("p:cSld"))
    name = slide.get("name", "")[:_LONGEST_NAME] if slide is not None else None
    if part.name == PRESENTATION_PART:
        return kind
    return f"{kind} “{name}”" if name else f"{kind} ({file})"


def part_labels(parts: Sequence[ParsedPart]) -> str:
    """Return what people call the first parts, and how many there are besides."""
    names = ", ".join(part_label(part) for part in parts[:3])
    more = len(parts) - 3
    return f"{names} and {more} more" if more > 0 else names
