"""Where films and sounds stand: a film as a picture, a sound as a sign with words beside it."""

from __future__ import annotations

from deckgen.deck.bidi import runs_right_to_left
from deckgen.deck.box import Box
from deckgen.deck.graphics.clip import Clip
from deckgen.deck.graphics.picture import Caption, Picture
from deckgen.deck.layout import EMU_PER_INCH
from deckgen.deck.slide import PlaceholderRole
from deckgen.fit.graphics.captions import caption_style, text_size
from deckgen.fit.graphics.pictures import placed_pictures
from deckgen.fit.placement_context import PlacementContext

_SIGN = round(1.8 * EMU_PER_INCH)
"""EMU of the sign for a sound on a whole slide …"""
_SHARE = 5
"""… and the part of the width that it takes on less."""
_GAP = round(0.3 * EMU_PER_INCH)
_WORDS, _FEWER = 24, 20
"""Points: what one hears is content, and read from the last row."""


def placed_clip(clip: Clip, role: PlaceholderRole, lang: str, context: PlacementContext) -> Clip:
    """Return a clip with its place in a placeholder's area."""
    area = context.layout.graphic_box(role)
    if clip.recording.film:
        (picture,) = placed_pictures((clip.picture,), area, context)
        return clip._replace(picture=picture)
    found = context.layout.placeholder(role)
    if found is not None:
        # Beside words of its own size it stands where they would, not at the placeholder's edge.
        left, top, right, _ = found.insets
        area = Box(area.x + left, area.y + top, area.cx - left - right, area.cy - top)
    picture = _sounding(clip.picture, area, context)
    return clip._replace(picture=_turned(picture, area) if runs_right_to_left(lang) else picture)


def _sounding(picture: Picture, area: Box, context: PlacementContext) -> Picture:
    """Return the sign for a sound, with its words in the middle beside it."""
    side = min(_SIGN, area.cy, area.cx // _SHARE)
    size = _WORDS if side == _SIGN else _FEWER
    sign = Box(area.x, area.y, side, side)
    if picture.caption is None:
        return picture._replace(box=sign)
    style = caption_style(context.layout)._replace(size=max(size, context.minimum_size))
    width = area.cx - side - _GAP
    _, high = text_size(picture.caption.body, style, width, context.fonts)
    words = Box(area.x + side + _GAP, area.y + max(side - high, 0) // 2, width, high)
    caption = picture.caption._replace(box=words, size=style.size, color=style.color)
    return picture._replace(box=sign, caption=caption)


def _turned(picture: Picture, area: Box) -> Picture:
    """Return a sign as it stands where one reads from the right."""

    def turned(box: Box | None) -> Box | None:
        return box and box._replace(x=2 * area.x + area.cx - box.x - box.cx)

    caption: Caption | None = picture.caption
    return picture._replace(
        box=turned(picture.box), caption=caption and caption._replace(box=turned(caption.box))
    )
