"""Decks to include slides from, made by python-pptx or by deckgen, and what becomes of them."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from typing import Any

from pptx import Presentation
from pptx.util import Emu

from tests.talks import Talk, talk
from tests.tools.packages import clean_deck, edited, replace


def including(*entries: str, files: dict[str, bytes] | None = None, **more: Any) -> Talk:
    """Return a talk in 4:3 of an opening slide and some entries, beside a deck `partner.pptx`."""
    decks = {"partner.pptx": clean_deck(), **(files or {})}
    lines = "\n".join(("- section: Ours", *entries))
    return talk(lines, size="4:3", files=decks, **more)


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return the parts of a deck by their names in the zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@cache
def titled(*titles: str) -> bytes:
    """Return a deck in 4:3 with a slide for each title."""
    deck: Any = Presentation()
    for title in titles:
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = title
    return saved(deck)


def saved(deck: Any) -> bytes:
    stream = io.BytesIO()
    deck.save(stream)
    return stream.getvalue()


def of_size(width: float, height: float) -> bytes:
    """Return a deck with a slide of some inches."""
    deck: Any = Presentation()
    deck.slide_width, deck.slide_height = Emu(round(width * 914400)), Emu(round(height * 914400))
    deck.slides.add_slide(deck.slide_layouts[5]).shapes.title.text = "Large"
    return saved(deck)


def on_first_slide(xml: str, relationship: str = "") -> bytes:
    """Return the clean deck with something more on its first slide, and a relationship of it."""
    slide = "ppt/slides/slide1.xml"
    edits = [replace(slide, "</p:spTree>", f"{xml}</p:spTree>")]
    if relationship:
        holder = "ppt/slides/_rels/slide1.xml.rels"
        edits.append(replace(holder, "</Relationships>", f"{relationship}</Relationships>"))
    return edited(clean_deck(), edits)
