"""The condition of a file, and the checksum that tells it: CRC-32, which a zip holds anyway.

It finds every change of a single entry, as a CRC finds each change within 32 bits. It needs no
import; hashlib takes 7 ms, a twentieth of the build of a talk.
"""

import zlib
from collections.abc import Iterable
from enum import Enum, auto


class Condition(Enum):
    """Who wrote a file, as far as the file itself shows."""

    AS_WRITTEN = auto()
    """deckgen wrote it, and nobody has changed it since."""
    CHANGED = auto()
    """deckgen wrote it, and somebody has changed it since."""
    FOREIGN = auto()
    """Another program wrote it, or saved it last."""


def listing_checksum(entries: Iterable[tuple[bytes, bytes]]) -> int:
    """Return the checksum of a zip's entries; their order and compression do not matter.

    An entry is its name, and its CRC-32 with its size as the central directory holds them.
    """
    return zlib.crc32(b"".join(sorted(b"%b\0%b" % entry for entry in entries)))


def as_digits(checksum: int) -> bytes:
    """Return a checksum as eight hexadecimal digits."""
    return b"%08x" % checksum
