"""The slides of a deck in their order, and a deck with only some of them."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from deckgen.opc.zip_reader import DAMAGE_ERRORS, ZipEntries, open_entries
from deckgen.opc.zip_writer import zip_files
from deckgen.render.renderer import RenderingError
from deckgen.support.diagnostics import Diagnostics

_SLIDES = "/ppt/slides"
_PRESENTATION = "/ppt/presentation.xml"
_RELATIONSHIPS = "/ppt/_rels/presentation.xml.rels"
_HIDDEN = re.compile(rb"<(?:\w+:)?sld\s[^<>]*\bshow=[\"'](?:0|false)[\"']")
_FIRST = re.compile(rb"<p:presentation\s[^<>]*\bfirstSlideNum=[\"'](\d+)")
_NUMBER_FIELD = re.compile(
    r"""<a:fld\s[^<>]*\btype=["']slidenum["'][^<>]*>"""
    r"""(<a:rPr\b[^<>]*(?:(?<=/)>|(?<!/)>(?:[^<]|<(?!/a:rPr>))*</a:rPr>))?"""
    r"""(?:<a:pPr\b[^<>]*(?:(?<=/)>|(?<!/)>(?:[^<]|<(?!/a:pPr>))*</a:pPr>))?"""
    r"""<a:t>[^<]*</a:t></a:fld>"""
)
"""No part looks beyond the next closing tag, so the time is linear in the text."""
_TARGET = re.compile(r"""((?:Target|PartName)=["'](?:[^"':]*/)?)([^"'/:]+)(?=["'#])""")
"""Only within the package: an address with a scheme has a colon before the name."""
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
    return _slides(open_deck_package(deck))


def main_language(slides: tuple[DeckSlide, ...]) -> str:
    """Return the language of most runs, as a BCP 47 tag; empty if no run has one."""
    counted = Counter(lang for slide in slides for lang in slide.langs)
    return next((lang for lang, _ in counted.most_common(1)), "")


def with_slides(deck: bytes, numbers: Sequence[int]) -> bytes:
    """Return a .pptx with only these slides, from 1 and in rising order.

    The slides become the parts slide1.xml, slide2.xml … in their order, as PowerPoint saves them:
    LibreOffice takes the number in a part's name for the number of the slide, and follows links by
    it. Links to slides that are left out are removed; the numbers on the slides are those of the
    whole deck.

    Raises RenderingError (not-a-deck).
    """
    entries = open_deck_package(deck)
    slides = _slides(entries)
    kept = {slides[number - 1].part: number for number in numbers}
    removed = [slide.part for slide in slides if slide.part not in kept]
    names = {_last(part): f"slide{at}.xml" for at, part in enumerate([*kept, *removed], 1)}
    others = {_last(name) for name in entries.infos if name.startswith("/ppt/slides/")} - {*names}
    if others & {*names.values()} or any(_folder(slide.part) != _SLIDES for slide in slides):
        names = {}  # neither deckgen nor PowerPoint wrote the deck
    try:
        contents = {name: entries.unpacked(name) for name in entries.infos}
        if removed:
            contents |= _without(contents, kept, {*removed})
    except (*DAMAGE_ERRORS, KeyError, UnicodeDecodeError) as broken:
        raise not_a_deck() from broken
    return zip_files(_renamed(name, data, names) for name, data in contents.items())


def _without(
    contents: Mapping[str, bytes], kept: Mapping[str, int], gone: AbstractSet[str]
) -> dict[str, bytes]:
    """Return the parts that change when slides are left out."""
    left = _ids_to(gone, _PRESENTATION, contents)
    listed = _without_elements("sldId", left, contents[_PRESENTATION].decode())
    changed = {_PRESENTATION: listed.encode()}
    first = _FIRST.search(contents[_PRESENTATION])
    before_first = int(first[1]) - 1 if first else 0
    for part, number in kept.items():
        text = contents[part].decode()
        text = _NUMBER_FIELD.sub(rf"<a:r>\1<a:t>{number + before_first}</a:t></a:r>", text)
        if ids := _ids_to(gone, part, contents):
            text = _without_elements("hlink(?:Click|Hover|MouseOver)", ids, text)
        changed[part] = text.encode()
    return changed


def _ids_to(targets: AbstractSet[str], part: str, contents: Mapping[str, bytes]) -> set[str]:
    """Return the ids of a part's relationships to other parts."""
    from deckgen.opc.parsed_package import parse_relationships, relationships_part_name
    from deckgen.opc.xml_parser import UnreadableXMLError, parse_xml

    name = relationships_part_name(part)
    try:
        relationships = (
            parse_relationships(parse_xml(contents[name]), name) if name in contents else ()
        )
    except UnreadableXMLError as broken:
        raise not_a_deck() from broken
    return {each.id for each in relationships if each.target in targets and not each.external}


def _without_elements(name: str, ids: AbstractSet[str], text: str) -> str:
    """Return XML without the elements of a name that have one of these relationship ids."""
    element = re.compile(
        rf"""<(\w+:{name})\b[^<>]*?\s\w+:id=["']([^"'<>]*)["'][^<>]*(?:(?<=/)>|(?<!/)>.*?</\1>)""",
        re.DOTALL,
    )
    return element.sub(lambda match: "" if match[2] in ids else match[0], text)


def _renamed(name: str, data: bytes, names: Mapping[str, str]) -> tuple[str, bytes]:
    """Return an entry of the package with the new names of the slide parts."""
    folder, last = _folder(name), _last(name)
    slide, relationships = last.removesuffix(".rels"), last.endswith(".rels")
    if folder in {_SLIDES, f"{_SLIDES}/_rels"} and slide in names:
        name = f"{folder}/{names[slide]}{'.rels' if relationships else ''}"
    if relationships or name == "/[Content_Types].xml":
        text = data.decode("utf-8", errors="surrogateescape")
        text = _TARGET.sub(lambda match: match[1] + names.get(match[2], match[2]), text)
        data = text.encode("utf-8", errors="surrogateescape")
    return name.lstrip("/"), data


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
    from deckgen.opc.xml_parser import TooMuchXMLError, XMLBudget

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


def _slides(entries: ZipEntries) -> tuple[DeckSlide, ...]:
    from deckgen.opc.parsed_package import parse_relationships
    from deckgen.opc.xml_parser import UnreadableXMLError, parse_xml, q

    try:
        presentation = parse_xml(entries.unpacked(_PRESENTATION))
        relationships = parse_relationships(
            parse_xml(entries.unpacked(_RELATIONSHIPS)), _RELATIONSHIPS
        )
        parts = {each.id: each.target for each in relationships}
        listed = [each.get(q("r:id"), "") for each in presentation.iter(q("p:sldId"))]
        names = [parts[each] for each in listed]
        return tuple(_slide(name, entries.unpacked(name)) for name in names)
    except (*DAMAGE_ERRORS, KeyError, UnreadableXMLError) as broken:
        raise not_a_deck() from broken


def _slide(name: str, data: bytes) -> DeckSlide:
    langs = tuple(lang.decode() for lang in _LANGUAGE.findall(data))
    return DeckSlide(name, bool(_HIDDEN.search(data)), langs)


def _folder(name: str) -> str:
    return name.rpartition("/")[0]


def _last(name: str) -> str:
    return name.rpartition("/")[2]


def not_a_deck() -> RenderingError:
    """Return the error for a file that is no deck, or a broken one."""
    return RenderingError(
        "not-a-deck",
        "The deck is no PowerPoint file that can be read.",
        "Open it in PowerPoint and save it again as .pptx.",
    )
