"""A picture of every slide, in a folder; or all of them on one sheet.

The folder holds a record of the pictures that an export wrote, and each picture its seal. So one of
a slide that is gone is removed the next time, and nothing that somebody put there or changed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
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


class PictureSlide(NamedTuple):
    """A slide of which a picture can be made."""

    number: int
    id: str
    """Empty where the deck does not say."""
    hidden: bool = False


class RenderJob(NamedTuple):
    """Which pictures are to be drawn, and by whom."""

    deck: bytes
    """The .pptx."""
    numbers: Sequence[int]
    """Of the slides, from 1."""
    renderer: Renderer
    width: int
    """Pixels: of each picture, or of the sheet."""


class WrittenPictures(NamedTuple):
    """Pictures that were written to a folder."""

    names: tuple[str, ...]
    removed: int
    """How many older ones of slides that are gone were removed."""
    kept: tuple[str, ...] = ()
    """The names under which files are kept that were replaced, and are of others."""


class PictureFolder(NamedTuple):
    """Where pictures go."""

    name: str
    replacing: OverwritePolicy
    """What may be replaced there."""


def write_pictures(
    order: RenderJob,
    slides: Sequence[PictureSlide],
    folder: PictureFolder,
    step: Callable[[int], None],
) -> WrittenPictures:
    """Write a PNG of each slide that is asked for; `slides` are all of the deck.

    `step` hears how many are done. A picture is written whole or not at all; none is, if one may
    not be replaced. Raises RenderingError and WorkspaceError.
    """
    names = picture_names(slides)
    files = Workspace(".", within=folder.name)
    for number in order.numbers:
        check_replaceable(f"{folder.name}/{names[number]}", folder.replacing)
    before = _read_record(files, folder.name)
    written, kept, gone = [], [], list[str]()
    drawn = order.renderer.images(order.deck, order.numbers, order.width)
    try:
        for done, page in enumerate(drawn, 1):
            name = f"{folder.name}/{names[page.number]}"
            kept.append(write_output(name, seal_file(page.png), folder.replacing))
            written.append(names[page.number])
            step(done)
        for name in before - {*names.values()}:
            if is_unchanged_output(f"{folder.name}/{name}"):
                files.remove(f"{folder.name}/{name}")
                gone.append(name)
    finally:
        if written:
            _write_record(files, folder.name, before.difference(gone).union(written))
    return WrittenPictures(tuple(written), len(gone), tuple(filter(None, kept)))


def contact_sheet_of(order: RenderJob, step: Callable[[int], None]) -> bytes:
    """Return the slides that are asked for as one PNG, with their numbers.

    `step` hears how many are drawn. Raises RenderingError.
    """
    from deckgen.export.contact_sheet import cell_width, contact_sheet

    pages: list[SlideImage] = []
    cell = cell_width(len(order.numbers), order.width)
    for page in order.renderer.images(order.deck, order.numbers, cell):
        pages.append(page)
        step(len(pages))
    return contact_sheet(pages, order.width)


def picture_names(slides: Sequence[PictureSlide]) -> dict[int, str]:
    """Return the name of each slide's picture by its number: its number and its id."""
    digits = max(2, len(str(len(slides))))
    return {
        slide.number: f"{slide.number:0{digits}}{'-' if slide.id else ''}{slide.id}.png"
        for slide in slides
    }


def _read_record(files: Workspace, folder: str) -> set[str]:
    """Return the pictures that earlier exports wrote to a folder; none if it cannot be known."""
    said = read_manifest(files, f"{folder}/{MANIFEST}", _FORM)
    try:
        return {_file(name) for name in said.get("pictures", ())}
    except DAMAGED_MANIFEST:
        return set()


def _file(name: str) -> str:
    """Return a name as it is if it is one of a picture in the same folder."""
    if "/" in name or "\\" in name or not name.endswith(".png"):
        raise ValueError(name)
    return name


def _write_record(files: Workspace, folder: str, pictures: set[str]) -> None:
    write_manifest(files, f"{folder}/{MANIFEST}", _FORM, {"pictures": sorted(pictures)})
