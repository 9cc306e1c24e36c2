"""The segments of JPEG files (ITU T.81, annex B); nothing is decoded."""

import re
import struct
from functools import partial
from typing import NamedTuple

from deckgen.media.formats.exif import UPRIGHT, orientation
from deckgen.media.refusal import broken_picture

SIGNATURE = b"\xff\xd8\xff"
_MARKER = re.compile(rb"\xff+([\x01-\xcf\xd8-\xfe])")
_AMID = re.compile(rb"\xff([\x01-\xcf\xd8-\xfe])")
"""A marker within the pixels' data: neither a stuffed byte nor a restart. Fill bytes before it are
kept: a search for them would start again at each."""
_MOST_SCANS = 100
"""Encoders write ten. Each costs a pass over all pixels when the picture is shown."""
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_SHOWN_EVERYWHERE = frozenset({0xC0, 0xC1, 0xC2})
"""Baseline, extended and progressive, coded by Huffman."""
_START_OF_SCAN, _END = 0xDA, 0xD9
_APP1, _APP2, _APP13 = 0xE1, 0xE2, 0xED
_EXIF = b"Exif\0\0"
_broken = partial(broken_picture, "JPEG")


class Jpeg(NamedTuple):
    """The header of a JPEG, and its data."""

    data: bytes
    """The first picture alone, without metadata of the camera (place, owner)."""
    width: int
    height: int
    orientation: int
    components: int


def read(name: str, data: bytes) -> Jpeg:
    """Return the picture in a file; raises RefusedError for a damaged one.

    Phones store a second picture after the first (MPO); it is left out.
    """
    kept: list[bytes] = [data[:2]]
    turn, frame, at, scanned = UPRIGHT, b"", 2, 0
    while match := _MARKER.match(data, at) or (scanned and _AMID.search(data, at)):
        kind, start = match[1][0], match.end()
        if match.start() > at:
            kept.append(data[at : match.start()])
        if kind == _END and scanned and frame:
            kept.append(b"\xff\xd9")
            whole = b"".join(kept)
            return _checked(name, data if whole == data else whole, frame, turn)
        length = int.from_bytes(data[start : start + 2], "big")
        at = start + length
        body = data[start + 2 : at]
        if length < 2 or at > len(data):
            break
        if kind == _APP1 and body.startswith(_EXIF):
            turn = orientation(body[len(_EXIF) :])
        if kind in _FRAMES:
            if frame or kind not in _SHOWN_EVERYWHERE:
                raise _broken(name, "it is coded as programs for slides cannot read it")
            frame = body
        scanned += kind == _START_OF_SCAN
        if scanned > _MOST_SCANS:
            raise _broken(name, "it comes in more parts than programs for slides can take")
        is_private = body.startswith(b"MPF\0") if kind == _APP2 else kind in {_APP1, _APP13}
        if not is_private:  # no metadata, but a part of the picture
            kept.append(data[match.start() : at])
    raise _broken(name, "its end is missing" if frame else "its header makes no sense")


def _checked(name: str, data: bytes, frame: bytes, turn: int) -> Jpeg:
    if len(frame) < 6:
        raise _broken(name, "its header makes no sense")
    precision, height, width, components = struct.unpack_from(">BHHB", frame)
    if precision != 8 or not width or not height or components not in {1, 3, 4}:
        raise _broken(name, "it is coded as programs for slides cannot read it")
    return Jpeg(data, width, height, turn, components)
