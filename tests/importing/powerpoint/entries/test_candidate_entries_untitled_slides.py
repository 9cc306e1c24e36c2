"""Slides that need no title: a chart that has one itself, and a picture that is all there is."""

import pytest

from deckgen.deck.box import Box
from deckgen.importing.marked_text import SourceParagraph, SourceRun
from deckgen.importing.powerpoint.entries.asset_files import AssetFiles
from deckgen.importing.powerpoint.entries.candidate_entries import (
    may_be_untitled,
    title_of,
    untitled_kinds,
    with_titles_of_before,
)
from deckgen.importing.powerpoint.reading.source_slide import (
    Content,
    SlideText,
    SourceChart,
    SourcePicture,
    SourceSeries,
    SourceShape,
    SourceSlide,
)
from tests.importing.powerpoint.source_slides import text_shape

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


def untitled(*shapes: SourceShape) -> SourceSlide:
    return SourceSlide(2, "a", "", "title", shapes)


LARGE = SourceShape(PICTURE, covers=0.5)
GERA, WORDS = text_shape("Gera", placeholder="title"), SourceShape(TEXT)


@pytest.mark.parametrize(
    ("slides", "titles"),
    [
        pytest.param([(GERA, WORDS), (WORDS,), (LARGE, LARGE)], [GERA] * 3, id="two without"),
        pytest.param([(WORDS,), (GERA,)], [None, GERA], id="none before"),
        pytest.param([(GERA,), (LARGE,)], [GERA, None], id="a picture that needs none"),
        pytest.param([(GERA,), ()], [GERA, None], id="nothing"),
    ],
)
def test_a_slide_without_a_title_has_that_of_the_slide_before(
    slides: list[tuple[SourceShape, ...]], titles: list[SourceShape | None]
) -> None:
    made = list(with_titles_of_before(untitled(*shapes) for shapes in slides))
    assert [title_of(each) for each in made] == titles
    told = [bool(each.remarks) for each in made]
    assert told == [len(now.shapes) > len(was) for now, was in zip(made, slides, strict=True)]
