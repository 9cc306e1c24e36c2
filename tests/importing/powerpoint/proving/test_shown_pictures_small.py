"""A picture that is far smaller in the new deck does not show what it did."""

import io

import pytest
from PIL import Image
from pptx import Presentation
from pptx.util import Inches

from deckgen.importing.powerpoint.import_presentation import import_presentation
from deckgen.support.diagnostics import Diagnostics
from tests.importing.powerpoint.old_slides import TITLE_AND_BODY, add_slide
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
    image = io.BytesIO()
    Image.new("RGB", PHOTO, "green").save(image, "PNG")
    slide.shapes.add_picture(image, Inches(0), Inches(0), Inches(width))
    imported = import_presentation("old.pptx", saved(talk), Diagnostics())
    assert imported is not None
    (report,) = imported.slides
    assert report.kind == expected
