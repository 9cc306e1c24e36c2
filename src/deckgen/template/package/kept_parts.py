"""The parts of a template that a deck keeps: all but sample slides and what only they use."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count

from deckgen.opc.parsed_package import ParsedPackage, ParsedPart, ParsedRelationship
from deckgen.opc.reachable_parts import MAIN_PART
from deckgen.opc.xml_parser import Element, q
from deckgen.support.diagnostics import name_list
from deckgen.support.xml_text import DECLARATION, RELATIONSHIPS

RESERVED = re.compile(
    r"(?i)/docProps/(core|app)\.xml|/docProps/thumbnail\.\w+"
    r"|/ppt/slides/slide\d+\.xml|/ppt/notesSlides/notesSlide\d+\.xml"
    r"|/ppt/fonts/deckgen\d+\.fntdata"
)
"""The names that a deck gives to its own parts are not used for others."""

SAMPLES = frozenset(
    {"slide", "notesSlide", "comments", "commentAuthors", "authors", "changesInfo", "revisionInfo"}
)
"""Relationships to parts of sample slides, by the last word of their type."""

OWN_PARTS = frozenset({"core-properties", "extended-properties", "thumbnail"})
"""Relationships to parts that every deck writes itself."""

MACROS = frozenset({"vbaProject", "attachedToolbars"})
SIGNATURES = frozenset({"origin"})
"""Relationships to macros and to signatures, which are not valid for another file."""

_SAVED_BY_GOOGLE = frozenset({"presentationmetadata"})
"""Relationships to what Google Slides stores about the slides it saved."""
_DROPPED = SAMPLES | OWN_PARTS | MACROS | SIGNATURES | _SAVED_BY_GOOGLE

_LONGEST_NAME = 100
"""Characters of a layout's name in messages."""
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
    """Return whether the target of a relationship is kept; its content type may be unknown."""
    if relationship.type in _DROPPED:
        return False
    return not _SAMPLE_TYPES.fullmatch(content_type or "")


def tree_of(part: ParsedPart) -> Element:
    """Return the root of a part. Raises ValueError if the part is not XML."""
    if part.root is None:
        raise ValueError(f"{part.name} is not XML")
    return part.root


def with_parts(package: ParsedPackage, parts: Iterable[ParsedPart]) -> ParsedPackage:
    """Return the package with these parts in place of those with the same names."""
    changed = {part.name: part for part in parts}
    return replace(package, parts={**package.parts, **changed}) if changed else package


def with_edited_tree(
    part: ParsedPart, relationships: Iterable[ParsedRelationship] | None = None
) -> ParsedPart:
    """Return a part whose tree was edited with the bytes of the tree."""
    from lxml import etree

    data = DECLARATION.encode() + etree.tostring(tree_of(part), encoding="UTF-8")
    kept = part.relationships if relationships is None else tuple(relationships)
    return replace(part, data=data, relationships=kept)


def without_unreachable(package: ParsedPackage) -> ParsedPackage:
    """Return the package without parts that no relationship leads to."""
    return replace(package, parts=package.reached(package.relationships))


def new_relationship_ids(relationships: Iterable[ParsedRelationship]) -> Iterator[str]:
    """Return relationship ids that are not in use."""
    taken = {relationship.id for relationship in relationships}
    return (name for number in count(1) if (name := f"rId{number}") not in taken)


def new_relationship(
    others: Iterable[ParsedRelationship], type_: str, target: str
) -> ParsedRelationship:
    """Return a relationship to a part, under an id that the others leave."""
    id_, uri = next(new_relationship_ids(others)), f"{RELATIONSHIPS}/{type_}"
    return ParsedRelationship(id_, type_, target, external=False, type_uri=uri)


def leading_to(part: ParsedPart, type_: str, target: str) -> ParsedPart:
    """Return a part with one relationship of a type, its last one, which leads to a target."""
    others = [each for each in part.relationships if each.type != type_]
    return replace(part, relationships=(*others, new_relationship(others, type_, target)))


def part_label(part: ParsedPart) -> str:
    """Return a part's kind and its name in PowerPoint, for messages."""
    root = part.root
    file = part.name.rpartition("/")[2]
    kind = _KINDS.get(str(root.tag)) if root is not None else None
    if root is None or kind is None:
        return file
    slide = root.find(q("p:cSld"))
    name = slide.get("name", "")[:_LONGEST_NAME] if slide is not None else None
    if part.name == MAIN_PART:
        return kind
    return f"{kind} “{name}”" if name else f"{kind} ({file})"


def part_labels(parts: Sequence[ParsedPart]) -> str:
    """Return the labels of the first three parts, and the number of others."""
    return name_list((part_label(part) for part in parts), 3)
