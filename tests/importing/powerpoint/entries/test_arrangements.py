"""Several contents below a headline: photographs that were shown whole stay whole."""

import io

import pytest
from PIL import Image
from pptx import Presentation
from pptx.util import Inches

from deckgen.importing.outline_yaml import Keys
from deckgen.importing.powerpoint.entries.arrangements import (
    with_half_picture,
    with_whole_pictures,
)
from deckgen.importing.powerpoint.import_presentation import import_presentation
from deckgen.support.diagnostics import Diagnostics
from tests.importing.powerpoint.entries.source_shapes import PLAN, shown
from tests.importing.powerpoint.old_slides import TITLE_AND_BODY, TITLE_ONLY, add_slide
from tests.tools.packages import saved

PHOTO: Keys = {"file": "pictures/a.jpg", "alt": ""}
DRAWING: Keys = {"file": "pictures/b.png", "alt": ""}
WHOLE: Keys = {**PHOTO, "fit": "contain"}


@pytest.mark.parametrize(
    ("keys", "more"),
    [
        ({"title": "A", "image": PHOTO}, [{"title": "A", "image": WHOLE}]),
        ({"title": "A", "image": (PHOTO, DRAWING)}, [{"title": "A", "image": (WHOLE, DRAWING)}]),
        ({"title": "A", "image": DRAWING}, []),
        ({"title": "A", "image": PHOTO, "bleed": True}, []),
        ({"cover": "A", "image": PHOTO}, []),
        ({"title": "A", "bullets": ()}, []),
    ],
    ids=["photograph", "among others", "drawing", "fills the slide", "cover", "none"],
)
def test_photographs_may_be_shown_whole(keys: Keys, more: list[Keys]) -> None:
    assert list(with_whole_pictures(keys)) == [keys, *more]


@pytest.mark.parametrize(
    ("keys", "halves", "first"),
    [
        ({"title": "A", "image": PHOTO}, [True], [PHOTO]),
        ({"title": "A", "image": DRAWING}, [True], [{**DRAWING, "fit": "contain"}]),
        ({"title": "A", "image": PHOTO}, [False], []),
        ({"title": "A", "image": (PHOTO, DRAWING)}, [True, False], []),
        ({"title": "A", "bullets": ()}, [], []),
    ],
    ids=["photograph", "drawing", "no half", "two", "none"],
)
def test_a_picture_that_is_a_half_of_its_slide_stays_one(
    keys: Keys, halves: list[bool], first: list[Keys]
) -> None:
    shapes = [shown(PLAN)._replace(is_half=half) for half in halves]
    bleeding = [{**keys, "image": image, "bleed": "half"} for image in first]
    assert list(with_half_picture(keys, shapes)) == [*bleeding, keys]


@pytest.mark.parametrize(("width", "whole"), [(1000, True), (640, False)], ids=["wide", "usual"])
def test_a_photograph_that_a_slide_would_crop_is_shown_whole(width: int, *, whole: bool) -> None:
    data = io.BytesIO()
    Image.new("RGB", (width, 480), "teal").save(data, "JPEG")
    talk = Presentation()
    add_slide(talk, TITLE_AND_BODY, "First", "one")
    slide = add_slide(talk, TITLE_ONLY, "The square")
    slide.shapes.add_picture(data, Inches(0.5), Inches(1.8), Inches(9))
    made = import_presentation("old.pptx", saved(talk), Diagnostics())
    assert made is not None
    outline = made.files["slides.yaml"].decode()
    assert ("fit: contain" in outline) == whole
    assert "include" not in outline
