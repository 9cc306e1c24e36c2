"""The orientation of a photo (Exif 2.32, 4.6.4 A; TIFF 6.0, section 2)."""

import contextlib
import struct

_ORIENTATION = 0x0112
_GPS = 0x8825
_MOST_ENTRIES = 200
UPRIGHT = 1


def orientation(tiff: bytes) -> int:
    """Return the orientation, 1 to 8; 1 (upright) if none is stated or it is invalid."""
    value = _first_tags(tiff).get(_ORIENTATION, UPRIGHT)
    return value if 1 <= value <= 8 else UPRIGHT


def has_place(tiff: bytes) -> bool:
    """Return whether a photo states where it was taken (Exif 2.32, 4.6.3: GPS)."""
    return _GPS in _first_tags(tiff)


def _first_tags(tiff: bytes) -> dict[int, int]:
    """Return the tags of the first directory, with the first 16 bits of their values."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    tags: dict[int, int] = {}
    if order is None:
        return tags
    with contextlib.suppress(struct.error):
        (first,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, first)
        for number in range(min(count, _MOST_ENTRIES)):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, first + 2 + 12 * number)
            tags.setdefault(tag, value)
    return tags


def upright_size(orientation: int, width: int, height: int) -> tuple[int, int]:
    """Return the size of a picture turned upright; orientations 5 to 8 swap its sides."""
    return (height, width) if orientation > 4 else (width, height)
