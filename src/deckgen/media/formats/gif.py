"""The structure of GIF files (GIF89a specification); nothing is decoded."""

import struct
from functools import partial

from deckgen.media.refusal import RefusedError, broken_picture

SIGNATURES = (b"GIF87a", b"GIF89a")
_MOST_FRAMES = 2_000
_broken = partial(
    broken_picture,
    "GIF",
    hint="Open it in another program and save it again, as PNG if nothing moves in it.",
)


def size(name: str, data: bytes) -> tuple[int, int]:
    """Return width and height in pixels; raises RefusedError for a damaged file."""
    try:
        width, height, _ = _measures(name, data)
    except (struct.error, IndexError):
        raise _broken(name, "a part of it is missing") from None
    return width, height


def has_several_frames(data: bytes) -> bool:
    """Return whether a picture moves; a damaged one does not."""
    try:
        return _measures("", data)[2] > 1
    except (RefusedError, struct.error, IndexError):
        return False


def _measures(name: str, data: bytes) -> tuple[int, int, int]:
    """Return width and height in pixels, and the number of frames."""
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
    return width, height, frames


def _table(flags: int) -> int:
    """Return the length of a colour table in bytes."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _behind_blocks(data: bytes, at: int) -> int:
    while length := data[at]:
        at += length + 1
    return at + 1
