"""The names in a font file (OpenType, `name`): of its family, its style, its version."""

import struct
from collections.abc import Container, Iterator
from typing import NamedTuple

FAMILY, STYLE, FULL_NAME, VERSION = 1, 2, 4, 5
"""Name ids; the family is the name that Office lists, with its bold and italic faces."""
_WINDOWS, _UNICODE, _MACINTOSH = 3, 0, 1
_ENGLISH = 0x409
_LONGEST = 400
"""Bytes of the longest name that is read: 200 letters."""


class FontName(NamedTuple):
    """One name, for one platform and one language."""

    platform: int
    language: int
    name_id: int
    text: str


def best_names(table: bytes, name_ids: Container[int]) -> dict[int, str]:
    """Return one name for each id: that for English Windows, which Office shows; else the first.

    Raises struct.error or UnicodeDecodeError if the table is broken.
    """
    names: dict[int, str] = {}
    for name in font_names(table, name_ids):
        is_best = (name.platform, name.language) == (_WINDOWS, _ENGLISH)
        if is_best or name.name_id not in names:
            names[name.name_id] = name.text
    return names


def font_names(table: bytes, name_ids: Container[int]) -> Iterator[FontName]:
    """Yield the names of a `name` table with some ids, in their order.

    Empty names, names that are too long, and invisible characters are left out.
    Raises struct.error or UnicodeDecodeError if the table is broken.
    """
    _, count, strings = struct.unpack_from(">3H", table)
    for number in range(count):
        platform, encoding, language, names, length, offset = struct.unpack_from(
            ">6H", table, 6 + 12 * number
        )
        if names not in name_ids or length > _LONGEST:
            continue
        raw = table[strings + offset : strings + offset + length]
        if platform in {_WINDOWS, _UNICODE}:
            text = raw.decode("utf-16-be")
        elif (platform, encoding) == (_MACINTOSH, 0):
            text = raw.decode("mac-roman")
        else:
            continue
        name = "".join(sign for sign in text if sign.isprintable()).strip()
        if name:
            yield FontName(platform, language, names, name)
