"""A picture of every slide, in a folder; or all of them on one sheet.

The folder holds a record of the pictures that an export wrote. So a picture of a slide that is gone
is removed the next time, and nothing that somebody else put there or changed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import NamedTuple

from deckgen.render.renderer import Page, Renderer
from deckgen.workspace import Stamp, Workspace, WorkspaceError

RECORD = ".deckgen-pictures.json"
_FORM = 1


class Shown(NamedTuple):
    """A slide of which a picture can be made."""

    number: int
    id: str
    """Empty where the deck does not say."""
    hidden: bool = False


class Order(NamedTuple):
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


def write_pictures(
    order: Order,
    slides: Sequence[Shown],
    folder: str,
    files: Workspace,
    step: Callable[[int], None],
) -> WrittenPictures:
    """Write a PNG of each slide that is asked for; `slides` are all of the deck.

    `step` hears how many are done. A picture is written whole or not at all. Raises RenderingError
    and WorkspaceError.
    """
    names = picture_names(slides)
    before = _read_record(files, folder)
    kept = {name: stamp for name, stamp in before.items() if name in names.values()}
    written = []
    drawn = order.renderer.pages(order.deck, order.numbers, order.width)
    try:
        for done, page in enumerate(drawn, 1):
            name = names[page.number]
            files.write(f"{folder}/{name}", page.png)
            written.append(name)
            stamp = files.stamp(f"{folder}/{name}")
            if stamp is not None:
                kept[name] = stamp
            step(done)
        gone = [
            name
            for name, stamp in before.items()
            if name not in kept and files.stamp(f"{folder}/{name}") == stamp
        ]
        for name in gone:
            files.remove(f"{folder}/{name}")
    finally:
        if written:
            _write_record(
                files, folder, kept if len(written) == len(order.numbers) else before | kept
            )
    return WrittenPictures(tuple(written), len(gone))


def write_sheet(order: Order, target: str, files: Workspace, step: Callable[[int], None]) -> None:
    """Write the slides that are asked for as one PNG, with their numbers.

    Raises RenderingError and WorkspaceError.
    """
    from deckgen.export.sheet import cell_width, contact_sheet

    pages: list[Page] = []
    cell = cell_width(len(order.numbers), order.width)
    for page in order.renderer.pages(order.deck, order.numbers, cell):
        pages.append(page)
        step(len(pages))
    files.write(target, contact_sheet(pages, order.width))


def picture_names(slides: Sequence[Shown]) -> dict[int, str]:
    """Return the name of each slide's picture by its number: its number and its id."""
    digits = max(2, len(str(len(slides))))
    return {
        slide.number: f"{slide.number:0{digits}}{'-' if slide.id else ''}{slide.id}.png"
        for slide in slides
    }


def _read_record(files: Workspace, folder: str) -> dict[str, Stamp]:
    """Return the pictures that an earlier export wrote to a folder; none if it cannot be known."""
    try:
        said = json.loads(files.read(f"{folder}/{RECORD}"))
        if said["form"] != _FORM:
            return {}
        pictures = said["pictures"].items()
        return {_file(name): Stamp(int(size), int(at)) for name, (size, at) in pictures}
    except (WorkspaceError, ValueError, TypeError, LookupError, AttributeError):
        return {}


def _file(name: str) -> str:
    """Return a name as it is if it is one of a picture in the same folder."""
    if "/" in name or "\\" in name or not name.endswith(".png"):
        raise ValueError(name)
    return name


def _write_record(files: Workspace, folder: str, pictures: dict[str, Stamp]) -> None:
    said = {"form": _FORM, "pictures": {name: list(at) for name, at in sorted(pictures.items())}}
    try:
        files.write(f"{folder}/{RECORD}", json.dumps(said, ensure_ascii=False).encode())
    except WorkspaceError:
        return
