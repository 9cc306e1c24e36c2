"""Lines that part what stands on a slide are looks; others join or mark something."""

import pytest

from deckgen.deck.box import Box
from deckgen.importing.powerpoint.reading.places import without_rules
from deckgen.importing.powerpoint.reading.shape_properties import is_plain_line
from deckgen.importing.powerpoint.reading.source_slide import SourcePicture, SourceShape, Unread
from tests.importing.powerpoint.reading.shape_elements import element
from tests.importing.powerpoint.source_slides import text_shape

WHOLE = Box(0, 0, 1600, 1000)
TEXT = text_shape("Gera", box=Box(100, 300, 600, 500))
PLAN = SourceShape(
    SourcePicture(b"", "png", "", decorative=False, name="a"), Box(900, 300, 600, 500)
)


def line(*box: int, is_plain: bool = True) -> SourceShape:
    return SourceShape(Unread("line", is_plain=is_plain), Box(*box))


def drawn(*box: int, is_box: bool = True) -> SourceShape:
    return SourceShape(Unread("drawn shape", is_box=is_box), Box(*box))


@pytest.mark.parametrize(
    ("drawings", "kept"),
    [
        ([line(800, 300, 0, 500)], 0),
        ([line(100, 200, 1400, 0)], 0),
        ([line(100, 200, 1400, 0), line(100, 900, 1400, 0)], 0),
        ([drawn(100, 200, 1400, 20)], 0),
        ([line(100, 200, 1400, 0)] * 3, 3),
        ([line(100, 200, 300, 0)], 1),
        ([line(100, 200, 1400, 100)], 1),
        ([line(100, 200, 1400, 0, is_plain=False)], 1),
        ([drawn(100, 200, 1400, 20, is_box=False)], 1),
        ([line(100, 500, 1400, 0)], 1),
        ([line(900, 290, 600, 0)], 1),
        ([line(800, 300, 0, 500), drawn(700, 500, 100, 100)], 2),
    ],
    ids=[
        *("between columns", "below a title", "two lines", "a thin box", "three lines"),
        *("a short line", "a slope", "with arrowheads", "another form", "on a picture"),
        *("at its edge", "with a drawing"),
    ],
)
def test_one_or_two_long_lines_part_a_slide(drawings: list[SourceShape], kept: int) -> None:
    assert len(without_rules([TEXT, *drawings, PLAN], WHOLE)) == 2 + kept


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ("", True),
        ("<a:headEnd/><a:tailEnd type='none'/>", True),
        ("<a:tailEnd type='triangle'/>", False),
        ("<a:headEnd type='oval'/>", False),
    ],
)
def test_a_plain_line_has_no_arrowheads(properties: str, *, expected: bool) -> None:
    xml = f"<p:cxnSp><p:spPr><a:ln>{properties}</a:ln></p:spPr></p:cxnSp>"
    assert is_plain_line(element(xml)) is expected


@pytest.mark.parametrize("joint", ["stCxn", "endCxn"])
def test_a_line_that_joins_shapes_is_not_plain(joint: str) -> None:
    inner = f"<p:cNvCxnSpPr><a:{joint} id='4' idx='0'/></p:cNvCxnSpPr>"
    assert not is_plain_line(element(f"<p:cxnSp><p:nvCxnSpPr>{inner}</p:nvCxnSpPr></p:cxnSp>"))
