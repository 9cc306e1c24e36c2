"""A slide that somebody added comes into the outline once."""

import io
from typing import Any

import pytest

from deckgen.roundtrip.pull import Pulled
from tests.folder import Folder
from tests.media.sample_pictures import pixels, saved
from tests.roundtrip.pulling import MAIN, edited, pulled, pulled_into

SLIDES = """\
slides:
  - section: The costs
  - title: What we want
    bullets: [A square for all, Fewer cars]
"""
HEADS = {
    "a plain talk": "title: A talk\nlang: en-GB\n",
    "a footer": "title: A talk\nlang: en-GB\nfooter: The conference\n",
    "signs set by typography": "title: A talk\nlang: de-DE\ntypography: yes\n",
}


def new_slide(presentation: Any) -> None:
    """Add a slide as PowerPoint does, without footer and date, behind the last one."""
    slide = presentation.slides.add_slide(presentation.slides[1].slide_layout)
    slide.shapes.title.text = "A new thought"
    body = next(each for each in slide.placeholders if each.placeholder_format.idx == 1)
    body.text_frame.text = 'Then we had 94 % - "enough"\nAnd more'


@pytest.mark.slow
@pytest.mark.parametrize("head", HEADS)
def test_a_new_slide_pulled_twice_is_one_entry(head: str) -> None:
    result = pulled({MAIN: HEADS[head] + SLIDES}, new_slide)  # pulls twice, and compares
    assert result.files[MAIN].count("A new thought") == 1
    assert result.results == ["taken"]


@pytest.mark.slow
def test_notes_that_the_author_adds_later_change_nothing() -> None:
    before = HEADS["a footer"] + SLIDES
    data = edited({MAIN: before}, new_slide)
    first: Pulled = pulled_into(Folder({MAIN: before}), data)
    later = first.files[MAIN].decode().rstrip() + "\n    notes: Say it slowly.\n"
    again = pulled_into(Folder({MAIN: later}), data)
    assert [each.result for each in again.outcomes] == ["same"]


def two_slides_with_a_picture(presentation: Any) -> None:
    """Add two slides that show the same picture, as copies do."""
    layouts = {each.name: each for each in presentation.slide_layouts}
    for title in ("The market", "The market again"):
        slide = presentation.slides.add_slide(layouts["Title only"])
        slide.shapes.title.text = title
        picture = io.BytesIO(saved(pixels(40, 30), "PNG"))
        slide.shapes.add_picture(picture, 900_000, 2_000_000, height=4_000_000)


@pytest.mark.slow
def test_a_picture_of_two_new_slides_is_one_file() -> None:
    files = {MAIN: HEADS["a plain talk"] + SLIDES}
    first = pulled_into(Folder(files), edited(files, two_slides_with_a_picture))
    assert [each.result for each in first.outcomes] == ["taken", "taken"]
    pictures = [name for name in first.files if name != MAIN]
    assert pictures == ["pictures/hand-3-slide-3.png"]
    assert first.files[MAIN].count(pictures[0].encode()) == 2
