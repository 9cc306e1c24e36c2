"""Pictures, films and sounds of PowerPoint, and why some are shown by no kind."""

import io
import struct
from typing import Any

import pytest
from PIL import Image

from deckgen.importing.powerpoint.reading.pictures import picture_of
from deckgen.importing.powerpoint.reading.source_slide import SourceClip, SourcePicture, Unread
from deckgen.media.poster import PosterColors, film_poster
from tests.importing.powerpoint.reading.shape_elements import shape

PLAN, LINE = ("rId1", "png", b"plan"), ("rId2", "svg", b"<svg/>")
FILM, SOUND = ("rId3", "MP4", b"film"), ("rId4", "mp3", b"sound")
BLIP, DRAWN = '<a:blip r:embed="rId1"/>', '<a:blip r:embed="rId1"/><asvg:svgBlip r:embed="rId2"/>'
LINKED = '<a:blip r:link="rId1"/>'


def picture(
    inside: str, *media: tuple[str, str, bytes], alt: str = "", played: str = "", mark: str = ""
) -> Any:
    xml = (
        f'<p:pic><p:nvPicPr><p:cNvPr id="2" descr="{alt}">{mark}</p:cNvPr>'
        f"<p:nvPr>{played}</p:nvPr></p:nvPicPr>"
        f"<p:blipFill>{inside}</p:blipFill></p:pic>"
    )
    return shape(xml, media=media)._replace(name="Plan 7")


SHOWN = SourcePicture(b"plan", "png", "", decorative=False, name="Plan 7")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (picture(BLIP, PLAN), SHOWN),
        (picture(BLIP, PLAN, alt="A  plan"), SHOWN._replace(alt="A plan")),
        (picture(BLIP, PLAN, alt="The plan.png"), SHOWN._replace(alt="The plan.png")),
        (picture(BLIP, PLAN, alt="Plan.PNG"), SHOWN),
        (picture(BLIP, PLAN, alt="Plan"), SHOWN._replace(alt="Plan")),
        (picture(DRAWN, PLAN, LINE), SHOWN._replace(drawing=b"<svg/>")),
        (picture(DRAWN, PLAN), SHOWN),
        (picture(BLIP, ("rId1", "jpeg", b"plan")), SHOWN._replace(extension="jpg")),
        (picture(BLIP, PLAN, mark='<adec:decorative val="1"/>'), SHOWN._replace(decorative=True)),
        (picture(BLIP, PLAN, mark='<adec:decorative val="0"/>'), SHOWN),
        (picture(BLIP, ("rId1", "emf", b"plan")), Unread("picture of type EMF")),
        (picture(BLIP), Unread("picture that is not there")),
        (picture(LINKED, PLAN), Unread("linked picture")),
        (picture("", PLAN), Unread("linked picture")),
        (picture(BLIP, PLAN)._replace(rotation=90), Unread("rotated picture")),
        (picture(BLIP, PLAN)._replace(rotation=360), SHOWN),
        (picture(BLIP, PLAN)._replace(crop_left=0.006), SHOWN._replace(crop=(0.006, 0, 0, 0))),
        (picture(BLIP, PLAN)._replace(crop_bottom=-0.01), SHOWN),
        (
            picture(BLIP, PLAN)._replace(crop_top=-0.1, crop_right=0.1),
            SHOWN._replace(crop=(0, 0, 0.1, 0)),
        ),
        (picture(BLIP, PLAN)._replace(crop_left=0.005), SHOWN),
    ],
)
def test_a_picture_is_shown_whose_file_is_there_and_stands_upright(
    given: Any, expected: SourcePicture | Unread
) -> None:
    assert picture_of(given, {}) == expected


@pytest.mark.parametrize(("ending", "kind"), [("tiff", "TIFF"), ("tif", "TIFF"), ("bmp", "BMP")])
@pytest.mark.parametrize("mode", ["RGB", "L", "1", "CMYK"])
def test_a_picture_that_no_browser_shows_becomes_png(ending: str, kind: str, mode: str) -> None:
    drawn = Image.new("RGB", (3, 2), "white").convert(mode if kind == "TIFF" else "RGB")
    file = io.BytesIO()
    drawn.save(file, kind)
    made = picture_of(picture(BLIP, ("rId1", ending, file.getvalue())), {})
    assert isinstance(made, SourcePicture)
    with Image.open(io.BytesIO(made.data), formats=("PNG",)) as image:
        assert image.convert("RGB").getpixel((2, 1)) == (255, 255, 255)
    assert made.extension == "png"


def emf(*records: tuple[int, bytes]) -> bytes:
    """Return a metafile of Windows: its records, each with its type and its size."""
    return b"".join(struct.pack("<II", kind, 8 + len(data)) + data for kind, data in records)


def bitmap_record(side: int) -> tuple[int, bytes]:
    """Return EMR_STRETCHDIBITS with a white square: where it stands, its parts, header, pixels."""
    header = struct.pack("<IiiHHIIiiII", 40, side, side, 1, 32, 0, 4 * side * side, 0, 0, 0, 0)
    pixels = b"\xff" * (4 * side * side)
    parts = struct.pack("<4I", 80, len(header), 80 + len(header), len(pixels))
    return 81, bytes(40) + parts + bytes(16) + header + pixels


@pytest.mark.parametrize(
    ("records", "extension"),
    [
        ([(1, bytes(100)), bitmap_record(40), (14, bytes(12))], "png"),
        ([(1, bytes(100)), bitmap_record(40), (87, bytes(1000))], None),
        ([(1, bytes(100)), (81, b"")], None),
    ],
    ids=["a bitmap alone", "beside lines", "too short"],
)
def test_a_drawing_of_windows_that_is_a_bitmap_becomes_png(
    records: list[tuple[int, bytes]], extension: str | None
) -> None:
    made = picture_of(picture(BLIP, ("rId1", "emf", emf(*records))), {})
    assert (made.extension if isinstance(made, SourcePicture) else None) == extension


def test_a_damaged_tiff_stays_one() -> None:
    made = picture_of(picture(BLIP, ("rId1", "tiff", b"II*\0plan")), {})
    assert made == Unread("picture of type TIFF")


VIDEO, AUDIO = '<a:videoFile r:link="rId8"/>', '<a:audioFile r:link="rId8"/>'
PLAYED = '<p14:media r:embed="rId3"/>'
POSTER = SourcePicture(b"plan", "png", "", decorative=False, name="")
WALK = SourceClip("video", b"film", "mp4", "A walk", POSTER, "Plan 7")


@pytest.mark.parametrize(
    ("played", "media", "expected"),
    [
        (VIDEO + PLAYED, [FILM, PLAN], WALK),
        (VIDEO + PLAYED, [FILM], WALK._replace(poster=None)),
        (VIDEO + PLAYED, [FILM, ("rId1", "gif", b"plan")], WALK._replace(poster=None)),
        (VIDEO, [FILM, PLAN], Unread("linked film")),
        (VIDEO + PLAYED, [PLAN], Unread("linked film")),
        (VIDEO + PLAYED, [("rId3", "avi", b"film")], Unread("film of type AVI")),
        (AUDIO, [SOUND], Unread("linked sound")),
        (AUDIO + PLAYED, [("rId3", "mp4", b"film")], Unread("sound of type MP4")),
        (
            AUDIO + PLAYED,
            [("rId3", "mp3", b"bells"), PLAN],
            WALK._replace(kind="audio", data=b"bells", extension="mp3", poster=None),
        ),
        (
            '<a:wavAudioFile r:embed="rId3"/>' + PLAYED,
            [("rId3", "wav", b"bells")],
            WALK._replace(kind="audio", data=b"bells", extension="wav", poster=None),
        ),
    ],
)
def test_a_film_or_sound_is_played_that_lies_in_the_deck(
    played: str, media: list[tuple[str, str, bytes]], expected: SourceClip | Unread
) -> None:
    assert picture_of(picture(BLIP, *media, alt="A walk", played=played), {}) == expected


@pytest.mark.slow
def test_the_poster_that_deckgen_draws_is_none() -> None:
    png, svg = film_poster(16, 9, PosterColors("FFFFFF", "000000", "FFFFFF"))
    media = FILM, ("rId1", "png", png.data), ("rId2", "svg", svg.data)
    found = picture_of(picture(DRAWN, *media, alt="A walk", played=VIDEO + PLAYED), {})
    assert found == WALK._replace(poster=None)


def timed(spid: int, node: str, attributes: str = "") -> Any:
    """Return a film on a slide whose timing plays one shape."""
    timing = (
        f"<p:timing><p:cMediaNode {attributes}>{node}<p:tgtEl>"
        f'<p:spTgt spid="{spid}"/></p:tgtEl></p:cMediaNode></p:timing>'
    )
    inner = picture(BLIP, played=VIDEO + PLAYED).element
    film = shape(f"<p:sld>{timing}</p:sld>", media=[FILM])
    film.element.append(inner)
    return film._replace(element=inner)


@pytest.mark.parametrize(
    ("given", "loops", "is_mute"),
    [
        (timed(2, '<p:cTn repeatCount="indefinite"/>'), True, False),
        (timed(2, '<p:cTn repeatCount="2000"/>'), False, False),
        (timed(2, "<p:cTn/>", 'mute="1"'), False, True),
        (timed(2, "", 'mute="0"'), False, False),
        (timed(3, '<p:cTn repeatCount="indefinite"/>', 'mute="1"'), False, False),
    ],
)
def test_a_film_plays_as_the_timing_of_its_slide_says(
    given: Any, *, loops: bool, is_mute: bool
) -> None:
    found = picture_of(given, {})
    assert isinstance(found, SourceClip)
    assert (found.loops, found.is_mute) == (loops, is_mute)
