"""Tracks of questions and sections: parts drawn on each slide, up to its own and behind it."""

import re
from typing import Any

import pytest

from deckgen.brand.design.page import SlideFormat
from deckgen.brand.styles import style_named, style_names
from deckgen.deck.box import Box
from deckgen.deck.layout import ProgressTrack
from deckgen.ooxml.slide import progress_shape
from tests.brand.styles.houses import HOUSES, house_brand
from tests.sampled import sampled
from tests.talks import Talk, complaints, talk

WIDE, HIGH = Box(0, 0, 1_000_000, 50_000), Box(0, 0, 50_000, 1_000_000)
QUESTIONS = "\n".join(f"- {{question: Why {n}?, bullets: [a]}}" for n in range(3))
PARTS = {
    "the first of four": (WIDE, (1, 4), "en", [(0, 50), (250, 10), (500, 10), (750, 10)]),
    "the third of four": (WIDE, (3, 4), "en", [(0, 50), (250, 50), (500, 50), (750, 10)]),
    "the last of two": (WIDE, (2, 2), "en", [(0, 50), (500, 50)]),
    "downwards": (HIGH, (1, 2), "en", [(0, 50), (500, 10)]),
    "from the right": (WIDE, (1, 4), "ar", [(790, 50), (540, 10), (290, 10), (0, 10)]),
    "too many to be counted": (WIDE, (25, 100), "en", [(0, 50), (250, 10)]),
}
"""A box, a position and a language; where each part begins and how thick it is, in 1,000 EMU."""


@pytest.mark.parametrize("case", PARTS)
def test_parts_are_thick_up_to_the_position(case: str) -> None:
    box, position, lang, expected = PARTS[case]
    xml = progress_shape(position, ProgressTrack(box, "accent1"), 7, lang)
    points = [(int(x), int(y)) for x, y in re.findall(r'<a:pt x="(\d+)" y="(\d+)"/>', xml)]
    along, across = (0, 1) if box is WIDE else (1, 0)
    parts = [points[at : at + 4] for at in range(0, len(points), 4)]
    shown = [
        (
            round(min(point[along] for point in part) / 1_000),
            round((max(p[across] for p in part) - min(p[across] for p in part)) / 1_000),
        )
        for part in parts
    ]
    assert shown == expected


@pytest.mark.parametrize(("lang", "edge"), [("en", 40), ("ar", 0)])
def test_a_thin_part_of_a_column_lies_at_the_edge_of_its_panel(lang: str, edge: int) -> None:
    xml = progress_shape((1, 2), ProgressTrack(HIGH, "accent1"), 7, lang)
    across = [int(x) for x in re.findall(r'<a:pt x="(\d+)"', xml)][4:]
    assert round(min(across) / 1_000) == edge


@pytest.mark.slow
@pytest.mark.parametrize(("style", "expected"), [("panel", 3), ("band", 3), ("minimal", 0)])
def test_each_question_shows_the_track_of_its_style(style: str, expected: int) -> None:
    made = talk(QUESTIONS, style=style)
    assert len(_tracks(made)) == expected
    assert not complaints(made.data)


def _tracks(made: Talk) -> list[Any]:
    shapes = [shape for slide in made.slides for shape in slide.shapes]
    return [one for one in shapes if one.name == "Progress" and not one.is_placeholder]


@pytest.mark.parametrize(
    "entries", ["- {question: Alone?, bullets: [a]}", "- {title: T, bullets: [a]}"]
)
def test_slides_without_a_position_have_no_track(entries: str) -> None:
    made = talk(entries, style="band")
    assert [slide.position for slide in made.compiled.fitted.deck.slides] == [None]
    assert _tracks(made) == []


@pytest.mark.parametrize("style", sampled(style_names(), every=2))
@pytest.mark.parametrize("size", ["16:9", "4:3"])
def test_no_text_stands_on_a_track(size: SlideFormat, style: str) -> None:
    for design in style_named(style).layouts(size):
        if track := design.layout.progress_track:
            for box in (found.box for found in design.layout.placeholders if found.type != "pic"):
                beside = box.x + box.cx <= track.box.x or track.box.x + track.box.cx <= box.x
                above = box.y + box.cy <= track.box.y or track.box.y + track.box.cy <= box.y
                assert beside or above, design.layout.name


@pytest.mark.parametrize("style", ["panel", "band"])
@pytest.mark.parametrize("house", HOUSES)
def test_a_track_is_seen_on_its_ground(house: str, style: str) -> None:
    from deckgen.brand.contrast import contrast_ratio

    brand = house_brand(house, style)
    for layout in brand.layouts:
        if track := layout.progress_track:
            behind = layout.color_behind(track.box)
            assert behind is not None
            assert contrast_ratio(brand.theme_colors[track.color], behind) >= 1.25
