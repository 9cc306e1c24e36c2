"""A map as readable text, for a golden."""

from collections.abc import Iterator

from deckgen.deck.deck_map import DeckMap, MappedParagraph, MappedSlide


def readable_map(deck_map: DeckMap) -> str:
    """Return a line for what chose the deck, for each slide, text and paragraph.

    Where shapes stand is left out: it changes with every style, and other tests look at it.
    """
    origin = ", ".join(f"{name}: {value}" for name, value in _said(deck_map))
    return "\n".join([origin, *(line for slide in deck_map.slides for line in _slide(slide)), ""])


def _said(deck_map: DeckMap) -> list[tuple[str, object]]:
    return [(name, value) for name, value in deck_map.origin._asdict().items() if value]


def _slide(slide: MappedSlide) -> Iterator[str]:
    flags = "".join(f" {{{name}}}" for name in ("is_hidden", "is_included") if getattr(slide, name))
    yield f"\n## {slide.id} {slide.number}, {slide.layout}{flags}"
    yield "; ".join(f"{box.shape} {box.place} {box.media}".rstrip() for box in slide.boxes)
    for text in slide.texts:
        yield f"{text.shape} {text.place}"
        yield from (_paragraph(paragraph) for paragraph in text.paragraphs)


def _paragraph(paragraph: MappedParagraph) -> str:
    marks = [f"{mark} {start}-{end}" for start, end, mark in paragraph.marks]
    marks += [f"formula {start}-{end}" for start, end in paragraph.formulas]
    marks += ["generated"] if paragraph.is_generated else []
    told = f" {{{', '.join(marks)}}}" if marks else ""
    return f"  {'  ' * paragraph.level}{paragraph.words!r}{told}"
