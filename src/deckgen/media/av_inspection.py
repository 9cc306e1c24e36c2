"""Films, sounds and subtitles in files: recognised by their bytes, refused if unplayable."""

import re

from deckgen.deck.graphics import Media, Recording
from deckgen.media.formats import mp3, mp4, wav
from deckgen.media.formats.codecs import AS_FILM, AS_SOUND
from deckgen.media.media_part import media_part
from deckgen.media.refusal import RefusedError

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
_LARGEST_RATIO = 10
"""Longer side to shorter side."""
_COMMA = re.compile(rb"(\d\d:\d\d:\d\d),(\d{3})")
_TIMES = re.compile(rb"^(\d+:)?\d\d:\d\d\.\d{3} --> (\d+:)?\d\d:\d\d\.\d{3}", re.MULTILINE)


def inspect_recording(name: str, data: bytes) -> Recording:
    """Return the film or sound in a file; raises RefusedError if it cannot be played."""
    if data[4:8] == b"ftyp" and data[8:12] in _PICTURE_BRANDS:
        raise _picture(name)
    if mp4.is_mp4(data):
        recording = mp4.read(name, data)
        width, height = recording.size
        longer, shorter = max(width, height), min(width, height)
        is_film = shorter > 0
        if is_film and longer > min(_LONGEST_SIDE, shorter * _LARGEST_RATIO):
            raise RefusedError(
                "unplayable-clip",
                f"{name} is {width:,} × {height:,} pixels; no slide shows that.",
                AS_FILM.format(name),
            )
        extension = "m4a" if not is_film else "mov" if recording.is_quicktime else "mp4"
        made = media_part(recording.data, extension, *((width, height) if is_film else ()))
        return Recording(made, is_film, recording.milliseconds, recording.audible)
    if wav.is_wav(data):
        length = wav.read(name, data)
        return Recording(media_part(data, "wav"), film=False, milliseconds=length)
    if mp3.is_mp3(data):
        sound, length = mp3.read(name, data)
        return Recording(media_part(sound, "mp3"), film=False, milliseconds=length)
    raise _refused(name, data)


def inspect_subtitles(name: str, data: bytes) -> Media:
    """Return subtitles as WebVTT; SubRip is converted. Raises RefusedError if there are none."""
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
    return media_part(text, "vtt")


def _refused(name: str, data: bytes) -> RefusedError:
    if not data:
        return RefusedError("broken-clip", f"{name} is empty.", "Copy it anew.")
    if data.startswith(_PICTURES):
        return _picture(name)
    for endings, hint in ((_FILMS, AS_FILM), (_SOUNDS, AS_SOUND)):
        for at, mark, what in endings:
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
