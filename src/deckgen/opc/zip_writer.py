"""A plain zip file (PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16).

The module `zipfile` is not used: for the many small parts of a deck it takes as long as the
deflating itself, and it writes facts about the machine. Entries have no time and no owner.
"""

import struct
import zlib
from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

_VERSION = b"\x14\0"
"""The version of the format that a reader needs: 2.0."""
_LOCAL = b"PK\3\4" + _VERSION
_LOCAL_SIZE = 30
"""Bytes of a local header without the name."""
_CENTRAL = b"PK\1\2" + _VERSION + _VERSION
_COMMON = struct.Struct("<HHHHIIIHH")
"""The fields that the local header and the central directory share."""
_REST = bytes(10)
"""The other fields of the directory: no comment, the first disk, an ordinary file."""
_END = struct.Struct("<IHHHHIIH")
_UTF_8 = 0x0800
_STORED, _DEFLATED = 0, 8
_PACKED_ALREADY = (".png", ".jpeg", ".gif", ".mp4", ".mov", ".m4a", ".mp3", ".wav")
"""Files that are compressed already: to deflate them takes long and gains nothing."""
_TIME, _DATE = 0, 0x21
"""Midnight of 1 January 1980, the zip format's first moment."""
_LEVEL = 3
"""The level of deflating. Level 6 would make a slide 4 % smaller, in nearly twice the time."""
_WINDOWS = ((4096, -12, 5), (8192, -13, 6), (32768, -14, 7))
"""Size of a part up to which a window of 2^12, 2^13 or 2^14 bytes is used, and zlib's memLevel: to
set up the usual window of 2^15 takes longer than to pack a slide."""
_WIDEST = (-15, 8)
_MOST_ENTRIES, _MOST_BYTES = 0xFFFF, 0xFFFF_FFFF
_OFFSET = struct.Struct("<I")


class ZipEntry(NamedTuple):
    """A file in the zip as it is written."""

    name: bytes
    fields: bytes
    """Those that its local header and its entry in the central directory share."""
    body: bytes
    """Its data, deflated or stored; those of a film are not copied."""


PackedEntries: TypeAlias = dict[tuple[str, bytes], ZipEntry]
"""Entries that were packed before, by name and data."""
_MOST_PACKED = 2000
"""Most entries that are kept from deck to deck: a brand and some hundred slides."""


_Body: TypeAlias = tuple[int, int, bytes]
"""Method, CRC-32 of the data, and the data, deflated or stored."""


class Packer:
    """Packs entries one after another; equal ones are deflated once."""

    def __init__(self, packed: PackedEntries | None = None) -> None:
        """`packed` holds the entries of earlier decks of a run; new ones are added to it.

        The bytes are the same without it.
        """
        if packed is not None and len(packed) > _MOST_PACKED:
            packed.clear()
        self._packed = packed
        self._relationships: dict[bytes, _Body] = {}

    def entry(self, name: str, data: bytes) -> ZipEntry:
        """Return a file as an entry."""
        if self._packed is None:
            return self._entry(name, data)
        packed = self._packed.get((name, data))
        if packed is None:
            packed = self._packed[name, data] = self._entry(name, data)
        return packed

    def _entry(self, name: str, data: bytes) -> ZipEntry:
        if name.endswith(".xml"):
            method, checksum, body = _deflated(data)
        elif name.endswith(".rels"):
            # Those of most slides are equal.
            known = self._relationships.get(data)
            if known is None:
                known = self._relationships[data] = _deflated(data)
            method, checksum, body = known
        elif name.endswith(_PACKED_ALREADY):
            method, checksum, body = _STORED, zlib.crc32(data), data
        else:
            method, checksum, body = _deflated(data)
        raw_name = name.encode()
        fields = _COMMON.pack(
            _UTF_8, method, _TIME, _DATE, checksum, len(body), len(data), len(raw_name), 0
        )
        return ZipEntry(raw_name, fields, body)


def checksum_listing(entries: Iterable[ZipEntry]) -> list[tuple[bytes, bytes]]:
    """Return names, and CRC-32 with unpacked size, from which the seal's checksum is made."""
    return [(name, fields[8:12] + fields[16:20]) for name, fields, _ in entries]


def zip_files(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return files (name, data) as a zip file, in this order. Raises as `join_entries` does."""
    packer = Packer()
    return join_entries(packer.entry(name, data) for name, data in files)


def join_entries(entries: Iterable[ZipEntry]) -> bytes:
    """Return the entries as a zip file, in the order given.

    Raises OverflowError past 65,535 entries or 4 GiB: PowerPoint would not open such a deck.
    """
    pieces: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for name, fields, body in entries:
        pieces += (_LOCAL, fields, name, body)
        directory += (_CENTRAL, fields, _REST, _OFFSET.pack(at), name)
        at += _LOCAL_SIZE + len(name) + len(body)
        if at > _MOST_BYTES or len(pieces) > 4 * _MOST_ENTRIES:
            raise OverflowError("the deck is too large for a .pptx")
    central, count = b"".join(directory), len(pieces) // 4
    end = _END.pack(0x0605_4B50, 0, 0, count, count, len(central), at, 0)
    return b"".join((*pieces, central, end))


def _deflated(data: bytes) -> _Body:
    window, memory = _WIDEST
    for most, small_window, small_memory in _WINDOWS:
        if len(data) <= most:
            window, memory = small_window, small_memory
            break
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, window, memory)
    return _DEFLATED, zlib.crc32(data), packer.compress(data) + packer.flush()
