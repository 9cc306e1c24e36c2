"""Slides that need no title: a chart that has one itself, and a picture that is all there is."""

import pytest

from deckgen.deck.box import Box
from deckgen.importing.marked_text import SourceParagraph, SourceRun
from deckgen.importing.powerpoint.entries.asset_files import AssetFiles
from deckgen.importing.powerpoint.entries.candidate_entries import may_be_untitled, untitled_kinds
from deckgen.importing.powerpoint.reading.source_slide import (
    Content,
    SlideText,
    SourceChart,
    SourcePicture,
    SourceSeries,
    SourceShape,
    SourceSlide,
)

PICTURE = SourcePicture(b"", "png", alt="", decorative=False, name="plan")
CHART = SourceChart("column", ("2025",), (SourceSeries("Visitors", (3,)),), "Visitors", "")
TEXT = SlideText((SourceParagraph((SourceRun("Words"),)),))


@pytest.mark.parametrize(
    ("contents", "covers", "expected"),
    [
        ([CHART], 0.5, True),
        ([CHART._replace(title="")], 0.5, False),
        ([PICTURE], 0.25, True),
        ([PICTURE], 0.24, False),
        ([PICTURE, PICTURE], 0.5, False),
        ([TEXT], 1, False),
        ([], 0, False),
    ],
)
def test_may_be_untitled(contents: list[Content], covers: float, *, expected: bool) -> None:
    shapes = tuple(SourceShape(each, covers=covers) for each in contents)
    assert may_be_untitled(SourceSlide(1, "a", "", "", shapes)) == expected


@pytest.mark.parametrize(
    ("content", "size", "y", "expected"),
    [
        pytest.param(PICTURE, 14, 6_000_000, True, id="its source"),
        pytest.param(CHART, 14, 6_000_000, True, id="that of a chart"),
        pytest.param(PICTURE, 15, 6_000_000, False, id="a large text"),
        pytest.param(PICTURE, 14, 0, False, id="a text above"),
    ],
)
def test_a_small_text_at_the_foot_is_no_second_content(
    content: Content, size: float, y: int, *, expected: bool
) -> None:
    graphic = SourceShape(content, Box(0, 500_000, 9_000_000, 5_000_000), covers=0.6)
    below = SourceShape(TEXT, Box(0, y, 9_000_000, 300_000), "body", largest_size=size)
    assert may_be_untitled(SourceSlide(1, "a", "", "", (graphic, below))) == expected


@pytest.mark.parametrize(
    ("covers", "shown"),
    [
        pytest.param(0.98, {}, id="fills the slide, and is cropped a little"),
        pytest.param(0.97, {"fit": "contain"}, id="stays whole"),
    ],
)
def test_a_picture_alone(covers: float, shown: dict[str, str]) -> None:
    shape = SourceShape(PICTURE._replace(data=b"\x89PNG"), covers=covers)
    (keys,) = untitled_kinds(SourceSlide(7, "a", "", "", (shape,)), AssetFiles("."))
    image = {"file": "pictures/plan.png", "alt": "", **shown}
    assert keys == {"title": "Slide 7", "image": image, "bleed": True, "panel": False}
