"""Rules for the zip, content types, relationships, and the order of elements in each part."""

from collections.abc import Iterator

from deckgen.audit.validity.fault import Fault, FaultRule, parts_with_root, repeated_values
from deckgen.ooxml_rules.attributes import has_unknown_scheme
from deckgen.ooxml_rules.child_order import NO_FAULTS, PARENTS, ChildFaults, child_faults
from deckgen.ooxml_rules.content_types import PICTURE_TYPES, TYPES_OF_EXTENSION
from deckgen.ooxml_rules.part_kinds import KIND_OF_RELATIONSHIP, PART_KINDS
from deckgen.ooxml_rules.shape_queries import find_all
from deckgen.opc.parsed_package import (
    CONTENT_TYPES_PART,
    ParsedPackage,
    ParsedRelationship,
    relationship_uses,
    relationships_part_name,
)
from deckgen.opc.xml_parser import Element, q

MAIN_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
"""Of a .pptx without macros."""


def duplicate_zip_entry(package: ParsedPackage) -> Iterator[Fault]:
    """Every name stands once in the zip. PowerPoint repairs a file with twins (FACTS)."""
    for name in package.repeated:
        yield Fault(name, "the zip holds this entry more than once")
    for name in repeated_values(name.lower() for name in package.parts):
        if name not in package.repeated:
            yield Fault(name, "two parts differ only in upper and lower case")


def content_type_missing(package: ParsedPackage) -> Iterator[Fault]:
    """Every part has a content type. PowerPoint cannot open a file with a part of none (FACTS)."""
    for part in package.parts.values():
        if not part.content_type:
            yield Fault(part.name, "has no content type")


def content_type_wrong(package: ParsedPackage) -> Iterator[Fault]:
    """Every part has the type of what it holds. `image/jpg` is repaired (FACTS)."""
    for extension, content_type in package.defaults.items():
        right = TYPES_OF_EXTENSION.get(extension, (content_type,))
        if content_type not in right:
            message = f"files *.{extension} have the content type {content_type}, not {right[0]}"
            yield Fault(CONTENT_TYPES_PART, message)
    for part in package.parts.values():
        extension = part.name.rpartition(".")[2].lower()
        picture = PICTURE_TYPES.get(extension)
        own = package.overrides.get(part.name.lower())
        if picture and own and own not in picture:
            yield Fault(part.name, f"has the content type {own}, not {picture[0]}")
    for kind in PART_KINDS:
        for part in package.of_root(kind.root):
            if part.content_type and part.content_type != kind.content_type:
                yield Fault(part.name, f"has the content type {part.content_type}")


def content_type_without_part(package: ParsedPackage) -> Iterator[Fault]:
    """Every override names a part that exists. PowerPoint repairs the file otherwise (FACTS)."""
    names = {name.lower() for name in package.parts}
    for name in package.overrides:
        if name not in names and not name.endswith(".rels"):
            yield Fault(CONTENT_TYPES_PART, f"gives a content type to {name}, which is missing")


def template_content_type(package: ParsedPackage) -> Iterator[Fault]:
    """Every .pptx has the type of a presentation, not of a template.

    PowerPoint refuses a .pptx that says it is a .potx, as one made from a template does (FACTS).
    """
    main = package.main()
    if main is None or main.content_type is None or not package.file.lower().endswith(".pptx"):
        return
    if main.content_type != MAIN_TYPE:
        yield Fault(main.name, f"a .pptx has the content type {main.content_type}")


def presentation_missing(package: ParsedPackage) -> Iterator[Fault]:
    """Each package leads to a presentation, or there is nothing to open (ECMA-376 part 1)."""
    main = package.main()
    if main is None:
        yield Fault("", "no relationship of the package leads to a presentation")
    elif main.root is not None and main.root.tag != q("p:presentation"):
        strict = "is a Strict Open XML Presentation: save it as PowerPoint Presentation (*.pptx)"
        yield Fault(main.name, strict if is_strict_form(main.root) else "is no presentation")


def is_strict_form(root: Element) -> bool:
    """Return whether a part is in the strict form of the format (ISO/IEC 29500-1, annex A)."""
    return str(root.tag).startswith("{http://purl.oclc.org/ooxml/")


def _all_relationships(package: ParsedPackage) -> Iterator[tuple[str, ParsedRelationship]]:
    yield from (("/", rel) for rel in package.relationships)
    for part in package.parts.values():
        yield from ((part.name, rel) for rel in part.relationships)


def dangling_relationship(package: ParsedPackage) -> Iterator[Fault]:
    """Every relationship leads to a part that exists. PowerPoint repairs it otherwise (FACTS).

    `NULL` is what PowerPoint itself writes for a picture that it lost, and opens.
    """
    for source, rel in _all_relationships(package):
        lost = rel.target not in package.parts and not rel.target.endswith("/NULL")
        if not rel.external and lost and rel.target:
            yield Fault(source, f"{rel.id} leads to {rel.target}, which is missing")


def duplicate_relationship_id(package: ParsedPackage) -> Iterator[Fault]:
    """Ids are unique among a part's relationships: they are an xsd:ID (ECMA-376 part 2)."""
    owners = [("/", package.relationships)]
    owners += [(part.name, part.relationships) for part in package.parts.values()]
    for name, relationships in owners:
        for id_ in repeated_values(rel.id for rel in relationships):
            yield Fault(relationships_part_name(name), f"the relationship {id_} stands twice")


def undefined_relationship(package: ParsedPackage) -> Iterator[Fault]:
    """Every r:id, r:embed, r:link or r:pict is defined. PowerPoint repairs it otherwise (FACTS)."""
    for part in package.parts.values():
        if part.root is None:
            continue
        relationship_ids = {rel.id for rel in part.relationships}
        for _, name, value in relationship_uses(part.root):
            if value and value not in relationship_ids:
                attribute = name.rpartition("}")[2]
                yield Fault(part.name, f"uses r:{attribute}={value}, which is not defined")


def wrong_relationship_target(package: ParsedPackage) -> Iterator[Fault]:
    """Every relationship leads to the kind of part that its type says (ECMA-376 part 1, 13.3)."""
    for source, rel in _all_relationships(package):
        kind = KIND_OF_RELATIONSHIP.get(rel.type)
        target = package.parts.get(rel.target)
        if kind is None or rel.external or target is None or target.root is None:
            continue
        if target.root.tag != q(kind.root):
            yield Fault(source, f"{rel.id} is a {rel.type}, but {rel.target} is none")


def orphan_part(package: ParsedPackage) -> Iterator[Fault]:
    """Every part can be reached. Left-overs of removed slides bring a repair prompt (FACTS)."""
    reached = package.reached(package.relationships)
    for name in package.parts:
        if name not in reached:
            yield Fault(name, "no relationship leads to this part")


def faulty_core_properties(package: ParsedPackage) -> Iterator[Fault]:
    """Each core property stands once, and dates say that they are W3CDTF.

    PowerPoint repairs a file whose `dcterms:created` has no `xsi:type` (ECMA-376 part 2, 11).
    """
    for part, root in parts_with_root(package, "cp:coreProperties"):
        for tag in repeated_values(str(child.tag) for child in root):
            yield Fault(part.name, f"{tag.rpartition('}')[2]} stands more than once")
        for name in ("created", "modified"):
            for date in find_all(root, f"dcterms:{name}"):
                if date.get(q("xsi:type")) != "dcterms:W3CDTF":
                    yield Fault(part.name, f'{name} lacks xsi:type="dcterms:W3CDTF"')


def forbidden_scheme(package: ParsedPackage) -> Iterator[Fault]:
    """Every hyperlink leads to the web, a mail or a file: never to a script (promise 7)."""
    for source, rel in _all_relationships(package):
        if rel.external and rel.type == "hyperlink" and has_unknown_scheme(rel.target):
            yield Fault(source, f"{rel.id} is a link to {rel.target[:60]}")


def element_order(package: ParsedPackage) -> Iterator[Fault]:
    """Children stand in the order of the schema. PowerPoint repairs the file otherwise (FACTS).

    In the same look: where one child may stand, one stands, so no second a:pPr or a:bodyPr (FACTS);
    and every parent holds only children that the schema knows there.
    """
    for part in package.parts.values():
        if part.root is None:
            continue
        for element in part.root.iter(*PARENTS):
            parent = PARENTS[str(element.tag)]
            faults = child_faults(parent, tuple([child.tag for child in element]))
            if faults is not NO_FAULTS:
                yield from _findings(part.name, parent, faults)


def _findings(part: str, parent: str, faults: ChildFaults) -> Iterator[Fault]:
    for name in faults.late:
        code = "notes-master-late" if name.endswith("notesMasterIdLst") else ""
        yield Fault(part, f"{name} stands too late in {parent}", code)
    for name in faults.second:
        yield Fault(part, f"{parent} has a second {name}", "repeated-child")
    for name in faults.unexpected:
        yield Fault(part, f"{name} may not stand in {parent}", "unexpected-child")


IN_EACH_PART: tuple[FaultRule, ...] = (undefined_relationship, forbidden_scheme, element_order)
ACROSS_PARTS: tuple[FaultRule, ...] = (
    duplicate_zip_entry,
    content_type_missing,
    content_type_wrong,
    content_type_without_part,
    template_content_type,
    presentation_missing,
    dangling_relationship,
    duplicate_relationship_id,
    wrong_relationship_target,
    orphan_part,
    faulty_core_properties,
)
