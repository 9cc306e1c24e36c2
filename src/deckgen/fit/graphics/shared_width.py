"""The width that a graphic and the text beside it share, in columns of the page."""

from deckgen.deck.box import Box
from deckgen.deck.layout import EMU_PER_POINT, Placeholder
from deckgen.deck.slide import PlaceholderRole, Slide, with_text
from deckgen.deck.text_body import TextBody
from deckgen.fit.placement_context import PlacementContext
from deckgen.fit.text.text_height import block_fits, breaks_words, measured_paragraphs, text_frame

_COLUMNS = 12
COLUMNS_OF_GRAPHICS = (8, 7)
"""Columns that a graphic takes beside text which leaves them."""
_LARGER = 6
"""Points by which a text may be larger than its own size beside such a graphic."""


def shared_width(area: Box, other: Box) -> tuple[int, int, int]:
    """Return the left edge of two boxes beside each other, the width of both, and their gap."""
    left = min(area.x, other.x)
    total = max(area.right, other.right) - left
    return left, total, total - area.cx - other.cx


def columns_wide(columns: int, total: int, gutter: int) -> int:
    """Return the EMU of some of the twelve columns of a width."""
    return round((total + gutter) * columns / _COLUMNS) - gutter


def divided(area: Box, other: Box, columns: int) -> tuple[Box, Box]:
    """Return two boxes beside each other, the first of them as wide as some of their columns."""
    left, total, gutter = shared_width(area, other)
    cx = columns_wide(columns, total, gutter)
    rest = total - gutter - cx
    if area.x > other.x:
        return area._replace(x=left + rest + gutter, cx=cx), other._replace(x=left, cx=rest)
    return area._replace(x=left, cx=cx), other._replace(x=left + cx + gutter, cx=rest)


def beside_short_lines(
    content: TextBody, area: Box, text: Placeholder, context: PlacementContext
) -> tuple[Box, Box] | None:
    """Return a wider area for a graphic, and the narrower box of its text, on columns of the page.

    None if the text, somewhat larger than its own size, would have another line there.
    """
    frame = text_frame(text, context.minimum_size, context.fonts)
    block = measured_paragraphs(content.paragraphs, frame, context.fonts)
    larger = [size + _LARGER for size in frame.size_steps[0]]
    lacking = [text.width * larger[level] - free for _, level, text, _, free, *_ in block]
    for columns in COLUMNS_OF_GRAPHICS:
        wider, box = divided(area, text.box, columns)
        if max(lacking) * EMU_PER_POINT <= box.cx - text.box.cx:
            return wider, box
    return None


def fits_at_own_size(content: TextBody, place: Placeholder, context: PlacementContext) -> bool:
    """Return whether a text fits in a placeholder at the size of the layout, no word broken."""
    frame = text_frame(place, context.minimum_size, context.fonts)
    block = measured_paragraphs(content.paragraphs, frame, context.fonts)
    sizes = frame.size_steps[0]
    return block_fits(block, sizes, frame) and not breaks_words(block, sizes)


def with_box(slide: Slide, role: PlaceholderRole, box: Box) -> Slide:
    """Return a slide whose text of a role stands in a box."""
    return with_text(slide, role, lambda text: text._replace(box=box))
