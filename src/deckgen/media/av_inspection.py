"""Bytes → a film or a sound that PowerPoint plays, known by its first bytes."""

from __future__ import annotations

import hashlib
import re

from deckgen.deck.graphics.clip import Recording
from deckgen.deck.graphics.picture import Media
from deckgen.media.formats import mp3, mp4, wav
from deckgen.media.formats.codecs import AS_FILM, AS_SOUND
from deckgen.media.refusal import RefusedError

_TYPES = {
    "mp4": "video/mp4",
    "mov": "video/quicktime",
    "m4a": "audio/mp4",
    "mp3": "audio/mpeg",
    "wav": "audio/wav",
    "vtt": "text/vtt",
}
_FILMS = (
    (0, b"\x1a\x45\xdf\xa3", "a WebM or Matroska film"),
    (0, b"\x30\x26\xb2\x75", "a Windows Media film or sound (WMV, WMA)"),
    (8, b"AVI ", "an AVI film"),
    (0, b"FLV", "a Flash film"),
    (0, b"\0\0\x01\xba", "an MPEG film"),
    (0, b"\0\0\x01\xb3", "an MPEG film"),
    (0, b"\x47\x40", "an MPEG stream"),
)
_SOUNDS = (
    (0, b"OggS", "an Ogg file (Vorbis or Opus)"),
    (0, b"fLaC", "a FLAC sound"),
    (0, b"FORM", "an AIFF sound"),
    (0, b"#!AMR", "an AMR sound, as old phones save it"),
    (0, b"MThd", "a MIDI file"),
    (0, b"\xff\xf1", "a bare AAC stream"),
    (0, b"\xff\xf9", "a bare AAC stream"),
)
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"<svg", b"<?xml")
_PICTURE_BRANDS = frozenset({b"heic", b"heix", b"mif1", b"msf1", b"avif"})
_MOST_SUBTITLES = 1_000_000
"""Bytes: a day of talking."""
_LONGEST_SIDE = 8_192
"""Pixels: what H.264 has."""
_LONGEST = 10
"""Width by height, or height by width."""
_COMMA = re.compile(rb"(\d\d:\d\d:\d\d),(\d{3})")
_TIMES = re.compile(rb"^(\d+:)?\d\d:\d\d\.\d{3} --> (\d+:)?\d\d:\d\d\.\d{3}", re.MULTILINE)


def inspect_recording(name: str, data: bytes) -> Recording:
    """Return the film or sound in a file; raises RefusedError for one that cannot be played."""
    if data[4:8] == b"ftyp" and data[8:12] in _PICTURE_BRANDS:
        raise _picture(name)
    if mp4.is_mp4(data):
        found = mp4.read(name, data)
        width, height = found.size
        is_film = bool(width and height)
        if is_film and not _is_shown(width, height):
            raise RefusedError(
                "unplayable-clip",
                f"{name} is {width:,} × {height:,} pixels; no slide shows that.",
                AS_FILM.format(name),
            )
        extension = "m4a" if not is_film else "mov" if found.is_quicktime else "mp4"
        made = _media(found.data, extension, (width, height) if is_film else (1, 1))
        return Recording(made, is_film, found.milliseconds, found.audible)
    if wav.is_wav(data):
        length = wav.read(name, data)
        return Recording(_media(data, "wav", (1, 1)), film=False, milliseconds=length)
    if mp3.is_mp3(data):
        sound = mp3.read(name, data)
        return Recording(
            _media(sound.data, "mp3", (1, 1)), film=False, milliseconds=sound.milliseconds
        )
    raise _refused(name, data)


def inspect_subtitles(name: str, data: bytes) -> Media:
    """Return subtitles as WebVTT; those in an SRT file are converted. Raises RefusedError."""
    text = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    if not text.startswith(b"WEBVTT"):
        text = b"WEBVTT\n\n" + _COMMA.sub(rb"\1.\2", text)
    try:
        text.decode()
    except UnicodeDecodeError:
        text = b""
    if not _TIMES.search(text) or len(text) > _MOST_SUBTITLES:
        raise RefusedError(
            "no-subtitles",
            f"{name} holds no subtitles; deckgen takes WebVTT (.vtt) and SubRip (.srt), in UTF-8.",
            "Save them as .vtt from the program that made them.",
        )
    return _media(text, "vtt", (1, 1))


def _is_shown(width: int, height: int) -> bool:
    return max(width, height) <= _LONGEST_SIDE and max(width / height, height / width) <= _LONGEST


def _media(data: bytes, extension: str, size: tuple[int, int]) -> Media:
    digest = hashlib.sha256(data).hexdigest()[:24]
    return Media(f"/ppt/media/{digest}.{extension}", _TYPES[extension], data, *size)


def _refused(name: str, data: bytes) -> RefusedError:
    if not data:
        return RefusedError("broken-clip", f"{name} is empty.", "Copy it anew.")
    if data.startswith(_PICTURES):
        return _picture(name)
    for known, hint in ((_FILMS, AS_FILM), (_SOUNDS, AS_SOUND)):
        for at, mark, what in known:
            if data.startswith(mark, at):
                return RefusedError(
                    "unplayable-clip",
                    f"{name} is {what}; PowerPoint does not play it on every computer.",
                    hint.format(name),
                )
    return RefusedError(
        "no-clip",
        f"{name} is neither a film nor a sound that deckgen knows.",
        "Films are MP4, M4V or MOV (H.264 and AAC); sounds are MP3, M4A or WAV.",
    )


def _picture(name: str) -> RefusedError:
    return RefusedError("no-clip", f"{name} is a picture.", f"Write `image: {name}` instead.")
