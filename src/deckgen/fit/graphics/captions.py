"""The style, the size and the place of captions."""

from deckgen.deck.box import Box
from deckgen.deck.graphics import Caption
from deckgen.deck.layout import EMU_PER_POINT, Layout, TextStyle
from deckgen.deck.slide import PlaceholderRole
from deckgen.deck.text_body import TextBody
from deckgen.fit.text.line_breaking import paragraph_lines, typeset
from deckgen.fonts.text_width import Fonts

CAPTION_SIZE = 16
"""Points of captions and sources, on a page of a usual height."""
CAPTION_GAP = 73_152
"""EMU between a graphic and its caption, and around a caption on a picture: 0.08 in."""
_COLORED_LIKE: tuple[PlaceholderRole, ...] = ("kicker", "body", "title")


def caption_style(layout: Layout) -> TextStyle:
    """Return the style of captions: small, in the colour of the layout's kicker, body or title.

    No caption is larger than the body, whose sizes may be those of a template. A kicker in a text
    box of the deck's own does not count: its colour is for the ground of the headline.
    """
    size, body = round(CAPTION_SIZE * layout.scale), layout.placeholder("body")
    if body is not None and body.type != "pic":
        size = min(size, body.level_styles[0].size)
    for role in _COLORED_LIKE:
        found = layout.placeholder(role)
        if found is not None and found.type != "pic" and not found.is_text_box:
            return TextStyle(size, found.level_styles[0].color)
    return TextStyle(size, "dk1")


def text_size(body: TextBody, style: TextStyle, width: int, fonts: Fonts) -> tuple[int, int]:
    """Return the size of a text within a width, in EMU: its widest line, its height.

    All paragraphs have one style. Lines that may be wider in other programs have room.
    """
    widest = height = 0.0
    width = round(width / fonts.reserve)
    for paragraph in body.paragraphs:
        set_ = paragraph_lines(paragraph, style, style.size, width, fonts)
        leading = typeset(paragraph, style, fonts).line_height * style.line_spacing / 100
        widest = max(widest, *(line.width for line in set_), 0)
        height += len(set_) * leading * style.size
    return round(widest * EMU_PER_POINT), round(height * EMU_PER_POINT)


def caption_height(caption: Caption, width: int, style: TextStyle, fonts: Fonts) -> int:
    """Return the EMU of a caption and the gap above it."""
    return CAPTION_GAP + text_size(caption.body, style, width, fonts)[1]


def caption_in(caption: Caption, box: Box, style: TextStyle) -> Caption:
    """Return a caption in a box, in the size and the colour of a style."""
    return caption._replace(box=box, size=style.size, color=style.color)


def placed_caption(
    caption: Caption, box: Box, width: int, style: TextStyle, fonts: Fonts
) -> Caption:
    """Return a caption below the box of a graphic, `width` EMU wide."""
    height = caption_height(caption, width, style, fonts) - CAPTION_GAP
    below = Box(box.x, box.bottom + CAPTION_GAP, width, height)
    return caption_in(caption, below, style)
