"""Slides with a picture or a film to the edges, or a picture as large as the slide allows.

On a generated layout the headline has a panel or a scrim over the picture. On a template's layout
it has none and might be unreadable on the picture, so the picture ends below it.
"""

from deckgen.deck.box import ABOVE_SLIDE, Box
from deckgen.deck.graphics import Caption, Clip, Picture
from deckgen.deck.layout import Placeholder
from deckgen.deck.slide import Slide
from deckgen.deck.text_body import TextBody
from deckgen.fit.graphics.captions import CAPTION_GAP, caption_in, caption_style, text_size
from deckgen.fit.graphics.pictures import placed_pictures, shifted
from deckgen.fit.placement_context import PlacementContext
from deckgen.support.diagnostics import name_list

_SLACK = 1.05
"""The width of a panel against its lines, as some programs set them wider."""
_MARGIN = 182_880
"""EMU from the edge of the slide to a caption below a picture: 0.2 in."""
_LEAST_SCRIM = 0.85
"""The least height of a scrim, as a share of that on the layout: a lower one fades abruptly."""
_WIDEST = 0.5
"""The share of the slide's width for a caption on the picture."""


def place_full_bleed(slide: Slide, context: PlacementContext) -> Slide:
    """Return the slide with its picture from edge to edge and its title on a panel or a scrim."""
    title, (place, graphic) = context.layout.placeholder("title"), slide.graphics[0]
    behind = bool(context.layout.placeholder(place))
    contents = dict(slide.placeholders)
    written = contents.get("title")
    hidden = written is not None and written.box == ABOVE_SLIDE
    area, fill = context.layout.graphic_box(place), title.fill if title else ""
    if hidden and not behind:
        area = context.layout.picture_area or Box(area.x, 0, area.cx, area.bottom)
        if context.layout.covered:
            _note_covered(slide, context)
    if title and written and hidden:
        contents["title"] = _above_slide(written, title, context)
    elif title and written and fill:
        contents["title"] = _on_panel(written, title, context)
    if isinstance(graphic, Picture):
        graphic = _placed(graphic, area, title, context)._replace(behind_text=behind)
    elif isinstance(graphic, Clip):
        poster = graphic.picture._replace(fills_box=True)
        placed = _placed(poster, area, title, context)._replace(behind_text=behind)
        graphic = graphic._replace(picture=placed)
    return slide._replace(placeholders=tuple(contents.items()), graphics=((place, graphic),))


def _note_covered(slide: Slide, context: PlacementContext) -> None:
    names = name_list(f"“{name}”" for name in context.layout.covered)
    context.diagnostics.note(
        "picture-covers",
        f"This picture covers {names} of the layout “{context.layout.name}”: beside it, too little "
        "would be left of the slide.",
        slide.span,
        "Give it a headline on a panel (`panel: yes`), or name a layout without: `layout: …`.",
    )


def _above_slide(written: TextBody, title: Placeholder, context: PlacementContext) -> TextBody:
    """Return a hidden title with a box that is high enough for its lines."""
    _, top, _, bottom = title.insets
    box, width = ABOVE_SLIDE, ABOVE_SLIDE.cx - (title.box.cx - title.inner_box.cx)
    height = text_size(written, title.level_styles[0], width, context.fonts)[1] + top + bottom
    more = max(round(height * _SLACK) - box.cy, 0)
    return written._replace(box=box.from_top(box.y - more))


def place_to_edges(picture: Picture, context: PlacementContext) -> Picture:
    """Return a picture in the place that the layout has for one, with its caption on it.

    Where captions on a picture have no fill, or the picture is whole, the caption is below it.
    """
    area, found = context.layout.graphic_box("picture"), context.layout.placeholder("picture")
    caption = picture.caption if found and found.fill and picture.fills_box else None
    if caption is None or found is None:
        (placed,) = placed_pictures((picture,), area, context)
        return placed
    (placed,) = placed_pictures((picture._replace(caption=None),), area, context)
    return placed._replace(caption=_in_corner(caption, area, found, context))


def _on_panel(written: TextBody, title: Placeholder, context: PlacementContext) -> TextBody:
    """Return a title with a box as large as its words need; if it is too long, unchanged.

    A panel keeps its foot, or stays at the upper edge of the slide. It keeps its width for several
    lines, which are balanced in it. A scrim is twice as high as its words with the space below.
    """
    inner = title.inner_box
    widest = round(inner.cx / _SLACK)
    width, height = text_size(written, title.level_styles[0], widest, context.fonts)
    if height > inner.cy:
        return written
    box = title.box
    if title.scrim:
        cy = max(2 * (height + title.insets.bottom), round(title.box.cy * _LEAST_SCRIM))
        return written._replace(box=box._replace(y=box.bottom - cy, cy=cy))
    is_one_line = height == text_size(written, title.level_styles[0], 2 * widest, context.fonts)[1]
    cx = round(width * _SLACK) + box.cx - inner.cx if is_one_line else box.cx
    cy = height + box.cy - inner.cy
    y = box.bottom - cy if box.y > 0 else box.y
    return written._replace(box=Box(box.x, y, cx, cy))


def _placed(
    picture: Picture, area: Box, title: Placeholder | None, context: PlacementContext
) -> Picture:
    """Return the picture in the area, with its caption on it or on a strip below it."""
    fill = title.fill if title else ""
    caption, bare = picture.caption, picture._replace(caption=None)
    if caption is None or fill:
        placed = _in_middle(bare, area, context)
        return placed._replace(
            caption=_in_corner(caption, area, title, context) if caption and title else None
        )
    style = caption_style(context.layout)
    width = area.cx - 2 * _MARGIN
    _, height = text_size(caption.body, style, width, context.fonts)
    above = area._replace(cy=area.cy - height - 2 * CAPTION_GAP)
    placed = _in_middle(bare, above, context)
    below = Box(area.x + _MARGIN, above.bottom + CAPTION_GAP, width, height)
    return placed._replace(caption=caption_in(caption, below, style))


def _in_middle(picture: Picture, area: Box, context: PlacementContext) -> Picture:
    """Return a picture that fills an area, or is as large as it allows, in its middle."""
    (placed,) = placed_pictures((picture,), area, context)
    box = placed.box or area
    return shifted(placed, (area.cx - box.cx) // 2, (area.cy - box.cy) // 2)


def _in_corner(
    caption: Caption, area: Box, ground: Placeholder, context: PlacementContext
) -> Caption:
    """Return a caption in the lower right corner of the picture in an area.

    It has the fill of `ground`, or stands on its scrim, right of the headline.
    """
    style = caption_style(context.layout)
    if ground.scrim:
        most = ground.insets.right - 2 * _MARGIN
        width, height = text_size(caption.body, style, most, context.fonts)
        cx, (_, _, _, bottom) = min(round(width * _SLACK), most), ground.insets
        right, foot = area.right - _MARGIN, area.bottom - bottom
        box = Box(right - cx, foot - height, cx, height)
        return caption_in(caption, box, style)
    width, height = text_size(caption.body, style, round(area.cx * _WIDEST), context.fonts)
    cx, cy = round(width * _SLACK) + 2 * CAPTION_GAP, height + 2 * CAPTION_GAP
    box = Box(area.right - cx, area.bottom - cy, cx, cy)
    return caption_in(caption, box, style)._replace(fill=ground.fill)
