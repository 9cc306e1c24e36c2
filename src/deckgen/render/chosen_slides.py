"""A deck with only some of its slides, for LibreOffice: docs/facts/libreoffice.md."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from deckgen.ooxml_rules.attributes import LINK_TAGS, parse_integer
from deckgen.opc.parsed_package import ParsedPackage, ParsedPart
from deckgen.opc.reachable_parts import MAIN_PART
from deckgen.opc.xml_parser import Element, q
from deckgen.render.deck_slides import DeckSlide, deck_slide, not_a_deck

_FOLDER = "/ppt/slides/"
_FIELD = q("a:fld")


def package_slides(package: ParsedPackage) -> tuple[DeckSlide, ...]:
    """Return the slides of a package in the order in which they are shown.

    Raises RenderingError (not-a-deck).
    """
    main = package.parts[MAIN_PART]
    parts = [package.linked_part(main, entry.get(q("r:id"))) for entry in _entries(main)]
    if None in parts:
        raise not_a_deck()
    return tuple(deck_slide(part.name, part.data) for part in parts if part)


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
    for field in _elements(slide, _FIELD):
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
