"""The codecs in an MP4 or MOV, and those that PowerPoint plays on every computer."""

from deckgen.media.refusal import RefusedError, unplayable_clip

AS_FILM = (
    "Convert it to MP4 with H.264 and AAC: open it in HandBrake (free), take the preset “Fast "
    "1080p30”, Start. Or type: ffmpeg -i {} -c:v libx264 -pix_fmt yuv420p -c:a aac film.mp4"
)
AS_SOUND = (
    "Convert it to MP3: open it in Audacity (free), File, Export. Or type: ffmpeg -i {} sound.mp3"
)
_VIDEOS = {
    b"hvc1": "H.265 (HEVC), as phones save it",
    b"hev1": "H.265 (HEVC)",
    b"dvh1": "Dolby Vision",
    b"dvhe": "Dolby Vision",
    b"av01": "AV1",
    b"vp08": "VP8",
    b"vp09": "VP9",
    b"mp4v": "MPEG-4 Part 2 (DivX, Xvid)",
    b"s263": "H.263, as old phones save it",
    b"jpeg": "Motion JPEG",
    b"mjpa": "Motion JPEG",
}
_PRORES = (b"ap4", b"apc")
_SOUNDS = {
    b"Opus": "Opus",
    b"alac": "Apple Lossless",
    b"ac-3": "Dolby Digital",
    b"ec-3": "Dolby Digital Plus",
    b"fLaC": "FLAC",
    b"samr": "AMR, as old phones save it",
    b".mp3": "MP3 within a film",
    b"sowt": "uncompressed sound",
    b"twos": "uncompressed sound",
    b"lpcm": "uncompressed sound",
    b"in24": "uncompressed sound",
}
_PROFILES = frozenset({66, 77, 88, 100})
"""Of H.264: Baseline, Main, Extended, High. Players do not support others."""
_FIXED = 78
"""Bytes of a visual sample entry before its boxes (ISO/IEC 14496-12, 12.1.3)."""
_AAC = frozenset({0x40, 0x66, 0x67, 0x68})
_DECODER = 0x04
"""The tag of the descriptor with the codec of sound (ISO/IEC 14496-1, 7.2.6.6)."""


def check_video(name: str, kind: bytes, entry: bytes) -> None:
    """Raise RefusedError for pictures that are not H.264 in a profile that every player has."""
    if kind in {b"encv", b"drmi"}:
        raise _protected(name)
    if kind not in {b"avc1", b"avc3"}:
        coded = "ProRes" if kind[:3] in _PRORES else _VIDEOS.get(kind, f"“{_shown(kind)}”")
        raise unplayable_clip(name, f"its pictures are coded as {coded}", AS_FILM)
    at = entry.find(b"avcC", _FIXED)
    if at < 0 or len(entry) < at + 6:
        raise unplayable_clip(name, "it does not say how its pictures are coded", AS_FILM)
    if entry[at + 5] not in _PROFILES:
        raise unplayable_clip(
            name, "its pictures have more bits or more colour than H.264 in players has", AS_FILM
        )


def check_sound(name: str, kind: bytes, entry: bytes, *, alone: bool) -> None:
    """Raise RefusedError for sound that is not AAC; `alone`: the file has no pictures."""
    hint = AS_SOUND if alone else AS_FILM
    if kind in {b"enca", b"drms"}:
        raise _protected(name)
    if kind != b"mp4a":
        coded = _SOUNDS.get(kind, f"“{_shown(kind)}”")
        raise unplayable_clip(name, f"its sound is coded as {coded}", hint)
    coding = _object_type(entry)
    if coding is not None and coding not in _AAC:
        raise unplayable_clip(name, "its sound is not coded as AAC", hint)


def _object_type(entry: bytes) -> int | None:
    """Return the object type in the decoder's descriptor, or None."""
    at = entry.find(b"esds")
    if at < 0:
        return None
    # Version and flags, then the stream's descriptor: tag, length, id, flags.
    at = _inside(entry, at + 8) + 3
    if at >= len(entry) or entry[at] != _DECODER:
        return None
    at = _inside(entry, at)
    return entry[at] if at < len(entry) else None


def _inside(entry: bytes, at: int) -> int:
    """Return the offset of a descriptor's contents, after its length of up to four bytes."""
    for place in range(at + 1, min(at + 5, len(entry))):
        if not entry[place] & 0x80:
            return place + 1
    return len(entry)


def _shown(kind: bytes) -> str:
    return "".join(sign if sign.isprintable() else "?" for sign in kind.decode("latin-1"))


def _protected(name: str) -> RefusedError:
    return RefusedError(
        "unplayable-clip",
        f"{name} is protected against copying; PowerPoint cannot play it.",
        "Ask those whose film it is for a copy that is not.",
    )
