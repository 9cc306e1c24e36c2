"""A contact sheet: all slides in one picture, in rows, with their numbers."""

import io
from collections.abc import Sequence
from math import ceil, sqrt
from typing import NamedTuple

from deckgen.render.renderer import SlideImage

_PAPER = "#f1f1ef"
_LINE = "#d5d5d1"
_INK = "#63635e"
_MARGIN = 0.028
"""Of the sheet's width."""
_GAP = 0.016
_NUMBER = 0.045
"""Of a slide's width: the size of the numbers."""
_LARGEST_NUMBER = 0.0095
"""Of the sheet's width."""


class _Grid(NamedTuple):
    columns: int
    margin: int
    gap: int
    cell: int


def cell_width(count: int, width: int) -> int:
    """Return the width in pixels of each slide on a sheet of `count` slides."""
    return _grid(count, width).cell


def contact_sheet(pages: Sequence[SlideImage], width: int) -> bytes:
    """Return a PNG, `width` pixels wide, with the pages in rows; each is `cell_width` wide.

    The margin is wider than the gaps, so that the slides look like one group.
    """
    from PIL import Image, ImageDraw, ImageFont

    grid = _grid(len(pages), width)
    size = max(round(min(grid.cell * _NUMBER, width * _LARGEST_NUMBER)), 9)
    label = round(size * 1.9)
    row = max(page.height for page in pages) + label
    rows = ceil(len(pages) / grid.columns)
    height = 2 * grid.margin + rows * row + (rows - 1) * grid.gap - label // 3
    sheet = Image.new("RGB", (width, height), _PAPER)
    draw = ImageDraw.Draw(sheet)
    font = ImageFont.load_default(size)
    for at, page in enumerate(pages):
        line, column = divmod(at, grid.columns)
        left = grid.margin + column * (grid.cell + grid.gap)
        top = grid.margin + line * (row + grid.gap)
        with Image.open(io.BytesIO(page.png)) as picture:
            sheet.paste(picture.convert("RGB"), (left, top))
        right, bottom = left + page.width, top + page.height
        draw.rectangle((left - 1, top - 1, right, bottom), outline=_LINE)
        draw.text((left, bottom + round(size * 0.45)), str(page.number), _INK, font)
    made = io.BytesIO()
    sheet.save(made, "PNG")
    return made.getvalue()


def _grid(count: int, width: int) -> _Grid:
    """Return the columns and gaps of a sheet: two to eight columns, a little wider than high."""
    columns = min(max(ceil(sqrt(count * 0.9)), 1 if count == 1 else 2), 8)
    margin, gap = round(width * _MARGIN), round(width * _GAP)
    return _Grid(columns, margin, gap, (width - 2 * margin - (columns - 1) * gap) // columns)
