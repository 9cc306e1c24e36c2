"""The map that stands in a deck, or in a copy of it: the words that were written.

What `ooxml/map/map_element.py` writes is read here, also if another program wrote the part again.
A map may be forged or damaged: then there is none.
"""

import re
from collections.abc import Iterator

from deckgen.deck.box import Box
from deckgen.deck.deck_map import (
    DeckMap,
    DeckOrigin,
    MappedBox,
    MappedParagraph,
    MappedSlide,
    MappedText,
    counted_places,
)
from deckgen.deck.slide import lasting_slide_number
from deckgen.ooxml.map.map_element import GENERATED_LEVELS, LEVELS, VERSION
from deckgen.opc.parsed_package import ParsedPackage
from deckgen.opc.xml_parser import Element, UnreadableXMLError, parse_xml
from deckgen.roundtrip.reading.first_map import first_slides
from deckgen.roundtrip.reading.map_values import all_of, required_value, with_stretches
from deckgen.roundtrip.reading.sound_places import has_sound_places
from deckgen.seal.deck_seal import NAMESPACE

_PARAGRAPH = re.compile(r"([^+])(\+*)")
_LETTERS = {letter: (level, False) for level, letter in enumerate(LEVELS)} | {
    letter: (level, True) for level, letter in enumerate(GENERATED_LEVELS)
}
"""Level, and whether the words are generated, by the letter of a paragraph."""


def map_of_package(package: ParsedPackage) -> DeckMap | None:
    """Return the map of a deck; None if it has none that can be read."""
    for part in package.parts.values():
        if part.root is not None and part.root.tag == f"{{{NAMESPACE}}}build":
            return read_map(part.root)
    return None


def map_of_part(part: bytes) -> DeckMap | None:
    """Return the map in the part of a deck, or in a copy of it; None if it cannot be read."""
    try:
        return read_map(parse_xml(part))
    except UnreadableXMLError:
        return None


def read_map(build: Element) -> DeckMap | None:
    """Return the map in the root element of a seal's part; None if there is none to be read."""
    element = next(all_of(build, "map"), None)
    if element is None:
        return None
    try:
        slides = _slides(element)
        are_distinct = len({slide.id for slide in slides}) == len(slides)
        is_sound = are_distinct and all(map(has_sound_places, slides))
        return DeckMap(slides, _origin(element)) if is_sound else None
    except (LookupError, ValueError):
        return None


def _slides(element: Element) -> tuple[MappedSlide, ...]:
    """Return the slides; raise ValueError if a later deckgen wrote them in a form of its own."""
    match element.get("version"):
        case None:
            return first_slides(element)
        case version if version == VERSION:
            boxes: dict[str, Box] = {}
            return tuple([_slide(slide, boxes) for slide in all_of(element, "slide")])
        case version:
            raise ValueError(version)


def _origin(element: Element) -> DeckOrigin:
    return DeckOrigin(
        outline=_file_name(element.get("outline", "")),
        town=element.get("town", ""),
        table=_file_name(element.get("table", "")),
        tags=tuple(tag.text or "" for tag in all_of(element, "tag")),
        variables=tuple(
            (required_value(each, "name"), each.text or "") for each in all_of(element, "variable")
        ),
        style=element.get("style", ""),
    )


def _file_name(name: str) -> str:
    """Return a name without a folder; raise ValueError for one that leads elsewhere."""
    if set(name) & set("/\\:\0") or name in {".", ".."}:
        raise ValueError(name)
    return name


def _slide(slide: Element, known: dict[str, Box]) -> MappedSlide:
    """Return a slide; `known` has the last box of each place, and is brought up to date."""
    texts, boxes = list[MappedText](), list[MappedBox]()
    lines = iter(slide.text.split("\n") if slide.text else ())
    for line in lines:
        head, colon, letters = line.partition(":")
        head, _, media = head.partition("#")
        place, _, box = head.partition("@")
        if box:
            x, y, cx, cy = map(int, box.split())
            known[place] = Box(x, y, cx, cy)
        if place in known:
            boxes.append(MappedBox(len(boxes) + 2, place, known[place], media))
        if colon:
            shape = 0 if place == "notes" else len(boxes) + 1
            texts += _texts(place, shape, letters, lines)
    id_ = required_value(slide, "id")
    return MappedSlide(
        id=id_,
        number=int(slide.get("number", lasting_slide_number(id_))),
        layout=required_value(slide, "layout"),
        texts=tuple(texts),
        boxes=tuple(boxes),
        is_hidden="hidden" in slide.attrib,
        included=slide.get("included", ""),
    )


def _texts(first: str, shape: int, letters: str, lines: Iterator[str]) -> Iterator[MappedText]:
    """Yield the texts whose places count upwards; their paragraphs are the next lines."""
    letters, *stretches = letters.split()
    of_line: dict[str, list[str]] = {}
    for line, _, stretch in (each.partition("/") for each in stretches):
        of_line.setdefault(line, []).append(stretch)
    texts, at = letters.split(","), 1
    for place, own in zip(counted_places(first, len(texts)), texts, strict=True):
        paragraphs = []
        for letter, breaks in _PARAGRAPH.findall(own):
            level, is_generated = _LETTERS[letter]
            words = "\v".join([_next(lines) for _ in range(1 + len(breaks))])
            paragraph = MappedParagraph(words, level, is_generated=is_generated)
            paragraphs.append(with_stretches(paragraph, of_line.get(str(at), ())))
            at += 1 + len(breaks)
        yield MappedText(place, shape, tuple(paragraphs))


def _next(lines: Iterator[str]) -> str:
    for line in lines:
        return line
    raise ValueError("the words of a paragraph are missing")
