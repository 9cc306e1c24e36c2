"""A slide that is missing or damaged is told, and the others keep their numbers in the file."""

import io
import zipfile
from collections.abc import Callable

import pptx
import pytest
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches

from deckgen.importing.powerpoint.import_presentation import import_presentation
from deckgen.support.diagnostics import Diagnostics
from tests.importing.powerpoint.old_slides import TITLE_AND_BODY, add_slide
from tests.tools.packages import saved

SECOND = "ppt/slides/slide2.xml"


def with_second(change: Callable[[bytes], bytes | None]) -> bytes:
    """Return a deck of three slides, the last with a drawing, whose second one is changed."""
    talk = pptx.Presentation()
    for title in ("Trees", "Benches", "Bells"):
        slide = add_slide(talk, TITLE_AND_BODY, title, f"About {title}")
    slide.shapes.add_shape(MSO_SHAPE.OVAL, *[Inches(1)] * 4)
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(talk))) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            kept = change(data) if name == SECOND else data
            if kept is not None:
                new.writestr(name, kept)
    return made.getvalue()


@pytest.mark.parametrize(
    "change", [lambda _: None, lambda data: data[: len(data) // 2]], ids=["missing", "cut off"]
)
def test_other_slides_keep_their_numbers(change: Callable[[bytes], bytes | None]) -> None:
    diagnostics = Diagnostics()
    imported = import_presentation("old.pptx", with_second(change), diagnostics)
    assert imported is not None
    assert [(each.number, each.kind, each.lost) for each in imported.slides] == [
        (1, "bullets", ()),
        (3, "include", ()),
    ]
    assert b"slides: 3\n" in imported.files["slides.yaml"]
    assert [each.message for each in diagnostics if each.code == "slide-left-out"] == [
        "old.pptx: slide 2 is missing or damaged; the talk is without it."
    ]
