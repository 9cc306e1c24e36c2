"""The SVGs of a deck for the light renderer, which would draw any, as long as it takes.

It draws an SVG where a picture names one directly, whatever the file is called. What programs that
save decks write has a PNG there, and the SVG beside it, which it does not look at.
"""

from __future__ import annotations

import io
import re
import zipfile

from deckgen.media.refusal import RefusedError
from deckgen.media.svg.svg_checker import CheckedSvg, check_svg
from deckgen.media.svg.svg_to_png import SvgAtWidth, svgs_to_png
from deckgen.opc.zip_reader import DAMAGE_ERRORS, ZipEntries, open_entries
from deckgen.support.diagnostics import Diagnostics

_MEDIA = re.compile(r"/(?:[^/]+/)*media/[^/]+", re.IGNORECASE)
_RELATIONSHIP = re.compile(rb"<Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(rb"\b(Id|Target)\s*=\s*[\"']([^\"']*)[\"']")
_BLIP = re.compile(rb"<(?:[\w.-]+:)?(blip|svgBlip)\b([^>]*)>")
_EMBEDDED = re.compile(rb":embed\s*=\s*[\"']([^\"']*)[\"']")
_HEAD = 4096
_BLANK = b" \t\r\n\0\xef\xbb\xbf\xff\xfe"
"""What may stand before the first sign of XML: white space, and marks of its encoding."""
_WIDTH = 1_500
"""Pixels of what is drawn in its place: pictures on a page are seldom wider."""
_NOTHING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'


def with_svg_fallbacks(deck: bytes) -> bytes:
    """Return a .pptx in which a PNG stands for each SVG that is not sure to have one beside it.

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
    except DAMAGE_ERRORS:
        return deck
    return written.getvalue()


def _changed(entries: ZipEntries) -> dict[str, bytes]:
    """Return what takes the place of SVGs, by part name."""
    names = [
        name for name in entries.infos if _MEDIA.fullmatch(name) and _may_be_svg(entries, name)
    ]
    beside = _beside_pictures(entries) if names else set()
    drawings = {
        name: _judged(entries.unpacked(name))
        for name in names
        if name.rpartition("/")[2].encode() not in beside
    }
    orders = {name: SvgAtWidth(one, _WIDTH) for name, one in drawings.items() if one is not None}
    made = dict(zip(orders, svgs_to_png(list(orders.values())), strict=True))
    return {
        name: picture if isinstance(picture := made.get(name), bytes) else _NOTHING
        for name in drawings
    }


def _may_be_svg(entries: ZipEntries, name: str) -> bool:
    with entries.archive.open(entries.infos[name]) as part:
        head = part.read(_HEAD).lstrip(_BLANK)
    return not head or head.startswith(b"<")


def _judged(data: bytes) -> CheckedSvg | None:
    try:
        return check_svg("", data)
    except RefusedError:
        return None


def _beside_pictures(entries: ZipEntries) -> set[bytes]:
    """Return files, without their folder, that are surely named beside a picture, and only there.

    Whoever hides that a picture names one (another prefix, a character reference) is not believed.
    """
    beside: set[bytes] = set()
    elsewhere: set[bytes] = set()
    for name in entries.infos:
        folder, _, file = name.rpartition("/_rels/")
        source = f"{folder}/{file.removesuffix('.rels')}"
        if not file.endswith(".rels") or source not in entries.infos:
            continue
        data = entries.unpacked(name)
        if b"media/" in data:
            pictures, drawings = _embedded(entries.unpacked(source))
            for element in _RELATIONSHIP.findall(data):
                said = dict(_ATTRIBUTE.findall(element))
                one, target = said.get(b"Id", b""), said.get(b"Target", b"").rpartition(b"/")[2]
                is_beside = one in drawings and one not in pictures
                (beside if is_beside else elsewhere).add(target)
    return beside - elsewhere


def _embedded(data: bytes) -> tuple[set[bytes], set[bytes]]:
    """Return the relationships that pictures name, and those of the SVGs beside them."""
    found: dict[bytes, set[bytes]] = {b"blip": set(), b"svgBlip": set()}
    for kind, attributes in _BLIP.findall(data):
        for one in _EMBEDDED.findall(attributes):
            if b"&" in one:
                return set(), set()
            found[kind].add(one)
    return found[b"blip"], found[b"svgBlip"]
