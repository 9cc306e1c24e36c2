"""The map that stands in a deck, or in a copy of it: the words that were written.

`ooxml/map/map_element.py` writes the map; another program may have written the part again since.
A map that is forged, damaged or of another version counts as none.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import get_args

from deckgen.deck.box import Box
from deckgen.deck.deck_map import (
    DeckMap,
    FormatMark,
    MappedBox,
    MappedParagraph,
    MappedSlide,
    MappedText,
    counted_places,
)
from deckgen.deck.slide import DeckOrigin, lasting_slide_number
from deckgen.ooxml.map.map_element import GENERATED_LEVELS, LEVELS, VERSION
from deckgen.opc.parsed_package import ParsedPackage
from deckgen.opc.xml_parser import Element, UnreadableXMLError, parse_xml
from deckgen.seal.deck_seal import NAMESPACE
from deckgen.support.grouped_values import grouped

_PARAGRAPH = re.compile(r"([^+])(\+*)")
_LETTERS = {letter: (level, False) for level, letter in enumerate(LEVELS)} | {
    letter: (level, True) for level, letter in enumerate(GENERATED_LEVELS)
}
"""Level, and whether the words are generated, by the letter of a paragraph."""
_MARKS: dict[str, FormatMark] = {mark: mark for mark in get_args(FormatMark)}
_PLACE = re.compile(
    r"[a-z-]+|(?:alt|caption|picture|clip|link|table|chart|drawing) \d{1,6}"
    r"(?: (?:cell \d{1,6} \d{1,6}|value \d{1,6} \d{1,6}|(?:shape|category|series) \d{1,6}"
    r"|kind|unit|source))?",
    re.ASCII,
)
_COUNTED = re.compile(r"(.+ (?:cell|value|category|series)) (\d+)(?: (\d+))?")
_MOST_NUMBERS = 100_000
"""The most numbers and gaps that a chart may have (docs/performance.md)."""


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
    """Return the map in the root element of a seal's part; None if it cannot be read."""
    element = next(_all_of(build, "map"), None)
    if element is None:
        return None
    try:
        slides = _slides(element)
        are_distinct = len({slide.id for slide in slides}) == len(slides)
        is_sound = are_distinct and all(map(has_sound_places, slides))
        return DeckMap(slides, _origin(element), _parts(build)) if is_sound else None
    except (LookupError, ValueError):
        return None


def _parts(build: Element) -> frozenset[str]:
    """Return the checksums of the parts that were written beside a map; none of old decks."""
    sums = "".join([each.text or "" for each in _all_of(build, "parts")])
    return frozenset(sums[at : at + 8] for at in range(0, len(sums), 8))


def _slides(element: Element) -> tuple[MappedSlide, ...]:
    """Return the slides; raise ValueError if another version of deckgen wrote them in its form."""
    version = element.get("version")
    if version != VERSION:
        raise ValueError(version)
    boxes: dict[str, Box] = {}
    return tuple([_slide(slide, boxes) for slide in _all_of(element, "slide")])


def _origin(element: Element) -> DeckOrigin:
    return DeckOrigin(
        outline=_file_name(element.get("outline", "")),
        town=element.get("town", ""),
        table=_file_name(element.get("table", "")),
        tags=tuple(tag.text or "" for tag in _all_of(element, "tag")),
        variables=tuple(
            (_required(each, "name"), each.text or "") for each in _all_of(element, "variable")
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
    id_ = _required(slide, "id")
    return MappedSlide(
        id=id_,
        number=int(slide.get("number", lasting_slide_number(id_))),
        layout=_required(slide, "layout"),
        texts=tuple(texts),
        boxes=tuple(boxes),
        is_hidden="hidden" in slide.attrib,
        included=slide.get("included", ""),
        links=tuple(slide.get("links", "").split()),
        section=slide.get("section", ""),
        transition=slide.get("transition", "none"),
    )


def _texts(first: str, shape: int, letters: str, lines: Iterator[str]) -> Iterator[MappedText]:
    """Yield the texts whose places count upwards; their paragraphs are the next lines."""
    letters, *stretches = letters.split()
    of_line = grouped((line, own) for line, _, own in (each.partition("/") for each in stretches))
    texts, at = letters.split(","), 1
    for place, own in zip(counted_places(first, len(texts)), texts, strict=True):
        paragraphs = []
        for letter, breaks in _PARAGRAPH.findall(own):
            level, is_generated = _LETTERS[letter]
            words = list(islice(lines, 1 + len(breaks)))
            if len(words) <= len(breaks):
                raise ValueError("the words of a paragraph are missing")
            paragraph = MappedParagraph("\v".join(words), level, is_generated=is_generated)
            paragraphs.append(_with_stretches(paragraph, of_line.get(str(at), ())))
            at += 1 + len(breaks)
        yield MappedText(place, shape, tuple(paragraphs))


def _all_of(element: Element, name: str) -> Iterator[Element]:
    """Yield the children of a name in the namespace of the map."""
    return element.iterchildren(f"{{{NAMESPACE}}}{name}")


def _required(element: Element, name: str) -> str:
    """Return an attribute; raise ValueError if it is missing."""
    value = element.get(name)
    if value is None:
        raise ValueError(name)
    return value


def _with_stretches(paragraph: MappedParagraph, stretches: Iterable[str]) -> MappedParagraph:
    """Return a paragraph with its formulas (`start-end`) and its formats (`start-end-format`).

    Raises ValueError or LookupError for a stretch outside the words, or an unknown format.
    """
    formulas, marks = list[tuple[int, int]](), list[tuple[int, int, FormatMark]]()
    for stretch in stretches:
        first, last, *names = stretch.split("-")
        start, end = int(first), int(last)
        if not 0 <= start <= end <= len(paragraph.words):
            raise ValueError(stretch)
        if names:
            marks.append((start, end, _MARKS["-".join(names)]))
        else:
            formulas.append((start, end))
    return paragraph._replace(formulas=tuple(formulas), marks=tuple(marks))


def has_sound_places(slide: MappedSlide) -> bool:
    """Return whether the texts and boxes of a slide stand at places that `map_slides` gives.

    Cells fill their table; the values of a chart belong to its series and categories.
    """
    places = [text.place for text in slide.texts]
    if not all(map(_PLACE.fullmatch, (*places, *(box.place for box in slide.boxes)))):
        return False
    counted = defaultdict[str, set[tuple[int, int]]](set)
    for match in filter(None, map(_COUNTED.fullmatch, places)):
        counted[match[1]].add((int(match[2]), int(match[3] or 1)))
    return all(
        _is_whole(numbers)
        if not place.endswith(" value")
        else _are_in_chart(numbers, counted, place.removesuffix("value"))
        for place, numbers in tuple(counted.items())
    )


def _is_whole(numbers: set[tuple[int, int]]) -> bool:
    """Return whether the numbers are all from 1 to the last: of rows and columns, or of one."""
    rows, columns = (max(number[side] for number in numbers) for side in (0, 1))
    least = min(min(number) for number in numbers)
    return least == 1 and len(numbers) == rows * columns


def _are_in_chart(
    values: set[tuple[int, int]], counted: dict[str, set[tuple[int, int]]], chart: str
) -> bool:
    series, categories = (len(counted.get(f"{chart}{each}", ())) for each in ("series", "category"))
    return series * categories <= _MOST_NUMBERS and all(
        1 <= number <= series and 1 <= category <= categories for number, category in values
    )
