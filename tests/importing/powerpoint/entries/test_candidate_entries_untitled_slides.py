"""Slides that need no title: a chart that has one itself, and a picture that fills the slide."""

import pytest

from deckgen.importing.marked_text import SourceParagraph, SourceRun
from deckgen.importing.powerpoint.entries.candidate_entries import may_be_untitled
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
        ([PICTURE], 0.9, True),
        ([PICTURE], 0.89, False),
        ([TEXT], 1, False),
        ([CHART, TEXT], 0.5, False),
        ([], 0, False),
    ],
)
def test_may_be_untitled(contents: list[Content], covers: float, *, expected: bool) -> None:
    shapes = tuple(SourceShape(each, None, covers=covers) for each in contents)
    assert may_be_untitled(SourceSlide(1, "a", "", "", shapes)) == expected
