"""Repairs of relationships: unique ids, known types, existing targets."""

import re
from dataclasses import replace

from deckgen.ooxml_rules.attributes import LINK_TAGS, PROGRAM_ACTIONS, has_unknown_scheme
from deckgen.ooxml_rules.part_kinds import KIND_OF_RELATIONSHIP, KIND_OF_ROOT
from deckgen.opc.parsed_package import (
    ParsedPackage,
    ParsedPart,
    ParsedRelationship,
    relationship_uses,
)
from deckgen.opc.xml_parser import Element, q
from deckgen.support.diagnostics import Diagnostics
from deckgen.template.package.kept_parts import (
    PRESENTATION_PART,
    SAMPLES,
    is_kept,
    new_relationship_ids,
    part_label,
    part_labels,
    with_edited_tree,
    with_parts,
)
from deckgen.template.package.references import remove_element, remove_references, without_links

_ID = re.compile(r"[\w.\-]+")
_UNSAFE_IN_XML = re.compile('[&<>"]')
_SINGLE = {
    q("p:sld"): {"slideLayout", "notesSlide"},
    q("p:sldLayout"): {"slideMaster"},
    q("p:sldMaster"): {"theme"},
    q("p:notes"): {"notesMaster"},
    q("p:notesMaster"): {"theme"},
    q("p:handoutMaster"): {"theme"},
}
"""The types of which a part with this root has one relationship (ECMA-376 Part 1, 13.3)."""


def with_valid_relationships(package: ParsedPackage, diagnostics: Diagnostics) -> ParsedPackage:
    """Return the package with relationships that have a type and a unique, valid id.

    A slide has one layout, a layout one master, and so on: the first is kept. Elements that use a
    relationship get its new id.
    """
    changed = [_with_valid_ids(part) for part in package.parts.values() if not _are_valid(part)]
    if changed:
        diagnostics.note(
            "relationships-mended",
            f"{package.file}: there are relationships without an id, with that of another, or of"
            f" which there may be one only, in {part_labels(changed)}",
            None,
        )
    package = with_parts(package, changed)
    root = ParsedPart("/", None, b"", None, package.relationships)
    return replace(package, relationships=_with_valid_ids(root).relationships)


def _are_valid(part: ParsedPart) -> bool:
    relationships = part.relationships
    ids = {each.id for each in relationships}
    return (
        len(ids) == len(relationships)
        and all(_ID.fullmatch(each.id) and _has_type(each) for each in relationships)
        and len(_without_repeated_types(part)) == len(relationships)
    )


def _without_repeated_types(part: ParsedPart) -> list[ParsedRelationship]:
    """Return the relationships of a part, of types of which it has one the first only."""
    single = _SINGLE.get(part.root.tag, set()) if part.root is not None else set()
    seen: set[str] = set()
    kept = []
    for relationship in dict.fromkeys(part.relationships):
        if relationship.type not in seen:
            kept.append(relationship)
        if relationship.type in single:
            seen.add(relationship.type)
    return kept


def _has_type(relationship: ParsedRelationship) -> bool:
    return bool(relationship.type_uri) and not _UNSAFE_IN_XML.search(relationship.type_uri)


def _with_valid_ids(part: ParsedPart) -> ParsedPart:
    """Return a part whose relationships have unique ids; the first with an id keeps it."""
    free = new_relationship_ids(part.relationships)
    kept: dict[str, ParsedRelationship] = {}
    renamed: dict[str, str] = {}
    for relationship in _without_repeated_types(part):
        if not _has_type(relationship):
            continue
        id_ = relationship.id
        if id_ in kept or not _ID.fullmatch(id_):
            id_ = next(free)
            if relationship.id not in kept:
                renamed.setdefault(relationship.id, id_)
        kept[id_] = replace(relationship, id=id_)
    if not renamed or part.root is None:
        return replace(part, relationships=tuple(kept.values()))
    for element, name, value in list(relationship_uses(part.root)):
        if value and value in renamed:
            element.set(name, renamed[value])
    return with_edited_tree(part, kept.values())


def without_dangling_relationships(
    package: ParsedPackage, diagnostics: Diagnostics
) -> ParsedPackage:
    """Return the package without relationships to missing parts, and without their uses.

    Sample slides are missing, too: a deck does not keep them.
    """
    changed = []
    for part in package.parts.values():
        dangling = [each for each in part.relationships if is_dangling(package, each)]
        unresolved = _unresolved_ids(part) | {each.id for each in dangling}
        if unresolved:
            changed.append(without_links(part, unresolved))
        if unresolved and part.root is not None:
            _note_dangling(package.file, part, dangling, unresolved, diagnostics)
    kept_ones = tuple(each for each in package.relationships if not is_dangling(package, each))
    return replace(with_parts(package, changed), relationships=kept_ones)


def is_dangling(package: ParsedPackage, relationship: ParsedRelationship) -> bool:
    """Return whether the target of a relationship is missing, or not of its type."""
    if relationship.external:
        return False
    target = package.parts.get(relationship.target)
    if target is None:
        return True
    kind = None if target.root is None else KIND_OF_ROOT.get(target.root.tag)
    return kind != KIND_OF_RELATIONSHIP.get(relationship.type)


def _unresolved_ids(part: ParsedPart) -> set[str]:
    """Return the ids that a part's XML uses and no relationship has."""
    if part.root is None or not (part.content_type or "").startswith("application/vnd."):
        return set()  # custom XML may say anything
    there = {each.id for each in part.relationships}
    return {value for _, _, value in relationship_uses(part.root) if value and value not in there}


def _note_dangling(
    file: str,
    part: ParsedPart,
    gone: list[ParsedRelationship],
    unresolved: set[str],
    diagnostics: Diagnostics,
) -> None:
    samples = [each for each in gone if each.type in SAMPLES]
    missing = [each.target or "nothing" for each in gone if is_kept(each, None)]
    missing += sorted(unresolved - {each.id for each in gone})
    is_setting = part.name == PRESENTATION_PART or "Props" in part.name.rpartition("/")[2]
    if samples and not is_setting:
        diagnostics.note(
            "sample-links-removed",
            f"{file}: {part_label(part)} leads to sample slides; they are not kept, nor the links",
            None,
        )
    if missing:
        diagnostics.note(
            "dangling-removed",
            f"{file}: {part_label(part)} leads to {missing[0]}, which is missing;"
            " what refers to it is gone",
            None,
        )


def without_harmful_links(package: ParsedPackage, diagnostics: Diagnostics) -> ParsedPackage:
    """Return the package without links that run something when clicked; add a note."""
    changed = [new for part in package.parts.values() if (new := _harmless(part)) is not part]
    if changed:
        diagnostics.note(
            "link-removed",
            f"{package.file}: a click would run a program, a macro or a script, in"
            f" {part_labels(changed)}; the link is gone",
            None,
        )
    return with_parts(package, changed)


def _harmless(part: ParsedPart) -> ParsedPart:
    """Return a part without harmful links; the same object if it has none."""
    astray = {
        each.id
        for each in part.relationships
        if each.external and each.type == "hyperlink" and has_unknown_scheme(each.target)
    }
    running = [] if part.root is None else _running(part.root)
    ids = astray | {link.get(q("r:id"), "") for link in running}
    if not astray and not running:
        return part
    if part.root is None:
        kept = (each for each in part.relationships if each.id not in ids)
        return replace(part, relationships=tuple(kept))
    for link in running:
        remove_element(link)
    remove_references(part.root, astray)
    still = {value for _, _, value in relationship_uses(part.root)}
    return with_edited_tree(
        part, (each for each in part.relationships if each.id not in ids - still)
    )


def _running(root: Element) -> list[Element]:
    return [
        link
        for link in root.iter(*map(q, LINK_TAGS))
        if link.get("action", "").lower().startswith(PROGRAM_ACTIONS)
    ]
