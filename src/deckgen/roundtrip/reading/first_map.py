"""The map in its first form, an element for each shape, text and paragraph: until November 2026."""

from collections.abc import Mapping

from deckgen.deck.box import Box
from deckgen.deck.deck_map import MappedBox, MappedParagraph, MappedSlide, MappedText
from deckgen.opc.xml_parser import Element
from deckgen.roundtrip.reading.map_values import all_of, required_value, with_stretches

_LEVELS: Mapping[str, int] = {str(number): number for number in range(9)}
"""Those that paragraphs have (`lvl`)."""


def first_slides(element: Element) -> tuple[MappedSlide, ...]:
    """Return the slides of a `map` element; raise ValueError or LookupError if it is damaged."""
    return tuple(map(_slide, all_of(element, "slide")))


def _slide(slide: Element) -> MappedSlide:
    texts, boxes = list[MappedText](), list[MappedBox]()
    for shape in all_of(slide, "shape"):
        number, place = int(required_value(shape, "id")), required_value(shape, "place")
        x, y, cx, cy = map(int, required_value(shape, "box").split())
        boxes.append(MappedBox(number, place, Box(x, y, cx, cy), shape.get("media", "")))
        own = _paragraphs(shape)
        texts += [MappedText(place, number, own)] if own else []
        texts += [_text(text, number) for text in all_of(shape, "text")]
    texts += [_text(text, 0) for text in all_of(slide, "text")]
    return MappedSlide(
        id=required_value(slide, "id"),
        number=int(required_value(slide, "number")),
        layout=required_value(slide, "layout"),
        texts=tuple(texts),
        boxes=tuple(boxes),
        is_hidden="hidden" in slide.attrib,
        included=slide.get("included", ""),
    )


def _text(text: Element, shape: int) -> MappedText:
    return MappedText(required_value(text, "place"), shape, _paragraphs(text))


def _paragraphs(element: Element) -> tuple[MappedParagraph, ...]:
    return tuple(map(_paragraph, all_of(element, "p")))


def _paragraph(element: Element) -> MappedParagraph:
    paragraph = MappedParagraph(
        (element.text or "").replace("\n", "\v"),
        _LEVELS[element.get("level", "0")],
        is_generated="generated" in element.attrib,
    )
    stretches = [*element.get("formulas", "").split(), *element.get("marks", "").split()]
    return with_stretches(paragraph, stretches)
