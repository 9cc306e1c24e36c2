"""The boxes of pictures: whole, or cropped to fill; captions below or beside.

A film is placed as a picture, a sound as a sign with words.
"""

from collections.abc import Sequence
from math import ceil, inf

from deckgen.deck.bidi import is_turned
from deckgen.deck.box import Box
from deckgen.deck.graphics import Clip, Picture
from deckgen.deck.layout import EMU_PER_INCH, TextStyle
from deckgen.deck.slide import PlaceholderRole
from deckgen.fit.graphics.arrangements import (
    GAP,
    LEAST_SHARE,
    SAME_SHAPE,
    Cell,
    arranged,
    cropped,
    ratio_of,
    shape_of,
    spread,
)
from deckgen.fit.graphics.captions import (
    caption_gap,
    caption_height,
    caption_in,
    caption_style,
    holds_caption,
    larger_styles,
    text_size,
    with_credit_below,
)
from deckgen.fit.placement_context import PlacementContext
from deckgen.fonts.text_width import Fonts
from deckgen.support.diagnostics import Diagnostics

_COARSE = 60
"""Pixels an inch below which a picture is visibly coarse."""
_LOW = 0.7
"""The most of the height of its area that a low row takes."""
_FAR_APART = 8
"""The shape of a panorama against that of a tower beside it, at least."""
_AS_LARGE = 0.85
"""The share of their area that pictures of a row keep for larger captions."""
_LEAST_CAPTION = 2 * EMU_PER_INCH
"""EMU: the least width of a caption beside its picture."""
_SIGN = round(1.8 * EMU_PER_INCH)
"""EMU: the side of the sign for a sound on a whole slide."""
_SHARE = 5
"""The sign takes at most one of so many parts of the width of a narrow area."""
_GAP = round(0.3 * EMU_PER_INCH)
_WORDS, _FEWER = 24, 20
"""Points of the words beside a large sign, and beside a smaller one."""


def placed_pictures(
    pictures: Sequence[Picture], area: Box, context: PlacementContext
) -> tuple[Picture, ...]:
    """Return pictures that have an area for themselves, with their boxes; report coarse ones.

    A single picture has its caption beside it, if it is larger so. Several pictures stand in two
    columns with captions beside them, if a row would show them smaller and leave much of the area
    empty. Captions below a row are larger. Equal rows end at both margins. Narrower ones stand in
    the middle below a headline on a field of its own. A tower beside a panorama has all the height.
    """
    if placed := _tower_beside_panorama(pictures, area, context):
        warn_of_coarse(placed, context.diagnostics)
        return placed
    style, fonts = caption_style(context.layout), context.fonts
    placed = _captioned(spread(_cells(pictures, area, context), area), style, fonts)
    if _filled_by_row(placed, area) < _LOW and (paired := _in_two_columns(pictures, area, context)):
        in_row, in_columns = (sum(map(covered_area, found)) for found in (placed, paired))
        placed = paired if in_columns > in_row else placed
    if _filled_by_row(placed, area) < inf:  # one row of pictures with captions
        placed = _with_larger_captions(pictures, placed, area, context)
    if len(placed) == 1 and (beside := _with_large_caption_beside(pictures[0], area, context)):
        placed = (max(placed[0], beside, key=covered_area),)
    title = context.layout.placeholder("title")
    if title and context.layout.color_behind(title.box) != context.layout.color_behind(area):
        placed = tuple([shifted(picture, free_width(placed, area) // 2) for picture in placed])
    warn_of_coarse(placed, context.diagnostics)
    return placed


def arranged_pictures(
    pictures: Sequence[Picture], area: Box, context: PlacementContext
) -> tuple[Picture, ...]:
    """Return pictures with their boxes in an area, as large as possible.

    Captions stand below, each as wide as its picture; that of a narrow one stands beside it.
    """
    style, fonts = caption_style(context.layout), context.fonts
    cells = _cells(pictures, area, context)
    if len(cells) == 1 and cells[0].box.cx < _LEAST_CAPTION:
        beside = _with_caption_beside(pictures[0], area, style, context)
        return (beside or _in_box(cells[0], style, fonts),)
    return _captioned(cells, style, fonts)


def _cells(pictures: Sequence[Picture], area: Box, context: PlacementContext) -> list[Cell]:
    style, fonts = caption_style(context.layout), context.fonts
    if len(pictures) == 1 and pictures[0].fills_box:
        taken = caption_height(pictures[0], area.cx, style, fonts)
        cy = max(area.cy - taken, round(area.cy * LEAST_SHARE))
        return [Cell(pictures[0], area._replace(cy=cy))]
    return arranged(pictures, area, style, fonts)


def _captioned(cells: Sequence[Cell], style: TextStyle, fonts: Fonts) -> tuple[Picture, ...]:
    return tuple([_in_box(cell, style, fonts) for cell in cells])


def shifted(picture: Picture, right: int, down: int = 0) -> Picture:
    """Return a placed picture with the caption below it, moved by EMU."""
    box, caption = picture.box, picture.caption
    if box and caption and caption.box and caption.box.x == box.x:
        caption = caption._replace(box=_moved(caption.box, right, down))
    return picture._replace(box=box and _moved(box, right, down), caption=caption)


def _moved(box: Box, right: int, down: int) -> Box:
    return box._replace(x=box.x + right, y=box.y + down)


def _with_caption_beside(
    picture: Picture, area: Box, style: TextStyle, context: PlacementContext
) -> Picture | None:
    """Return a whole picture with its caption right of its foot; None if there is no room."""
    caption = picture.caption
    if caption is None or picture.fills_box:
        return None
    cx = min(round(area.cy * ratio_of(picture)), area.cx)
    box = area._replace(cx=cx, cy=min(round(cx / ratio_of(picture)), area.cy))
    gap = round(GAP * context.layout.scale)
    width = area.cx - cx - gap
    if width < _LEAST_CAPTION:
        return None
    caption = with_credit_below(caption)
    height = text_size(caption.body, style, width, context.fonts)[1]
    if height > box.cy:
        return None
    beside = Box(area.x + cx + gap, box.bottom - height, width, height)
    caption = caption_in(caption, beside, style)
    return picture._replace(box=box, caption=caption)


def _with_large_caption_beside(
    picture: Picture, area: Box, context: PlacementContext
) -> Picture | None:
    """Return a picture with its caption beside it, larger than usual where few lines hold it."""
    for style in larger_styles(context.layout):
        made = _with_caption_beside(picture, area, style, context)
        if made and holds_caption(made, style, context.fonts):
            return made
    return _with_caption_beside(picture, area, caption_style(context.layout), context)


def _tower_beside_panorama(
    pictures: Sequence[Picture], area: Box, context: PlacementContext
) -> tuple[Picture, ...] | None:
    """Return a very high picture with the whole height of an area, beside a very wide one.

    In a row of one height it would be a strip. Its caption stands at its foot, below the other one.
    None for other pictures, or without room for the captions.
    """
    if len(pictures) != 2:
        return None
    narrow, wide = sorted(pictures, key=ratio_of)
    high, long, free = ratio_of(narrow), ratio_of(wide), area.cx - GAP
    if long < _FAR_APART * high or free > (high + long) * area.cy * _LOW:
        return None
    style, fonts, left = caption_style(context.layout), context.fonts, round(area.cy * high)
    right = Box(area.x + left + GAP, area.y, free - left, round((free - left) / long))
    tower = narrow._replace(box=area._replace(cx=left))
    if narrow.caption:
        caption = with_credit_below(narrow.caption)
        width, height = text_size(caption.body, style, right.cx, fonts)
        foot = Box(right.x, area.bottom - height, ceil(width * fonts.reserve), height)
        below = caption_height(wide, right.cx, style, fonts) + caption_gap(style)
        if right.bottom + below > foot.y:
            return None
        tower = tower._replace(caption=caption_in(caption, foot, style))
    placed = tower, _in_box(Cell(wide, right), style, fonts)
    if narrow is pictures[0]:
        return placed
    return tuple([mirrored_picture(picture, area) for picture in reversed(placed)])


def _filled_by_row(pictures: Sequence[Picture], area: Box) -> float:
    """Return the share of the height of an area that one row of placed pictures fills.

    Infinite for a single picture, for several rows, and if a picture has no caption.
    """
    boxes = [one.caption.box for one in pictures if one.caption and one.caption.box]
    if len(boxes) < max(len(pictures), 2) or len({one.box.y for one in pictures if one.box}) > 1:
        return inf
    return (max(box.bottom for box in boxes) - area.y) / area.cy


def _in_two_columns(
    pictures: Sequence[Picture], area: Box, context: PlacementContext
) -> tuple[Picture, ...] | None:
    """Return pictures of one shape in two columns, captions beside them; None without room."""
    shapes, rows = [shape_of(picture) for picture in pictures], len(pictures) // 2
    if len(pictures) % 2 or max(shapes) > min(shapes) * (1 + SAME_SHAPE):
        return None
    cx, cy = (area.cx - GAP) // 2, (area.cy - GAP * (rows - 1)) // rows
    cells = [
        Box(area.x + at % 2 * (cx + GAP), area.y + at // 2 * (cy + GAP), cx, cy)
        for at in range(len(pictures))
    ]
    fonts, found = context.fonts, None
    for style in larger_styles(context.layout):
        placed = tuple(
            [
                made
                for picture, cell in zip(pictures, cells, strict=True)
                if (made := _with_caption_beside(picture, cell, style, context))
            ]
        )
        found = placed if len(placed) == len(pictures) else None
        if found and all(holds_caption(picture, style, fonts) for picture in found):
            break
    return found


def _with_larger_captions(
    pictures: Sequence[Picture], placed: tuple[Picture, ...], area: Box, context: PlacementContext
) -> tuple[Picture, ...]:
    """Return a row of pictures with larger captions, else the placed ones.

    Words stay whole, lines few, and pictures about as large.
    """
    fonts, least = context.fonts, sum(map(covered_area, placed)) * _AS_LARGE
    for larger in larger_styles(context.layout):
        made = _captioned(spread(arranged(pictures, area, larger, fonts), area), larger, fonts)
        is_large = sum(map(covered_area, made)) >= least and _filled_by_row(made, area) <= 1
        if is_large and all(holds_caption(picture, larger, fonts) for picture in made):
            return made
    return placed


def covered_area(picture: Picture) -> int:
    """Return the area of a placed picture."""
    return picture.box.area if picture.box else 0


def free_width(pictures: Sequence[Picture], area: Box) -> int:
    """Return the EMU of width that placed pictures, and words beside them, leave at the right."""
    words = [one.caption.box for one in pictures if one.caption and one.caption.box]
    return area.right - max(box.right for box in words + [one.box for one in pictures if one.box])


def _in_box(cell: Cell, style: TextStyle, fonts: Fonts) -> Picture:
    picture, box = cell.picture, cell.box
    is_whole = abs(box.cx / box.cy / shape_of(picture) - 1) < SAME_SHAPE
    placed = picture._replace(box=box) if is_whole else cropped(picture, box)
    if picture.caption is None:
        return placed
    height = text_size(picture.caption.body, style, box.cx, fonts)[1]
    below = Box(box.x, box.bottom + caption_gap(style), box.cx, height)
    return placed._replace(caption=caption_in(picture.caption, below, style))


def warn_of_coarse(pictures: Sequence[Picture], diagnostics: Diagnostics) -> None:
    """Warn of placed pictures with few pixels for their size."""
    for picture in pictures:
        box, media = picture.box, picture.media
        if box is None or media.content_type == "image/svg+xml":
            continue
        left, _, right, _ = picture.crop
        inches, shown = box.cx / EMU_PER_INCH, 1 - left - right
        if media.width * shown / inches >= _COARSE:
            continue
        what = "film" if media.content_type.startswith("video/") else "picture"
        diagnostics.warning(
            "coarse-picture",
            f"This {what} has few pixels: {media.width} × {media.height}, for {inches:.1f} inches "
            "on the slide. It will look coarse.",
            picture.span,
            f"Take a larger one; {round(inches * 150 / shown):,} pixels across would be sharp.",
        )


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


def mirrored_picture(picture: Picture, area: Box) -> Picture:
    """Return a placed picture with its caption at the other side of its area."""
    box, caption = picture.box, picture.caption
    if caption and caption.box:
        caption = caption._replace(box=caption.box.mirrored(area))
    return picture._replace(box=box and box.mirrored(area), caption=caption)
