"""Pictures that refer to nothing and call no program: pixels, and plain Windows metafiles.

A metafile may embed pictures in any format, such as SVG or PostScript: in the comments of an EMF
that hold EMF+ records ([MS-EMF] 2.3.3, [MS-EMFPLUS]), in the escapes of a WMF ([MS-WMF] 2.3.6).
The records beside them draw the same picture without it.
"""

import re
import struct
import zlib
from collections.abc import Iterator
from contextlib import suppress

TRANSPARENT_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c02"
    "0000000b4944415478da6360600000000300012b094d840000000049454e44ae426082"
)
"""A PNG, in place of any other picture."""
_PIXELS = re.compile(
    rb"\x89PNG\r\n\x1a\n|\xff\xd8\xff|GIF8[79]a|BM|II\*\0|MM\0\*|RIFF....WEBP", re.DOTALL
)
_EMF = re.compile(rb"\x01\0\0\0.{36} EMF", re.DOTALL)
_WMF = re.compile(rb"(\xd7\xcd\xc6\x9a.{18})?[\x01\x02]\0\x09\0", re.DOTALL)
_MARKUP = re.compile(rb"(?i)<svg|<!doctype|%!ps")
_OTHER_FORMAT = re.compile(_MARKUP.pattern + rb"|%pdf|\x1f\x8b\x08")
_HEAD = 4096
"""Bytes at the beginning of a picture in which programs look for its format."""
_GZIP, _LARGEST_UNPACKED = b"\x1f\x8b", 64 << 20

_COMMENT = 70
"""EMR_COMMENT."""
_ESCAPE = 0x0626
"""META_ESCAPE."""
_PLUS_OBJECT, _CONTINUED, _PLUS_IMAGE = 0x4008, 0x8000, 5
_BITMAP, _RAW, _COMPRESSED = 1, 0, 1


def plain_picture(data: bytes) -> bytes:
    """Return a picture that refers to nothing, unpacked; or else TRANSPARENT_PIXEL."""
    if data.startswith(_GZIP):
        unpacker = zlib.decompressobj(wbits=31)
        with suppress(zlib.error):
            data = unpacker.decompress(data, _LARGEST_UNPACKED)
    with suppress(struct.error, IndexError):
        if _EMF.match(data):
            data = _plain_emf(data)
        elif start := _WMF.match(data):
            data = _plain_wmf(data, 22 if start[1] else 0)
        elif not _PIXELS.match(data):
            return TRANSPARENT_PIXEL
        if not _MARKUP.search(data, 0, _HEAD):
            return data
    return TRANSPARENT_PIXEL


def _plain_emf(data: bytes) -> bytes:
    """Return an EMF with no comment but EMF+ records that embed only pixels."""
    records = list(_emf_records(data))
    plus = [each for type_, each in records if type_ == _COMMENT and each[12:16] == b"EMF+"]
    keeps_plus = all(map(_embeds_only_pixels, plus))
    remaining = [
        each
        for type_, each in records
        if type_ != _COMMENT or (keeps_plus and each[12:16] == b"EMF+")
    ]
    head = bytearray(remaining[0])
    struct.pack_into("<II", head, 48, sum(map(len, remaining)), len(remaining))
    return b"".join((head, *remaining[1:]))


def _emf_records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the type of each record, and the whole record, with its type and size."""
    at = 0
    while at < len(data):
        type_, size = struct.unpack_from("<II", data, at)
        if size < 8 or at + size > len(data):
            return
        yield type_, data[at : at + size]
        at += size


def _embeds_only_pixels(comment: bytes) -> bool:
    """Return whether the EMF+ records of a comment hold no picture in another format than pixels.

    An object that goes on in a further record could hide one.
    """
    at = 16
    while at + 12 <= len(comment):
        type_, flags, size = struct.unpack_from("<HHI", comment, at)
        if size < 12:
            return False
        content = comment[at + 12 : at + size]
        if type_ == _PLUS_OBJECT and (flags & _CONTINUED or not _is_plain_object(flags, content)):
            return False
        at += size
    return True


def _is_plain_object(flags: int, content: bytes) -> bool:
    if flags >> 8 != _PLUS_IMAGE:
        return not _OTHER_FORMAT.search(content)
    kind, width, height, _, _, storage = struct.unpack_from("<IiiiII", content, 4)
    pixels = content[28:]
    if kind != _BITMAP or _MARKUP.search(pixels, 0, _HEAD):
        return False
    if storage == _RAW:
        # LibreOffice takes raw pixels without a width for a file of any format.
        return bool(width > 0 and height > 0)
    return storage == _COMPRESSED and bool(_PIXELS.match(pixels))


def _plain_wmf(data: bytes, start: int) -> bytes:
    """Return a WMF without escapes; `start` is where its header begins. Its sizes are in words."""
    kept, at = [], start + 18
    while at + 6 <= len(data):
        words, type_ = struct.unpack_from("<IH", data, at)
        if words < 3 or at + 2 * words > len(data):
            break
        if type_ != _ESCAPE:
            kept.append(data[at : at + 2 * words])
        at += 2 * words
    head = bytearray(data[: start + 18])
    struct.pack_into("<I", head, start + 6, (18 + sum(map(len, kept))) // 2)
    return b"".join((head, *kept))
