"""The checksum of a seal: CRC-32, which a zip holds for each entry already.

It finds every change of a single entry, as a CRC finds each change within 32 bits. It needs no
import; hashlib takes 7 ms, a twentieth of the build of a talk.
"""

import zlib
from collections.abc import Iterable


def listing_checksum(entries: Iterable[tuple[bytes, bytes]]) -> int:
    """Return the checksum of a zip's entries; their order and compression do not matter.

    An entry is its name, and its CRC-32 with its size as the central directory holds them.
    """
    return zlib.crc32(b"".join(sorted(b"%b\0%b" % entry for entry in entries)))


def as_digits(checksum: int) -> bytes:
    """Return a checksum as eight hexadecimal digits."""
    return b"%08x" % checksum
