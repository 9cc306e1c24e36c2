"""The names in a font file (OpenType, `name`): of its family, its style, its version."""

from __future__ import annotations

import struct
from collections.abc import Container, Iterator
from typing import NamedTuple

FAMILY, STYLE, FULL_NAME, VERSION = 1, 2, 4, 5
"""What a name names; the family is the one that Office lists, with its bold and italic below it."""
_WINDOWS, _UNICODE, _MACINTOSH = 3, 0, 1
_ENGLISH = 0x409
_LONGEST = 400
"""Bytes: no program shows names of 200 letters."""


class FontName(NamedTuple):
    """One name, as it is for the systems of one platform, in one language."""

    platform: int
    language: int
    name_id: int
    text: str

    @property
    def is_best(self) -> bool:
        """Whether it is the one for English Windows, which Office shows."""
        return self.platform == _WINDOWS and self.language == _ENGLISH


def font_names(table: bytes, wanted: Container[int]) -> Iterator[FontName]:
    """Yield the names of a `name` table that name what is wanted, in their order.

    Left out are empty ones, those that are longer than any name, and signs that nobody sees.
    Raises struct.error or UnicodeDecodeError if the table is broken.
    """
    _, count, strings = struct.unpack_from(">3H", table)
    for number in range(count):
        platform, encoding, language, names, length, offset = struct.unpack_from(
            ">6H", table, 6 + 12 * number
        )
        if names not in wanted or length > _LONGEST:
            continue
        raw = table[strings + offset : strings + offset + length]
        if platform in {_WINDOWS, _UNICODE}:
            text = raw.decode("utf-16-be")
        elif (platform, encoding) == (_MACINTOSH, 0):
            text = raw.decode("mac-roman")
        else:
            continue
        shown = "".join(sign for sign in text if sign.isprintable()).strip()
        if shown:
            yield FontName(platform, language, names, shown)
