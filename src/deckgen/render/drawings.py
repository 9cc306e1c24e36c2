"""The SVGs of a deck for the light renderer, which would draw any, as long as it takes.

It draws an SVG where a picture names one directly, whatever the file is called. What programs that
save decks write has a PNG there, and the SVG beside it, which it does not look at.
"""

from __future__ import annotations

import io
import re
import zipfile

from deckgen.diagnostics import Diagnostics
from deckgen.media.refused import RefusedError
from deckgen.media.svg.check import Drawing, check
from deckgen.media.svg.draw import Order, all_drawn, drawn_at_once
from deckgen.opc.entries import BROKEN, Entries, open_entries

_MEDIA = re.compile(r"/(?:[^/]+/)*media/[^/]+", re.IGNORECASE)
_RELATIONSHIP = re.compile(rb"<Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(rb"\b(Id|Target)\s*=\s*[\"']([^\"']*)[\"']")
_SHOWN = re.compile(rb"<a:blip\b[^>]*\br:embed\s*=\s*[\"']([^\"']+)[\"']")
_NO_DRAWING = (
    *(b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"BM", b"II*\0", b"MM\0*"),
    *(b"\xd7\xcd\xc6\x9a", b"\x01\0\0\0", b"ID3", b"\xff\xfb", b"\x1f\x8b"),
)
"""How media begin that are surely no SVG."""
_HEAD = 12
_WIDTH = 1_500
"""Pixels of what is drawn in its place: pages are no wider, and pictures are less."""
_NOTHING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'


def with_bounded_drawings(deck: bytes) -> bytes:
    """Return a .pptx whose SVGs are drawn at once by any program, or as PNG already.

    One that may not be shown, or cannot be drawn, leaves an empty place. A deck without such SVGs
    is returned as it is, and so is what cannot be read.
    """
    if (entries := open_entries(deck, Diagnostics(), "")) is None:
        return deck
    try:
        changed = _changed(entries)
        if not changed:
            return deck
        # Not deflated: nobody keeps it.
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as package:
            for name in entries.infos:
                data = changed[name] if name in changed else entries.unpacked(name)
                package.writestr(name.removeprefix("/"), data)
    except BROKEN:
        return deck
    return written.getvalue()


def _changed(entries: Entries) -> dict[str, bytes]:
    """Return what takes the place of SVGs that are not drawn at once, by part name."""
    costly: dict[str, Drawing | None] = {}
    for name in entries.infos:
        if _MEDIA.fullmatch(name) and _may_be_svg(entries, name):
            drawing = _judged(entries.unpacked(name))
            if drawing is None or not drawn_at_once(drawing, _WIDTH):
                costly[name] = drawing
    if not costly:
        return {}
    shown = _shown_directly(entries)
    orders = {
        name: Order(drawing, _WIDTH)
        for name, drawing in costly.items()
        if drawing is not None and name.rpartition("/")[2] in shown
    }
    made = dict(zip(orders, all_drawn(list(orders.values())), strict=True))
    return {
        name: picture if isinstance(picture := made.get(name), bytes) else _NOTHING
        for name in costly
    }


def _may_be_svg(entries: Entries, name: str) -> bool:
    with entries.archive.open(entries.infos[name]) as part:
        head = part.read(_HEAD)
    return not head.startswith(_NO_DRAWING) and head[4:8] != b"ftyp"


def _judged(data: bytes) -> Drawing | None:
    try:
        return check("", data)
    except RefusedError:
        return None


def _shown_directly(entries: Entries) -> set[str]:
    """Return the files, without their folder, that pictures name themselves."""
    shown: set[str] = set()
    for name in entries.infos:
        folder, _, file = name.rpartition("/_rels/")
        source = f"{folder}/{file.removesuffix('.rels')}"
        if file.endswith(".rels") and source in entries.infos:
            ids = set(_SHOWN.findall(entries.unpacked(source)))
            if ids:
                for element in _RELATIONSHIP.findall(entries.unpacked(name)):
                    said = dict(_ATTRIBUTE.findall(element))
                    if said.get(b"Id") in ids:
                        target = said.get(b"Target", b"").decode(errors="replace")
                        shown.add(target.rpartition("/")[2])
    return shown
