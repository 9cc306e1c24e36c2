"""The slides of a deck in their order, and a deck with only some of them, for LibreOffice.

docs/facts/libreoffice.md says what LibreOffice takes from the names of parts.
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import NamedTuple

from deckgen.ooxml_rules.attributes import LINK_TAGS, parse_integer
from deckgen.opc.parsed_package import (
    ParsedPackage,
    ParsedPart,
    parse_relationships,
    relationships_part_name,
)
from deckgen.opc.reachable_parts import MAIN_PART
from deckgen.opc.xml_parser import Element, TooMuchXMLError, XMLBudget, parse_xml, q
from deckgen.opc.zip_reader import DAMAGE_ERRORS, ZipEntries, open_entries
from deckgen.render.renderer import RenderingError
from deckgen.support.diagnostics import Diagnostics

_FOLDER = "/ppt/slides/"
SLIDE_PART = re.compile(rf"{_FOLDER}[^/]+\.xml")
"""The names of slide parts."""
_HIDDEN = re.compile(rb"<(?:\w+:)?sld\s[^<>]*\bshow=[\"'](?:0|false)[\"']")
_LANGUAGE = re.compile(rb"\slang=[\"']([A-Za-z][A-Za-z0-9-]*)[\"']")


class DeckSlide(NamedTuple):
    """A slide of a .pptx."""

    part: str
    hidden: bool
    langs: tuple[str, ...]
    """The language of each of its runs."""


def deck_slides(deck: bytes) -> tuple[DeckSlide, ...]:
    """Return the slides of a .pptx in the order in which they are shown.

    Raises RenderingError (not-a-deck).
    """
    entries = open_deck_package(deck)
    try:
        parts = relationship_targets(entries, MAIN_PART)
        listed = parse_xml(entries.unpacked(MAIN_PART)).iter(q("p:sldId"))
        names = [parts[each.get(q("r:id"), "")] for each in listed]
        return tuple(_slide(name, entries.unpacked(name)) for name in names)
    except (*DAMAGE_ERRORS, KeyError) as broken:
        raise not_a_deck() from broken


def relationship_targets(entries: ZipEntries, part: str) -> dict[str, str]:
    """Return where the relationships of a part lead, by id. Raises one of DAMAGE_ERRORS."""
    holder = relationships_part_name(part)
    root = parse_xml(entries.unpacked(holder)) if holder in entries.infos else None
    return {each.id: each.target for each in parse_relationships(root, holder)}


def main_language(slides: tuple[DeckSlide, ...]) -> str:
    """Return the language of most runs, as a BCP 47 tag; empty if no run has one."""
    counted = Counter(lang for slide in slides for lang in slide.langs)
    return next((lang for lang, _ in counted.most_common(1)), "")


def open_deck_package(deck: bytes) -> ZipEntries:
    """Return the parts of a .pptx. Raises RenderingError (not-a-deck)."""
    diagnostics = Diagnostics()
    entries = open_entries(deck, diagnostics, "The deck")
    if entries is None:
        problem = next(iter(diagnostics))
        raise RenderingError("not-a-deck", problem.message, problem.hint or "")
    return entries


def check_xml_size(deck: bytes) -> None:
    """Refuse a deck with more XML than any renderer has memory for.

    Raises RenderingError (not-a-deck).
    """
    entries, budget = open_deck_package(deck), XMLBudget()
    try:
        for name in entries.infos:
            if name.lower().endswith((".xml", ".rels")):
                budget.spend(entries.unpacked(name))
    except TooMuchXMLError as reason:
        raise RenderingError(
            "not-a-deck", f"The deck cannot be drawn: it {reason}.", "Divide it into several."
        ) from reason
    except DAMAGE_ERRORS as broken:
        raise not_a_deck() from broken


def _slide(name: str, data: bytes) -> DeckSlide:
    """Return what is known of a slide by its part."""
    langs = tuple(lang.decode() for lang in _LANGUAGE.findall(data))
    return DeckSlide(name, bool(_HIDDEN.search(data)), langs)


def not_a_deck() -> RenderingError:
    """Return the error for a file that is no deck, or a broken one."""
    return RenderingError(
        "not-a-deck",
        "The deck is no PowerPoint file that can be read.",
        "Open it in PowerPoint and save it again as .pptx.",
    )


def package_slides(package: ParsedPackage) -> tuple[DeckSlide, ...]:
    """Return the slides of a package in the order in which they are shown.

    Raises RenderingError (not-a-deck).
    """
    main = package.parts[MAIN_PART]
    parts = [package.linked_part(main, entry.get(q("r:id"))) for entry in _entries(main)]
    if None in parts:
        raise not_a_deck()
    return tuple(_slide(part.name, part.data) for part in parts if part)


def with_slides(package: ParsedPackage, numbers: Sequence[int]) -> ParsedPackage:
    """Return a package with only these slides, from 1 and in rising order; its trees are changed.

    The slides become the parts slide1.xml, slide2.xml … in their order, as PowerPoint saves them:
    LibreOffice takes the number in a part's name for the number of the slide, and follows links by
    it. Links to slides that are left out are removed; the numbers on the slides are those of the
    whole deck. Raises RenderingError (not-a-deck).
    """
    slides, main = package_slides(package), package.parts[MAIN_PART]
    kept = {slides[number - 1].part: number for number in numbers}
    gone = {slide.part for slide in slides} - kept.keys()
    for entry in _entries(main):
        _remove_if_it_leads_to(gone, entry, main)
    first = None if main.root is None else parse_integer(main.root.get("firstSlideNum"))
    for name, number in kept.items() if gone else ():
        slide = package.parts[name]
        _set_number(slide, number + (1 if first is None else first) - 1)
        for link in _elements(slide, *map(q, LINK_TAGS)):
            _remove_if_it_leads_to(gone, link, slide)
    names = {name: f"{_FOLDER}slide{at}.xml" for at, name in enumerate(kept, 1)}
    left = [part for name, part in package.parts.items() if name not in gone]
    others = {part.name for part in left} - kept.keys()
    if others & {*names.values()} or not all(name.startswith(_FOLDER) for name in kept):
        names = {}  # neither deckgen nor PowerPoint wrote the deck
    parts = [_renamed(part, names, gone) for part in left]
    return replace(package, parts={part.name: part for part in parts})


def _elements(part: ParsedPart, *tags: str) -> list[Element]:
    return [] if part.root is None else [*part.root.iter(*tags)]


def _entries(main: ParsedPart) -> list[Element]:
    return _elements(main, q("p:sldId"))


def _remove_if_it_leads_to(gone: Collection[str], element: Element, part: ParsedPart) -> None:
    link, parent = part.related(element.get(q("r:id"))), element.getparent()
    if link is not None and not link.external and link.target in gone and parent is not None:
        parent.remove(element)


def _set_number(slide: ParsedPart, number: int) -> None:
    """Make text of the number of a slide: LibreOffice would count anew."""
    for field in _elements(slide, q("a:fld")):
        text = field.find(q("a:t"))
        if field.get("type") == "slidenum" and text is not None:
            text.text, field.tag = str(number), q("a:r")
            field.attrib.clear()
            for properties in field.findall(q("a:pPr")):
                field.remove(properties)


def _renamed(part: ParsedPart, names: dict[str, str], gone: Collection[str]) -> ParsedPart:
    """Return a part with its new name and those of others, without what leads to parts that go."""
    return replace(
        part,
        name=names.get(part.name, part.name),
        relationships=tuple(
            link if link.external else replace(link, target=names.get(link.target, link.target))
            for link in part.relationships
            if link.external or link.target not in gone
        ),
    )
