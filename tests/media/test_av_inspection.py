"""Films and sounds that PowerPoint plays on every computer are taken; others are refused."""

import contextlib
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.media.av_inspection import inspect_recording, inspect_subtitles
from deckgen.media.refusal import RefusedError
from deckgen.project.sample_talk import sample_clips
from tests.media.growth import grows_with_its_size
from tests.media.sample_pictures import pixels, saved, svg
from tests.media.sample_recordings import FILM, SOUND, SUBTITLES, box, mp3, noted, sideways, wav

PLACE = b"+51.3397+012.3731/"
XING = bytes(32) + b"Xing\0\0\0"
"""Before a byte of flags, of which 1 is for the number of frames that follows."""
QUICKTIME = FILM.replace(b"ftypisom", b"ftypqt  ", 1)
TAGGED = b"ID3\x04\0\0\0\0\0\x06Title!" + SOUND


@pytest.mark.parametrize(
    ("data", "kind", "film", "size", "milliseconds", "audible"),
    [
        (FILM, "video/mp4", True, (640, 360), 3000, True),
        (sideways(FILM), "video/mp4", True, (360, 640), 3000, True),
        (QUICKTIME, "video/quicktime", True, (640, 360), 3000, True),
        (FILM.replace(b"avc1", b"avc3"), "video/mp4", True, (640, 360), 3000, True),
        (FILM.replace(b"hdlr\0\0\0\0\0\0\0\0soun", b"hdlr\0\0\0\0\0\0\0\0text"), "video/mp4", True,
         (640, 360), 3000, False),
        (FILM.replace(b"hdlr\0\0\0\0\0\0\0\0vide", b"hdlr\0\0\0\0\0\0\0\0text"), "audio/mp4",
         False, (1, 1), 3000, True),
        (SOUND, "audio/mpeg", False, (1, 1), 3072, True),
        (TAGGED, "audio/mpeg", False, (1, 1), 3072, True),
        (SOUND + b"TAGTitle", "audio/mpeg", False, (1, 1), 3072, True),
        # MPEG 1, 2 and 2.5: 1152 or 576 samples a frame, at 44,100, 22,050 and 8,000 a second
        (mp3(3, 9, 0), "audio/mpeg", False, (1, 1), 261, True),
        (mp3(2, 8, 0), "audio/mpeg", False, (1, 1), 261, True),
        (mp3(0, 3, 2), "audio/mpeg", False, (1, 1), 720, True),
        (mp3(3, 9, 0, info=XING + b"\1" + b"\0\0\0\x0a"), "audio/mpeg", False, (1, 1), 261, True),
        (mp3(3, 9, 0, info=XING + b"\2" + b"\0\0\x99\x99"), "audio/mpeg", False, (1, 1), 261, True),
        (wav(), "audio/wav", False, (1, 1), 500, True),
        (wav(3), "audio/wav", False, (1, 1), 500, True),
        (wav(0xFFFE), "audio/wav", False, (1, 1), 500, True),
    ],
)  # fmt: skip
def test_recordings(
    data: bytes, kind: str, *, film: bool, size: tuple[int, int], milliseconds: int, audible: bool
) -> None:
    found = inspect_recording("file", data)
    assert found.media.content_type == kind
    assert (found.film, (found.media.width, found.media.height)) == (film, size)
    assert (found.milliseconds, found.audible) == (milliseconds, audible)


@pytest.mark.parametrize(
    ("data", "code", "says"),
    [
        (b"", "broken-clip", "empty"),
        (b"These are words.", "no-clip", "neither a film nor a sound"),
        (saved(pixels(), "PNG"), "no-clip", "is a picture"),
        (svg(), "no-clip", "is a picture"),
        (b"\0\0\0\x18ftypheic", "no-clip", "is a picture"),
        (b"\x1a\x45\xdf\xa3", "unplayable-clip", "WebM"),
        (b"\x30\x26\xb2\x75", "unplayable-clip", "WMV"),
        (b"RIFF\0\0\0\0AVI ", "unplayable-clip", "AVI"),
        (b"OggS", "unplayable-clip", "Opus"),
        (b"fLaC", "unplayable-clip", "FLAC"),
        (b"\xff\xf1\x50\x80", "unplayable-clip", "AAC"),
        # in an MP4: four signs say how pictures and sound are coded
        (FILM.replace(b"avc1", b"hvc1"), "unplayable-clip", "H.265"),
        (FILM.replace(b"avc1", b"av01"), "unplayable-clip", "AV1"),
        (FILM.replace(b"avc1", b"vp09"), "unplayable-clip", "VP9"),
        (FILM.replace(b"avc1", b"apch"), "unplayable-clip", "ProRes"),
        (FILM.replace(b"avc1", b"\x01\x02\x03\x04"), "unplayable-clip", "“????”"),
        (FILM.replace(b"avc1", b"encv"), "unplayable-clip", "protected"),
        (FILM.replace(b"mp4a", b"enca"), "unplayable-clip", "protected"),
        (FILM.replace(b"mp4a", b"Opus"), "unplayable-clip", "Opus"),
        (FILM.replace(b"mp4a", b"alac"), "unplayable-clip", "Apple Lossless"),
        (FILM.replace(b"avcC\x01\x64", b"avcC\x01\xf4"), "unplayable-clip", "more colour"),
        (FILM.replace(b"avcC", b"xxxx"), "unplayable-clip", "does not say how"),
        (FILM.replace(b"url \0\0\0\x01", b"url \0\0\0\0"), "unsafe-clip", "another file"),
        # cut off, damaged
        (FILM[:-1], "broken-clip", "cut off"),
        (FILM[: FILM.index(b"moov") - 4], "broken-clip", "cut off"),
        (FILM.replace(b"moov", b"free"), "broken-clip", "cut off"),
        (FILM.replace(b"stsd", b"free"), "broken-clip", "cut off"),
        (box(b"ftyp", b"isom") + box(b"moov", b"") + box(b"mdat", b""), "no-clip", "nor sound"),
        (SOUND[:5000], "broken-clip", "cut off"),
        (SOUND[:100], "no-clip", "neither"),
        (SOUND[:2] + bytes([SOUND[2] | 0x0C]) + SOUND[3:], "no-clip", "neither"),  # no such rate
        (mp3(3, 9, 0, info=XING + b"\1" + b"\0\0\0\x0c"), "broken-clip", "cut off"),  # states 12
        (mp3(3, 9, 0, frames=2), "broken-clip", "cut off"),
        (b"ID3", "broken-clip", "cut off"),
        (wav()[:-1], "broken-clip", "cut off"),
        (wav()[:20], "broken-clip", "cut off"),
        (wav(2), "unplayable-clip", "compressed"),
        (wav(0xFFFE, inner=2), "unplayable-clip", "compressed"),
    ],
)  # fmt: skip
def test_refused(data: bytes, code: str, says: str) -> None:
    with pytest.raises(RefusedError) as caught:
        inspect_recording("file", data)
    assert caught.value.code == code
    assert says in caught.value.message
    assert caught.value.hint


def test_a_film_of_no_shape_and_one_of_no_length_are_refused() -> None:
    at = FILM.index(b"tkhd") + 4 + 76
    strip = FILM[:at] + struct.pack(">2I", 640 << 16, 1 << 16) + FILM[at + 8 :]
    at = FILM.index(b"mvhd") + 4 + 16
    lengths = [FILM[:at] + length + FILM[at + 4 :] for length in (bytes(4), b"\xff" * 4)]
    for data, says in ((strip, "640 × 1 pixels"), *((each, "how long it is") for each in lengths)):
        with pytest.raises(RefusedError, match=says) as caught:
            inspect_recording("file", data)
        assert caught.value.code == "unplayable-clip"


def test_a_film_whose_pictures_lie_behind_its_end_is_cut_off() -> None:
    at = FILM.index(b"stco") + 4 + 8
    place = int.from_bytes(FILM[at : at + 4], "big")
    for end, refused in ((place, False), (len(FILM) - 1, False), (len(FILM), True)):
        changed = FILM[:at] + end.to_bytes(4, "big") + FILM[at + 4 :]
        with pytest.raises(RefusedError, match="cut off") if refused else contextlib.nullcontext():
            inspect_recording("film.mp4", changed)


@pytest.mark.parametrize("long", [False, True])
def test_what_a_phone_noted_beside_a_film_is_left_out_and_all_else_stays_in_its_place(
    *, long: bool
) -> None:
    with_place = noted(FILM, PLACE, long=long)
    assert PLACE in with_place
    kept = inspect_recording("film.mp4", with_place).media.data
    assert PLACE not in kept
    assert len(kept) == len(with_place)
    assert kept.count(b"udta") == FILM.count(b"udta")  # in the list that counts no more
    pictures = FILM[FILM.index(b"mdat") :]
    assert pictures in kept


def test_what_is_noted_beside_a_sound_is_left_out() -> None:
    assert (
        inspect_recording("sound.mp3", TAGGED).media == inspect_recording("sound.mp3", SOUND).media
    )


def test_the_same_bytes_have_the_same_name() -> None:
    assert inspect_recording("a.mp4", FILM).media == inspect_recording("b.mp4", FILM).media


@given(st.integers(0, len(FILM) - 1))
def test_a_film_that_is_cut_off_is_refused(length: int) -> None:
    with pytest.raises(RefusedError):
        inspect_recording("film.mp4", FILM[:length])


@given(st.sampled_from([FILM[:4000], SOUND[:600], wav()]), st.data())
def test_whatever_is_damaged_is_read_or_refused(data: bytes, draw: st.DataObject) -> None:
    """And nothing else is raised."""
    changed = bytearray(FILM if data == FILM[:4000] else data)
    for _ in range(draw.draw(st.integers(1, 4))):
        changed[draw.draw(st.integers(0, len(data) - 1))] = draw.draw(st.integers(0, 255))
    with contextlib.suppress(RefusedError):
        found = inspect_recording("file", bytes(changed))
        assert found.milliseconds > 0
        assert found.media.width > 0


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (SUBTITLES, SUBTITLES),
        (b"\xef\xbb\xbf" + SUBTITLES.replace(b"\n", b"\r\n"), SUBTITLES),
        (b"1\n00:00:01,500 --> 00:00:02,250\nHello, you\n",
         b"WEBVTT\n\n1\n00:00:01.500 --> 00:00:02.250\nHello, you\n"),
    ],
)  # fmt: skip
def test_subtitles(data: bytes, expected: bytes) -> None:
    found = inspect_subtitles("film.vtt", data)
    assert (found.data, found.content_type) == (expected, "text/vtt")


@pytest.mark.parametrize(
    "data", [b"", b"WEBVTT\n", b"Words", SUBTITLES + b"\xff", SUBTITLES + b" " * 1_000_000]
)
def test_what_holds_no_subtitles_is_refused(data: bytes) -> None:
    with pytest.raises(RefusedError) as caught:
        inspect_subtitles("film.vtt", data)
    assert caught.value.code == "no-subtitles"


def test_the_sample_talk_has_a_film_and_a_sound() -> None:
    assert [inspect_recording(name, data).film for name, data in sample_clips().items()] == [
        True,
        False,
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("before", "part"),
    [
        (b"ID3\4\0\0\0\0\0\0", b"\0"),
        (b"ID3\4\0\0\0\0\0\0", b"\xff"),
        (box(b"ftyp", b"isom\0\0\0\0"), box(b"free", b"")),
        (box(b"ftyp", b"isom\0\0\0\0"), box(b"moov", box(b"trak", b""))),
        (b"RIFF\0\0\0\0WAVE", b"fmt \0\0\0\0"),
    ],
)
def test_looking_at_a_clip_grows_with_its_size(before: bytes, part: bytes) -> None:
    assert grows_with_its_size(
        lambda data: inspect_recording("clip", data),
        lambda size: before + part * (size // len(part)),
        20_000,
    )
