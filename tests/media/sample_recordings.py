"""Films and sounds to test with: those of the examples, and small ones made here."""

import struct

from tests.building import ROOT

FILM = (ROOT / "examples" / "films" / "square.mp4").read_bytes()
"""Three seconds of 640 × 360 pixels with a tone: H.264 and AAC."""
SOUND = (ROOT / "examples" / "sounds" / "bell.mp3").read_bytes()
"""Three seconds of an MP3."""
SUBTITLES = b"WEBVTT\n\n00:00.000 --> 00:02.000\nA house moves in.\n"


def wav(form: int = 1, seconds: float = 0.5, inner: int = 1) -> bytes:
    """Return silence as a WAV of a form: 1 is plain, 0xFFFE says in `inner` what it is."""
    rate, data = 8_000, bytes(round(16_000 * seconds))
    head = struct.pack("<HHIIHH", form, 1, rate, rate * 2, 2, 16)
    if form == 0xFFFE:
        head += struct.pack("<HHIH", 22, 16, 0, inner) + bytes(14)
    chunks = b"fmt " + struct.pack("<I", len(head)) + head
    chunks += b"data" + struct.pack("<I", len(data)) + data
    return b"RIFF" + struct.pack("<I", len(chunks) + 4) + b"WAVE" + chunks


def mp3(version: int, kilobits: int, rate: int, frames: int = 10, info: bytes = b"") -> bytes:
    """Return the frames of a silent MP3; the numbers are the bits of their header.

    `info` stands in the first frame, as encoders write it.
    """
    frame = bytes([0xFF, 0xE0 | version << 3 | 3, kilobits << 4 | rate << 2, 0])
    size = {(3, 9, 0): 417, (2, 8, 0): 208, (0, 3, 2): 216}[version, kilobits, rate]
    first = (frame + info).ljust(size, b"\0")
    return first + frame.ljust(size, b"\0") * (frames - 1)


def box(kind: bytes, contents: bytes) -> bytes:
    """Return a box of an MP4."""
    return struct.pack(">I4s", len(contents) + 8, kind) + contents


def noted(film: bytes, place: bytes, *, long: bool = False) -> bytes:
    """Return a film in whose list of tracks a phone noted where it was taken.

    The box of a `long` note states its size in eight bytes.
    """
    at = film.index(b"moov") - 4
    size = int.from_bytes(film[at : at + 4], "big")
    note = box(b"\xa9xyz", place)
    udta = struct.pack(">I4sQ", 1, b"udta", len(note) + 16) + note if long else box(b"udta", note)
    moov = film[at + 8 : at + size] + udta
    # Behind the pictures, so that these stay where the tables of the film say.
    return film[: at + 4] + b"free" + film[at + 8 :] + box(b"moov", moov)


def sideways(film: bytes) -> bytes:
    """Return a film that lies on its side, as phones save them."""
    at = film.index(b"tkhd") + 4 + 40
    return (
        film[:at] + struct.pack(">9i", 0, 65536, 0, -65536, 0, 0, 0, 0, 1 << 30) + film[at + 36 :]
    )
