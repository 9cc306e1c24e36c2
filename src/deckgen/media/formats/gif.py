"""GIF files, as far as they must be understood to be passed on (GIF89a specification)."""

from __future__ import annotations

import struct

from deckgen.media.refusal import RefusedError

SIGNATURES = (b"GIF87a", b"GIF89a")
_MOST_FRAMES = 2_000


def size(name: str, data: bytes) -> tuple[int, int]:
    """Return width and height in pixels, or raise RefusedError for a file that is not whole."""
    try:
        return _size(name, data)
    except (struct.error, IndexError):
        raise _broken(name, "a part of it is missing") from None


def _size(name: str, data: bytes) -> tuple[int, int]:
    width, height, flags = struct.unpack_from("<HHB", data, 6)
    at, frames = 13 + _table(flags), 0
    while data[at] != 0x3B:
        if data[at] == 0x2C:
            frames += 1
            at = _behind_blocks(data, at + 11 + _table(data[at + 9]))
        elif data[at] == 0x21:
            at = _behind_blocks(data, at + 2)
        else:
            raise _broken(name, "a part of it is damaged")
    if not frames or not width or not height or frames > _MOST_FRAMES:
        raise _broken(name, "its header makes no sense")
    return width, height


def _table(flags: int) -> int:
    """Return the length of a table of colours."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _behind_blocks(data: bytes, at: int) -> int:
    while length := data[at]:
        at += length + 1
    return at + 1


def _broken(name: str, why: str) -> RefusedError:
    return RefusedError(
        "broken-picture",
        f"{name} is a GIF that cannot be shown: {why}.",
        "Open it in another program and save it again, as PNG if nothing moves in it.",
    )
