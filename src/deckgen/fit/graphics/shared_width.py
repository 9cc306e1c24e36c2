"""The page that a graphic and the text beside it share, in columns of the page or in rows."""

from math import ceil, inf

from deckgen.deck.box import Box
from deckgen.deck.layout import EMU_PER_INCH, EMU_PER_POINT, Placeholder
from deckgen.deck.slide import PlaceholderRole, Slide, with_text
from deckgen.deck.text_body import TextBody
from deckgen.fit.placement_context import PlacementContext
from deckgen.fit.text.text_height import (
    block_extent,
    block_fits,
    breaks_words,
    measured_paragraphs,
    text_frame,
)

_COLUMNS = 12
COLUMNS_OF_GRAPHICS = (8, 7)
"""Columns that a graphic may take beside text, the most first."""
_LEAST_TEXT = round(1.8 * EMU_PER_INCH)
"""EMU that a text beside a wider graphic keeps at least: else each word has a line of its own."""
_LARGER = 6
"""Points by which a text may be larger than its own size beside such a graphic."""
GAP = round(0.3 * EMU_PER_INCH)
"""EMU between a text and the graphic below or above it."""


def shared_width(area: Box, other: Box) -> tuple[int, int, int]:
    """Return the left edge of two boxes beside each other, their width in all, and their gap."""
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


def fits_at_own_size(
    content: TextBody,
    place: Placeholder,
    context: PlacementContext,
    most_lines: float = inf,
    smaller: int = 0,
) -> bool:
    """Return whether a text fits in a placeholder at the size of the layout, no word broken.

    No paragraph may have more than `most_lines`. The text may be some steps `smaller`.
    """
    frame = text_frame(place, context.minimum_size, context.fonts)
    block = measured_paragraphs(content.paragraphs, frame, context.fonts)
    sizes = frame.size_steps[: smaller + 1][-1]
    if not block_fits(block, sizes, frame) or breaks_words(block, sizes):
        return False
    return all(block_extent((part,), sizes).lines <= most_lines for part in block)


def text_fits(
    slide: Slide, role: PlaceholderRole, context: PlacementContext, most_lines: float = inf
) -> bool:
    """Return whether the text of a role, if there is one, fits in its own box or its layout's."""
    content, text = slide.text(role), context.layout.placeholder(role)
    if content is None or text is None:
        return content is None
    place = text._replace(box=content.box or text.box)
    return fits_at_own_size(content, place, context, most_lines)


def with_box(slide: Slide, role: PlaceholderRole, box: Box) -> Slide:
    """Return a slide whose text of a role stands in a box."""
    return with_text(slide, role, lambda text: text._replace(box=box))


def divided_page(
    slide: Slide,
    beside: PlaceholderRole,
    area: Box,
    columns: int,
    context: PlacementContext,
    smaller: int = 0,
) -> tuple[Box, Box] | None:
    """Return the box of a graphic, some of twelve columns wide, and that of the text beside it.

    `area` is where the graphic stands otherwise, `beside` the role of the text. None if there is no
    text, or it is narrow there, or has no room in whole words, some steps `smaller` at most.
    """
    content, text = slide.text(beside), context.layout.placeholder(beside)
    if content is None or text is None:
        return None
    wider, box = divided(area, text.box, columns)
    fits = fits_at_own_size(content, text._replace(box=box), context, smaller=smaller)
    return (wider, box) if fits and box.cx >= _LEAST_TEXT else None


def page_in_rows(
    slide: Slide, role: PlaceholderRole, beside: PlaceholderRole, context: PlacementContext
) -> tuple[Box, Box] | None:
    """Return the box of a graphic for `role` across the page, and that of its text.

    The text, at its own size, stands first or last, as it is read. None without text or room.
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
    across = area._replace(x=left, cx=total, cy=area.cy - taken - GAP)
    if across.cy <= 0:
        return None
    if role == "body":
        return across, whole._replace(y=across.bottom + GAP, cy=taken)
    return across._replace(y=area.y + taken + GAP), whole._replace(cy=taken)
