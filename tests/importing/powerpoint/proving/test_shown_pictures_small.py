"""A picture far smaller, or far larger than others, does not show what it did."""

import io

import pytest
from PIL import Image
from pptx import Presentation
from pptx.util import Inches

from deckgen.importing.powerpoint.import_presentation import import_presentation
from deckgen.support.diagnostics import Diagnostics
from tests.importing.powerpoint.old_slides import TITLE_AND_BODY, TITLE_ONLY, add_slide
from tests.tools.packages import saved

PHOTO = (1600, 1200)
LINES = "\n".join(["Eleven of them were planted by neighbours"] * 5)


@pytest.mark.parametrize(
    ("width", "expected"),
    [(10, "include"), (5, "bullets")],
    ids=["as large as the slide", "half as wide"],
)
def test_a_picture_keeps_a_fourth_of_its_area(width: float, expected: str) -> None:
    talk = Presentation()
    slide = add_slide(talk, TITLE_AND_BODY, "Trees", LINES)
    slide.shapes.add_picture(_picture(*PHOTO), Inches(0), Inches(0), Inches(width))
    imported = import_presentation("old.pptx", saved(talk), Diagnostics())
    assert imported is not None
    (report,) = imported.slides
    assert report.kind == expected


@pytest.mark.parametrize(
    ("width", "expected"),
    [(6, "include"), (3, "image")],
    ids=["as large as all others", "half as wide"],
)
def test_the_plot_beside_formulas_that_grow_keeps_a_fourth(width: float, expected: str) -> None:
    talk = Presentation()
    add_slide(talk, TITLE_AND_BODY, "First", "one")
    slide = add_slide(talk, TITLE_ONLY, "Growth")
    slide.shapes.add_picture(_picture(1500, 1000), Inches(0), Inches(2), Inches(width))
    for at in range(5):
        formula = _picture(800 + at, 400)
        slide.shapes.add_picture(formula, Inches(7), Inches(2 + at), Inches(1.5))
    imported = import_presentation("old.pptx", saved(talk), Diagnostics())
    assert imported is not None
    _, report = imported.slides
    assert report.kind == expected


@pytest.mark.parametrize(
    ("width", "expected"),
    [(0.5, "include"), (4, "image")],
    ids=["an icon", "a picture of its size"],
)
def test_an_icon_is_not_shown_as_large_as_the_picture_beside_it(
    width: float, expected: str
) -> None:
    talk = Presentation()
    add_slide(talk, TITLE_AND_BODY, "First", "one")
    slide = add_slide(talk, TITLE_ONLY, "Trees")
    slide.shapes.add_picture(_picture(*PHOTO), Inches(0.5), Inches(2), Inches(4))
    slide.shapes.add_picture(_picture(1200, 1200), Inches(5), Inches(2), Inches(width))
    imported = import_presentation("old.pptx", saved(talk), Diagnostics())
    assert imported is not None
    _, report = imported.slides
    assert report.kind == expected


def _picture(width: int, height: int) -> io.BytesIO:
    image = io.BytesIO()
    Image.new("RGB", (width, height), "green").save(image, "PNG")
    return image
