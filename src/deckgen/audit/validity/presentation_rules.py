"""Rules for the presentation part: its lists and ids, sections, masters, layouts and themes."""

from collections.abc import Iterator

from deckgen.audit.validity.fault import (
    Fault,
    FaultRule,
    parts_with_root,
    presentation,
    repeated_values,
)
from deckgen.ooxml_rules.attributes import parse_integer
from deckgen.ooxml_rules.shape_queries import find_all
from deckgen.opc.parsed_package import ParsedPackage, ParsedPart
from deckgen.opc.xml_parser import Element, q

SLIDE_IDS = range(256, 2147483648)
MASTER_IDS = range(2147483648, 4294967296)
SLIDE_SIZES = range(914400, 51206401)
"""EMU; one inch to 56 inches (ECMA-376 part 1, ST_SlideSizeCoordinate)."""


def _slide_ids(package: ParsedPackage) -> list[str]:
    """Return the ids in the list of slides, in order."""
    return [
        entry.get("id", "")
        for _, root in presentation(package)
        for entry in find_all(root, "p:sldIdLst/p:sldId")
    ]


def _master_and_layout_ids(package: ParsedPackage) -> Iterator[tuple[str, str]]:
    """Yield part name and id of every entry in the lists of masters and of layouts."""
    for part, root in presentation(package):
        for entry in find_all(root, "p:sldMasterIdLst/p:sldMasterId"):
            yield part.name, entry.get("id", "")
    for part, root in parts_with_root(package, "p:sldMaster"):
        for entry in find_all(root, "p:sldLayoutIdLst/p:sldLayoutId"):
            yield part.name, entry.get("id", "")


def duplicate_slide_id(package: ParsedPackage) -> Iterator[Fault]:
    """Slide ids are unique. PowerPoint repairs the file and drops a slide otherwise (FACTS)."""
    for id_ in repeated_values(_slide_ids(package)):
        yield Fault("", f"two slides have the id {id_}")


def slide_id_out_of_range(package: ParsedPackage) -> Iterator[Fault]:
    """Slide ids are 256 to 2147483647 (ECMA-376 part 1, ST_SlideId; FACTS)."""
    for id_ in _slide_ids(package):
        if (parse_integer(id_) or 0) not in SLIDE_IDS:
            yield Fault("", f"a slide has the id {id_!r}")


def duplicate_slide_entry(package: ParsedPackage) -> Iterator[Fault]:
    """No slide is listed twice: one part cannot be two slides."""
    for part, root in presentation(package):
        entries = find_all(root, "p:sldIdLst/p:sldId")
        for id_ in repeated_values(entry.get(q("r:id"), "") for entry in entries):
            yield Fault(part.name, f"the list of slides names {id_} twice")


def duplicate_master_id(package: ParsedPackage) -> Iterator[Fault]:
    """Ids of masters and layouts are unique together. PowerPoint repairs otherwise (FACTS)."""
    for id_ in repeated_values(id_ for _, id_ in _master_and_layout_ids(package) if id_):
        yield Fault("", f"two masters or layouts have the id {id_}")


def master_id_out_of_range(package: ParsedPackage) -> Iterator[Fault]:
    """Ids of masters and layouts are 2147483648 and up (ECMA-376 part 1, ST_SlideMasterId)."""
    for part, id_ in _master_and_layout_ids(package):
        if id_ and (parse_integer(id_) or 0) not in MASTER_IDS:
            yield Fault(part, f"a master or layout has the id {id_!r}")


def slide_size(package: ParsedPackage) -> Iterator[Fault]:
    """Slides are 1 to 56 inches wide and high (ECMA-376 part 1, ST_SlideSizeCoordinate)."""
    for part, root in presentation(package):
        for size in find_all(root, "p:sldSz"):
            for side in ("cx", "cy"):
                if (parse_integer(size.get(side)) or 0) not in SLIDE_SIZES:
                    yield Fault(part.name, f"the slide size has {side}={size.get(side)!r}")


def notes_master_not_listed(package: ParsedPackage) -> Iterator[Fault]:
    """Every deck with notes lists its notes master.

    python-pptx never writes `p:notesMasterIdLst`; Microsoft's validator does not see it (FACTS).
    """
    for part, root in presentation(package) if any(package.of_root("p:notesMaster")) else ():
        if not find_all(root, "p:notesMasterIdLst/p:notesMasterId"):
            yield Fault(part.name, "has a notes master that p:notesMasterIdLst does not list")


def notes_without_master(package: ParsedPackage) -> Iterator[Fault]:
    """Every notes page has a notes master. PowerPoint repairs it (FACTS).

    Google Slides leaves out the relationship to the slide, and PowerPoint opens its decks.
    """
    for part in package.of_root("p:notes"):
        if part.target_of("notesMaster") not in package.parts:
            yield Fault(part.name, "the notes have no relationship to a notesMaster")
        if part.target_of("slide") not in package.parts:
            message = "the notes have no relationship to a slide"
            yield Fault(part.name, message, "notes-without-slide")


def notes_of_other_slide(package: ParsedPackage) -> Iterator[Fault]:
    """Every slide and its notes page point at each other: no two slides share notes."""
    for slide in package.of_root("p:sld"):
        notes = package.related_part(slide, "notesSlide")
        back = notes.target_of("slide") if notes is not None else slide.name
        if back is not None and back != slide.name:
            yield Fault(slide.name, f"its notes belong to {back}")


def shared_theme(package: ParsedPackage) -> Iterator[Fault]:
    """Every master has a theme part of its own. PowerPoint repairs shared ones (FACTS)."""
    owners: dict[str, str] = {}
    for tag in ("p:sldMaster", "p:notesMaster", "p:handoutMaster"):
        for part in package.of_root(tag):
            theme = part.target_of("theme")
            if theme is None:
                yield Fault(part.name, "has no theme")
            elif theme in owners:
                yield Fault(part.name, f"shares {theme} with {owners[theme]}")
            else:
                owners[theme] = part.name


def slide_without_layout(package: ParsedPackage) -> Iterator[Fault]:
    """Every slide has one layout: without it PowerPoint cannot open the slide (ECMA-376 part 1)."""
    for part in package.of_root("p:sld"):
        count = sum(rel.type == "slideLayout" for rel in part.relationships)
        if count != 1:
            yield Fault(part.name, f"has {count} layouts")


def layout_without_master(package: ParsedPackage) -> Iterator[Fault]:
    """Every layout has one master, and that master lists it (ECMA-376 part 1)."""
    listed: dict[str, set[str]] = {}
    for part in package.of_root("p:sldLayout"):
        master = package.related_part(part, "slideMaster")
        if master is None or master.root is None:
            yield Fault(part.name, "has no master")
            continue
        if master.name not in listed:
            listed[master.name] = _listed_layouts(master, master.root)
        if part.name not in listed[master.name]:
            yield Fault(part.name, f"is not in the list of layouts of {master.name}")


def _listed_layouts(master: ParsedPart, root: Element) -> set[str]:
    """Return the part names of the layouts that a master lists."""
    entries = find_all(root, "p:sldLayoutIdLst/p:sldLayoutId")
    links = [master.related(entry.get(q("r:id"))) for entry in entries]
    return {link.target for link in links if link is not None}


def _section_ids(package: ParsedPackage) -> list[str] | None:
    """Return the slide ids that the sections name, or None when there are no sections."""
    for _, root in presentation(package):
        if next(root.iter(q("p14:sectionLst")), None) is not None:
            return [entry.get("id", "") for entry in root.iter(q("p14:sldId"))]
    return None


def section_names_lost_slide(package: ParsedPackage) -> Iterator[Fault]:
    """Every section names slides of the deck, each once. PowerPoint repairs it (FACTS)."""
    named = _section_ids(package) or []
    slide_ids = set(_slide_ids(package))
    for id_ in named:
        if id_ not in slide_ids:
            yield Fault("", f"a section names the slide {id_}, which is gone")
    for id_ in repeated_values(named):
        yield Fault("", f"the sections name the slide {id_} twice")


def duplicate_section_id(package: ParsedPackage) -> Iterator[Fault]:
    """Section ids are unique: PowerPoint tells sections apart by them ([MS-PPTX], section)."""
    for part, root in presentation(package):
        for id_ in repeated_values(each.get("id", "") for each in root.iter(q("p14:section"))):
            yield Fault(part.name, f"two sections have the id {id_}")


def slide_in_no_section(package: ParsedPackage) -> Iterator[Fault]:
    """Once there are sections, every slide is in one; PowerPoint adds a section otherwise."""
    named = _section_ids(package)
    if named is None:
        return
    for id_ in _slide_ids(package):
        if id_ not in named:
            yield Fault("", f"the slide {id_} is in no section")


RULES: tuple[FaultRule, ...] = (
    duplicate_slide_id,
    slide_id_out_of_range,
    duplicate_slide_entry,
    duplicate_master_id,
    master_id_out_of_range,
    slide_size,
    notes_master_not_listed,
    notes_without_master,
    notes_of_other_slide,
    shared_theme,
    slide_without_layout,
    layout_without_master,
    section_names_lost_slide,
    duplicate_section_id,
    slide_in_no_section,
)
