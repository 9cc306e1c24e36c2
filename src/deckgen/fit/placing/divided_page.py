"""A page that a graphic and its text share unequally, in columns of the page."""

from deckgen.deck.box import Box
from deckgen.deck.slide import PlaceholderRole, Slide
from deckgen.fit.graphics.shared_width import divided
from deckgen.fit.placement_context import PlacementContext
from deckgen.fit.text.text_height import (
    block_extent,
    breaks_words,
    frame_holds,
    measured_paragraphs,
    text_frame,
)


def divided_page(
    slide: Slide, beside: PlaceholderRole, area: Box, columns: int, context: PlacementContext
) -> tuple[Box, Box] | None:
    """Return the box of a graphic, some of twelve columns wide, and that of the text beside it.

    `area` is where the graphic stands else, `beside` the role of the text. None if the text does
    not fit there in whole words at its own size, or there is no text.
    """
    content, text = dict(slide.placeholders).get(beside), context.layout.placeholder(beside)
    if content is None or text is None:
        return None
    wider, box = divided(area, text.box, columns)
    frame = text_frame(text._replace(box=box), context.minimum_size, context.fonts)
    block = measured_paragraphs(content.paragraphs, frame, context.fonts)
    sizes = frame.size_steps[0]
    if not frame_holds(frame, block_extent(block, sizes)) or breaks_words(block, sizes):
        return None
    return wider, box
