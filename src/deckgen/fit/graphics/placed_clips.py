"""The boxes of clips: a film is placed as a picture, a sound as a sign with words."""

from deckgen.deck.bidi import is_turned
from deckgen.deck.box import Box
from deckgen.deck.graphics import Clip, Picture
from deckgen.deck.layout import EMU_PER_INCH
from deckgen.deck.slide import PlaceholderRole
from deckgen.fit.graphics.captions import caption_in, caption_style, text_size
from deckgen.fit.graphics.pictures import mirrored_picture, placed_pictures
from deckgen.fit.placement_context import PlacementContext

_SIGN = round(1.8 * EMU_PER_INCH)
"""EMU: the side of the sign for a sound on a whole slide."""
_SHARE = 5
"""The sign takes at most one of so many parts of the width of a narrow area."""
_GAP = round(0.3 * EMU_PER_INCH)
_WORDS, _FEWER = 24, 20
"""Points of the words beside a large sign, and beside a smaller one."""


def placed_clip(clip: Clip, role: PlaceholderRole, lang: str, context: PlacementContext) -> Clip:
    """Return a clip with its boxes in the area for `role`."""
    area = context.layout.graphic_box(role)
    if clip.recording.film:
        (picture,) = placed_pictures((clip.picture,), area, context)
        return clip._replace(picture=picture)
    # A sign is aligned with text, not with the edge of its place.
    area = context.layout.text_area(role)
    picture, turned = _sounding(clip.picture, area, context), is_turned(lang, context.layout)
    return clip._replace(picture=mirrored_picture(picture, area) if turned else picture)


def _sounding(picture: Picture, area: Box, context: PlacementContext) -> Picture:
    """Return the sign for a sound, with its words beside its middle."""
    side = min(_SIGN, area.cy, area.cx // _SHARE)
    size = _WORDS if side == _SIGN else _FEWER
    sign = Box(area.x, area.y, side, side)
    if picture.caption is None:
        return picture._replace(box=sign)
    style = caption_style(context.layout)._replace(size=max(size, context.minimum_size))
    width = area.cx - side - _GAP
    _, height = text_size(picture.caption.body, style, width, context.fonts)
    words = Box(area.x + side + _GAP, area.y + max(side - height, 0) // 2, width, height)
    caption = caption_in(picture.caption, words, style)
    return picture._replace(box=sign, caption=caption)
