"""Pictures that reach the edges, and the headline above or on them."""

import pytest

from tests.outline.lower.graphics.picture_decks import (
    ALONE,
    CLOSING,
    COVER,
    FULL,
    HALF,
    HALF_ALONE,
    HALF_LEFT,
    HIDDEN,
    QUOTE,
    RIGHT,
    SCRIM,
    SECTION,
    findings,
    shown,
)
from tests.sampled import sampled


@pytest.mark.parametrize(
    ("entry", "left", "width"),
    sampled(
        [
            (HALF, 0.5, 0.5),
            (HALF_LEFT, 0, 0.5),
            (HALF_ALONE, 0.5, 0.5),
            (SCRIM, 0, 1),
            (FULL, 0, 1),
        ],
        every=4,
    ),
)
def test_a_picture_reaches_the_edges_and_leaves_the_text_its_place(
    entry: str, left: float, width: float
) -> None:
    (slide,) = shown(entry)
    whole = slide.part.package.presentation_part.presentation
    (picture,) = [shape for shape in slide.shapes if shape.name.startswith("Picture")]
    assert picture.left / whole.slide_width == pytest.approx(left, abs=0.02)
    assert picture.width / whole.slide_width == pytest.approx(width, abs=0.02)
    assert (picture.top, picture.height) == (0, whole.slide_height)
    if width < 1:
        for shape in slide.placeholders:
            if shape.name != picture.name:
                right = picture.left + picture.width
                assert shape.left >= right or shape.left + shape.width <= picture.left


def test_a_whole_picture_is_as_high_as_the_slide() -> None:
    (slide,) = shown(HIDDEN.replace("a.png", "tall.png").replace("alt: A", "alt: A, fit: contain"))
    whole = slide.part.package.presentation_part.presentation
    (picture,) = [shape for shape in slide.shapes if shape.name.startswith("Picture")]
    assert (picture.top, picture.height) == (0, whole.slide_height)
    assert picture.width < whole.slide_width / 2
    assert 2 * picture.left + picture.width == pytest.approx(whole.slide_width, abs=2)
    assert (picture.crop_top, picture.crop_bottom) == (0, 0)


@pytest.mark.parametrize("file", sampled(["tall.png", "e.svg", "c.gif"]))
@pytest.mark.parametrize(
    "entry", sampled([COVER, SECTION, QUOTE, CLOSING, HALF, SCRIM, ALONE, RIGHT])
)
def test_a_picture_of_any_shape_and_format_has_its_place(entry: str, file: str) -> None:
    named = entry.replace("a.png", file).replace("b.jpg", file)
    (slide,) = shown(named)
    (picture,) = [shape for shape in slide.shapes if shape.name.startswith("Picture")]
    assert min(picture.width, picture.height) > 0


@pytest.mark.parametrize("entry", [COVER, SECTION, QUOTE, CLOSING, HALF, SCRIM])
@pytest.mark.parametrize(
    ("file", "code"), [("gone.png", "missing-file"), ("broken.png", "broken-picture")]
)
def test_a_picture_that_cannot_be_shown_is_reported_at_its_line(
    entry: str, file: str, code: str
) -> None:
    found = findings(entry.replace("a.png", file).replace("b.jpg", file))
    assert (code, 4) in found


@pytest.mark.slow
def test_a_hidden_headline_stands_above_the_slide() -> None:
    (slide,) = shown(HIDDEN)
    title = slide.shapes.title
    assert title.text_frame.text == "T"
    assert title.top + title.height <= 0


def test_a_headline_on_a_picture_has_a_panel_as_large_as_its_words() -> None:
    short, long = shown(FULL + FULL.replace("title: T", "title: " + "Many words " * 8))
    assert short.shapes.title.width < long.shapes.title.width
    assert short.shapes.title.height < long.shapes.title.height
