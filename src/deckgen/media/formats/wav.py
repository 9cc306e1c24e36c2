"""WAV files: uncompressed sound in chunks (RIFF, Microsoft's Multimedia Programming Interface)."""

import struct

from deckgen.media.formats.codecs import AS_SOUND
from deckgen.media.refusal import broken_clip, unplayable_clip

_PCM, _FLOAT, _EXTENSIBLE = 1, 3, 0xFFFE


def is_wav(data: bytes) -> bool:
    """Return whether a file begins like a WAV."""
    return data[:4] in {b"RIFF", b"RF64"} and data[8:12] == b"WAVE"


def read(name: str, data: bytes) -> int:
    """Return the duration in milliseconds; raises RefusedError for a file that cannot be played."""
    form, rate, at = 0, 0, 12
    while at + 8 <= len(data):
        kind, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        if kind == b"fmt " and at + 24 <= len(data):
            form, _, _, rate = struct.unpack_from("<HHII", data, at + 8)
            if form == _EXTENSIBLE and size >= 26 and at + 34 <= len(data):
                (form,) = struct.unpack_from("<H", data, at + 32)
        elif kind == b"data":
            if form not in {_PCM, _FLOAT}:
                raise unplayable_clip(name, "it is a WAV that is compressed", AS_SOUND)
            if not rate or not size or size > len(data) - at - 8:
                break
            return max(size * 1000 // rate, 1)
        at += 8 + size + size % 2
    raise broken_clip(name, "hear")
