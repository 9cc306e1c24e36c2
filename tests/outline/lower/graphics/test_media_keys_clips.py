"""Films and sounds from the outline to the deck."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pptx
import pytest
from lxml import etree
from pptx.enum.shapes import MSO_SHAPE_TYPE

from deckgen.deck.graphics import Clip, Picture
from tests.media.sample_pictures import pixels, saved, svg
from tests.media.sample_recordings import FILM, SOUND, SUBTITLES, wav
from tests.present import present, the_graphic
from tests.sampled import sampled
from tests.talks import Talk, check_valid, complaints, talk

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
FILES: Mapping[str, bytes] = {
    "film.mp4": FILM,
    "copy.mp4": FILM,
    "sound.mp3": SOUND,
    "sound.wav": wav(),
    "still.png": saved(pixels(640, 360), "PNG"),
    "still.svg": svg("<rect width='16' height='9'/>", root='width="16" height="9"'),
    "square.png": saved(pixels(400, 400), "PNG"),
    "film.vtt": SUBTITLES,
    "words.txt": b"These are words.",
    "new.mp4": FILM.replace(b"avc1", b"hvc1"),
}
ALONE = "- {title: T, video: {file: film.mp4, alt: A, mute: yes}}"
RIGHT = "- {title: T, bullets: [One], video: {file: film.mp4, alt: A, mute: yes}}"
LEFT = "- {title: T, video: {file: film.mp4, alt: A, mute: yes}, bullets: [One]}"
FULL = "- {title: T, video: {file: film.mp4, alt: A, mute: yes}, bleed: yes}"
POSTER = "- {title: T, video: {file: film.mp4, alt: A, mute: yes, poster: still.png}}"
DRAWN = "- {title: T, video: {file: film.mp4, alt: A, mute: yes, poster: still.svg}}"
HEARD = "- {title: T, audio: {file: sound.mp3, alt: A, caption: C, credit: D, transcript: B}}"
BARE = "- {question: Q?, audio: {file: sound.wav, alt: A, transcript: B, loop: yes}}"
SUBTITLED = "- {title: T, video: {file: film.mp4, alt: A, subtitles: film.vtt, start: auto}}"
REVEALED = (
    "- {title: T, reveal: yes, bullets: [One, Two], video: {file: film.mp4, alt: A, mute: yes}}"
)
AT_ONCE = REVEALED.replace("mute: yes", "mute: yes, start: auto, loop: yes")
COLUMNS = (
    "- {title: T, columns: [{video: {file: film.mp4, alt: A, mute: yes}}, {text: One}, "
    "{audio: {file: sound.mp3, alt: A, transcript: B, start: auto}}]}"
)
ALL = (ALONE, RIGHT, LEFT, FULL, POSTER, DRAWN, HEARD, BARE, SUBTITLED, REVEALED, AT_ONCE, COLUMNS)


def made(entries: str, lang: str = "en-GB") -> Talk:
    return talk(entries, files=FILES, lang=lang)


def clip(entries: str, lang: str = "en-GB") -> Clip:
    return the_graphic(made(entries, lang).compiled.deck.slides[0], Clip)


def package(entries: str) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(made(entries).data))


def slide_xml(entries: str) -> etree._Element:
    found = package(entries)
    (name,) = [one for one in found.namelist() if one.startswith("ppt/slides/slide")]
    return etree.fromstring(found.read(name))


def test_a_link_in_the_words_of_a_film_leads_to_a_slide_of_the_talk() -> None:
    captioned = ALONE.replace("mute: yes", "mute: yes, caption: 'See [it](#nowhere)'")
    assert made(captioned).codes == ["unknown-slide"]


@pytest.mark.slow
@pytest.mark.parametrize("entries", sampled(ALL))
def test_decks_with_films_and_sounds_are_free_of_findings(entries: str) -> None:
    found = made(entries)
    assert found.codes in ([], ["coarse-picture"])
    assert complaints(found.data) == {}


@pytest.mark.slow
def test_the_validator_and_python_pptx_read_them(tmp_path: Path) -> None:
    data = made("\n".join(ALL)).data
    check_valid(data, tmp_path)
    slides = list(pptx.Presentation(io.BytesIO(data)).slides)
    assert len(slides) == len(ALL)
    # One that fills no placeholder is a film to python-pptx, too.
    (film,) = [shape for shape in slides[3].shapes if shape.name.startswith("Video")]
    assert film.shape_type == MSO_SHAPE_TYPE.MEDIA


def test_a_film_stands_where_a_picture_would() -> None:
    for film, picture in (
        (ALONE, "- {title: T, image: {file: still.png, alt: A}}"),
        (LEFT, "- {title: T, image: {file: still.png, alt: A}, bullets: [One]}"),
        (FULL, "- {title: T, image: {file: still.png, alt: A}, bleed: yes}"),
    ):
        ((role, found),) = made(film).compiled.deck.slides[0].graphics
        ((there, shown),) = made(picture).compiled.deck.slides[0].graphics
        assert isinstance(found, Clip)
        assert isinstance(shown, Picture)
        assert (role, found.picture.box) == (there, shown.box), film


def test_a_sound_is_a_square_with_its_words_in_the_middle_beside_it() -> None:
    picture = clip(HEARD).picture
    assert picture.box is not None
    assert picture.caption is not None
    words = present(picture.caption.box)
    assert picture.box.cx == picture.box.cy
    assert words.x > picture.box.right
    assert abs(2 * words.y + words.cy - 2 * picture.box.y - picture.box.cy) <= 1
    assert [one.text for one in picture.caption.body.paragraphs] == ["C", "D"]


def test_where_one_reads_from_the_right_a_sound_stands_right_of_its_words() -> None:
    picture = clip(HEARD, "ar-SA").picture
    assert picture.box is not None
    assert picture.caption is not None
    assert picture.caption.box is not None
    assert picture.caption.box.right < picture.box.x


@pytest.mark.parametrize(
    ("entries", "steps"),
    [
        (ALONE, [("clickEffect", "plays")]),
        (SUBTITLED, [("afterEffect", "plays")]),
        (REVEALED, [("clickEffect", "appears"), ("clickEffect", "appears"),
                    ("clickEffect", "plays")]),
        (AT_ONCE, [("afterEffect", "plays"), ("clickEffect", "appears"),
                   ("clickEffect", "appears")]),
    ],
)  # fmt: skip
def test_what_plays_has_its_step_before_or_behind_the_text(
    entries: str, steps: list[tuple[str, str]]
) -> None:
    (main,) = [
        node for node in slide_xml(entries).iter(f"{P}cTn") if node.get("nodeType") == "mainSeq"
    ]
    found = [
        (node.get("nodeType"), "plays" if node.get("presetClass") == "mediacall" else "appears")
        for node in main.iter(f"{P}cTn")
        if node.get("presetClass")
    ]
    assert found == steps
    assert [node.get("dur") for node in main.iter(f"{P}cTn") if node.get("dur") == "3000"]


@pytest.mark.parametrize(
    ("entries", "tag", "mute", "again"),
    [
        (ALONE, "video", "1", None),
        (SUBTITLED, "video", None, None),
        (AT_ONCE, "video", "1", "indefinite"),
        (HEARD, "audio", None, None),
        (BARE, "audio", None, "indefinite"),
    ],
)
def test_how_it_plays(entries: str, tag: str, mute: str | None, again: str | None) -> None:
    (player,) = slide_xml(entries).iter(f"{P}{tag}")
    (node,) = player
    (times, _) = node
    assert (node.get("mute"), times.get("repeatCount")) == (mute, again)


@pytest.mark.slow
def test_the_same_film_is_stored_once_and_as_it_is() -> None:
    names = ("film.mp4", "copy.mp4", "film.mp4")
    entries = "\n".join(f"- {{title: T{n}, video: {{file: {name}, alt: A, mute: yes}}}}"
                        for n, name in enumerate(names))  # fmt: skip
    films = [one for one in package(entries).infolist() if one.filename.endswith(".mp4")]
    assert [(one.compress_type, one.file_size) for one in films] == [
        (zipfile.ZIP_STORED, len(FILM))
    ]
    posters = [one for one in package(entries).namelist() if one.endswith(".svg")]
    assert len(posters) == 1


def test_what_is_said_in_it_stands_in_the_notes_in_the_language_of_the_slide() -> None:
    entries = "- {title: T, audio: {file: sound.mp3, alt: A, transcript: Ein Ton.}, notes: Vorher.}"
    notes = present(made(entries, "de-DE").compiled.deck.slides[0].notes)
    assert notes.text == "Vorher.\nWortlaut\nEin Ton."


def test_two_on_a_slide_play_one_after_the_other_and_both_are_in_the_notes() -> None:
    commands = [node.get("cmd") for node in slide_xml(COLUMNS).iter(f"{P}cmd")]
    assert commands == ["playFrom(0.0)"] * 2 + ["togglePause"] * 2
    notes = present(made(COLUMNS).compiled.deck.slides[0].notes)
    assert notes.text == "Transcript\nB"


@pytest.mark.slow
def test_subtitles_are_a_track_in_the_language_of_the_slide() -> None:
    (track,) = slide_xml(SUBTITLED).iter("{*}track")
    assert track.get("lang") == "en-GB"
    found = package(SUBTITLED)
    (name,) = [one for one in found.namelist() if one.endswith(".vtt")]
    assert found.read(name) == SUBTITLES


@pytest.mark.parametrize(
    ("keys", "codes"),
    [
        ("video: {file: film.mp4, alt: A}", ["missing-transcript"]),
        ("audio: {file: sound.mp3, alt: A}", ["missing-transcript"]),
        ("video: film.mp4", ["missing-alt", "missing-transcript"]),
        ("video: {file: film.mp4, alt: A, transcript: B}", []),
        ("video: {file: film.mp4, alt: A, subtitles: film.vtt}", []),
        ("video: {file: film.mp4, alt: A, mute: yes}", []),
        ("video: {file: none.mp4, alt: A}", ["missing-file"]),
        ("video: {file: new.mp4, alt: A}", ["unplayable-clip"]),
        ("video: {file: words.txt, alt: A}", ["no-clip"]),
        ("video: {file: sound.mp3, alt: A}", ["no-clip"]),
        ("audio: {file: film.mp4, alt: A}", ["no-clip"]),
        ("video: {file: still.png, alt: A}", ["no-clip"]),
        ("video: {file: film.mp4, alt: A, mute: yes, subtitles: words.txt}", ["no-subtitles"]),
        ("video: {file: film.mp4, alt: A, mute: yes, poster: square.png}", ["poster-shape"]),
        ("video: {file: film.mp4, alt: A, mute: yes, poster: film.mp4}", ["no-picture"]),
    ],
)
def test_findings(keys: str, codes: list[str]) -> None:
    assert made(f"- {{title: T, {keys}}}").codes == codes


@pytest.mark.slow
def test_the_same_talk_gives_the_same_bytes() -> None:
    entries = "\n".join(ALL)
    assert made(entries).data == made(entries).data
