"""The presentation part of a template, without its sample slides (ECMA-376-1, 19.2.1.26)."""

import copy
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import cast

from deckgen.brand.brand import PresentationXml
from deckgen.deck.box import Box
from deckgen.ooxml_rules.attributes import parse_emu
from deckgen.ooxml_rules.child_order import present_child
from deckgen.opc.parsed_package import (
    ParsedPackage,
    ParsedPart,
    ParsedRelationship,
    relationship_to_write,
    relationship_uses,
)
from deckgen.opc.reachable_parts import MAIN_PART
from deckgen.opc.xml_parser import Element, q
from deckgen.seal.deck_seal import NAMESPACE as SEAL
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.xml_text import DECLARATION, PRESENTATION, RELATIONSHIPS
from deckgen.template.package.kept_parts import (
    new_relationship_ids,
    tree_of,
    with_edited_tree,
    with_parts,
)
from deckgen.template.package.references import owning_element, remove_element

_SAMPLE_LISTS = ("p:sldIdLst", "p:custShowLst", "p:photoAlbum")
_CHOSEN_SLIDES = ("p:custShow", "p:sldRg")
_NO_SLIDES = frozenset({"sldMasterView", "notesMasterView", "handoutView"})
"""Views without slides: ECMA-376 Part 1, ST_ViewType."""
_NOTES, _HANDOUTS = "p:notesMasterIdLst", "p:handoutMasterIdLst"
_FIRST = ("p:sldMasterIdLst", _NOTES, _HANDOUTS)
_CUT = "deckgen-cut"
"""The processing instruction that marks where the part is cut."""

_WRITERS_IDS = re.compile("slide|deckgen")
"""The beginnings of relationship ids that the writer adds."""

_SLIDE_SIZE = (9_144_000, 6_858_000)
_NOTES_SIZE = (6_858_000, 9_144_000)
"""EMU: PowerPoint's defaults."""
_LEAST, _MOST = 914_400, 51_206_400
"""EMU. ECMA-376 Part 1, ST_SlideSizeCoordinate."""


def presentation_part(package: ParsedPackage) -> ParsedPart:
    """Return the presentation part; opening checked that it exists."""
    return package.parts[MAIN_PART]


def page_box(package: ParsedPackage) -> Box:
    """Return the box of a slide, in EMU."""
    size = next(tree_of(presentation_part(package)).iter(q("p:sldSz")))
    return Box(0, 0, *(parse_emu(size.get(side)) or 0 for side in ("cx", "cy")))


def without_samples(package: ParsedPackage, diagnostics: Diagnostics) -> ParsedPackage:
    """Return the package without sample slides in its presentation and settings.

    Relationships to sample slides stay, for `without_dangling_relationships`. Sizes are repaired.
    """
    part = presentation_part(package)
    root = _on_common_prefixes(tree_of(part))
    for name in _SAMPLE_LISTS:
        for element in root.findall(q(name)):
            remove_element(element)
    for element in list(root.iter(q("p14:sectionLst"))):
        remove_element(owning_element(element))
    if (lock := root.find(q("p:modifyVerifier"))) is not None:
        remove_element(lock)
        diagnostics.note(
            "protection-dropped",
            f"{package.file} asks for a password before it may be changed; the deck does not",
            None,
        )
    _mend_sizes(root, package.file, diagnostics)
    changed = with_edited_tree(replace(part, root=root))
    settings = (*_settings_of_all_slides(package), *_views_of_slides(package))
    return with_parts(package, (changed, *settings))


def without_seal(package: ParsedPackage) -> ParsedPackage:
    """Return the package without deckgen's seal: every deck gets a seal of its own."""
    seals = {
        part.name
        for part in package.parts.values()
        if part.root is not None and str(part.root.tag).startswith(f"{{{SEAL}}}")
    }
    if not seals:
        return package
    part = presentation_part(package)
    kept = tuple(each for each in part.relationships if each.target not in seals)
    return with_parts(package, (replace(part, relationships=kept),))


def cut_presentation(package: ParsedPackage) -> tuple[PresentationXml, int, int]:
    """Return the presentation, cut where a deck puts its lists, with width and height in EMU."""
    part = presentation_part(package)
    root = tree_of(part)
    relationships = _without_writers_ids(root, part.relationships)
    head, notes_masters, handouts, tail, extensions = _pieces(root)
    size = next(root.iter(q("p:sldSz")))
    of_package = (each for each in package.relationships if each.type != "officeDocument")
    frame = PresentationXml(
        head,
        notes_masters,
        handouts,
        tail + extensions,
        tuple(relationship_to_write(each, MAIN_PART) for each in relationships),
        tuple(relationship_to_write(each, "/") for each in of_package),
        extensions_at=len(tail) if extensions else 0,
    )
    return frame, int(size.get("cx", "0")), int(size.get("cy", "0"))


def _on_common_prefixes(root: Element) -> Element:
    """Return the root with the prefixes `p` and `r`, which the lists of a deck need."""
    from lxml import etree

    usual: dict[str | None, str] = {"p": PRESENTATION, "r": RELATIONSHIPS}
    if all(root.nsmap.get(prefix) == uri for prefix, uri in usual.items()):
        return root
    prefixes = {**root.nsmap, **usual}
    # lxml's stubs do not know that a map of prefixes may hold None, for no prefix.
    attributes = {str(name): str(value) for name, value in root.attrib.items()}
    new = etree.Element(root.tag, attributes, cast("Mapping[str, str]", prefixes))
    new.extend(list(root))
    return new


def _settings_of_all_slides(package: ParsedPackage) -> list[ParsedPart]:
    """Return presentation properties that chose some sample slides, changed to show all slides."""
    changed = []
    for part in package.of_root("p:presentationPr"):
        chosen = [element for name in _CHOSEN_SLIDES for element in tree_of(part).iter(q(name))]
        for element in chosen:
            element.addnext(element.makeelement(q("p:sldAll")))
            remove_element(element)
        if chosen:
            changed.append(with_edited_tree(part))
    return changed


def _views_of_slides(package: ParsedPackage) -> list[ParsedPart]:
    """Return view properties that open the view of masters, changed to open the view of slides."""
    changed = []
    for part in package.of_root("p:viewPr"):
        if tree_of(part).get("lastView") in _NO_SLIDES:
            tree_of(part).set("lastView", "sldView")
            changed.append(with_edited_tree(part))
    return changed


def _mend_sizes(root: Element, file: str, diagnostics: Diagnostics) -> None:
    """Set the sizes of slides and notes that are missing or out of range."""
    if not _set_size(present_child(root, "p:sldSz"), _SLIDE_SIZE, _LEAST):
        diagnostics.note(
            "slide-size-mended", f"{file} has no usable slide size; its slides are 4:3", None
        )
    _set_size(present_child(root, "p:notesSz"), _NOTES_SIZE, 1)


def _set_size(element: Element, default: tuple[int, int], least: int) -> bool:
    """Set the default size of an element without a valid size; return whether it had one."""
    size = (element.get("cx", ""), element.get("cy", ""))
    if all(re.fullmatch("[0-9]{1,9}", side) and least <= int(side) <= _MOST for side in size):
        return True
    element.attrib.pop("type", "")
    for name, side in zip(("cx", "cy"), default, strict=True):
        element.set(name, str(side))
    return False


def _without_writers_ids(
    root: Element, relationships: tuple[ParsedRelationship, ...]
) -> list[ParsedRelationship]:
    """Return the relationships without ids that the writer may use; change the tree likewise."""
    kept, renamed = list(relationships), {}
    free = new_relationship_ids(relationships)
    for at, relationship in enumerate(kept):
        if _WRITERS_IDS.match(relationship.id):
            renamed[relationship.id] = next(free)
            kept[at] = replace(relationship, id=renamed[relationship.id])
    for element, name, value in list(relationship_uses(root)) if renamed else ():
        element.set(name, renamed.get(value, value))
    return kept


def _pieces(root: Element) -> tuple[str, str, str, str, str]:
    """Return head, notes masters, handouts, tail, and the rest from the first extension on.

    The last piece is empty if there are no extensions.
    """
    from lxml import etree

    root = copy.deepcopy(root)
    for mark in list(root.iter(etree.ProcessingInstruction)):
        remove_element(mark)
    front: list[Element] = []
    for name in _FIRST:
        child = root.find(q(name))
        front += () if child is None else (child,)
        front.append(etree.ProcessingInstruction(_CUT))
    for element in reversed(front):
        root.insert(0, element)
    if (extensions := root.find(q("p:extLst"))) is not None:
        extensions.insert(0, etree.ProcessingInstruction(_CUT))
    text = DECLARATION + etree.tostring(root, encoding="unicode", with_tail=False)
    head, notes_masters, handouts, tail, *rest = re.split(rf"<\?{_CUT}\s*\?>", text)
    return head, notes_masters, handouts, tail, "".join(rest)
