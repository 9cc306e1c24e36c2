"""The directory at the end of a zip (PKWARE APPNOTE 6.3, 4.3.12 and 4.3.16), and single entries.

So much is read of a deck of any size in a millisecond. Zips past 4 GiB or 65,535 entries are not
read, nor are encrypted ones.
"""

import struct
import zlib
from typing import BinaryIO, NamedTuple

_END = struct.Struct("<4s4x2H2IH")
_ENTRY = struct.Struct("<4s6xH4x4sI4s3H8xI")
_LOCAL = struct.Struct("<4s22x2H")
_LONGEST_COMMENT = 0xFFFF
_LARGEST_DIRECTORY = 32 << 20
_STORED, _DEFLATED = 0, 8


class Entry(NamedTuple):
    """An entry, as the directory has it."""

    name: bytes
    sum_and_size: bytes
    """Its CRC-32 and its size when unpacked: the eight bytes that stand there."""
    method: int
    packed_size: int
    offset: int


class Directory(NamedTuple):
    """The entries of a zip, and the comment that stands behind them."""

    entries: tuple[Entry, ...]
    comment: bytes

    def listing(self, without: Entry | None = None) -> list[tuple[bytes, bytes]]:
        """Return what a checksum is made of: name, and sum with size, of each entry but one."""
        return [(entry.name, entry.sum_and_size) for entry in self.entries if entry is not without]


def read_directory(file: BinaryIO) -> Directory | None:
    """Return the directory of a zip; None if the file is none, or a damaged one."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _LONGEST_COMMENT - _END.size))
    tail = file.read(_LONGEST_COMMENT + _END.size)
    at = tail.rfind(b"PK\5\6")
    if at < 0 or len(tail) - at < _END.size:
        return None
    _, _, count, length, offset, of_comment = _END.unpack_from(tail, at)
    comment = tail[at + _END.size :]
    if len(comment) != of_comment or length > _LARGEST_DIRECTORY:
        return None
    file.seek(offset)
    entries = _entries(file.read(length))
    return Directory(entries, comment) if entries is not None and len(entries) == count else None


def _entries(data: bytes) -> tuple[Entry, ...] | None:
    entries = []
    at = 0
    while at + _ENTRY.size <= len(data):
        magic, method, checksum, packed_size, size, of_name, of_extra, of_comment, offset = (
            _ENTRY.unpack_from(data, at)
        )
        if magic != b"PK\1\2":
            return None
        at += _ENTRY.size
        name = data[at : at + of_name]
        entries.append(Entry(name, checksum + size, method, packed_size, offset))
        at += of_name + of_extra + of_comment
    return tuple(entries) if at == len(data) else None


def unpacked(file: BinaryIO, entry: Entry, most: int) -> bytes | None:
    """Return the data of an entry; None if it is damaged, or has more than `most` bytes."""
    checksum, size = struct.unpack("<2I", entry.sum_and_size)
    if max(size, entry.packed_size) > most:
        return None
    file.seek(entry.offset)
    head = file.read(_LOCAL.size)
    if len(head) < _LOCAL.size:
        return None
    magic, of_name, of_extra = _LOCAL.unpack(head)
    file.seek(of_name + of_extra, 1)
    data = file.read(entry.packed_size)
    if entry.method == _DEFLATED:
        try:
            data = zlib.decompressobj(-zlib.MAX_WBITS).decompress(data, size + 1)
        except zlib.error:
            return None
    elif entry.method != _STORED:
        return None
    is_sound = magic == b"PK\3\4" and len(data) == size and zlib.crc32(data) == checksum
    return data if is_sound else None
