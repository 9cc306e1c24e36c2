"""The map of a deck as the XML that stands in it: the content of the part with the seal.

`roundtrip/reading/read_map.py` reads it. Spans are left out: what others get says nothing of the
author's files but their names. What most texts have not is left out, too.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from deckgen.deck.deck_map import (
    DeckOrigin,
    MappedBox,
    MappedParagraph,
    MappedSlide,
    MappedText,
)
from deckgen.support.xml_text import escape


def map_element(slides: Iterable[MappedSlide], origin: DeckOrigin) -> str:
    """Return the `map` element, in the namespace of the part."""
    tags = [f"<tag>{escape(tag)}</tag>" for tag in origin.tags]
    variables = [
        f'<variable name="{escape(name)}">{escape(words)}</variable>'
        for name, words in origin.variables
    ]
    inside = "".join([*tags, *variables, *map(_slide, slides)])
    return f'<map xml:space="preserve"{_chosen(origin)}>{inside}</map>'


def _chosen(origin: DeckOrigin) -> str:
    names = (
        ("outline", origin.outline),
        ("town", origin.town),
        ("table", origin.table),
        ("style", origin.style),
    )
    return "".join([f' {name}="{escape(value)}"' for name, value in names if value])


def _slide(slide: MappedSlide) -> str:
    flags = (' hidden="1"' if slide.is_hidden else "") + (
        f' included="{slide.included}"' if slide.included else ""
    )
    texts: dict[int, list[MappedText]] = {}
    for text in slide.texts:
        texts.setdefault(text.shape, []).append(text)
    shapes = "".join([_shape(box, texts.pop(box.shape, ())) for box in slide.boxes])
    # Notes have no shape.
    rest = "".join([_text(text) for of_shape in texts.values() for text in of_shape])
    return (
        f'<slide id="{escape(slide.id)}" number="{slide.number}" layout="{escape(slide.layout)}"'
        f"{flags}>{shapes}{rest}</slide>"
    )


def _shape(mapped: MappedBox, texts: Sequence[MappedText]) -> str:
    """Return a shape: its text, if it has one; then those with places of their own."""
    place = mapped.place
    inside = "".join([_paragraphs(text) if text.place == place else _text(text) for text in texts])
    return f"{_head(mapped)}>{inside}</shape>" if inside else f"{_head(mapped)}/>"


@lru_cache(maxsize=1024)
def _head(mapped: MappedBox) -> str:
    """Return the tag of a shape but for its end; most shapes of a deck stand in a few places."""
    shape, place, box, media = mapped
    shown = f' media="{media}"' if media else ""
    return f'<shape id="{shape}" place="{place}" box="{box.x} {box.y} {box.cx} {box.cy}"{shown}'


def _text(text: MappedText) -> str:
    return f'<text place="{text.place}">{_paragraphs(text)}</text>'


def _paragraphs(text: MappedText) -> str:
    return "".join([_paragraph(paragraph) for paragraph in text.paragraphs])


def _paragraph(paragraph: MappedParagraph) -> str:
    words, level, formulas, marks, is_generated, _ = paragraph
    if not (level or formulas or marks or is_generated or "\v" in words):
        return f"<p>{escape(words)}</p>"
    # XML has no line tabulation; a line feed stands for it, and nothing else has one.
    text = escape(words.replace("\v", "\n") if "\v" in words else words)
    if not (level or formulas or marks or is_generated):
        return f"<p>{text}</p>"
    attributes = f' level="{level}"' if level else ""
    if formulas:
        attributes += f' formulas="{" ".join(f"{start}-{end}" for start, end in formulas)}"'
    if marks:
        stretches = " ".join(f"{start}-{end}-{mark}" for start, end, mark in marks)
        attributes += f' marks="{stretches}"'
    if is_generated:
        attributes += ' generated="1"'
    return f"<p{attributes}>{text}</p>"
