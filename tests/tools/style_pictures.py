"""The pictures of the styles: the talk of `deckgen new` in each. `make styles` draws them.

They are not compared: another machine has other fonts. So draw them when a style, the talk or the
look has changed; new styles appear by themselves.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

import deckgen
from deckgen.brand.styles import style_names
from deckgen.project.starter import starter_files
from tests.tools import libreoffice, rendering
from tests.tools.drawn_pictures import replace_pictures, small_png

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PICTURES = "docs/images/styles"
ALL = "docs/images/styles.png"
"""Some pages of every style, for the README."""
WIDTH, COLUMNS = 1200, 4
"""Of a contact sheet, in pixels, and its slides in a row."""
LARGEST = 120_000
"""Bytes of a picture: the repository stays small."""
_COLORS = (256, 128, 64, 32, 16)
_SHOWN = (1, 3)
"""The slides of each style for the README."""


def paths() -> dict[str, str]:
    """Return the path of the picture of every style, by its name."""
    return {style: f"{PICTURES}/{style}.png" for style in style_names()}


def draw(folder: Path) -> dict[str, bytes]:
    """Return every picture by its path in the project; `folder` is for what is only needed now."""
    decks = [_deck(style, folder) for style in style_names()]
    pdfs = libreoffice.to_pdf(decks, folder / "pdf")
    pages = {
        style: rendering.page_pictures(pdf, folder / "pages", width=3 * WIDTH // COLUMNS)
        for style, pdf in zip(style_names(), pdfs, strict=True)
    }
    drawn = {
        paths()[style]: small_png(_sheet(files), _COLORS, LARGEST) for style, files in pages.items()
    }
    return {**drawn, ALL: small_png(_every_style(pages), _COLORS, LARGEST)}


def _deck(style: str, folder: Path) -> Path:
    """Write the deck of a new talk in a style."""
    talk, deck = folder / f"{style}-talk", folder / f"{style}.pptx"
    for name, data in starter_files(style, "en").items():
        (talk / name).parent.mkdir(parents=True, exist_ok=True)
        (talk / name).write_bytes(data)
    deckgen.build(talk / "slides.yaml").save(deck)
    return deck


def _sheet(pages: Sequence[Path]) -> Image.Image:
    return rendering.contact_sheet(pages, COLUMNS, WIDTH)


def _every_style(pages: Mapping[str, Sequence[Path]]) -> Image.Image:
    """Return a row for each two styles, with the same pages of both."""
    shown = [files[number - 1] for files in pages.values() for number in _SHOWN]
    return rendering.contact_sheet(shown, 2 * len(_SHOWN), WIDTH)


def main() -> None:
    """Draw all pictures, delete those of styles that are gone, and name what was written."""
    with tempfile.TemporaryDirectory(prefix="deckgen-styles-") as scratch:
        drawn = draw(Path(scratch))
    replace_pictures(PICTURES, drawn)


if __name__ == "__main__":
    main()
