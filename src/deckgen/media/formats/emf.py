"""EMF: drawings of Windows, some of which are nothing but a picture ([MS-EMF] 2.3.1.7)."""

import struct

_STRETCHED = 81
"""The type of the record EMR_STRETCHDIBITS: a bitmap, drawn once."""
_PARTS = 48
"""Where that record says in which of its bytes header and pixels stand, after the sizes."""
_MOST = 0.9
"""The share of the file from which on nothing of account is drawn beside the bitmap."""
_FILE_HEADER = 14
"""Bytes of the header that a BMP file has before the bitmap."""


def bitmap_of(data: bytes) -> bytes | None:
    """Return as BMP the one bitmap that an EMF consists of; None of other drawings."""
    at = 0
    while at + 8 <= len(data):
        kind, size = struct.unpack_from("<II", data, at)
        if size < 8:
            return None
        if kind == _STRETCHED and size >= max(_MOST * len(data), _PARTS + 16):
            record = data[at : at + size]
            header, length, pixels, count = struct.unpack_from("<4I", record, _PARTS)
            start = _FILE_HEADER + length
            whole = record[header : header + length] + record[pixels : pixels + count]
            return struct.pack("<2sI4xI", b"BM", start + count, start) + whole
        at += size
    return None
