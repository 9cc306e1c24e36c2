"""The checksum of a seal.

CRC-32, as a zip holds it of each entry: a listing of such sums cannot say more than they do. Within
the listing every change of a single entry is found, as a CRC finds each change within 32 bits. It
costs no import; hashlib takes 7 ms, a twentieth of building a talk.
"""

import zlib
from collections.abc import Iterable

DIGITS = 8
"""Hexadecimal digits of a checksum as it is written."""


def listing_checksum(entries: Iterable[tuple[bytes, bytes]]) -> int:
    """Return the checksum of a zip's entries, whatever their order and however they are packed.

    Of each entry: its name, and its CRC-32 and size as the directory of the zip holds them.
    """
    return zlib.crc32(b"".join(sorted(b"%b\0%b" % entry for entry in entries)))


def as_digits(checksum: int) -> bytes:
    """Return a checksum as it is written in files."""
    return b"%08x" % checksum
