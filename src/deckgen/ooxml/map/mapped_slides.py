"""The map of a deck as values: what its map as XML says, with the spans of the outline."""

from collections.abc import Iterable, Iterator
from itertools import chain

from deckgen.brand.brand import Brand
from deckgen.deck.deck_map import (
    MappedBox,
    MappedParagraph,
    MappedSlide,
    MappedText,
    counted_places,
)
from deckgen.deck.slide import Slide
from deckgen.deck.text_body import Paragraph, TextBody
from deckgen.ooxml.map.mapped_shapes import (
    CountedTexts,
    MappedLayouts,
    included_words,
    linked_addresses,
    mapped_shapes,
    shown_words,
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
            own: CountedTexts = (shape.place, (shape.body,) if shape.body else ())
            for first, bodies in (own, *shape.texts):
                places = counted_places(first, len(bodies)) if bodies else []
                for place, body in zip(places, bodies, strict=True):
                    texts.append(_text(place, shape_id, body))
                    links += chain.from_iterable(map(linked_addresses, body.paragraphs))
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


def _text(place: str, shape_id: int, body: TextBody) -> MappedText:
    return MappedText(place, shape_id, tuple(map(_paragraph, body.paragraphs)))


def _paragraph(paragraph: Paragraph) -> MappedParagraph:
    words, formulas, marks = shown_words(paragraph.runs)
    level, span = paragraph.level, paragraph.span
    return MappedParagraph(words, level, tuple(formulas), tuple(marks), span is None, span)
