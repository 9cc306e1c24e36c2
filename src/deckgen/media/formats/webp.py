"""The header of WebP files (RFC 9649); Pillow decodes them."""

import struct
from functools import partial

from deckgen.media.formats.exif import UPRIGHT, orientation, upright_size
from deckgen.media.refusal import broken_picture

_broken = partial(
    broken_picture,
    "WebP",
    hint="Open it in another program and save it as PNG or JPEG; or copy it anew.",
)


def is_webp(data: bytes) -> bool:
    """Return whether a file begins like a WebP."""
    return data[:4] == b"RIFF" and data[8:12] == b"WEBP"


def size(name: str, data: bytes) -> tuple[int, int]:
    """Return width and height of a WebP turned upright; raises RefusedError for a damaged file."""
    (length,) = struct.unpack_from("<I", data, 4)
    end = length + 8
    if end > len(data) or end < 20:
        raise _broken(name, "its end is missing")
    stored: tuple[int, int] | None = None
    turn, at = UPRIGHT, 12
    while at + 8 <= end:
        kind, length = struct.unpack_from("<4sI", data, at)
        body = data[at + 8 : at + 8 + length]
        if len(body) < length:
            raise _broken(name, "a part of it is missing")
        stored = stored or _size(kind, body)
        if kind == b"EXIF":
            turn = orientation(body.removeprefix(b"Exif\0\0"))
        at += 8 + length + length % 2
    if stored is None or not all(stored):
        raise _broken(name, "its header makes no sense")
    return upright_size(turn, *stored)


def _size(kind: bytes, body: bytes) -> tuple[int, int] | None:
    if kind == b"VP8X" and len(body) >= 10:
        return 1 + int.from_bytes(body[4:7], "little"), 1 + int.from_bytes(body[7:10], "little")
    if kind == b"VP8L" and len(body) >= 5 and body[0] == 0x2F:
        bits = int.from_bytes(body[1:5], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if kind == b"VP8 " and len(body) >= 10 and body[3:6] == b"\x9d\x01\x2a":
        width, height = struct.unpack_from("<HH", body, 6)
        return width & 0x3FFF, height & 0x3FFF
    return None
