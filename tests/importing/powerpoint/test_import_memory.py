"""A deck of pictures is not in memory many times over."""

import io
import tracemalloc
from hashlib import shake_128

import pytest
from PIL import Image
from pptx import Presentation
from pptx.util import Inches

from deckgen.importing.powerpoint.import_presentation import import_presentation
from deckgen.support.diagnostics import Diagnostics

SLIDES, SIDE = 6, 800
MOST = 4
"""Times the size of the deck."""


def deck_of_pictures() -> bytes:
    """Return a deck of some megabytes; its pictures are noise, which nothing makes smaller."""
    talk = Presentation()
    for number in range(SLIDES):
        slide = talk.slides.add_slide(talk.slide_layouts[5])
        slide.shapes.title.text = f"Picture {number}"
        picture = io.BytesIO()
        noise = shake_128(bytes([number])).digest(SIDE * SIDE * 3)
        Image.frombytes("RGB", (SIDE, SIDE), noise).save(picture, "PNG", compress_level=1)
        slide.shapes.add_picture(picture, Inches(1), Inches(2), Inches(4))
    data = io.BytesIO()
    talk.save(data)
    return data.getvalue()


@pytest.mark.slow
def test_a_deck_of_pictures_takes_four_times_its_size_at_most() -> None:
    data = deck_of_pictures()
    assert len(data) > SLIDES * SIDE * SIDE * 3
    tracemalloc.start()
    try:
        talk = import_presentation("old.pptx", data, Diagnostics())
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert talk is not None
    assert [slide.kind for slide in talk.slides if slide.kind == "include"] == []
    assert peak <= MOST * len(data)
