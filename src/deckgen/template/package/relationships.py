"""Repairs of relationships, of content types, and of the masters that layouts name."""

import re
from dataclasses import replace

from deckgen.ooxml_rules.attributes import LINK_TAGS, PROGRAM_ACTIONS, has_unknown_scheme
from deckgen.ooxml_rules.content_types import MEDIA_TYPES
from deckgen.ooxml_rules.part_kinds import KIND_OF_RELATIONSHIP, KIND_OF_ROOT, PART_KINDS
from deckgen.opc.parsed_package import (
    ParsedPackage,
    ParsedPart,
    ParsedRelationship,
    relationship_uses,
)
from deckgen.opc.reachable_parts import MAIN_PART
from deckgen.opc.xml_parser import q
from deckgen.support.diagnostics import Diagnostics
from deckgen.template.package.kept_parts import (
    SAMPLES,
    is_kept,
    leading_to,
    new_relationship_ids,
    part_label,
    part_labels,
    with_edited_tree,
    with_parts,
)
from deckgen.template.package.layout_lists import layout_part_names, master_part_names
from deckgen.template.package.references import (
    remove_element,
    remove_references,
    without_uses,
)

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
"""The types of relationships that a part with this root has once only (ECMA-376 Part 1, 13.3)."""
_TYPE = "application/vnd.openxmlformats-officedocument"
_BY_RELATIONSHIP = {kind.relationship: kind.content_type for kind in PART_KINDS} | {
    "custom-properties": f"{_TYPE}.custom-properties+xml",
    "customXmlProps": f"{_TYPE}.customXmlProperties+xml",
    "font": "application/x-fontdata",
    "vmlDrawing": f"{_TYPE}.vmlDrawing",
}
"""The content type of the target of each type of relationship."""
_OTHERWISE = {"xml": "application/xml"}
_MEDIA_TYPE = re.compile(r"[\w.+\-]+/[\w.+\-]+(;[ -~]*)?")


def with_valid_relationships(package: ParsedPackage, diagnostics: Diagnostics) -> ParsedPackage:
    """Return the package with relationships that have a type and a unique, valid id.

    A slide has one layout, a layout one master: the first is kept. Elements get the new ids.
    """
    mended = map(_with_valid_ids, package.parts.values())
    pairs = zip(package.parts.values(), mended, strict=True)
    changed = [new for part, new in pairs if new.relationships != part.relationships]
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


def _without_repeated_types(part: ParsedPart) -> list[ParsedRelationship]:
    """Return the relationships of a part; of a type that it has once only, the first."""
    single = _SINGLE.get(part.root.tag, set()) if part.root is not None else set()
    seen: set[str] = set()
    kept = []
    for relationship in dict.fromkeys(part.relationships):
        if relationship.type not in seen:
            kept.append(relationship)
        if relationship.type in single:
            seen.add(relationship.type)
    return kept


def _with_valid_ids(part: ParsedPart) -> ParsedPart:
    """Return a part whose relationships have unique ids; the first with an id keeps it."""
    free = new_relationship_ids(part.relationships)
    kept: dict[str, ParsedRelationship] = {}
    renamed: dict[str, str] = {}
    for relationship in _without_repeated_types(part):
        if not relationship.type_uri or _UNSAFE_IN_XML.search(relationship.type_uri):
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
            changed.append(without_uses(part, unresolved))
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
    is_setting = part.name == MAIN_PART or "Props" in part.name.rpartition("/")[2]
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
    running = [
        link
        for link in (() if part.root is None else part.root.iter(*map(q, LINK_TAGS)))
        if link.get("action", "").lower().startswith(PROGRAM_ACTIONS)
    ]
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


def with_valid_content_types(package: ParsedPackage, diagnostics: Diagnostics) -> ParsedPackage:
    """Return the package with a content type for every part; known types are corrected."""
    inside = (link for part in package.parts.values() for link in part.relationships)
    links = (*package.relationships, *inside)
    led_to = {link.target: link.type for link in links if link.type in _BY_RELATIONSHIP}
    changed = []
    for part in package.parts.values():
        type_ = _content_type(part, led_to.get(part.name))
        if type_ != part.content_type:
            changed.append(replace(part, content_type=type_))
    if changed:
        diagnostics.note(
            "content-types-mended",
            f"{package.file} gives no content type, or a wrong one, for {part_labels(changed)}",
            None,
        )
    return with_parts(package, changed)


def _content_type(part: ParsedPart, led_to_by: str | None) -> str:
    given = part.content_type or ""
    if led_to_by is not None:
        return _BY_RELATIONSHIP[led_to_by]
    extension = part.name.rpartition(".")[2].lower()
    right = MEDIA_TYPES.get(extension, ())
    if not right and _MEDIA_TYPE.fullmatch(given) and not _UNSAFE_IN_XML.search(given):
        return given
    if given.lower() in right:
        return given.lower()
    return right[0] if right else _OTHERWISE.get(extension, "application/octet-stream")


def with_master_relationships(package: ParsedPackage, diagnostics: Diagnostics) -> ParsedPackage:
    """Return the package with layouts that name the master that lists them."""
    changed = []
    for master in master_part_names(package):
        for name in layout_part_names(package, master):
            part = package.parts[name]
            named = [each for each in part.relationships if each.type == "slideMaster"]
            if [each.target for each in named] != [master]:
                changed.append(leading_to(part, "slideMaster", master))
    if changed:
        diagnostics.note(
            "layout-master-mended",
            f"{package.file}: another master than the one that lists it, or none, is named by"
            f" {part_labels(changed)}",
            None,
        )
    return with_parts(package, changed)


def note_external_links(package: ParsedPackage, diagnostics: Diagnostics) -> None:
    """Note links to content outside of the template; nothing is fetched or changed."""
    links = (link for part in package.parts.values() for link in part.relationships)
    outside = [each.target for each in links if each.external and each.type != "hyperlink"]
    if outside:
        diagnostics.note(
            "external-link",
            f"{package.file} shows what lies outside of it, such as {outside[0]!r};"
            " PowerPoint asks whether to load it",
            None,
            "Embed it in the template instead.",
        )
