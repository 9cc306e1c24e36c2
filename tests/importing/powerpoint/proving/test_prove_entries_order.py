"""In which order free texts are read is a guess; the words of each of them keep theirs."""

import io

import pytest
from PIL import Image
from pptx import Presentation
from pptx.util import Inches, Pt

from deckgen.importing.powerpoint.import_presentation import import_presentation
from deckgen.support.diagnostics import Diagnostics
from tests.importing.powerpoint.old_slides import TITLE_AND_BODY, TITLE_ONLY, add_slide
from tests.tools.packages import saved


@pytest.mark.parametrize("second", [5.2, 4.2], ids=["level", "above the caption before it"])
def test_captions_are_read_in_the_order_of_their_pictures(second: float) -> None:
    talk = Presentation()
    add_slide(talk, TITLE_AND_BODY, "First", "one")
    slide = add_slide(talk, TITLE_ONLY, "Who was there")
    for at, (words, top) in enumerate((("Pierre Simon", 5.2), ("Reverend Thomas", second))):
        picture = io.BytesIO()
        Image.new("RGB", (400, 300), ("teal", "navy")[at]).save(picture, "PNG")
        left = Inches(0.5 + 4.5 * at)
        slide.shapes.add_picture(picture, left, Inches(top - 3.2), Inches(4), Inches(3))
        box = slide.shapes.add_textbox(left, Inches(top), Inches(4), Inches(0.4))
        box.text_frame.text = words
        box.text_frame.paragraphs[0].runs[0].font.size = Pt(18)
    made = import_presentation("old.pptx", saved(talk), Diagnostics())
    assert made is not None
    assert [each.kind for each in made.slides] == ["bullets", "image"]
