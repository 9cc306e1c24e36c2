"""Every graphic of a slide is placed once, in the place of its role."""

from itertools import pairwise

import pytest

from deckgen.deck.box import Box
from deckgen.deck.graphics import Clip, Picture
from tests.media.sample_recordings import FILM, SOUND
from tests.present import present
from tests.talks import talk
from tests.tools.packages import png

FILES = {
    "a.png": png(size=(800, 600)),
    "b.png": png(size=(600, 800)),
    "f.mp4": FILM,
    "s.mp3": SOUND,
}
A, B = "image: {file: a.png, alt: A}", "image: {file: b.png, alt: B}"
FILM_KEYS = "video: {file: f.mp4, alt: F, transcript: Nobody speaks.}"
SOUND_KEYS = "audio: {file: s.mp3, alt: S, transcript: A bell.}"


def placed(keys: str) -> list[tuple[str, Box]]:
    """Return the graphics of a slide in reading order: what they show, and where."""
    made = talk(f"- {{title: T, {keys}}}", files=FILES)
    assert not made.codes
    found = []
    for _, graphic in made.compiled.fitted.deck.slides[0].graphics:
        assert isinstance(graphic, Picture | Clip)
        picture = graphic.picture if isinstance(graphic, Clip) else graphic
        assert picture.box
        found.append((picture.alt, picture.box))
    return found


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        (A, "A"),
        (f"{A}, text: Words", "A"),
        (FILM_KEYS, "F"),
        (f"{FILM_KEYS}, text: Words", "F"),
        (SOUND_KEYS, "S"),
        (f"{SOUND_KEYS}, text: Words", "S"),
        (f"columns: [{{{A}}}, {{{B}}}]", "AB"),
        (f"columns: [{{{B}}}, {{text: Words}}, {{{A}}}]", "BA"),
        (f"columns: [{{{FILM_KEYS}}}, {{{A}}}]", "FA"),
    ],
)
def test_graphics_stand_from_left_to_right_and_clear_of_each_other(keys: str, shown: str) -> None:
    found = placed(keys)
    assert "".join(alt for alt, _ in found) == shown
    boxes = [box for _, box in found]
    assert all(left.right < right.x for left, right in pairwise(boxes))


@pytest.mark.parametrize(("lang", "first"), [("de", "left"), ("ar", "right"), ("he", "right")])
def test_on_layouts_from_the_left_a_row_of_pictures_begins_where_its_language_does(
    lang: str, first: str
) -> None:
    row = "[{file: a.png, alt: One}, {file: b.png, alt: Two}]"
    made = talk(f"- {{title: T, lang: {lang}, image: {row}}}", lang="de-DE", files=FILES)
    lefts = [
        present(shown.box).x
        for _, shown in made.compiled.deck.slides[0].graphics
        if isinstance(shown, Picture)
    ]
    assert ("left" if lefts[0] < lefts[1] else "right") == first
