"""Removes what makes PowerPoint offer a repair, by the same functions as for templates.

What they cannot mend without a loss stays as it is, and the next audit finds it again.
"""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import partial
from typing import TypeAlias
from uuid import NAMESPACE_URL, uuid5

from deckgen.audit.validity.package_rules import MAIN_TYPE
from deckgen.audit.validity.presentation_rules import SLIDE_IDS
from deckgen.ooxml_rules.attributes import parse_integer
from deckgen.opc.parsed_package import ParsedPackage, relationship_uses
from deckgen.opc.reachable_parts import MAIN_PART
from deckgen.opc.xml_parser import Element, local_name, q
from deckgen.support.diagnostics import Diagnostics
from deckgen.template.package.content_repairs import with_valid_content
from deckgen.template.package.kept_parts import (
    tree_of,
    with_edited_tree,
    with_parts,
    without_unreachable,
)
from deckgen.template.package.layout_lists import NOTES_MASTER, append_entry, with_valid_ids
from deckgen.template.package.missing_parts import with_missing_themes
from deckgen.template.package.references import remove_element
from deckgen.template.package.relationships import (
    is_dangling,
    with_master_relationships,
    with_valid_content_types,
    with_valid_relationships,
    without_dangling_relationships,
)

_Repair: TypeAlias = Callable[[ParsedPackage, Diagnostics], ParsedPackage]

_DATES = ("dcterms:created", "dcterms:modified")


def without_repair_causes(package: ParsedPackage, codes: AbstractSet[str]) -> ParsedPackage:
    """Return the package without the faults of these codes, as far as they can be mended.

    Nothing is done for other codes, so that sound parts keep their bytes.
    """
    main = package.parts.get(MAIN_PART)
    if main is None or main.root is None or main.root.tag != q("p:presentation"):
        return package
    ignored = Diagnostics()
    if codes & {"unlisted-slide", "orphan-part"} and not codes & _BROKEN_LINKS:
        package = _without_unneeded_parts(package)
    for causes, repair in _REPAIRS:
        if causes & codes:
            package = repair(package, ignored)
    return package


def _without_unneeded_parts(package: ParsedPackage) -> ParsedPackage:
    """Return the package without slides that are not listed, and without unreachable parts."""
    main = package.parts[MAIN_PART]
    listed = {entry.get(q("r:id")) for entry in tree_of(main).iter(q("p:sldId"))}
    kept = tuple(each for each in main.relationships if each.type != "slide" or each.id in listed)
    if kept != main.relationships:
        package = with_parts(package, [replace(main, relationships=kept)])
    return without_unreachable(package)


def _with_listed_notes_master(package: ParsedPackage, _: Diagnostics) -> ParsedPackage:
    main = package.parts[MAIN_PART]
    link = next((link for link in main.relationships if link.type == "notesMaster"), None)
    if link is None or main.root is None:
        return package
    append_entry(main.root, NOTES_MASTER, link.id)
    return with_parts(package, [with_edited_tree(main)])


def _with_presentation_type(package: ParsedPackage, _: Diagnostics) -> ParsedPackage:
    main = package.parts[MAIN_PART]
    return with_parts(package, [replace(main, content_type=MAIN_TYPE)])


def _without_dangling(package: ParsedPackage, ignored: Diagnostics) -> ParsedPackage:
    """Take dangling relationships out, unless a slide, a layout, a master or a theme is lost."""
    for part in package.parts.values():
        if part.root is not None and any(
            part.related(value) is None and local_name(element) in _ENTRIES
            for element, _, value in relationship_uses(part.root)
        ):
            return package
        for link in part.relationships:
            # A part that is there may be needed, even if it is not what it should be.
            is_lost = is_dangling(package, link)
            if is_lost and (link.type in _NEEDED or link.target in package.parts):
                return package
    return without_dangling_relationships(package, ignored)


def _edited(
    package: ParsedPackage, _: Diagnostics, tag: str, edit: Callable[[Element], bool]
) -> ParsedPackage:
    """Return the package with the parts of a root edited; `edit` returns whether it did."""
    parts = [part for part in package.of_root(tag) if part.root is not None and edit(part.root)]
    return with_parts(package, map(with_edited_tree, parts))


def _mend_slide_ids(presentation: Element) -> bool:
    """Give new ids to slides whose id is out of range, or that of an earlier slide."""
    entries = list(presentation.iter(q("p:sldId")))
    ids = [parse_integer(entry.get("id")) or 0 for entry in entries]
    free = max((id_ for id_ in ids if id_ in SLIDE_IDS), default=SLIDE_IDS.start) + 1
    seen: set[int] = set()
    for entry, id_ in zip(entries, ids, strict=True):
        if id_ in seen or id_ not in SLIDE_IDS:
            for listed in presentation.iter(q("p14:sldId")) if id_ not in seen else ():
                if listed.get("id") == entry.get("id"):
                    listed.set("id", str(free))
            entry.set("id", str(free))
            free += 1
        seen.add(id_)
    return _mend_sections(presentation)


def _mend_sections(presentation: Element) -> bool:
    """Put each slide into one section, that of the slide before it; make the ids unique."""
    slides = [entry.get("id", "") for entry in presentation.iter(q("p:sldId"))]
    entries: dict[str, Element] = {}
    for entry in list(presentation.iter(q("p14:sldId"))):
        id_ = entry.get("id", "")
        if id_ in slides and id_ not in entries:
            entries[id_] = entry
        else:
            remove_element(entry)
    sections = list(presentation.iter(q("p14:section")))
    _make_section_ids_unique(sections)
    before: Element | None = None
    for id_ in slides if sections else ():
        new = entries.get(id_)
        if new is None:
            new = sections[0].makeelement(q("p14:sldId"), {"id": id_})
            if before is None:
                _list_in(sections[0]).insert(0, new)
            else:
                before.addnext(new)
        before = new
    return True


def _list_in(section: Element) -> Element:
    """Return the list of slides of a section, which is made if it is missing."""
    entries = section.find(q("p14:sldIdLst"))
    if entries is None:
        entries = section.makeelement(q("p14:sldIdLst"))
        section.insert(0, entries)
    return entries


def _make_section_ids_unique(sections: list[Element]) -> None:
    seen: set[str] = set()
    for number, section in enumerate(sections):
        id_ = section.get("id", "")
        if id_ in seen:
            new = uuid5(NAMESPACE_URL, f"{id_}#{number}")
            section.set("id", f"{{{str(new).upper()}}}")
        seen.add(section.get("id", ""))


def _mend_core_properties(root: Element) -> bool:
    seen: set[str] = set()
    for child in list(root.iterchildren("{*}*")):
        if str(child.tag) in seen:
            root.remove(child)
        seen.add(str(child.tag))
    for name in _DATES:
        for date in root.iterchildren(q(name)):
            date.set(q("xsi:type"), "dcterms:W3CDTF")
    return True


def _mend_axis_ids(root: Element) -> bool:
    """Give axes with negative ids free ones."""
    ids = list(root.iter(q("c:axId"), q("c:crossAx")))
    taken = {each.get("val", "") for each in ids}
    new: dict[str, str] = {}
    for id_ in sorted(taken):
        if id_.startswith("-") and id_[1:].isdecimal():
            number = int(id_[1:])
            while str(number) in taken:
                number += 1
            taken.add(str(number))
            new[id_] = str(number)
    for each in ids:
        each.set("val", new.get(each.get("val", ""), each.get("val", "")))
    return bool(new)


_CONTENT = frozenset(
    {
        *("element-order", "repeated-child", "text-body-without-paragraph", "invalid-lang"),
        *("text-body-without-properties", "control-character", "colour-not-hex"),
        *("duplicate-shape-id", "extension-not-ignorable", "number-not-whole"),
    }
)
_ENTRIES = frozenset({"sldId", "sldMasterId", "sldLayoutId", "notesMasterId", "handoutMasterId"})
"""Entries of lists: what they name is never taken out."""
_NEEDED = frozenset({"slideLayout", "slideMaster", "notesMaster", "theme", "slide"})
_BROKEN_LINKS = frozenset(
    {
        *("dangling-relationship", "undefined-relationship", "duplicate-relationship-id"),
        *("wrong-relationship-target", "layout-without-master", "slide-without-layout"),
    }
)
"""The findings after which a part that nothing leads to may be needed: it is not taken out."""
_REPAIRS: tuple[tuple[AbstractSet[str], _Repair], ...] = (
    ({"duplicate-relationship-id"}, with_valid_relationships),
    ({"content-type-missing", "content-type-wrong"}, with_valid_content_types),
    ({"template-content-type"}, _with_presentation_type),
    ({"notes-master-not-listed"}, _with_listed_notes_master),
    ({"layout-without-master"}, with_master_relationships),
    ({"shared-theme"}, with_missing_themes),
    ({"dangling-relationship", "undefined-relationship"}, _without_dangling),
    (
        _CONTENT,
        lambda package, ignored: with_valid_content(package, package.parts.values(), ignored),
    ),
    ({"duplicate-master-id", "master-id-out-of-range"}, with_valid_ids),
    (
        {"duplicate-slide-id", "slide-id-out-of-range"},
        partial(_edited, tag="p:presentation", edit=_mend_slide_ids),
    ),
    (
        {"section-names-lost-slide", "slide-in-no-section", "duplicate-section-id"},
        partial(_edited, tag="p:presentation", edit=_mend_sections),
    ),
    (
        {"faulty-core-properties"},
        partial(_edited, tag="cp:coreProperties", edit=_mend_core_properties),
    ),
    ({"negative-axis-id"}, partial(_edited, tag="c:chartSpace", edit=_mend_axis_ids)),
)
