"""The boxes of pictures: whole, or cropped to fill; captions below or beside."""

from collections.abc import Sequence
from math import ceil, inf

from deckgen.deck.box import Box
from deckgen.deck.graphics import Picture
from deckgen.deck.layout import EMU_PER_INCH, EMU_PER_POINT, Layout, TextStyle
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
    CAPTION_GAP,
    caption_height,
    caption_in,
    caption_style,
    text_size,
    with_credit_below,
)
from deckgen.fit.placement_context import PlacementContext
from deckgen.fit.text.line_breaking import paragraph_lines, typeset, widest_piece
from deckgen.fonts.text_width import Fonts
from deckgen.support.diagnostics import Diagnostics

_COARSE = 60
"""Pixels an inch below which a picture is visibly coarse."""
_LOW, _AS_LARGE = 0.7, 0.65
"""The most of its area that a low row takes, and the least size of pictures against those beside
it, as shares."""
_FAR_APART = 8
"""The shape of a panorama against that of a tower beside it, at least."""
_LARGER, _FILLED = (1.5, 1.25), 0.9
"""How much larger than usual captions are beside pictures in columns and below a row; and the most
of the area's height that a row fills with them."""
_CAPTION_LINES = 2
"""The most lines of such a caption."""
_WIDER = 1.05
"""How much wider than measured a word may be in other programs."""
_LEAST_CAPTION = 2 * EMU_PER_INCH
"""EMU: the least width of a caption beside its picture."""


def placed_pictures(
    pictures: Sequence[Picture], area: Box, context: PlacementContext
) -> tuple[Picture, ...]:
    """Return pictures that have an area for themselves, with their boxes; report coarse ones.

    The caption of a single one stands beside it, if the picture is larger so; those of several in
    two columns, if a row would leave much of the area empty, else they are larger below one that
    does. Equal rows end at both margins. Below a headline on a field of its own, narrower ones
    stand in the middle. A tower beside a panorama has the whole height.
    """
    if hung := _tower_beside_panorama(pictures, area, context):
        warn_of_coarse(hung, context.diagnostics)
        return hung
    style, fonts = caption_style(context.layout), context.fonts
    placed = _captioned(spread(_cells(pictures, area, context), area), style, fonts)
    if _filled_by_row(placed, area) < _LOW and (paired := _in_two_columns(pictures, area, context)):
        in_row, in_columns = (sum(map(covered_area, found)) for found in (placed, paired))
        placed = paired if in_columns > in_row * _AS_LARGE else placed
    if _filled_by_row(placed, area) < _FILLED:
        placed = _with_larger_captions(placed, area, context)
    if len(placed) == 1 and (beside := _with_caption_beside(pictures[0], area, style, fonts)):
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
        beside = _with_caption_beside(pictures[0], area, style, fonts)
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
    picture: Picture, area: Box, style: TextStyle, fonts: Fonts
) -> Picture | None:
    """Return a whole picture with its caption right of its foot; None if there is no room."""
    caption = picture.caption
    if caption is None or picture.fills_box:
        return None
    cx = min(round(area.cy * ratio_of(picture)), area.cx)
    box = area._replace(cx=cx, cy=min(round(cx / ratio_of(picture)), area.cy))
    width = area.cx - cx - GAP
    if width < _LEAST_CAPTION:
        return None
    caption = with_credit_below(caption)
    height = text_size(caption.body, style, width, fonts)[1]
    if height > box.cy:
        return None
    beside = Box(area.x + cx + GAP, box.bottom - height, width, height)
    caption = caption_in(caption, beside, style)
    return picture._replace(box=box, caption=caption)


def _tower_beside_panorama(
    pictures: Sequence[Picture], area: Box, context: PlacementContext
) -> tuple[Picture, ...] | None:
    """Return a very high picture with the whole height of an area, beside a very wide one.

    In a row of one height it would be a strip. Its caption stands at its foot, below the other one.
    None of other pictures, and without room for the captions.
    """
    narrow, wide = (choose(pictures, key=ratio_of) for choose in (min, max))
    ratios, free, (first, *others) = ratio_of(narrow) + ratio_of(wide), area.cx - GAP, pictures
    if len(others) != 1 or ratio_of(wide) < _FAR_APART * ratio_of(narrow):
        return None
    if free > ratios * area.cy * _LOW:
        return None
    style, fonts, is_first = caption_style(context.layout), context.fonts, narrow is first
    cx = round(area.cy * ratio_of(narrow))
    x = area.x + (cx + GAP) * is_first
    low = Box(x, area.y, free - cx, round((free - cx) / ratio_of(wide)))
    panorama = _in_box(Cell(wide, low), style, fonts)
    tower = narrow._replace(box=area._replace(cx=cx))
    if caption := narrow.caption:
        caption = with_credit_below(caption)
        width, height = text_size(caption.body, style, free - cx, fonts)
        width = ceil(width * fonts.reserve)
        foot = Box(area.x + cx + GAP, area.bottom - height, width, height)
        if low.bottom + caption_height(wide, low.cx, style, fonts) > foot.y - CAPTION_GAP:
            return None
        tower = tower._replace(caption=caption_in(caption, foot, style))
    if not is_first:
        tower = mirrored_picture(tower, area)
    return (tower, panorama) if is_first else (panorama, tower)


def _filled_by_row(pictures: Sequence[Picture], area: Box) -> float:
    """Return the share of the height of an area that one row of placed pictures fills.

    That is infinite if not all have captions, if they stand in several rows, and of a single one.
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
    for style in _larger_styles(context.layout):
        placed = tuple(
            [
                made
                for picture, cell in zip(pictures, cells, strict=True)
                if (made := _with_caption_beside(picture, cell, style, fonts))
            ]
        )
        found = placed if len(placed) == len(pictures) else None
        if found and all(_holds_caption(picture, style, fonts) for picture in found):
            break
    return found


def _with_larger_captions(
    pictures: tuple[Picture, ...], area: Box, context: PlacementContext
) -> tuple[Picture, ...]:
    """Return pictures of a row with larger captions, if words, lines and the area allow that."""
    layout, fonts, *_ = context
    for larger in _larger_styles(layout):
        if all(_holds_caption(picture, larger, fonts) for picture in pictures):
            cells = [Cell(one, one.box) for one in pictures if one.box]
            made = _captioned(cells, larger, fonts)
            if _filled_by_row(made, area) <= _FILLED:
                return made
    return pictures


def _larger_styles(layout: Layout) -> list[TextStyle]:
    """Return the styles of larger captions, the largest first; none is larger than lists are."""
    style, body = caption_style(layout), layout.placeholder("body")
    most = body.level_styles[0].size if body and body.type != "pic" else style.size
    return [style._replace(size=min(round(style.size * by), most)) for by in _LARGER]


def _holds_caption(picture: Picture, style: TextStyle, fonts: Fonts) -> bool:
    """Return whether few lines of whole words hold the caption of a placed picture."""
    if picture.caption is None or picture.caption.box is None:
        return True
    width, em = picture.caption.box.cx, style.size * _WIDER * EMU_PER_POINT
    return all(
        widest_piece(typeset(paragraph, style, fonts)) * em <= width
        and len(paragraph_lines(paragraph, style, style.size, width, fonts)) <= _CAPTION_LINES
        for paragraph in picture.caption.body.paragraphs
    )


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
    below = Box(box.x, box.bottom + CAPTION_GAP, box.cx, height)
    return placed._replace(caption=caption_in(picture.caption, below, style))


def warn_of_coarse(pictures: Sequence[Picture], diagnostics: Diagnostics) -> None:
    """Warn of placed pictures with few pixels for their size."""
    for picture in pictures:
        box, media = picture.box, picture.media
        if box is None or media.content_type == "image/svg+xml":
            continue
        left, _, right, _ = picture.crop
        inches = box.cx / EMU_PER_INCH
        if media.width * (1 - left - right) / inches >= _COARSE:
            continue
        what = "film" if media.content_type.startswith("video/") else "picture"
        diagnostics.warning(
            "coarse-picture",
            f"This {what} has few pixels: {media.width} × {media.height}, for {inches:.1f} inches "
            "on the slide. It will look coarse.",
            picture.span,
            f"Take a larger one; {round(inches * 150):,} pixels across would be sharp.",
        )


def mirrored_picture(picture: Picture, area: Box) -> Picture:
    """Return a placed picture with its caption at the other side of its area."""
    box, caption = picture.box, picture.caption
    if caption and caption.box:
        caption = caption._replace(box=caption.box.mirrored(area))
    return picture._replace(box=box and box.mirrored(area), caption=caption)
