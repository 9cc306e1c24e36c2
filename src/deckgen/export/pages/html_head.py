"""A page in one file, and its pictures: it loads nothing, and its policy forbids it."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from importlib.resources import files
from typing import TYPE_CHECKING

from deckgen import __version__
from deckgen.media.raster import compress_page

if TYPE_CHECKING:
    from deckgen.render.renderer import SlideImage


PICTURE_WIDTH = 960
"""Pixels of a slide on a page of several."""


def export_file(name: str) -> str:
    """Return the text of a file of this room."""
    return files("deckgen.export").joinpath(name).read_text(encoding="utf-8")


def page_bytes(
    language: str, title: str, style: str, body: Iterable[str], script: str = ""
) -> bytes:
    """Return a page with the lines of its body.

    `language` are the attributes of `<html>`, `title` is escaped. Only this `style` and this
    `script` may act on the page; it may show only pictures that are in it.
    """
    policy = f"default-src 'none'; img-src data:; style-src '{_hash(style)}'; "
    policy += f"script-src '{_hash(script)}'; " if script else ""
    policy += "base-uri 'none'; form-action 'none'"
    lines = (
        "<!DOCTYPE html>",
        f"<html {language}>",
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f'<meta name="generator" content="deckgen {__version__}">',
        f"<title>{title}</title>",
        '<link rel="icon" href="data:,">',
        f"<style>{style}</style>",
        "</head>",
        "<body>",
        *body,
        *([f"<script>{script}</script>"] if script else ()),
        "</body>",
        "</html>",
        "",
    )
    return "\n".join(lines).encode()


def picture_url(page: SlideImage) -> str:
    """Return the `data:` URL of a picture, packed for browsers."""
    kind, data = compress_page(page.png)
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


def picture_element(page: SlideImage) -> str:
    """Return a picture beside which words say the same.

    It is not `loading="lazy"`: it is in the page already, and would be missing on paper.
    """
    return f'<img src="{picture_url(page)}" alt="" width="{page.width}" height="{page.height}">'


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
