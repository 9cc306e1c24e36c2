"""Zips as no library writes them: sizes that lie, entries without a name, directories that lie."""

import struct
import zlib
from collections.abc import Iterable
from typing import NamedTuple

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_DEFLATED = 8


class RawEntry(NamedTuple):
    """An entry with whatever is said of it."""

    name: bytes
    packed: bytes
    size: int
    checksum: int
    packed_size: int
    extra: bytes = b""


def entry(name: str, data: bytes, size: int | None = None, extra: bytes = b"") -> RawEntry:
    """Return an entry of these data; it says that they are `size` bytes, and gives their sum."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(data) + packer.flush()
    said = len(data) if size is None else size
    return RawEntry(name.encode(), packed, said, zlib.crc32(data[:said]), len(packed), extra)


def raw_zip(entries: Iterable[RawEntry], *, again: int = 0, offset: int = 0) -> bytes:
    """Return a zip. The directory has the last entry `again` times more, each at the same place.

    It says that it begins `offset` bytes from where it does.
    """
    files, directory, at = list[bytes](), list[bytes](), 0
    listed = list(entries)
    for number, one in enumerate(listed):
        common = (_DEFLATED, 0, 0x21, one.checksum, one.packed_size, one.size, len(one.name))
        local = _LOCAL.pack(b"PK\3\4", 20, 0, *common, len(one.extra)) + one.name + one.extra
        times = 1 + (again if number == len(listed) - 1 else 0)
        for turn in range(times):
            name = one.name if not turn else b"%d-%b" % (turn, one.name)
            head = (20, 20, 0, *common[:-1], len(name), len(one.extra), 0, 0, 0, 0, at)
            directory.append(_CENTRAL.pack(b"PK\1\2", *head) + name + one.extra)
        files.append(local + one.packed)
        at += len(files[-1])
    central = b"".join(directory)
    count = min(len(directory), 0xFFFF)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(central), max(at + offset, 0), 0)
    return b"".join((*files, central, end))
