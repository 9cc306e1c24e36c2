"""The orientation of a photo (Exif 2.32, 4.6.4 A; TIFF 6.0, section 2)."""

import struct

_ORIENTATION = 0x0112
_MOST_ENTRIES = 200
UPRIGHT = 1


def orientation(tiff: bytes) -> int:
    """Return the orientation, 1 to 8; 1 (upright) if none is stated or it is invalid."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return UPRIGHT
    try:
        (first,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, first)
        for number in range(min(count, _MOST_ENTRIES)):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, first + 2 + 12 * number)
            if tag == _ORIENTATION:
                return value if 1 <= value <= 8 else UPRIGHT
    except struct.error:
        return UPRIGHT
    return UPRIGHT


def upright_size(orientation: int, width: int, height: int) -> tuple[int, int]:
    """Return the size of a picture turned upright; orientations 5 to 8 swap its sides."""
    return (height, width) if orientation > 4 else (width, height)
