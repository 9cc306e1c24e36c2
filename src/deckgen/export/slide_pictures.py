"""A picture of every slide in a folder, or all slides on one contact sheet.

The folder has a manifest of the pictures that were written, and each picture has a seal. So the
next export removes pictures of deleted slides, and no file of other people.
"""

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


class PictureFolder(NamedTuple):
    """The folder for the pictures."""

    name: str
    replacing: OverwritePolicy
    """What may be replaced there."""


def write_pictures(
    order: RenderJob,
    slides: Sequence[PictureSlide],
    folder: PictureFolder,
    step: Callable[[int], None],
) -> WrittenPictures:
    """Write a PNG of each slide in `order`; `slides` are all slides of the deck.

    `step` is called with the number of pictures written. Each is written atomically; none is if any
    older file must not be replaced. Raises RenderingError and WorkspaceError.
    """
    names = picture_names(slides)
    files = Workspace(".", within=folder.name)
    for number in order.numbers:
        check_replaceable(f"{folder.name}/{names[number]}", folder.replacing)
    before = _earlier_pictures(files, folder.name)
    written, kept, removed = [], [], list[str]()
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
                removed.append(name)
    finally:
        if written:
            pictures = sorted(before.difference(removed).union(written))
            write_manifest(files, f"{folder.name}/{MANIFEST}", _FORM, {"pictures": pictures})
    return WrittenPictures(tuple(written), len(removed), tuple(filter(None, kept)))


def contact_sheet_of(order: RenderJob, step: Callable[[int], None]) -> bytes:
    """Return the slides in `order` as one PNG, with their numbers.

    `step` is called with the number of slides drawn. Raises RenderingError.
    """
    from deckgen.export.contact_sheet import cell_width, contact_sheet

    pages: list[SlideImage] = []
    cell = cell_width(len(order.numbers), order.width)
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
        return {_checked_name(name) for name in manifest.get("pictures", ())}
    except DAMAGED_MANIFEST:
        return set()


def _checked_name(name: str) -> str:
    """Return a name if it is that of a picture in the folder, or raise ValueError."""
    if "/" in name or "\\" in name or not name.endswith(".png"):
        raise ValueError(name)
    return name
