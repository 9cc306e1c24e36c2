"""Values that every form of the map has: attributes, and stretches of words."""

from collections.abc import Iterable, Iterator
from typing import get_args

from deckgen.deck.deck_map import FormatMark, MappedParagraph
from deckgen.opc.xml_parser import Element
from deckgen.seal.deck_seal import NAMESPACE

_MARKS: dict[str, FormatMark] = {mark: mark for mark in get_args(FormatMark)}


def all_of(element: Element, name: str) -> Iterator[Element]:
    """Yield the children of a name in the namespace of the map."""
    return element.iterchildren(f"{{{NAMESPACE}}}{name}")


def required_value(element: Element, name: str) -> str:
    """Return an attribute; raise ValueError if it is missing."""
    value = element.get(name)
    if value is None:
        raise ValueError(name)
    return value


def with_stretches(paragraph: MappedParagraph, stretches: Iterable[str]) -> MappedParagraph:
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
