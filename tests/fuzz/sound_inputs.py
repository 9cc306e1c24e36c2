"""Sound inputs of the project, which the cases damage."""

import os
import random
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from tests.building import ROOT, TOUR, built
from tests.media.sample_pictures import pixels, saved, svg

Files = Mapping[str, bytes]
TEMPLATES = "FUZZ_TEMPLATES"
"""The environment may name a folder with more templates than the project has."""


@cache
def files_beside(outline: Path) -> Files:
    """Return what stands beside an outline, other outlines left out."""
    root = outline.parent
    folders = (root / "assets", root / "towns") if root == ROOT else (root,)
    found = (path for folder in folders for path in sorted(folder.rglob("*")))
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in found
        if path.is_file() and (path.suffix != ".yaml" or root == ROOT)
    }


@cache
def decks(folder: str) -> tuple[bytes, ...]:
    """Return decks and templates, and those in a folder if it is named."""
    library = find_spec("pptx")
    plain = Path(str(library and library.origin)).parent / "templates" / "default.pptx"
    more = sorted(Path(folder).glob("*.pp*")) if folder else []
    paths = (ROOT / "examples" / "decks" / "partner.pptx", plain, *more)
    return tuple(path.read_bytes() for path in paths)


@cache
def tour_deck() -> bytes:
    """Return a deck of ours with slides of most kinds."""
    return built(TOUR)


def some_deck(dice: random.Random, *, with_slides: bool = False) -> bytes:
    """Return one of the decks and templates; `with_slides`: one that has slides."""
    all_decks = decks(os.environ.get(TEMPLATES, ""))
    return dice.choice(
        [one for one in all_decks if b"ppt/slides/slide" in one] if with_slides else all_decks
    )


@cache
def sample_images() -> Files:
    """Return small images by their format or colour mode."""
    kinds = ("PNG", "JPEG", "GIF", "WEBP", "TIFF", "BMP")
    small = {kind: saved(pixels(), kind) for kind in kinds}
    moving = saved(pixels(), "GIF", save_all=True, append_images=[pixels(mode="L")])
    print_colours = saved(pixels(mode="CMYK"), "JPEG")
    return {
        **small,
        "moving": moving,
        "CMYK": print_colours,
        "palette": saved(pixels(mode="P"), "PNG"),
    }


@cache
def sample_svgs() -> tuple[bytes, ...]:
    """Return SVGs with most features."""
    inside = (
        '<style>.a{fill:url(#g);mask:url(#m)}</style><defs><linearGradient id="g"><stop/>'
        '<stop offset="1" stop-color="red"/></linearGradient><mask id="m"><rect width="30" '
        'height="30" fill="white"/></mask><marker id="k" refX="1"><path d="M0 0L2 1"/></marker>'
        '<pattern id="p" width="4" height="4"><circle r="2"/></pattern><filter id="f">'
        '<feGaussianBlur stdDeviation="2"/></filter></defs><rect class="a" width="20" height="20"/>'
        '<path d="M1 1C2 2 3 9 20 20A5 5 0 1 0 9 9" stroke="red" stroke-dasharray="2 1" '
        'marker-mid="url(#k)"/><g filter="url(#f)" transform="rotate(5)"><use href="#x"/></g>'
        '<g id="x"><ellipse rx="5" ry="3" fill="url(#p)" clip-path="url(#c)"/></g>'
        '<clipPath id="c"><circle r="9"/></clipPath>'
    )
    return (
        (ROOT / "assets" / "logo.svg").read_bytes(),
        svg(inside),
        svg(
            inside, before='<?xml version="1.0" encoding="utf-8"?><!DOCTYPE svg [<!ENTITY a "b">]>'
        ),
        svg(inside, root='width="21cm" height="100pt" viewBox="0 0 40 30"'),
    )
