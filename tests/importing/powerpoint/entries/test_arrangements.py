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
from deckgen.importing.powerpoint.reading.source_slide import SourceShape
from deckgen.support.diagnostics import Diagnostics
from tests.importing.powerpoint.entries.source_shapes import (
    FOOT,
    IMAGE,
    LEFT,
    PLAN,
    RIGHT,
    entries,
    free,
    shown,
    slide,
    text,
)
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


HEADS = (free("*Gera*", LEFT._replace(cy=400_000)), free("Jena", RIGHT._replace(cy=400_000)))
TEXTS = (text("a", box=LEFT._replace(y=2_500_000)), free("b", RIGHT._replace(y=2_500_000)))
NAMES = ["Gera", "Jena"]
LONG = HEADS[0]._replace(content=text("Gera " * 13).content)


@pytest.mark.parametrize(
    ("shapes", "headings"),
    [
        ((*HEADS, *TEXTS), ["Gera", "Jena"]),
        ((LONG, HEADS[1], *TEXTS), None),
        ((HEADS[0]._replace(box=LEFT._replace(cy=2_000_000)), HEADS[1], *TEXTS), None),
        (TEXTS, [None, None]),
        ((TEXTS[0], free("b", RIGHT._replace(x=3_500_000))), [None, None]),
        ((TEXTS[0], free("b", RIGHT._replace(x=3_000_000, y=2_500_000))), None),
        (
            (HEADS[0], HEADS[1]._replace(box=RIGHT._replace(cx=1_000_000, cy=400_000)), *TEXTS),
            NAMES,
        ),
        ((HEADS[0], HEADS[1]._replace(box=RIGHT._replace(y=1_700_000, cy=400_000)), *TEXTS), None),
    ],
    ids=[
        *("headed", "a long heading", "a high one", "none", "touching", "on each other"),
        *("a shorter heading", "headings that are not level"),
    ],
)
def test_text_boxes_that_are_level_are_columns(
    shapes: tuple[SourceShape, ...], headings: list[str | None] | None
) -> None:
    found = next((each["columns"] for each in entries(slide(*shapes)) if "columns" in each), None)
    assert isinstance(found, tuple) == (headings is not None)
    if isinstance(found, tuple) and headings is not None:
        assert [each.get("heading") for each in found] == headings


SIDES = (LEFT, RIGHT)
WORDS = free("What we measured", LEFT._replace(y=1_000_000, cx=9_000_000, cy=600_000))


@pytest.mark.parametrize("caption", ["", "Source: the town"])
def test_one_text_box_stands_beside_a_picture_with_its_source(caption: str) -> None:
    source = [free(caption, FOOT, 10)] if caption else []
    (first, *_) = entries(slide(WORDS, shown(PLAN), *source))
    assert first["text"] == "What we measured"


@pytest.mark.parametrize("below", [text("a"), shown(PLAN)], ids=["text", "picture"])
def test_two_lines_above_a_column_are_no_heading_of_it(below: SourceShape) -> None:
    above = [text("Gera", "Jena", box=box) for box in SIDES]
    contents = [below._replace(box=box._replace(y=5_100_000)) for box in SIDES]
    assert not any("columns" in each for each in entries(slide(*above, *contents)))


@pytest.mark.parametrize("height", [400_000, 4_000_000], ids=["low", "as high as the column"])
def test_what_stands_above_pictures_beside_each_other_is_their_captions(height: int) -> None:
    above = [
        text(name, box=box._replace(cy=height)) for name, box in zip(NAMES, SIDES, strict=True)
    ]
    below = [shown(PLAN, box._replace(y=2_500_000)) for box in SIDES]
    (first, *_) = entries(slide(*above, *below))
    columns = first["columns"]
    assert isinstance(columns, tuple)
    assert [each["image"] for each in columns] == [{**IMAGE, "caption": name} for name in NAMES]
