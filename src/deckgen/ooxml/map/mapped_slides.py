"""The map of a deck's slides as values: their texts and boxes, with the spans of their words."""

from collections.abc import Iterable, Iterator

from deckgen.brand.brand import Brand
from deckgen.deck.deck_map import MappedBox, MappedSlide, MappedText, counted_places
from deckgen.deck.slide import Slide
from deckgen.deck.text_body import TextBody
from deckgen.ooxml.map.map_element import linked_addresses
from deckgen.ooxml.map.mapped_shapes import (
    CountedTexts,
    MappedLayouts,
    included_words,
    mapped_paragraph,
    mapped_shapes,
)


def map_slides(
    slides: Iterable[Slide], numbers: Iterable[int], brand: Brand
) -> Iterator[MappedSlide]:
    """Yield the map of slides that are ready to be written.

    `numbers` are those of `p:sldId@id`.
    """
    layouts = MappedLayouts(brand)
    for slide, number in zip(slides, numbers, strict=True):
        texts, boxes, layout = list[MappedText](), list[MappedBox](), layouts.of(slide)
        links = list[str]()
        for shape_id, shape in enumerate(mapped_shapes(slide, layout), 2):
            if shape.body:
                texts.append(_text(shape.place, shape_id, shape.body))
            texts += _texts(shape_id, shape.texts)
            bodies = [body for _, several in shape.texts for body in several]
            for body in [shape.body, *bodies] if shape.body else bodies:
                for paragraph in body.paragraphs:
                    links += linked_addresses(paragraph)
            if shape.box:
                boxes.append(MappedBox(shape_id, shape.place, shape.box, shape.media))
        if slide.notes:
            texts.append(_text("notes", 0, slide.notes))
        yield MappedSlide(
            slide.id,
            number,
            layout.name,
            tuple(texts),
            tuple(boxes),
            is_hidden=slide.hidden,
            included=included_words(slide),
            links=tuple(dict.fromkeys(links)),
            section=slide.section.title if slide.section else "",
            transition=slide.transition,
            span=slide.span,
            source=(slide.included.deck, slide.included.number) if slide.included else None,
        )


def _texts(shape_id: int, texts: Iterable[CountedTexts]) -> Iterator[MappedText]:
    for first, bodies in texts:
        for place, body in zip(counted_places(first, len(bodies)), bodies, strict=True):
            yield _text(place, shape_id, body)


def _text(place: str, shape_id: int, body: TextBody) -> MappedText:
    return MappedText(place, shape_id, tuple(map(mapped_paragraph, body.paragraphs)))
