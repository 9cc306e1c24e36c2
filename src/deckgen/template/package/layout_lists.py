"""The lists of masters and layouts: each entry names one part, each part is in one list.

ECMA-376 Part 1, CT_SlideMasterIdList (of the presentation) and CT_SlideLayoutIdList (of a master).
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from deckgen.ooxml_rules.child_order import present_child
from deckgen.ooxml_rules.part_kinds import KIND_OF_ROOT
from deckgen.opc.parsed_package import ParsedPackage, ParsedPart, ParsedRelationship
from deckgen.opc.xml_parser import NAMESPACES, Element, q
from deckgen.support.diagnostics import Diagnostics
from deckgen.template.package.kept_parts import (
    part_label,
    tree_of,
    with_edited_tree,
    with_parts,
    without_unreachable,
)
from deckgen.template.package.presentation_part import presentation_part
from deckgen.template.package.references import remove_element

FIRST_ID, LAST_ID = 2_147_483_648, 4_294_967_295
"""ECMA-376 Part 1, ST_SlideMasterId and ST_SlideLayoutId."""

MASTER, LAYOUT = "p:sldMaster", "p:sldLayout"
NOTES_MASTER, HANDOUT_MASTER = "p:notesMaster", "p:handoutMaster"
_MOST = {NOTES_MASTER: 1, HANDOUT_MASTER: 1}
_WORDS = {
    MASTER: "slide masters",
    LAYOUT: "layouts",
    NOTES_MASTER: "notes masters",
    HANDOUT_MASTER: "handout masters",
}
_ID = f"{{{NAMESPACES['r']}}}id"


def master_part_names(package: ParsedPackage) -> tuple[str, ...]:
    """Return the slide masters, in the order in which PowerPoint lists them."""
    part = presentation_part(package)
    return tuple(target.name for _, target in list_entries(package, part, MASTER))


def layout_part_names(package: ParsedPackage, master: str) -> tuple[str, ...]:
    """Return the layouts of a master, in the order in which PowerPoint lists them."""
    return tuple(target.name for _, target in list_entries(package, package.parts[master], LAYOUT))


def list_entries(
    package: ParsedPackage, part: ParsedPart, tag: str
) -> Iterator[tuple[Element, ParsedPart]]:
    """Yield the valid entries of the list of `tag`s in a part, each with its part."""
    by_id = {each.id: each for each in part.relationships}
    for entry in tree_of(part).findall(f"{q(f'{tag}IdLst')}/{q(f'{tag}Id')}"):
        target = _target(package, by_id.get(entry.get(_ID, "")), tag)
        if target is not None:
            yield entry, target


def with_valid_lists(package: ParsedPackage, diagnostics: Diagnostics) -> ParsedPackage:
    """Return the package with valid lists: of masters in its presentation, of layouts in masters.

    Parts that a list leaves out are added only to a list that is empty.
    """
    part = presentation_part(package)
    for tag in (MASTER, NOTES_MASTER, HANDOUT_MASTER):
        part = _with_valid_list(package, part, tag, {}, diagnostics)
    package = with_parts(package, (part,))
    owners = _owners(package)
    return with_parts(
        package,
        [
            _with_valid_list(package, package.parts[name], LAYOUT, owners, diagnostics)
            for name in master_part_names(package)
        ],
    )


def with_valid_ids(package: ParsedPackage, diagnostics: Diagnostics) -> ParsedPackage:
    """Return the package with ids of masters and layouts that are in range and unique.

    Layouts keep their ids before masters do, so that fewer parts change.
    """
    taken: set[int] = set()
    changed = []
    presentation = presentation_part(package)
    masters = [package.parts[name] for name in master_part_names(package)]
    for part, tag in (*((master, LAYOUT) for master in masters), (presentation, MASTER)):
        wrong = []
        for entry, _ in list_entries(package, part, tag):
            number = _number(entry)
            if number is None or number in taken:
                wrong.append(entry)
            else:
                taken.add(number)
        if wrong:
            changed.append((part, wrong))
    free = (number for number in range(FIRST_ID, LAST_ID + 1) if number not in taken)
    for part, wrong in changed:
        given = sum("id" in entry.attrib for entry in wrong)
        for entry, number in zip(wrong, free, strict=False):
            entry.set("id", str(number))
        if given:
            diagnostics.note(
                "ids-mended",
                f"{package.file}: {part_label(part)} gives ids that are out of range or taken, so"
                f" that PowerPoint would repair the deck; new ids: {given}",
                None,
            )
    return with_parts(package, [with_edited_tree(part) for part, _ in changed])


def _number(entry: Element) -> int | None:
    value = entry.get("id", "")
    number = int(value) if value.isascii() and value.isdigit() and len(value) <= 10 else 0
    return number if FIRST_ID <= number <= LAST_ID else None


def _target(
    package: ParsedPackage, relationship: ParsedRelationship | None, tag: str
) -> ParsedPart | None:
    """Return the target of a relationship, if both are of the kind of `tag`."""
    if relationship is None or not _is_of(relationship, tag):
        return None
    if not _leads_to(package, relationship, tag):
        return None
    return package.parts[relationship.target]


def _is_of(relationship: ParsedRelationship, tag: str) -> bool:
    return relationship.type == KIND_OF_ROOT[q(tag)].relationship


def _leads_to(package: ParsedPackage, relationship: ParsedRelationship, tag: str) -> bool:
    """Return whether a relationship leads to a part with this root, whatever its type says."""
    part = None if relationship.external else package.parts.get(relationship.target)
    return part is not None and part.root is not None and part.root.tag == q(tag)


def _related(
    package: ParsedPackage, part: ParsedPart, tag: str
) -> Iterator[tuple[ParsedRelationship, ParsedPart]]:
    for relationship in part.relationships:
        target = _target(package, relationship, tag)
        if target is not None:
            yield relationship, target


def _owners(package: ParsedPackage) -> dict[str, str]:
    """Return the master of each layout: the one it names, if that lists it, else the first."""
    claims: dict[str, list[str]] = {}
    for name in master_part_names(package):
        master = package.parts[name]
        for _, layout in _related(package, master, LAYOUT):
            claims.setdefault(layout.name, []).append(name)
    owners = {}
    for name, masters in claims.items():
        chosen = package.parts[name].target_of("slideMaster")
        owners[name] = chosen if chosen in masters else masters[0]
    return owners


def _with_valid_list(
    package: ParsedPackage,
    part: ParsedPart,
    tag: str,
    owners: Mapping[str, str],
    diagnostics: Diagnostics,
) -> ParsedPart:
    """Return a part with a valid list of `tag`s, and only the relationships that the list names."""
    root = tree_of(part)
    most = _MOST.get(tag, len(package.parts))
    by_id = {each.id: each for each in part.relationships}
    kept: dict[str, str] = {}  # relationship ids by the names of parts
    wrong = added = 0
    for entry in root.findall(f"{q(f'{tag}IdLst')}/{q(f'{tag}Id')}"):
        target = _target(package, by_id.get(entry.get(_ID, "")), tag)
        is_own = target is not None and owners.get(target.name, part.name) == part.name
        if target is None or not is_own or target.name in kept or len(kept) == most:
            remove_element(entry)
            wrong += 1
        else:
            kept[target.name] = entry.get(_ID, "")
    if not kept:
        for relationship, target in _related(package, part, tag):
            is_own = owners.get(target.name, part.name) == part.name
            if is_own and target.name not in kept and len(kept) < most:
                kept[target.name] = relationship.id
                append_entry(root, tag, relationship.id)
                added += 1
    if wrong or added:
        faults = {
            f"has entries that lead to nothing, or to what is listed already: {wrong}": wrong,
            f"leaves out what is there: {added}": added,
        }
        summary = ", ".join(fault for fault, number in faults.items() if number)
        diagnostics.note(
            "list-mended",
            f"{package.file}: the list of {_WORDS[tag]} in {part_label(part)} {summary};"
            f" it is mended, and names {len(kept)}",
            None,
        )
    ids = set(kept.values())
    relationships = tuple(
        each
        for each in part.relationships
        if each.id in ids or not (_is_of(each, tag) or _leads_to(package, each, tag))
    )
    if wrong or added:
        return with_edited_tree(part, relationships)
    return replace(part, relationships=relationships)


def append_entry(root: Element, tag: str, relationship_id: str) -> None:
    """Add an entry without an id to the list of `tag`s, which is created if it is missing."""
    entries = present_child(root, f"{tag}IdLst")
    entries.append(entries.makeelement(q(f"{tag}Id"), {_ID: relationship_id}))


def without_masters(
    package: ParsedPackage, masters: Collection[str]
) -> tuple[ParsedPackage, tuple[str, ...]]:
    """Return the package without some masters, and the part names of those that are gone.

    What is used elsewhere stays; so do the last master, and one with slides on its layouts.
    """
    main = package.main()
    if main is None or main.root is None:
        return package, ()
    names = {each.id: each.target for each in main.relationships}
    listed = {
        entry: names.get(entry.get(q("r:id"), ""), "")
        for entry in main.root.iterfind(f"{q('p:sldMasterIdLst')}/{q('p:sldMasterId')}")
    }
    reachable = without_unreachable(package)
    gone = _not_needed(reachable, {*masters} & {*names.values()})
    if not gone or not {*listed.values()} - {*masters}:
        return package, ()
    for entry, name in listed.items():
        if name in gone:
            remove_element(entry)
    kept = [each for each in main.relationships if each.target not in gone]
    fewer = with_parts(package, [with_edited_tree(main, kept)])
    lost = reachable.parts.keys() - without_unreachable(fewer).parts.keys()
    left = {name: part for name, part in fewer.parts.items() if name not in lost}
    return replace(fewer, parts=left), tuple(sorted(gone))


def _not_needed(reachable: ParsedPackage, masters: Collection[str]) -> set[str]:
    """Return those of some masters on whose layouts no slide stands."""
    uses = [
        (name, link.target)
        for name, part in reachable.parts.items()
        for link in part.relationships
        if link.type == "slideLayout"
    ]
    owners = {layout: name for name, layout in uses if name in masters}
    return {*masters} - {owners.get(layout) for name, layout in uses if name not in masters}
