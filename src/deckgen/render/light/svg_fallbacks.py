"""SVGs as PNGs, for the light renderer, which would draw any SVG for as long as it takes.

It draws an SVG where a picture refers to one directly, whatever the name of the file. Programs that
save decks refer to a PNG there, and beside it to the SVG, which this renderer ignores.
"""

import re

from deckgen.media.refusal import RefusedError
from deckgen.media.svg.svg_checker import CheckedSvg, check_svg
from deckgen.media.svg.svg_to_png import SvgAtWidth, svgs_to_png
from deckgen.opc.zip_reader import ZipEntries
from deckgen.render.light.replaced_parts import with_replaced_parts

_MEDIA = re.compile(r"/(?:[^/]+/)*media/[^/]+", re.IGNORECASE)
_RELATIONSHIP = re.compile(rb"<Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(rb"\b(Id|Target)\s*=\s*[\"']([^\"']*)[\"']")
_BLIP = re.compile(rb"<(?:[\w.-]+:)?(blip|svgBlip)\b([^>]*)>")
_EMBEDDED = re.compile(rb":embed\s*=\s*[\"']([^\"']*)[\"']")
_HEAD = 4096
_BLANK = b" \t\r\n\0\xef\xbb\xbf\xff\xfe"
"""What may precede the first character of XML: white space and byte order marks."""
_WIDTH = 1_500
"""Pixels of the PNG; pictures on a slide are seldom wider."""
_NOTHING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'


def with_svg_fallbacks(deck: bytes) -> bytes:
    """Return a .pptx with a PNG for each SVG that may be drawn directly.

    An SVG that is refused or cannot be drawn becomes an empty picture. A deck without such SVGs,
    and one that cannot be read, is returned unchanged.
    """
    return with_replaced_parts(deck, _svg_replacements)


def _svg_replacements(entries: ZipEntries) -> dict[str, bytes]:
    """Return what replaces the SVGs, by part name."""
    names = [
        name for name in entries.infos if _MEDIA.fullmatch(name) and _may_be_svg(entries, name)
    ]
    beside = _beside_pictures(entries) if names else set()
    drawings = {
        name: _checked(entries.unpacked(name))
        for name in names
        if name.rpartition("/")[2].encode() not in beside
    }
    orders = {
        name: SvgAtWidth(drawing, _WIDTH)
        for name, drawing in drawings.items()
        if drawing is not None
    }
    made = dict(zip(orders, svgs_to_png(list(orders.values())), strict=True))
    return {
        name: picture if isinstance(picture := made.get(name), bytes) else _NOTHING
        for name in drawings
    }


def _may_be_svg(entries: ZipEntries, name: str) -> bool:
    with entries.archive.open(entries.infos[name]) as part:
        head = part.read(_HEAD).lstrip(_BLANK)
    return not head or head.startswith(b"<")


def _checked(data: bytes) -> CheckedSvg | None:
    try:
        return check_svg("", data)
    except RefusedError:
        return None


def _beside_pictures(entries: ZipEntries) -> set[bytes]:
    """Return names of files, without folder, that occur only as the SVG beside a picture.

    A reference in an unusual form (another prefix, a character reference) does not count.
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
                attributes = dict(_ATTRIBUTE.findall(element))
                target = attributes.get(b"Target", b"").rpartition(b"/")[2]
                is_beside = attributes.get(b"Id", b"") in drawings - pictures
                (beside if is_beside else elsewhere).add(target)
    return beside - elsewhere


def _embedded(data: bytes) -> tuple[set[bytes], set[bytes]]:
    """Return the relationship ids of pictures, and those of the SVGs beside them."""
    pictures: dict[bytes, set[bytes]] = {b"blip": set(), b"svgBlip": set()}
    for kind, attributes in _BLIP.findall(data):
        for id_ in _EMBEDDED.findall(attributes):
            if b"&" in id_:
                return set(), set()
            pictures[kind].add(id_)
    return pictures[b"blip"], pictures[b"svgBlip"]
