"""A page that a graphic and its text share unequally: in columns of the page, or in rows."""

from math import ceil

from deckgen.deck.box import Box
from deckgen.deck.layout import EMU_PER_INCH, EMU_PER_POINT
from deckgen.deck.slide import PlaceholderRole, Slide
from deckgen.fit.graphics.shared_width import divided, fits_at_own_size, shared_width
from deckgen.fit.placement_context import PlacementContext
from deckgen.fit.text.text_height import block_extent, measured_paragraphs, text_frame

CHART_COLUMNS = (7, 8)
"""Of the twelve that a chart and its text share, those that it may take."""
_GAP = round(0.3 * EMU_PER_INCH)
"""EMU between a text and the graphic below or above it."""


def divided_page(
    slide: Slide, beside: PlaceholderRole, area: Box, columns: int, context: PlacementContext
) -> tuple[Box, Box] | None:
    """Return the box of a graphic, some of twelve columns wide, and that of the text beside it.

    `area` is where the graphic stands otherwise, `beside` the role of the text. None if there is no
    text, or it does not fit there in whole words at its own size.
    """
    content, text = slide.text(beside), context.layout.placeholder(beside)
    if content is None or text is None:
        return None
    wider, box = divided(area, text.box, columns)
    return (wider, box) if fits_at_own_size(content, text._replace(box=box), context) else None


def page_in_rows(
    slide: Slide, role: PlaceholderRole, beside: PlaceholderRole, context: PlacementContext
) -> tuple[Box, Box] | None:
    """Return the box of a graphic for `role` across the page, and that of its text.

    The text, at its own size, stands first or last, as it is read. None without a text, or without
    room for the graphic.
    """
    content, text = slide.text(beside), context.layout.placeholder(beside)
    if content is None or text is None:
        return None
    area = context.layout.graphic_box(role)
    left, total, _ = shared_width(area, text.box)
    whole = text.box._replace(x=left, cx=total)
    frame = text_frame(text._replace(box=whole), context.minimum_size, context.fonts)
    block = measured_paragraphs(content.paragraphs, frame, context.fonts)
    extent = block_extent(block, frame.size_steps[0])
    taken = ceil(extent.height * EMU_PER_POINT) + text.insets.top + text.insets.bottom
    across = area._replace(x=left, cx=total, cy=area.cy - taken - _GAP)
    if across.cy <= 0:
        return None
    if role == "body":
        return across, whole._replace(y=across.bottom + _GAP, cy=taken)
    return across._replace(y=area.y + taken + _GAP), whole._replace(cy=taken)
