"""What is marked as decorative says nothing: drawings without words are passed over."""

from collections.abc import Callable

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.oxml import parse_xml
from pptx.slide import Slide
from pptx.util import Inches

from deckgen.importing.powerpoint.reading.read_slides import read_slides
from tests.importing.powerpoint.old_slides import TITLE_AND_BODY, add_slide

ADEC = "http://schemas.microsoft.com/office/drawing/2017/decorative"
PLACE = (Inches(1), Inches(5), Inches(2), Inches(1))
MARK = (
    "<a:extLst xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'>"
    "<a:ext uri='{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}'>"
    f"<adec:decorative xmlns:adec='{ADEC}' val='{{}}'/></a:ext></a:extLst>"
)


def oval(slide: Slide) -> None:
    slide.shapes.add_shape(MSO_SHAPE.OVAL, *PLACE)


def said(slide: Slide) -> None:
    slide.shapes.add_shape(MSO_SHAPE.OVAL, *PLACE).text_frame.text = "Twelve"


def line(slide: Slide) -> None:
    slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *PLACE)


def group(slide: Slide) -> None:
    slide.shapes.add_group_shape().shapes.add_shape(MSO_SHAPE.OVAL, *PLACE)


@pytest.mark.parametrize(
    ("draw", "value", "kept"),
    [(oval, 1, 0), (line, 1, 0), (group, 1, 0), (said, 1, 1), (oval, 0, 1)],
    ids=["a drawing", "a line", "a group", "with words", "not decorative"],
)
def test_a_decoration_is_no_content(draw: Callable[[Slide], None], value: int, kept: int) -> None:
    talk = Presentation()
    add_slide(talk, TITLE_AND_BODY, "First", "one")
    slide = add_slide(talk, TITLE_AND_BODY, "Benches", "Red")
    draw(slide)
    properties = next(slide.shapes[-1].element.iter("{*}cNvPr"))
    properties.append(parse_xml(MARK.format(value)))
    _, made = read_slides(talk)
    assert len(made.shapes) == 2 + kept
