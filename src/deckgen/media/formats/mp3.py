"""The frames of MP3 files (ISO/IEC 11172-3, 2.4.1.3 and 13818-3); nothing is decoded."""

import re
from typing import NamedTuple

from deckgen.media.refusal import broken_clip

_RATES = {3: (44_100, 48_000, 32_000), 2: (22_050, 24_000, 16_000), 0: (11_025, 12_000, 8_000)}
"""Samples per second, by the two bits of the version."""
_KILOBITS = {
    3: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_LAYER_3 = 1
_FEWEST = 3
"""Consecutive frames; fewer may be chance."""
_WHOLE = 0.95
"""Share of the stated frames that must be present."""
_TAG = 10
_NOT_ZERO = re.compile(rb"[^\0]")


class _Frame(NamedTuple):
    size: int
    samples: int
    rate: int


def is_mp3(data: bytes) -> bool:
    """Return whether a file begins like an MP3."""
    return data.startswith(b"ID3") or _frame(data, 0) is not None


def read(name: str, data: bytes) -> tuple[bytes, int]:
    """Return the frames of a file, without tags such as names and pictures, and its milliseconds.

    Raises RefusedError if it is damaged.
    """
    at = start = _after_tag(data)
    count, samples, rate = 0, 0, 1
    stated = _stated_frames(data, start)
    while (frame := _frame(data, at)) is not None:
        count += 1
        samples += frame.samples
        rate = frame.rate
        at += frame.size
    if count < _FEWEST or count < stated * _WHOLE:
        raise broken_clip(name, "hear")
    return data[start:at], max(samples * 1000 // rate, 1)


def _after_tag(data: bytes) -> int:
    """Return the offset of the first frame, after an ID3 tag and its padding with zeros."""
    at = 0
    if data.startswith(b"ID3") and len(data) >= _TAG:
        size = 0
        for byte in data[6:10]:
            size = size << 7 | byte & 0x7F
        at = _TAG + size + (_TAG if data[5] & 0x10 else 0)
    match = _NOT_ZERO.search(data, at)
    return match.start() if match else len(data)


def _frame(data: bytes, at: int) -> _Frame | None:
    """Return the frame at an offset; None if there is none, or it is cut off."""
    if len(data) < at + 4 or data[at] != 0xFF or data[at + 1] & 0xE0 != 0xE0:
        return None
    version, layer = data[at + 1] >> 3 & 3, data[at + 1] >> 1 & 3
    bits, rate = data[at + 2] >> 4, data[at + 2] >> 2 & 3
    if version not in _RATES or layer != _LAYER_3 or bits in {0, 15} or rate == 3:
        return None
    samples = 1152 if version == 3 else 576
    kilobits, hertz = _KILOBITS[3 if version == 3 else 2][bits], _RATES[version][rate]
    size = samples // 8 * kilobits * 1000 // hertz + (data[at + 2] >> 1 & 1)
    return _Frame(size, samples, hertz) if at + size <= len(data) else None


def _stated_frames(data: bytes, start: int) -> int:
    """Return the number of frames that the first one states; 0 if it states none."""
    head = data[start : start + 64]
    for mark in (b"Xing", b"Info"):
        at = head.find(mark)
        if at >= 0 and head[at + 7] & 1:
            return int.from_bytes(head[at + 8 : at + 12], "big")
    return 0
