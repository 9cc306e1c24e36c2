"""The boxes of MP4, M4V, MOV and M4A files (ISO/IEC 14496-12 and -15); nothing is decoded.

Files that PowerPoint does not play on every computer are refused: docs/facts/media.md.
"""

import struct
from collections.abc import Iterator
from typing import NamedTuple

from deckgen.media.formats.codecs import check_sound, check_video
from deckgen.media.refusal import RefusedError, broken_clip

_FIRST = frozenset({b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot"})
_NOTES = frozenset({b"udta", b"meta", b"uuid"})
"""Boxes with metadata of cameras and programs: place, time, author, device."""
_SELF_CONTAINED = 1
_ENABLED = 1
_MOST_TRACKS = 64
_LONGEST = 24 * 3_600_000
"""Milliseconds."""


class Movie(NamedTuple):
    """The film or sound of a file."""

    data: bytes
    """Without metadata; everything else keeps its offset, so that the file stays valid."""
    is_quicktime: bool
    size: tuple[int, int]
    """Pixels, upright; 0 × 0 for a sound."""
    milliseconds: int
    audible: bool
    """Whether it has a sound track."""


class _Box(NamedTuple):
    kind: bytes
    start: int
    """Offset of its contents."""
    end: int


def is_mp4(data: bytes) -> bool:
    """Return whether a file begins like an MP4 or MOV."""
    return data[4:8] in _FIRST


def read(name: str, data: bytes) -> Movie:
    """Return the film or sound of a file; raises RefusedError if PowerPoint cannot play it."""
    try:
        return _read(name, data)
    except (struct.error, IndexError):
        raise broken_clip(name) from None


def _read(name: str, data: bytes) -> Movie:
    top = list(_boxes(name, data, 0, len(data)))
    moov = next((box for box in top if box.kind == b"moov"), None)
    if moov is None or all(box.kind != b"mdat" for box in top):
        raise broken_clip(name)
    inside = list(_boxes(name, data, moov.start, moov.end))
    traks = [box for box in inside if box.kind == b"trak"]
    kinds = [_handler(name, data, box) for box in traks[:_MOST_TRACKS]]
    alone = b"vide" not in kinds
    tracks = [
        (kind, _playable_size(name, data, box, kind, alone=alone))
        for box, kind in zip(traks, kinds, strict=False)
        if kind in {b"vide", b"soun"}
    ]
    if not tracks:
        raise RefusedError(
            "no-clip", f"{name} holds neither pictures nor sound.", "Is it the right file?"
        )
    ftyp = next((box for box in top if box.kind == b"ftyp"), None)
    brand = data[ftyp.start : ftyp.start + 4] if ftyp else b"qt  "
    metadata = [box for box in (*top, *inside) if box.kind in _NOTES]
    for trak in traks:
        metadata += (box for box in _boxes(name, data, trak.start, trak.end) if box.kind in _NOTES)
    return Movie(
        _cleared(data, metadata),
        brand == b"qt  ",
        next((size for kind, size in tracks if kind == b"vide"), (0, 0)),
        _milliseconds(name, data, inside),
        any(kind == b"soun" for kind, _ in tracks),
    )


def _boxes(name: str, data: bytes, start: int, end: int) -> Iterator[_Box]:
    """Yield the boxes between two offsets; raises RefusedError if they do not fill the space."""
    at = start
    while at < end:
        if end - at < 8:
            if any(data[at:end]):
                raise broken_clip(name)
            return
        size, head = int.from_bytes(data[at : at + 4], "big"), 8
        kind = data[at + 4 : at + 8]
        if size == 1:
            size, head = int.from_bytes(data[at + 8 : at + 16], "big"), 16
        elif size == 0:
            if kind == b"\0\0\0\0":  # the end of a list in QuickTime
                return
            size = end - at
        if size < head or at + size > end:
            raise broken_clip(name)
        yield _Box(kind, at + head, at + size)
        at += size


def _find(name: str, data: bytes, box: _Box, *path: bytes) -> _Box | None:
    """Return the first box at a path below another, or None."""
    inner: _Box | None = box
    for kind in path:
        if inner is None:
            return None
        inside = _boxes(name, data, inner.start, inner.end)
        inner = next((child for child in inside if child.kind == kind), None)
    return inner


def _handler(name: str, data: bytes, trak: _Box) -> bytes:
    """Return the type of a track, `vide`, `soun` or another; empty if it is disabled."""
    header = _find(name, data, trak, b"tkhd")
    handler = _find(name, data, trak, b"mdia", b"hdlr")
    if header is None or handler is None:
        raise broken_clip(name)
    return (
        data[handler.start + 8 : handler.start + 12] if data[header.start + 3] & _ENABLED else b""
    )


def _playable_size(
    name: str, data: bytes, trak: _Box, kind: bytes, *, alone: bool
) -> tuple[int, int]:
    """Return the size of a track in pixels, upright: a rotated one is turned (8.3.2).

    Raises RefusedError for a track that is not playable. `alone`: the file has no pictures.
    """
    header = _find(name, data, trak, b"tkhd")
    media = _find(name, data, trak, b"mdia", b"minf")
    kinds = _find(name, data, media, b"stbl", b"stsd") if media else None
    if header is None or media is None or kinds is None:
        raise broken_clip(name)
    _check_sources(name, data, media)
    _check_chunks(name, data, media)
    for entry in _boxes(name, data, kinds.start + 8, kinds.end):
        if kind == b"vide":
            check_video(name, entry.kind, data[entry.start : entry.end])
        else:
            check_sound(name, entry.kind, data[entry.start : entry.end], alone=alone)
    at = header.start + (52 if data[header.start] == 1 else 40)
    matrix = struct.unpack_from(">9i", data, at)
    width, height = (round(side / 0x1_0000) for side in struct.unpack_from(">2I", data, at + 36))
    return (height, width) if not matrix[0] and not matrix[4] else (width, height)


def _check_sources(name: str, data: bytes, media: _Box) -> None:
    """Refuse a film whose pictures lie in another file, or on the web (8.7.2)."""
    sources = _find(name, data, media, b"dinf", b"dref")
    if sources is None:
        return
    for entry in _boxes(name, data, sources.start + 8, sources.end):
        if not data[entry.start + 3] & _SELF_CONTAINED:
            raise RefusedError(
                "unsafe-clip",
                f"{name} keeps its pictures or its sound in another file.",
                "Export it anew from the program it was cut with, as one MP4 file.",
            )


def _check_chunks(name: str, data: bytes, media: _Box) -> None:
    """Refuse a file that ends before its pictures do (8.7.5)."""
    for kind, sign, width in ((b"stco", "I", 4), (b"co64", "Q", 8)):
        sample_table = _find(name, data, media, b"stbl", kind)
        if sample_table is None:
            continue
        (count,) = struct.unpack_from(">I", data, sample_table.start + 4)
        table = data[sample_table.start + 8 : sample_table.end]
        if count * width > len(table):
            raise broken_clip(name)
        places = struct.iter_unpack(f">{sign}", table[: count * width])
        if max((place for (place,) in places), default=0) >= len(data):
            raise broken_clip(name)


def _milliseconds(name: str, data: bytes, inside: list[_Box]) -> int:
    """Return the duration (8.2.2); a fragmented file states it elsewhere (8.8.2)."""
    header = next((box for box in inside if box.kind == b"mvhd"), None)
    if header is None:
        raise broken_clip(name)
    long = data[header.start] == 1
    scale = _number(data, header.start + (20 if long else 12), wide=False)
    length = _number(data, header.start + (24 if long else 16), wide=long)
    if not length or length == (1 << (64 if long else 32)) - 1:
        extended = next((box for box in inside if box.kind == b"mvex"), None)
        total = _find(name, data, extended, b"mehd") if extended else None
        length = _number(data, total.start + 4, wide=data[total.start] == 1) if total else 0
    if not scale or not length or length * 1000 // scale > _LONGEST:
        raise RefusedError(
            "unplayable-clip",
            f"{name} does not say how long it is, as recordings of streams do.",
            "Open it in HandBrake or another program for films, and save it as MP4.",
        )
    return max(length * 1000 // scale, 1)


def _number(data: bytes, at: int, *, wide: bool) -> int:
    size = 8 if wide else 4
    if at + size > len(data):
        raise IndexError
    return int.from_bytes(data[at : at + size], "big")


def _cleared(data: bytes, boxes: list[_Box]) -> bytes:
    """Return the file with some boxes emptied, everything else at its offset."""
    if not boxes:
        return data
    changed = bytearray(data)
    for box in boxes:
        # The four bytes of the type, before the contents or the long form of the size.
        long = changed[box.start - 12 : box.start - 8] == box.kind
        at = box.start - (12 if long else 4)
        changed[at : at + 4] = b"free"
        changed[box.start : box.end] = bytes(box.end - box.start)
    return bytes(changed)
