"""The zip file, as plain as it can be (PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16).

Written here and not by `zipfile`, which costs as much as the deflating itself for the many small
parts of a deck, and writes what it finds out about the machine. Entries have no clock and no owner.
"""

import struct
import zlib
from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

_LOCAL = struct.Struct("<IHHHHHIIIHH")
_CENTRAL = struct.Struct("<IHHHHHHIIIHHHHHI")
"""All but the last field, the offset."""
_END = struct.Struct("<IHHHHIIH")
_VERSION = 20
_UTF_8 = 0x0800
_STORED, _DEFLATED = 0, 8
_PACKED_ALREADY = (".png", ".jpeg", ".gif", ".mp4", ".mov", ".m4a", ".mp3", ".wav")
"""Deflating these again takes long, and gains nothing."""
_TIME, _DATE = 0, 0x21
"""Midnight of 1 January 1980, the zip format's first moment."""
_LEVEL = 3
"""How hard deflating tries. A slide would gain 4 % from level 6, at nearly twice the time."""
_WINDOWS = ((8192, -13, 6), (32768, -14, 7))
"""Bytes up to which a part is packed with a window of 2^13 or 2^14, and what zlib remembers then:
to set up the usual 2^15 takes longer than packing a slide."""
_MOST_ENTRIES, _MOST_BYTES = 0xFFFF, 0xFFFF_FFFF


_OFFSET = struct.Struct("<I")


class Entry(NamedTuple):
    """A file in the zip as it is written, in all but its place."""

    local: bytes
    """Header and name."""
    body: bytes
    """Its data, deflated or as they are: those of a film are not copied."""
    central: bytes
    """The entry of the directory, up to the offset."""
    name: bytes


Packed: TypeAlias = dict[tuple[str, bytes], Entry]
"""Entries that were packed already, by name and data."""
_MOST_PACKED = 2000
"""How much of it is kept from deck to deck: a brand and some hundred slides."""


def zipped(entries: Iterable[tuple[str, bytes]], packed: Packed | None = None) -> bytes:
    """Return the entries (name and data) as a zip file, in the order given.

    What `packed` holds is not packed again, and what is packed is added to it, so that the decks of
    one run share their work; the bytes are the same without it.

    Raises OverflowError past 65,535 entries or 4 GiB: PowerPoint would not open such a deck.
    """
    pieces: list[bytes] = []
    directory: list[bytes] = []
    bodies: dict[bytes, tuple[int, int, bytes]] = {}
    packed = {} if packed is None else packed
    if len(packed) > _MOST_PACKED:
        packed.clear()
    at = 0
    for name_and_data in entries:
        entry = packed.get(name_and_data)
        if entry is None:
            entry = packed[name_and_data] = _entry(*name_and_data, bodies)
        if (
            at + len(entry.local) + len(entry.body) > _MOST_BYTES
            or len(pieces) == 2 * _MOST_ENTRIES
        ):
            raise OverflowError("the deck is too large for a .pptx")
        pieces += (entry.local, entry.body)
        directory += (entry.central, _OFFSET.pack(at), entry.name)
        at += len(entry.local) + len(entry.body)
    central, count = b"".join(directory), len(pieces) // 2
    end = _END.pack(0x0605_4B50, 0, 0, count, count, len(central), at, 0)
    return b"".join((*pieces, central, end))


def _entry(name: str, data: bytes, bodies: dict[bytes, tuple[int, int, bytes]]) -> Entry:
    # The relationships of most slides are the same few bytes: deflate them once.
    found = bodies.get(data)
    if found is None:
        stored = name.endswith(_PACKED_ALREADY)
        body = data if stored else _deflated(data)
        found = bodies[data] = zlib.crc32(data), _STORED if stored else _DEFLATED, body
    checksum, method, body = found
    raw_name = name.encode()
    common = (_UTF_8, method, _TIME, _DATE, checksum, len(body), len(data), len(raw_name), 0)
    local = _LOCAL.pack(0x0403_4B50, _VERSION, *common)
    central = _CENTRAL.pack(0x0201_4B50, _VERSION, _VERSION, *common, 0, 0, 0, 0)
    return Entry(local + raw_name, body, central, raw_name)


def _deflated(data: bytes) -> bytes:
    fitting = (one[1:] for one in _WINDOWS if len(data) <= one[0])
    window, memory = next(fitting, (-15, 8))
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, window, memory)
    return packer.compress(data) + packer.flush()
