"""The map that stands in a deck, or in a copy of it: the words that were written.

What `ooxml/map_element.py` writes is read here, also if another program wrote the part again. A map
may be forged or damaged: then there is none.
"""

from collections.abc import Iterator, Sequence
from typing import get_args

from deckgen.deck.box import Box
from deckgen.deck.deck_map import (
    DeckMap,
    DeckOrigin,
    MappedBox,
    MappedParagraph,
    MappedSlide,
    MappedText,
    Mark,
)
from deckgen.opc.parsed_package import ParsedPackage
from deckgen.opc.xml_parser import Element, UnreadableXMLError, parse_xml
from deckgen.seal.deck_seal import NAMESPACE

_PREFIX = f"{{{NAMESPACE}}}"
_MARKS: dict[str, Mark] = {mark: mark for mark in get_args(Mark)}


def map_of_package(package: ParsedPackage) -> DeckMap | None:
    """Return the map of a deck; None if it has none that can be read."""
    for part in package.parts.values():
        if part.root is not None and part.root.tag == f"{_PREFIX}build":
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
    element = build.find(f"{_PREFIX}map")
    if element is None:
        return None
    try:
        slides = tuple(map(_slide, _all(element, "slide")))
        return DeckMap(slides, _origin(element)) if _are_distinct(slides) else None
    except (LookupError, ValueError):
        return None


def _are_distinct(slides: Sequence[MappedSlide]) -> bool:
    return len({slide.id for slide in slides}) == len(slides)


def _all(element: Element, name: str) -> Iterator[Element]:
    return element.iterchildren(f"{_PREFIX}{name}")


def _origin(element: Element) -> DeckOrigin:
    return DeckOrigin(
        outline=_file_name(element.get("outline", "")),
        town=element.get("town", ""),
        table=_file_name(element.get("table", "")),
        tags=tuple(tag.text or "" for tag in _all(element, "tag")),
        variables=tuple(
            (_value(each, "name"), each.text or "") for each in _all(element, "variable")
        ),
        style=element.get("style", ""),
    )


def _file_name(name: str) -> str:
    """Return a name without a folder; raise ValueError for one that leads elsewhere."""
    if set(name) & set("/\\:\0") or name in {".", ".."}:
        raise ValueError(name)
    return name


def _slide(slide: Element) -> MappedSlide:
    texts, boxes = list[MappedText](), list[MappedBox]()
    for shape in _all(slide, "shape"):
        number, place = int(_value(shape, "id")), _value(shape, "place")
        x, y, cx, cy = map(int, _value(shape, "box").split())
        boxes.append(MappedBox(number, place, Box(x, y, cx, cy), shape.get("media", "")))
        own = _paragraphs(shape)
        texts += [MappedText(place, number, own)] if own else []
        texts += [_text(text, number) for text in _all(shape, "text")]
    texts += [_text(text, 0) for text in _all(slide, "text")]
    return MappedSlide(
        id=_value(slide, "id"),
        number=int(_value(slide, "number")),
        layout=_value(slide, "layout"),
        texts=tuple(texts),
        boxes=tuple(boxes),
        is_hidden="hidden" in slide.attrib,
        included=slide.get("included", ""),
    )


def _text(text: Element, shape: int) -> MappedText:
    return MappedText(_value(text, "place"), shape, _paragraphs(text))


def _paragraphs(element: Element) -> tuple[MappedParagraph, ...]:
    return tuple(map(_paragraph, _all(element, "p")))


def _value(element: Element, name: str) -> str:
    """Return an attribute; raise ValueError if it is missing."""
    value = element.get(name)
    if value is None:
        raise ValueError(name)
    return value


def _paragraph(paragraph: Element) -> MappedParagraph:
    words = (paragraph.text or "").replace("\n", "\v")
    formulas = [_stretch(each, words) for each in paragraph.get("formulas", "").split()]
    return MappedParagraph(
        words,
        _level(paragraph.get("level", "0")),
        tuple((start, end) for start, end, _ in formulas),
        tuple(_mark(each, words) for each in paragraph.get("marks", "").split()),
        is_generated="generated" in paragraph.attrib,
    )


def _level(level: str) -> int:
    """Return a level; raise LookupError for one that no paragraph has (`lvl`, 0 to 8)."""
    return {str(number): number for number in range(9)}[level]


def _mark(stretch: str, words: str) -> tuple[int, int, Mark]:
    start, end, name = _stretch(stretch, words)
    return start, end, _MARKS[name]


def _stretch(stretch: str, words: str) -> tuple[int, int, str]:
    """Return start, end and format; raise ValueError for one outside the words."""
    first, last, *names = stretch.split("-")
    start, end = int(first), int(last)
    if not 0 <= start <= end <= len(words):
        raise ValueError(stretch)
    return start, end, "".join(names)
