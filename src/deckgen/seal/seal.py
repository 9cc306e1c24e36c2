"""Sealing a file of any kind that deckgen writes, and telling its condition later.

A deck has its seal in a custom XML part, any other zip in its comment.
"""

import io
import struct
import zlib
from typing import BinaryIO, NamedTuple

from deckgen.seal.condition import Condition, as_digits, listing_checksum
from deckgen.seal.deck_seal import PART, is_seal, is_unbroken

_END = struct.Struct("<4s4x2H2IH")
_HEAD_SIZE = 46
_LENGTHS = struct.Struct("<3H")
"""Of name, extra field and comment of an entry, at 28."""
_PACKED = struct.Struct("<10xH4xIII14xI")
"""Method, CRC-32, size packed, size, and the offset of the entry."""
_LOCAL = struct.Struct("<4s22x2H")
_LONGEST_COMMENT = 0xFFFF
_LARGEST_DIRECTORY = 32 << 20
_STORED, _DEFLATED = 0, 8
_LARGEST_PART = 64 << 20
"""Most bytes of a custom XML part that is read: the map of a deck with 60,000 slides."""
_COMMENT = b"deckgen-seal "
_ZIP = b"PK"


def seal_condition(file: BinaryIO) -> Condition:
    """Return the condition of a file. Raises OSError."""
    begins = file.read(len(_ZIP))
    file.seek(0)
    if begins == _ZIP:
        return _zip_condition(file)
    from deckgen.seal.trailing_seal import trailing_condition

    return trailing_condition(file)


def seal_file(data: bytes) -> bytes:
    """Return a PDF, PNG, text or zip with its seal; a sealed one is returned unchanged.

    Packing seals decks: see `seal.deck_seal`. Raises ValueError for a zip with its own comment.
    """
    if seal_condition(io.BytesIO(data)) is Condition.AS_WRITTEN:
        return data
    if not data.startswith(_ZIP):
        from deckgen.seal.trailing_seal import seal_at_end

        return seal_at_end(data)
    directory = read_directory(io.BytesIO(data))
    if directory is None or directory.comment:
        raise ValueError("no zip without a comment")
    comment = _comment(directory)
    return b"%b%b%b" % (data[:-2], len(comment).to_bytes(2, "little"), comment)


class Directory(NamedTuple):
    """The central directory of a zip (PKWARE APPNOTE 6.3, 4.3.12 and 4.3.16), and its comment.

    Nothing else of the file is read, so that a usual deck takes a fifth of a millisecond. Zips
    beyond 4 GiB or 65,535 entries and encrypted ones are not read.
    """

    data: bytes
    offsets: dict[bytes, int]
    """The offset of each entry in the directory, by its name."""
    comment: bytes

    def listing(self, without: bytes | None = None) -> list[tuple[bytes, bytes]]:
        """Return name, and CRC-32 with unpacked size, of each entry except one."""
        data = self.data
        return [
            (name, data[at + 16 : at + 20] + data[at + 24 : at + 28])
            for name, at in self.offsets.items()
            if name != without
        ]

    def unpacked(self, file: BinaryIO, name: bytes, most: int) -> bytes | None:
        """Return the data of an entry; None if it is damaged, or has more than `most` bytes."""
        method, checksum, packed_size, size, offset = _PACKED.unpack_from(
            self.data, self.offsets[name]
        )
        if max(size, packed_size) > most:
            return None
        file.seek(offset)
        head = file.read(_LOCAL.size)
        if len(head) < _LOCAL.size:
            return None
        magic, of_name, of_extra = _LOCAL.unpack(head)
        file.seek(of_name + of_extra, 1)
        content = file.read(packed_size)
        if method == _DEFLATED:
            try:
                content = zlib.decompressobj(-zlib.MAX_WBITS).decompress(content, size + 1)
            except zlib.error:
                return None
        elif method != _STORED:
            return None
        is_whole = len(content) == size and zlib.crc32(content) == checksum
        return content if magic == b"PK\3\4" and is_whole else None


def read_directory(file: BinaryIO) -> Directory | None:
    """Return the directory of a zip; None if the file is no zip, or is damaged."""
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
    data = file.read(length)
    offsets = _entry_offsets(data)
    # Fewer if two entries have the same name.
    return None if offsets is None or len(offsets) != count else Directory(data, offsets, comment)


def _entry_offsets(data: bytes) -> dict[bytes, int] | None:
    """Return the offset of each entry by its name; None if the directory is damaged."""
    offsets: dict[bytes, int] = {}
    at, end = 0, len(data)
    while at + _HEAD_SIZE <= end:
        of_name, of_extra, of_comment = _LENGTHS.unpack_from(data, at + 28)
        if data[at : at + 4] != b"PK\1\2":
            return None
        name_at = at + _HEAD_SIZE
        offsets[data[name_at : name_at + of_name]] = at
        at = name_at + of_name + of_extra + of_comment
    return offsets if at == end else None


def _zip_condition(file: BinaryIO) -> Condition:
    """Return the condition of a zip. Only its directory and small entries are read."""
    directory = read_directory(file)
    if directory is None:
        return Condition.FOREIGN
    if directory.comment.startswith(_COMMENT):
        unbroken = directory.comment == _comment(directory)
    else:
        name, part = _seal(directory, file)
        if part is None:
            return Condition.FOREIGN
        unbroken = is_unbroken(part, directory.listing(without=name))
    return Condition.AS_WRITTEN if unbroken else Condition.CHANGED


def seal_in(file: BinaryIO) -> bytes | None:
    """Return the part of a deck that holds its seal and its map; None if there is none."""
    directory = read_directory(file)
    return None if directory is None else _seal(directory, file)[1]


def _seal(directory: Directory, file: BinaryIO) -> tuple[bytes, bytes | None]:
    """Return name and content of the part with the seal; None if there is none."""
    for name in directory.offsets:
        if name[:1] in b"cC" and PART.fullmatch(name):
            part = directory.unpacked(file, name, _LARGEST_PART)
            if part is not None and is_seal(part):
                return name, part
    return b"", None


def _comment(directory: Directory) -> bytes:
    return _COMMENT + as_digits(listing_checksum(directory.listing()))
