"""Slides as they were read, for tests of what becomes of them."""

from deckgen.deck.box import Box
from deckgen.importing.marked_text import SourceParagraph, SourceRun
from deckgen.importing.powerpoint.reading.source_slide import SlideText, SourceShape, SourceSlide

NOWHERE = Box(0, 0, 0, 0)


def text_shape(
    *lines: str, placeholder: str = "", size: float = 18, box: Box = NOWHERE
) -> SourceShape:
    """Return a text without marks, all in one size."""
    paragraphs = tuple(SourceParagraph((SourceRun(line),)) for line in lines)
    return SourceShape(SlideText(paragraphs), box, placeholder, 0, size, size)


def source_slide(*shapes: SourceShape, layout: str = "", lang: str = "") -> SourceSlide:
    return SourceSlide(1, "a", layout, "", shapes, lang=lang)
