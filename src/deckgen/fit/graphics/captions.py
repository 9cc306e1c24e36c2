"""Captions: how small texts below pictures, tables and charts are set, and what room they take."""

from __future__ import annotations

from deckgen.deck.box import Box
from deckgen.deck.graphics.picture import Caption
from deckgen.deck.layout import EMU_PER_POINT, Layout, TextStyle
from deckgen.deck.slide import PlaceholderRole
from deckgen.deck.text_body import TextBody
from deckgen.fit.text.line_breaking import paragraph_lines, typeset
from deckgen.fonts.text_width import Fonts

CAPTION_SIZE = 14
"""Points: the size of what is no content, such as captions and sources."""
CAPTION_GAP = 73_152
"""EMU between a graphic and its caption, and around one that stands on a picture: 0.08 in."""
_COLORED_LIKE: tuple[PlaceholderRole, ...] = ("kicker", "body", "title")


def caption_style(layout: Layout) -> TextStyle:
    """Return how a caption is set: small, in the colour of the layout's quiet or else own text."""
    for role in _COLORED_LIKE:
        found = layout.placeholder(role)
        if found is not None and found.type != "pic":
            return TextStyle(CAPTION_SIZE, found.level_styles[0].color)
    return TextStyle(CAPTION_SIZE, "dk1")


def text_size(body: TextBody, style: TextStyle, width: int, fonts: Fonts) -> tuple[int, int]:
    """Return the EMU that a text takes when it is set within a width: its widest line, its height.

    One style sets all of its paragraphs.
    """
    widest = height = 0.0
    for paragraph in body.paragraphs:
        set_ = paragraph_lines(paragraph, style, style.size, width, fonts)
        leading = typeset(paragraph, style, fonts).line_height * style.line_spacing / 100
        widest = max(widest, *(line.width for line in set_), 0)
        height += len(set_) * leading * style.size
    return round(widest * EMU_PER_POINT), round(height * EMU_PER_POINT)


def caption_height(caption: Caption, width: int, style: TextStyle, fonts: Fonts) -> int:
    """Return the EMU that a caption takes below its graphic, the gap between them included."""
    return CAPTION_GAP + text_size(caption.body, style, width, fonts)[1]


def placed_caption(
    caption: Caption, box: Box, width: int, style: TextStyle, fonts: Fonts
) -> Caption:
    """Return a caption that stands below a graphic's box, `width` EMU wide."""
    height = caption_height(caption, width, style, fonts) - CAPTION_GAP
    below = Box(box.x, box.y + box.cy + CAPTION_GAP, width, height)
    return caption._replace(box=below, size=style.size, color=style.color)
