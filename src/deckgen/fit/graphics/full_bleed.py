"""Slides with a picture or a film to the edges, and the boxes of their words.

On a generated layout the headline has a panel over the picture. On a template's layout it has none
and might be unreadable on the picture, so the picture ends below it.
"""

from deckgen.deck.box import ABOVE_SLIDE, Box
from deckgen.deck.graphics.clip import Clip
from deckgen.deck.graphics.graphic import Graphic
from deckgen.deck.graphics.picture import Caption, Picture
from deckgen.deck.layout import Placeholder
from deckgen.deck.slide import PlaceholderRole, Slide
from deckgen.deck.text_body import TextBody
from deckgen.fit.graphics.captions import CAPTION_GAP, caption_style, text_size
from deckgen.fit.graphics.pictures import placed_pictures
from deckgen.fit.placement_context import PlacementContext

_SLACK = 1.05
"""The width of a panel against its lines, as some programs set them wider."""
_MARGIN = 182_880
"""EMU from the edge of the slide to a caption below a picture: 0.2 in."""
_WIDEST = 0.5
"""The share of the slide's width for a caption on the picture."""


def place_full_bleed(slide: Slide, context: PlacementContext) -> Slide:
    """Return the slide with its picture from edge to edge and its title on a panel."""
    title, behind = context.layout.placeholder("title"), bool(context.layout.placeholder("body"))
    contents = dict(slide.placeholders)
    written = contents.get("title")
    hidden = written is not None and written.box == ABOVE_SLIDE
    area, fill = context.layout.graphic_box("body"), title.fill if title else ""
    if hidden and not behind:
        area = Box(area.x, 0, area.cx, area.y + area.cy)
    if title and written and hidden:
        contents["title"] = _above_slide(written, title, context)
    elif title and written and fill:
        contents["title"] = _on_panel(written, title, context)
    graphics: list[tuple[PlaceholderRole, Graphic]] = []
    for role, graphic in slide.graphics[:1]:
        if isinstance(graphic, Picture):
            placed = _placed(graphic, area, fill, context)
            graphics.append((role, placed._replace(behind_text=behind)))
        elif isinstance(graphic, Clip):
            placed = _placed(graphic.picture, area, fill, context)
            graphics.append((role, graphic._replace(picture=placed._replace(behind_text=behind))))
    return slide._replace(placeholders=tuple(contents.items()), graphics=tuple(graphics))


def _above_slide(written: TextBody, title: Placeholder, context: PlacementContext) -> TextBody:
    """Return a hidden title with a box that is high enough for its lines."""
    _, top, _, bottom = title.insets
    box, width = ABOVE_SLIDE, ABOVE_SLIDE.cx - (title.box.cx - title.inner_box.cx)
    height = text_size(written, title.level_styles[0], width, context.fonts)[1] + top + bottom
    more = max(round(height * _SLACK) - box.cy, 0)
    return written._replace(box=box._replace(y=box.y - more, cy=box.cy + more))


def _on_panel(written: TextBody, title: Placeholder, context: PlacementContext) -> TextBody:
    """Return a title with a box of the size of its words; if it is too long, unchanged."""
    inner = title.inner_box
    width, height = text_size(written, title.level_styles[0], inner.cx, context.fonts)
    if height > inner.cy:
        return written
    box = title.box
    cx = min(round(width * _SLACK) + box.cx - inner.cx, box.cx)
    cy = height + box.cy - inner.cy
    return written._replace(box=Box(box.x, box.y + box.cy - cy, cx, cy))


def _placed(picture: Picture, area: Box, fill: str, context: PlacementContext) -> Picture:
    """Return the picture in the area, with its caption on it or on a strip below it."""
    caption, bare = picture.caption, picture._replace(caption=None, fills_box=True)
    if caption is None or fill:
        (placed,) = placed_pictures((bare,), area, context)
        return placed._replace(
            caption=_in_corner(caption, area, fill, context) if caption else None
        )
    style = caption_style(context.layout)
    width = area.cx - 2 * _MARGIN
    _, height = text_size(caption.body, style, width, context.fonts)
    above = area._replace(cy=area.cy - height - 2 * CAPTION_GAP)
    (placed,) = placed_pictures((bare,), above, context)
    below = Box(area.x + _MARGIN, above.y + above.cy + CAPTION_GAP, width, height)
    return placed._replace(caption=caption._replace(box=below, size=style.size, color=style.color))


def _in_corner(caption: Caption, area: Box, fill: str, context: PlacementContext) -> Caption:
    """Return a caption with a fill, in the lower right corner of the picture."""
    style = caption_style(context.layout)
    width, height = text_size(caption.body, style, round(area.cx * _WIDEST), context.fonts)
    cx, cy = round(width * _SLACK) + 2 * CAPTION_GAP, height + 2 * CAPTION_GAP
    box = Box(area.x + area.cx - cx, area.y + area.cy - cy, cx, cy)
    return caption._replace(box=box, size=style.size, color=style.color, fill=fill)
