"""The document's properties and its thumbnail (ECMA-376 Part 2, 11; Part 1, 15.2.12)."""

import datetime as dt
import struct
import zlib
from functools import lru_cache

from deckgen.deck.slide import Deck
from deckgen.support.xml_text import DECLARATION, escape

_WIDTH, _HEIGHT = 256, 144
_MARGIN, _LINE, _LINE_STEP = 16, 12, 20


def core_xml(deck: Deck, moment: dt.datetime | None) -> bytes:
    """Return the core properties; `moment` is when the deck was made, None leaves the dates out."""
    stamps = ""
    if moment is not None:
        stamp = moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        stamps = "".join(
            f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{stamp}</dcterms:{name}>'
            for name in ("created", "modified")
        )
    texts = (
        ("dc:title", deck.title),
        ("dc:subject", deck.subject),
        ("dc:creator", deck.author),
        ("cp:keywords", deck.keywords),
        ("cp:lastModifiedBy", deck.author),
        ("dc:language", deck.lang),
    )
    properties = "".join(f"<{tag}>{escape(text)}</{tag}>" for tag, text in texts if text)
    return (
        f"{DECLARATION}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{properties}{stamps}</cp:coreProperties>"
    ).encode()


def app_xml(deck: Deck) -> bytes:
    """Return the extended properties: the program, and the counts of slides and notes."""
    slides = deck.slides
    notes = sum(slide.notes is not None for slide in slides)
    hidden = sum(slide.hidden for slide in slides)
    return (
        f"{DECLARATION}<Properties "
        'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>deckgen</Application><Slides>{len(slides)}</Slides><Notes>{notes}</Notes>"
        f"<HiddenSlides>{hidden}</HiddenSlides></Properties>"
    ).encode()


@lru_cache(maxsize=16)
def thumbnail_png(title: str, colors: tuple[str, str, str]) -> bytes:
    """Return a small picture of the cover: its colours, and the title's words as bars.

    It needs no font, so it is the same on every machine; text of this size could not be read.
    `colors` are those of ground, text and accent, RRGGBB. Decks of many towns share it.
    """
    background, text, accent = (bytes.fromhex(color) for color in colors)
    rows = [bytearray(background * _WIDTH) for _ in range(_HEIGHT)]
    _fill(rows, _MARGIN, _MARGIN, 18, 6, accent)
    x, y = _MARGIN, _HEIGHT // 2 - _LINE_STEP
    for word in title.split():
        width = min(8 * len(word), _WIDTH - 2 * _MARGIN)
        if x > _MARGIN and x + width > _WIDTH - _MARGIN:
            x, y = _MARGIN, y + _LINE_STEP
        if y + _LINE > _HEIGHT - _MARGIN:
            break
        _fill(rows, x, y, width, _LINE, text)
        x += width + 6
    return _png(rows)


def _fill(rows: list[bytearray], x: int, y: int, width: int, height: int, color: bytes) -> None:
    for row in rows[y : y + height]:
        row[3 * x : 3 * (x + width)] = color * width


def _png(rows: list[bytearray]) -> bytes:
    """Return the rows of RGB pixels as a PNG (W3C PNG, third edition, 5 and 11)."""
    header = struct.pack(">IIBBBBB", len(rows[0]) // 3, len(rows), 8, 2, 0, 0, 0)
    # Level 3: at level 9 a kilobyte takes a twentieth of the time of a small deck.
    pixels = zlib.compress(b"".join(b"\0" + row for row in rows), 3)
    chunks = ((b"IHDR", header), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + tag + data + struct.pack(">I", zlib.crc32(tag + data))
        for tag, data in chunks
    )
