"""The boxes of pictures: whole in justified rows, or cropped to fill; captions below or beside."""

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from deckgen.deck.box import Box
from deckgen.deck.graphics.picture import BEFORE_CREDIT, Picture
from deckgen.deck.layout import EMU_PER_INCH, TextStyle
from deckgen.deck.text_body import TextBody
from deckgen.fit.graphics.captions import (
    caption_height,
    caption_style,
    placed_caption,
    text_size,
)
from deckgen.fit.placement_context import PlacementContext
from deckgen.fonts.text_width import Fonts
from deckgen.support.diagnostics import Diagnostics

_GAP = 182_880
"""EMU between two pictures: 0.2 in."""
_CROPPED_RATIO = 1.5
"""Width by height of cropped pictures in a row: that of most cameras."""
_COARSE = 60
"""Pixels an inch below which a picture is visibly coarse."""
_LEAST_SHARE = 0.4
"""The least share of its area for a picture with a long caption."""
_LEAST_CAPTION = 2 * EMU_PER_INCH
"""EMU: the least width of a caption beside its picture."""


class _Cell(NamedTuple):
    """The box of one picture."""

    picture: Picture
    box: Box


def placed_pictures(
    pictures: Sequence[Picture], area: Box, context: PlacementContext
) -> tuple[Picture, ...]:
    """Return pictures that have an area for themselves, with their boxes; report coarse ones.

    The caption of a single one stands beside it, if the picture is larger so.
    """
    placed = arranged_pictures(pictures, area, context)
    if len(placed) == 1 and (beside := _with_caption_beside(pictures[0], area, context)):
        placed = (max(placed[0], beside, key=covered_area),)
    warn_of_coarse(placed, context.diagnostics)
    return placed


def arranged_pictures(
    pictures: Sequence[Picture], area: Box, context: PlacementContext
) -> tuple[Picture, ...]:
    """Return pictures with their boxes in an area, as large as possible.

    Several pictures are in rows from the left; the rows with the largest pictures are chosen.
    Captions stand below, each as wide as its picture.
    """
    style, fonts = caption_style(context.layout), context.fonts
    if len(pictures) == 1 and pictures[0].fills_box:
        cells = [_Cell(pictures[0], _above_caption(pictures[0], area, style, fonts))]
    else:
        cells = max(_arrangements(pictures, area, style, fonts), key=_score)
    return tuple([_in_box(cell, style, fonts) for cell in cells])


def shifted(picture: Picture, right: int, down: int = 0) -> Picture:
    """Return a placed picture with the caption below it, moved by EMU."""
    box, caption = picture.box, picture.caption
    if box and caption and caption.box and caption.box.x == box.x:
        caption = caption._replace(box=_moved(caption.box, right, down))
    return picture._replace(box=box and _moved(box, right, down), caption=caption)


def _moved(box: Box, right: int, down: int) -> Box:
    return box._replace(x=box.x + right, y=box.y + down)


def _with_caption_beside(picture: Picture, area: Box, context: PlacementContext) -> Picture | None:
    """Return a whole picture with its caption right of its foot; None if there is no room."""
    caption, style = picture.caption, caption_style(context.layout)
    if caption is None or picture.fills_box:
        return None
    cx = min(round(area.cy * _ratio(picture)), area.cx)
    box = area._replace(cx=cx, cy=min(round(cx / _ratio(picture)), area.cy))
    width = area.cx - cx - _GAP
    if width < _LEAST_CAPTION:
        return None
    caption = caption._replace(body=_with_credit_below(caption.body))
    height = text_size(caption.body, style, width, context.fonts)[1]
    if height > box.cy:
        return None
    beside = Box(area.x + cx + _GAP, box.y + box.cy - height, width, height)
    caption = caption._replace(box=beside, size=style.size, color=style.color)
    return picture._replace(box=box, caption=caption)


def _with_credit_below(caption: TextBody) -> TextBody:
    """Return a caption whose credit has a line of its own: beside a picture, lines are short."""
    (paragraph, *others), runs = caption.paragraphs, caption.paragraphs[0].runs
    if others or BEFORE_CREDIT not in runs:
        return caption
    at = runs.index(BEFORE_CREDIT)
    lines = (paragraph._replace(runs=part) for part in (runs[:at], runs[at + 1 :]))
    return caption._replace(paragraphs=tuple(lines))


def covered_area(picture: Picture) -> int:
    """Return the area of a placed picture."""
    return picture.box.cx * picture.box.cy if picture.box else 0


def cropped(picture: Picture, box: Box) -> Picture:
    """Return a picture cropped to fill a box, with its focus visible."""
    ratio = picture.media.width / picture.media.height
    wanted = box.cx / box.cy
    left = top = right = bottom = 0.0
    if ratio > wanted:
        left, right = _cut(wanted / ratio, picture.focus[0])
    else:
        top, bottom = _cut(ratio / wanted, picture.focus[1])
    return picture._replace(box=box, crop=(left, top, right, bottom))


def _cut(visible: float, focus: float) -> tuple[float, float]:
    hidden = 1 - visible
    before = min(max(focus - visible / 2, 0), hidden)
    return before, hidden - before


def _ratio(picture: Picture) -> float:
    """Return width by height of the visible part."""
    if picture.fills_box:
        return _CROPPED_RATIO
    return picture.media.width / picture.media.height


def _above_caption(picture: Picture, area: Box, style: TextStyle, fonts: Fonts) -> Box:
    """Return the part of an area above a picture's caption."""
    if picture.caption is None:
        return area
    taken = caption_height(picture.caption, area.cx, style, fonts)
    return area._replace(cy=max(area.cy - taken, round(area.cy * _LEAST_SHARE)))


def _arrangements(
    pictures: Sequence[Picture], area: Box, style: TextStyle, fonts: Fonts
) -> Iterator[list[_Cell]]:
    """Yield all divisions into rows, in the order of the pictures."""
    count = len(pictures)
    for breaks in range(1 << (count - 1)):
        rows: list[list[Picture]] = [[pictures[0]]]
        for at in range(1, count):
            if breaks >> (at - 1) & 1:
                rows.append([])
            rows[-1].append(pictures[at])
        yield _in_rows(rows, area, style, fonts)


def _in_rows(rows: list[list[Picture]], area: Box, style: TextStyle, fonts: Fonts) -> list[_Cell]:
    """Return the cells of rows: each as wide as the area, all scaled down if they are too high."""
    highs = [(area.cx - _GAP * (len(row) - 1)) / sum(map(_ratio, row)) for row in rows]
    scale, captions = 1.0, [0] * len(rows)
    for _ in range(_ROUNDS):
        captions = [
            max(_caption_height(shown, height * scale, style, fonts) for shown in row)
            for row, height in zip(rows, highs, strict=True)
        ]
        space = area.cy - _GAP * (len(rows) - 1) - sum(captions)
        scale = min(1.0, max(space, area.cy * _LEAST_SHARE) / sum(highs))
    cells = []
    y = area.y
    for row, height, caption in zip(rows, highs, captions, strict=True):
        x, cy = area.x, max(round(height * scale), 1)
        for picture in row:
            cx = max(round(height * scale * _ratio(picture)), 1)
            cells.append(_Cell(picture, Box(x, y, cx, cy)))
            x += cx + _GAP
        y += cy + caption + _GAP
    return cells


_ROUNDS = 3
"""Smaller pictures have narrower captions with more lines; three rounds are enough."""


def _caption_height(picture: Picture, height: float, style: TextStyle, fonts: Fonts) -> int:
    if picture.caption is None:
        return 0
    return caption_height(picture.caption, round(height * _ratio(picture)), style, fonts)


def _score(cells: list[_Cell]) -> float:
    """Return a score: the area of the pictures, lower for unequal rows and for narrow ones."""
    shown = sum(cell.box.cx * cell.box.cy for cell in cells)
    highs = [cell.box.cy for cell in cells]
    width = max(cell.box.x + cell.box.cx for cell in cells) - cells[0].box.x
    return shown * math.sqrt(min(highs) / max(highs) * width)


def _in_box(cell: _Cell, style: TextStyle, fonts: Fonts) -> Picture:
    picture, box = cell.picture, cell.box
    placed = cropped(picture, box) if picture.fills_box else picture._replace(box=box)
    if picture.caption is None:
        return placed
    return placed._replace(caption=placed_caption(picture.caption, box, box.cx, style, fonts))


def warn_of_coarse(pictures: Sequence[Picture], diagnostics: Diagnostics) -> None:
    """Warn of placed pictures with few pixels for their size."""
    for picture in pictures:
        _warn_if_coarse(picture, diagnostics)


def _warn_if_coarse(picture: Picture, diagnostics: Diagnostics) -> None:
    box, media = picture.box, picture.media
    if box is None or media.content_type == "image/svg+xml":
        return
    left, _, right, _ = picture.crop
    inches = box.cx / EMU_PER_INCH
    dots = media.width * (1 - left - right) / inches
    what = "film" if media.content_type.startswith("video/") else "picture"
    if dots < _COARSE:
        diagnostics.warning(
            "coarse-picture",
            f"This {what} has few pixels: {media.width} × {media.height}, for {inches:.1f} inches "
            "on the slide. It will look coarse.",
            picture.span,
            f"Take a larger one; {round(inches * 150):,} pixels across would be sharp.",
        )
