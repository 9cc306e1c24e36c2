"""A picture of every slide in a folder, or all slides on one contact sheet.

The folder has a manifest of the pictures that were written, and each picture has a seal. So the
next export removes pictures of deleted slides, and no file of other people.
"""

import io
import re
from collections.abc import Callable, Sequence
from math import ceil, sqrt
from typing import NamedTuple

from deckgen.files.manifest_files import DAMAGED_MANIFEST, read_manifest, write_manifest
from deckgen.files.overwriting import (
    OverwritePolicy,
    check_replaceable,
    is_unchanged_output,
    write_output,
)
from deckgen.files.workspace import Workspace
from deckgen.render.renderer import Renderer, SlideImage
from deckgen.seal.seal import seal_file

MANIFEST = ".deckgen-pictures.json"
_FORM = 2
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
_PICTURE = re.compile(r"[^/\\]*\.png")
"""The name of a picture in the folder."""


class PictureSlide(NamedTuple):
    """A slide of the deck."""

    number: int
    id: str
    """Empty where the deck has no ids."""
    hidden: bool = False


class RenderJob(NamedTuple):
    """Which slides to draw, and with which renderer."""

    deck: bytes
    """The .pptx."""
    numbers: Sequence[int]
    """Slides to draw, from 1."""
    renderer: Renderer
    width: int
    """Pixels: of each picture, or of the sheet."""


class WrittenPictures(NamedTuple):
    """Pictures that were written to a folder."""

    names: tuple[str, ...]
    removed: int
    """How many pictures of deleted slides were removed."""
    kept: tuple[str, ...] = ()
    """The names under which replaced work of others is kept."""


def write_pictures(
    order: RenderJob,
    slides: Sequence[PictureSlide],
    folder: str,
    replacing: OverwritePolicy,
    step: Callable[[int], None],
) -> WrittenPictures:
    """Write a PNG of each slide in `order`; `slides` are all slides of the deck.

    `step` is called with the number of pictures written. Each is written atomically; none is if any
    older file must not be replaced. Raises RenderingError and WorkspaceError.
    """
    names = picture_names(slides)
    files = Workspace(".", within=folder)
    for number in order.numbers:
        check_replaceable(f"{folder}/{names[number]}", replacing)
    before = _earlier_pictures(files, folder)
    written, kept, removed = [], [], list[str]()
    drawn = order.renderer.images(order.deck, order.numbers, order.width)
    try:
        for done, page in enumerate(drawn, 1):
            name = f"{folder}/{names[page.number]}"
            kept.append(write_output(name, seal_file(page.png), replacing))
            written.append(names[page.number])
            step(done)
        for name in before - {*names.values()}:
            if is_unchanged_output(f"{folder}/{name}"):
                files.remove(f"{folder}/{name}")
                removed.append(name)
    finally:
        if written:
            pictures = sorted(before.difference(removed).union(written))
            write_manifest(files, f"{folder}/{MANIFEST}", _FORM, {"pictures": pictures})
    return WrittenPictures(tuple(written), len(removed), tuple(filter(None, kept)))


def contact_sheet_of(order: RenderJob, step: Callable[[int], None]) -> bytes:
    """Return the slides in `order` as one PNG, with their numbers.

    `step` is called with the number of slides drawn. Raises RenderingError.
    """
    pages: list[SlideImage] = []
    cell = sheet_grid(len(order.numbers), order.width).cell
    for page in order.renderer.images(order.deck, order.numbers, cell):
        pages.append(page)
        step(len(pages))
    return contact_sheet(pages, order.width)


def picture_names(slides: Sequence[PictureSlide]) -> dict[int, str]:
    """Return the file name of each slide's picture, made of number and id, by number."""
    digits = max(2, len(str(len(slides))))
    return {
        slide.number: f"{slide.number:0{digits}}{'-' if slide.id else ''}{slide.id}.png"
        for slide in slides
    }


def _earlier_pictures(files: Workspace, folder: str) -> set[str]:
    """Return the pictures that earlier exports wrote; none without a manifest."""
    manifest = read_manifest(files, f"{folder}/{MANIFEST}", _FORM)
    try:
        names: set[str] = set(manifest.get("pictures", ()))
        return names if all(map(_PICTURE.fullmatch, names)) else set()
    except DAMAGED_MANIFEST:
        return set()


class _Grid(NamedTuple):
    columns: int
    margin: int
    gap: int
    cell: int


def contact_sheet(pages: Sequence[SlideImage], width: int) -> bytes:
    """Return a PNG, `width` pixels wide, with the pages in rows; each is as wide as a cell.

    The margin is wider than the gaps, so that the slides look like one group.
    """
    from PIL import Image, ImageDraw, ImageFont

    grid = sheet_grid(len(pages), width)
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


def sheet_grid(count: int, width: int) -> _Grid:
    """Return the columns and gaps of a sheet: two to eight columns, a little wider than high."""
    columns = min(max(ceil(sqrt(count * 0.9)), 1 if count == 1 else 2), 8)
    margin, gap = round(width * _MARGIN), round(width * _GAP)
    return _Grid(columns, margin, gap, (width - 2 * margin - (columns - 1) * gap) // columns)
