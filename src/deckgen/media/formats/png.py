"""The chunks of PNG files (ISO/IEC 15948); nothing is decoded."""

import struct
import zlib
from functools import partial

from deckgen.media.refusal import broken_picture

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Samples of a pixel, by colour type (11.2.2)."""
_DEPTHS = {0: {1, 2, 4, 8, 16}, 2: {8, 16}, 3: {1, 2, 4, 8}, 4: {8, 16}, 6: {8, 16}}
_MOST_DEFLATED = 1040
"""Most bytes that one byte of a deflated stream can expand to."""
_broken = partial(broken_picture, "PNG")


def size(name: str, data: bytes) -> tuple[int, int]:
    """Return width and height in pixels; raises RefusedError for a damaged file.

    The checksum of every chunk is compared, and the amount of data with the number of pixels.
    """
    at, header, palette, packed = len(SIGNATURE), b"", False, 0
    while at + 12 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        end = at + 8 + length
        if end + 4 > len(data) or zlib.crc32(data[at + 4 : end]) != int.from_bytes(
            data[end : end + 4], "big"
        ):
            raise _broken(name, "a part of it is missing or damaged")
        if not header and kind != b"IHDR":
            raise _broken(name, "its first part is not the header")
        if kind == b"IHDR":
            header = data[at + 8 : end]
        palette = palette or kind == b"PLTE"
        packed += length if kind == b"IDAT" else 0
        at = end + 4
        if kind == b"IEND":
            return _checked(name, header, packed, palette=palette)
    raise _broken(name, "its end is missing")


def _checked(name: str, header: bytes, packed: int, *, palette: bool) -> tuple[int, int]:
    if len(header) != 13:
        raise _broken(name, "its header has the wrong length")
    width, height, depth, color, packing, filtering, interlace = struct.unpack(">IIBBBBB", header)
    is_known = depth in _DEPTHS.get(color, ()) and not packing and not filtering and interlace < 2
    if not width or not height or not is_known or (color == 3 and not palette):
        raise _broken(name, "its header makes no sense")
    needed = height * ((width * depth * _CHANNELS[color] + 7) // 8 + 1)
    if packed * _MOST_DEFLATED < needed:
        raise _broken(name, "most of its pixels are missing")
    return width, height
