"""The tables of a font file that somebody else made, read within bounds: they may overlap."""

from __future__ import annotations

import struct
from dataclasses import dataclass

_MOST_TABLES = 256


class BrokenFontError(Exception):
    """The bytes are not a font that can be measured."""


@dataclass(frozen=True, slots=True)
class FontTable:
    """A table within a font file; offsets count from `start`.

    Reading past the end raises IndexError.
    """

    data: bytes
    start: int = 0

    def u16(self, at: int) -> int:
        """Return an unsigned number of two bytes."""
        return int.from_bytes(self.raw(at, 2))

    def i16(self, at: int) -> int:
        """Return a signed number of two bytes."""
        return int.from_bytes(self.raw(at, 2), signed=True)

    def u32(self, at: int) -> int:
        """Return an unsigned number of four bytes."""
        return int.from_bytes(self.raw(at, 4))

    def raw(self, at: int, count: int) -> bytes:
        """Return some bytes."""
        data = self.data[self.start + at : self.start + at + count]
        if len(data) < count:
            raise IndexError("it ends too early")
        return data

    def u16s(self, at: int, count: int) -> tuple[int, ...]:
        """Return consecutive numbers of two bytes."""
        return struct.unpack(f">{count}H", self.raw(at, 2 * count))

    def below(self, at: int) -> FontTable:
        """Return the table that begins at an offset."""
        return FontTable(self.data, self.start + at)


def font_tables(data: bytes) -> dict[str, bytes]:
    """Return the tables of a font file, by their tags. Raises struct.error."""
    (count,) = struct.unpack_from(">H", data, 4)
    if count > _MOST_TABLES:
        raise struct.error("it has more tables than any font")
    tables: dict[str, bytes] = {}
    total = 0
    for number in range(count):
        tag, _, offset, length = struct.unpack_from(">4s3I", data, 12 + 16 * number)
        table = tables[tag.decode("latin-1")] = data[offset : offset + length]
        total += len(table)
        if total > 2 * len(data):
            raise struct.error("its tables lie over one another")
    return tables
